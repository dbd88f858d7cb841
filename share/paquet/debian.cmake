# The Debian package: sh share/paquet/debian. Read by CMakeLists.txt; cpack does the rest.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME aet)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_VENDOR aet)
set(CPACK_PACKAGE_CONTACT "aet <aet@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "filters for collective work in early childhood in Québec
Four filters check the sheets by which partner groups plan, follow and
evaluate what they do together for young children, complete them, and write
the report: aet-publics (a knowledge-sharing strategy), aet-plan (a concerted
action plan), aet-perennite (how groups mean to make their work last) and
aet-repa (practice narratives and accompaniment journals).

They read workbooks (.xlsx, .ods), CSV and JSON, hold the knowledge of five
documents of the field as tables, and tell each mistake with its place.")
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/share/paquet/debian_mise.cmake)
set(CPACK_AET_PAQUET ${CMAKE_SOURCE_DIR}/share/paquet)
include(CPack)

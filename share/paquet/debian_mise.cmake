# What Debian wants of the files of a package, done where cpack has put them: pages and the changelog
# compressed, the licences under the name "copyright".
set(root ${CPACK_TEMPORARY_DIRECTORY}/usr/share)
set(doc ${root}/doc/aet)
file(RENAME ${doc}/COPYING ${doc}/copyright)
file(COPY ${CPACK_AET_PAQUET}/changelog DESTINATION ${doc})
file(RENAME ${doc}/changelog ${doc}/changelog.Debian)
file(GLOB pages ${root}/man/man*/* ${root}/man/fr/man*/*)
foreach(file IN LISTS pages ITEMS ${doc}/changelog.Debian)
  execute_process(COMMAND gzip -9nf ${file} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
# what lintian says of every package that Debian has not asked for
file(WRITE ${root}/lintian/overrides/aet "aet: initial-upload-closes-no-bugs\n")

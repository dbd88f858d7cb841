# Toolchain of CMake: executables for Linux that need no library of the system, by musl. AET_PREFIX: where
# share/paquet/bibliotheques put the libraries.
set(CMAKE_C_COMPILER musl-gcc)
set(CMAKE_FIND_ROOT_PATH ${AET_PREFIX})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_LIBDIR} ${AET_PREFIX}/lib/pkgconfig)
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES AET_PREFIX)
set(CMAKE_EXE_LINKER_FLAGS_INIT -static)

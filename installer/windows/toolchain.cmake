# mingw-w64 (POSIX threads), everything static: an .exe that needs nothing but Windows 10 or newer.
# WINPREFIX is the folder where installer/windows/libraries.sh has put the libraries.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)

if(DEFINED ENV{WINPREFIX})
    set(WINPREFIX "$ENV{WINPREFIX}" CACHE PATH "The libraries built for Windows")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES WINPREFIX)

set(machine x86_64-w64-mingw32)
find_program(MINGW_CC ${machine}-gcc-posix REQUIRED)
get_filename_component(tools "${MINGW_CC}" DIRECTORY)
get_filename_component(system "${tools}/../${machine}" ABSOLUTE)
set(CMAKE_C_COMPILER ${tools}/${machine}-gcc-posix)
set(CMAKE_CXX_COMPILER ${tools}/${machine}-g++-posix)
set(CMAKE_RC_COMPILER ${tools}/${machine}-windres)
set(CMAKE_MC_COMPILER ${tools}/${machine}-windmc CACHE FILEPATH "") # Poco's event-log messages
set(CMAKE_AR ${tools}/${machine}-gcc-ar-posix)
set(CMAKE_RANLIB ${tools}/${machine}-gcc-ranlib-posix)
add_compile_definitions(_WIN32_WINNT=0x0A00 WINVER=0x0A00)
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -static-libgcc -static-libstdc++")

set(CMAKE_FIND_ROOT_PATH ${system} ${WINPREFIX})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
# By name CMake would take libz.dll.a.
set(ZLIB_LIBRARY ${system}/lib/libz.a CACHE FILEPATH "")
set(ZLIB_INCLUDE_DIR ${system}/include CACHE PATH "")

find_program(WINE NAMES wine wine-stable)
if(WINE)
    set(CMAKE_CROSSCOMPILING_EMULATOR ${WINE})
endif()

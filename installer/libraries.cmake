# Libraries that bring no CMake package of their own, as targets. Found by file, which works the same
# for Debian's and for the ones that installer/windows/libraries.sh builds.
function(add_library_by_file name header file)
    find_path(${name}_INCLUDE_DIR ${header} REQUIRED)
    find_library(${name}_LIBRARY NAMES ${file} REQUIRED)
    add_library(${name} INTERFACE)
    target_include_directories(${name} SYSTEM INTERFACE ${${name}_INCLUDE_DIR})
    target_link_libraries(${name} INTERFACE ${${name}_LIBRARY} ${ARGN})
endfunction()

add_library_by_file(sodium sodium.h sodium)
add_library_by_file(zstd zstd.h zstd)
add_library_by_file(xlsxwriter xlsxwriter.h xlsxwriter)
if(WIN32)
    target_compile_definitions(sodium INTERFACE SODIUM_STATIC)
    target_link_libraries(xlsxwriter INTERFACE ZLIB::ZLIB)
endif()

# SQLiteCpp's own CMake target drags in the system's SQLite; ours takes the archive by path.
add_library_by_file(sqlitecpp SQLiteCpp/SQLiteCpp.h libSQLiteCpp.a sqlite_mc)

# Libraries that bring no CMake package of their own, as imported targets.
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)

# SQLiteCpp's own CMake target drags in the system's SQLite; ours takes the archive by path.
find_library(SQLITECPP_LIBRARY NAMES libSQLiteCpp.a REQUIRED)
find_path(SQLITECPP_INCLUDE_DIR SQLiteCpp/SQLiteCpp.h REQUIRED)
add_library(sqlitecpp INTERFACE)
target_include_directories(sqlitecpp SYSTEM INTERFACE ${SQLITECPP_INCLUDE_DIR})
target_link_libraries(sqlitecpp INTERFACE ${SQLITECPP_LIBRARY} sqlite_mc)

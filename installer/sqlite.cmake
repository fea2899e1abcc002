# SQLite with encryption (SQLite3 Multiple Ciphers): one static library under our own name, from the
# amalgamation that installer/sqlite.sh fetched and checked. Its symbols stay hidden in the programs,
# so that system libraries keep the system's SQLite.
set(HALLKEEPER_CACHE "$ENV{HALLKEEPER_CACHE}")
if(NOT HALLKEEPER_CACHE)
    set(HALLKEEPER_CACHE "$ENV{HOME}/.cache/hallkeeper")
endif()
set(SQLITE_SOURCE "${HALLKEEPER_CACHE}/sqlite/13.0.3" CACHE PATH "Where installer/sqlite.sh put sqlite3.c and sqlite3.h")
if(NOT EXISTS ${SQLITE_SOURCE}/sqlite3.c)
    execute_process(COMMAND bash ${PROJECT_SOURCE_DIR}/installer/sqlite.sh ${SQLITE_SOURCE}
        RESULT_VARIABLE failed)
    if(failed)
        message(FATAL_ERROR "SQLite could not be fetched: run installer/sqlite.sh and see what it says")
    endif()
endif()

add_library(sqlite_mc STATIC ${SQLITE_SOURCE}/sqlite3.c)
target_include_directories(sqlite_mc SYSTEM PUBLIC ${SQLITE_SOURCE})
target_compile_options(sqlite_mc PRIVATE -w -O2 -fvisibility=hidden)
target_compile_definitions(sqlite_mc PRIVATE
    SQLITE_API=
    SQLITE_THREADSAFE=1
    SQLITE_DQS=0
    SQLITE_ENABLE_FTS5
    SQLITE_ENABLE_COLUMN_METADATA
    SQLITE_ENABLE_DBSTAT_VTAB
    SQLITE_DEFAULT_FOREIGN_KEYS=0
    SQLITE_DEFAULT_MEMSTATUS=0
    SQLITE_OMIT_DEPRECATED
    SQLITE_SECURE_DELETE
    SQLITE_TEMP_STORE=3
    CODEC_TYPE=CODEC_TYPE_CHACHA20)
target_link_libraries(sqlite_mc PRIVATE Threads::Threads $<$<NOT:$<PLATFORM_ID:Windows>>:m>)

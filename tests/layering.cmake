# Arrows point one way: app -> views -> model, and inside model from the records outward. The table
# says what each folder may include besides itself; any other #include of ours is an error.
cmake_policy(SET CMP0057 NEW)

set(may_model/base "")
set(may_model/schema model/base)
set(may_model/entities model/base model/schema)
set(may_model/store model/base model/schema)
set(may_model/rules model/base model/schema model/entities assets)
set(may_model/assessment model/base model/schema model/entities model/rules assets)
set(may_model/assessing model/base model/schema model/entities model/store model/rules model/assessment)
set(may_model/commands model/base model/schema model/entities model/store model/rules model/assessment
    model/assessing assets)
set(may_model/board model/base model/schema model/entities model/store model/rules model/commands)
set(may_model/listing model/base model/schema model/entities model/store assets)
set(may_model/sync model/base model/schema model/entities model/store model/rules model/commands)
set(may_model/dashboard model/base model/schema model/entities model/store model/rules model/commands
    model/listing)
set(may_model/exchange model/base model/schema model/entities model/store model/listing model/rules model/commands
    model/access model/dashboard model/assessment model/assessing assets)
set(may_model/access model/base model/schema model/entities model/store model/rules model/commands
    assets)
set(may_model/custody model/base model/schema model/entities model/store model/rules model/commands
    model/sync model/access)
set(may_model/day model/base model/schema model/entities model/store model/rules model/commands
    model/listing model/exchange assets)
set(may_model/paper model/base model/schema model/entities model/store model/rules model/commands)
set(all_model model/base model/schema model/entities model/store model/rules model/commands
    model/board model/listing model/sync model/exchange model/access model/custody model/day model/paper model/dashboard model/assessment model/assessing)
set(all_views views/assessment views/shell views/day views/start views/list views/form views/board views/conflicts views/help views/import views/stats views/dashboard views/hall views/widgets)
set(may_i18n model/base)
set(may_assets "")
foreach(folder IN LISTS all_views)
    set(may_${folder} ${all_model} ${all_views} i18n assets)
endforeach()
set(may_app/terminal model/base)
set(may_app/server app/terminal ${all_model} i18n assets)
set(may_app/cli app/terminal ${all_model} i18n assets)
set(may_app/desktop ${all_model} ${all_views} i18n assets)

# What of the outside a layer must not know.
set(never_model "^#include [<\"](wx/|Poco/Net/HTTPServer)")
set(never_views "^#include [<\"](SQLiteCpp/|sqlite3|Poco/)")
set(never_app "^#include [<\"]sqlite3")

file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/model/*.h ${ROOT}/model/*.cpp ${ROOT}/views/*.h
    ${ROOT}/views/*.cpp ${ROOT}/app/*.h ${ROOT}/app/*.cpp ${ROOT}/i18n/*.h ${ROOT}/i18n/*.cpp
    ${ROOT}/assets/*.h ${ROOT}/assets/*.cpp)
list(LENGTH files count)
if(count EQUAL 0)
    message(FATAL_ERROR "No sources under ${ROOT}: this test would see nothing")
endif()
foreach(file IN LISTS files)
    get_filename_component(folder ${file} DIRECTORY)
    string(REGEX MATCH "^[a-z0-9]+" top ${file})
    if(NOT DEFINED may_${folder})
        message(SEND_ERROR "${file}: the folder has no line in the table of tests/layering.cmake")
    endif()
    file(STRINGS ${ROOT}/${file} includes REGEX "^#include ")
    foreach(line IN LISTS includes)
        if(DEFINED never_${top} AND line MATCHES "${never_${top}}")
            message(SEND_ERROR "${file}: ${line}")
        endif()
        if(line MATCHES "^#include \"(assets|model|views|app|i18n|tests)/")
            string(REGEX REPLACE "^#include \"(.*)/[^/]*\".*" "\\1" wanted "${line}")
            if(NOT wanted STREQUAL folder AND NOT wanted IN_LIST may_${folder})
                message(SEND_ERROR "${file}: ${line}")
            endif()
        endif()
    endforeach()
endforeach()

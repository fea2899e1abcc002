# Collects the msgids of the sources anew and fails on any that a catalogue does not translate, or
# that is not in hallkeeper.pot.
foreach(source IN ITEMS model views app)
    file(GLOB_RECURSE found RELATIVE ${ROOT} ${ROOT}/${source}/*.cpp ${ROOT}/${source}/*.h)
    list(APPEND sources ${found})
endforeach()
set(pot ${OUT}/sources.pot)
execute_process(WORKING_DIRECTORY ${ROOT} COMMAND_ERROR_IS_FATAL ANY
    COMMAND ${XGETTEXT} --from-code=UTF-8 --keyword=msgid --keyword=tr -o ${pot} ${sources})
foreach(catalogue IN ITEMS zh_CN.po en.po hallkeeper.pot)
    set(untranslated)
    if(catalogue STREQUAL hallkeeper.pot)
        set(untranslated --use-untranslated)
    endif()
    execute_process(COMMAND ${MSGCMP} ${untranslated} ${ROOT}/i18n/${catalogue} ${pot}
        RESULT_VARIABLE result ERROR_VARIABLE errors)
    if(NOT result EQUAL 0)
        message(SEND_ERROR "${catalogue}:\n${errors}")
    endif()
endforeach()

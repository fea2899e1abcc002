# What every program carries with it: on Windows, that its narrow strings are UTF-8 and what else its
# manifest says.
add_library(program INTERFACE)
if(WIN32)
    enable_language(RC)
    target_sources(program INTERFACE ${PROJECT_SOURCE_DIR}/installer/windows/program.rc)
    target_include_directories(program INTERFACE ${PROJECT_SOURCE_DIR}/installer/windows)
    target_link_options(program INTERFACE $<$<CONFIG:Release>:-s>) # nobody there reads symbols
endif()

# describe_program(TARGET WORDS): what Windows shows of it in the properties of its file.
function(describe_program target description)
    if(WIN32)
        set(name ${target})
        configure_file(${PROJECT_SOURCE_DIR}/installer/windows/version.rc.in
            ${CMAKE_CURRENT_BINARY_DIR}/${target}_version.rc @ONLY)
        target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${target}_version.rc)
    endif()
endfunction()

# The desktop besides: its icon, and what wxWidgets takes from the program.
function(add_desktop_resources target)
    if(NOT WIN32)
        return()
    endif()
    set(folder ${CMAKE_CURRENT_BINARY_DIR})
    set(icon ${folder}/hallkeeper.ico)
    set(drawing ${PROJECT_SOURCE_DIR}/assets/icons/hallkeeper.svg)
    set(make_icon ${PROJECT_SOURCE_DIR}/installer/windows/icon.sh)
    add_custom_command(OUTPUT ${icon} DEPENDS ${drawing} ${make_icon}
        COMMAND bash ${make_icon} ${drawing} ${icon} VERBATIM)
    find_file(WX_WORDS wxwidgets/zh_CN.mo PATHS ${WINPREFIX}/share NO_DEFAULT_PATH
        NO_CMAKE_FIND_ROOT_PATH REQUIRED)
    get_filename_component(words ${WX_WORDS} DIRECTORY)
    set(resources ${PROJECT_SOURCE_DIR}/installer/windows/desktop.rc)
    set_source_files_properties(${resources} PROPERTIES OBJECT_DEPENDS "${icon};${WX_WORDS}")
    target_sources(${target} PRIVATE ${resources} ${icon})
    target_include_directories(${target} PRIVATE ${folder} ${words})
    set_target_properties(${target} PROPERTIES WIN32_EXECUTABLE ON)
endfunction()

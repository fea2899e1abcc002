# Writes the compiled catalogues as one C++ file of bytes.
set(text "#include \"i18n/translations.h\"\n\n#include <array>\n\nnamespace i18n::detail {\n\n")
set(rows "")
foreach(language IN LISTS LANGUAGES)
    file(READ ${FOLDER}/${language}.mo bytes HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
    # Pieces, because compilers limit the length of one literal.
    string(REGEX REPLACE "(................................................................................................................................)" "\\1\"\n\"" bytes "${bytes}")
    string(APPEND text "static constexpr char ${language}[] = \"${bytes}\";\n")
    string(APPEND rows "    {\"${language}\", {${language}, sizeof(${language}) - 1}},\n")
endforeach()
string(APPEND text "\nstatic constexpr Catalogue all[] = {\n${rows}};\n\nstd::span<const Catalogue> catalogues()\n{\n    return all;\n}\n\n} // namespace i18n::detail\n")
file(WRITE ${OUT} "${text}")

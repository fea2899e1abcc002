#include "views/widgets/tr.h"

#include "i18n/translations.h"

namespace views {

namespace {

/// The screen speaks one language at a time, so the words are the program's and not a window's.
model::Translate& current()
{
    static model::Translate translate = i18n::translator(i18n::languages[0]);
    return translate;
}

std::string& name_of_current()
{
    static std::string name(i18n::languages[0]);
    return name;
}

} // namespace

void set_language(std::string_view language)
{
    name_of_current() = language;
    current() = i18n::translator(language);
}

std::string_view spoken_language()
{
    return name_of_current();
}

const model::Translate& language()
{
    return current();
}

wxString tr(const char* msgid)
{
    return to_wx(current()(msgid));
}

wxString tr(const model::Message& message)
{
    return to_wx(model::render(message, current()));
}

} // namespace views

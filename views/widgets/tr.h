#pragma once

#include "model/base/message.h"

#include <wx/string.h>

#include <string>
#include <string_view>

namespace views {

/// The one text form of each side: UTF-8 in the model, wxString on the screen.
inline wxString to_wx(std::string_view utf8)
{
    return wxString::FromUTF8(utf8.data(), utf8.size());
}
inline std::string from_wx(const wxString& text)
{
    return text.utf8_string();
}

/// From now on tr() speaks that language ("zh_CN", "en"). Before the first window is made; the
/// windows there are keep their words.
void set_language(std::string_view language);

/// Its name, as it was given.
std::string_view spoken_language();

/// How msgids become the user's words, for what renders its own text.
const model::Translate& language();

/// A msgid in the user's language.
wxString tr(const char* msgid);

/// A sentence with its places filled.
wxString tr(const model::Message& message);

/// The same for text that is built here: tr("{1} of {2}", {"3", "12"}).
inline wxString tr(const char* msgid, std::vector<std::string> arguments)
{
    return tr(model::Message{msgid, std::move(arguments)});
}

} // namespace views

#include "views/widgets/platform_words.h"

#ifdef __WXGTK__
#include <clocale>
#include <cstdlib>
#include <cstring>
#endif

namespace views {

#ifdef __WXGTK__
// wxWidgets keeps GTK from taking the locale, without which GTK speaks English. The characters are
// the locale's own, too, for the C library's errors are in its language from now on.
void speak_in_toolkit(const std::string& language)
{
    setenv("LANGUAGE", language.c_str(), 1);
    std::setlocale(LC_CTYPE, "");
    const auto* taken = std::setlocale(LC_MESSAGES, "");
    if (!taken || std::strcmp(taken, "C") == 0 || std::strcmp(taken, "POSIX") == 0)
        std::setlocale(LC_MESSAGES, "C.UTF-8"); // in C itself there is no other language
}
#else
void speak_in_toolkit(const std::string&) {}
#endif

} // namespace views

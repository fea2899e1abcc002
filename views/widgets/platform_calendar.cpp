#include "views/widgets/platform_calendar.h"

#ifdef __WXGTK__
#include <clocale>
#endif

namespace views {

#ifdef __WXGTK__
// GTK takes the names from the C library, in the encoding of its characters. How numbers are
// written stays as it is: our own texts rely on it.
void name_days()
{
    std::setlocale(LC_CTYPE, "");
    std::setlocale(LC_TIME, "");
}
#else
void name_days() {}
#endif

} // namespace views

#include "app/desktop/platform_words.h"

#include <wx/translation.h>

namespace app {

void add_stock_words(wxTranslations& translations)
{
#ifdef __WXMSW__
    // The program carries the catalogue, for nothing of wxWidgets is installed beside it.
    translations.SetLoader(new wxResourceTranslationsLoader);
#endif
    translations.AddStdCatalog();
}

} // namespace app

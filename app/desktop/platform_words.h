#pragma once

class wxTranslations;

namespace app {

/// Brings the words of wxWidgets' own dialogs in the language that is set, where this system has
/// them.
void add_stock_words(wxTranslations& translations);

} // namespace app

#include "views/widgets/platform_menu.h"

#include <wx/menu.h>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

namespace views {

void allow_item(wxMenuBar& bar, int id, bool allowed, const wxString& why_not)
{
    auto* item = bar.FindItem(id);
    if (!item)
        return;
    const auto why = allowed ? wxString() : why_not;
    item->Enable(allowed);
    if (item->GetHelp() == why)
        return;
    item->SetHelp(why);
#ifdef __WXGTK__
    if (auto* widget = item->GetMenuItem())
        gtk_widget_set_tooltip_text(widget, why.empty() ? nullptr : why.utf8_str().data());
#endif
}

} // namespace views

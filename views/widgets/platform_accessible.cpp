#include "views/widgets/platform_accessible.h"

#include "views/widgets/tr.h"

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

namespace views {

namespace {

#ifdef __WXGTK__
// GTK does not know wxWidgets' names: the accessible object of the widget has to be told.
void tell_screen_reader(wxWindow* control, const wxString& spoken)
{
    auto* widget = static_cast<GtkWidget*>(control->GetHandle());
    if (GTK_IS_SCROLLED_WINDOW(widget))
        if (auto* inner = gtk_bin_get_child(GTK_BIN(widget)))
            widget = inner;
    atk_object_set_name(gtk_widget_get_accessible(widget), spoken.utf8_str());
}
#else
// Windows reads the static text before the control, and wxWidgets passes its own labels on.
void tell_screen_reader(wxWindow*, const wxString&) {}
#endif

} // namespace

void name_control(wxWindow* control, std::string_view name, const wxString& spoken)
{
    control->SetName(to_wx(name));
    if (!spoken.empty())
        tell_screen_reader(control, spoken);
}

} // namespace views

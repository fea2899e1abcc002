#include "views/widgets/platform_accessible.h"

#include "views/widgets/tr.h"

#ifdef __WXGTK__
#include <gtk/gtk.h>
#elif defined(__WXMSW__)
// clang-format off
#include <wx/msw/wrapwin.h> // windows.h as wxWidgets can bear it
#include <initguid.h>       // makes the names in the next one our own
#include <oleacc.h>
// clang-format on
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
#elif defined(__WXMSW__)
/// What Windows is told of controls besides what it sees of them; nothing where it has no such
/// service. Lives as long as the program, for windows may go after anything of ours.
IAccPropServices* notes_on_controls()
{
    static auto* const services = [] {
        void* found = nullptr;
        CoCreateInstance(CLSID_AccPropServices, nullptr, CLSCTX_INPROC_SERVER,
            IID_IAccPropServices, &found);
        return static_cast<IAccPropServices*>(found);
    }();
    return services;
}

constexpr auto itself = static_cast<DWORD>(OBJID_CLIENT);

void forget(wxWindowDestroyEvent& event)
{
    event.Skip();
    notes_on_controls()->ClearHwndProps(
        static_cast<HWND>(event.GetWindow()->GetHandle()), itself, CHILDID_SELF, &PROPID_ACC_NAME, 1);
}

// Windows would read the static text before the control, which many of ours do not have.
void tell_screen_reader(wxWindow* control, const wxString& spoken)
{
    auto* notes = notes_on_controls();
    if (!notes)
        return;
    notes->SetHwndPropStr(static_cast<HWND>(control->GetHandle()), itself, CHILDID_SELF,
        PROPID_ACC_NAME, spoken.wc_str());
    control->Unbind(wxEVT_DESTROY, &forget); // it may have had another name
    control->Bind(wxEVT_DESTROY, &forget);
}
#else
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

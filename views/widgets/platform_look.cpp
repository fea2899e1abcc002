#include "views/widgets/platform_look.h"

#ifdef __WXGTK__
#include <gtk/gtk.h>
#else
#include "views/widgets/icons.h"

#include <wx/eventfilter.h>
#include <wx/toplevel.h>
#endif

namespace views {

#ifdef __WXGTK__

namespace {

constexpr int usual_resolution = 96 * 1024; ///< where the desktop says nothing

int desktop_resolution()
{
    static const int found = [] {
        int resolution = -1;
        g_object_get(gtk_settings_get_default(), "gtk-xft-dpi", &resolution, nullptr);
        return resolution > 0 ? resolution : usual_resolution;
    }();
    return found;
}

bool desktop_is_dark()
{
    static const bool found = [] {
        gboolean dark = FALSE;
        g_object_get(
            gtk_settings_get_default(), "gtk-application-prefer-dark-theme", &dark, nullptr);
        return dark != FALSE;
    }();
    return found;
}

} // namespace

bool can_choose_look()
{
    return true;
}

void apply_look(Look look)
{
    const bool is_dark_outside = desktop_is_dark(); // asked before we change it ourselves
    const bool dark = look == Look::system ? is_dark_outside : look == Look::dark;
    gboolean now = FALSE;
    g_object_get(gtk_settings_get_default(), "gtk-application-prefer-dark-theme", &now, nullptr);
    if (dark == (now != FALSE))
        return; // a theme costs a moment to load
    g_object_set(gtk_settings_get_default(), "gtk-application-prefer-dark-theme",
        static_cast<gboolean>(dark), nullptr);
    // wxWidgets keeps the colours it has asked for until it hears of another theme.
    g_object_notify(G_OBJECT(gtk_settings_get_default()), "gtk-theme-name");
}

void stand_still()
{
    g_object_set(gtk_settings_get_default(), "gtk-enable-animations", gboolean{FALSE}, nullptr);
}

void apply_letter_size(int percent)
{
    const int wanted = desktop_resolution() / 100 * percent;
    int now = 0;
    g_object_get(gtk_settings_get_default(), "gtk-xft-dpi", &now, nullptr);
    // Not set at all means the usual resolution; setting it has all letters measured anew.
    if (wanted != (now > 0 ? now : usual_resolution))
        g_object_set(gtk_settings_get_default(), "gtk-xft-dpi", wanted, nullptr);
}

double letter_ratio()
{
    constexpr double usual = 96;
    auto* screen = gdk_screen_get_default();
    const double resolution = screen ? gdk_screen_get_resolution(screen) : usual;
    return resolution > 0 ? resolution / usual : 1;
}

#else

namespace {

/// Gives every frame and dialog, as it comes up and before its controls do, letters of that size,
/// which the controls take from there, and the program's icon. The toolkit knows neither for all
/// windows.
class Wardrobe : public wxEventFilter {
public:
    Wardrobe() : icons_(program_icons()) { wxEvtHandler::AddFilter(this); }
    ~Wardrobe() override { wxEvtHandler::RemoveFilter(this); }
    Wardrobe(const Wardrobe&) = delete;
    Wardrobe& operator=(const Wardrobe&) = delete;

    int FilterEvent(wxEvent& event) override
    {
        if (event.GetEventType() == wxEVT_CREATE)
            if (auto* window = dynamic_cast<wxTopLevelWindow*>(event.GetEventObject()))
                dress(*window);
        return Event_Skip;
    }

    float ratio() const { return static_cast<float>(percent) / usual; }

    int percent = usual;

private:
    void dress(wxTopLevelWindow& window) const
    {
        window.SetIcons(icons_);
        if (percent != usual)
            window.SetFont(window.GetFont().Scaled(ratio()));
    }

    static constexpr int usual = 100;
    wxIconBundle icons_;
};

Wardrobe& wardrobe()
{
    static auto* const all = new Wardrobe; // its icons may not outlive the toolkit
    return *all;
}

} // namespace

bool can_choose_look()
{
    return false;
}

void apply_look(Look) {}

void stand_still() {}

void apply_letter_size(int percent)
{
    wardrobe().percent = percent;
}

double letter_ratio()
{
    return wardrobe().ratio();
}

#endif

} // namespace views

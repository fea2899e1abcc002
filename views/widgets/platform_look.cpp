#include "views/widgets/platform_look.h"

#ifdef __WXGTK__
#include <gtk/gtk.h>
#else
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
    const bool dark = look == Look::system ? desktop_is_dark() : look == Look::dark;
    g_object_set(gtk_settings_get_default(), "gtk-application-prefer-dark-theme",
        static_cast<gboolean>(dark), nullptr);
    // wxWidgets keeps the colours it has asked for until it hears of another theme.
    g_object_notify(G_OBJECT(gtk_settings_get_default()), "gtk-theme-name");
}

void apply_letter_size(int percent)
{
    g_object_set(
        gtk_settings_get_default(), "gtk-xft-dpi", desktop_resolution() / 100 * percent, nullptr);
}

double letter_ratio()
{
    constexpr double usual = 96;
    auto* screen = gdk_screen_get_default();
    const double resolution = screen ? gdk_screen_get_resolution(screen) : usual;
    return resolution > 0 ? resolution / usual : 1;
}

void take_letter_size(wxTopLevelWindow&) {}

#else

namespace {

int letter_size = 100;

} // namespace

bool can_choose_look()
{
    return false;
}

void apply_look(Look) {}

void apply_letter_size(int percent)
{
    letter_size = percent;
}

double letter_ratio()
{
    return static_cast<double>(letter_size) / 100;
}

void take_letter_size(wxTopLevelWindow& window)
{
    window.SetFont(window.GetFont().Scaled(static_cast<float>(letter_size) / 100));
}

#endif

} // namespace views

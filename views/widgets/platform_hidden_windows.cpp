#include "views/widgets/platform_hidden_windows.h"

#include <vector>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#else
#include <wx/msw/wrapwin.h>
#endif

namespace views {

#ifdef __WXGTK__

// Only the system's own windows are withdrawn: a dialog whose widget is hidden would end.

namespace {

struct HeldWindow {
    GtkWindow* window = nullptr;
    int x = 0;
    int y = 0;
    bool is_maximised = false;
};

/// It holds the mouse and the keyboard, which a passphrase needs.
void close_menu()
{
    auto* holder = gtk_grab_get_current();
    if (holder && GTK_IS_MENU_SHELL(holder))
        gtk_menu_shell_cancel(GTK_MENU_SHELL(holder));
}

} // namespace

struct HiddenWindows::Held {
    std::vector<HeldWindow> windows; ///< the oldest first, as GTK lists them
};

HiddenWindows::HiddenWindows() : held_(std::make_unique<Held>())
{
    close_menu();
    auto* all = gtk_window_list_toplevels();
    for (auto* each = all; each; each = each->next) {
        auto* widget = GTK_WIDGET(each->data);
        auto* drawn = gtk_widget_get_window(widget);
        if (!gtk_widget_get_mapped(widget) || !drawn || !gdk_window_is_visible(drawn))
            continue;
        HeldWindow held{.window = GTK_WINDOW(widget)};
        const bool is_lasting = gtk_window_get_window_type(held.window) == GTK_WINDOW_TOPLEVEL;
        if (is_lasting) { // a hint or a list that hangs down is not shown again
            gtk_window_get_position(held.window, &held.x, &held.y);
            held.is_maximised = gtk_window_is_maximized(held.window) != FALSE;
            g_object_ref(held.window);
            held_->windows.push_back(held);
        }
        gdk_window_hide(drawn);
    }
    g_list_free(all);
}

HiddenWindows::~HiddenWindows()
{
    for (const auto& held : held_->windows) {
        auto* widget = GTK_WIDGET(held.window);
        auto* drawn = gtk_widget_get_window(widget);
        if (drawn && gtk_widget_get_mapped(widget)) { // it may have been closed meanwhile
            gdk_window_show(drawn);
            if (held.is_maximised)
                gtk_window_maximize(held.window);
            else
                gtk_window_move(held.window, held.x, held.y);
            if (&held == &held_->windows.back())
                gtk_window_present(held.window);
        }
        g_object_unref(held.window);
    }
}

void HiddenWindows::stay_hidden()
{
    for (auto& held : held_->windows)
        g_object_unref(held.window);
    held_->windows.clear();
}

#else

struct HiddenWindows::Held {
    std::vector<HWND> windows; ///< from the front to the back
};

HiddenWindows::HiddenWindows() : held_(std::make_unique<Held>())
{
    ::EndMenu();
    ::EnumThreadWindows(
        ::GetCurrentThreadId(),
        [](HWND window, LPARAM all) -> BOOL {
            if (::IsWindowVisible(window))
                reinterpret_cast<std::vector<HWND>*>(all)->push_back(window);
            return TRUE;
        },
        reinterpret_cast<LPARAM>(&held_->windows));
    for (auto* window : held_->windows)
        ::ShowWindow(window, SW_HIDE);
}

HiddenWindows::~HiddenWindows()
{
    HWND front = nullptr;
    for (auto at = held_->windows.rbegin(); at != held_->windows.rend(); ++at) {
        if (!::IsWindow(*at))
            continue; // it was closed meanwhile
        ::ShowWindow(*at, SW_SHOWNA);
        if (::IsWindowEnabled(*at))
            front = *at;
    }
    if (front)
        ::SetForegroundWindow(front);
}

void HiddenWindows::stay_hidden()
{
    held_->windows.clear();
}

#endif

} // namespace views

#include "views/widgets/platform_table.h"

#include <wx/dataview.h>
#include <wx/listbox.h>

#include <limits>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

namespace views {

#ifdef __WXGTK__

namespace {

using Moved = std::function<void(int)>;

GtkAdjustment* sideways(wxDataViewCtrl& table)
{
    return gtk_scrolled_window_get_hadjustment(GTK_SCROLLED_WINDOW(table.GetHandle()));
}

void tell(GtkAdjustment* adjustment, void* moved)
{
    (*static_cast<Moved*>(moved))(static_cast<int>(gtk_adjustment_get_value(adjustment)));
}

void forget(void* moved, GClosure*)
{
    delete static_cast<Moved*>(moved);
}

} // namespace

void watch_scrolling(wxDataViewCtrl& table, Moved moved)
{
    // The signal owns the function and frees it with the table.
    g_signal_connect_data(sideways(table), "value-changed", G_CALLBACK(tell),
        new Moved(std::move(moved)), forget, GConnectFlags(0));
}

void leave_search(wxDataViewCtrl& table)
{
    auto* view = gtk_bin_get_child(GTK_BIN(table.GetHandle()));
    gtk_tree_view_set_enable_search(GTK_TREE_VIEW(view), FALSE);
}

void repaint_rows(wxDataViewCtrl& table)
{
    gtk_widget_queue_draw(gtk_bin_get_child(GTK_BIN(table.GetHandle())));
}

std::size_t rows_at_once()
{
    return 2000;
}

bool is_input_waiting()
{
    return gdk_display_has_pending(gdk_display_get_default());
}

int row_height(wxListBox& list)
{
    auto* view = GTK_TREE_VIEW(gtk_bin_get_child(GTK_BIN(list.GetHandle())));
    int height = 0;
    int between = 0;
    gtk_tree_view_column_cell_get_size(
        gtk_tree_view_get_column(view, 0), nullptr, nullptr, nullptr, nullptr, &height);
    gtk_widget_style_get(GTK_WIDGET(view), "vertical-separator", &between, nullptr);
    return height + between;
}

void scroll_sideways(wxDataViewCtrl& table, int left, int right)
{
    gtk_adjustment_clamp_page(sideways(table), left, right);
}

#else

namespace {

int left_of(const wxDataViewCtrl& table)
{
    return table.CalcUnscrolledPosition(wxPoint(0, 0)).x;
}

} // namespace

void watch_scrolling(wxDataViewCtrl& table, std::function<void(int)> moved)
{
    const auto told = [&table, moved](wxScrollWinEvent& event) {
        event.Skip();
        table.CallAfter([&table, moved] { moved(left_of(table)); });
    };
    for (const auto& kind : {wxEVT_SCROLLWIN_TOP, wxEVT_SCROLLWIN_BOTTOM, wxEVT_SCROLLWIN_LINEUP,
             wxEVT_SCROLLWIN_LINEDOWN, wxEVT_SCROLLWIN_PAGEUP, wxEVT_SCROLLWIN_PAGEDOWN,
             wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE}) {
        table.Bind(kind, told);
        table.GetMainWindow()->Bind(kind, told);
    }
}

void leave_search(wxDataViewCtrl&) {}

void repaint_rows(wxDataViewCtrl& table)
{
    table.Refresh();
}

std::size_t rows_at_once()
{
    return std::numeric_limits<std::size_t>::max();
}

bool is_input_waiting()
{
    return false;
}

int row_height(wxListBox& list)
{
    return list.GetCharHeight() + list.FromDIP(10);
}

void scroll_sideways(wxDataViewCtrl& table, int left, int right)
{
    int step = 0;
    int ignored = 0;
    table.GetScrollPixelsPerUnit(&step, &ignored);
    const int now = left_of(table);
    const int width = table.GetClientSize().x;
    if (step > 0 && (left < now || right > now + width))
        table.Scroll((left < now ? left : right - width) / step, -1);
}

#endif

} // namespace views

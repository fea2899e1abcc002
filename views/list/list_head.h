#pragma once

#include "views/list/list_layout.h"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

class wxHeaderCtrlEvent;
class wxTextCtrl;

namespace views {

/// The heads of a list's columns and under each of them a cell to filter by. A head is clicked to
/// sort, with Ctrl or Shift to sort by one more column; dragged to move its column, and dragged at
/// its edge to size it.
class ListHead : public wxPanel {
public:
    explicit ListHead(wxWindow* parent);

    /// Shows these columns. What was typed under a column that stays is kept.
    void show(const ListLayout& layout);

    /// The table scrolled: so many pixels at its left are out of sight.
    void scroll_to(int left);

    using Filters = std::vector<std::pair<const model::FieldDef*, std::string>>;
    const Filters& filters() const { return filters_; }

    /// Without on_filter; columns that are not shown are passed over.
    void set_filters(const Filters& filters);
    void clear_filters() { set_filters({}); }

    /// Gives the keyboard to the cell that had it last, else to the first.
    void focus();

    std::function<void()> on_filter;
    std::function<void()> on_leave; ///< the keyboard is to go back to the table
    std::function<void(const model::FieldDef& field, bool one_more)> on_sort;
    std::function<void(std::size_t column, int width)> on_resize; ///< in pixels
    std::function<void(std::size_t from, std::size_t to)> on_move;
    std::function<void(const model::FieldDef& field)> on_menu;

    /// A cell got the keyboard: these pixels of the table's width are to be seen.
    std::function<void(int left, int right)> on_reach;

private:
    class Heads;

    void add_cell(const model::FieldDef& field);
    void bind_cell(wxTextCtrl& cell, const model::FieldDef& field);
    void bind_heads();
    void on_cell_key(wxKeyEvent& event);
    void typed(const model::FieldDef& field, wxTextCtrl& cell);
    static void show_tip(wxTextCtrl& cell);
    void show_understanding(const model::FieldDef& field, wxTextCtrl& cell);
    void place_cells();
    std::string& filter_of(const model::FieldDef& field);
    int left_of(std::size_t column) const;

    Heads* heads_;
    wxPanel* row_; ///< holds the cells
    ListLayout layout_;
    std::vector<wxTextCtrl*> cells_; ///< one for each column of the layout
    Filters filters_;
    std::size_t last_ = 0; ///< the cell that had the keyboard last
    int left_ = 0;
};

} // namespace views

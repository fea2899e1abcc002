#pragma once

#include "model/listing/cross_table.h"

#include <wx/grid.h>

#include <functional>
#include <memory>
#include <utility>

namespace views {

/// A cross-table on the screen: a cell for each number, gone through by the arrow keys, its heads
/// always in sight.
class CrossGrid : public wxGrid {
public:
    explicit CrossGrid(wxWindow* parent);

    void show(std::shared_ptr<const model::CrossTable> table);

    /// Where the keyboard is: a place of the table, totals among them.
    std::pair<std::size_t, std::size_t> current() const;

    /// Goes there.
    void go_to(std::size_t row, std::size_t column);

    /// "县公安局，事业编：12", as screen readers say it.
    wxString spoken() const;

    std::function<void()> on_open; ///< Enter, or a double click: the records of the number
    std::function<void()> on_copy;
    std::function<void()> on_move; ///< the keyboard is in another cell

private:
    void on_key(wxKeyEvent& event);
    void fit();
    void moved();

    std::shared_ptr<const model::CrossTable> table_;
    std::pair<std::size_t, std::size_t> current_; ///< wxGrid tells of a move before it is made
};

} // namespace views

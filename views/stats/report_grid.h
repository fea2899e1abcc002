#pragma once

#include <wx/grid.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace views {

/// A table of figures on the screen: the first line its heads, the first cell of each line what the
/// line is about, the last line the total. A cell for each number, gone through by the arrow keys.
class ReportGrid : public wxGrid {
public:
    using Lines = std::vector<std::vector<std::string>>;

    ReportGrid(wxWindow* parent, const wxString& spoken);

    /// Where there are as many lines as before the place is kept.
    void show(const Lines& lines);

    /// Where the keyboard is: the line under the heads, and the column of figures.
    std::pair<std::size_t, std::size_t> current() const { return current_; }
    void go_to(std::size_t row, std::size_t column);

    /// "县公安局，收件：12", as screen readers say it.
    wxString spoken() const;

    std::function<void()> on_open; ///< Enter, or a double click
    std::function<void()> on_copy;
    std::function<void()> on_move; ///< the keyboard is in another cell

private:
    void on_key(wxKeyEvent& event);
    void fit();
    void moved();

    wxString name_;
    Lines lines_;
    std::pair<std::size_t, std::size_t> current_; ///< wxGrid tells of a move before it is made
};

} // namespace views

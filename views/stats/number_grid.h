#pragma once

#include <wx/grid.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace views {

/// A table of numbers on the screen: a cell for each, gone through by the arrow keys, its heads and
/// the names of its lines always in sight.
class NumberGrid : public wxGrid {
public:
    /// The first line holds the heads, the first text of each other one says what it is about.
    using Lines = std::vector<std::vector<std::string>>;
    using IsBold = std::function<bool(std::size_t row, std::size_t column)>;

    /// `name` is for tests, `spoken` for screen readers.
    NumberGrid(wxWindow* parent, const char* name, const wxString& spoken);

    /// Where the keyboard is: the line under the heads, and the column of numbers.
    std::pair<std::size_t, std::size_t> current() const { return current_; }
    void go_to(std::size_t row, std::size_t column);

    /// "县公安局，收件：12", as screen readers say it; empty before the first table.
    virtual wxString spoken() const;

    std::function<void()> on_open; ///< Enter, or a double click: the records of the number
    std::function<void()> on_copy;
    std::function<void()> on_move; ///< the keyboard is in another cell

protected:
    /// Shows them, at the place where the keyboard was, or at the first. The first `words` columns
    /// are no numbers: they stand to the left, with room for the longest.
    void show_lines(Lines lines, IsBold is_bold, bool keeps_place, std::size_t words = 0);

private:
    void on_key(wxKeyEvent& event);
    void fit(std::size_t words);
    void moved();

    wxString spoken_name_;
    Lines lines_;
    std::pair<std::size_t, std::size_t> current_; ///< wxGrid tells of a move before it is made
};

} // namespace views

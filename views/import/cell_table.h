#pragma once

#include <wx/dataview.h>

#include <functional>
#include <optional>
#include <vector>

namespace views {

/// A table of texts under heads, as sheets are shown: cells may have a colour, be changed where
/// they stand, and be gone to. It asks for what stands in a cell when it is to be seen.
class CellTable : public wxDataViewCtrl {
public:
    struct Cell {
        wxString text;
        wxColour colour = {};     ///< none: the usual one
        wxColour background = {}; ///< the same
        bool bold = false;
    };
    struct Column {
        wxString head;
        int width = 100; ///< in DIPs
        bool editable = false;
        bool grows = false;     ///< takes the room that the others leave
        bool shows_end = false; ///< what is too long is cut in its middle: codes differ at the end
    };
    using CellOf = std::function<Cell(std::size_t row, std::size_t column)>;

    enum class Choosing { one, several };
    CellTable(wxWindow* parent, const char* name, const wxString& spoken,
        Choosing choosing = Choosing::one);

    void show(const std::vector<Column>& columns, std::size_t rows, CellOf cell_of);

    /// The same columns, other rows; where there are as many as before the place is kept.
    void show_rows(std::size_t rows);

    /// Something in this row is other than it was.
    void tell_changed(std::size_t row);

    std::size_t rows() const { return rows_; }
    std::size_t columns() const { return columns_.size(); }
    Cell cell(std::size_t row, std::size_t column) const { return cell_of_(row, column); }

    /// Chooses the row and brings the cell into sight.
    void go_to(std::size_t row, std::size_t column);

    /// Chooses the first row of rows that were just shown. GTK, told to bring it into sight before
    /// it knows how high rows are, would scroll past it.
    void choose_first();

    /// These rows and no others; they need not be there any more.
    void choose(const std::vector<std::size_t>& rows);

    /// Opens the cell for typing.
    void edit(std::size_t row, std::size_t column);

    /// As if the user had typed it there.
    void type(std::size_t row, std::size_t column, const wxString& text);

    std::optional<std::size_t> current() const;

    /// All rows that are chosen, from the top down.
    std::vector<std::size_t> chosen() const;

    std::function<void(std::size_t row)> on_choose;   ///< also by the keyboard
    std::function<void(std::size_t row)> on_activate; ///< Enter, or a double click
    std::function<void(std::size_t row, std::size_t column, const wxString& text)> on_edit;

private:
    class Model;

    void on_key(wxKeyEvent& event);
    void fill_width();

    std::vector<Column> columns_;
    std::size_t rows_ = 0;
    CellOf cell_of_;
    wxObjectDataPtr<Model> model_;
};

/// How wide a column must be for such texts, within reason, in DIPs.
int width_for(const wxWindow& window, const std::vector<wxString>& texts);

} // namespace views

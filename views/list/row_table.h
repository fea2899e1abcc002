#pragma once

#include "views/list/list_layout.h"
#include "views/list/record_rows.h"

#include <wx/dataview.h>
#include <wx/timer.h>

#include <functional>
#include <optional>

namespace views {

/// The rows of a list as a table without heads. Groups are folded up and opened by Left and Right,
/// Enter or a double click. It follows no change of the rows by itself: whoever
/// asks them anew says so by show_rows().
class RowTable : public wxDataViewCtrl {
public:
    /// The rows outlive the table.
    RowTable(wxWindow* parent, RecordRows& rows);

    void show_columns(const ListLayout& layout);

    /// Shows the rows there are now; the marked record stays marked where it is still among them,
    /// and so do all that are selected if `keeps_selection`.
    void show_rows(bool keeps_selection = false);

    /// The one record that is selected, if it is one.
    std::optional<model::Uuid> selected() const;
    std::vector<std::size_t> selected_rows() const; ///< groups are none

    /// The column in which the keyboard is.
    std::size_t current_column() const;

    /// The record that stands where the one selected last stood, once that one is gone.
    std::optional<model::Uuid> near_last() const;

    /// Marks the record and scrolls to it, without on_select; nil marks none. One that is not among
    /// the rows is marked once it is, and scrolled to then if it `is_awaited`.
    void select(const model::Uuid& id, bool is_awaited);
    void select_all();
    void fold_all(bool folded);

    /// Moves by so many rows, as Page Up and Page Down in the form do.
    void step(int rows);

    std::function<void(const model::Uuid&)> on_select;
    std::function<void()> on_activate; ///< Enter, or a double click
    std::function<void()> on_select_all;
    std::function<void()> on_copy;
    std::function<void()> on_paste;
    std::function<void()> on_print;
    std::function<void()> on_menu; ///< the menu of the selected rows is asked for

private:
    class Model;

    void give_rows(std::size_t count);
    void give_more();
    void mark(std::size_t row);
    void note_selection();
    void select_again(const std::vector<model::Uuid>& records, bool all);
    void fold(std::size_t row, bool folded);
    std::optional<std::size_t> current_group() const;
    std::optional<model::Uuid> record_at(std::size_t row, int direction) const;
    void on_key(wxKeyEvent& event);

    RecordRows& rows_;
    wxObjectDataPtr<Model> model_;
    wxTimer giving_;                  ///< the table is given the rest of its rows
    model::Uuid marked_;              ///< stays marked when a filter hides it and shows it again
    bool is_awaited_ = false;         ///< it is to be scrolled to once it is there
    std::size_t last_row_ = 0;        ///< where it stood
    std::vector<model::Uuid> chosen_; ///< where several are selected
    bool all_chosen_ = false;
};

} // namespace views

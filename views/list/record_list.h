#pragma once

#include "views/list/record_rows.h"

#include <wx/dataview.h>
#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>

class wxSearchCtrl;
class wxStaticText;

namespace views {

/// A register as a table: the heading with the count of shown and all, the quick filter, and one
/// row for each record. The columns are the fields that state a width.
class RecordList : public wxPanel {
public:
    RecordList(wxWindow* parent, model::RecordStore& store, const model::EntityDef& def);

    /// Reads anew after an edit or a sync; the selected record stays selected where it still is.
    void refresh();

    void filter(const wxString& typed);

    std::size_t count() const { return rows_.size(); }
    wxString text(std::size_t row, std::size_t column) { return rows_.text(row, column); }
    std::optional<model::Uuid> selected() const;
    std::optional<model::Uuid> first() const;

    /// Marks the record and scrolls to it, without on_select; nil or one that is not shown: none.
    void select(const model::Uuid& id);

    /// Moves by so many rows, as Page Up and Page Down in the form do.
    void step(int rows);

    void focus_table();

    std::function<void(const model::Uuid&)> on_select;

private:
    class Model;

    void add_columns();
    void show_counts();

    RecordRows rows_;
    const model::EntityDef& def_;
    Sorting sorting_;
    wxSearchCtrl* filter_;
    wxStaticText* counts_;
    wxDataViewCtrl* table_;
    wxObjectDataPtr<Model> model_;
    wxTimer typing_;
};

} // namespace views

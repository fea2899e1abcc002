#pragma once

#include "model/listing/cross_table.h"

#include <wx/panel.h>

#include <functional>
#include <vector>

class wxChoice;
class wxTextCtrl;

namespace views {

/// What a cross-table is asked: its register, the fields by which it is parted, what is counted or
/// added up, and a filter.
class CrossChoices : public wxPanel {
public:
    /// The registers, at least one, of the file's catalog, which outlives this, and which others
    /// may be looked at through references.
    CrossChoices(wxWindow* parent, const model::Catalog& catalog,
        std::vector<const model::EntityDef*> registers,
        std::function<bool(const model::EntityDef&)> looks_through);

    model::CrossQuestion question() const;

    /// Without on_change. A register that is not among them changes nothing.
    void show(const model::CrossQuestion& question);

    void focus();

    std::function<void()> on_change; ///< something else is asked
    std::function<void()> on_leave;  ///< the keyboard is to go to the table

private:
    void lay_out();
    void wire();
    void offer(const model::EntityDef& def);
    void choose_usual();

    const model::Catalog& catalog_;
    std::vector<const model::EntityDef*> registers_;
    std::function<bool(const model::EntityDef&)> looks_through_;
    std::vector<model::CrossField> fields_;       ///< of the register that is shown
    std::vector<const model::FieldDef*> numbers_; ///< the same
    wxChoice* register_;
    wxChoice* number_;
    wxChoice* rows_;
    wxChoice* columns_;
    wxTextCtrl* where_;
    std::string asked_where_; ///< the filter shown last, and how it reads with labels
    std::string shown_where_;
};

} // namespace views

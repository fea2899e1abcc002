#pragma once

#include "model/exchange/pasted_table.h"
#include "views/import/block_dialog.h"

class wxCheckBox;
class wxChoice;

namespace views {

/// Puts a table from the clipboard over the rows of a list.
class PasteRows : public BlockDialog {
public:
    PasteRows(wxWindow* parent, const Desk& desk, const model::EntityDef& def,
        model::PasteTarget target, const std::string& text);

    /// Whether the text is a table whose heads are those of the register, or that can be put under
    /// them.
    bool has_table() const { return !table_.rows.empty(); }

private:
    std::shared_ptr<const model::Block> block() override;

    wxWindow* make_questions();
    wxString name_of(model::PasteWay way) const;

    model::PasteTarget target_;
    model::PastedTable table_;
    std::vector<model::PasteWay> ways_;
    wxChoice* way_ = nullptr;
    wxChoice* column_ = nullptr; ///< only for a table without heads
    wxCheckBox* empties_ = nullptr;
};

} // namespace views

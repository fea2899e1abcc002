#pragma once

#include "views/form/field_editor.h"
#include "views/import/block_dialog.h"

#include <memory>
#include <vector>

class wxButton;
class wxCheckBox;
class wxChoice;
class wxFlexGridSizer;
class wxPanel;
class wxTextCtrl;

namespace views {

/// Gives the same values to chosen fields of all selected records.
class BulkEdit : public BlockDialog {
public:
    /// `first` is the field that is offered at first, if it may well be the same for many.
    BulkEdit(wxWindow* parent, const Desk& desk, const model::EntityDef& def,
        std::vector<model::Uuid> records, const model::FieldDef& first);

private:
    /// A field and what it is to become. A line without an entry, and not to be emptied, is not
    /// asked for.
    struct Line {
        wxChoice* field;
        wxPanel* place; ///< holds the editor
        wxCheckBox* empty;
        std::unique_ptr<FieldEditor> editor;
        model::Value value = {}; ///< what the editor was given
        const model::FieldDef* def = nullptr;
    };

    std::shared_ptr<const model::Block> block() override;

    wxSizer* make_lines();
    void add_line(const model::FieldDef* field);
    void choose(Line& line, const model::FieldDef* field);
    void show_line(Line& line);
    void focus();
    std::optional<std::string> text_of(const Line& line) const;

    std::vector<model::Uuid> records_;
    std::vector<const model::FieldDef*> fields_;
    std::vector<std::unique_ptr<Line>> lines_;
    wxPanel* questions_;
    wxFlexGridSizer* grid_;
    wxButton* more_ = nullptr;
    wxTextCtrl* document_ = nullptr; ///< what an entry on behalf of the owner rests on
};

} // namespace views

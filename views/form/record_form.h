#pragma once

#include "model/rules/finding.h"
#include "model/store/drafts.h"
#include "model/sync/inbox.h"
#include "views/form/field_row.h"

#include <wx/panel.h>
#include <wx/scrolwin.h>

#include <functional>
#include <memory>
#include <vector>

class wxButton;

namespace views {

class WrappedText;

/// The edit form of any entity: its fields in groups, in the order of its definition; what the
/// rules say stands beside each field, and above all of them how much there is to mend.
class RecordForm : public wxPanel {
public:
    /// Why a field cannot be changed, or nothing.
    using Locks = std::function<std::optional<model::Message>(const model::FieldDef&)>;

    RecordForm(wxWindow* parent, const model::EntityDef& def, model::RecordStore& store);

    /// Shows the record with its locks, without findings.
    void load(const model::Record& record, const Locks& locks);

    const model::Uuid& id() const { return id_; }

    /// Puts the personal values of the record behind their masked forms, or shows them whole.
    /// `offers`: whether to show the button that reveals them.
    void mask_personal(bool masked, bool offers = true);
    bool masks_personal() const;

    /// Whether anything differs from what was loaded, unreadable entries included.
    bool is_changed() const;

    /// The fields that differ and can be read.
    std::vector<model::FieldEdit> edits() const;

    /// What differs, unreadable entries included, so that it can be put back after a crash; and the
    /// way back, for what may still be changed.
    std::vector<model::Draft::Entry> draft() const;
    void enter(const std::vector<model::Draft::Entry>& entries);

    /// Whose each field is and what was entered on behalf; one for each field.
    void mark(const std::vector<model::FieldMark>& marks);

    /// What waits for a decision, each at its field.
    void show_conflicts(const std::vector<model::InboxItem>& items);

    /// What references offer besides the records there are.
    void offer_new(const FieldEditor::Enter& enter);
    void offer_only(const FieldEditor::Seen& seen);
    void offer_to_follow(const FieldEditor::Follow& follow);

    /// A finding of level refuse for each entry that cannot be read. While the user still types,
    /// the field that has the keyboard is left in peace.
    enum class Typing { goes_on, is_done };
    model::Findings unreadable(Typing typing = Typing::is_done) const;

    /// Writes each finding at its field and clears the others. Those of the record as a whole stand
    /// above the fields.
    void show(const model::Findings& findings);

    /// Puts back what was loaded into the field that has the keyboard; false where there is none
    /// that was changed.
    bool put_back_focused();

    /// How wide the labels at the left are.
    int label_width() const { return label_width_; }

    /// The one with the keyboard, or nullptr.
    const model::FieldDef* focused_field() const;

    void focus_first();
    void focus(const model::FieldDef& field);

    /// The first of those that keep from saving; the first of the others where there is none such.
    void go_to_worst_finding();

    /// The next one behind the field with the keyboard, and after the last the first again.
    void go_to_next_finding();

    std::function<void()> on_change;
    std::function<void()> on_escape;

    /// The user wants to see the personal values whole.
    std::function<void()> on_reveal;

    /// Enter was pressed in the last field.
    std::function<void()> on_last;

    /// The user wants to decide an inbox item.
    std::function<void(const model::Hash128&)> on_decide;

private:
    void add_fields(const model::EntityDef& def, model::RecordStore& store);
    void show_extra_fields(const model::Record& record);
    bool offer_fitting();
    void summarise(const model::Findings& findings);
    wxString fields_to_mend() const;
    FieldRow* row_of(const model::FieldDef& field) const;
    void bind_keys(FieldRow& row);
    void reveal();
    void on_masked_key(FieldRow& row, wxKeyEvent& event);
    void on_key(wxKeyEvent& event);
    void go_on_from(const FieldRow& row);
    bool wrap();
    void lay_out();
    FieldRow* focused() const;

    model::Uuid id_;
    wxButton* summary_;
    wxButton* reveal_;     ///< shown while personal values are masked
    WrappedText* lock_;    ///< why the whole record is locked
    WrappedText* general_; ///< findings of the record as a whole
    wxScrolledWindow* page_;
    model::RecordStore& store_;
    std::vector<std::unique_ptr<FieldRow>> rows_;
    wxSizer* extra_heading_ = nullptr; ///< of the fields that offices added, if there are any
    bool is_chain_step_ = false;
    int label_width_ = 0;
    int tag_width_ = 0;
};

} // namespace views

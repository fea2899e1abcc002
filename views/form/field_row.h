#pragma once

#include "model/commands/field_marks.h"
#include "model/rules/finding.h"
#include "views/form/field_editor.h"

class wxButton;
class wxFlexGridSizer;
class wxStaticText;
class wxTextCtrl;

namespace views {

class WrappedText;

/// A line of a form: the label, the editor, whose the field is, and under it why it is locked, what
/// two sides entered differently and what the rules say of it.
class FieldRow {
public:
    /// Adds the line of a field of that register to a grid of three columns on `parent`.
    FieldRow(wxWindow* parent, wxFlexGridSizer& grid, const model::EntityDef& def,
        const model::FieldDef& field, model::RecordStore& store);

    const model::FieldDef& field() const { return field_; }

    /// Whether the form shows the line at all; it does, until it is told not to.
    void appear(bool is_there);
    bool is_there() const { return is_there_; }
    FieldEditor& editor() { return *editor_; }
    const FieldEditor& editor() const { return *editor_; }

    void set(const model::Value& value);

    /// Puts an entry into the editor as if the user had made it; set() says what it differs from.
    void enter(const model::Value& value) { editor_->set(value); }
    void enter_words(const wxString& words) { editor_->type(words); }

    /// Whether the entry differs from what set() put there; one that cannot be read does.
    bool is_changed() const;
    const model::Value& loaded() const { return loaded_; }

    /// A personal value that is there stands masked in the place of its editor, or the editor does;
    /// what was typed over it is not hidden from whoever typed it.
    void mask(bool masked);
    bool is_masked() const;

    /// What takes the keyboard: the editor, or the masked value in its place.
    wxWindow* focus() const;
    bool has_focus() const;

    /// A key was pressed in the masked value, which does not take it.
    std::function<void(wxKeyEvent&)> on_masked_key;

    /// The worst findings first; none clears.
    void show(const model::Findings& findings);
    bool has_findings() const { return worst_.has_value(); }

    /// The level of the worst finding shown.
    std::optional<model::Level> worst() const { return worst_; }

    /// Locks the field with the reason, or opens it. Where the reason is told elsewhere already, it
    /// stands only in the tip of the field.
    enum class Telling { here, elsewhere };
    void lock(const std::optional<model::Message>& reason, Telling telling = Telling::here);
    bool is_locked() const { return locked_ || !is_there_; }

    /// Whose the field is, if it is not this office's or everybody's, and the mark of an entry made
    /// on the owner's behalf.
    void mark(const model::FieldMark& mark);
    void unmark();

    /// A difference that waits for a decision, with the way to it; empty text clears.
    void show_conflict(const wxString& text, const std::function<void()>& decide);

    int label_width() const;
    void set_label_width(int width);
    int tag_width() const;
    void set_tag_width(int width);

    /// Breaks the sentences for that many pixels; tells whether their lines changed.
    bool wrap(int width);

private:
    const model::FieldDef& field_;
    std::unique_ptr<FieldEditor> editor_;
    wxStaticText* label_;
    wxTextCtrl* masked_ = nullptr; ///< of a personal field
    wxStaticText* tag_ = nullptr;
    WrappedText* hint_ = nullptr; ///< of a field that an office added
    WrappedText* reason_ = nullptr;
    WrappedText* conflict_ = nullptr;
    wxButton* decide_ = nullptr;
    std::function<void()> on_decide_;
    WrappedText* findings_ = nullptr;
    std::optional<model::Level> worst_;
    model::Value loaded_;
    bool locked_ = false;
    bool is_there_ = true;
};

} // namespace views

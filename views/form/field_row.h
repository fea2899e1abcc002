#pragma once

#include "model/rules/finding.h"
#include "views/form/field_editor.h"

class wxFlexGridSizer;
class wxStaticText;

namespace views {

class WrappedText;

/// A line of a form: the label, the editor, and under it why the field is locked and what the rules
/// say of it.
class FieldRow {
public:
    /// Adds the line to a grid of two columns on `parent`.
    FieldRow(wxWindow* parent, wxFlexGridSizer& grid, const model::FieldDef& field,
        model::RecordStore& store);

    const model::FieldDef& field() const { return field_; }
    FieldEditor& editor() { return *editor_; }
    const FieldEditor& editor() const { return *editor_; }

    void set(const model::Value& value);

    /// Whether the entry differs from what set() put there; one that cannot be read does.
    bool is_changed() const;
    const model::Value& loaded() const { return loaded_; }

    /// The worst findings first; none clears.
    void show(const model::Findings& findings);
    bool has_findings() const;

    /// Locks the field with the reason, or opens it. Where the reason is told elsewhere already, it
    /// stands only in the tip of the field.
    enum class Telling { here, elsewhere };
    void lock(const std::optional<model::Message>& reason, Telling telling = Telling::here);
    bool is_locked() const { return locked_; }

    int label_width() const;
    void set_label_width(int width);
    void wrap(int width);

private:
    const model::FieldDef& field_;
    std::unique_ptr<FieldEditor> editor_;
    wxStaticText* label_;
    WrappedText* reason_;
    WrappedText* findings_;
    model::Value loaded_;
    bool locked_ = false;
};

} // namespace views

#include "views/form/field_editor.h"
#include "views/widgets/colours.h"
#include "views/widgets/line_height.h"
#include "views/widgets/record_text.h"
#include "views/widgets/text_focus.h"
#include "views/widgets/tr.h"

#include <wx/textctrl.h>

namespace views {

namespace {

constexpr int long_text_lines = 3;

wxString hint(model::Type type)
{
    switch (type) {
    case model::Type::month:
        return tr("2026-01 or 202601");
    case model::Type::time_of_day:
        return tr("8:30");
    case model::Type::attachment:
        return tr("No file");
    default:
        return {};
    }
}

/// Whatever is typed: texts, numbers, times. An entry is put into its ordinary form when the
/// keyboard leaves it, so that the user sees what was understood.
class TextEditor : public FieldEditor {
public:
    TextEditor(wxWindow* parent, const model::FieldDef& field, model::RecordStore& store)
        : field_(field)
        , store_(store)
        , control_(new wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
              field.long_text ? wxTE_MULTILINE : wxTE_PROCESS_ENTER))
    {
        if (field.long_text) {
            const auto line = control_->GetCharHeight() + control_->FromDIP(4);
            control_->SetMinSize({-1, line * long_text_lines});
        } else {
            keep_line_height(*control_);
        }
        control_->SetHint(hint(field.type));
        control_->SetEditable(field.type != model::Type::attachment);
        control_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { changed(); });
        unselect_when_left(*control_);
        if (!field.long_text)
            control_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { entered(); });
        control_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            event.Skip();
            tidy();
        });
    }

    wxWindow* control() const override { return control_; }

    void set(const model::Value& value) override
    {
        value_ = value;
        shown_ = text_of(value);
        control_->ChangeValue(shown_);
    }

    /// A value is read back only from text that was changed, so that what this version cannot show
    /// stays as it is.
    model::Entry get() const override
    {
        if (control_->GetValue() == shown_)
            return value_;
        return model::read_entry(field_, from_wx(control_->GetValue()), store_, language());
    }

    wxString typed() const override { return control_->GetValue(); }

    void type(const wxString& words) override { control_->ChangeValue(words); }

    void allow(bool allowed) override
    {
        control_->SetEditable(allowed && field_.type != model::Type::attachment);
        look_locked(*control_, !allowed);
    }

private:
    wxString text_of(const model::Value& value) const
    {
        if (field_.type == model::Type::attachment)
            return display(field_, value, {}, Personal::plain);
        return to_wx(model::entry_text(field_, value, store_, language()));
    }

    void tidy()
    {
        if (control_->GetValue() == shown_ || field_.long_text)
            return;
        const auto entry = get();
        const auto* value = std::get_if<model::Value>(&entry);
        if (!value)
            return changed();
        if (const auto text = text_of(*value); text != control_->GetValue())
            control_->ChangeValue(text);
    }

    const model::FieldDef& field_;
    model::RecordStore& store_;
    wxTextCtrl* control_;
    model::Value value_;
    wxString shown_;
};

} // namespace

std::unique_ptr<FieldEditor> make_text_editor(
    wxWindow* parent, const model::FieldDef& field, model::RecordStore& store)
{
    return std::make_unique<TextEditor>(parent, field, store);
}

} // namespace views

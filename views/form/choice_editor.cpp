#include "views/form/field_editor.h"
#include "views/widgets/tr.h"

#include <wx/choice.h>

#include <algorithm>

namespace views {

namespace {

/// One of a short list, or nothing. A code that this version does not know is one more line, so
/// that looking at a record does not change it.
class ChoiceEditor : public FieldEditor {
public:
    ChoiceEditor(wxWindow* parent, const model::FieldDef& field)
        : control_(new wxChoice(parent, wxID_ANY))
    {
        add({}, {});
        if (field.type == model::Type::boolean) {
            add(true, tr("yes"));
            add(false, tr("no"));
        }
        for (const auto& choice : field.choices)
            add(std::string(choice.code), tr(choice.label));
        known_ = values_.size();
        control_->SetSelection(0);
        control_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { changed(); });
    }

    wxWindow* control() const override { return control_; }

    void set(const model::Value& value) override
    {
        while (values_.size() > known_) {
            values_.pop_back();
            control_->Delete(control_->GetCount() - 1);
        }
        if (std::ranges::find(values_, value) == values_.end())
            add(value, to_wx(model::to_text(value)));
        const auto found = std::ranges::find(values_, value);
        control_->SetSelection(static_cast<int>(found - values_.begin()));
    }

    model::Entry get() const override
    {
        return values_.at(static_cast<std::size_t>(std::max(control_->GetSelection(), 0)));
    }

private:
    void add(const model::Value& value, const wxString& label)
    {
        values_.push_back(value);
        control_->Append(label);
    }

    wxChoice* control_;
    std::vector<model::Value> values_; ///< of each line, nothing first
    std::size_t known_ = 0;
};

} // namespace

std::unique_ptr<FieldEditor> make_choice_editor(wxWindow* parent, const model::FieldDef& field)
{
    return std::make_unique<ChoiceEditor>(parent, field);
}

} // namespace views

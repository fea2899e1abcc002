#include "views/form/field_editor.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/checkbox.h>
#include <wx/panel.h>
#include <wx/sizer.h>

#include <algorithm>

namespace views {

namespace {

constexpr int columns = 2;

/// Any of a list: a box to tick for each entry, all to be seen at once. Words that are not in the
/// list (an office's own, a newer version's) get a box of their own where the record has them.
class SetEditor : public FieldEditor {
public:
    SetEditor(wxWindow* parent, const model::FieldDef& field)
        : field_(field)
        , control_(new wxPanel(parent))
        , grid_(new wxGridSizer(columns, control_->FromDIP(wxSize(8, 4))))
    {
        for (const auto& choice : field.choices)
            add(std::string(choice.code), tr(choice.label));
        known_ = boxes_.size();
        control_->SetSizer(grid_);
    }

    wxWindow* control() const override { return control_; }
    wxWindow* focus() const override { return boxes_.front().box; }

    void set(const model::Value& value) override
    {
        for (; boxes_.size() > known_; boxes_.pop_back())
            boxes_.back().box->Destroy();
        const auto* held = std::get_if<model::Set>(&value);
        const auto words = held ? *held : model::Set{};
        for (const auto& word : words)
            if (std::ranges::find(boxes_, word, &Box::code) == boxes_.end())
                add(word, to_wx(word));
        for (const auto& [code, box] : boxes_)
            box->SetValue(std::ranges::find(words, code) != words.end());
        control_->Layout();
    }

    model::Entry get() const override
    {
        model::Set words;
        for (const auto& [code, box] : boxes_)
            if (box->GetValue())
                words.push_back(code);
        return model::set_value(model::make_set(std::move(words)));
    }

private:
    struct Box {
        std::string code;
        wxCheckBox* box;
    };

    void add(const std::string& code, const wxString& label)
    {
        auto* box = new wxCheckBox(control_, wxID_ANY, label);
        name_control(box, std::string(field_.name) + '.' + code, label);
        box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { changed(); });
        grid_->Add(box);
        boxes_.push_back({code, box});
    }

    const model::FieldDef& field_;
    wxPanel* control_;
    wxGridSizer* grid_;
    std::vector<Box> boxes_;
    std::size_t known_ = 0;
};

} // namespace

std::unique_ptr<FieldEditor> make_set_editor(wxWindow* parent, const model::FieldDef& field)
{
    return std::make_unique<SetEditor>(parent, field);
}

} // namespace views

#include "views/import/paste_rows.h"

#include "model/base/text.h"
#include "views/import/all_languages.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace views {

PasteRows::PasteRows(wxWindow* parent, const Desk& desk, const model::EntityDef& def,
    model::PasteTarget target, const std::string& text)
    : BlockDialog(parent, desk, def, tr("Paste over the list"), "paste_rows")
    , target_(std::move(target))
    , table_(model::read_pasted(text, model::HeadWords(def, all_languages())))
    , ways_(model::paste_ways(table_, def, target_))
{
    arrange(make_questions());
    ask_now();
    way_->SetFocus();
}

wxWindow* PasteRows::make_questions()
{
    auto* panel = new wxPanel(this);
    way_ = new wxChoice(panel, wxID_ANY);
    column_ = new wxChoice(panel, wxID_ANY);
    empties_ = new wxCheckBox(panel, wxID_ANY, tr("&Empty cells empty their fields"));
    name_control(way_, "way", tr("The rows go"));
    name_control(column_, "column", tr("The first column goes into"));
    name_control(empties_, "empties");
    for (const auto way : ways_)
        way_->Append(name_of(way));
    way_->SetSelection(0);
    for (const auto* field : target_.columns)
        column_->Append(tr(field->label));
    column_->SetSelection(static_cast<int>(target_.first_column));

    const bool has_heads = !table_.heads.empty();
    const auto gap = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(10));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new wxStaticText(panel, wxID_ANY, tr("The rows go")), gap);
    row->Add(way_, gap);
    auto* label = new wxStaticText(panel, wxID_ANY, tr("The first column goes into"));
    row->Add(label, gap);
    row->Add(column_, gap);
    label->Show(!has_heads);
    column_->Show(!has_heads);
    row->Add(empties_, wxSizerFlags().CenterVertical());
    panel->SetSizer(row);

    way_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { ask_now(); });
    column_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        target_.first_column = static_cast<std::size_t>(event.GetSelection());
        ask_now();
    });
    empties_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { ask_now(); });
    return panel;
}

wxString PasteRows::name_of(model::PasteWay way) const
{
    switch (way) {
    case model::PasteWay::by_id:
        return tr("to the records of their ids");
    case model::PasteWay::by_title:
        return tr("to the records of the same name");
    case model::PasteWay::in_order:
        break;
    }
    if (target_.selected.size() > 1)
        return tr("to the {1} selected records in their order",
            {std::to_string(target_.selected.size())});
    const auto first = target_.selected.empty() ? 0 : target_.selected.front();
    if (first >= target_.records.size())
        return tr("to the records in the order of the list");
    return tr("to the records in the order of the list, from {1} on",
        {from_wx(title_of(desk().editor.store(), target_.records[first]))});
}

std::shared_ptr<const model::Block> PasteRows::block()
{
    const auto way = ways_.at(static_cast<std::size_t>(std::max(way_->GetSelection(), 0)));
    auto pasted = model::paste(table_, def(), target_, way);
    wxString left;
    if (pasted.left_out > 0)
        left = tr("{1} rows of the table find no row in the list and are left out.",
            {std::to_string(pasted.left_out)});
    std::vector<std::string> unknown;
    auto& block = pasted.block;
    for (std::size_t i = 0; i < block.fields.size(); ++i)
        if (block.fields[i])
            block.heads[i] = from_wx(tr(block.fields[i]->label));
        else if (i != table_.id_column || way != model::PasteWay::by_id)
            unknown.push_back(block.heads[i].empty() ? std::to_string(i + 1) : block.heads[i]);
    if (!unknown.empty())
        left += tr("Columns left out, for the list has no field for them: {1}.",
            {model::join(unknown, "、")});
    note(left);
    if (block.records.empty())
        return nullptr;
    block.empties = empties_->GetValue();
    block.label = {model::msgid("Paste over {1} records"), {std::to_string(block.records.size())}};
    return std::make_shared<const model::Block>(std::move(block));
}

} // namespace views

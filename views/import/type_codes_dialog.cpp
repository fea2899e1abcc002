#include "views/import/type_codes_dialog.h"

#include "model/entities/item.h"
#include "views/help/help_menu.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

namespace {

constexpr auto& types = model::choices_of<model::ItemType>;

} // namespace

TypeCodesDialog::TypeCodesDialog(wxWindow* parent, const std::vector<model::TypeCodeUse>& used)
    : wxDialog(parent, wxID_ANY, tr("Item types of the sheet"), wxDefaultPosition, wxDefaultSize,
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , used_(used)
{
    SetName("type_codes");
    auto* list = new wxScrolledWindow(
        this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxBORDER_THEME);
    list->SetScrollRate(0, FromDIP(20));
    name_control(list, "codes", tr("Item types of the sheet"));
    auto* grid = new wxFlexGridSizer(3, FromDIP(wxSize(16, 6)));
    grid->AddGrowableCol(2);
    for (const auto* head :
        {model::msgid("Code in the sheet"), model::msgid("Rows"), model::msgid("Means")}) {
        auto* text = new wxStaticText(list, wxID_ANY, tr(head));
        text->SetFont(text->GetFont().Bold());
        grid->Add(text);
    }
    for (const auto& use : used_) {
        auto* choice = new wxChoice(list, wxID_ANY);
        choice->Append(tr("(not known)"));
        int chosen = 0;
        for (const auto& type : types) {
            const auto at = choice->Append(to_wx(type.code) + " " + tr(type.label));
            if (type.code == use.meaning)
                chosen = at;
        }
        choice->SetSelection(chosen);
        name_control(choice, "type_" + use.code, tr("Code {1} means", {use.code}));
        choices_.push_back(choice);
        grid->Add(
            new wxStaticText(list, wxID_ANY, to_wx(use.code)), wxSizerFlags().CenterVertical());
        grid->Add(new wxStaticText(list, wxID_ANY, std::to_string(use.rows)),
            wxSizerFlags().CenterVertical());
        grid->Add(choice, wxSizerFlags().Expand());
    }
    auto* around = new wxBoxSizer(wxVERTICAL);
    around->Add(grid, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    list->SetSizer(around);
    list->FitInside();
    auto* ok = new wxButton(this, wxID_OK, tr("&Compare with these"));
    name_control(ok, "ok");
    ok->SetDefault();
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(list, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    all->Add(dialog_buttons(*this, ok), wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    SetSizer(all);
    offer_help(*this, "compare");
    SetSize(dialog_size(*this, wxSize(460, 420)));
    CentreOnParent();
    if (!choices_.empty())
        choices_.front()->SetFocus();
}

model::TypeCodes TypeCodesDialog::codes() const
{
    model::TypeCodes codes;
    for (std::size_t i = 0; i < choices_.size(); ++i) {
        const int at = choices_[i]->GetSelection();
        const auto chosen =
            at > 0 ? types.at(static_cast<std::size_t>(at - 1)).code : std::string_view{};
        if (!chosen.empty() && chosen != used_[i].meaning)
            codes.emplace(used_[i].code, chosen);
    }
    return codes;
}

} // namespace views

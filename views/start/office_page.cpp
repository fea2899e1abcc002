#include "views/start/office_page.h"

#include "model/base/text.h"
#include "model/rules/divisions.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace views {

namespace {

constexpr std::size_t most_offered = 40;

std::vector<Suggestion> offer(const wxString& typed)
{
    std::vector<Suggestion> lines;
    for (const auto& division : model::find_divisions(from_wx(typed), most_offered))
        lines.push_back({.id = model::Uuid::named("division", division.code),
            .text = to_wx(division.name + ' ' + division.code),
            .detail = to_wx(division.path)});
    return lines;
}

/// The code a text of the box ends in or consists of: "桃江县 430922".
std::string code_in(const wxString& text)
{
    const auto words = model::split(model::trimmed(from_wx(text)), ' ');
    return model::county_of(words.back()) ? words.back() : std::string();
}

} // namespace

wxString office_name(const std::string& region)
{
    const auto* county = model::county_of(region);
    return county && region.size() == 6 ? to_wx(county->name + "政务服务中心") : wxString();
}

OfficePage::OfficePage(wxWindow* parent)
    : wxPanel(parent)
    , division_(new SuggestBox(this, offer))
    , where_(new wxStaticText(this, wxID_ANY, {}))
    , office_(new wxTextCtrl(this, wxID_ANY))
{
    keep_line_height(*office_);
    name_control(division_->text(), "division", tr("Administrative division"));
    name_control(where_, "where");
    name_control(office_, "office", tr("Name of the office"));
    where_->SetLabel(tr("Name, pinyin, initials or code"));
    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(10, 8)));
    grid->AddGrowableCol(1);
    const auto right = wxSizerFlags().CenterVertical().Right();
    grid->Add(new wxStaticText(this, wxID_ANY, tr("Administrative division")), right);
    grid->Add(division_, wxSizerFlags().Expand());
    grid->AddSpacer(0);
    grid->Add(where_, wxSizerFlags().Expand());
    grid->Add(new wxStaticText(this, wxID_ANY, tr("Name of the office")), right);
    grid->Add(office_, wxSizerFlags().Expand());
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(grid, wxSizerFlags().Expand());
    SetSizer(all);

    division_->on_type = [this] { division_typed(); };
    division_->on_take = [this](const Suggestion& taken) {
        region_ = code_in(taken.text);
        propose_name(region_);
    };
    division_->on_enter = [this] {
        if (!region_.empty())
            office_->SetFocus();
    };
}

void OfficePage::show_join(const model::JoinFile& join)
{
    division_->show(to_wx(join.county));
    division_->allow(false);
    const auto* county = model::county_of(join.county);
    where_->SetLabel(
        tr("The county server {1} has prepared the place of this office.", {join.server}));
    if (county)
        division_->show(to_wx(county->name + ' ' + county->code));
    office_->ChangeValue(to_wx(join.name));
}

void OfficePage::type_division(const wxString& text)
{
    division_->text()->SetValue(text);
}

void OfficePage::division_typed()
{
    region_ = code_in(division_->text()->GetValue());
    propose_name(region_);
}

void OfficePage::propose_name(const std::string& region)
{
    const auto* county = model::county_of(region);
    auto where = !county     ? wxString()
        : region.size() == 6 ? to_wx(county->path)
                             : tr("In {1}: a township or village", {county->path});
    if (county && model::subdivisions_of(county->code).empty())
        where = tr("{1} (its list of townships and villages is to be imported)", {from_wx(where)});
    where_->SetLabel(where);
    if (!office_->IsEmpty() && office_->GetValue() != proposed_)
        return;
    proposed_ = office_name(region);
    office_->ChangeValue(proposed_);
}

wxString OfficePage::take(OfficeWish& wish)
{
    wish.office = model::trimmed(from_wx(office_->GetValue()));
    if (wish.office.empty()) {
        office_->SetFocus();
        return tr("Type the name of the office, as on its seal.");
    }
    if (wish.join)
        return {};
    const auto found = model::find_divisions(from_wx(division_->text()->GetValue()), 2);
    if (region_.empty() && found.size() == 1)
        region_ = found.front().code;
    if (region_.empty()) {
        division_->text()->SetFocus();
        return tr("Choose the division from the list, or type its code: 6 digits for a county, 9 "
                  "for a township, 12 for a village.");
    }
    wish.region = region_;
    return {};
}

} // namespace views

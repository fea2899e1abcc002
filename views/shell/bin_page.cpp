#include "views/shell/bin_page.h"

#include "model/base/text.h"
#include "views/import/cell_table.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace views {

namespace {

enum Column { entity, title, when, who, columns };

constexpr std::size_t most_told = 5; ///< sentences; more would fill the page

} // namespace

BinPage::BinPage(wxWindow* parent, model::Editor& editor, Shows shows)
    : wxPanel(parent)
    , editor_(editor)
    , shows_(std::move(shows))
    , count_(new wxStaticText(this, wxID_ANY, {}))
    , filter_(new wxTextCtrl(this, wxID_ANY))
    , table_(new CellTable(this, "deleted", tr("Recycle bin"), CellTable::Choosing::several))
    , told_(new WrappedText(this))
    , restore_(new wxButton(this, wxID_ANY, tr("&Bring the chosen ones back")))
{
    name_control(count_, "count");
    name_control(filter_, "filter", tr("Find in the recycle bin"));
    name_control(told_, "told");
    name_control(restore_, "restore");
    keep_line_height(*filter_);
    filter_->SetHint(tr("Find in the recycle bin"));
    table_->show(
        {{.head = tr("Register"), .width = 130}, {.head = tr("Record"), .width = 320},
            {.head = tr("Deleted on"), .width = 150}, {.head = tr("Deleted by"), .width = 220}},
        0, [this](std::size_t row, std::size_t column) {
            return CellTable::Cell{.text = text_of(all_[shown_.at(row)], column)};
        });
    lay_out();
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { show(chosen_ids()); });
    filter_->Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if (key == WXK_ESCAPE)
            filter_->Clear();
        if (key == WXK_ESCAPE || key == WXK_DOWN)
            return focus();
        event.Skip();
    });
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
        event.Skip();
        update();
    });
    table_->on_activate = [this](std::size_t) { restore(); };
    restore_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { restore(); });
    refresh();
}

void BinPage::lay_out()
{
    auto* heading = new wxStaticText(this, wxID_ANY, tr("Recycle bin"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    const auto middle = wxSizerFlags().CenterVertical();
    top->Add(heading, wxSizerFlags(middle).Border(wxRIGHT, FromDIP(12)));
    top->Add(count_, middle);
    top->AddStretchSpacer();
    filter_->SetMinSize(wxSize(word_width(*this, 260), filter_->GetMinSize().y));
    top->Add(filter_, middle);
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto around = wxSizerFlags().Expand().Border(wxALL, FromDIP(8));
    all->Add(top, around);
    all->Add(table_, wxSizerFlags(1).Expand());
    all->Add(told_, around);
    all->Add(restore_, wxSizerFlags().Border(wxALL, FromDIP(8)));
    SetSizer(all);
}

void BinPage::refresh()
{
    const auto chosen = chosen_ids();
    all_ = model::recycle_bin(editor_.store());
    std::erase_if(all_, [this](const auto& record) { return !shows_(*record.def); });
    show(chosen);
}

void BinPage::filter(const wxString& typed)
{
    filter_->SetValue(typed);
}

void BinPage::focus_filter()
{
    filter_->SetFocus();
    filter_->SelectAll();
}

void BinPage::focus()
{
    table_->SetFocus();
    if (table_->chosen().empty())
        table_->choose_first();
}

bool BinPage::passes(
    const model::DeletedRecord& record, const std::vector<std::string>& words) const
{
    std::string all;
    for (std::size_t column = 0; column < columns; ++column)
        all += model::folded(from_wx(text_of(record, column))) + '\n';
    return std::ranges::all_of(
        words, [&](const auto& word) { return all.find(word) != std::string::npos; });
}

std::vector<model::Uuid> BinPage::chosen_ids() const
{
    std::vector<model::Uuid> ids;
    for (const auto row : table_->chosen())
        ids.push_back(all_[shown_.at(row)].id);
    return ids;
}

/// Those stay chosen that were and are still among the shown.
void BinPage::show(const std::vector<model::Uuid>& chosen)
{
    std::vector<std::string> words;
    for (const auto& word : model::split(from_wx(filter_->GetValue()), ' '))
        if (!model::folded(word).empty())
            words.push_back(model::folded(word));
    shown_.clear();
    for (std::size_t i = 0; i < all_.size(); ++i)
        if (words.empty() || passes(all_[i], words))
            shown_.push_back(i);
    table_->show_rows(shown_.size());
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < shown_.size(); ++row)
        if (std::ranges::find(chosen, all_[shown_[row]].id) != chosen.end())
            rows.push_back(row);
    table_->choose(rows.empty() ? std::vector<std::size_t>{0} : rows);
    count_->SetLabelText(all_.empty() ? tr("The recycle bin is empty")
            : words.empty()           ? tr("{1} records", {std::to_string(all_.size())})
                                      : tr("{1} of {2} records",
                                          {std::to_string(shown_.size()), std::to_string(all_.size())}));
    update();
    Layout();
}

void BinPage::update()
{
    restore_->Enable(!table_->chosen().empty());
}

wxString BinPage::text_of(const model::DeletedRecord& record, std::size_t column) const
{
    switch (column) {
    case entity:
        return tr(record.def->plural);
    case title:
        return to_wx(record.title);
    case when:
        return display(record.at);
    default:
        return to_wx(
            record.device.empty() ? record.user : record.user + " (" + record.device + ')');
    }
}

void BinPage::restore()
{
    const auto ids = chosen_ids();
    if (ids.empty())
        return;
    guarded(this, [&] {
        const auto outcome = editor_.restore(ids);
        wxString told;
        std::size_t lines = 0;
        std::size_t refused = 0;
        for (const auto& finding : outcome.findings) {
            refused += finding.level == model::Level::refuse ? 1 : 0;
            if (lines++ < most_told)
                told += (told.empty() ? "" : "\n") + tr(finding.message);
        }
        refresh();
        told_->show(told);
        told_->wrap(GetClientSize().x - FromDIP(16));
        Layout();
        const auto back = ids.size() - refused;
        if (outcome.changed && on_written)
            on_written();
        if (on_say)
            on_say(outcome.changed
                    ? tr("{1} records are back; Undo takes that back", {std::to_string(back)})
                    : tr("Nothing came back"));
        focus();
    });
}

} // namespace views

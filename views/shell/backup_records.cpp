#include "views/shell/backup_records.h"

#include "model/base/text.h"
#include "views/import/cell_table.h"
#include "views/widgets/dialog_buttons.h"
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

enum Column { entity, title, what, columns };

constexpr std::size_t most_told = 5; ///< sentences

} // namespace

BackupRecords::BackupRecords(
    wxWindow* parent, model::Editor& editor, const BackupLink& link, const model::Backup& copy)
    : wxDialog(parent, wxID_ANY, tr("Records of the copy that are other than now"),
        wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , editor_(editor)
    , link_(link)
    , copy_(copy)
    , count_(new wxStaticText(this, wxID_ANY, tr("Comparing the copy with the file…")))
    , filter_(new wxTextCtrl(this, wxID_ANY))
    , table_(new CellTable(this, "others", GetTitle(), CellTable::Choosing::several))
    , told_(new WrappedText(this))
    , take_(new wxButton(this, wxID_ANY, tr("&Take the chosen ones")))
{
    SetName("backup_records");
    name_control(count_, "count");
    name_control(filter_, "filter", tr("Find among these records"));
    name_control(told_, "told");
    name_control(take_, "take");
    keep_line_height(*filter_);
    filter_->SetHint(tr("Find among these records"));
    table_->show({{.head = tr("Register"), .width = 120}, {.head = tr("Record"), .width = 260},
                     {.head = tr("What happened since the copy"), .width = 420}},
        0, [this](std::size_t row, std::size_t column) {
            return CellTable::Cell{.text = text_of(all_[shown_.at(row)], column)};
        });
    lay_out();
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { show(); });
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
        event.Skip();
        take_->Enable(!table_->chosen().empty());
    });
    take_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { take(); }); });
    read();
}

void BackupRecords::lay_out()
{
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(count_, wxSizerFlags(1).CenterVertical());
    filter_->SetMinSize(wxSize(word_width(*this, 260), filter_->GetMinSize().y));
    top->Add(filter_, wxSizerFlags().CenterVertical());
    auto* close = new wxButton(this, wxID_CANCEL, tr("Close"));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(top, flags);
    all->Add(table_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    all->Add(told_, flags);
    all->Add(dialog_buttons(*this, take_, close), flags);
    SetSizer(all);
    SetSize(dialog_size(*this, {880, 520}));
    CentreOnParent();
    take_->Disable();
    filter_->SetFocus();
}

void BackupRecords::read()
{
    thread_.run(
        this, [others = link_.others, copy = copy_] { return others(copy); },
        [this](const std::vector<model::OtherNow>& found) {
            all_ = found;
            show();
        },
        [this](const std::exception_ptr& error) {
            count_->SetLabelText({});
            told_->show(describe(error));
            told_->wrap(GetClientSize().x - FromDIP(20));
            Layout();
        });
}

wxString BackupRecords::text_of(const model::OtherNow& other, std::size_t column) const
{
    if (column == entity)
        return tr(other.record.def->label);
    if (column == title)
        return to_wx(other.title);
    if (other.since == model::Since::deleted)
        return tr("Deleted since");
    if (other.since == model::Since::gone)
        return tr("No longer in this file");
    std::vector<std::string> labels;
    for (const auto* field : other.fields)
        labels.push_back(from_wx(tr(field->label)));
    return tr("Changed since: {1}", {model::join(labels, from_wx(tr(", ")))});
}

void BackupRecords::filter(const wxString& typed)
{
    filter_->SetValue(typed);
}

void BackupRecords::show()
{
    std::vector<std::string> words;
    for (const auto& word : model::split(from_wx(filter_->GetValue()), ' '))
        if (!model::folded(word).empty())
            words.push_back(model::folded(word));
    shown_.clear();
    for (std::size_t i = 0; i < all_.size(); ++i) {
        std::string text;
        for (std::size_t column = 0; column < columns; ++column)
            text += model::folded(from_wx(text_of(all_[i], column))) + '\n';
        if (std::ranges::all_of(
                words, [&](const auto& word) { return text.find(word) != std::string::npos; }))
            shown_.push_back(i);
    }
    table_->show_rows(shown_.size());
    // The one that is left is meant.
    const bool is_one = shown_.size() == 1;
    table_->choose(is_one ? std::vector<std::size_t>{0} : std::vector<std::size_t>{});
    take_->Enable(is_one);
    count_->SetLabelText(all_.empty()
            ? tr("All records of the copy are the same now")
            : tr("{1} of {2} records",
                {std::to_string(shown_.size()), std::to_string(all_.size())}));
    Layout();
}

void BackupRecords::take()
{
    std::vector<model::Record> records;
    for (const auto row : table_->chosen())
        records.push_back(all_[shown_.at(row)].record);
    if (records.empty())
        return;
    const auto outcome = model::put_back(editor_, records, [this](const std::string& hash) {
        return link_.content ? link_.content(copy_, hash) : std::nullopt;
    });
    has_written_ = has_written_ || outcome.changed;
    wxString told = outcome.changed ? tr("The records are as the copy has them; Undo takes that "
                                         "back.")
                                    : tr("Nothing was taken");
    for (std::size_t i = 0; i < std::min(most_told, outcome.findings.size()); ++i)
        told += '\n' + tr(outcome.findings[i].message);
    told_->show(told);
    told_->wrap(GetClientSize().x - FromDIP(20));
    std::erase_if(all_, [&](const model::OtherNow& other) {
        const auto here = editor_.store().find_any(other.record.id);
        return here && !here->first.deleted && here->second == other.record;
    });
    show();
}

} // namespace views

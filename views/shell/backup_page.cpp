#include "views/shell/backup_page.h"

#include "views/import/cell_table.h"
#include "views/shell/backup_records.h"
#include "views/shell/backup_settings.h"
#include "views/shell/backup_words.h"
#include "views/widgets/colours.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace views {

namespace {

enum Column { when, why, records, size, state, place, columns };

/// What one look at the folders finds.
struct Found {
    model::BackupState state;
    std::vector<model::Backup> copies;
};

} // namespace

BackupPage::BackupPage(
    wxWindow* parent, model::Editor& editor, const BackupLink& link, Background& thread)
    : wxPanel(parent)
    , editor_(editor)
    , link_(link)
    , thread_(thread)
    , count_(new wxStaticText(this, wxID_ANY, {}))
    , first_(new WrappedText(this))
    , second_(new WrappedText(this))
    , table_(new CellTable(this, "copies", tr("Backups")))
    , told_(new WrappedText(this))
{
    name_control(count_, "count");
    name_control(first_, "first_folder");
    name_control(second_, "second_folder");
    name_control(told_, "told");
    table_->show({{.head = tr("When"), .width = 150}, {.head = tr("Why"), .width = 150},
                     {.head = tr("Records"), .width = 90}, {.head = tr("Size"), .width = 90},
                     {.head = tr("State"), .width = 180}, {.head = tr("File"), .width = 520}},
        0, [this](std::size_t row, std::size_t column) {
            const auto& copy = copies_.at(row);
            const auto found = looked_at_.find(copy.path);
            const bool is_bad = found != looked_at_.end() && found->second;
            return CellTable::Cell{.text = text_of(copy, column),
                .colour = is_bad ? colour_of(model::Level::refuse) : wxColour()};
        });
    lay_out();
    table_->on_choose = [this](std::size_t) { update(); };
    table_->on_activate = [this](std::size_t) { look(); };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        for (auto* text : {first_, second_, told_})
            text->wrap(GetClientSize().x - FromDIP(16));
    });
    update();
}

void BackupPage::add_button(
    wxButton*& button, const char* label, const char* name, const std::function<void()>& work)
{
    button = new wxButton(this, wxID_ANY, tr(label));
    name_control(button, name);
    button->Bind(wxEVT_BUTTON, [this, work](wxCommandEvent&) { guarded(this, work); });
}

void BackupPage::lay_out()
{
    auto* heading = new wxStaticText(this, wxID_ANY, tr("Backup and restore"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(heading, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(12)));
    top->Add(count_, wxSizerFlags().CenterVertical());
    top->AddStretchSpacer();
    add_button(make_, model::msgid("&Back up now"), "make", [this] { on_make(); });
    add_button(settings_, model::msgid("Set &up…"), "settings", [this] { settings(); });
    add_button(
        check_file_, model::msgid("Check the &data file"), "check_file", [this] { check_file(); });
    for (auto* button : {make_, check_file_, settings_})
        top->Add(button, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(8)));
    add_button(look_, model::msgid("L&ook inside"), "look", [this] { look(); });
    add_button(take_, model::msgid("&Take records from it…"), "take", [this] { take_records(); });
    add_button(check_, model::msgid("&Check it"), "check", [this] { check(); });
    add_button(
        restore_, model::msgid("&Restore the whole file…"), "restore", [this] { restore(); });
    auto* bottom = new wxWrapSizer(wxHORIZONTAL);
    for (auto* button : {look_, take_, check_, restore_})
        bottom->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(8)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto around = wxSizerFlags().Expand().Border(wxALL, FromDIP(8));
    all->Add(top, around);
    all->Add(first_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    all->Add(second_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    all->Add(table_, wxSizerFlags(1).Expand());
    all->Add(told_, around);
    all->Add(bottom, wxSizerFlags().Expand().Border(wxLEFT | wxTOP, FromDIP(8)));
    SetSizer(all);
}

wxString BackupPage::state_of(const model::Backup& copy) const
{
    const auto found = looked_at_.find(copy.path);
    if (found == looked_at_.end())
        return copy.note ? tr("Good when it was made") : tr("Not looked at");
    return found->second ? tr("Of no use") : tr("Good, looked at now");
}

wxString BackupPage::text_of(const model::Backup& copy, std::size_t column) const
{
    const auto& note = copy.note;
    switch (column) {
    case when:
        return note ? display(note->at) : tr("not known");
    case why:
        return note ? tr(model::reason_label(note->reason)) : tr("Put there by hand");
    case records:
        return note ? to_wx(std::to_string(note->sum.records)) : wxString();
    case size:
        return note ? size_words(note->bytes) : wxString();
    case state:
        return state_of(copy);
    default:
        return to_wx(copy.path);
    }
}

void BackupPage::refresh()
{
    if (!link_.list)
        return;
    thread_.run(
        this,
        [link = link_] {
            return Found{link.state(), link.list()};
        },
        [this](const Found& found) { show(found.state, found.copies); });
}

void BackupPage::show(const model::BackupState& state, std::vector<model::Backup> copies)
{
    const auto* before = chosen();
    const auto path = before ? before->path : std::string();
    copies_ = std::move(copies);
    table_->show_rows(copies_.size());
    std::size_t row = 0;
    for (std::size_t i = 0; i < copies_.size(); ++i)
        row = copies_[i].path == path ? i : row;
    table_->choose({row});
    count_->SetLabelText(copies_.empty() ? tr("There are no backups")
                                         : tr("{1} backups", {std::to_string(copies_.size())}));
    const auto sentence = [](const char* label, const model::BackupPlace& place) {
        return tr(label, {place.folder}) + ' ' + words_of(place)
            + (place.is_late && place.last != 0 ? L" \u203B " + tr("too old") : wxString());
    };
    first_->show(sentence(model::msgid("Folder {1}:"), state.first));
    second_->show(state.second ? sentence(model::msgid("Second folder {1}:"), *state.second)
                               : tr("There is no second folder: set up one on a USB disk, so that "
                                    "a broken computer takes no data with it."));
    for (auto* text : {first_, second_})
        text->wrap(GetClientSize().x - FromDIP(16));
    update();
    Layout();
}

const model::Backup* BackupPage::chosen() const
{
    const auto row = table_->current();
    return row && *row < copies_.size() ? &copies_[*row] : nullptr;
}

void BackupPage::update()
{
    const auto* copy = chosen();
    look_->Enable(copy && link_.look);
    take_->Enable(copy && link_.others);
    check_->Enable(copy && link_.trouble);
    const auto permission = editor_.permission();
    const auto allow = [&](wxButton* button, model::Action action, bool is_there) {
        const bool may = permission.may(action);
        button->Enable(may && is_there);
        button->SetToolTip(may ? wxString() : tr(permission.why_not(action)));
    };
    allow(restore_, model::Action::backup, copy && link_.restore);
    allow(settings_, model::Action::settings, bool(link_.set_settings));
    make_->Enable(bool(link_.run));
    check_file_->Enable(bool(link_.damage));
}

void BackupPage::focus()
{
    table_->SetFocus();
    if (!table_->current())
        table_->choose_first();
}

void BackupPage::check()
{
    const auto* copy = chosen();
    if (!copy || !link_.trouble)
        return;
    if (on_say)
        on_say(tr("Looking at all of the copy…"));
    thread_.run(
        this, [trouble = link_.trouble, one = *copy] { return trouble(one); },
        [this, path = copy->path](const std::optional<model::Message>& trouble) {
            looked_at_[path] = trouble;
            told_->show(trouble ? tr(*trouble) : tr("The copy {1} is good.", {path}));
            told_->wrap(GetClientSize().x - FromDIP(16));
            if (on_say)
                on_say({});
            table_->Refresh();
            Layout();
        });
}

void BackupPage::check_file()
{
    if (on_say)
        on_say(tr("Looking at all of the data file…"));
    thread_.run(
        this, [damage = link_.damage] { return damage(); },
        [this](const std::vector<model::Message>& found) {
            if (on_say)
                on_say({});
            constexpr std::size_t most = 5;
            wxString words = found.empty() ? tr("The data file is sound.") : wxString();
            for (std::size_t i = 0; i < std::min(found.size(), most); ++i)
                words += (i == 0 ? "" : "\n") + tr(found[i]);
            if (found.size() > most)
                words += '\n' + tr("  and {1} more", {std::to_string(found.size() - most)});
            told_->show(words);
            told_->wrap(GetClientSize().x - FromDIP(16));
            Layout();
            if (!found.empty() && link_.mend)
                link_.mend();
        });
}

void BackupPage::look()
{
    if (const auto* copy = chosen(); copy && link_.look)
        link_.look(*copy);
}

void BackupPage::take_records()
{
    const auto* copy = chosen();
    if (!copy || !link_.others)
        return;
    BackupRecords dialog(this, editor_, link_, *copy);
    dialog.ShowModal();
    if (dialog.has_written() && on_written)
        on_written();
}

void BackupPage::restore()
{
    const auto* copy = chosen();
    if (!copy || !link_.restore)
        return;
    wxMessageDialog sure(this, tr("Put this copy in the place of the file?"),
        tr("Restore the whole file"), wxOK | wxCANCEL | wxCANCEL_DEFAULT | wxICON_WARNING);
    sure.SetExtendedMessage(tr(
        "{1}\n\nThe file will be as it was at {2}. What it is now is kept beside it under another "
        "name and not deleted. If the file has joined a county, sync afterwards: what the county "
        "knows comes back; what was entered since and not sent is only in the file that is kept.",
        {copy->path, from_wx(text_of(*copy, when))}));
    sure.SetOKCancelLabels(tr("Restore"), tr("Cancel"));
    if (sure.ShowModal() == wxID_OK)
        link_.restore(*copy);
}

void BackupPage::settings()
{
    BackupSettingsDialog dialog(this, link_);
    if (dialog.ShowModal() == wxID_OK && on_settings)
        on_settings();
}

} // namespace views

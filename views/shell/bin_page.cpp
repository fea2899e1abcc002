#include "views/shell/bin_page.h"

#include "model/base/text.h"
#include "model/entities/attachment.h"
#include "views/import/cell_table.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/text_focus.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <memory>

namespace views {

namespace {

enum Column { entity, title, when, who, columns };

constexpr std::size_t most_told = 5;          ///< sentences; more would fill the page
constexpr std::int64_t worth_a_thread = 3000; ///< records; fewer are read within a blink

/// The record by which it is judged who sees this one: of a file that is kept with a record, that.
std::optional<model::Uuid> record_meant(
    model::RecordStore& store, const model::DeletedRecord& record)
{
    if (!model::belongs_to_any(*record.def))
        return record.id;
    const auto found = store.find_any(record.id);
    return found ? model::from_record<model::AttachedFile>(found->second).record : std::nullopt;
}

} // namespace

BinPage::BinPage(wxWindow* parent, model::Editor& editor, Shows shows, Reading reading)
    : wxPanel(parent)
    , editor_(editor)
    , shows_(std::move(shows))
    , reading_(std::move(reading))
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
            return CellTable::Cell{.text = text_of(all_[shown_.at(row)].record, column)};
        });
    lay_out();
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { show(chosen_ids()); });
    lead_to_table(*filter_, [this] { focus(); });
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

BinPage::Registers BinPage::registers() const
{
    Registers shown;
    const auto permission = editor_.permission();
    for (const auto* def : editor_.store().catalog().all())
        if (shows_(*def))
            shown.emplace(def, permission.extent(model::Action::see, *def));
    return shown;
}

BinPage::Rows BinPage::rows_of(model::RecordStore& store, const Registers& registers)
{
    const auto sees = [&](const model::DeletedRecord& record) {
        const auto id = record_meant(store, record);
        const auto meant = id ? store.rows().meta(*id) : std::nullopt;
        if (!meant)
            return false;
        const auto of = registers.find(meant->def);
        return of != registers.end() && of->second.holds(meant->scope, meant->home);
    };
    Rows rows;
    for (auto& record : model::recycle_bin(store)) {
        if (!sees(record))
            continue;
        std::string words;
        for (std::size_t column = 0; column < columns; ++column)
            words += model::folded(from_wx(text_of(record, column))) + '\n';
        rows.push_back({std::move(record), std::move(words)});
    }
    return rows;
}

void BinPage::refresh()
{
    auto& store = editor_.store();
    const auto state = store.state();
    if (is_reading_ || state == state_)
        return;
    if (reading_.thread && reading_.with_file && model::count_deleted(store) > worth_a_thread)
        read_elsewhere(state);
    else
        take(rows_of(store, registers()), state);
}

void BinPage::read_elsewhere(model::RecordStore::State state)
{
    is_reading_ = true;
    show_count();
    reading_.thread->run(
        this,
        [with_file = reading_.with_file, registers = registers()] {
            auto rows = std::make_shared<Rows>();
            with_file([&](model::RecordStore& store) { *rows = rows_of(store, registers); });
            return rows;
        },
        [this, state](const std::shared_ptr<Rows>& rows) {
            is_reading_ = false;
            guarded(this, [&] {
                if (all_.empty() || state == editor_.store().state())
                    take(std::move(*rows), state);
                refresh(); // something may have been written meanwhile
            });
        },
        [this](const std::exception_ptr& error) {
            is_reading_ = false;
            show_count();
            show_error(this, error);
        });
}

void BinPage::take(Rows rows, model::RecordStore::State state)
{
    auto chosen = chosen_ids();
    all_ = std::move(rows);
    state_ = state;
    show(std::move(chosen));
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

std::vector<model::Uuid> BinPage::chosen_ids() const
{
    std::vector<model::Uuid> ids;
    for (const auto row : table_->chosen())
        ids.push_back(all_[shown_.at(row)].record.id);
    return ids;
}

/// Those stay chosen that were and are still among the shown.
void BinPage::show(std::vector<model::Uuid> chosen)
{
    std::vector<std::string> words;
    for (const auto& word : model::split(from_wx(filter_->GetValue()), ' '))
        if (!model::folded(word).empty())
            words.push_back(model::folded(word));
    is_filtered_ = !words.empty();
    std::ranges::sort(chosen);
    shown_.clear();
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < all_.size(); ++i) {
        if (!std::ranges::all_of(words,
                [&](const auto& word) { return all_[i].words.find(word) != std::string::npos; }))
            continue;
        if (std::ranges::binary_search(chosen, all_[i].record.id))
            rows.push_back(shown_.size());
        shown_.push_back(i);
    }
    table_->show_rows(shown_.size());
    if (rows.size() > 1 && rows.size() == shown_.size()) // one by one takes its time
        table_->SelectAll();
    else
        table_->choose(rows.empty() ? std::vector<std::size_t>{0} : rows);
    show_count();
    update();
    Layout();
}

void BinPage::show_count()
{
    const auto all = std::to_string(all_.size());
    count_->SetLabelText(is_reading_ ? tr("Reading…")
            : all_.empty()           ? tr("The recycle bin is empty")
            : is_filtered_ ? tr("{1} of {2} records", {std::to_string(shown_.size()), all})
                           : tr("{1} records", {all}));
    Layout();
}

void BinPage::update()
{
    restore_->Enable(!table_->chosen().empty());
}

wxString BinPage::text_of(const model::DeletedRecord& record, std::size_t column)
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

/// What came back is gone from the page at once, however long reading anew takes.
void BinPage::drop_restored(const std::vector<model::Uuid>& ids, bool all)
{
    std::set<model::Uuid> back;
    for (const auto& id : ids) {
        const auto found = all ? std::nullopt : editor_.store().find_any(id);
        if (all || (found && !found->first.deleted))
            back.insert(id);
    }
    std::erase_if(all_, [&](const Row& row) { return back.contains(row.record.id); });
    show(ids);
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
        drop_restored(ids, refused == 0);
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

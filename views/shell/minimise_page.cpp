#include "views/shell/minimise_page.h"

#include "model/base/text.h"
#include "model/commands/store_lookup.h"
#include "model/entities/person.h"
#include "model/entities/retention.h"
#include "model/rules/left_staff.h"
#include "views/import/cell_table.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <memory>

namespace views {

namespace {

enum Column { name, unit, left, dropped, remark };

constexpr std::size_t most_told = 5; ///< sentences; more would fill the page

wxString names_of(const std::vector<const model::FieldDef*>& fields)
{
    wxString names;
    for (const auto* field : fields)
        names += (names.empty() ? wxString() : tr(", ")) + tr(field->label);
    return names;
}

wxString words_of_dropped(const model::DueForMinimising& due)
{
    auto words = names_of(due.filled);
    if (due.attachments > 0)
        words += (words.empty() ? wxString() : tr(", "))
            + tr("{1} attachments", {std::to_string(due.attachments)});
    return words;
}

} // namespace

MinimisePage::MinimisePage(wxWindow* parent, model::Editor& editor, Work work)
    : wxPanel(parent)
    , editor_(editor)
    , work_(std::move(work))
    , count_(new wxStaticText(this, wxID_ANY, {}))
    , kept_(new WrappedText(this))
    , table_(new CellTable(this, "due", tr("Clean-up after leaving"), CellTable::Choosing::several))
    , told_(new WrappedText(this))
    , clean_up_(new wxButton(this, wxID_ANY, tr("&Clean up the chosen ones…")))
    , open_(new wxButton(this, wxID_ANY, tr("&Open the person")))
    , times_(new wxButton(this, wxID_ANY, tr("&How long it is kept")))
{
    on_ask = [this](std::size_t people) { return ask(people); };
    name_control(count_, "count");
    name_control(kept_, "kept");
    name_control(told_, "told");
    name_control(clean_up_, "clean_up");
    name_control(open_, "open");
    name_control(times_, "times");
    table_->show({{.head = tr("Name"), .width = 110}, {.head = tr("Unit"), .width = 200},
                     {.head = tr("Left on"), .width = 110},
                     {.head = tr("Will be dropped"), .width = 320, .grows = true},
                     {.head = tr("Remark"), .width = 220}},
        0, [this](std::size_t row, std::size_t column) {
            return CellTable::Cell{.text = text_of(due_.at(row), column)};
        });
    lay_out();
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
        event.Skip();
        update();
    });
    const auto open = [this] {
        const auto row = table_->current();
        if (row && *row < due_.size() && on_open_record)
            on_open_record(model::def_of<model::Person>(), due_[*row].id);
    };
    table_->on_activate = [open](std::size_t) { open(); };
    open_->Bind(wxEVT_BUTTON, [open](wxCommandEvent&) { open(); });
    clean_up_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { clean_up(); });
    times_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (on_open_record)
            on_open_record(model::def_of<model::Retention>(), {});
    });
    refresh();
}

void MinimisePage::lay_out()
{
    auto* heading = new wxStaticText(this, wxID_ANY, tr("Clean-up after leaving"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    const auto middle = wxSizerFlags().CenterVertical();
    top->Add(heading, wxSizerFlags(middle).Border(wxRIGHT, FromDIP(12)));
    top->Add(count_, middle);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    for (auto* button : {clean_up_, open_, times_})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto around = wxSizerFlags().Expand().Border(wxALL, FromDIP(8));
    all->Add(top, around);
    all->Add(kept_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    all->Add(table_, wxSizerFlags(1).Expand());
    all->Add(told_, around);
    all->Add(buttons, wxSizerFlags().Border(wxALL, FromDIP(8)));
    SetSizer(all);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        const int width = GetClientSize().x - FromDIP(16);
        if (kept_->wrap(width) | told_->wrap(width))
            Layout();
    });
}

MinimisePage::Read MinimisePage::read(
    model::RecordStore& store, const model::Permission& permission)
{
    const auto today = store.today();
    model::StoreLookup lookup(store);
    return {model::due_for_minimising(store, permission, today),
        model::months_kept_after_leaving(lookup, today)};
}

template <class Result>
void MinimisePage::run(
    std::function<Result(model::RecordStore&)> work, std::function<void(const Result&)> then)
{
    if (!work_.thread || !work_.with_file)
        return guarded(this, [&] { then(work(editor_.store())); });
    is_working_ = true;
    update();
    const auto end = [this] {
        is_working_ = false;
        update();
    };
    work_.thread->run(
        this,
        [with_file = work_.with_file, work] {
            auto result = std::make_shared<Result>();
            with_file([&](model::RecordStore& store) { *result = work(store); });
            return result;
        },
        [this, end, then](const std::shared_ptr<Result>& result) {
            end();
            guarded(this, [&] { then(*result); });
        },
        [this, end](const std::exception_ptr& error) {
            end();
            show_error(this, error);
        });
}

void MinimisePage::refresh()
{
    const auto state = editor_.store().state();
    if (is_working_ || state == state_)
        return;
    run<Read>([permission = editor_.permission()](
                  model::RecordStore& store) { return read(store, permission); },
        [this, state](const Read& read) { take(read, state); });
}

void MinimisePage::take(const Read& read, model::RecordStore::State state)
{
    due_ = read.due;
    state_ = state;
    table_->show_rows(due_.size());
    if (table_->chosen().empty() && !due_.empty())
        table_->choose_first();
    constexpr std::int64_t year = 12;
    const auto years = std::to_string(read.months / year);
    const auto months = std::to_string(read.months % year);
    kept_->show(
        tr("Personal information is kept for {1} years and {2} months after somebody left; then it "
           "is dropped for good, here and with the next syncs in all files of the county. Name and "
           "postings stay, for scores and complaints of then. Undo does not bring it back. "
           "Backups made before still hold it until they are deleted by their own rule.",
            {years, months}));
    update();
    SendSizeEvent();
    Layout();
}

void MinimisePage::focus()
{
    table_->SetFocus();
    if (table_->chosen().empty() && !due_.empty())
        table_->choose_first();
}

std::vector<model::Uuid> MinimisePage::chosen_ids() const
{
    std::vector<model::Uuid> ids;
    for (const auto row : table_->chosen())
        if (row < due_.size())
            ids.push_back(due_[row].id);
    return ids;
}

void MinimisePage::update()
{
    const auto chosen = table_->chosen().size();
    clean_up_->Enable(!is_working_ && chosen > 0);
    open_->Enable(chosen == 1);
    count_->SetLabelText(is_working_ ? tr("Working…")
            : due_.empty()           ? tr("Nobody is due")
                                     : tr("{1} people are due, {2} chosen",
                                         {std::to_string(due_.size()), std::to_string(chosen)}));
    Layout();
}

wxString MinimisePage::text_of(const model::DueForMinimising& due, std::size_t column) const
{
    switch (column) {
    case name:
        return to_wx(due.name);
    case unit:
        return to_wx(due.unit);
    case left:
        return to_wx(model::to_iso(due.left));
    case dropped:
        return words_of_dropped(due);
    default:
        return due.why_not  ? tr(*due.why_not)
            : due.minimised ? tr("Filled in again since {1}", {model::to_iso(*due.minimised)})
                            : wxString();
    }
}

bool MinimisePage::ask(std::size_t people)
{
    wxMessageDialog dialog(this,
        tr("Drop the personal information of {1} people for good?", {std::to_string(people)}),
        tr("Hallkeeper"), wxYES_NO | wxNO_DEFAULT | wxICON_WARNING);
    dialog.SetExtendedMessage(
        tr("This cannot be undone. Name and postings stay. Backups made before still hold it until "
           "they are deleted by their own rule."));
    dialog.SetYesNoLabels(tr("&Drop it for good"), tr("&Keep"));
    return dialog.ShowModal() == wxID_YES;
}

void MinimisePage::clean_up()
{
    const auto ids = chosen_ids();
    if (is_working_ || ids.empty() || !on_ask(ids.size()))
        return;
    run<model::Outcome>(
        [ids, account = editor_.account()](model::RecordStore& store) {
            model::Editor editor(store, account);
            return model::minimise(editor, ids);
        },
        [this, asked = ids.size()](const model::Outcome& outcome) { take(outcome, asked); });
}

void MinimisePage::take(const model::Outcome& outcome, std::size_t asked)
{
    wxString told;
    for (std::size_t i = 0; i < outcome.findings.size() && i < most_told; ++i)
        told += (told.empty() ? "" : "\n") + tr(outcome.findings[i].message);
    told_->show(told);
    refresh();
    if (outcome.changed && on_written)
        on_written();
    if (on_say)
        on_say(outcome.changed ? tr("Personal information of {1} people dropped for good",
                   {std::to_string(asked - outcome.findings.size())})
                               : tr("Nothing was dropped"));
    focus();
}

} // namespace views

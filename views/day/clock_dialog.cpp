#include "views/day/clock_dialog.h"

#include "model/base/files.h"
#include "views/day/clock_check_page.h"
#include "views/day/clock_source_page.h"
#include "views/help/help_menu.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>

namespace views {

ClockDialog::ClockDialog(wxWindow* parent, const Desk& desk)
    : wxDialog(parent, wxID_ANY, tr("Import a clock file"), wxDefaultPosition, wxDefaultSize,
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX)
    , desk_(desk)
    , book_(new wxSimplebook(this))
    , source_(new ClockSourcePage(book_, draft_))
    , check_(new ClockCheckPage(book_, draft_, desk.editor))
    , bar_(*this, work_)
    , work_(*this, desk)
{
    SetName("clock_import");
    book_->AddPage(source_, {});
    book_->AddPage(check_, {});
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(book_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(10)));
    bar_.lay_out(*all);
    SetSizer(all);
    wire();
    offer_help(*this, "clock");
    go_to(source);
    SetSize(dialog_size(*this, wxSize(1040, 640)));
    SetMinSize(dialog_size(*this, wxSize(640, 420)));
    CentreOnParent();
}

void ClockDialog::wire()
{
    source_->on_file = [this](const std::string& path) { take_file(path); };
    source_->on_change = [this] { look(); };
    source_->on_say = [this](const wxString& text) { say(text); };
    check_->on_change = [this] { update(); };
    check_->on_people = [this] { plan(); };
    bar_.wire([this] { update(); });
    bar_.back()->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { back(); });
    bar_.next()->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { next(); });
}

void ClockDialog::say(const wxString& text)
{
    bar_.say(text);
}

bool ClockDialog::may_take() const
{
    const auto& plan = draft_.plan;
    return plan.added + plan.changed > 0 && (draft_.terms.good_rows || plan.is_clean(draft_.sheet));
}

void ClockDialog::update()
{
    const bool works = work_.is_running();
    const bool was_enabled = book_->IsThisEnabled();
    book_->Enable(!works && step_ != done);
    if (!was_enabled && !works && step_ != done)
        step_ == source ? source_->focus() : check_->focus();
    bar_.show_work();
    bar_.back()->Show(step_ == check);
    bar_.back()->Enable(!works);
    const bool has_next = step_ != done || draft_.plan.differing > 0;
    bar_.next()->Show(has_next);
    bar_.next()->Enable(
        !works && (step_ == source ? draft_.is_read() : step_ == done || may_take()));
    const auto entries = std::to_string(draft_.plan.added + draft_.plan.changed);
    bar_.next()->SetLabel(step_ == source ? tr("&Next")
            : step_ == check              ? tr("&Take in {1} entries", {entries})
                                          : tr("&Decide the differences…"));
    Layout();
}

void ClockDialog::go_to(Step step)
{
    step_ = step;
    if (step != done)
        book_->SetSelection(static_cast<std::size_t>(step));
    say({});
    if (step == source)
        source_->show();
    else if (step == check)
        check_->show();
    update();
    // In the tables Enter is about the line; only before them it does go on.
    step == done ? bar_.next()->SetDefault() : bar_.close()->SetDefault();
    if (step == source)
        source_->focus();
    else if (step == check)
        check_->focus();
    else
        (bar_.next()->IsShown() ? bar_.next() : bar_.close())->SetFocus();
}

void ClockDialog::next()
{
    if (work_.is_running())
        return;
    switch (step_) {
    case source:
        return draft_.is_read() ? plan() : void();
    case check:
        return may_take() ? take_in() : void();
    case done:
        wants_differences_ = true;
        return end_dialog(*this, wxID_OK);
    }
}

void ClockDialog::back()
{
    if (!work_.is_running() && step_ == check)
        go_to(source);
}

void ClockDialog::take_file(const std::string& path)
{
    draft_.path = model::path_of(path);
    draft_.options = {};
    draft_.terms.people.clear();
    look();
}

ClockDialog::Found ClockDialog::read(model::RecordStore& store, const std::filesystem::path& path,
    const model::ClockOptions& options)
{
    Found found;
    try {
        found.sheet = model::read_clock_sheet(store, path, options);
    } catch (const model::HeadsError& error) {
        found.problem = error.message();
        found.unknown = model::unknown_columns(path, options);
        for (auto& column : found.unknown)
            if (const auto said = options.roles.find(column.head); said != options.roles.end())
                column.role = said->second;
    }
    return found;
}

void ClockDialog::look()
{
    say({});
    bar_.name_work(tr("Reading the clock file"));
    work_.run([path = draft_.path, options = draft_.options](model::RecordStore& store,
                  const model::Progress&) { return read(store, path, options); },
        [this](Found& found) {
            draft_.sheet = std::move(found.sheet);
            draft_.unknown = std::move(found.unknown);
            source_->show(found.problem ? tr(*found.problem) : wxString());
            update();
            source_->focus();
        },
        [this](const std::exception_ptr& error) {
            draft_.sheet = {};
            draft_.unknown.clear();
            source_->show(describe(error));
            update();
        });
}

void ClockDialog::plan()
{
    say({});
    bar_.name_work(tr("Holding it against the registers"));
    work_.run(
        [sheet = draft_.sheet, terms = draft_.terms, account = desk_.editor.account()](
            model::RecordStore& store, const model::Progress& progress) {
            return model::plan_clock(
                store, model::Permission(store, account.id), sheet, terms, progress);
        },
        [this](model::ClockPlan& found) {
            if (found.cancelled)
                return say(tr("Stopped; the file was not held against the registers to its end."));
            draft_.plan = std::move(found);
            go_to(check);
        },
        [this](const std::exception_ptr& error) { say(describe(error)); });
}

void ClockDialog::take_in()
{
    bar_.name_work(tr("Taking in"));
    work_.run(
        [draft = draft_, account = desk_.editor.account(), before = desk_.backups.before_import](
            model::RecordStore& store, const model::Progress&) {
            if (before)
                before(store);
            model::Editor editor(store, account);
            return model::accept_clock(editor, draft.path, draft.sheet, draft.plan, draft.terms);
        },
        [this](model::ClockOutcome& outcome) { tell(outcome); },
        [this](const std::exception_ptr& error) { say(describe(error)); });
}

void ClockDialog::tell(const model::ClockOutcome& outcome)
{
    has_written_ = has_written_ || outcome.outcome.changed;
    if (!outcome.outcome.done) {
        auto text = tr("Nothing was taken in, for {1} entries are refused:",
            {std::to_string(outcome.refused.size())});
        if (!outcome.refused.empty())
            text += "\n" + to_wx(draft_.plan.days.at(outcome.refused.front().first).name) + ": "
                + tr(outcome.refused.front().second);
        return say(text);
    }
    go_to(done);
    const auto written =
        draft_.plan.added + draft_.plan.changed - static_cast<int>(outcome.refused.size());
    auto text = tr("{1} entries are taken in; the history of imports takes them back as a whole.",
        {std::to_string(written)});
    if (draft_.plan.differing > 0)
        text += "\n"
            + tr("In {1} of them the clock says other than what was entered: what was entered "
                 "counts "
                 "until you decide.",
                {std::to_string(draft_.plan.differing)});
    if (!outcome.refused.empty())
        text += "\n"
            + tr("{1} were not taken: {2}",
                {std::to_string(outcome.refused.size()),
                    from_wx(tr(outcome.refused.front().second))});
    say(text);
}

} // namespace views

#include "views/import/import_history.h"

#include "model/entities/catalog.h"
#include "model/exchange/staff_roster.h"
#include "views/import/cell_table.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/settings.h>

namespace views {

namespace {

enum Column { when, who, entity, file, added, changed, same, wrong, state };

} // namespace

ImportHistory::ImportHistory(wxWindow* parent, const Desk& desk)
    : TakeBackDialog(parent, "imports", "runs", tr("History of imports"), tr("&Take back"))
    , desk_(desk)
    , work_(*this, desk)
{
    table_->show({{.head = tr("When"), .width = 140}, {.head = tr("Who"), .width = 90},
                     {.head = tr("Register"), .width = 90}, {.head = tr("File"), .width = 260},
                     {.head = tr("New"), .width = 60}, {.head = tr("Changed"), .width = 60},
                     {.head = tr("The same"), .width = 60}, {.head = tr("Wrong"), .width = 60},
                     {.head = {}, .width = 80}},
        0, [this](std::size_t row, std::size_t column) {
            const auto& run = runs_.at(row);
            CellTable::Cell cell{.text = text_of(run, column)};
            if (run.undone)
                cell.colour = wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT);
            return cell;
        });
    lay_out({940, 420}, "import");
    table_->on_choose = [this](std::size_t) { update(); };
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        const auto* run = chosen();
        if (run
            && ask(tr("Take the import of {1} back?", {run->file}),
                tr("What it made goes to the recycle bin, what it changed gets its former values; "
                   "what was edited since stays.")))
            take_back();
    });
    work_.on_state = [this] { update(); };
    read();
    if (!runs_.empty())
        table_->go_to(0, 0);
    else
        say(tr("Nothing was imported yet"));
    update();
    table_->SetFocus();
}

void ImportHistory::read()
{
    runs_ = model::imports(desk_.editor.store());
    table_->show_rows(runs_.size());
}

void ImportHistory::update()
{
    const auto* run = chosen();
    const bool is_open = run && !run->undone;
    const auto reason = is_open ? why_not(*run) : std::nullopt;
    back_->Enable(is_open && !reason && !work_.is_running());
    if (reason)
        say(tr(*reason));
    else if (is_denied_)
        say({});
    is_denied_ = reason.has_value();
}

/// Why the account may take nothing of it back.
std::optional<model::Message> ImportHistory::why_not(const model::ImportRun& run) const
{
    const auto* def =
        model::hall_catalog().find(run.entity == model::staff_roster_name ? "person" : run.entity);
    const auto permission = desk_.editor.permission();
    if (!def || permission.may_somewhere(model::Action::enter, *def))
        return std::nullopt;
    return permission.why_not(model::Action::enter);
}

const model::ImportRun* ImportHistory::chosen() const
{
    const auto row = table_->current();
    return row && *row < runs_.size() ? &runs_[*row] : nullptr;
}

wxString ImportHistory::text_of(const model::ImportRun& run, std::size_t column) const
{
    switch (column) {
    case when:
        return display(run.at);
    case who:
        return to_wx(run.user);
    case entity: {
        const auto* def = model::find_imported(model::hall_catalog(), run.entity);
        return def ? tr(def->plural) : to_wx(run.entity);
    }
    case file:
        return to_wx(run.file);
    case added:
        return std::to_string(run.new_);
    case changed:
        return std::to_string(run.changed);
    case same:
        return std::to_string(run.same);
    case wrong:
        return std::to_string(run.wrong);
    default:
        return run.undone ? tr("taken back") : wxString();
    }
}

void ImportHistory::take_back()
{
    const auto* run = chosen();
    if (!run || run->undone || why_not(*run) || work_.is_running())
        return;
    say(tr("Taking the import back"));
    work_.run(
        [account = desk_.editor.account(), number = run->run](
            model::RecordStore& store, const model::Progress&) {
            model::Editor editor(store, account);
            return model::unimport(editor, number);
        },
        [this, file = run->file](model::Outcome& outcome) {
            has_written_ = has_written_ || outcome.changed;
            read();
            update();
            say(outcome.changed ? tr("The import of {1} was taken back", {file})
                                : tr("Nothing of the import of {1} could be taken back", {file}),
                outcome.findings);
        },
        [this](const std::exception_ptr& error) { say(describe(error)); });
}

} // namespace views

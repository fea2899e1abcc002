#include "views/shell/step_history.h"

#include "views/import/cell_table.h"
#include "views/widgets/errors.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/settings.h>

#include <algorithm>

namespace views {

namespace {

enum Column { when, who, what, state };

constexpr std::int64_t most_shown = 50;

} // namespace

StepHistory::StepHistory(wxWindow* parent, model::Editor& editor)
    : TakeBackDialog(
        parent, "steps_taken", "steps", tr("Steps taken"), tr("&Take back up to this step"))
    , editor_(editor)
{
    table_->show({{.head = tr("When"), .width = 140}, {.head = tr("Who"), .width = 100},
                     {.head = tr("Step"), .width = 420}, {.head = {}, .width = 80}},
        0, [this](std::size_t row, std::size_t column) {
            const auto& step = steps_.at(row);
            CellTable::Cell cell{.text = text_of(step, column)};
            if (step.is_undone || !step.is_own)
                cell.colour = wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT);
            return cell;
        });
    lay_out({800, 460}, "undo");
    table_->on_choose = [this](std::size_t) { update(); };
    table_->on_activate = [this](std::size_t) { ask_and_take_back(); };
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { ask_and_take_back(); });
    read();
    table_->choose_first();
    update();
    table_->SetFocus();
}

void StepHistory::read()
{
    steps_ = editor_.steps(most_shown);
    table_->show_rows(steps_.size());
}

const model::PastStep* StepHistory::chosen() const
{
    const auto row = table_->current();
    return row && *row < steps_.size() ? &steps_[*row] : nullptr;
}

std::size_t StepHistory::steps_to_take_back() const
{
    const auto* last = chosen();
    if (!last || last->is_undone || !last->is_own)
        return 0;
    return static_cast<std::size_t>(std::ranges::count_if(steps_, [&](const auto& step) {
        return step.is_own && !step.is_undone && step.name.command >= last->name.command;
    }));
}

void StepHistory::update()
{
    const auto count = steps_to_take_back();
    const auto* step = chosen();
    back_->Enable(count > 0);
    say(!step               ? tr("No step was taken yet")
            : !step->is_own ? tr("This step is another account's: only that account takes it back")
            : count == 0    ? tr("This step is taken back already")
            : count == 1    ? tr("This step alone is taken back")
                            : tr("This step and all your newer ones are taken back, {1} in all",
                                {std::to_string(count)}));
}

wxString StepHistory::text_of(const model::PastStep& step, std::size_t column) const
{
    switch (column) {
    case when:
        return display(step.at);
    case who:
        return to_wx(step.user);
    case what:
        return to_wx(model::words_of(step.name, language()));
    default:
        return step.is_undone ? tr("taken back") : wxString();
    }
}

void StepHistory::ask_and_take_back()
{
    const auto count = steps_to_take_back();
    if (count > 0
        && (count == 1
            || ask(tr("Take {1} steps back?", {std::to_string(count)}),
                tr("Redo does them again one by one."))))
        guarded(this, [this] { take_back(); });
}

void StepHistory::take_back()
{
    if (steps_to_take_back() == 0)
        return;
    const auto outcome = editor_.undo_back_to(chosen()->name.command);
    has_written_ = has_written_ || outcome.changed;
    read();
    update();
    say(outcome.changed ? tr("The steps are taken back")
                        : tr("Nothing of these steps could be taken back"),
        outcome.findings);
}

} // namespace views

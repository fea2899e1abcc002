#include "views/shell/step_history.h"

#include "views/help/help_menu.h"
#include "views/import/cell_table.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/msgdlg.h>
#include <wx/settings.h>
#include <wx/sizer.h>

#include <algorithm>

namespace views {

namespace {

enum Column { when, who, what, state };

constexpr std::int64_t most_shown = 50;

bool ask_take_back(wxWindow* parent, std::size_t count)
{
    wxMessageDialog dialog(parent, tr("Take {1} steps back?", {std::to_string(count)}),
        tr("Hallkeeper"), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    dialog.SetExtendedMessage(tr("Redo does them again one by one."));
    dialog.SetYesNoLabels(tr("&Take back"), tr("&Keep"));
    return dialog.ShowModal() == wxID_YES;
}

} // namespace

StepHistory::StepHistory(wxWindow* parent, model::Editor& editor)
    : wxDialog(parent, wxID_ANY, tr("Steps taken"), wxDefaultPosition, wxDefaultSize,
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , editor_(editor)
    , table_(new CellTable(this, "steps", tr("Steps taken")))
    , said_(new WrappedText(this))
    , back_(new wxButton(this, wxID_ANY, tr("&Take back up to this step")))
{
    SetName("steps_taken");
    name_control(said_, "said");
    name_control(back_, "take_back");
    table_->show({{.head = tr("When"), .width = 140}, {.head = tr("Who"), .width = 100},
                     {.head = tr("Step"), .width = 420}, {.head = {}, .width = 80}},
        0, [this](std::size_t row, std::size_t column) {
            const auto& step = steps_.at(row);
            CellTable::Cell cell{.text = text_of(step, column)};
            if (step.is_undone || !step.is_own)
                cell.colour = wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT);
            return cell;
        });
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(back_);
    buttons->AddStretchSpacer();
    buttons->Add(new wxButton(this, wxID_CANCEL, tr("Close")));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(table_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    all->Add(said_, flags);
    all->Add(buttons, flags);
    SetSizer(all);
    SetSize(dialog_size(*this, wxSize(800, 460)));
    CentreOnParent();
    offer_help(*this, "undo");
    table_->on_choose = [this](std::size_t) { update(); };
    table_->on_activate = [this](std::size_t) { ask(); };
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { ask(); });
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

void StepHistory::say(const wxString& text)
{
    said_->show(text);
    said_->wrap(GetClientSize().x - FromDIP(20));
    Layout();
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

void StepHistory::ask()
{
    const auto count = steps_to_take_back();
    if (count > 0 && (count == 1 || ask_take_back(this, count)))
        guarded(this, [this] { take_back(); });
}

void StepHistory::take_back()
{
    if (steps_to_take_back() == 0)
        return;
    const auto outcome = editor_.undo_back_to(chosen()->name.command);
    has_written_ = true;
    read();
    update();
    wxString told = tr("The steps are taken back");
    for (const auto& finding : outcome.findings)
        told += '\n' + tr(finding.message);
    say(told);
}

} // namespace views

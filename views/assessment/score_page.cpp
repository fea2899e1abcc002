#include "views/assessment/score_page.h"

#include "model/assessment/explain.h"
#include "model/base/text.h"
#include "model/commands/automatic_entries.h"
#include "model/commands/seen_scores.h"
#include "model/entities/ledger_entry.h"
#include "model/entities/place.h"
#include "model/entities/score.h"
#include "views/assessment/event_dialog.h"
#include "views/assessment/period_dialogs.h"
#include "views/import/cell_table.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace views {

namespace {

constexpr int gap = 8;

enum Column { place, name, unit, total, deducted, bonus, days, titles, columns };

template <class Enum>
const char* label_of(Enum value)
{
    return model::choices_of<Enum>.at(static_cast<std::size_t>(value)).label;
}

std::vector<CellTable::Column> ranking_columns()
{
    return {{.head = tr("Rank"), .width = 60}, {.head = tr("Name of the object"), .width = 170},
        {.head = tr("Unit"), .width = 170}, {.head = tr("Score"), .width = 80},
        {.head = tr("Points deducted"), .width = 80}, {.head = tr("Bonus points"), .width = 80},
        {.head = tr("Days present"), .width = 80},
        {.head = tr("Titles"), .width = 160, .grows = true}};
}

} // namespace

ScorePage::ScorePage(wxWindow* parent, const Desk& desk)
    : wxPanel(parent)
    , desk_(desk)
    , period_(new wxChoice(this, wxID_ANY))
    , kind_(new wxChoice(this, wxID_ANY))
    , words_(new WrappedText(this))
    , ranking_(new CellTable(this, "ranking", tr("Ranking")))
    , whose_(new wxStaticText(this, wxID_ANY, {}))
    , explanation_(new CellTable(this, "explanation", tr("Where the score comes from")))
    , open_(new wxButton(this, wxID_ANY, tr("&Open a period…")))
    , enter_(new wxButton(this, wxID_ANY, tr("Enter an e&vent…")))
    , collect_(new wxButton(this, wxID_ANY, tr("&Take from the registers")))
    , next_(new wxButton(this, wxID_ANY, tr("&Next step…")))
    , reopen_(new wxButton(this, wxID_ANY, tr("Open a&gain…")))
    , export_(new wxButton(this, wxID_ANY, tr("E&xport…")))
    , print_(new wxButton(this, wxID_ANY, tr("&Print…")))
{
    name_control(period_, "period", tr("Assessment period"));
    name_control(kind_, "kind", tr("Object"));
    name_control(words_, "words");
    name_control(whose_, "whose");
    name_control(open_, "open_period");
    name_control(enter_, "enter_event");
    name_control(collect_, "collect");
    name_control(next_, "next_step");
    name_control(reopen_, "reopen");
    name_control(export_, "export");
    name_control(print_, "print");
    lay_out();
    wire();
    update();
}

void ScorePage::lay_out()
{
    constexpr int width_of_period = 340;
    auto* heading = new wxStaticText(this, wxID_ANY, tr("Scores and ranking"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    period_->SetMinSize({word_width(*this, width_of_period), -1});
    const auto middle = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(gap));
    auto* top = new wxWrapSizer(wxHORIZONTAL);
    top->Add(heading, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(3 * gap)));
    auto* period_label = new wxStaticText(this, wxID_ANY, tr("Perio&d:"));
    auto* kind_label = new wxStaticText(this, wxID_ANY, tr("O&bject:"));
    // A letter leads to what stands behind its label.
    period_label->MoveBeforeInTabOrder(period_);
    kind_label->MoveBeforeInTabOrder(kind_);
    wxWindow* before = explanation_;
    for (auto* button : {enter_, collect_, next_, reopen_, open_, export_, print_}) {
        button->MoveAfterInTabOrder(before);
        before = button;
    }
    top->Add(period_label, middle);
    top->Add(period_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(3 * gap)));
    top->Add(kind_label, middle);
    top->Add(kind_, middle);
    auto* buttons = new wxWrapSizer(wxHORIZONTAL);
    for (auto* button : {enter_, collect_, next_, reopen_, open_, export_, print_})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
    const auto beside = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(top, wxSizerFlags().Expand().Border(wxALL, FromDIP(gap)));
    all->Add(words_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(gap)));
    all->Add(ranking_, wxSizerFlags(3).Expand());
    all->Add(whose_, beside);
    all->Add(explanation_, wxSizerFlags(2).Expand().Border(wxTOP, FromDIP(gap / 2)));
    all->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxTOP, FromDIP(gap)));
    SetSizer(all);
}

void ScorePage::wire()
{
    const auto on = [this](wxButton* button, void (ScorePage::*work)()) {
        button->Bind(wxEVT_BUTTON,
            [this, work](wxCommandEvent&) { guarded(this, [&] { (this->*work)(); }); });
    };
    on(open_, &ScorePage::open_period);
    on(enter_, &ScorePage::enter_event);
    on(collect_, &ScorePage::collect);
    on(next_, &ScorePage::next_step);
    on(reopen_, &ScorePage::reopen);
    on(export_, &ScorePage::export_shown);
    on(print_, &ScorePage::print);
    period_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { compute(); }); });
    kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show(); });
    ranking_->show(ranking_columns(), 0, [this](std::size_t row, std::size_t column) {
        return CellTable::Cell{.text = text_of(row, column), .bold = column == total};
    });
    ranking_->on_choose = [this](std::size_t) { show_explanation(); };
    explanation_->show({{.head = tr("Points"), .width = 90},
                           {.head = tr("Where the score comes from"), .width = 500, .grows = true}},
        0, [this](std::size_t row, std::size_t column) {
            CellTable::Cell cell;
            if (row < told_.size())
                cell = {.text = column == 0 ? told_[row].points : told_[row].text,
                    .bold = told_[row].entry.is_nil()};
            return cell;
        });
    explanation_->on_activate = [this](std::size_t row) {
        if (row < told_.size() && !told_[row].entry.is_nil() && on_open_record)
            on_open_record(model::def_of<model::LedgerEntry>(), told_[row].entry);
    };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (words_->wrap(GetClientSize().x - FromDIP(2 * gap)))
            Layout();
    });
}

void ScorePage::focus()
{
    if (periods_.empty())
        return open_->SetFocus();
    ranking_->SetFocus();
}

void ScorePage::refresh()
{
    const auto state = desk_.editor.store().state();
    if (state == state_)
        return;
    state_ = state;
    read_periods();
    compute();
}

void ScorePage::read_periods()
{
    const auto before = period() ? period()->id : model::Uuid();
    periods_ = model::seen_periods(desk_.editor.store(), desk_.editor.permission());
    period_->Clear();
    for (const auto& each : periods_)
        period_->Append(to_wx(each.name));
    if (periods_.empty())
        return;
    const auto found = std::ranges::find(periods_, before, &model::Period::id);
    period_->SetSelection(found == periods_.end() ? 0 : static_cast<int>(found - periods_.begin()));
}

void ScorePage::compute()
{
    const auto before = kind() ? std::optional(kind()->kind) : std::nullopt;
    result_.reset();
    kind_->Clear();
    if (period()) {
        try {
            auto& store = desk_.editor.store();
            result_ = model::period_result(store, *period());
            model::leave_seen(*result_, store, *period(), desk_.editor.permission());
        } catch (const model::Error& error) {
            words_->show(tr(error.message()));
        }
    }
    if (result_) {
        int at = 0;
        for (const auto& each : result_->kinds) {
            if (before == each.kind)
                at = static_cast<int>(kind_->GetCount());
            kind_->Append(tr(label_of(each.kind)));
        }
        kind_->SetSelection(at);
        words_->show(state_words());
    } else if (!period()) {
        words_->show(tr("No period is open yet. Bring in an assessment method first (Assessment "
                        "methods, “Method files…”), then open a period."));
    }
    show();
}

void ScorePage::show()
{
    const auto* shown = kind();
    ranking_->show_rows(shown ? shown->ranking.size() : 0);
    if (ranking_->rows() > 0)
        ranking_->choose_first();
    show_explanation();
    words_->wrap(GetClientSize().x - FromDIP(2 * gap));
    Layout();
    update();
}

void ScorePage::show_explanation()
{
    told_.clear();
    const auto* standing = chosen();
    const auto* score = standing && result_ ? result_->scores.of(standing->object) : nullptr;
    if (score) {
        const auto explained = model::explain(result_->input.method, *score);
        for (const auto* steps : {&explained.ledger, &explained.composition})
            for (const auto& step : *steps) {
                told_.push_back({to_wx(step.points.text()), tr(step.what), {}});
                for (const auto* event : step.events) {
                    auto text = wxString("    ") + to_wx(model::to_iso(event->day)) + "  "
                        + tr(model::told(result_->input.method, *event));
                    if (event->note != model::EventNote::none)
                        text += " (" + tr(model::note_label(event->note)) + ')';
                    told_.push_back({to_wx(event->points.text()), text, event->entry});
                }
            }
        for (const auto& why : score->missing)
            told_.push_back({{}, tr(why), {}});
    }
    whose_->SetLabelText(standing
            ? tr("{1}: {2}",
                {standing->name,
                    standing->total ? standing->total->text(result_->input.method.places)
                                    : from_wx(tr("no score"))})
            : wxString());
    explanation_->show_rows(told_.size());
    update();
}

/// "Draft of the scores · objections until 2026-11-06 · 3 entries do not count".
wxString ScorePage::state_words() const
{
    const auto& of = *period();
    wxString words = tr(
        "{1}: {2}", {of.name, from_wx(tr(label_of(of.state.value_or(model::PeriodState::open))))});
    if (of.object_until && !of.locked)
        words += L"　" + tr("Objections until {1}", {model::to_iso(*of.object_until)});
    if (of.locked)
        words += L"　" + tr("Locked on {1} by {2}", {model::to_iso(*of.locked), of.locked_by});
    for (const auto& trouble : result_->troubles)
        words += "\n" + tr(trouble);
    constexpr std::size_t most_told = 3;
    for (std::size_t i = 0; i < std::min(most_told, result_->scores.problems.size()); ++i)
        words += "\n" + tr(result_->scores.problems[i].what);
    if (result_->scores.problems.size() > most_told)
        words += "\n"
            + tr("{1} entries or ballots do not count as they are",
                {std::to_string(result_->scores.problems.size())});
    return words;
}

/// Confirming and opening again what was confirmed are rights of their own.
bool ScorePage::may_take(model::PeriodMove move) const
{
    const auto permission = desk_.editor.permission();
    const auto& def = model::def_of<model::Period>();
    const bool enters = permission.may_somewhere(model::Action::enter, def);
    if (move == model::PeriodMove::lock)
        return enters && permission.may_somewhere(model::Action::confirm, def);
    if (move == model::PeriodMove::reopen && period() && period()->locked)
        return enters && permission.may_somewhere(model::Action::reopen, def);
    return enters;
}

void ScorePage::update()
{
    const auto permission = desk_.editor.permission();
    const bool enters =
        permission.may_somewhere(model::Action::enter, model::def_of<model::LedgerEntry>());
    const bool leads =
        permission.may_somewhere(model::Action::enter, model::def_of<model::Period>());
    const bool is_changeable = desk_.copy_of.empty();
    const auto moves = period() ? model::next_moves(*period()) : std::vector<model::PeriodMove>{};
    const auto has = [&](model::PeriodMove move) {
        return std::ranges::find(moves, move) != moves.end();
    };
    open_->Enable(is_changeable && leads);
    enter_->Enable(is_changeable && enters);
    collect_->Enable(is_changeable && enters && period() && !period()->locked);
    next_->Enable(is_changeable && !moves.empty() && moves.front() != model::PeriodMove::reopen
        && may_take(moves.front()));
    next_->SetLabel(next_->IsEnabled()
            ? tr("&Next step: {1}…", {from_wx(tr(label_of(moves.front())))})
            : tr("&Next step…"));
    reopen_->Enable(
        is_changeable && has(model::PeriodMove::reopen) && may_take(model::PeriodMove::reopen));
    export_->Enable(result_.has_value());
    print_->Enable(result_.has_value());
    Layout();
}

void ScorePage::show_period(const model::Uuid& id)
{
    const auto found = std::ranges::find(periods_, id, &model::Period::id);
    if (found == periods_.end())
        return;
    period_->SetSelection(static_cast<int>(found - periods_.begin()));
    compute();
}

void ScorePage::show_kind(model::AssessedKind wanted)
{
    for (std::size_t i = 0; result_ && i < result_->kinds.size(); ++i)
        if (result_->kinds[i].kind == wanted)
            kind_->SetSelection(static_cast<int>(i));
    show();
}

const model::Period* ScorePage::period() const
{
    const int at = period_->GetSelection();
    return at == wxNOT_FOUND || periods_.empty() ? nullptr
                                                 : &periods_.at(static_cast<std::size_t>(at));
}

const model::KindResult* ScorePage::kind() const
{
    const int at = kind_->GetSelection();
    return at == wxNOT_FOUND || !result_ ? nullptr
                                         : &result_->kinds.at(static_cast<std::size_t>(at));
}

const model::PeriodStanding* ScorePage::chosen() const
{
    const auto row = ranking_->current();
    const auto* shown = kind();
    return shown && row && *row < shown->ranking.size()
        ? &result_->standings[shown->ranking[*row].standing]
        : nullptr;
}

wxString ScorePage::text_of(std::size_t row, std::size_t column) const
{
    const auto* shown = kind();
    if (!shown || row >= shown->ranking.size())
        return {};
    const auto& line = shown->ranking[row];
    const auto& standing = result_->standings[line.standing];
    switch (column) {
    case place:
        return wxString::Format("%d", line.place);
    case name:
        return to_wx(standing.name);
    case unit: {
        const auto found = result_->input.units.find(standing.object);
        return found == result_->input.units.end() ? wxString()
                                                   : title_of(desk_.editor.store(), found->second);
    }
    case total:
        return standing.total ? to_wx(standing.total->text(result_->input.method.places))
                              : wxString();
    case deducted:
        return to_wx(standing.deducted.text());
    case bonus:
        return to_wx(standing.bonus.text());
    case days:
        return wxString::Format("%d/%d", standing.days, standing.period_days);
    default:
        return to_wx(result_->titles_of(standing.object));
    }
}

void ScorePage::next_step()
{
    if (const auto* of = period())
        if (const auto moves = model::next_moves(*of);
            !moves.empty() && moves.front() != model::PeriodMove::reopen)
            take(moves.front());
}

void ScorePage::reopen()
{
    if (period())
        take(model::PeriodMove::reopen);
}

void ScorePage::take(model::PeriodMove move)
{
    PeriodStepDialog dialog(this, desk_.editor, *period(), move);
    if (dialog.ShowModal() != wxID_OK)
        return;
    say(tr("{1}: {2}", {period()->name, from_wx(tr(label_of(move)))}));
    if (on_written)
        on_written();
    refresh();
    if (!next_->IsEnabled() || !reopen_->IsEnabled()) // one of them had the keyboard
        ranking_->SetFocus();
}

void ScorePage::collect()
{
    if (!period())
        return;
    const wxBusyCursor busy;
    const auto outcome = model::enter_automatic(desk_.editor, period()->id,
        from_wx(tr("The record it came from was changed or withdrawn")));
    tell(outcome,
        outcome.changed ? tr("The ledger has what the registers tell")
                        : tr("The ledger has it all already"));
}

void ScorePage::enter_event()
{
    EventDialog dialog(this, desk_.editor);
    dialog.ShowModal();
    if (dialog.entered() == 0)
        return;
    say(tr("{1} events entered", {std::to_string(dialog.entered())}));
    if (on_written)
        on_written();
    refresh();
}

void ScorePage::open_period()
{
    OpenPeriodDialog dialog(this, desk_.editor);
    if (dialog.ShowModal() != wxID_OK)
        return;
    if (on_written)
        on_written();
    refresh();
    show_period(dialog.opened());
}

void ScorePage::tell(const model::Outcome& outcome, const wxString& done)
{
    if (!outcome.done && !outcome.findings.empty())
        return say(tr(outcome.findings.front().message));
    say(done);
    if (outcome.changed && on_written)
        on_written();
    refresh();
}

void ScorePage::say(const wxString& text) const
{
    if (on_say)
        on_say(text);
}

} // namespace views

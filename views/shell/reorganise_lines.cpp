// The records of the units or places in a reform, and where they go.
#include "model/base/text.h"
#include "views/import/cell_table.h"
#include "views/shell/reform_words.h"
#include "views/shell/reorganise_dialog.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/checkbox.h>
#include <wx/checklst.h>
#include <wx/choice.h>

#include <algorithm>

namespace views {

/// All by name, wherever they stand in the list.
void ReorganiseDialog::tell_chosen()
{
    std::vector<std::string> names;
    for (unsigned i = 0; i < old_->GetCount(); ++i)
        if (old_->IsChecked(i))
            names.push_back(from_wx(old_->GetString(i)));
    chosen_->show(names.empty() ? tr("None is chosen yet")
                                : tr("Chosen: {1}", {model::join(names, from_wx(tr(", ")))}));
    chosen_->wrap(old_->GetSize().x);
}

/// What refers to the chosen ones; where a record was said to go, it goes still.
void ReorganiseDialog::read_lines()
{
    std::map<std::pair<model::Uuid, const model::FieldDef*>, std::optional<std::size_t>> before;
    for (const auto& line : lines_)
        before.emplace(std::pair(line.reference.record, line.reference.field), line.to);
    lines_.clear();
    const auto from = day();
    auto found = from
        ? model::references_to(desk_.editor.store(), desk_.editor.permission(), of_, old(), *from)
        : std::vector<model::ReformReference>();
    naming_ = found.size();
    const bool goes = model::goes_at_first(of_, kind(), ends_->GetValue());
    if (goes != goes_at_first_) // what was said before was said of something else
        before.clear();
    goes_at_first_ = goes;
    if (has_successors())
        for (auto& reference : found) {
            const auto known = before.find({reference.record, reference.field});
            const auto to = known != before.end() ? known->second
                : reference.goes && goes          ? std::optional<std::size_t>(0)
                                                  : std::nullopt;
            lines_.push_back({std::move(reference), to});
        }
    accounts_left_ = from ? model::accounts_left(
                         desk_.editor.store(), desk_.editor.permission(), of_, kind(), old(), *from)
                          : std::nullopt;
    show_registers();
    show_lines();
    update();
}

void ReorganiseDialog::show_registers()
{
    const auto chosen = register_->GetSelection() > 0
        ? registers_.at(static_cast<std::size_t>(register_->GetSelection() - 1))
        : nullptr;
    registers_.clear();
    register_->Clear();
    register_->Append(tr("All registers: {1}", {std::to_string(lines_.size())}));
    register_->SetSelection(0);
    for (const auto& line : lines_) {
        if (std::ranges::find(registers_, line.reference.def) != registers_.end())
            continue;
        const auto count = std::ranges::count_if(
            lines_, [&](const Line& each) { return each.reference.def == line.reference.def; });
        registers_.push_back(line.reference.def);
        const int at = register_->Append(
            tr("{1}: {2}", {from_wx(tr(line.reference.def->plural)), std::to_string(count)}));
        if (line.reference.def == chosen)
            register_->SetSelection(at);
    }
}

void ReorganiseDialog::show_lines()
{
    const int at = register_->GetSelection();
    const auto* only = at > 0 ? registers_.at(static_cast<std::size_t>(at - 1)) : nullptr;
    shown_.clear();
    for (std::size_t i = 0; i < lines_.size(); ++i)
        if (!only || lines_[i].reference.def == only)
            shown_.push_back(i);
    table_->show_rows(0);
    table_->show_rows(shown_.size());
    table_->choose_first();
}

std::size_t ReorganiseDialog::going() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(lines_, [](const Line& line) { return line.to.has_value(); }));
}

/// From staying to the first successor, the next ones and back.
std::optional<std::size_t> ReorganiseDialog::next_of(const std::optional<std::size_t>& to) const
{
    const auto next = to ? *to + 1 : 0;
    return next < std::max<std::size_t>(successors().size(), 1) ? std::optional(next)
                                                                : std::nullopt;
}

void ReorganiseDialog::switch_lines()
{
    const auto chosen = table_->chosen();
    if (chosen.empty())
        return;
    const auto becomes = next_of(lines_.at(shown_.at(chosen.front())).to);
    for (const auto at : chosen) {
        lines_.at(shown_.at(at)).to = becomes;
        table_->tell_changed(at);
    }
    update();
}

void ReorganiseDialog::move_shown(bool goes)
{
    for (const auto at : shown_)
        lines_[at].to = !goes ? std::nullopt
            : lines_[at].to   ? lines_[at].to
                              : std::optional<std::size_t>(0);
    update();
}

wxString ReorganiseDialog::cell_of(const Line& line, std::size_t column) const
{
    switch (column) {
    case goes_to: {
        const auto names = successors();
        if (!line.to)
            return tr("(stays)");
        return *line.to < names.size() ? to_wx(names[*line.to]) : tr(texts_.successors[0]);
    }
    case in_register:
        return tr(line.reference.def->plural);
    case record:
        return to_wx(line.reference.title);
    case old_one: {
        const auto at = std::ranges::find(old_ids_, line.reference.of) - old_ids_.begin();
        return static_cast<std::size_t>(at) < old_ids_.size()
            ? old_->GetString(static_cast<unsigned>(at))
            : wxString();
    }
    default:
        return tr(line.reference.field->label);
    }
}

} // namespace views

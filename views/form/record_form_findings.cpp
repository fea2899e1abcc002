// What the rules say of the record in a form, and the way from one to the next.

#include "views/form/record_form.h"
#include "views/widgets/colours.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/wupdlock.h>

#include <algorithm>

namespace views {

model::Findings RecordForm::unreadable(Typing typing) const
{
    model::Findings findings;
    for (const auto& row : rows_) {
        const auto entry = row->editor().get();
        const auto* why = std::get_if<model::Message>(&entry);
        if (why && (typing == Typing::is_done || row.get() != focused()))
            findings.push_back({.rule = "entry",
                .level = model::Level::refuse,
                .field = row->field().name,
                .message = *why});
    }
    return findings;
}

void RecordForm::show(const model::Findings& findings)
{
    const wxWindowUpdateLocker still(this);
    for (const auto& row : rows_) {
        model::Findings of_field;
        std::ranges::copy_if(findings, std::back_inserter(of_field),
            [&](const auto& finding) { return finding.field == row->field().name; });
        row->show(of_field);
    }
    summarise(findings);
    lay_out();
}

void RecordForm::summarise(const model::Findings& findings)
{
    wxString whole;
    for (const auto& finding : findings)
        if (finding.field.empty())
            whole += (whole.empty() ? L"▲ " : L"\n▲ ") + sentence_of(finding);
    const auto worst = findings.empty()
        ? model::Level::remind
        : std::ranges::max(findings, {}, &model::Finding::level).level;
    const auto refused = std::ranges::count(findings, model::Level::refuse, &model::Finding::level);
    const auto others = std::ssize(findings) - refused;
    const auto to_correct = std::to_string(refused);
    const auto to_look_at = std::to_string(others);
    const auto fields = fields_to_mend();
    const auto label = refused == 0 ? tr("{1} to look at: go to the first", {to_look_at})
        : others == 0
        ? tr("{1} to correct: go to the first", {to_correct})
        : tr("{1} to correct, {2} to look at: go to the first", {to_correct, to_look_at});
    summary_->SetLabel(label + "  " + fields);
    summary_->SetToolTip(tr("Go to the next of them (Ctrl+J)"));
    summary_->SetForegroundColour(colour_of(worst));
    general_->SetForegroundColour(colour_of(worst));
    general_->show(whole);
    summary_->Show(std::ranges::any_of(rows_, [](auto& row) { return row->has_findings(); }));
}

/// The first few, for the summary has one line.
wxString RecordForm::fields_to_mend() const
{
    constexpr int most = 4;
    wxString names;
    int count = 0;
    for (const auto& row : rows_) {
        if (!row->has_findings())
            continue;
        if (++count > most)
            return names + L"…";
        names += (names.empty() ? wxString() : tr(", ")) + tr(row->field().label);
    }
    return names;
}

void RecordForm::go_to_next_finding()
{
    const auto has_findings = [](const auto& row) { return row->has_findings(); };
    auto from = std::ranges::find(rows_, focused(), &std::unique_ptr<FieldRow>::get);
    if (from != rows_.end())
        ++from;
    auto next = std::find_if(from, rows_.end(), has_findings);
    if (next == rows_.end())
        next = std::ranges::find_if(rows_, has_findings);
    if (next != rows_.end())
        (*next)->focus()->SetFocus();
}

void RecordForm::go_to_worst_finding()
{
    const auto worst = std::ranges::max_element(rows_, {}, [](auto& row) { return row->worst(); });
    if (worst != rows_.end() && (*worst)->has_findings())
        (*worst)->focus()->SetFocus();
}

} // namespace views

#include "model/commands/edit_check.h"

#include <algorithm>

namespace model {

namespace {

void ease(Findings& findings, const Findings& before, std::span<const FieldEdit> edits)
{
    for (auto& finding : findings) {
        const bool is_old = std::ranges::any_of(before, [&](const Finding& old) {
            return old.rule == finding.rule && old.field == finding.field
                && old.message == finding.message;
        });
        const bool is_touched = std::ranges::any_of(
            edits, [&](const FieldEdit& edit) { return edit.field->name == finding.field; });
        if (finding.level == Level::refuse && is_old && !is_touched)
            finding.level = Level::warn;
    }
}

} // namespace

std::vector<FieldEdit> differences(const Record& before, const Record& after)
{
    std::vector<FieldEdit> edits;
    for (std::size_t i = 0; i < after.values.size(); ++i) {
        const auto& field = after.def->fields[i];
        // Extra fields come and go: one of the two may have been read with others than these.
        const auto at = before.def == after.def ? i : before.def->index_of(field.id);
        if (at < before.values.size() && after.values[i] != before.values[at])
            edits.push_back({&field, after.values[i]});
    }
    return edits;
}

bool refuses(const Findings& findings)
{
    return std::ranges::any_of(
        findings, [](const Finding& finding) { return finding.level == Level::refuse; });
}

Findings check_edit(const Record& before, const Record& after, std::span<const FieldEdit> edits,
    Lookup& lookup, Date today)
{
    auto findings = check(after, lookup, today);
    if (refuses(findings))
        ease(findings, check(before, lookup, today), edits);
    return findings;
}

} // namespace model

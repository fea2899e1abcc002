#include "views/import/edition_draft.h"

#include <algorithm>
#include <map>

namespace views {

namespace {

std::string key_of(const model::EditionEntry& entry)
{
    return std::string(model::difference_name(entry.kind)) + ' '
        + (entry.record.is_nil() ? entry.code : entry.record.text());
}

} // namespace

void EditionDraft::take(model::Edition edition_found, model::Comparison found)
{
    std::map<std::string, std::set<const model::FieldDef*>> marks;
    for (std::size_t i = 0; i < taken.size(); ++i)
        if (taken[i])
            marks.emplace(key_of(comparison.entries[i]), left_out[i]);
    edition = std::move(edition_found);
    comparison = std::move(found);
    taken.assign(comparison.entries.size(), false);
    left_out.assign(comparison.entries.size(), {});
    for (std::size_t i = 0; i < taken.size(); ++i) {
        const auto mark = marks.find(key_of(comparison.entries[i]));
        if (mark == marks.end() || !may_take(i))
            continue;
        taken[i] = true;
        left_out[i] = mark->second;
    }
}

bool EditionDraft::may_take(std::size_t entry) const
{
    return std::ranges::none_of(comparison.entries.at(entry).findings,
        [](const model::Finding& finding) { return finding.level == model::Level::refuse; });
}

bool EditionDraft::is_taken(std::size_t entry) const
{
    return taken.at(entry) && left_out[entry].size() < comparison.entries[entry].fields.size();
}

std::size_t EditionDraft::marked() const
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < taken.size(); ++i)
        count += is_taken(i);
    return count;
}

std::vector<model::EditionChoice> EditionDraft::choices() const
{
    std::vector<model::EditionChoice> choices;
    for (std::size_t i = 0; i < taken.size(); ++i)
        if (is_taken(i))
            choices.push_back({i, left_out[i]});
    return choices;
}

} // namespace views

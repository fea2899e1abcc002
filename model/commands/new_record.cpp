#include "model/commands/new_record.h"

#include "assets/assets.h"
#include "model/base/text.h"

#include <algorithm>
#include <map>
#include <string>

namespace model {

namespace {

struct Needs {
    std::vector<std::vector<std::string>> needed; ///< of each of these one is
    std::string today;                            ///< the field that is today's day; may be empty
};

const Needs* needs_of(const EntityDef& def)
{
    static const auto all = [] {
        constexpr std::size_t columns = 3;
        std::map<std::string, Needs, std::less<>> needs;
        const auto lines = split(assets::text("codes/new_records.csv"), '\n');
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const auto cells = split(lines[i], ',');
            if (cells.size() != columns)
                continue;
            auto& of = needs[cells[0]];
            for (const auto& one : split(cells[1], ' '))
                of.needed.push_back(split(one, '|'));
            of.today = cells[2];
        }
        return needs;
    }();
    const auto found = all.find(def.name);
    return found == all.end() ? nullptr : &found->second;
}

Finding still_missing(const std::string& field, bool is_alone)
{
    return {.rule = "needed",
        .field = field,
        .message = {is_alone ? msgid("Please fill in this field")
                             : msgid("Please fill in this field or the other one with these "
                                     "words: one of them is needed")}};
}

} // namespace

Record new_record(const EntityDef& def, Date today)
{
    auto record = Record::empty(def, {});
    if (const auto* needs = needs_of(def); needs && !needs->today.empty())
        record[needs->today] = today;
    return record;
}

std::vector<FieldEdit> entered_over(const Record& begun, std::vector<FieldEdit> edits)
{
    for (std::size_t i = 0; i < begun.values.size(); ++i) {
        const auto* field = &begun.def->fields[i];
        if (!is_empty(begun.values[i])
            && std::ranges::find(edits, field, &FieldEdit::field) == edits.end())
            edits.push_back({field, begun.values[i]});
    }
    return edits;
}

bool is_needed(const EntityDef& def, const FieldDef& field)
{
    if (field.required)
        return true;
    const auto* needs = needs_of(def);
    return needs && std::ranges::any_of(needs->needed, [&](const auto& one_of) {
        return one_of.size() == 1 && one_of.front() == field.name;
    });
}

Findings check_needed(const Record& record)
{
    Findings findings;
    const auto* needs = needs_of(*record.def);
    if (!needs)
        return findings;
    for (const auto& one_of : needs->needed) {
        const auto is_missing = [&](const std::string& name) { return is_empty(record[name]); };
        if (!std::ranges::all_of(one_of, is_missing))
            continue;
        for (const auto& name : one_of)
            if (!record.def->find(name)->required) // which the rules ask for
                findings.push_back(still_missing(name, one_of.size() == 1));
    }
    return findings;
}

Findings check_emptied(const Record& before, const Record& after)
{
    auto findings = check_needed(after);
    std::erase_if(
        findings, [&](const Finding& finding) { return is_empty(before[finding.field]); });
    return findings;
}

} // namespace model

#include "model/commands/new_record.h"

#include "assets/assets.h"
#include "model/base/text.h"
#include "model/schema/extra_field.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>

namespace model {

namespace {

/// register,field or|another,hand or sheet or both,today where the field begins so
constexpr std::string_view needs_file = "codes/needs.csv";
constexpr std::size_t columns = 4;

struct Needs {
    std::vector<Need> by_hand;
    std::vector<Need> of_sheets;
    const FieldDef* today = nullptr; ///< the field that is today's day
};

Need need_of(const EntityDef& def, std::string_view text)
{
    Need need;
    for (const auto& name : split(text, '|')) {
        const auto* field = def.find(name);
        if (!field)
            throw std::logic_error("needs.csv: " + std::string(def.name) + "." + name);
        need.push_back(field);
    }
    return need;
}

void add(std::vector<Need>& needs, const Need& need)
{
    if (std::ranges::find(needs, need) == needs.end())
        needs.push_back(need);
}

Needs read_needs(const EntityDef& def)
{
    Needs needs;
    for (const auto& field : def.fields)
        if (field.required && !extra_of(field))
            needs.of_sheets.push_back({&field});
    for (const auto& line : split(assets::text(needs_file), '\n')) {
        const auto cells = split(trimmed(line), ',');
        if (cells.size() != columns || cells[0] != def.name)
            continue;
        const auto need = need_of(def, cells[1]);
        if (cells[2] == "hand" || cells[2] == "both")
            add(needs.by_hand, need);
        if (cells[2] == "sheet" || cells[2] == "both")
            add(needs.of_sheets, need);
        if (cells[3] == "today")
            needs.today = need.front();
    }
    return needs;
}

/// Entities are never freed, so what was read of one stays.
const Needs& needs_of(const EntityDef& def)
{
    static std::mutex mutex;
    static std::map<const EntityDef*, Needs> all;
    const std::scoped_lock lock(mutex);
    auto found = all.find(&def);
    if (found == all.end())
        found = all.emplace(&def, read_needs(def)).first;
    return found->second;
}

Finding still_missing(std::string_view field, bool is_alone)
{
    return {.rule = "needed",
        .field = field,
        .message = {is_alone ? msgid("Please fill in this field")
                             : msgid("Please fill in this field or the other one with these "
                                     "words: one of them is needed")}};
}

} // namespace

const std::vector<Need>& needs_of(const EntityDef& def, EntryWay way)
{
    const auto& needs = needs_of(def);
    return way == EntryWay::hand ? needs.by_hand : needs.of_sheets;
}

bool is_needed(const EntityDef& def, const FieldDef& field, EntryWay way)
{
    if (way == EntryWay::hand && field.required)
        return true;
    const auto& needs = needs_of(def, way);
    return std::ranges::find(needs, Need{&field}) != needs.end();
}

const FieldDef* words_instead(const EntityDef& def, const FieldDef& reference)
{
    for (const auto& need : needs_of(def, EntryWay::sheet)) {
        if (reference.type != Type::reference || std::ranges::find(need, &reference) == need.end())
            continue;
        const auto words = std::ranges::find(need, Type::text, &FieldDef::type);
        return words == need.end() ? nullptr : *words;
    }
    return nullptr;
}

std::string labels_of(const Need& need, const Translate& translate)
{
    std::vector<std::string> labels;
    for (const auto* field : need)
        labels.push_back(translate(field->label));
    return join(labels, " / ");
}

Record new_record(const EntityDef& def, Date today)
{
    auto record = Record::empty(def, {});
    if (const auto* begins = needs_of(def).today)
        record[begins->name] = today;
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

Findings check_needed(const Record& record)
{
    Findings findings;
    for (const auto& need : needs_of(*record.def, EntryWay::hand)) {
        const auto is_missing = [&](const auto* field) { return is_empty(record[field->name]); };
        if (!std::ranges::all_of(need, is_missing))
            continue;
        for (const auto* field : need)
            if (!field->required) // which the rules ask for
                findings.push_back(still_missing(field->name, need.size() == 1));
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

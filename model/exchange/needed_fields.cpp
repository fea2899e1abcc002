#include "model/exchange/needed_fields.h"

#include "assets/assets.h"
#include "model/base/text.h"
#include "model/schema/extra_field.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>

namespace model {

namespace {

constexpr std::string_view needs_file = "codes/needed_fields.csv"; // entity,need+need|or this

Need need_of(const EntityDef& def, std::string_view text)
{
    Need need;
    for (const auto& name : split(text, '|')) {
        const auto* field = def.find(name);
        if (!field)
            throw std::logic_error("needed_fields.csv: " + std::string(def.name) + "." + name);
        need.push_back(field);
    }
    return need;
}

std::vector<Need> read_needs(const EntityDef& def)
{
    std::vector<Need> needs;
    for (const auto& field : def.fields)
        if (field.required && !extra_of(field)) // those of an office are for its records alone
            needs.push_back({&field});
    for (const auto& line : split(assets::text(needs_file), '\n')) {
        const auto cells = split(trimmed(line), ',');
        if (cells.size() != 2 || cells[0] != def.name)
            continue;
        for (const auto& text : split(cells[1], '+'))
            if (auto need = need_of(def, text); std::ranges::find(needs, need) == needs.end())
                needs.push_back(std::move(need));
    }
    return needs;
}

} // namespace

const std::vector<Need>& needs_of(const EntityDef& def)
{
    static std::mutex mutex;
    static std::map<const EntityDef*, std::vector<Need>> all;
    const std::scoped_lock lock(mutex);
    auto found = all.find(&def);
    if (found == all.end())
        found = all.emplace(&def, read_needs(def)).first;
    return found->second;
}

bool is_needed_in_sheets(const EntityDef& def, const FieldDef& field)
{
    return std::ranges::find(needs_of(def), Need{&field}) != needs_of(def).end();
}

const FieldDef* words_instead(const EntityDef& def, const FieldDef& reference)
{
    for (const auto& need : needs_of(def)) {
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

} // namespace model

#include "model/commands/kept_lookup.h"

namespace model {

namespace {

constexpr std::size_t most_kept = 20'000; // a county's file whole, some ten megabytes

std::string key_of(const EntityDef& def, std::string_view field, const Value& value)
{
    std::string key(def.name);
    key.append("\n").append(field).append("\n").append(to_text(value));
    return key;
}

} // namespace

std::optional<Record> KeptLookup::find(const EntityDef& def, const Uuid& id)
{
    const std::pair key(&def, id);
    if (const auto kept = found_.find(key); kept != found_.end())
        return kept->second;
    keep_room();
    return found_.emplace(key, StoreLookup::find(def, id)).first->second;
}

std::vector<Record> KeptLookup::where(
    const EntityDef& def, std::string_view field, const Value& value)
{
    auto key = key_of(def, field, value);
    if (const auto kept = answers_.find(key); kept != answers_.end())
        return kept->second;
    keep_room();
    return answers_.emplace(std::move(key), StoreLookup::where(def, field, value)).first->second;
}

void KeptLookup::keep_room()
{
    if (found_.size() + answers_.size() < most_kept)
        return;
    found_.clear();
    answers_.clear();
}

} // namespace model

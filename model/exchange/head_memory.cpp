#include "model/exchange/head_memory.h"

#include "model/base/text.h"
#include "model/exchange/head_words.h"

#include <boost/json.hpp>

namespace model {

namespace {

std::string setting(const EntityDef& def, std::span<const std::string> heads)
{
    std::vector<std::string> names;
    for (const auto& head : heads)
        names.push_back(folded(head));
    while (!names.empty() && names.back().empty())
        names.pop_back();
    return "heads/" + std::string(def.name) + "/" + Uuid::named("heads", join(names, "\n")).text();
}

} // namespace

void remember_heads(RecordStore& store, const EntityDef& def, std::span<const std::string> heads,
    const HeadMap& map)
{
    boost::json::object kept;
    for (const auto& [head, field] : map)
        kept[head] = field;
    store.rows().set_setting(setting(def, heads), boost::json::serialize(kept));
}

std::optional<HeadMap> remembered_heads(
    RecordStore& store, const EntityDef& def, std::span<const std::string> heads)
{
    const auto kept = store.rows().setting(setting(def, heads));
    boost::system::error_code error;
    const auto json = boost::json::parse(kept, error);
    if (kept.empty() || error || !json.is_object())
        return std::nullopt;
    HeadMap map;
    for (const auto& [head, field] : json.get_object())
        if (const auto* name = field.if_string())
            if (name->empty() || *name == id_head || def.find(std::string_view(*name)))
                map.emplace(head, std::string(*name));
    return map;
}

} // namespace model

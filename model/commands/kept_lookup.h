#pragma once

#include "model/commands/store_lookup.h"

#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace model {

/// The same for a check of many records, which ask for the same windows, people and figures again
/// and again: keeps the answers. Nothing may be written while it is in use.
class KeptLookup : public StoreLookup {
public:
    using StoreLookup::StoreLookup;

    std::optional<Record> find(const EntityDef& def, const Uuid& id) override;
    std::vector<Record> where(
        const EntityDef& def, std::string_view field, const Value& value) override;

private:
    void keep_room();

    std::map<std::pair<const EntityDef*, Uuid>, std::optional<Record>> found_;
    std::unordered_map<std::string, std::vector<Record>> answers_;
};

} // namespace model

#pragma once

#include "model/rules/finding.h"
#include "model/store/record_store.h"
#include "model/store/references.h"

namespace model {

/// What rules see of the office's file.
class StoreLookup : public Lookup {
public:
    explicit StoreLookup(RecordStore& store) : store_(store) {}

    std::optional<Record> find(const EntityDef& def, const Uuid& id) override
    {
        return store_.find(def, id);
    }
    std::vector<Record> where(
        const EntityDef& def, std::string_view field, const Value& value) override
    {
        return store_.where(def, field, value);
    }
    std::optional<Record> another(const EntityDef& def, std::string_view field, const Value& value,
        const Uuid& except) override
    {
        return store_.another(def, field, value, except);
    }
    bool may_lie_elsewhere(const EntityDef& def, const Uuid& id) override
    {
        return model::may_lie_elsewhere(store_, def, id);
    }

private:
    RecordStore& store_;
};

} // namespace model

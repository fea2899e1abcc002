#pragma once

#include "model/store/record_store.h"

#include <functional>
#include <string>
#include <vector>

namespace model {

/// Of a register, which records count, as a condition on its table, alias t; an empty one, or no
/// function: all.
using SeenWhere = std::function<std::string(const EntityDef&)>;

/// A field of a register by which records refer to another record, and how many do.
struct Referring {
    const EntityDef* def = nullptr;
    const FieldDef* field = nullptr;
    std::int64_t count = 0;

    bool operator==(const Referring&) const = default;
};

/// How many of the records that are seen refer to this one, by register and field; those in the
/// recycle bin do not count. Fields by which none does are left out.
std::vector<Referring> referring_to(
    RecordStore& store, const Uuid& id, const SeenWhere& seen = {});

/// The first of these records, those without an end before the others, otherwise as they were
/// entered.
std::vector<Record> records_referring(
    RecordStore& store, const Referring& by, const Uuid& id, std::int64_t limit,
    const SeenWhere& seen = {});

/// Whether a record that is not in this file may well be in the county's, where the office sees
/// nothing of it: a township's centre names the hall of the county as its parent. What this file
/// knows to be deleted is not.
bool may_lie_elsewhere(RecordStore& store, const EntityDef& def, const Uuid& id);

} // namespace model

#include "model/exchange/register_check.h"

#include "model/commands/store_lookup.h"
#include "model/exchange/snapshot.h"

#include <algorithm>

namespace model {

namespace {

constexpr HeldRecords::Index records_between_reports = 500;

std::optional<Level> worst(const Findings& findings)
{
    const auto found = std::ranges::max_element(findings, {}, &Finding::level);
    if (found == findings.end() || found->level == Level::remind)
        return std::nullopt;
    return found->level;
}

} // namespace

std::map<Uuid, Level> check_register(
    RecordStore& store, const EntityDef& def, const Progress& progress)
{
    std::map<Uuid, Level> found;
    Snapshot snapshot(store);
    auto& held = snapshot.of(def);
    const auto today = store.today();
    for (HeldRecords::Index i = 0; i < held.count(); ++i) {
        if (const auto level = worst(check(held.record(i), snapshot, today)))
            found.emplace(held.id(i), *level);
        if (progress && i % records_between_reports == 0
            && !progress(static_cast<double>(i) / held.count()))
            break;
    }
    return found;
}

std::optional<Level> check_record(RecordStore& store, const EntityDef& def, const Uuid& id)
{
    const auto record = store.find(def, id);
    if (!record)
        return std::nullopt;
    StoreLookup lookup(store);
    return worst(check(*record, lookup, store.today()));
}

} // namespace model

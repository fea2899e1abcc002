#include "tests/support/numbered_units.h"

#include "model/store/audit_check.h"

namespace tests {

namespace {

Uuid unit_id(int n)
{
    return Uuid::named("unit", std::to_string(n));
}

} // namespace

void NumberedUnits::save(int n)
{
    const auto& unit = hall_catalog().get("unit");
    Batch batch(store_, {.label = {msgid("Add {1}"), {std::to_string(n)}}, .account = {}});
    batch.create(make(unit, unit_id(n), {{"name", std::to_string(n)}}));
    const FieldEdit edit{unit.find("remark"), std::to_string(n)};
    batch.set(unit_id(1), {&edit, 1});
    batch.commit();
}

std::int64_t NumberedUnits::number(const char* sql)
{
    SQLite::Statement row(db_.handle(), sql);
    return row.executeStep() ? row.getColumn(0).getInt64() : -1;
}

int NumberedUnits::last()
{
    return static_cast<int>(number("SELECT ifnull(max(rid), 0) FROM unit"));
}

int NumberedUnits::count()
{
    if (db_.handle().execAndGet("PRAGMA integrity_check").getString() != "ok")
        return -1;
    const auto units = number("SELECT count(*) FROM unit");
    const auto in_order = number("SELECT count(*) FROM unit WHERE name = CAST(rid AS TEXT)");
    const auto ops = number("SELECT count(*) FROM op WHERE type = 'create' AND seq = rid");
    const auto edits = number("SELECT count(*) FROM history WHERE new = CAST(id AS TEXT)");
    const auto steps = number("SELECT count(*) FROM command");
    Hash128 sum;
    for (int n = 1; n <= units; ++n)
        if (const auto found = store_.find_any(unit_id(n)))
            sum ^= store_.rows().hash_of(found->first);
    const auto log = check_audit(store_);
    const bool is_whole = in_order == units && ops == units && edits == units && steps == units
        && log.is_sound() && log.entries == units
        && store_.rows().number("op_seq") == units
        && store_.rows().digest([](Scope, const Uuid&) { return true; }) == sum
        && (units == 0
            || store_.find(hall_catalog().get("unit"), unit_id(1)).value()["remark"]
                == Value{std::to_string(units)});
    return is_whole ? static_cast<int>(units) : -1;
}

} // namespace tests

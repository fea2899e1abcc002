#include "tests/simulation/checks.h"

#include "model/store/outbox.h"
#include "tests/simulation/hub_view.h"

#include <algorithm>

namespace tests {

namespace {

/// The newest value of each field in a client's outbox; a create waits with all its fields.
std::vector<std::pair<std::int64_t, std::pair<int, std::string>>> waiting(RecordStore& store)
{
    SQLite::Statement rows(store.db().handle(),
        "SELECT rid, fid, coalesce(value, ''), max(seq) FROM op JOIN op_field USING (seq) "
        "WHERE fid > 0 GROUP BY rid, fid");
    std::vector<std::pair<std::int64_t, std::pair<int, std::string>>> found;
    while (rows.executeStep())
        found.push_back({rows.getColumn(0).getInt64(),
            {rows.getColumn(1).getInt(), rows.getColumn(2).getString()}});
    return found;
}

std::set<Uuid> all_ids(RecordStore& store)
{
    SQLite::Statement rows(store.db().handle(), "SELECT id FROM rec ORDER BY id");
    std::set<Uuid> found;
    while (rows.executeStep())
        found.insert(column_id(rows.getColumn(0)));
    return found;
}

/// Where a record belongs.
std::string position(RecordStore& store, const Uuid& id)
{
    const auto meta = store.rows().any_meta(id);
    return meta ? std::to_string(meta->scope) + ' ' + meta->home.text() : "nowhere";
}

/// Everything else of a record that must be the same on every machine.
std::string state(RecordStore& store, const Uuid& id)
{
    const auto found = store.find_any(id);
    if (!found)
        return "absent";
    auto text = std::to_string(found->first.kind) + ' ' + found->first.born.text()
        + (found->first.deleted ? " deleted" : "");
    for (const auto& version : store.rows().versions(found->first.rid))
        text += ' ' + std::to_string(version.fid) + '@' + version.ver.text();
    for (std::size_t i = 0; i < found->second.values.size(); ++i)
        if (!is_empty(found->second.values[i]))
            text += ' ' + std::string(found->first.def->fields[i].name) + '='
                + to_text(found->second.values[i]);
    return text;
}

void check_digest(RecordStore& store, const std::string& whose)
{
    std::map<std::pair<Scope, Uuid>, Hash128> sums;
    for (const auto& id : all_ids(store)) {
        const auto meta = store.rows().any_meta(id).value();
        sums[{meta.scope, meta.home}] ^= store.rows().hash_of(meta);
    }
    for (const auto& [where, sum] : sums) {
        const auto told = store.rows().digest(
            [&](Scope scope, const Uuid& home) { return std::pair(scope, home) == where; });
        if (told != sum)
            throw Violation("I1",
                "the digest of " + whose + " is not that of its rows at "
                    + std::to_string(where.first));
    }
    Hash128 total;
    for (const auto& [where, sum] : sums)
        total ^= sum;
    if (store.rows().digest([](Scope, const Uuid&) { return true; }) != total)
        throw Violation("I1", "the digest of " + whose + " counts what is not there");
}

void check_same(World& world, const HubView& hub, Client& client)
{
    const auto device = world.county.hub->device(client.store->self().device).value();
    std::set<Uuid> expected;
    for (const auto& [id, meta] : hub.metas)
        if (device.sees(meta.scope, meta.home))
            expected.insert(id);
    const auto there = all_ids(*client.store);
    for (const auto& id : expected)
        if (const auto mine = state(*client.store, id); mine != state(*world.county.store, id))
            throw Violation("I1",
                client.name + " has " + id.text() + " as " + mine + "\n    and the county as "
                    + state(*world.county.store, id));
    for (const auto& id : expected)
        if (position(*client.store, id) != position(*world.county.store, id))
            throw Violation("I1",
                client.name + " places " + state(*client.store, id) + " at "
                    + position(*client.store, id) + ", the county at "
                    + position(*world.county.store, id));
    for (const auto& id : there)
        if (!expected.contains(id))
            throw Violation("I4",
                client.name + " holds " + id.text() + ", " + state(*client.store, id)
                    + "\n    and the county has " + state(*world.county.store, id));
}

void check_same_inbox(World& world, const HubView& hub, Client& client)
{
    const auto device = world.county.hub->device(client.store->self().device).value();
    std::map<std::string, std::string> expected;
    for (const auto& item : hub.inbox)
        if (item.kind != "refused" && device.sees(item.scope, item.home))
            expected[item.id] = item.text();
    const auto mine = HubView::read_inbox(*client.store);
    std::map<std::string, std::string> there;
    for (const auto& item : mine)
        if (item.kind != "refused")
            there[item.id] = item.text();
    for (const auto& [id, text] : expected)
        if (there[id] != text)
            throw Violation("I9",
                client.name + " has inbox item " + id + " as " + there[id]
                    + "\n    and the county as " + text);
    for (const auto& [id, text] : there)
        if (!expected.contains(id))
            throw Violation("I9", client.name + " has an inbox item the county has not: " + text);
}

/// A stamp never lies further ahead than the county's clock was believed to be wrong.
void check_stamps(World& world)
{
    SQLite::Statement latest(
        world.county.store->db().handle(), "SELECT coalesce(max(hlc), 0) FROM stamp");
    latest.executeStep();
    const auto limit = hlc_of(world.county.latest + 121'000);
    if (latest.getColumn(0).getInt64() > limit)
        throw Violation("I11", "a device's clock was believed");
}

} // namespace

void check_own_edits(const World& world, Client& client)
{
    auto& store = *client.store;
    for (const auto& [rid, edit] : waiting(store)) {
        const auto meta = store.rows().meta(rid);
        const auto* field = meta ? meta->def->find(edit.first) : nullptr;
        if (!field)
            throw Violation("I7", client.name + " lost the record of an unsent edit");
        const auto now = to_text(store.rows().read(*meta)[field->name]);
        if (field->type != Type::set && now != edit.second)
            throw Violation("I7",
                client.name + " shows " + now + " for " + meta->id.text() + ' '
                    + std::string(field->name) + ", and its user saved " + edit.second);
    }
    if (world.event % 8 == 0)
        check_digest(store, client.name);
}

void check_scope(World& world, Client& client)
{
    const auto device = world.county.hub->device(client.store->self().device).value();
    Outbox outbox(*client.store);
    for (const auto& id : all_ids(*client.store)) {
        const auto mine = client.store->rows().any_meta(id).value();
        const auto meta = world.county.store->rows().any_meta(id);
        if (outbox.newest(mine.rid))
            continue;
        if (!meta || !device.sees(meta->scope, meta->home))
            throw Violation("I4",
                client.name + " holds " + id.text() + ", " + state(*client.store, id)
                    + "\n    and the county has " + state(*world.county.store, id));
    }
}

void check_all(World& world)
{
    const HubView hub(*world.county.store);
    check_digest(*world.county.store, "the county");
    check_stamps(world);
    for (const auto& client : world.clients) {
        check_digest(*client->store, client->name);
        check_same(world, hub, *client);
        check_same_inbox(world, hub, *client);
    }
    check_ledger(world, hub);
}

} // namespace tests

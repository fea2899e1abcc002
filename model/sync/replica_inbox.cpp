// What a page tells of conflicts, refusals and notices.
#include "model/schema/ownership.h"
#include "model/sync/merge.h"
#include "model/sync/mutants.h"
#include "model/sync/replica.h"
#include "model/sync/told.h"

namespace model {

namespace json = boost::json;

void Replica::take_items(const json::object& page, Taken& taken)
{
    for_each(page, "inbox", [&](const json::value& item) {
        if (item.is_object())
            take_inbox(item.get_object(), taken);
    });
}

void Replica::take_inbox(const json::object& item, Taken& taken)
{
    const auto id = Hash128::from_hex(text_at(item, "id"));
    const auto kind = text_at(item, "kind");
    auto state = text_at(item, "state");
    auto& known = rows_.statements().get("SELECT state, settled_ver FROM inbox WHERE id = ?");
    bind(known, 1, id);
    const bool was_here = known.executeStep();
    const bool was_settled = was_here && known.getColumn(0).getString() == "settled";
    const auto settled_ver = was_settled ? known.getColumn(1).getInt64() : 0;
    known.reset();
    // What was decided or put away before the county lost that is no question again.
    const bool is_settled_again = stage_ == Comparing::pulling && was_settled && state == "open"
        && may_settle(item) && !mutant(Mutant::decided_is_asked);
    if (is_settled_again) {
        state = "settled";
        settle_again(id, uuid_at(item, "r"));
    }

    auto& put = rows_.statements().get(
        "INSERT OR REPLACE INTO inbox (id, kind, state, record, entity, fid, base, stands, "
        "stands_ver, waits, waits_ver, reason, settled_ver, scope, home) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const auto text = [&](int index, std::string_view key) {
        if (const auto* value = find(item, key))
            put.bind(index, scalar_text(*value));
    };
    const auto record = uuid_at(item, "r");
    const auto home = uuid_or_nil(item, "h");
    bind(put, 1, id);
    put.bind(2, kind);
    put.bind(3, state);
    bind(put, 4, record);
    put.bind(5, number_at(item, "k"));
    put.bind(6, number_at(item, "f"));
    text(7, "base");
    text(8, "stands");
    put.bind(9, Version::parse(text_at(item, "stands_v")).value_or(Version{}).packed());
    text(10, "waits");
    put.bind(11, Version::parse(text_at(item, "waits_v")).value_or(Version{}).packed());
    text(12, "reason");
    if (const auto* settled = find(item, "settled"))
        put.bind(13, version_of(*settled).packed());
    else if (is_settled_again && settled_ver != 0)
        put.bind(13, settled_ver);
    put.bind(14, number_at(item, "s"));
    if (!home.is_nil())
        bind(put, 15, home);
    put.exec();
    if (stage_ != Comparing::no) {
        auto& met = rows_.statements().get("INSERT OR IGNORE INTO met_item VALUES (?)");
        bind(met, 1, id);
        met.exec();
    }
    if (was_here || state != "open")
        return;
    if (kind == "refused")
        ++taken.refused;
    else if (kind != "on_behalf")
        ++taken.conflicts;
}

bool Replica::may_settle(const json::object& item)
{
    const auto self = store_.self();
    const auto kind = text_at(item, "kind");
    if (kind == "refused") // which is told to one device alone
        return Version::parse(text_at(item, "waits_v")).value_or(Version{}).device == self.device;
    const auto meta = rows_.meta(uuid_at(item, "r"));
    const auto* field = meta && kind != "on_behalf"
        ? meta->def->find(static_cast<int>(number_at(item, "f")))
        : nullptr;
    return meta
        && (!field || may_write(self.org, *field, {meta->scope, meta->home, self.county()}));
}

} // namespace model

// What the county keeps beside a record when it applies an op: history, stamps, the inbox.

#include "model/store/again.h"
#include "model/sync/hub_apply.h"
#include "model/sync/mutants.h"

#include <algorithm>

namespace model {

void HubApply::refuse(
    const Op& op, int fid, const Value& value, const char* reason, const Meta* meta)
{
    result_.as_sent = false;
    result_.refused = true;
    const auto* def = op.def ? op.def->find(fid) : nullptr;
    // Who may not see the record hears nothing of what stands in it.
    const bool sees = meta && device_.sees(meta->scope, meta->home);
    const auto stands = sees && def ? rows_.read(*meta)[def->name] : Value{};
    const auto version =
        meta ? rows_.version_of(*meta, std::max(fid, 0), !is_empty(stands)) : Version{};
    put_inbox(op, meta, {"refused", fid, stands, stands, version, value, op.version, reason});
}

std::int64_t HubApply::account_of(const Op& op)
{
    if (!account_ || account_->first != op.account)
        account_.emplace(op.account, store_.known_account(op.account));
    return account_->second;
}

void HubApply::put_stamp(const Op& op, Hlc stamp)
{
    auto& put = rows_.statements().get(
        "INSERT OR REPLACE INTO stamp (ver, hlc, at, account, document) VALUES (?, ?, ?, ?, ?)");
    put.bind(1, op.version.packed());
    put.bind(2, stamp);
    put.bind(3, op.at);
    put.bind(4, account_of(op));
    if (!op.document.empty())
        put.bind(5, op.document);
    put.exec();
}

void HubApply::put_history(
    const Op& op, const Meta& meta, int fid, const Value& before, const Value& after)
{
    auto& put = rows_.statements().get(
        "INSERT INTO history (rid, fid, old, new, ver, at, account, document) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    put.bind(1, meta.rid);
    put.bind(2, fid);
    bind_text(put, 3, before);
    bind_text(put, 4, after);
    put.bind(5, op.version.packed());
    put.bind(6, op.at);
    put.bind(7, account_of(op));
    if (!op.document.empty())
        put.bind(8, op.document);
    put.exec();
}

void HubApply::tell_owner(
    const Op& op, const Meta& meta, const FieldDef& field, const Value& before, const Value& after)
{
    const auto owner = owner_of(field, around(meta));
    if (device_.org.role != Role::agency || !owner || is_owner(device_.org, owner))
        return;
    // Only an owner that has a device can be told.
    auto& has = rows_.statements().get("SELECT 1 FROM device WHERE role = ? AND org = ? LIMIT 1");
    has.bind(1, std::string(role_name(owner->role)));
    has.bind(2, owner->id);
    const bool told = has.executeStep();
    has.reset();
    if (!told)
        return;
    put_inbox(op, &meta,
        {"on_behalf", field.id, before, after, op.version, before,
            rows_.version_of(meta, field.id, !is_empty(before))});
}

void HubApply::settle_inbox(const Op& op)
{
    if (!is_mine_to_settle(op.inbox))
        return;
    auto& put = rows_.statements().get("UPDATE inbox SET state = 'settled', settled_ver = ?, "
                                       "gseq = ? WHERE id = ? AND state = 'open'");
    put.bind(1, op.version.packed());
    put.bind(2, gseq_ + 1);
    bind(put, 3, op.inbox);
    if (put.exec() > 0) {
        ++gseq_;
        result_.quiet = false;
    }
}

void HubApply::forget_notices(const Op& op, int fid)
{
    auto& put = rows_.statements().get(
        "UPDATE inbox SET state = 'settled', settled_ver = ?, gseq = ? "
        "WHERE record = ? AND fid = ? AND kind = 'on_behalf' AND state = 'open'");
    put.bind(1, op.version.packed());
    put.bind(2, gseq_ + 1);
    bind(put, 3, op.record);
    put.bind(4, fid);
    if (put.exec() > 0) {
        ++gseq_;
        result_.quiet = false;
    }
}

void HubApply::put_inbox(const Op& op, const Meta* meta, const Item& item)
{
    if (mutant(Mutant::loser_forgotten))
        return;
    result_.quiet = false;
    const auto id = inbox_id(item.kind, op.record, item.fid, item.stands_ver, item.waits_ver);
    if (op.again != Version{} && meta
        && is_waiting(id, item.reason != nullptr, op.record, item.fid, to_text(item.waits)))
        return; // another device has put it back
    auto& put = rows_.statements().get(
        "INSERT OR IGNORE INTO inbox (id, kind, state, record, entity, fid, base, stands, "
        "stands_ver, waits, waits_ver, reason, scope, home, gseq) "
        "VALUES (?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bind(put, 1, id);
    put.bind(2, item.kind);
    bind(put, 3, op.record);
    put.bind(4, op.kind);
    put.bind(5, item.fid);
    bind_text(put, 6, item.base);
    bind_text(put, 7, item.stands);
    put.bind(8, item.stands_ver.packed());
    bind_text(put, 9, item.waits);
    put.bind(10, item.waits_ver.packed());
    if (item.reason)
        put.bind(11, item.reason);
    put.bind(12, meta ? meta->scope : device_.region.first);
    if (meta && !meta->home.is_nil())
        bind(put, 13, meta->home);
    put.bind(14, ++gseq_);
    put.exec();
}

Value HubApply::value_at(const Meta& meta, const FieldDef& field, const Version& version)
{
    auto& exact = rows_.statements().get(
        "SELECT new FROM history WHERE rid = ? AND fid = ? AND ver = ? ORDER BY id DESC LIMIT 1");
    exact.bind(1, meta.rid);
    exact.bind(2, field.id);
    exact.bind(3, version.packed());
    if (exact.executeStep()) {
        auto value = column_text_value(exact.getColumn(0), field);
        exact.reset();
        return value;
    }
    exact.reset();
    auto& first = rows_.statements().get(
        "SELECT old FROM history WHERE rid = ? AND fid = ? ORDER BY id LIMIT 1");
    first.bind(1, meta.rid);
    first.bind(2, field.id);
    if (first.executeStep()) {
        auto value = column_text_value(first.getColumn(0), field);
        first.reset();
        return value;
    }
    first.reset();
    return rows_.read(meta)[field.name];
}

} // namespace model

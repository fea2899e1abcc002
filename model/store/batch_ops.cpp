// What the county is to be told of a step.

#include "model/store/batch.h"
#include "model/store/said_ops.h"

namespace model {

std::int64_t Batch::open_op(const Meta& meta, OpType type, const std::string& extra)
{
    const auto version = next_version();
    auto& put = rows_.statements().get(
        "INSERT INTO op (seq, rid, type, grp, account, at, hlc, document, extra) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    put.bind(1, static_cast<std::int64_t>(version.seq));
    put.bind(2, meta.rid);
    put.bind(3, std::string(op_name(type)));
    bind(put, 4, group_);
    put.bind(5, account_);
    put.bind(6, now_);
    put.bind(7, hlc_);
    if (!step_.document.empty())
        put.bind(8, step_.document);
    if (!extra.empty())
        put.bind(9, extra);
    put.exec();

    auto& stamp = rows_.statements().get(
        "INSERT OR REPLACE INTO stamp (ver, hlc, at, account, document) VALUES (?, ?, ?, ?, ?)");
    stamp.bind(1, version.packed());
    stamp.bind(2, hlc_);
    stamp.bind(3, now_);
    stamp.bind(4, account_);
    if (!step_.document.empty())
        stamp.bind(5, step_.document);
    stamp.exec();
    return static_cast<std::int64_t>(version.seq);
}

std::optional<std::int64_t> Batch::op_to_extend(const Meta& meta)
{
    const auto newest = outbox_.newest(meta.rid);
    if (!newest || newest->frozen || newest->again || newest->account != account_
        || newest->document != step_.document)
        return std::nullopt;
    if (newest->type == OpType::remove || newest->type == OpType::restore
        || newest->type == OpType::resolve || says_forget(meta, newest->seq))
        return std::nullopt;
    return newest->seq;
}

void Batch::put_field(const Meta& meta, std::int64_t seq, const FieldDef& field,
    const Value& before, const Value& after)
{
    const Version version{self_.device, self_.incarnation, static_cast<std::uint64_t>(seq)};
    put_history(meta, field.id, before, after, version);
    if (version == meta.born)
        return; // still part of the unsent create, which is read from the row

    auto& old =
        rows_.statements().get("SELECT base, base_value FROM op_field WHERE seq = ? AND fid = ?");
    old.bind(1, seq);
    old.bind(2, field.id);
    if (old.executeStep()) {
        const auto base = Version::unpacked(old.getColumn(0).getInt64());
        const auto base_value = column_text_value(old.getColumn(1), field);
        old.reset();
        if (base_value == after) {
            take_back_field(meta, seq, field.id, base);
            return;
        }
        auto& put =
            rows_.statements().get("UPDATE op_field SET value = ? WHERE seq = ? AND fid = ?");
        bind_text(put, 1, after);
        put.bind(2, seq);
        put.bind(3, field.id);
        put.exec();
        return;
    }
    old.reset();

    const auto base = rows_.version_of(meta, field.id, !is_empty(before));
    if (!outbox_.is_pending(meta.rid, field.id) && !outbox_.is_create_pending(meta.rid)) {
        auto& shadow = rows_.statements().get("INSERT OR REPLACE INTO shadow VALUES (?, ?, ?, ?)");
        shadow.bind(1, meta.rid);
        shadow.bind(2, field.id);
        bind_text(shadow, 3, before);
        shadow.bind(4, base.packed());
        shadow.exec();
    }
    auto& put = rows_.statements().get(
        "INSERT INTO op_field (seq, fid, base, base_value, value) VALUES (?, ?, ?, ?, ?)");
    put.bind(1, seq);
    put.bind(2, field.id);
    put.bind(3, base.packed());
    bind_text(put, 4, before);
    bind_text(put, 5, after);
    put.exec();
    rows_.set_version(meta.rid, {field.id, version});
}

void Batch::take_back_field(const Meta& meta, std::int64_t seq, int fid, Version base)
{
    // An edit that came back to where it began must not look like one to the county.
    for (const auto* sql :
        {"DELETE FROM shadow WHERE rid = ?1 AND fid = ?2 AND NOT EXISTS (SELECT 1 "
         "FROM op JOIN op_field USING (seq) WHERE op.rid = ?1 AND fid = ?2 "
         "AND seq <> ?3)",
            "DELETE FROM op_field WHERE seq = ?3 AND fid = ?2 AND ?1 = ?1"}) {
        auto& statement = rows_.statements().get(sql);
        statement.bind(1, meta.rid);
        statement.bind(2, fid);
        statement.bind(3, seq);
        statement.exec();
    }
    if (base == Version{} || base == meta.born)
        rows_.drop_version(meta.rid, fid);
    else
        rows_.set_version(meta.rid, {fid, base});
}

/// The newest ops, as far as all their edits were taken back. Ops are numbered without gaps, so one
/// that others follow stays and says nothing; nothing but the history of its record names the
/// number that is given anew.
void Batch::drop_emptied_ops()
{
    static const std::string sql = "DELETE FROM op WHERE seq = ? AND payload IS NULL AND NOT "
        + std::string(op_says_something);
    auto& drop = rows_.statements().get(sql);
    for (;; --seq_) {
        drop.bind(1, seq_);
        const bool is_emptied = drop.exec() == 1;
        drop.reset();
        if (!is_emptied)
            return;
    }
}

} // namespace model

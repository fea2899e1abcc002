// Taking back a decision that the county was not told yet.
#include "model/store/batch.h"

namespace model {

/// A decision that waits to be sent.
struct Batch::Settled {
    Meta meta;
    const FieldDef* field = nullptr;
    std::int64_t seq = 0;
    Hash128 inbox;
    Version base;
    Value before; ///< what stands at the county, as far as this file knows
};

std::optional<Batch::Settled> Batch::settled_by(std::int64_t command)
{
    auto& row = rows_.statements().get(
        "SELECT op.seq, op.rid, op_field.fid, ifnull(shadow.ver, base), "
        "CASE WHEN shadow.ver IS NULL THEN base_value ELSE shadow.value END, substr(extra, 1, 32), "
        "(SELECT count(*) FROM op AS other JOIN op_field AS f USING (seq) WHERE other.rid = op.rid "
        "AND f.fid = op_field.fid AND other.seq <> op.seq) "
        "FROM command JOIN op ON op.grp = command.grp JOIN op_field USING (seq) "
        "LEFT JOIN shadow ON shadow.rid = op.rid AND shadow.fid = op_field.fid "
        "WHERE command.id = ? AND op.type = 'resolve' AND payload IS NULL AND (SELECT count(*) "
        "FROM op AS beside WHERE beside.grp = command.grp) = 1");
    row.bind(1, command);
    std::optional<Settled> settled;
    if (row.executeStep() && row.getColumn(6).getInt() == 0)
        if (const auto meta = rows_.meta(row.getColumn(1).getInt64()))
            if (const auto* field = meta->def->find(row.getColumn(2).getInt()))
                settled = Settled{*meta, field, row.getColumn(0).getInt64(),
                    Hash128::from_hex(row.getColumn(5).getString()),
                    Version::unpacked(row.getColumn(3).getInt64()),
                    column_text_value(row.getColumn(4), *field)};
    row.reset();
    return settled;
}

bool Batch::unsettle(std::int64_t command)
{
    return guarded(store_.db(), [&] {
        created_.flush();
        const auto settled = settled_by(command);
        if (!settled || settled->meta.deleted)
            return false;
        auto& open =
            rows_.statements().get("UPDATE inbox SET state = 'open' WHERE id = ? AND state "
                                   "= 'settled' AND settled_ver IS NULL");
        bind(open, 1, settled->inbox);
        if (open.exec() == 0)
            return false; // somebody else has decided it meanwhile
        this->command();
        const auto& [meta, field, seq, inbox, base, before] = *settled;
        const auto record = rows_.read(meta);
        rows_.uncount(meta);
        if (record[field->name] != before)
            put_history(meta, field->id, record[field->name], before, base);
        const FieldEdit edit{field, before};
        rows_.write(meta, {&edit, 1});
        take_back_field(meta, seq, field->id, base);
        auto& empty =
            rows_.statements().get("UPDATE op SET type = 'set', extra = NULL WHERE seq = ?");
        empty.bind(1, seq);
        empty.exec();
        drop_emptied_ops();
        rows_.count(meta);
        touched_.push_back(meta.id);
        auto after = record;
        after[field->name] = before;
        placement_.settle(meta, after);
        return true;
    });
}

} // namespace model

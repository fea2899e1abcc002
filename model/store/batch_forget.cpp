// Emptying the personal fields of a record for good.
#include "model/schema/minimising.h"
#include "model/store/batch.h"
#include "model/store/forget.h"

#include <stdexcept>

namespace model {

void Batch::forget(const Uuid& id, Date on)
{
    guarded(store_.db(), [&] {
        created_.flush();
        const auto meta = meta_of(id);
        const auto* dated = minimised_field(*meta.def);
        if (!dated)
            throw std::logic_error("A record without personal fields to empty");
        const auto before = rows_.read(meta);
        command();
        const auto seq = open_op(meta, OpType::set);
        rows_.uncount(meta);
        if (before[dated->name] == Value{on}) // said once more, so that the county knows the op
            put_forgotten_field(meta, seq, *dated, rows_.version_of(meta, dated->id, true));
        else
            put_field(meta, seq, *dated, before[dated->name], on);
        std::vector<FieldEdit> edits{{dated, on}};
        for (std::size_t i = 0; i < before.values.size(); ++i) {
            const auto& field = meta.def->fields[i];
            if (!is_minimised_away(field))
                continue;
            // Also of what is empty already, so that who fills it unknowingly is told from who
            // knows.
            put_forgotten_field(
                meta, seq, field, rows_.version_of(meta, field.id, !is_empty(before.values[i])));
            edits.push_back({&field, {}});
        }
        rows_.write(meta, edits);
        rows_.count(meta);
        touched_.push_back(id);
        forget_values(store_, meta);
        forgot_ = true;
    });
}

/// Without history, which would hold the value, and without a value the county would be based on.
void Batch::put_forgotten_field(
    const Meta& meta, std::int64_t seq, const FieldDef& field, Version base)
{
    const Version version{self_.device, self_.incarnation, static_cast<std::uint64_t>(seq)};
    if (!outbox_.is_pending(meta.rid, field.id) && !outbox_.is_create_pending(meta.rid)) {
        auto& shadow = rows_.statements().get(
            "INSERT OR REPLACE INTO shadow (rid, fid, ver) VALUES (?, ?, ?)");
        shadow.bind(1, meta.rid);
        shadow.bind(2, field.id);
        shadow.bind(3, base.packed());
        shadow.exec();
    }
    auto& put =
        rows_.statements().get("INSERT INTO op_field (seq, fid, base, value) VALUES (?, ?, ?, ?)");
    put.bind(1, seq);
    put.bind(2, field.id);
    put.bind(3, base.packed());
    if (!is_minimised_away(field))
        bind_text(put, 4, rows_.read_field(meta, field));
    put.exec();
    rows_.set_version(meta.rid, {field.id, version});
}

/// Such an op stays as it is: taking an edit back inside it would unsay that the field is empty.
bool Batch::says_forget(const Meta& meta, std::int64_t seq)
{
    const auto* dated = minimised_field(*meta.def);
    if (!dated)
        return false;
    auto& row = rows_.statements().get("SELECT 1 FROM op_field WHERE seq = ? AND fid = ?");
    row.bind(1, seq);
    row.bind(2, dated->id);
    const bool says = row.executeStep();
    row.reset();
    return says;
}

} // namespace model

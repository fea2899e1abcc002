// What is noted of every change, for whoever keeps something about records.
#include "model/store/rows.h"

namespace model {

/// The search index is not right any more for the record, nor is what others know of it.
void Rows::note_change(const Meta& meta)
{
    note_touched(meta.rid);
    auto& stale = statements_.get("INSERT OR IGNORE INTO search_stale VALUES (?)");
    stale.bind(1, index_row(meta.def ? meta.def->id : meta.kind, meta.rid));
    stale.exec();
}

/// Where one record is written several times in a transaction, once will do.
void Rows::note_touched(std::int64_t rid)
{
    constexpr std::int64_t kept = 20'000;
    constexpr std::int64_t between_trims = 4'096;
    if (touched_ == std::pair(rid, db_.transactions()))
        return;
    touched_ = {rid, db_.transactions()};
    auto& note = statements_.get("INSERT INTO touched (rid) VALUES (?)");
    note.bind(1, rid);
    note.exec();
    const auto no = db_.handle().getLastInsertRowid();
    if (no % between_trims != 0)
        return;
    auto& trim = statements_.get("DELETE FROM touched WHERE no <= ?");
    trim.bind(1, no - kept);
    trim.exec();
}

} // namespace model

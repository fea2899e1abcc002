#include "model/commands/recycle_bin.h"

#include "model/store/again.h"

#include <algorithm>

namespace model {

namespace {

void add_deleted(RecordStore& store, const EntityDef& def, std::vector<DeletedRecord>& bin)
{
    const auto& title = *def.find(def.title);
    auto& rows = store.rows().statements().get("SELECT rec.id, t." + quoted(title.name)
        + ", fver.ver, stamp.at, account.name FROM rec JOIN " + quoted(def.name)
        + " AS t USING (rid) LEFT JOIN fver ON fver.rid = rec.rid AND fid = 0 "
          "LEFT JOIN stamp ON stamp.ver = fver.ver "
          "LEFT JOIN account ON account.no = stamp.account "
          "WHERE rec.deleted = 1 AND rec.kind = ?");
    rows.bind(1, def.id);
    std::vector<Version> versions;
    const auto first = bin.size();
    while (rows.executeStep()) {
        versions.push_back(Version::unpacked(rows.getColumn(2).getInt64()));
        bin.push_back({.def = &def,
            .id = column_id(rows.getColumn(0)),
            .title = title.type == Type::reference ? std::string() : rows.getColumn(1).getString(),
            .at = rows.getColumn(3).getInt64(),
            .user = rows.getColumn(4).getString()});
    }
    rows.reset();
    for (std::size_t i = 0; i < versions.size(); ++i) {
        auto& record = bin[first + i];
        record.device = store.device_name(first_said(store.rows(), versions[i]).device);
        if (record.title.empty())
            record.title = store.title_of(record.id);
    }
}

} // namespace

std::vector<DeletedRecord> recycle_bin(RecordStore& store)
{
    return guarded(store.db(), [&] {
        std::vector<DeletedRecord> bin;
        for (const auto* def : store.catalog().all())
            add_deleted(store, *def, bin);
        std::ranges::stable_sort(bin, std::ranges::greater{}, &DeletedRecord::at);
        return bin;
    });
}

} // namespace model

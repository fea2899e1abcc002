#include "model/commands/recycle_bin.h"

#include "model/store/again.h"

#include <algorithm>
#include <map>

namespace model {

namespace {

void add_deleted(RecordStore& store, const EntityDef& def, std::vector<DeletedRecord>& bin)
{
    const auto& title = *def.find(def.title);
    const bool is_plain = title.type != Type::reference && !title.personal;
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
            .title = is_plain ? rows.getColumn(1).getString() : std::string(),
            .at = rows.getColumn(3).getInt64(),
            .user = rows.getColumn(4).getString()});
    }
    rows.reset();
    const bool any_again = any_said_again(store.rows());
    std::map<std::uint32_t, std::string> devices;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        auto& record = bin[first + i];
        const auto by = (any_again ? first_said(store.rows(), versions[i]) : versions[i]).device;
        const auto [device, is_new] = devices.try_emplace(by);
        if (is_new)
            device->second = store.device_name(by);
        record.device = device->second;
        if (record.title.empty())
            record.title = store.title_of(record.id);
    }
}

} // namespace

std::int64_t count_deleted(RecordStore& store)
{
    return guarded(store.db(), [&] {
        auto& row = store.rows().statements().get("SELECT count(*) FROM rec WHERE deleted = 1");
        row.executeStep();
        const auto count = row.getColumn(0).getInt64();
        row.reset();
        return count;
    });
}

std::vector<DeletedRecord> recycle_bin(RecordStore& store)
{
    return guarded(store.db(), [&] {
        std::vector<DeletedRecord> bin;
        for (const auto* def : store.catalog().every())
            if (!def->hidden || !def->administrative) // which are deleted by nobody
                add_deleted(store, *def, bin);
        std::ranges::stable_sort(bin, std::ranges::greater{}, &DeletedRecord::at);
        return bin;
    });
}

} // namespace model

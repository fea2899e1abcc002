#include "model/store/touched.h"

#include <algorithm>

namespace model {

namespace {

std::int64_t number(RecordStore& store, const char* sql)
{
    auto& row = store.rows().statements().get(std::string_view(sql));
    row.executeStep();
    const auto number = row.getColumn(0).getInt64();
    row.reset();
    return number;
}

/// False where there are more than `most`.
bool append(RecordStore& store, std::vector<std::int64_t>& records, const char* sql,
    std::int64_t after, std::size_t most)
{
    auto& rows = store.rows().statements().get(std::string_view(sql));
    rows.bind(1, after);
    bool fits = true;
    while (fits && rows.executeStep()) {
        records.push_back(rows.getColumn(0).getInt64());
        fits = records.size() <= most;
    }
    rows.reset();
    return fits;
}

} // namespace

TouchMark touch_mark(RecordStore& store)
{
    return guarded(store.db(), [&] {
        return TouchMark{number(store, "SELECT coalesce(max(no), 0) FROM touched"),
            number(store, "SELECT coalesce(max(rid), 0) FROM rec")};
    });
}

std::optional<std::vector<std::int64_t>> touched_since(
    RecordStore& store, const TouchMark& mark, std::size_t most)
{
    return guarded(store.db(), [&]() -> std::optional<std::vector<std::int64_t>> {
        const auto oldest = number(store, "SELECT coalesce(min(no), 0) FROM touched");
        const auto newest = number(store, "SELECT coalesce(max(no), 0) FROM touched");
        if (oldest > mark.change + 1 || newest < mark.change)
            return std::nullopt;
        std::vector<std::int64_t> records;
        if (!append(store, records, "SELECT rid FROM touched WHERE no > ?", mark.change, 2 * most))
            return std::nullopt; // the same record may be noted several times
        std::ranges::sort(records);
        records.erase(std::unique(records.begin(), records.end()), records.end());
        if (!append(store, records, "SELECT rid FROM rec WHERE rid > ? ORDER BY rid", mark.record,
                most))
            return std::nullopt;
        std::ranges::sort(records);
        records.erase(std::unique(records.begin(), records.end()), records.end());
        return records.size() <= most ? std::optional(records) : std::nullopt;
    });
}

} // namespace model

#include "model/sync/sync_report.h"

#include "model/base/text.h"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstdlib>

namespace model {

namespace {

constexpr const char* came_setting = "sync_came";
constexpr const char* failure_setting = "sync_failure";
constexpr std::int64_t clock_step = 60'000; ///< a clock is not off by less

boost::json::array list_of(const std::string& text)
{
    boost::system::error_code error;
    auto parsed = boost::json::parse(text, error);
    return !error && parsed.is_array() ? std::move(parsed.get_array()) : boost::json::array();
}

void keep(Rows& rows, const char* name, const std::string& text)
{
    if (rows.setting(name) != text)
        rows.set_setting(name, text);
}

void keep(Rows& rows, const char* name, std::int64_t number)
{
    if (rows.number(name) != number)
        rows.set_number(name, number);
}

std::vector<const FieldDef*> waiting_fields(
    RecordStore& store, std::int64_t rid, const EntityDef& def)
{
    auto& rows =
        store.rows().statements().get("SELECT DISTINCT fid FROM op JOIN op_field "
                                      "USING (seq) WHERE rid = ? AND fid > 0 ORDER BY fid");
    rows.bind(1, rid);
    std::vector<const FieldDef*> fields;
    while (rows.executeStep())
        if (const auto* field = def.find(rows.getColumn(0).getInt()))
            fields.push_back(field);
    rows.reset();
    return fields;
}

} // namespace

std::vector<WaitingRecord> waiting_records(RecordStore& store, std::int64_t limit)
{
    return guarded(store.db(), [&] {
        auto& rows = store.rows().statements().get(
            "SELECT rec.id, rec.kind, rec.deleted, min(op.at), max(op.type = 'create'), op.rid "
            "FROM op JOIN rec USING (rid) WHERE op.type NOT IN ('set', 'end', 'resolve') OR EXISTS "
            "(SELECT 1 FROM op_field WHERE op_field.seq = op.seq) "
            "GROUP BY op.rid ORDER BY rec.kind, min(op.at), op.rid LIMIT ?");
        rows.bind(1, limit);
        std::vector<WaitingRecord> waiting;
        std::vector<std::int64_t> rids;
        while (rows.executeStep()) {
            const auto* def = store.catalog().find(rows.getColumn(1).getInt());
            if (!def)
                continue;
            const bool is_deleted = rows.getColumn(2).getInt() != 0;
            const bool is_new = rows.getColumn(4).getInt() != 0;
            waiting.push_back({.def = def,
                .id = column_id(rows.getColumn(0)),
                .step = is_deleted ? OpType::remove
                    : is_new       ? OpType::create
                                   : OpType::set,
                .since = rows.getColumn(3).getInt64()});
            rids.push_back(rows.getColumn(5).getInt64());
        }
        rows.reset();
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            waiting[i].title = store.title_of(waiting[i].id);
            if (waiting[i].step == OpType::set)
                waiting[i].fields = waiting_fields(store, rids[i], *waiting[i].def);
        }
        return waiting;
    });
}

LastSync last_sync(RecordStore& store)
{
    return guarded(store.db(), [&] {
        auto& rows = store.rows();
        LastSync last{.came_at = rows.number("sync_came_at"),
            .clock_off = rows.number("sync_clock_off"),
            .is_comparing = Replica(store).comparing() != Replica::Comparing::no};
        for (const auto& entry : list_of(rows.setting(came_setting)))
            if (const auto* pair = entry.if_array(); pair && pair->size() == 2)
                if (const auto* def =
                        store.catalog().find(static_cast<int>(pair->at(0).to_number<int>())))
                    last.came.push_back({def, pair->at(1).to_number<std::int64_t>()});
        const auto failure = list_of(rows.setting(failure_setting));
        if (failure.empty())
            return last;
        last.failed_at = rows.number("sync_failed_at");
        last.failure = std::string(failure.front().as_string());
        for (std::size_t i = 1; i < failure.size(); ++i)
            last.failure_args.emplace_back(failure[i].as_string());
        return last;
    });
}

void note_sync(RecordStore& store, const SyncResult& result)
{
    guarded(store.db(), [&] {
        auto& rows = store.rows();
        Transaction transaction(store.db());
        if (!result.came.empty()) {
            boost::json::array came;
            for (const auto& [kind, records] : result.came)
                came.push_back(boost::json::array{kind, records});
            rows.set_setting(came_setting, boost::json::serialize(came));
            rows.set_number("sync_came_at", store.clock().now());
        }
        keep(rows, "sync_clock_off",
            std::abs(result.clock_off) < clock_step ? 0
                                                    : result.clock_off / clock_step * clock_step);
        if (result.complete) // one that was stopped proves nothing
            keep(rows, failure_setting, "");
        transaction.commit();
    });
}

void note_failure(RecordStore& store, const Message& message)
{
    guarded(store.db(), [&] {
        boost::json::array failure{message.id};
        for (const auto& arg : message.args)
            failure.emplace_back(arg);
        Transaction transaction(store.db());
        store.rows().set_setting(failure_setting, boost::json::serialize(failure));
        store.rows().set_number("sync_failed_at", store.clock().now());
        transaction.commit();
    });
}

} // namespace model

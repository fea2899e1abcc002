#include "tests/support/editing.h"
#include "tests/support/print.h"
#include "tests/support/two_laptops.h"

#include <sqlite3.h>

using namespace model;

BOOST_FIXTURE_TEST_SUITE(sync_history_test, tests::TwoLaptops)

BOOST_AUTO_TEST_CASE(history_tells_everywhere_what_did_not_stand)
{
    const auto person = shared_person();
    disagree(person);

    for (auto* laptop : {&hall, &town}) {
        const auto steps = laptop->store.history(person);
        for (const auto* phone : {"10000000003", "10000000004"})
            BOOST_TEST(std::ranges::count_if(steps, [&](const HistoryStep& step) {
                return to_text(step.after) == phone;
            }) == 1);
        const auto stands = laptop->text(person, "phone");
        for (const auto& step : steps)
            BOOST_TEST((!step.lost || to_text(step.after) != stands));
    }
    const auto lost_at = [&](auto& laptop) {
        return std::ranges::count_if(
            laptop.store.history(person), [](const HistoryStep& step) { return step.lost; });
    };
    BOOST_TEST(lost_at(hall) + lost_at(town) == 1); // the other one had it in the record

    Inbox(hall.store).resolve(hall.inbox()[0].id, Take::mine, hall.clerk);
    sync_all();
    BOOST_TEST(lost_at(hall) + lost_at(town) == 1);
}

BOOST_AUTO_TEST_CASE(what_a_record_was_born_with_did_stand_there)
{
    tests::Laptop next(*this, Role::agency, "430922", "430922", 7);
    const auto make = [](auto& laptop, const char* phone) {
        const auto& def = laptop.def("unit");
        return Editor(laptop.store, laptop.clerk)
            .create(def, tests::Editing::edits(def, {{"name", "县公安局"}, {"phone", phone}}))
            .id;
    };
    const auto unit = make(hall, "1");
    next.clock.advance(1000);
    BOOST_REQUIRE((make(next, "2") == unit));
    for (int i = 0; i < 2; ++i) {
        hall.sync();
        next.sync();
    }
    const auto item = hall.inbox().at(0);
    const auto values_lost = [&](auto& laptop) {
        std::string values;
        for (const auto& step : laptop.store.history(unit))
            if (step.lost)
                values += to_text(step.after);
        return values;
    };
    BOOST_TEST(values_lost(hall) == (hall.text(unit, "phone") == "1" ? "2" : ""));
    BOOST_TEST(values_lost(next) == (hall.text(unit, "phone") == "1" ? "" : "1"));

    Inbox(hall.store).resolve(item.id, item.mine_stands ? Take::theirs : Take::mine, hall.clerk);
    hall.sync();
    next.sync();
    BOOST_TEST(values_lost(hall).find('1') == std::string::npos);
    BOOST_TEST(values_lost(next).find('2') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_did_not_stand_lies_beside_what_did_where_nobody_told_when)
{
    const auto person = shared_person();
    hall.clock.advance(60'000);
    town.clock.advance(60'000);
    hall.change(person, "phone", "10000000003");
    town.change(person, "phone", "10000000004");
    sync_all();
    for (auto* laptop : {&hall, &town}) {
        laptop->clock.advance(60'000);
        laptop->db.handle().exec("DELETE FROM stamp WHERE ver IN (SELECT waits_ver FROM inbox)");
        laptop->change(person, "remark", "x");
        const auto steps = laptop->store.history(person);
        const auto lost = std::ranges::find_if(steps, &HistoryStep::lost);
        if (lost == steps.end())
            continue;
        BOOST_REQUIRE((lost != steps.begin()));
        BOOST_TEST(to_text(std::prev(lost)->after) == laptop->text(person, "phone"));
        BOOST_REQUIRE((std::next(lost) != steps.end()));
        BOOST_TEST(to_text(std::next(lost)->after) == "x");
    }
}

BOOST_AUTO_TEST_CASE(of_fields_that_are_as_they_were_born_nobody_asks_what_was_overwritten)
{
    const auto person = shared_person();
    const auto meta = town.store.find_any(person)->first;
    const auto* badge = meta.def->find("badge");
    const auto* remark = meta.def->find("remark");
    town.store.rows().uncount(meta);
    town.store.rows().set_version(meta.rid, {badge->id, {9, 9, 9}});
    town.store.rows().set_version(meta.rid, {remark->id, {9, 9, 8}});
    town.store.rows().count(meta);
    town.store.rows().flush_digest();
    int asked = 0;
    const auto count = [](unsigned, void* context, void* statement, void*) {
        const std::string_view sql(sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
        *static_cast<int*>(context) += sql.starts_with("INSERT OR IGNORE INTO hub_seen") ? 1 : 0;
        return 0;
    };
    sqlite3_trace_v2(town.db.handle().getHandle(), SQLITE_TRACE_STMT, count, &asked);

    BOOST_TEST(town.sync().repaired == 1);
    sqlite3_trace_v2(town.db.handle().getHandle(), 0, nullptr, nullptr);
    BOOST_TEST(asked == 2); // of the two whose versions the county does not have
    BOOST_TEST(
        town.db.handle().execAndGet("SELECT count(*) FROM hub_seen WHERE ver > 0").getInt() == 2);
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/sync/sync_report.h"

#include "tests/support/editing.h"

using namespace model;

BOOST_FIXTURE_TEST_SUITE(sync_report_test, tests::Editing)

BOOST_AUTO_TEST_CASE(what_waits_is_told_by_record_with_its_fields_and_since_when)
{
    BOOST_TEST(waiting_records(store, 10).empty());
    const auto person = made("person", {{"name", "张桂山"}});
    clock.advance(60'000);
    const auto unit = made("unit", {{"name", "县公安局"}});
    // As if the county knew it: what was sent is gone from the outbox.
    Outbox(store).erase_through(store.rows().number("op_seq"));
    set(unit, {{"phone", "1"}});
    clock.advance(60'000);
    set(unit, {{"contact", "李文"}});
    const auto other = made("unit", {{"name", "税务局"}});
    editor.remove(person);

    const auto waiting = waiting_records(store, 10);
    BOOST_REQUIRE(waiting.size() == 3u);
    BOOST_TEST(waiting[0].title == "县公安局");
    BOOST_TEST(waiting[0].since == tests::new_year_2026 + 60'000);
    BOOST_TEST((waiting[0].step == OpType::set));
    BOOST_REQUIRE(waiting[0].fields.size() == 2u);
    BOOST_TEST(waiting[0].fields[0]->name == "phone");
    BOOST_TEST((waiting[1].id == other));
    BOOST_TEST((waiting[1].step == OpType::create));
    BOOST_TEST(waiting[2].title == "张桂山");
    BOOST_TEST((waiting[2].step == OpType::remove));
    BOOST_TEST(waiting_records(store, 2).size() == 2u);
}

BOOST_AUTO_TEST_CASE(how_the_last_sync_went_is_kept_in_the_file)
{
    BOOST_TEST(last_sync(store).failed_at == 0);
    BOOST_TEST(last_sync(store).came.empty());
    note_failure(store, {msgid("The county server says: {1}"), {"忙"}});
    auto last = last_sync(store);
    BOOST_TEST(last.failed_at == clock.now());
    BOOST_TEST(last.failure == "The county server says: {1}");
    BOOST_REQUIRE(last.failure_args.size() == 1u);
    BOOST_TEST(last.failure_args[0] == "忙");

    clock.advance(60'000);
    note_sync(store, {.pulled = 5});
    BOOST_TEST(last_sync(store).failed_at != 0); // one that was stopped proves nothing
    SyncResult result{.pulled = 5, .clock_off = -600'123, .complete = true};
    result.came[def("person").id] = 3;
    result.came[def("unit").id] = 2;
    note_sync(store, result);
    last = last_sync(store);
    BOOST_TEST(last.failed_at == 0);
    BOOST_TEST(last.failure.empty());
    BOOST_TEST(last.came_at == clock.now());
    BOOST_REQUIRE(last.came.size() == 2u);
    BOOST_TEST(last.clock_off == -600'000);
    BOOST_TEST(store.unsent() == 0);

    const auto came_at = clock.now();
    clock.advance(60'000);
    note_sync(store, {.clock_off = 500});
    BOOST_TEST(last_sync(store).came_at == came_at);
    BOOST_TEST(last_sync(store).came.size() == 2u);
    BOOST_TEST(last_sync(store).clock_off == 0);
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/sync/log_told.h"
#include "model/sync/signature.h"
#include "tests/support/audit.h"
#include "tests/support/two_laptops.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace model;
using tests::day;
using tests::findings;
using tests::rows_of;
using tests::whats;

BOOST_FIXTURE_TEST_SUITE(audit_sync_test, tests::TwoLaptops)

BOOST_AUTO_TEST_CASE(joining_a_county_renames_versions_and_changes_no_step)
{
    tests::Laptop late(*this, "430922102", 3);
    const auto unit = late.add("unit", {{"name", "修山镇人民政府"}});
    late.change(unit, "address", "修山镇一号");

    late.join(Role::outlet, "430922102", "430922102");
    late.sync();

    BOOST_TEST(findings(late.store) == "");
}

BOOST_AUTO_TEST_CASE(history_that_leaves_with_its_record_is_no_tampering)
{
    const auto shared = share();
    const auto kept = town.add("unit", {{"name", "修山镇人民政府"}});
    {
        const auto& person = town.def("person");
        const FieldEdit phone{person.find("phone"), std::string("10000000007")};
        const FieldEdit name{town.def("unit").find("address"), std::string("二号")};
        Batch batch(town.store, {.label = {msgid("Edit {1}"), {"x"}}, .account = town.clerk});
        batch.set(shared.person, {&phone, 1});
        batch.set(kept, {&name, 1});
        batch.commit();
    }
    sync_all();
    const auto other = hall.add("place",
        {{"name", "桃花江镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922102"}});
    hall.change(shared.posting, "place", other.text());
    sync_all();

    BOOST_TEST(!town.store.find_any(shared.person).has_value());
    BOOST_TEST(whats(town.store).find("records_left") != std::string::npos);
    BOOST_TEST(findings(town.store) == "");
    town.db.handle().exec("UPDATE audit_left SET hash = randomblob(32)");
    BOOST_TEST(findings(town.store).find("step_changed") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_county_gone_back_in_time_leaves_the_logs_of_its_devices_whole)
{
    const auto person = shared_person();
    const auto backup = back_up();
    hall.change(person, "phone", "10000000009");
    hall.sync();
    restore(backup);
    lose_what_was_told(hall);
    sync_all();
    BOOST_TEST(findings(hall.store) == "");
    BOOST_TEST(findings(town.store) == "");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(audit_county_test, tests::TwoLaptops)

BOOST_AUTO_TEST_CASE(the_county_notes_codes_devices_and_what_they_sent)
{
    hall.add("unit", {{"name", "县公安局"}});
    hall.sync();
    hub.revoke(hall.store.self().device);

    BOOST_TEST(whats(store)
        == "device_code device_joined device_code device_joined pushed device_revoked");
    BOOST_TEST(rows_of(store).back().device == std::int64_t{hall.store.self().device});
    BOOST_TEST(findings(store) == "");
}

BOOST_AUTO_TEST_CASE(the_county_knows_how_far_the_log_of_a_device_was)
{
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    hall.sync();
    hall.change(unit, "phone", "0737-8880110");
    hall.sync();
    hall.sync();

    BOOST_TEST(hall.store.rows().number("audit_told") == Audit(hall.store).head().count);
    BOOST_TEST(whats(store).find("device_log") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_log_that_was_cut_and_written_anew_is_found_out_by_the_county_once)
{
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    for (const auto* phone : {"0737-8880111", "0737-8880112", "0737-8880113"})
        hall.change(unit, "phone", phone);
    hall.sync();
    hall.sync();
    const auto rows = rows_of(hall.store);
    auto& handle = hall.db.handle();
    handle.exec("DROP TRIGGER audit_is_not_cut");
    handle.exec("DELETE FROM audit WHERE id > 2");
    handle.exec("DELETE FROM history WHERE command > 2");
    handle.exec("DELETE FROM command WHERE id > 2");
    hall.store.rows().set_setting("audit_head", "2 " + rows.at(1).chain.hex());
    BOOST_TEST(findings(hall.store) == "");

    hall.sync();

    BOOST_TEST(rows_of(store).back().what == "device_log");
    hall.sync();
    hall.sync();
    BOOST_TEST(whats(store).find("device_log") == whats(store).rfind("device_log"));
}

BOOST_AUTO_TEST_CASE(a_device_that_tells_nothing_of_its_log_any_more_is_noted_once)
{
    const auto hello_without = [&](bool rejoins) {
        const auto member = Replica(hall.store).membership();
        auto hello = Replica(hall.store).hello();
        hello.rejoin = rejoins;
        HttpRequest request{.path = "/v1/hello", .body = to_json(hello)};
        sign(request, member.self.device, member.secret, hall.clock.now(), hall.random);
        BOOST_TEST_REQUIRE(service.handle(request).status == 200);
    };
    const auto noted = [&] {
        return std::ranges::count(rows_of(store), "device_log", &AuditRow::what);
    };
    hello_without(false); // an older version, which never told
    BOOST_TEST(noted() == 0);
    hall.add("unit", {{"name", "县公安局"}});
    hall.sync();
    hello_without(true); // a restored file tells of its log before it asks to join again
    hall.sync();
    BOOST_TEST(noted() == 0);

    hello_without(false);
    hello_without(false);
    BOOST_TEST(noted() == 1);
    BOOST_TEST(rows_of(store).back().device == std::int64_t{hall.store.self().device});

    hall.sync(); // tells again
    BOOST_TEST(noted() == 1);
    hello_without(false);
    BOOST_TEST(noted() == 2);
}

BOOST_AUTO_TEST_CASE(an_answer_that_is_lost_is_no_tampering)
{
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    hall.sync();
    for (const auto* phone : {"0737-8880111", "0737-8880112", "0737-8880113"}) {
        hall.change(unit, "phone", phone);
        after = [](const HttpResponse&) { throw SyncError({msgid("The connection was cut")}); };
        BOOST_CHECK_THROW(hall.sync(), SyncError);
        after = {};
    }
    hall.sync();
    hall.sync();
    BOOST_TEST(whats(store).find("device_log") == std::string::npos);
    BOOST_TEST(hall.store.rows().number("audit_told") == Audit(hall.store).head().count);
}

BOOST_AUTO_TEST_CASE(a_county_gone_back_in_time_takes_no_log_for_tampered_with)
{
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    hall.sync();
    const auto backup = back_up();
    hall.change(unit, "phone", "0737-8880111");
    hall.sync();
    hall.sync();
    restore(backup);
    hall.sync();
    hall.change(unit, "phone", "0737-8880112");
    hall.sync();
    hall.sync();
    BOOST_TEST(whats(store).find("device_log") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_the_county_has_not_heard_of_is_not_dropped_by_age)
{
    hall.add("unit", {{"name", "县公安局"}});
    hall.sync();
    hall.sync();
    const auto told = hall.store.rows().number("audit_told");
    hall.add("unit", {{"name", "县税务局"}});
    hall.clock.advance(500 * day);
    hall.store.rows().set_number("server_time", hall.clock.now());

    BOOST_TEST(Audit(hall.store).drop_old() == told);
    BOOST_TEST(findings(hall.store) == "");
    hall.sync();
    BOOST_TEST(whats(store).find("device_log") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

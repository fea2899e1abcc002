#include "tests/support/hostile_town.h"

using namespace model;

BOOST_FIXTURE_TEST_SUITE(hostile_device_test, tests::HostileTown)

BOOST_AUTO_TEST_CASE(fields_under_a_kind_of_its_own_reach_nobody)
{
    push(R"("t":"set","k":9999,"r":")" + unit.text() + R"(","f":{")" + field("unit", "name")
        + R"(":"伪造局"})");
    hall.sync();
    tests::Laptop third{*this, Role::outlet, "430922102", "430922102", 3};
    third.sync();

    BOOST_TEST(on_hub(unit, "name") == "公安局");
    BOOST_TEST(hall.text(unit, "name") == "公安局");
    BOOST_TEST(third.text(unit, "name") == "公安局");
}

BOOST_AUTO_TEST_CASE(a_kind_too_large_for_a_kind_is_none_of_ours)
{
    const auto id = Uuid::named("unit", "大数局");
    const auto large = (std::int64_t{1} << 32U) + std::stoll(kind("unit"));
    const auto told = push(R"("t":"create","k":)" + std::to_string(large) + R"(,"r":")" + id.text()
        + R"(","f":{")" + field("unit", "name") + R"(":"大数局"})");
    BOOST_TEST(told.find("malformed") != std::string::npos, told);
    BOOST_TEST(!store.find_any(id).has_value());
}

BOOST_AUTO_TEST_CASE(a_mark_of_no_change_is_no_mark)
{
    BOOST_TEST((Mark::parse("7.5") == Mark{7, 5}));
    for (const auto* text : {"0.5", "-7.5", "7", "7.", ".5", "7.5 ", ""})
        BOOST_TEST((Mark::parse(text) == Mark{}), text);
}

BOOST_AUTO_TEST_CASE(a_call_of_any_bytes_is_answered_in_json)
{
    const auto answer = post("/v1/no\xFF\"call", "{}");
    BOOST_TEST(boost::json::parse(answer).at("code").as_string() == "no_such_call");
}

BOOST_AUTO_TEST_CASE(a_record_of_a_kind_of_its_own_takes_no_place)
{
    const auto id = Uuid::named("unit", "新局");
    push(R"("t":"create","k":9999,"r":")" + id.text() + R"(","f":{})");
    {
        Batch batch(hall.store, {.label = {msgid("Add {1}"), {"新局"}}, .account = hall.clerk});
        batch.create(tests::make(hall.def("unit"), id, {{"name", "新局"}}));
        batch.commit();
    }
    hall.sync();
    BOOST_TEST(on_hub(id, "name") == "新局");
}

BOOST_AUTO_TEST_CASE(a_refusal_tells_nothing_of_what_it_may_not_see)
{
    const auto told = push(R"("t":"set","k":)" + kind("person") + R"(,"r":")" + person.text()
        + R"(","f":{")" + field("person", "id_number") + R"(":["x","0"]})");
    BOOST_TEST(told.find("430922198512310023") == std::string::npos);

    const auto waits = device(town) + ".1.7777";
    const auto id = inbox_id("refused", person, hall.def("person").find("id_number")->id, {},
        Version::parse(waits).value());
    post("/v1/items",
        R"({"items":[{"id":")" + id.hex() + R"(","kind":"refused","r":")" + person.text()
            + R"(","k":)" + kind("person") + R"(,"f":)" + field("person", "id_number")
            + R"(,"stands_v":"0","waits":"x","waits_v":")" + waits + R"(","reason":"r"}]})");
    const auto page = post("/v1/pull", R"({"cursor":0,"since":0,"records":1000})");
    BOOST_TEST(page.find("430922198512310023") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_posting_does_not_pull_in_a_stranger)
{
    town.add("posting", {{"person", person.text()}, {"place", own.text()}, {"source", "township"}});
    BOOST_TEST(town.sync().refused > 0);
    town.sync();
    BOOST_TEST(!town.store.find_any(person).has_value());
}

BOOST_AUTO_TEST_CASE(nobody_speaks_for_another_device)
{
    const auto phone = hall.def("unit").find("phone")->id;
    const Version invented{hall.store.self().device, 1, 9999};
    const auto id = inbox_id("conflict", unit, phone, {}, invented);
    post("/v1/items",
        R"({"items":[{"id":")" + id.hex() + R"(","kind":"conflict","r":")" + unit.text()
            + R"(","k":)" + kind("unit") + R"(,"f":)" + std::to_string(phone)
            + R"(,"stands_v":"0","waits":"110","waits_v":")" + invented.text() + R"("}]})");
    hall.sync();
    BOOST_TEST(hall.inbox().size() == 0);
}

BOOST_AUTO_TEST_CASE(the_hall_does_not_speak_for_others_without_a_reason)
{
    const auto phone = hall.def("unit").find("phone")->id;
    const Version invented{town.store.self().device, 1, 9999};
    const auto put_back = [&](const std::string& lost) {
        const auto id = inbox_id("conflict", unit, phone, {}, invented);
        return post(hall, "/v1/items",
            R"({"lost":")" + lost + R"(","items":[{"id":")" + id.hex()
                + R"(","kind":"conflict","r":")" + unit.text() + R"(","k":)" + kind("unit")
                + R"(,"f":)" + std::to_string(phone)
                + R"(,"stands_v":"0","waits":"110","waits_v":")" + invented.text() + R"("}]})");
    };
    BOOST_TEST(put_back("") == R"({"taken": 0})");
    BOOST_TEST(put_back("1000000.1") == R"({"taken": 0})");
    BOOST_TEST(
        put_back(hub.mark_of_another_past(hall.store.self().device).text()) == R"({"taken": 1})");
}

BOOST_AUTO_TEST_CASE(what_is_said_again_without_a_reason_is_the_devices_own)
{
    tests::Laptop bureau{*this, Role::unit, unit.text(), "430922", 4};
    bureau.sync();
    BOOST_TEST(badge_said_again(bureau, "").empty());
    SQLite::Statement said(db.handle(), "SELECT count(*) FROM hub_again");
    said.executeStep();
    BOOST_TEST(said.getColumn(0).getInt() == 0);
}

BOOST_AUTO_TEST_CASE(a_lost_mark_cannot_be_made_up)
{
    tests::Laptop bureau{*this, Role::unit, unit.text(), "430922", 4};
    bureau.sync();
    const auto given = Replica(bureau.store).hello().mark;
    const auto lost = hub.mark_of_another_past(bureau.store.self().device);
    BOOST_REQUIRE((given != Mark{}));
    for (const auto& mark : {given, Mark{1'000'000, 1}, Mark{lost.change + 1, lost.drawn},
             Mark{lost.change, lost.drawn ^ 1}, Mark{lost.change, lost.drawn ^ (1LL << 40)}})
        BOOST_TEST(badge_said_again(bureau, mark.text()).empty(), mark.text());
    BOOST_TEST(badge_said_again(bureau, lost.text()) == "001");
}

BOOST_AUTO_TEST_CASE(a_mark_of_another_past_is_one_devices_alone)
{
    tests::Laptop bureau{*this, Role::unit, unit.text(), "430922", 4};
    bureau.sync();
    BOOST_TEST(badge_said_again(bureau, hub.mark_of_another_past(town.store.self().device).text())
                   .empty());
    const HttpRequest back{.path = "/v1/enrol",
        .body = R"({"code":")" + code(Role::unit, unit.text(), "430922") + R"(","device":")"
            + town.new_id().text() + R"(","was":1})"};
    const auto given = boost::json::parse(service.handle(back).body).as_object();
    const std::string lost(given.at("lost").as_string());
    BOOST_REQUIRE((Mark::parse(lost) != Mark{}));
    BOOST_TEST(badge_said_again(bureau, lost).empty());
}

BOOST_AUTO_TEST_CASE(a_mark_of_another_past_grows_old)
{
    tests::Laptop bureau{*this, Role::unit, unit.text(), "430922", 4};
    bureau.sync();
    constexpr Instant day = 24 * 60 * 60 * 1000;
    const auto lost = hub.mark_of_another_past(bureau.store.self().device).text();
    const auto forward = [&](Instant by) {
        for (auto* each : {&clock, &town.clock, &bureau.clock})
            each->advance(by);
    };
    forward(29 * day);
    BOOST_TEST(badge_said_again(bureau, lost) == "001");
    forward(2 * day);
    BOOST_TEST(badge_said_again(bureau, lost).empty());
}

BOOST_AUTO_TEST_CASE(what_a_device_itself_said_before_gives_it_no_rights)
{
    tests::Laptop bureau{*this, Role::unit, unit.text(), "430922", 4};
    bureau.sync();
    const auto lost = hub.mark_of_another_past(bureau.store.self().device).text();
    BOOST_TEST(badge_said_again(bureau, lost, bureau).empty());
    BOOST_TEST(badge_said_again(bureau, lost, hall) == "001");
}

BOOST_AUTO_TEST_CASE(claiming_to_have_seen_the_future_takes_nothing_from_others)
{
    const auto next = device(hall) + ".1." + std::to_string(hall.store.rows().number("acked") + 1);
    push(R"("t":"set","k":)" + kind("place") + R"(,"r":")" + own.text() + R"(","f":{")"
        + field("place", "name") + R"(":["修山镇","0"]},"seen":[")" + next + R"("])");
    push(R"("t":"set","k":)" + kind("unit") + R"(,"r":")" + unit.text() + R"(","f":{")"
        + field("unit", "name") + R"(":["公安局","0"]},"seen":[")" + next + R"("])");
    const auto backup = back_up();
    hall.change(unit, "name", "公安局新名");
    hall.sync();
    restore(backup);
    hall.sync();
    BOOST_TEST(on_hub(unit, "name") == "公安局新名");
}

BOOST_AUTO_TEST_CASE(a_stranger_does_not_settle_a_conflict)
{
    tests::Laptop deputy{*this, Role::agency, "430922", "430922", 5};
    deputy.sync();
    hall.change(unit, "remark", "甲");
    deputy.change(unit, "remark", "乙");
    hall.sync();
    deputy.sync();
    hall.sync();
    town.sync();
    BOOST_REQUIRE(hall.inbox().size() == 1);

    push(R"("t":"resolve","k":)" + kind("unit") + R"(,"r":")" + unit.text()
        + R"(","f":{},"inbox":")" + hall.inbox()[0].id.hex() + R"(")");
    hall.sync();
    BOOST_TEST(hall.inbox().size() == 1);
}

BOOST_AUTO_TEST_CASE(an_account_keeps_its_name)
{
    push(R"("t":"set","k":)" + kind("place") + R"(,"r":")" + own.text() + R"(","f":{")"
        + field("place", "remark") + R"(":["q","0"]})");
    hall.sync();
    SQLite::Statement names(hall.db.handle(), "SELECT group_concat(name) FROM account");
    names.executeStep();
    BOOST_TEST(names.getColumn(0).getString().find("改名者") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_claim_without_end_is_malformed)
{
    std::string seen = "\"9.9.1\"";
    for (int i = 2; i < 10'000; ++i)
        seen += ",\"9.9." + std::to_string(i) + '"';
    const auto told = push(R"("t":"set","k":)" + kind("place") + R"(,"r":")" + own.text()
        + R"(","f":{")" + field("place", "remark") + R"(":["q","0"]},"seen":[)" + seen + ']');
    BOOST_TEST(told.find("malformed") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_incarnation_out_of_reach_is_not_believed)
{
    auto hello = Replica(town.store).hello();
    hello.rejoin = true;
    for (const auto wild : {4294967295U, 5000U}) {
        hello.incarnation = wild;
        post("/v1/hello", to_json(hello));
    }
    town.change(own, "remark", "x");
    town.sync();
    BOOST_TEST(on_hub(own, "remark") == "x");
    BOOST_TEST(town.store.self().incarnation < 10U);
}

BOOST_AUTO_TEST_CASE(a_new_record_has_no_fields_of_others)
{
    tests::Laptop bureau{*this, Role::unit, unit.text(), "430922", 4};
    const auto id = bureau.new_id();
    push(bureau,
        R"("t":"create","k":)" + kind("person") + R"(,"r":")" + id.text() + R"(","f":{")"
            + field("person", "name") + R"(":"新人",")" + field("person", "badge") + R"(":"001"})");
    BOOST_TEST(on_hub(id, "name") == "新人");
    BOOST_TEST(on_hub(id, "badge").empty());
    BOOST_TEST(Inbox(store).open().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_time_of_the_future_is_not_believed)
{
    push(R"("t":"set","k":)" + kind("place") + R"(,"r":")" + own.text()
        + R"(","at":4611686018427387904,"f":{")" + field("place", "phone")
        + R"(":["10000000009","0"]})");
    hall.sync();
    for (const auto& entry : hall.store.history(own))
        BOOST_TEST(entry.at < clock.now() * 2);
}

BOOST_AUTO_TEST_CASE(wrong_codes_shut_out_only_who_sends_them)
{
    const auto right = code(Role::outlet, "430922103", "430922103");
    const auto try_code = [&](const std::string& text, const std::string& client) {
        return service
            .handle({.path = "/v1/enrol",
                .body = R"({"code":")" + text + R"(","device":")" + town.new_id().text() + R"("})",
                .client = client})
            .status;
    };
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(try_code("2222222222", "10.0.0.9") == 403);
    BOOST_TEST(try_code(right, "10.0.0.9") == 503);
    BOOST_TEST(try_code(right, "10.0.0.10") == 201);
    clock.advance(Hub::code_lifetime + 1);
    BOOST_TEST(try_code("2222222222", "10.0.0.9") == 403);
}

BOOST_AUTO_TEST_CASE(looking_at_codes_is_guessing_too)
{
    const auto right = code(Role::outlet, "430922103", "430922103");
    const auto look = [&](const std::string& text) {
        return service.handle(
            {.path = "/v1/look", .body = R"({"code":")" + text + R"("})", .client = "10.0.0.9"});
    };
    for (int i = 0; i < 4; ++i)
        BOOST_TEST(look("2222222222").status == 403);
    BOOST_TEST(look(right).body.find("430922103") != std::string::npos);
    BOOST_TEST(look("2222222222").status == 403);
    BOOST_TEST(look(right).status == 503);
    BOOST_TEST(hub.devices().size() == 2);
}

BOOST_AUTO_TEST_CASE(a_wrong_code_is_answered_by_who_only_reads)
{
    const HttpRequest wrong{.path = "/v1/enrol",
        .body = R"({"code":"2222222222","device":")" + town.new_id().text() + R"("})"};
    db.handle().exec("PRAGMA query_only = ON");
    const auto either = service.admit(wrong);
    db.handle().exec("PRAGMA query_only = OFF");
    BOOST_REQUIRE(std::holds_alternative<HttpResponse>(either));
    BOOST_TEST(std::get<HttpResponse>(either).status == 403);
}

BOOST_AUTO_TEST_CASE(whoever_is_not_known_may_not_say_much)
{
    HttpRequest long_winded{.path = "/v1/enrol", .body = std::string(5000, ' ')};
    BOOST_TEST(service.handle(long_winded).status == 413);
    const HttpRequest packed{.path = "/v1/enrol",
        .headers = {{header::encoding, "zstd"}},
        .body = compressed(std::string(1U << 20, ' '))};
    BOOST_TEST(service.handle(packed).status == 400);
}

BOOST_AUTO_TEST_CASE(a_number_nobody_gave_does_not_use_up_the_others)
{
    const auto body = R"({"code":")" + code(Role::outlet, "430922103", "430922103")
        + R"(","device":")" + town.new_id().text() + R"(","was":32000})";
    BOOST_TEST(service.handle({.path = "/v1/enrol", .body = body}).status == 503);
    BOOST_TEST(hub.devices().back().number < 1000U);
}

BOOST_AUTO_TEST_SUITE_END()

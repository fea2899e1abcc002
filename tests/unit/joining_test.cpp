#include "model/store/again.h"
#include "model/sync/connect.h"
#include "tests/support/county.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

/// A county whose server was lost with all its data, and the hall's file, which has everything.
struct LostCounty : tests::CountyServer {
    LostCounty()
    {
        unit = hall.add("unit", {{"name", "公安局"}});
        town.add(
            "place", {{"name", "修山镇"}, {"type", "township_centre"}, {"region", "430922101"}});
        for (int round = 0; round < 2; ++round)
            for (auto* laptop : {&hall, &town})
                laptop->sync();
    }

    tests::Laptop town{*this, Role::outlet, "430922101", "430922101", 2};
    tests::Laptop hall{*this, Role::agency, "430922", "430922", 1};
    Uuid unit;
};

bool asks(const UsageError& error, std::string_view words)
{
    return std::string_view(error.message().id).find(words) != std::string_view::npos;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(joining_test, LostCounty)

BOOST_AUTO_TEST_CASE(a_file_brings_all_it_has_to_a_server_set_up_anew)
{
    tests::CountyServer anew;
    const auto code = anew.code(Role::agency, "430922", "430922");
    BOOST_CHECK_EXCEPTION(enrol(hall.store, anew, "https://anew", "other pin", code), UsageError,
        [](const UsageError& error) { return asks(error, "another county server"); });
    BOOST_TEST(!anew.store.find_any(unit));

    enrol(hall.store, anew, "https://anew", "other pin", code, true);
    Link(hall.store, anew).sync();

    BOOST_TEST(hall.store.unsent() == 0);
    BOOST_REQUIRE(anew.store.find_any(unit));
    BOOST_TEST(to_text(anew.store.find_any(unit)->second["name"]) == "公安局");
    BOOST_TEST(any_said_again(anew.store.rows())); // and whose it is is believed
    BOOST_TEST(
        (Replica(hall.store).digest() == anew.store.rows().digest([](auto&&...) { return true; })));
}

BOOST_AUTO_TEST_CASE(a_device_its_county_knows_gets_another_number_only_where_its_user_is_sure)
{
    hall.change(unit, "phone", "0737-8880110");
    const auto number = hall.store.self().device;
    const auto code = this->code(Role::agency, "430922", "430922");
    BOOST_CHECK_EXCEPTION(enrol(hall.store, *this, "https://county", "pin", code), JoiningDoubt,
        [](const UsageError& error) { return asks(error, "has joined the county already"); });
    BOOST_TEST(hall.store.self().device == number);

    enrol(hall.store, *this, "https://county", "pin", code, true);
    BOOST_TEST(hall.store.self().device > number);
    hub.revoke(number); // as the county does with a laptop that was lost
    hall.sync();
    hall.sync();
    BOOST_TEST(hall.store.unsent() == 0);
    BOOST_TEST(to_text(store.find_any(unit)->second["phone"]) == "0737-8880110");
    BOOST_TEST(
        (Replica(hall.store).digest() == store.rows().digest([](auto&&...) { return true; })));
}

BOOST_AUTO_TEST_CASE(a_file_without_the_name_of_an_office_is_called_by_something)
{
    tests::Laptop typed(*this, "430922101", 5);
    typed.store.set_self({.region = "430922101"});
    const JoinFile other{.server = "https://county:1", .pin = "pin", .region = "430922103"};
    BOOST_TEST(english(doubt_of_joining(typed.store, other).value()).find("that of 430922101 (")
        != std::string::npos);
    typed.join(Role::outlet, "430922101", "430922101");
    BOOST_TEST(typed.store.self().office == "电脑430922101"); // as the county calls it
    typed.sync();
    auto nameless = typed.store.self();
    nameless.office.clear();
    typed.store.set_self(nameless);
    BOOST_TEST(english(doubt_of_joining(typed.store, other).value()).find("that of 修山镇 (")
        != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_new_number_is_none_that_names_anything)
{
    tests::CountyServer anew;
    enrol(town.store, anew, "https://anew", "other pin",
        anew.code(Role::outlet, "430922101", "430922101"), true);
    BOOST_TEST(town.store.self().device > std::max(1U, 2U));
}

BOOST_AUTO_TEST_CASE(numbers_of_an_old_county_are_kept_apart_however_high_they_are)
{
    town.store.db().handle().exec("INSERT INTO device SELECT 6000, zeroblob(16), name, role, org, "
                                  "region FROM device LIMIT 1");
    tests::CountyServer anew;
    enrol(town.store, anew, "https://anew", "other pin",
        anew.code(Role::outlet, "430922101", "430922101"), true);
    BOOST_TEST(town.store.self().device > 6000U);
}

BOOST_AUTO_TEST_CASE(a_file_does_not_move_to_another_township_unasked)
{
    tests::Office fresh("430922103", 7);
    const auto code = this->code(Role::outlet, "430922101", "430922101");
    BOOST_CHECK_EXCEPTION(enrol(fresh.store, *this, "https://county", "pin", code), UsageError,
        [](const UsageError& error) { return asks(error, "joining file is for"); });
    BOOST_TEST(!Replica(fresh.store).is_enrolled());

    const JoinFile join{.server = "https://county:1", .pin = "pin", .region = "430922101"};
    BOOST_TEST(doubt_of_joining(fresh.store, join).has_value());
    BOOST_TEST(!doubt_of_joining(fresh.store, {.server = "https://county:1", .region = "430922103"})
                    .has_value());
    enrol(fresh.store, *this, "https://county", "pin",
        this->code(Role::outlet, "430922101", "430922101"), true);
    BOOST_TEST(fresh.store.self().region == "430922101");
}

BOOST_AUTO_TEST_CASE(all_doubts_are_read_at_once)
{
    const JoinFile join{
        .server = "https://anew:1", .pin = "other pin", .region = "430922103", .role = "outlet"};
    const auto doubt = english(doubt_of_joining(hall.store, join).value());
    for (const auto* told :
        {"another county server, https://anew:1", "is for 430922103", "another kind of office"})
        BOOST_TEST(doubt.find(told) != std::string::npos, doubt);

    tests::CountyServer anew;
    BOOST_CHECK_EXCEPTION(enrol(hall.store, anew, "https://anew:1", "other pin",
                              anew.code(Role::outlet, "430922103", "430922103")),
        JoiningDoubt, [&](const auto& error) { return error.what() == doubt; });
}

BOOST_AUTO_TEST_CASE(what_the_server_adds_to_a_doubt_is_said_with_it)
{
    tests::CountyServer anew;
    const JoinFile join{.server = "https://anew:1",
        .code = anew.code(Role::outlet, "430922103", "430922103"),
        .pin = "other pin"};
    const auto doubt = english(doubt_of_joining(hall.store, anew, join).value());
    BOOST_TEST(doubt.find("another county server") != std::string::npos, doubt);
    BOOST_TEST(doubt.find("is for 430922103") != std::string::npos, doubt);

    anew.before = [](auto&) { throw SyncError({"away"}); };
    BOOST_TEST((doubt_of_joining(hall.store, anew, join) == doubt_of_joining(hall.store, join)));
}

BOOST_AUTO_TEST_CASE(a_device_the_county_knows_is_asked_of_its_number_with_all_else)
{
    const auto number = town.store.self().device;
    const auto& server = Replica(town.store).membership().address;
    const JoinFile join{.server = server,
        .code = code(Role::agency, "430922", "430922"),
        .pin = Replica(town.store).membership().pin,
        .region = "430922",
        .role = "agency"};
    const auto doubt = english(doubt_of_joining(town.store, *this, join).value());
    for (const auto& told :
        {"as device " + std::to_string(number) + " of " + server, std::string("another number"),
            std::string("is for 430922"), std::string("another kind of office")})
        BOOST_TEST(doubt.find(told) != std::string::npos, doubt);
    BOOST_CHECK_EXCEPTION(enrol(town.store, *this, server, join.pin, join.code), JoiningDoubt,
        [&](const auto& error) { return error.what() == doubt; });
    BOOST_TEST(town.store.self().device == number);

    hub.revoke(number); // which gets another number unasked
    const auto alone = english(doubt_of_joining(town.store, *this, join).value());
    BOOST_TEST(alone.find("as device") == std::string::npos, alone);
    BOOST_TEST(alone.find("is for 430922") != std::string::npos, alone);
}

BOOST_AUTO_TEST_CASE(a_yes_counts_for_what_was_read)
{
    tests::Office fresh("430922103", 7);
    const JoinFile join{.server = "https://county:1",
        .code = code(Role::outlet, "430922101", "430922101"),
        .pin = "pin"};
    const auto doubt_at = [&](const std::optional<Message>& agreed) -> std::optional<Message> {
        try {
            enrol_agreed(agreed, [&](bool is_sure) {
                return enrol(fresh.store, *this, "https://county:1", "pin", join.code, is_sure);
            });
        } catch (const JoiningDoubt& doubt) {
            return doubt.message();
        }
        return std::nullopt;
    };
    const auto doubt = doubt_at({});
    BOOST_REQUIRE(doubt.has_value());
    BOOST_TEST(english(*doubt).find("is for 430922101") != std::string::npos);
    auto another = *doubt;
    another.args.back() = "430922102";
    BOOST_TEST((doubt_at(another) == doubt));
    BOOST_TEST((doubt_at({}) == doubt)); // that it was told once is no yes
    BOOST_TEST(!Replica(fresh.store).is_enrolled());

    BOOST_TEST(!doubt_at(doubt).has_value());
    BOOST_TEST(fresh.store.self().region == "430922101");
}

BOOST_AUTO_TEST_CASE(a_code_is_good_until_the_user_is_sure)
{
    tests::Office fresh("430922103", 7);
    const auto code = this->code(Role::outlet, "430922101", "430922101");
    BOOST_CHECK_THROW(enrol(fresh.store, *this, "https://county", "pin", code), JoiningDoubt);
    enrol(fresh.store, *this, "https://county", "pin", code, true);
    BOOST_TEST(fresh.store.self().region == "430922101");
}

BOOST_AUTO_TEST_CASE(a_server_that_tells_only_when_the_code_is_spent_is_joined_as_well)
{
    tests::Office fresh("430922103", 7);
    after = [](HttpResponse& response) {
        if (response.status == 200)
            response = {.status = 404, .body = R"({"code": "no_such_call"})"};
    };
    enrol(
        fresh.store, *this, "https://county", "pin", code(Role::outlet, "430922103", "430922103"));
    BOOST_TEST(Replica(fresh.store).is_enrolled());
}

BOOST_AUTO_TEST_CASE(a_file_does_not_become_another_offices_unasked)
{
    const auto bureau = hall.add("unit", {{"name", "税务局"}});
    const JoinFile join{.server = "https://county:1",
        .pin = "pin",
        .region = "430922",
        .role = "unit",
        .org = unit.text()};
    BOOST_REQUIRE(doubt_of_joining(hall.store, join).has_value());
    BOOST_TEST(english(*doubt_of_joining(hall.store, join)).find("for a sending unit")
        != std::string::npos);
    tests::Office fresh("430922", 9);
    BOOST_CHECK_THROW(
        enrol(fresh.store, *this, "https://county", "pin", code(Role::unit, unit.text(), "430922")),
        JoiningDoubt);

    tests::Laptop police{*this, Role::unit, unit.text(), "430922", 3};
    BOOST_TEST(!doubt_of_joining(police.store, join).has_value());
    auto taxes = join;
    taxes.org = bureau.text();
    BOOST_TEST(doubt_of_joining(police.store, taxes).has_value());
    const JoinFile agency{
        .server = "https://county:1", .pin = "pin", .region = "430922", .role = "agency"};
    BOOST_TEST(doubt_of_joining(police.store, agency).has_value());
    BOOST_TEST(!doubt_of_joining(hall.store, agency).has_value());
}

BOOST_AUTO_TEST_CASE(servers_without_keys_are_told_apart_by_their_addresses)
{
    tests::Office office("430922103", 7);
    enrol(office.store, *this, "http://127.0.0.1:8622", "",
        code(Role::outlet, "430922103", "430922103"));
    const auto doubt_of = [&](const std::string& server) {
        return doubt_of_joining(office.store, {.server = server}).has_value();
    };
    BOOST_TEST(doubt_of("http://127.0.0.1:8623"));
    BOOST_TEST(!doubt_of("http://127.0.0.1:8622/"));

    tests::CountyServer another;
    const auto code = another.code(Role::outlet, "430922103", "430922103");
    BOOST_CHECK_THROW(
        enrol(office.store, another, "http://127.0.0.1:8623", "", code), JoiningDoubt);
    enrol(office.store, another, "http://127.0.0.1:8623", "", code, true);
    BOOST_TEST(another.hub.devices().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_server_is_the_same_however_its_key_is_written)
{
    tests::Office office("430922103", 7);
    const auto join = [&](const std::string& pin, bool is_sure) {
        enrol(office.store, *this, "https://county:1", pin,
            code(Role::outlet, "430922103", "430922103"), is_sure);
    };
    join("AB:CD:12", false);
    BOOST_TEST(Replica(office.store).membership().pin == "abcd12");
    BOOST_TEST(!doubt_of_joining(office.store, {.server = "https://county:1", .pin = "abcd12"})
                    .has_value());
    BOOST_TEST(!doubt_of_joining(office.store, {.server = "https://county:1", .pin = "ABCD 12"})
                    .has_value());
    BOOST_TEST(doubt_of_joining(office.store, {.server = "https://county:1", .pin = "abcd13"})
                   .has_value());
    // A file of an earlier version keeps it as it was typed.
    office.store.rows().set_setting("pin", "AB CD 12");
    BOOST_TEST(!doubt_of_joining(office.store, {.server = "https://county:1", .pin = "abcd12"})
                    .has_value());
}

BOOST_AUTO_TEST_CASE(a_place_is_the_same_however_many_digits_its_code_has)
{
    tests::Office county("990000", 8);
    const JoinFile join{.server = "https://county:1", .region = "990000000000"};
    BOOST_TEST(!doubt_of_joining(county.store, join).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

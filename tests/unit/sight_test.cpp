// What an account sees of a register, and reads whole: record by record.
#include "model/access/masking.h"
#include "model/access/new_office.h"
#include "model/access/searcher.h"
#include "model/commands/require.h"
#include "model/listing/listing.h"
#include "model/store/filter.h"
#include "model/store/own_accounts.h"
#include "model/sync/inbox.h"
#include "tests/support/editing.h"
#include "tests/support/two_laptops.h"

#include <set>

using namespace model;

namespace {

/// Two townships and two units with a person each.
struct Seeing : tests::Editing {
    Seeing()
    {
        add_founder(store, clerk);
        add_own_account(store, clerk);
        here = person(430922101, "张桂山", "13812349009", "县公安局");
        there = person(430922102, "文国强", "13912348008", "县民政局");
    }

    struct Someone {
        Uuid place;
        Uuid unit;
        Uuid person;
    };

    Someone person(int region, const char* name, const char* phone, const char* unit)
    {
        Someone one;
        one.place = made("place",
            {{"name", std::string(name) + "的便民服务中心"}, {"type", "township_centre"},
                {"region", std::to_string(region)}});
        one.unit = made("unit", {{"name", unit}});
        one.person =
            made("person", {{"name", name}, {"phone", phone}, {"id_number", "11010519491231002X"}});
        made("posting",
            {{"person", one.person.text()}, {"place", one.place.text()}, {"unit", one.unit.text()},
                {"source", "sent"}, {"from", "2025-06-01"}});
        return one;
    }

    Account account(const char* roles, const Uuid& place = {}, const Uuid& unit = {})
    {
        const auto name = std::string(roles) + std::to_string(++accounts);
        const auto id = made("user",
            {{"name", name}, {"roles", roles}, {"state", "active"},
                {"place", place.is_nil() ? std::string() : place.text()},
                {"unit", unit.is_nil() ? std::string() : unit.text()}});
        add_own_account(store, {id, name});
        return {id, name};
    }

    std::set<Uuid> selected(const Account& who, Action action, bool personal = false)
    {
        const auto& of = def("person");
        const auto extent = Permission(store, who.id).extent(action, of, personal);
        const auto ids = store.ids({.def = &of, .where = extent.condition(of)});
        for (const auto& each : {here, there}) {
            const auto meta = store.find_any(each.person)->first;
            BOOST_TEST(extent.holds(meta.scope, meta.home) == std::ranges::count(ids, each.person));
        }
        return {ids.begin(), ids.end()};
    }

    std::vector<std::string> found(const Account& who, const std::string& text)
    {
        std::vector<std::string> titles;
        for (const auto& hit : search(store, text, 20, searcher(Permission(store, who.id))))
            if (hit.record.def == &def("person"))
                titles.push_back(hit.title);
        return titles;
    }

    using Ids = std::set<Uuid>;
    using Titles = std::vector<std::string>;
    Someone here;
    Someone there;
    int accounts = 0;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sight_test, Seeing)

BOOST_AUTO_TEST_CASE(what_is_bound_to_a_unit_or_place_is_so_record_by_record)
{
    const auto liaison = account("liaison", {}, here.unit);
    BOOST_TEST((selected(liaison, Action::see) == Ids{here.person, there.person}));
    BOOST_TEST((selected(liaison, Action::reveal, true) == Ids{here.person}));
    BOOST_TEST((selected(liaison, Action::export_out) == Ids{here.person}));
    BOOST_TEST(selected(liaison, Action::export_out, true).empty()); // open fields alone

    const auto village = account("village_clerk", there.place);
    BOOST_TEST((selected(village, Action::see) == Ids{there.person}));
    BOOST_TEST((selected(village, Action::reveal, true) == Ids{there.person}));
    BOOST_TEST(selected(village, Action::export_out).empty());

    BOOST_TEST((selected(account("business"), Action::see) == Ids{here.person, there.person}));
    BOOST_TEST(selected(account("liaison"), Action::reveal, true).empty()); // of no unit
    BOOST_TEST(Permission(store, account("director").id)
                   .extent(Action::see, def("person"))
                   .condition(def("person"))
        == ""); // whoever is bound nowhere costs nothing
}

BOOST_AUTO_TEST_CASE(who_reads_all_that_he_sees_compares_it)
{
    const auto compares = [&](const Account& who) {
        return Permission(store, who.id).reads_all_whole(def("person"));
    };
    BOOST_TEST(compares(account("business")));
    BOOST_TEST(compares(account("village_clerk", there.place)));
    BOOST_TEST(!compares(account("liaison", {}, here.unit)));
    BOOST_TEST(!compares(account("supervision")));
    BOOST_TEST(!compares(account("system")));
}

BOOST_AUTO_TEST_CASE(a_filter_finds_out_nothing_that_is_masked)
{
    for (const auto* filter : {"id_number~002X", "phone>138", "birth<1990-01-01", "not phone=1",
             "name=张 and (name=文 or phone in (1, 2))", "phone=", "手机号码~9009"}) {
        Query query{.def = &def("person")};
        const auto translate = [](const char* id) -> std::string {
            return std::string_view(id) == "Phone" ? "手机号码" : id;
        };
        BOOST_CHECK_NO_THROW(compile(filter, query, store.catalog(), translate));
        BOOST_CHECK_THROW(compile(filter, query, store.catalog(), translate, false), UsageError);
    }
    Query query{.def = &def("person")};
    const auto plain = [](const char* id) -> std::string { return id; };
    BOOST_CHECK_NO_THROW(compile("name~张", query, store.catalog(), plain, false));
}

BOOST_AUTO_TEST_CASE(a_list_finds_and_sorts_what_its_masks_leave)
{
    const auto& of = def("person");
    const auto* phone = of.find("phone");
    const auto* id_number = of.find("id_number");
    const Sight masks{
        .masked = [](const auto& field, const auto& value) { return masked(field, value); }};
    const auto count = [&](const Sight& sight, const FieldDef* field, const std::string& typed) {
        Listing all(
            of, [](const char* id) -> std::string { return id; }, sight);
        all.read(store, {of.find("name"), phone, id_number});
        return all.select({.cells = {{field, typed}}}).size();
    };
    BOOST_TEST(count({}, phone, "12349") == 1u);
    BOOST_TEST(count(masks, phone, "12349") == 0u);
    BOOST_TEST(count(masks, phone, "9009") == 1u);
    BOOST_TEST(count(masks, phone, ">13812345000") == count(masks, phone, ">13812340000"));
    BOOST_TEST(count(masks, id_number, "19491231") == 0u);
    BOOST_TEST(count({.condition = "0"}, phone, "") == 0u);

    Listing quick(
        of, [](const char* id) -> std::string { return id; }, masks);
    quick.read(store, {phone});
    BOOST_TEST(quick.select({.anywhere = "12349009", .searched = {phone}}).empty());
    BOOST_TEST(quick.select({.anywhere = "9009", .searched = {phone}}).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_search_finds_what_is_seen_and_by_what_is_read)
{
    const auto business = account("business");
    const auto supervision = account("supervision");
    const auto liaison = account("liaison", {}, here.unit);
    const auto village = account("village_clerk", there.place);
    BOOST_TEST(found(business, "张桂山") == Titles{"张桂山"});
    BOOST_TEST(found(village, "张桂山") == Titles{});
    BOOST_TEST(found(account("system"), "张桂山") == Titles{});

    BOOST_TEST(found(business, "12349009") == Titles{"张桂山"});
    BOOST_TEST(found(supervision, "12349009") == Titles{});
    BOOST_TEST(found(supervision, "9009") == Titles{"张桂山"}); // as he sees it
    BOOST_TEST(found(liaison, "12349009") == Titles{"张桂山"});
    BOOST_TEST(found(liaison, "12348008") == Titles{});
    BOOST_TEST(found(business, "11010519491231002X").size() == 2u);
    BOOST_TEST(found(supervision, "11010519491231002X") == Titles{});
    BOOST_TEST(found(supervision, "002X") == Titles{});
}

BOOST_AUTO_TEST_CASE(steps_on_what_is_not_seen_are_not_named)
{
    const auto labels = [&](const Account& who) {
        std::string all;
        Editor as(store, who);
        for (const auto& step : as.steps(1000))
            all += step.name.label.args.empty() ? "" : step.name.label.args[0] + ' ';
        return all;
    };
    BOOST_TEST(labels(account("business")).find("张桂山") != std::string::npos);
    BOOST_TEST(labels(account("system")).find("张桂山 ") == std::string::npos);
    BOOST_TEST(labels(account("system")).find("县公安局") != std::string::npos);
    BOOST_TEST(labels(account("village_clerk", there.place)).find("张桂山 ") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_refused_is_noted)
{
    const auto who = account("supervision");
    Editor as(store, who);
    const auto refused = [&] {
        SQLite::Statement row(
            db.handle(), "SELECT count(*) FROM audit WHERE what IN ('refused', 'sign_in_refused')");
        row.executeStep();
        return row.getColumn(0).getInt();
    };
    const auto meta = store.find_any(here.person)->first;
    BOOST_CHECK_THROW(require(as, Action::accounts), Error);
    BOOST_CHECK_THROW(require(as, Action::see, def("user")), Error);
    BOOST_CHECK_THROW(require(as, Action::reveal, meta, true), Error);
    BOOST_TEST(refused() == 3);
    BOOST_CHECK_NO_THROW(require(as, Action::see, meta));
    BOOST_CHECK_NO_THROW(require_entry(store, who));
    change(who.id, "state", "locked");
    BOOST_CHECK_THROW(require_entry(store, who), Error);
    BOOST_TEST(refused() == 4);
}

BOOST_FIXTURE_TEST_CASE(conflicts_are_seen_and_decided_by_whose_work_they_are, tests::TwoLaptops)
{
    const auto shared = share();
    disagree(shared.person);
    BOOST_REQUIRE(town.inbox().size() == 1u);
    const auto item = town.inbox().front();
    const auto account = [&](const char* roles, const char* place = "") {
        const auto id = town.add(
            "user", {{"name", roles}, {"roles", roles}, {"state", "active"}, {"place", place}});
        add_own_account(town.store, {id, roles});
        return Account{id, roles};
    };
    account("founder");
    const auto clerk = account("township_clerk");
    const auto leader = account("duty_leader");
    const auto system = account("system");
    const auto lost = account("township_clerk", "019b0000-0000-7000-8000-000000000000");
    const auto sees = [&](const Account& who) {
        return may_see(town.store, {town.store, who.id}, item);
    };
    const auto reads = [&](const Account& who) {
        return may_read_whole(town.store, {town.store, who.id}, item);
    };
    BOOST_TEST((sees(clerk) && reads(clerk)));
    BOOST_TEST((sees(leader) && !reads(leader)));
    BOOST_TEST(!sees(system));
    BOOST_TEST(!sees(lost));

    Inbox inbox(town.store);
    BOOST_CHECK_THROW(inbox.resolve(item.id, Take::mine, leader), UsageError);
    BOOST_CHECK_THROW(inbox.resolve(item.id, Take::mine, system), UsageError);
    const auto director = account("director"); // who confirms and enters nothing
    BOOST_CHECK_THROW(
        inbox.resolve(item.id, Value{std::string("10000000009")}, director), UsageError);
    BOOST_CHECK_NO_THROW(inbox.resolve(item.id, Take::mine, director));
}

BOOST_AUTO_TEST_SUITE_END()

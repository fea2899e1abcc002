#include "model/access/credentials.h"

#include "model/access/accounts.h"
#include "model/entities/credential.h"
#include "model/store/own_accounts.h"
#include "tests/support/county.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

constexpr PassphraseCost cheap{1, 8192};
constexpr const char* words = "correct horse";

/// The key file of one computer, on a disk that takes nothing for a while.
struct KeysOnDisk : SystemFiles {
    std::optional<std::string> read(const std::string&) override { return text; }
    bool exists(const std::string&) override { return true; }
    void write(const std::string&, std::string_view bytes, Readers) override
    {
        if (is_read_only)
            throw Error({"The key file cannot be written"});
        text = bytes;
        ++written;
    }

    std::string text;
    bool is_read_only = false;
    int written = 0;
};

/// A computer that has joined, with its key file and whoever made it, who may everything there.
struct Computer : tests::Laptop {
    Computer(tests::CountyServer& county, Role role, const std::string& region,
        const std::string& founder, std::uint64_t seed)
        : Laptop(county, role, region, region, seed)
    {
        clerk = {new_id(), founder};
        const auto record = tests::make(
            def("user"), clerk.id, {{"name", founder}, {"roles", "founder"}, {"state", "active"}});
        Batch batch(store, {.label = {msgid("Add {1}"), {founder}}, .account = clerk});
        batch.create(record);
        batch.commit();
        keys.add_slot({clerk.id, founder}, "founder's own", key, random, cheap);
        sync();
    }

    void give(const Uuid& account, const std::string& passphrase)
    {
        give_passphrase(
            store, keys, {account, text(account, "name")}, passphrase, key, clerk, cheap);
    }

    std::vector<Message> sync_and_follow()
    {
        sync();
        return follow_credentials(store, keys, key, clerk);
    }

    bool opens(const std::string& name, const std::string& passphrase)
    {
        try {
            return keys.unlock(name, passphrase).key == key;
        } catch (const WrongPassphrase&) {
            return false;
        }
    }

    std::string sealed_of(const Uuid& account) { return text(credential_id(account), "sealed"); }

    DataKey key = DataKey::make(random);
    KeyFile keys;
};

struct Offices : tests::CountyServer {
    Offices()
    {
        place_a = hall.add(
            "place", {{"name", "修山镇"}, {"type", "township_centre"}, {"region", "430922101"}});
        place_b = hall.add(
            "place", {{"name", "三堂街镇"}, {"type", "township_centre"}, {"region", "430922102"}});
        for (int round = 0; round < 2; ++round)
            all_sync();
    }

    void all_sync()
    {
        for (auto* computer : {&hall, &second, &town_a, &town_b})
            computer->sync_and_follow();
    }

    Uuid account(Computer& made_at, const std::string& name, const std::string& roles,
        const Uuid& place = {})
    {
        const auto text = place.is_nil() ? std::string() : place.text();
        const auto id = place.is_nil()
            ? made_at.add("user", {{"name", name}, {"roles", roles}, {"state", "active"}})
            : made_at.add(
                "user", {{"name", name}, {"roles", roles}, {"state", "active"}, {"place", text}});
        made_at.give(id, words);
        return id;
    }

    Computer hall{*this, Role::agency, "430922", "甲主任", 1};
    Computer second{*this, Role::agency, "430922", "乙主任", 2};
    Computer town_a{*this, Role::outlet, "430922101", "丙镇长", 3};
    Computer town_b{*this, Role::outlet, "430922102", "丁镇长", 4};
    Uuid place_a;
    Uuid place_b;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(credentials_test, Offices)

BOOST_AUTO_TEST_CASE(an_account_of_the_office_signs_in_at_its_other_computer)
{
    const auto wang = account(hall, "王敏", "business");
    BOOST_TEST(hall.opens("王敏", words));
    hall.sync();
    BOOST_TEST(!second.opens("王敏", words));
    BOOST_TEST(second.sync_and_follow().size() == 1);

    BOOST_TEST(second.opens("王敏", words));
    BOOST_TEST(!second.opens("王敏", "correct hors"));
    BOOST_TEST((second.keys.unlock("王敏", words).account == wang));
    BOOST_TEST((second.keys.unlock("", "founder's own").account == second.clerk.id));
    BOOST_TEST(second.sync_and_follow().empty()); // told once
}

BOOST_AUTO_TEST_CASE(an_account_of_the_county_is_unknown_to_a_township)
{
    const auto wang = account(hall, "王敏", "business");
    hall.sync();
    town_a.sync_and_follow();

    BOOST_TEST(!town_a.keys.has(wang));
    BOOST_TEST(!town_a.store.find_any(credential_id(wang)).has_value());
}

BOOST_AUTO_TEST_CASE(a_township_clerks_passphrase_does_not_open_the_countys_files)
{
    const auto li = account(town_a, "李镇员", "township_clerk", place_a);
    town_a.sync();
    hall.sync_and_follow();

    BOOST_TEST(hall.store.find_any(credential_id(li)).has_value());
    BOOST_TEST(!hall.keys.has(li));
}

BOOST_AUTO_TEST_CASE(a_clerk_who_moves_signs_in_elsewhere_and_no_more_where_he_was)
{
    const auto li = account(town_a, "李镇员", "township_clerk", place_a);
    town_a.sync();
    hall.sync();
    BOOST_TEST(town_a.opens("李镇员", words));

    hall.change(li, "place", place_b.text());
    hall.sync();
    town_b.sync_and_follow();
    town_a.sync_and_follow();

    BOOST_TEST(town_b.opens("李镇员", words));
    BOOST_TEST(!town_a.keys.has(li));
    BOOST_TEST(!town_a.store.find(hall.def("user"), li).has_value());
}

BOOST_AUTO_TEST_CASE(a_changed_passphrase_is_followed_and_told)
{
    const auto wang = account(hall, "王敏", "business");
    hall.sync();
    second.sync_and_follow();

    second.give(wang, "other words");
    second.sync();
    BOOST_TEST(hall.opens("王敏", words));
    const auto news = hall.sync_and_follow();

    BOOST_TEST(!hall.opens("王敏", words));
    BOOST_TEST(hall.opens("王敏", "other words"));
    BOOST_REQUIRE(news.size() == 1);
    BOOST_TEST(english(news[0]).find("set on another computer") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(of_two_changes_at_once_the_later_holds_and_nobody_is_asked)
{
    const auto wang = account(hall, "王敏", "business");
    hall.sync();
    second.sync_and_follow();
    hall.give(wang, "first words");
    clock.advance(60'000);
    for (auto* each : {&hall, &second})
        each->clock.advance(60'000);
    second.give(wang, "later words");

    second.sync_and_follow();
    hall.sync_and_follow();
    second.sync_and_follow();

    for (auto* each : {&hall, &second}) {
        BOOST_TEST(each->opens("王敏", "later words"));
        BOOST_TEST(!each->opens("王敏", "first words"));
        BOOST_TEST(each->inbox().empty());
    }
    BOOST_TEST(hall.sealed_of(wang) == second.sealed_of(wang));
}

BOOST_AUTO_TEST_CASE(who_has_left_or_is_locked_opens_nothing_after_a_sync)
{
    for (const char* state : {"left", "locked"}) {
        const auto name = std::string("王") + state;
        const auto wang = account(hall, name, "business");
        hall.sync();
        second.sync_and_follow();
        BOOST_TEST(second.opens(name, words));

        hall.change(wang, "state", state);
        hall.sync_and_follow();
        second.sync_and_follow();

        BOOST_TEST(!hall.keys.has(wang));
        BOOST_TEST(!second.keys.has(wang));
        hall.change(wang, "state", "active");
        hall.sync_and_follow();
        second.sync_and_follow();
        BOOST_TEST(second.opens(name, words));
    }
}

BOOST_AUTO_TEST_CASE(a_value_that_is_none_leaves_the_slot_and_is_told)
{
    const auto wang = account(hall, "王敏", "business");
    hall.sync();
    second.sync_and_follow();
    auto far = *second.keys.pair_of(wang);
    far.number += 5;
    far.cost.passes = 1ULL << 60U;
    auto slow = *second.keys.pair_of(wang);
    slow.number += 1;
    slow.cost = {6, 256ULL << 20U};
    auto no_key = far;
    no_key.cost = cheap;
    no_key.public_half = {};

    for (const auto& bad :
        {std::string("1"), std::string("x"), text_of(far), text_of(slow), text_of(no_key)}) {
        second.change(credential_id(wang), "sealed", bad);
        const auto before = second.keys.pair_of(wang);
        BOOST_TEST(
            follow_credentials(second.store, second.keys, second.key, second.clerk).size() == 1U);
        BOOST_TEST((second.keys.pair_of(wang) == before));
        BOOST_TEST(second.opens("王敏", words));
    }
}

BOOST_AUTO_TEST_CASE(the_last_slot_stays_and_a_name_that_is_taken_too)
{
    KeyFile alone;
    const auto wang = account(hall, "王敏", "business");
    const auto pair = *hall.keys.pair_of(wang);
    alone.put_pair({wang, "王敏"}, pair, hall.key);
    hall.change(wang, "state", "left");
    follow_credentials(hall.store, alone, hall.key, hall.clerk);
    BOOST_TEST(alone.has(wang));

    account(hall, "乙主任", "business"); // the name of somebody at the other computer
    hall.sync();
    BOOST_TEST(second.sync_and_follow().empty());
    BOOST_TEST((second.keys.unlock("乙主任", "founder's own").account == second.clerk.id));
}

BOOST_AUTO_TEST_CASE(a_slot_of_before_is_shared_when_somebody_signs_in_by_it)
{
    const auto wang =
        hall.add("user", {{"name", "王敏"}, {"roles", "business"}, {"state", "active"}});
    hall.keys.add_slot({wang, "王敏"}, words, hall.key, hall.random, cheap);
    const auto unlocked = hall.keys.unlock("王敏", words);
    BOOST_REQUIRE(unlocked.stretched.has_value());
    share_own(hall.store, hall.keys, unlocked);
    const auto pair = hall.keys.pair_of(wang);
    BOOST_TEST(pair.has_value());
    BOOST_TEST(hall.opens("王敏", words));
    share_own(hall.store, hall.keys, hall.keys.unlock("王敏", words));
    BOOST_TEST((hall.keys.pair_of(wang) == pair));
    hall.sync();
    second.sync_and_follow();
    BOOST_TEST(second.opens("王敏", words));
}

BOOST_AUTO_TEST_CASE(a_passphrase_for_another_office_travels_there)
{
    const auto li = account(town_a, "李镇员", "township_clerk", place_a);
    town_a.sync();
    hall.sync_and_follow();

    hall.keys.add_slot({li, "李镇员"}, "of before", hall.key, hall.random, cheap);
    hall.give(li, "given by the county");
    BOOST_TEST(!hall.keys.has(li)); // it opens the township's file alone
    hall.sync_and_follow();
    BOOST_TEST(!hall.keys.has(li));
    town_a.sync_and_follow();
    BOOST_TEST(town_a.opens("李镇员", "given by the county"));
    BOOST_TEST(!town_a.opens("李镇员", words));
}

BOOST_AUTO_TEST_CASE(a_later_passphrase_of_another_office_ends_the_slot_it_had_here)
{
    const auto li = account(town_a, "李镇员", "township_clerk", place_a);
    town_a.sync();
    hall.keys.add_slot({li, "李镇员"}, "of before", hall.key, hall.random, cheap);
    hall.sync_and_follow();
    BOOST_TEST(hall.opens("李镇员", "of before")); // somebody let him in besides

    town_a.give(li, "later words");
    town_a.sync();
    hall.sync_and_follow();
    BOOST_TEST(!hall.keys.has(li));
}

BOOST_AUTO_TEST_CASE(a_key_file_that_cannot_be_written_is_told_and_nothing_is_half_done)
{
    KeysOnDisk disk;
    second.keys.save(disk, "");
    const auto wang = account(hall, "王敏", "business");
    hall.sync();
    second.sync();
    const auto opens = [&] { return KeyFile::load(disk, "").has(wang); };
    const auto entries = [&] {
        return second.store.db().handle().execAndGet("SELECT count(*) FROM audit").getInt();
    };
    const auto noted = entries();
    disk.is_read_only = true;
    const auto unlocked = second.keys.unlock("乙主任", "founder's own");
    for (int sync = 0; sync < 2; ++sync) {
        const auto news = settle_sign_in(second.store, disk, unlocked);
        BOOST_REQUIRE(news.size() == 1);
        BOOST_TEST(english(news[0]) == "The key file cannot be written");
    }
    BOOST_TEST(entries() == noted);
    BOOST_TEST(!opens());
    BOOST_TEST(!second.store.find_any(credential_id(second.clerk.id)).has_value());

    disk.is_read_only = false;
    BOOST_TEST(settle_sign_in(second.store, disk, unlocked).size() == 1);
    BOOST_TEST(opens());
    BOOST_TEST(!second.sealed_of(second.clerk.id).empty());
    const auto written = disk.written;
    BOOST_TEST(settle_sign_in(second.store, disk, unlocked).empty());
    BOOST_TEST(disk.written == written);
}

BOOST_AUTO_TEST_CASE(an_account_is_handed_over_where_it_lies)
{
    Editor editor(hall.store, hall.clerk);
    Accounts accounts(editor);
    const auto founder =
        from_record<User>(hall.store.find(hall.def("user"), town_a.clerk.id).value());
    User next;
    next.name = "新镇长";
    BOOST_CHECK_THROW(accounts.hand_over(founder, next, hall.store.today(), "换届"), Error);
    BOOST_TEST(hall.store.where(hall.def("user"), "name", Value{std::string("新镇长")}).empty());

    const auto li = account(town_a, "李镇员", "township_clerk", place_a);
    town_a.sync();
    hall.sync();
    const auto old = from_record<User>(hall.store.find(hall.def("user"), li).value());
    next.name = "王镇员";
    const auto made = accounts.hand_over(old, next, hall.store.today(), "换岗");
    BOOST_REQUIRE(made.done);
    BOOST_TEST(hall.store.find_any(made.id)->first.scope == hall.store.find_any(li)->first.scope);
}

BOOST_AUTO_TEST_CASE(a_key_file_that_is_ahead_tells_the_county_at_the_next_sign_in)
{
    const auto wang = account(hall, "王敏", "business");
    const auto older = hall.sealed_of(wang);
    hall.give(wang, "newer words");
    hall.change(credential_id(wang), "sealed", older); // as in a file that was restored
    BOOST_TEST(follow_credentials(hall.store, hall.keys, hall.key, hall.clerk).empty());
    BOOST_TEST(hall.opens("王敏", "newer words"));

    share_own(hall.store, hall.keys, hall.keys.unlock("王敏", "newer words"));
    hall.sync();
    second.sync_and_follow();
    BOOST_TEST(second.opens("王敏", "newer words"));
}

BOOST_AUTO_TEST_CASE(a_passphrase_waits_like_an_edit_and_is_counted_among_no_records)
{
    const auto wang = account(hall, "王敏", "business");
    BOOST_TEST(hall.sync().pushed == 1); // the account
    BOOST_TEST(second.sync().pulled == 1);
    hall.give(wang, "a newer one");

    BOOST_TEST(hall.store.unsent() == 1);
    before = [](const HttpRequest& request) {
        if (request.path == "/v1/push")
            throw SyncError({msgid("The connection was cut")});
    };
    BOOST_CHECK_THROW(hall.sync(), SyncError);
    before = {};
    BOOST_TEST(hall.store.unsent() == 1); // nobody is told that all is sent
    const auto sent = hall.sync();
    BOOST_TEST(sent.pushed == 0);
    BOOST_TEST(sent.unsent == 0);
    const auto came = second.sync();
    BOOST_TEST(came.pulled == 0);
    BOOST_TEST(came.came.empty());

    follow_credentials(second.store, second.keys, second.key, second.clerk);
    BOOST_TEST(second.opens("王敏", "a newer one"));
}

BOOST_AUTO_TEST_CASE(after_a_restore_the_copys_accounts_let_nobody_in_or_out_before_a_sync)
{
    const auto wang = account(hall, "王敏", "business");
    const auto zhao = account(hall, "赵敏", "business");
    all_sync();
    BOOST_TEST(second.opens("王敏", words));
    // As if the copy knew one who was shut out since, and not yet one who was let in since.
    second.keys.remove_slot(wang);
    second.change(zhao, "state", "locked");
    await_accounts(second.store);

    BOOST_TEST(follow_credentials(second.store, second.keys, second.key, second.clerk).empty());
    BOOST_TEST(!second.keys.has(wang));
    BOOST_TEST(second.keys.has(zhao));

    take_accounts_as_told(second.store);
    follow_credentials(second.store, second.keys, second.key, second.clerk);
    BOOST_TEST(second.keys.has(wang));
    BOOST_TEST(!second.keys.has(zhao));
}

BOOST_AUTO_TEST_CASE(a_file_of_no_county_shares_nothing)
{
    tests::Office office;
    KeyFile keys;
    const auto key = DataKey::make(office.random);
    const auto wang =
        office.add("user", {{"name", "王敏"}, {"roles", "business"}, {"state", "active"}});
    give_passphrase(office.store, keys, {wang, "王敏"}, words, key, office.clerk, cheap);

    BOOST_TEST(!keys.pair_of(wang).has_value());
    BOOST_TEST(!office.store.find_any(credential_id(wang)).has_value());
    BOOST_TEST((keys.unlock("王敏", words).key == key));
}

BOOST_AUTO_TEST_CASE(nobody_sees_or_enters_what_a_passphrase_opens)
{
    const auto& def = def_of<Credential>();
    for (const auto* each : hall_catalog().all())
        BOOST_TEST((each != &def));
    BOOST_TEST((hall_catalog().every().back() == &def));
    const auto wang = account(hall, "王敏", "business");
    for (const auto action : {Action::see, Action::enter, Action::reveal, Action::export_out})
        BOOST_TEST(!Permission(hall.store, hall.clerk.id).may_somewhere(action, def));
    BOOST_TEST(!hall.sealed_of(wang).empty());
}

BOOST_AUTO_TEST_CASE(only_a_founder_gives_a_founder_a_passphrase)
{
    const auto system = account(hall, "系统员", "system");
    const auto business = account(hall, "业务员", "business");
    const auto why = [&](const Uuid& who, const Uuid& whose) {
        return why_no_passphrase_here(hall.store, {who, "x"}, whose).has_value();
    };
    add_own_account(hall.store, hall.clerk);
    BOOST_TEST(!why(hall.clerk.id, system));
    BOOST_TEST(!why(system, business));
    BOOST_TEST(!why(system, system));
    BOOST_TEST(why(system, hall.clerk.id));
    BOOST_TEST(why(business, system));
    BOOST_TEST(!why(business, business));
}

BOOST_AUTO_TEST_SUITE_END()

#include "tests/support/hostile_town.h"

using namespace model;

BOOST_FIXTURE_TEST_SUITE(hostile_credential_test, tests::HostileTown)

BOOST_AUTO_TEST_CASE(a_passphrase_is_taken_from_the_account_itself)
{
    const auto clerk = user(hall, "李镇员", "township_clerk", own);
    const auto first = pair_of(clerk, 1);
    push_pair(clerk, clerk, first);
    BOOST_TEST(sealed_of(clerk) == first);
    const auto second = pair_of(clerk, 2);
    push_pair(clerk, clerk, second, "set");
    BOOST_TEST(sealed_of(clerk) == second);
    BOOST_TEST(store.rows().meta(credential_id(clerk))->scope == store.rows().meta(clerk)->scope);
}

BOOST_AUTO_TEST_CASE(an_older_passphrase_that_comes_again_is_not_taken)
{
    const auto clerk = user(hall, "李镇员", "township_clerk", own);
    const auto third = pair_of(clerk, 3);
    push_pair(clerk, clerk, third);
    for (const auto number : {1U, 2U, 2000U})
        push_pair(clerk, clerk, pair_of(clerk, number), "set");
    BOOST_TEST(sealed_of(clerk) == third);
    town.sync();
    BOOST_TEST(town.inbox().empty()); // nobody is asked
    BOOST_TEST(town.text(credential_id(clerk), "sealed") == third);
}

BOOST_AUTO_TEST_CASE(a_township_gives_no_account_of_the_county_a_passphrase)
{
    const auto boss = user(hall, "县主任", "founder");
    for (const auto& author : {boss, town.clerk.id, town.new_id()})
        for (const char* type : {"create", "set"})
            push_pair(author, boss, pair_of(boss, 1), type);
    BOOST_TEST(sealed_of(boss) == "");
    town.sync();
    hall.sync();
    BOOST_TEST(!hall.store.find_any(credential_id(boss)).has_value());
    BOOST_TEST(!town.store.find_any(credential_id(boss)).has_value());
}

BOOST_AUTO_TEST_CASE(nobody_but_a_manager_gives_another_account_a_passphrase)
{
    const auto clerk = user(hall, "李镇员", "township_clerk", own);
    const auto other = user(hall, "王镇员", "township_clerk", own);
    const auto manager = user(hall, "镇管理", "system", own);
    push_pair(other, clerk, pair_of(clerk, 1));
    push_pair(town.new_id(), clerk, pair_of(clerk, 1)); // whom the county does not know
    BOOST_TEST(sealed_of(clerk) == "");
    const auto given = pair_of(clerk, 1);
    push_pair(manager, clerk, given);
    BOOST_TEST(sealed_of(clerk) == given);
}

BOOST_AUTO_TEST_CASE(what_is_no_passphrase_is_not_taken)
{
    const auto clerk = user(hall, "李镇员", "township_clerk", own);
    auto pair = make_pair(clerk, 1, stretch("correct horse", town.random, {1, 8192}), town.random);
    pair.cost.passes = 1ULL << 60U;
    push_pair(clerk, clerk, text_of(pair));
    push_pair(clerk, clerk, "x");
    push_pair(clerk, clerk, "");
    const auto unknown = town.new_id();
    push_pair(unknown, unknown, pair_of(unknown, 1));
    BOOST_TEST(sealed_of(clerk) == "");
    BOOST_TEST(sealed_of(unknown) == "");
    // Under the id of another account's.
    push(R"("t":"create","k":)" + kind("credential") + R"(,"r":")" + town.new_id().text()
        + R"(","f":{"1":")" + clerk.text() + R"(","2":")" + pair_of(clerk, 1) + "\"}");
    BOOST_TEST(store.where(hall.def("credential"), "account", clerk).empty());
}

BOOST_AUTO_TEST_CASE(a_passphrase_is_neither_deleted_nor_decided_from_below)
{
    const auto clerk = user(hall, "李镇员", "township_clerk", own);
    const auto first = pair_of(clerk, 1);
    push_pair(clerk, clerk, first);
    for (const char* type : {"delete", "resolve", "end"})
        push_pair(clerk, clerk, pair_of(clerk, 2), type);
    BOOST_TEST(sealed_of(clerk) == first);
    BOOST_TEST(!store.find_any(credential_id(clerk))->first.deleted);
}

BOOST_AUTO_TEST_CASE(a_locked_account_gives_itself_no_passphrase)
{
    const auto clerk = user(hall, "李镇员", "township_clerk", own);
    hall.change(clerk, "state", "locked");
    hall.sync();
    push_pair(clerk, clerk, pair_of(clerk, 1));
    BOOST_TEST(sealed_of(clerk) == "");
}

BOOST_AUTO_TEST_CASE(a_place_that_claims_to_lie_at_the_county_takes_no_account_there)
{
    const auto clerk = user(hall, "李镇员", "township_clerk", own);
    push_pair(clerk, clerk, pair_of(clerk, 1));
    push(R"("t":"set","k":)" + kind("place") + R"(,"r":")" + own.text() + R"(","f":{")"
        + field("place", "region") + R"(":["430922","0"]})");
    town.sync();

    const auto county = Region::of("430922")->first;
    BOOST_TEST(store.rows().meta(clerk)->scope != county);
    BOOST_TEST(store.rows().meta(credential_id(clerk))->scope != county);
}

BOOST_AUTO_TEST_SUITE_END()

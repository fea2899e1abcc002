#include "model/store/search.h"

#include "tests/support/office.h"
#include "tests/support/print.h"

using namespace model;

BOOST_FIXTURE_TEST_SUITE(search_test, tests::Office)

BOOST_AUTO_TEST_CASE(every_word_must_be_in_the_record)
{
    add("unit", {{"name", "县公安局"}, {"short_name", "公安"}});
    const auto tax = add("unit", {{"name", "县税务局"}, {"address", "桃花江大道 8 号"}});

    BOOST_TEST(search(store, "县", 10).size() == 2);
    const auto hits = search(store, "桃花江　县税", 10);
    BOOST_REQUIRE(hits.size() == 1);
    BOOST_TEST(hits[0].record.id == tax);
    BOOST_TEST(hits[0].field->name == "address");
    BOOST_TEST(search(store, "公安 桃花江", 10).empty());
    BOOST_TEST(search(store, "  ", 10).empty());
}

BOOST_AUTO_TEST_CASE(case_and_width_of_letters_do_not_matter)
{
    add("window", {{"number", "A01"}});
    add("window", {{"number", "Ａ０２"}});

    BOOST_TEST(search(store, "a01", 10).size() == 1);
    BOOST_TEST(search(store, "ａ０１", 10).size() == 1);
    BOOST_TEST(search(store, "A02", 10).size() == 1);
}

BOOST_AUTO_TEST_CASE(signs_of_patterns_are_letters_like_any_other)
{
    add("unit", {{"name", "完成100%的局"}});

    BOOST_TEST(search(store, "100%", 10).size() == 1);
    BOOST_TEST(search(store, "1%的", 10).empty());
    BOOST_TEST(search(store, "_", 10).empty());
}

BOOST_AUTO_TEST_CASE(the_recycle_bin_is_left_alone_and_the_limit_kept)
{
    const auto first = add("unit", {{"name", "一局"}});
    add("unit", {{"name", "二局"}});
    add("unit", {{"name", "三局"}});
    Batch batch(store, {.label = {msgid("Delete {1}"), {"一局"}}, .account = clerk});
    batch.remove(first);
    batch.commit();

    BOOST_TEST(search(store, "局", 10).size() == 2);
    BOOST_TEST(search(store, "局", 1).size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()

#include "tests/support/two_laptops.h"

#include <boost/test/unit_test.hpp>

using namespace model;

BOOST_FIXTURE_TEST_SUITE(restricted_sync_test, tests::TwoLaptops)

/// Tips and who gave them are for named handlers: a computer keeps them, and tells nobody.
BOOST_AUTO_TEST_CASE(a_tip_stays_where_it_was_entered_and_no_word_of_it_is_sent)
{
    std::string sent;
    before = [&](const HttpRequest& request) { sent += request.body; };
    const auto tip = hall.add("tip", {{"number", "线索1号"}, {"content", "窗口收红包"}});
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    hall.sync();
    hall.change(tip, "content", "收过两次");
    hall.sync();

    BOOST_TEST(hall.store.unsent() == 0);
    BOOST_TEST(hall.text(tip, "content") == "收过两次");
    BOOST_TEST(store.find_any(unit).has_value());
    BOOST_TEST(!store.find_any(tip).has_value());
    BOOST_TEST(sent.find("红包") == std::string::npos);
    BOOST_TEST(sent.find("线索1号") == std::string::npos);
    BOOST_TEST(hall.sync().refused == 0);
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/exchange/reference_words.h"

#include "tests/support/office.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

struct Named : tests::Office {
    static std::string as_it_is(const char* id) { return id; }

    std::vector<Uuid> meant(std::string_view entity, std::string_view word)
    {
        return meant_by(store, def(entity), word, as_it_is);
    }

    bool means(std::string_view entity, std::string_view word, const Uuid& id)
    {
        return meant(entity, word) == std::vector{id};
    }

    Uuid posting(const Uuid& person, const Uuid& unit)
    {
        return add("posting", {{"person", person.text()}, {"unit", unit.text()}});
    }

    Uuid police = add("unit", {{"name", "县公安局"}, {"short_name", "公安"}});
    Uuid civil = add("unit", {{"name", "县民政局"}});
    Uuid yuan = add("person", {{"name", "袁燕涛"}});
    Uuid window = add("window", {{"number", "A01"}, {"name", "户籍窗口"}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(reference_words_test, Named)

BOOST_AUTO_TEST_CASE(a_posting_is_called_by_its_person)
{
    const auto id = posting(yuan, police);
    BOOST_TEST(means("posting", "袁燕涛", id));
    BOOST_TEST(means("posting", " 袁燕涛 ", id));
    BOOST_TEST(meant("posting", "刘建国").empty());
}

BOOST_AUTO_TEST_CASE(one_that_ended_stands_back)
{
    const auto old = posting(yuan, police);
    const auto now = posting(yuan, civil);
    change(old, "to", "2025-01-01");
    BOOST_TEST(means("posting", "袁燕涛", now));
}

BOOST_AUTO_TEST_CASE(of_several_the_subtitle_tells_which)
{
    const auto one = posting(yuan, police);
    const auto other = posting(yuan, civil);

    BOOST_TEST(meant("posting", "袁燕涛").size() == 2U);
    BOOST_TEST(word_for(store, one, as_it_is) == "袁燕涛（县公安局）");
    BOOST_TEST(means("posting", "袁燕涛（县公安局）", one));
    BOOST_TEST(means("posting", "袁燕涛(公安)", one)); // by its short name
    BOOST_TEST(means("posting", "县民政局 袁燕涛", other));
}

BOOST_AUTO_TEST_CASE(two_people_of_one_name_are_told_apart_by_what_they_have)
{
    const auto namesake = add("person", {{"name", "袁燕涛"}});
    const auto one = posting(yuan, police);
    const auto other = posting(namesake, police);

    BOOST_TEST(meant("posting", "袁燕涛").size() == 2U);
    BOOST_TEST(means("posting", word_for(store, one, as_it_is), one));
    BOOST_TEST(means("posting", word_for(store, other, as_it_is), other));
}

BOOST_AUTO_TEST_CASE(who_stands_where_is_called_by_both)
{
    const auto second = add("window", {{"number", "A02"}});
    const auto first = add("window_staff", {{"window", window.text()}, {"person", yuan.text()}});
    add("window_staff", {{"window", second.text()}, {"person", yuan.text()}});

    BOOST_TEST(meant("window_staff", "袁燕涛").size() == 2U);
    for (const auto* word : {"袁燕涛（A01）", "A01 袁燕涛", "袁燕涛+A01", "袁燕涛（户籍窗口）"})
        BOOST_TEST(means("window_staff", word, first), word);
    BOOST_TEST(means("window_staff", "A01", first)); // nobody else is there
}

BOOST_AUTO_TEST_CASE(an_item_at_a_window_is_called_by_its_name_or_code)
{
    const auto item = add("item", {{"code", "43A1"}, {"name", "食品经营许可"}});
    const auto link = add("window_item", {{"window", window.text()}, {"item", item.text()}});
    BOOST_TEST(means("window_item", "食品经营许可", link));
    BOOST_TEST(means("window_item", "43A1", link));
    BOOST_TEST(means("window_item", "A01+43A1", link));
}

BOOST_AUTO_TEST_SUITE_END()

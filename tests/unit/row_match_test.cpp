#include "model/exchange/row_match.h"

#include "tests/support/office.h"
#include "tests/support/print.h"

using namespace model;

namespace {

struct Matching : tests::Office {
    using Fields = std::initializer_list<std::pair<std::string_view, std::string>>;

    /// The record that a row with these fields is about; nil for none.
    Uuid match(std::string_view entity, Fields fields)
    {
        HeldRecords held(store, def(entity));
        const auto found = RowMatcher(held).find(tests::make(def(entity), {}, fields));
        rivals = found.rivals.size();
        return found.record ? held.id(*found.record) : Uuid{};
    }

    std::size_t rivals = 0;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(row_match_test, Matching)

BOOST_AUTO_TEST_CASE(the_best_group_that_the_row_gives_decides)
{
    const auto by_number = add("person", {{"name", "袁燕涛"}, {"id_number", "430922199001310021"}});
    const auto by_name = add("person", {{"name", "刘建国"}});

    BOOST_TEST(
        match("person", {{"name", "刘建国"}, {"id_number", "430922199001310021"}}) == by_number);
    BOOST_TEST(match("person", {{"name", "刘 建国"}}) == by_name);
    BOOST_TEST(match("person", {{"name", "刘建"}}) == Uuid{});
}

BOOST_AUTO_TEST_CASE(a_namesake_with_another_number_phone_or_birthday_is_another_person)
{
    const auto id = add("person",
        {{"name", "袁燕涛"}, {"id_number", "1"}, {"phone", "13800000000"},
            {"birth", "1990-01-31"}});

    BOOST_TEST(match("person", {{"name", "袁燕涛"}, {"id_number", "2"}}) == Uuid{});
    BOOST_TEST(match("person", {{"name", "袁燕涛"}, {"phone", "13900000000"}}) == Uuid{});
    BOOST_TEST(match("person", {{"name", "袁燕涛"}, {"birth", "1991-01-31"}}) == Uuid{});
    BOOST_TEST(match("person", {{"name", "袁燕涛"}, {"birth", "1990-01-31"}}) == id);
    BOOST_TEST(match("person", {{"name", "袁燕涛"}, {"phone", "13800000000"}}) == id);
}

BOOST_AUTO_TEST_CASE(a_window_of_another_hall_is_another_window)
{
    const auto unit = add("unit", {{"name", "税务局"}});
    const auto hall = add("place", {{"name", "大厅"}, {"type", "hall"}});
    const auto branch = add("place", {{"name", "分厅"}, {"type", "branch_hall"}});
    const auto id = add("window", {{"number", "1"}, {"unit", unit.text()}, {"place", hall.text()}});

    BOOST_TEST(match("window", {{"number", "1"}, {"unit", unit.text()}}) == id);
    BOOST_TEST(match("window", {{"number", "1"}, {"place", hall.text()}}) == id);
    BOOST_TEST(match("window", {{"number", "1"}, {"unit", unit.text()}, {"place", branch.text()}})
        == Uuid{});
}

BOOST_AUTO_TEST_CASE(a_place_is_known_by_its_division_beside_its_name)
{
    const auto id = add("place",
        {{"name", "新村便民服务站"}, {"type", "village_station"}, {"region", "430922101005"}});

    BOOST_TEST(match("place", {{"name", "新村便民服务站"}}) == id);
    BOOST_TEST(match("place", {{"name", "新村便民服务站"}, {"region", "430922102005"}}) == Uuid{});
}

BOOST_AUTO_TEST_CASE(among_several_those_that_have_not_ended_are_meant)
{
    const auto person = add("person", {{"name", "袁燕涛"}});
    const auto unit = add("unit", {{"name", "税务局"}});
    add("posting",
        {{"person", person.text()}, {"unit", unit.text()}, {"from", "2020-01-01"},
            {"to", "2022-01-01"}});
    const auto now =
        add("posting", {{"person", person.text()}, {"unit", unit.text()}, {"from", "2024-01-01"}});

    BOOST_TEST(match("posting", {{"person", person.text()}, {"unit", unit.text()}}) == now);
    BOOST_TEST(
        match("posting", {{"person", person.text()}, {"unit", unit.text()}, {"from", "2025-01-01"}})
        == Uuid{});

    add("posting", {{"person", person.text()}, {"unit", unit.text()}, {"from", "2025-06-01"}});
    BOOST_TEST(match("posting", {{"person", person.text()}, {"unit", unit.text()}}) == Uuid{});
    BOOST_TEST(rivals == 2U);
}

BOOST_AUTO_TEST_CASE(a_complaint_without_a_number_is_found_by_day_and_matter)
{
    const auto id = add("complaint",
        {{"number", "投诉〔2026〕1-001号"}, {"received", "2026-03-02"}, {"matter", "排队太久"}});
    BOOST_TEST(match("complaint", {{"received", "2026-03-02"}, {"matter", "排队太久"}}) == id);
    BOOST_TEST(match("complaint", {{"received", "2026-03-03"}, {"matter", "排队太久"}}) == Uuid{});
    BOOST_TEST(match("complaint",
                   {{"number", "2026000123"}, {"received", "2026-03-02"}, {"matter", "排队太久"}})
        == Uuid{});
}

BOOST_AUTO_TEST_CASE(what_names_another_person_or_phone_is_another_case)
{
    const auto person = add("person", {{"name", "袁燕涛"}});
    const auto other = add("person", {{"name", "刘建国"}});
    add("complaint", {{"received", "2026-03-02"}, {"matter", "态度差"}, {"person", person.text()}});
    BOOST_TEST(match("complaint",
                   {{"received", "2026-03-02"}, {"matter", "态度差"}, {"person", other.text()}})
        == Uuid{});
    const auto stuck = add("unable_case",
        {{"received", "2026-03-02"}, {"matter", "退休办不了"}, {"phone", "13800000000"}});
    BOOST_TEST(match("unable_case",
                   {{"received", "2026-03-02"}, {"matter", "退休办不了"}, {"applicant", "李四"}})
        == stuck);
    BOOST_TEST(match("unable_case",
                   {{"received", "2026-03-02"}, {"matter", "退休办不了"}, {"phone", "13900000000"}})
        == Uuid{});
}

BOOST_AUTO_TEST_CASE(of_ratings_that_are_alike_a_row_means_the_one_it_agrees_with_most)
{
    const auto person = add("person", {{"name", "袁燕涛"}});
    const auto rating = [&](const std::string& corrected) {
        return add("bad_rating",
            {{"rated", "2026-03-02"}, {"stars", "1"}, {"person", person.text()},
                {"corrected", corrected}});
    };
    const auto done = rating("2026-03-09");
    const auto open = rating("");
    const auto row = [&](const std::string& corrected) {
        return match("bad_rating",
            {{"rated", "2026-03-02"}, {"stars", "1"}, {"person", person.text()},
                {"corrected", corrected}});
    };
    BOOST_TEST(row("2026-03-09") == done);
    BOOST_TEST(row("") == open);
    BOOST_TEST(rivals == 0u);
}

BOOST_AUTO_TEST_SUITE_END()

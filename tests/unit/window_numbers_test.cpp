#include "model/rules/window_numbers.h"

#include "model/exchange/reference_words.h"
#include "model/store/search.h"
#include "tests/support/editing.h"
#include "tests/support/importing.h"

using namespace model;

namespace {

struct Numbers : tests::Editing {
    Uuid window = made("window", {{"number", "A01"}, {"name", "户籍窗口"}});

    std::string former() { return to_text(store.find_any(window)->second["former_numbers"]); }

    std::vector<Uuid> meant(std::string_view word)
    {
        return meant_by(store, def("window"), word, [](const char* id) { return std::string(id); });
    }
};

struct Sheets : tests::Importing {
    Uuid window =
        add("window", {{"number", "B07"}, {"name", "户籍窗口"}, {"former_numbers", "A01、12"}});
    Uuid item = add("item", {{"code", "43A1"}, {"name", "出生登记"}});
};

} // namespace

BOOST_AUTO_TEST_SUITE(window_numbers_test)

BOOST_FIXTURE_TEST_CASE(a_renumbered_window_keeps_its_old_numbers, Numbers)
{
    BOOST_TEST(set(window, {{"number", "A05"}}).done);
    BOOST_TEST(former() == "A01");
    BOOST_TEST(set(window, {{"number", "B07"}, {"name", "户政窗口"}}).done);
    BOOST_TEST(former() == "A01、A05");
    BOOST_TEST(set(window, {{"name", "户籍窗口"}}).done);
    BOOST_TEST(former() == "A01、A05");
}

BOOST_FIXTURE_TEST_CASE(a_number_that_comes_back_is_no_former_one, Numbers)
{
    BOOST_TEST(set(window, {{"number", "A05"}}).done);
    BOOST_TEST(set(window, {{"number", "A01"}}).done);
    BOOST_TEST(former() == "A05");
}

BOOST_FIXTURE_TEST_CASE(undo_takes_the_old_number_out_again, Numbers)
{
    BOOST_TEST(set(window, {{"number", "A05"}}).done);
    BOOST_TEST(editor.undo()->done);
    BOOST_TEST(former() == "");
    BOOST_TEST(to_text(store.find_any(window)->second["number"]) == "A01");
}

BOOST_FIXTURE_TEST_CASE(a_search_finds_a_window_by_an_old_number, Numbers)
{
    BOOST_TEST(set(window, {{"number", "B07"}}).done);
    const auto hits = search(store, "A01", 8);
    BOOST_REQUIRE(hits.size() == 1u);
    BOOST_TEST(hits.front().record.id == window);
    BOOST_TEST(hits.front().title == "B07");
    BOOST_TEST(hits.front().field->name == "former_numbers");
}

BOOST_FIXTURE_TEST_CASE(a_word_means_the_window_that_once_had_the_number_if_none_has_it, Numbers)
{
    BOOST_TEST(set(window, {{"number", "B07"}}).done);
    BOOST_TEST((meant("A01") == std::vector{window}));
    BOOST_TEST((meant(" a01 ") == std::vector{window}));
    BOOST_TEST(meant("A0").empty());
    const auto now = made("window", {{"number", "A01"}, {"name", "税务窗口"}});
    BOOST_TEST((meant("A01") == std::vector{now}));
}

BOOST_AUTO_TEST_CASE(numbers_are_parted_by_the_signs_people_use)
{
    auto record = Record::empty(*hall_catalog().find("window"), {});
    record["number"] = std::string("B07");
    record["former_numbers"] = std::string("A01、 a02，3；E-4");
    BOOST_TEST((former_numbers(record) == std::vector<std::string>{"A01", "a02", "3", "E-4"}));
    BOOST_TEST(once_had_number(record, "A02"));
    BOOST_TEST(!once_had_number(record, "B07"));
    BOOST_TEST(!once_had_number(record, ""));
}

BOOST_FIXTURE_TEST_CASE(a_sheet_with_an_old_number_is_taken_and_says_so, Sheets)
{
    const auto result = take_text("window_item", "窗口编号,事项名称\nA01,出生登记\n");
    BOOST_TEST(tests::counts_of(result) == "1 new, 0 changed, 0 same, 0 wrong");
    BOOST_REQUIRE(!result.warnings.empty());
    BOOST_TEST(english(result.warnings.front().reason)
        == "No window has the number “A01” now: the row is taken for window B07, which had it "
           "before");
    const auto link = store.select({.def = &def("window_item")}).front();
    BOOST_TEST(to_text(link["window"]) == window.text());
}

BOOST_FIXTURE_TEST_CASE(a_sheet_with_the_number_of_today_says_nothing, Sheets)
{
    const auto other = add("window", {{"number", "A01"}, {"name", "税务窗口"}});
    const auto result = take_text("window_item", "窗口编号,事项名称\nA01,出生登记\n");
    BOOST_TEST(tests::counts_of(result) == "1 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(result.warnings.empty());
    const auto link = store.select({.def = &def("window_item")}).front();
    BOOST_TEST(to_text(link["window"]) == other.text());
}

BOOST_FIXTURE_TEST_CASE(a_sheet_of_windows_without_their_place_finds_them_by_number, Sheets)
{
    const auto hall = add("place", {{"name", "县大厅"}, {"type", "hall"}});
    const auto placed = add("window", {{"number", "C01"}, {"place", hall.text()}});
    const auto result = take_text("window", "窗口编号,咨询电话\nC01,0737-5550999\n");
    BOOST_TEST(tests::counts_of(result) == "0 new, 1 changed, 0 same, 0 wrong");
    BOOST_TEST(to_text(store.find_any(placed)->second["phone"]) == "0737-5550999");

    const auto branch = add("place", {{"name", "分厅"}, {"type", "branch_hall"}});
    add("window", {{"number", "C01"}, {"place", branch.text()}});
    const auto again = take_text("window", "窗口编号,咨询电话\nC01,0737-1\n");
    BOOST_TEST(tests::counts_of(again) == "0 new, 0 changed, 0 same, 1 wrong");
}

BOOST_FIXTURE_TEST_CASE(a_sheet_of_windows_with_an_old_number_changes_the_one_that_had_it, Sheets)
{
    const auto hall = add("place", {{"name", "县大厅"}, {"type", "hall"}});
    const auto moved =
        add("window", {{"number", "A26"}, {"place", hall.text()}, {"former_numbers", "A06"}});
    const auto result = take_text("window", "窗口编号,场所,备注\nA06,县大厅,靠门\n");
    BOOST_TEST(tests::counts_of(result) == "0 new, 1 changed, 0 same, 0 wrong");
    BOOST_TEST(to_text(store.find_any(moved)->second["number"]) == "A26");
    BOOST_TEST(to_text(store.find_any(moved)->second["remark"]) == "靠门");
    BOOST_TEST(!result.warnings.empty());
    // Where a window has the number now, that one is meant.
    add("window", {{"number", "A06"}, {"place", hall.text()}});
    BOOST_TEST(tests::counts_of(take_text("window", "窗口编号,场所,备注\nA06,县大厅,新\n"))
        == "0 new, 1 changed, 0 same, 0 wrong");
    BOOST_TEST(to_text(store.find_any(moved)->second["remark"]) == "靠门");
}

BOOST_FIXTURE_TEST_CASE(a_sheet_that_renumbers_keeps_the_old_number, Sheets)
{
    const auto result = take_text("window", "id,窗口编号\n" + window.text() + ",C09\n");
    BOOST_TEST(tests::counts_of(result) == "0 new, 1 changed, 0 same, 0 wrong");
    BOOST_TEST(to_text(store.find_any(window)->second["former_numbers"]) == "A01、12、B07");
}

BOOST_AUTO_TEST_SUITE_END()

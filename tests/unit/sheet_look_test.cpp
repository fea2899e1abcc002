#include "model/exchange/sheet_look.h"

#include "model/exchange/head_memory.h"
#include "tests/support/importing.h"
#include "tests/support/print.h"

using namespace model;

namespace {

struct Looking : tests::Importing {
    SheetLook look(std::string_view entity, std::string_view lines)
    {
        return look_at_sheet(store, def(entity), sheet(lines), options);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sheet_look_test, Looking)

BOOST_AUTO_TEST_CASE(the_head_row_and_what_its_heads_mean_are_found)
{
    const auto found = look("window", "大厅窗口一览表\n窗口编号,窗口名称,颜色\nA1,综合,红\n");

    BOOST_TEST(found.encoding == "UTF-8");
    BOOST_TEST(found.rows.size() == 3U);
    BOOST_TEST(found.head_row == 2);
    BOOST_REQUIRE(found.columns.size() == 3U);
    BOOST_TEST(found.columns[0].field == "number");
    BOOST_TEST(found.columns[1].field == "name");
    BOOST_TEST(found.columns[2].field == "");
    BOOST_TEST(!found.columns[2].is_known);
}

BOOST_AUTO_TEST_CASE(a_chosen_head_row_is_taken_whatever_its_heads)
{
    options.head_row = 1;

    const auto found = look("window", "甲,乙\nA1,综合\n窗口编号,窗口名称\n");

    BOOST_TEST(found.head_row == 1);
    BOOST_REQUIRE(found.columns.size() == 2U);
    BOOST_TEST(found.columns[0].head == "甲");
    BOOST_TEST(found.columns[0].field == "");
}

BOOST_AUTO_TEST_CASE(a_sheet_without_our_heads_has_rows_and_no_head_row)
{
    const auto found = look("window", "甲,乙\n1,2\n");

    BOOST_TEST(found.head_row == 0);
    BOOST_TEST(found.rows.size() == 2U);
    BOOST_TEST(found.columns.empty());
}

BOOST_AUTO_TEST_CASE(a_pasted_table_is_read_with_its_tabs)
{
    options.pasted =
        std::make_shared<const std::string>("窗口编号\t窗口名称\r\nA1\t\"综合\n窗口\"\r\n");

    const auto found = look_at_sheet(store, def("window"), "剪贴板", options);
    const auto result = take("window", "剪贴板");

    BOOST_TEST(found.head_row == 1);
    BOOST_TEST(found.rows.at(1).cells.at(1).text == "综合\n窗口");
    BOOST_TEST(result.new_ == 1);
}

BOOST_AUTO_TEST_CASE(what_heads_mean_is_remembered_for_the_same_heads)
{
    constexpr std::string_view lines = "甲,乙\nA1,综合\n";
    options.map = {{"甲", "number"}, {"乙", "name"}};
    options.head_row = 1;
    take_text("window", lines);
    options.map.clear();
    options.head_row = 0;

    const auto again = look("window", lines);
    const auto other = look("window", "甲,丙\nA1,综合\n");

    BOOST_TEST(again.is_remembered);
    BOOST_TEST(again.head_row == 1);
    BOOST_TEST(again.columns.at(1).field == "name");
    BOOST_TEST(!other.is_remembered);
    BOOST_TEST(other.head_row == 0);
}

BOOST_AUTO_TEST_CASE(a_dry_run_remembers_nothing)
{
    options.map = {{"甲", "number"}};
    options.head_row = 1;
    options.dry_run = true;

    take_text("window", "甲,乙\nA1,综合\n");

    BOOST_TEST(!remembered_heads(store, def("window"), std::vector<std::string>{"甲", "乙"}));
}

BOOST_AUTO_TEST_CASE(each_row_tells_what_becomes_of_it)
{
    take_text("window", "窗口编号,窗口名称,启用日期\nA1,综合,2026-01-01\nA2,税务,2026-01-01\n");
    options.dry_run = true;
    options.keep_rows = true;

    const auto result = take_text("window",
        "窗口编号,窗口名称,启用日期\nA1,综合服务,2026-01-01\nA2,税务,2026-01-01\nA3,公安,昨日\nA4,"
        "医保,\n");

    BOOST_REQUIRE(result.rows.size() == 4U);
    BOOST_TEST((result.rows[0].state == RowState::changed));
    BOOST_REQUIRE(result.rows[0].changes.size() == 1U);
    BOOST_TEST(result.rows[0].changes[0].column == 1U);
    BOOST_TEST(result.rows[0].changes[0].before == "综合");
    BOOST_TEST(result.rows[0].cells[1] == "综合服务");
    BOOST_TEST((result.rows[1].state == RowState::same));
    BOOST_TEST((result.rows[2].state == RowState::wrong));
    BOOST_TEST((result.rows[3].state == RowState::added));
    BOOST_REQUIRE(result.errors.size() == 1U);
    BOOST_TEST(result.errors[0].at.value() == 2U);
}

BOOST_AUTO_TEST_CASE(a_mended_cell_is_read_instead_of_the_sheets)
{
    constexpr std::string_view lines = "窗口编号,启用日期\nA1,昨日\nA2,2026-01-01\n";
    BOOST_TEST(take_text("window", lines).wrong == 1);
    options.mends[{2, 1}] = "2026-01-02";

    const auto result = take_text("window", lines);

    BOOST_TEST(tests::counts_of(result) == "2 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(to_text(one("window", "number", "A1")["opened"]) == "2026-01-02");
}

BOOST_AUTO_TEST_SUITE_END()

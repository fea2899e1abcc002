#include "model/exchange/pasted_table.h"

#include "tests/support/importing.h"

using namespace model;

namespace {

struct Pasting : tests::Office {
    Pasting()
    {
        for (const auto* name : {"张桂山", "李秀英", "王建国"}) {
            target.records.push_back(add("person", {{"name", name}}));
            target.titles.emplace_back(name);
        }
        target.columns = {person.find("name"), person.find("rank"), person.find("phone")};
    }

    PastedTable read(std::string_view text)
    {
        return read_pasted(text, HeadWords(person, {i18n::translator("zh_CN")}));
    }

    PasteWay best_way(const PastedTable& table)
    {
        return paste_ways(table, person, target).front();
    }

    const EntityDef& person = def("person");
    PasteTarget target;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(pasted_table_test, Pasting)

BOOST_AUTO_TEST_CASE(cells_are_parted_by_tabs_and_rows_by_line_ends)
{
    const std::vector<std::vector<std::string>> expected{{"a", "b"}, {"", "c"}, {""}, {"d"}};
    BOOST_TEST((parse_table("a\tb\r\n\tc\n\r\nd\r\n") == expected));
}

BOOST_AUTO_TEST_CASE(a_cell_in_quotation_marks_may_hold_tabs_and_line_ends)
{
    const std::vector<std::vector<std::string>> expected{{"a\nb", "say \"no\""}, {"\"x\"y", "\"z"}};
    BOOST_TEST((parse_table("\"a\nb\"\t\"say \"\"no\"\"\"\r\n\"x\"y\t\"z") == expected));
}

BOOST_AUTO_TEST_CASE(a_row_of_heads_is_known_by_its_words)
{
    const auto table = read("姓名\t职务\r\n张桂山\t科员\r\n");
    BOOST_TEST(table.heads.size() == 2u);
    BOOST_TEST(table.rows.size() == 1u);
    BOOST_TEST(table.fields[1] == person.find("rank"));
    BOOST_TEST(read("张桂山\t科员\r\n").heads.empty());
    BOOST_TEST(read("").rows.empty());
}

BOOST_AUTO_TEST_CASE(rows_without_heads_go_from_the_selected_row_and_column_on)
{
    target.selected = {1};
    target.first_column = 1;
    const auto table = read("科员\t13800000001\r\n主任\t13800000002\r\n副主任\t13800000003\r\n");

    BOOST_TEST((best_way(table) == PasteWay::in_order));
    const auto pasted = paste(table, person, target, PasteWay::in_order);

    BOOST_TEST(pasted.block.records.size() == 2u);
    BOOST_TEST((pasted.block.records[0] == target.records[1]));
    BOOST_TEST(pasted.block.fields[0] == person.find("rank"));
    BOOST_TEST(pasted.block.fields[1] == person.find("phone"));
    BOOST_TEST(pasted.left_out == 1u);
}

BOOST_AUTO_TEST_CASE(a_row_without_text_keeps_its_place)
{
    target.first_column = 1;
    const auto pasted = paste(read("科员\r\n\r\n主任\r\n"), person, target, PasteWay::in_order);
    BOOST_TEST(pasted.block.cells.at(1).at(0) == "");
    BOOST_TEST(pasted.block.cells.at(2).at(0) == "主任");
    BOOST_TEST((pasted.block.records[2] == target.records[2]));
}

BOOST_AUTO_TEST_CASE(one_row_fills_all_that_are_selected)
{
    target.selected = {0, 2};
    target.first_column = 1;
    const auto pasted = paste(read("科员\r\n"), person, target, PasteWay::in_order);
    BOOST_TEST(pasted.block.records.size() == 2u);
    BOOST_TEST((pasted.block.records[1] == target.records[2]));
    BOOST_TEST(pasted.block.cells[1][0] == "科员");
}

BOOST_AUTO_TEST_CASE(rows_sorted_otherwise_find_their_records_by_name)
{
    const auto table = read("姓名\t职务\r\n王建国\t主任\r\n张桂山\t科员\r\n");
    BOOST_TEST((best_way(table) == PasteWay::by_title));
    const auto pasted = paste(table, person, target, PasteWay::by_title);
    BOOST_TEST((pasted.block.records[0] == target.records[2]));
    BOOST_TEST((pasted.block.records[1] == target.records[0]));
}

BOOST_AUTO_TEST_CASE(a_name_that_stands_twice_tells_nothing)
{
    target.titles[2] = "张桂山";
    BOOST_TEST((best_way(read("姓名\t职务\r\n张桂山\t主任\r\n")) == PasteWay::in_order));
    target.titles[2] = "王建国";
    BOOST_TEST(
        (best_way(read("姓名\t职务\r\n张桂山\t主任\r\n张桂山\t科员\r\n")) == PasteWay::in_order));
}

BOOST_AUTO_TEST_CASE(ids_are_better_than_names)
{
    const auto table =
        read("id\t姓名\t职务\r\n" + target.records[1].text() + "\t李秀\t主任\r\nx\t\t\r\n");
    BOOST_TEST((best_way(table) == PasteWay::by_id));
    const auto pasted = paste(table, person, target, PasteWay::by_id);
    BOOST_TEST((pasted.block.records[0] == target.records[1]));
    BOOST_TEST(pasted.block.records[1].is_nil());
    BOOST_TEST(pasted.block.fields[0] == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()

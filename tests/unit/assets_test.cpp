#include "assets/assets.h"

#include "model/base/codes.h"
#include "model/base/text.h"
#include "model/entities/item.h"
#include "model/entities/unit.h"
#include "tests/support/where.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>
#include <map>
#include <set>

using namespace model;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// The rows under the heads. Our own sheets quote nothing.
Rows rows_of(std::string_view name)
{
    auto lines = split(assets::text(name), '\n');
    BOOST_REQUIRE_MESSAGE(lines.size() > 2 && lines.back().empty(), name);
    const auto columns = split(lines.front(), ',').size();
    Rows rows;
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        rows.push_back(split(trimmed(lines[i]), ','));
        BOOST_TEST_REQUIRE(rows.back().size() == columns, name << ": " << lines[i]);
    }
    return rows;
}

std::set<std::string> column(const Rows& rows, std::size_t at)
{
    std::set<std::string> values;
    for (const auto& row : rows)
        values.insert(row[at]);
    return values;
}

template <class E>
std::set<std::string> codes_of()
{
    std::set<std::string> codes;
    for (const auto& choice : choices_of<E>)
        codes.emplace(choice.code);
    return codes;
}

} // namespace

BOOST_AUTO_TEST_SUITE(assets_test)

BOOST_AUTO_TEST_CASE(every_asset_is_the_file_byte_for_byte)
{
    BOOST_TEST(assets::all().size() >= 5U);
    for (const auto& asset : assets::all()) {
        std::ifstream file(
            tests::source_dir() + "/assets/" + std::string(asset.name), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(file), {});
        BOOST_TEST((bytes == asset.bytes), asset.name);
        BOOST_TEST(!bytes.empty(), asset.name);
    }
}

BOOST_AUTO_TEST_CASE(a_name_that_is_no_asset_is_a_mistake_of_ours)
{
    BOOST_CHECK_THROW(assets::text("demo/nothing.csv"), std::logic_error);
}

BOOST_AUTO_TEST_CASE(demo_sheets_have_the_shape_offices_send)
{
    for (const auto name : {"demo/items.csv", "demo/windows.csv", "demo/units.csv"}) {
        const auto text = assets::text(name);
        BOOST_TEST(is_utf8(text), name);
        BOOST_TEST(text.starts_with("\xEF\xBB\xBF"), name);
        for (const auto& line : split(text.substr(0, text.size() - 1), '\n'))
            BOOST_TEST((line.ends_with('\r') || text.ends_with(line + "\n")), line);
        BOOST_TEST(text.ends_with("\r\n"), name);
    }
    BOOST_TEST(assets::text("demo/items.csv")
                   .starts_with("\xEF\xBB\xBF序号,部门,主项名称,事项名称,事项编码,事项类型代码,"
                                "事项类型,实施主体代码,行政区划代码\r\n"));
    BOOST_TEST(assets::text("demo/windows.csv")
                   .starts_with("\xEF\xBB\xBF单位,窗口名称,业务类型,窗口编号,咨询电话\r\n"));
}

BOOST_AUTO_TEST_CASE(demo_items_are_about_300_with_unique_codes_and_known_types)
{
    const auto items = rows_of("demo/items.csv");
    BOOST_TEST((items.size() >= 280 && items.size() <= 320));
    BOOST_TEST(column(items, 4).size() == items.size());

    std::map<std::string, std::string> labels; // the sheet writes 1 for 01
    for (const auto& type : rows_of("codes/item_types.csv"))
        labels[type[0][0] == '0' ? type[0].substr(1) : type[0]] = type[1];
    std::set<std::string> used;
    for (const auto& item : items) {
        BOOST_TEST(labels[item[5]] == item[6], item[3]);
        BOOST_TEST(item[8] == "430922000000", item[3]);
        BOOST_TEST((item[7].size() >= 5 && item[7].size() <= 22), item[7]);
        used.insert(item[5]);
    }
    BOOST_TEST(used == (std::set<std::string>{"1", "5", "7", "8", "9", "10", "20"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(some_demo_departments_have_several_implementers_and_some_main_items_children)
{
    std::map<std::string, std::set<std::string>> implementers;
    std::map<std::string, int> children;
    for (const auto& item : rows_of("demo/items.csv")) {
        implementers[item[1]].insert(item[7]);
        if (item[2] != "未分类")
            ++children[item[1] + item[2]];
    }

    BOOST_TEST(implementers.size() >= 20U);
    BOOST_TEST(std::ranges::count_if(implementers, [](auto& each) {
        return each.second.size() > 1;
    }) >= 3);
    BOOST_TEST(children.size() >= 30U);
    for (const auto& [name, count] : children)
        BOOST_TEST(count > 1, name);
}

BOOST_AUTO_TEST_CASE(demo_units_have_valid_credit_codes_and_phones)
{
    const auto units = rows_of("demo/units.csv");
    BOOST_TEST(column(units, 0).size() == units.size());
    BOOST_TEST(column(units, 1).size() == units.size());
    for (const auto& unit : units) {
        BOOST_TEST(is_credit_code(unit[1]), unit[0]);
        BOOST_TEST((phone_kind(unit[3]) == PhoneKind::landline), unit[0]);
    }
    for (const auto& category : column(units, 2))
        BOOST_TEST(codes_of<UnitCategory>().contains(category), category);
    BOOST_TEST(column(units, 2).size() == 4U);
}

BOOST_AUTO_TEST_CASE(demo_windows_are_numbered_once_and_belong_to_units)
{
    const auto units = column(rows_of("demo/units.csv"), 0);
    const auto windows = rows_of("demo/windows.csv");
    BOOST_TEST((windows.size() >= 55 && windows.size() <= 70));
    BOOST_TEST(column(windows, 3).size() == windows.size());
    for (const auto& window : windows) {
        BOOST_TEST(units.contains(window[0]), window[0]);
        for (const auto& phone : split(window[4], '/'))
            BOOST_TEST((phone_kind(phone) == PhoneKind::landline), phone);
    }

    const auto with_window = column(windows, 0);
    for (const auto& department : column(rows_of("demo/items.csv"), 1)) {
        BOOST_TEST(units.contains(department), department);
        BOOST_TEST(with_window.contains(department), department);
    }
}

BOOST_AUTO_TEST_CASE(divisions_are_the_county_its_15_townships_and_247_villages)
{
    const auto divisions = rows_of("codes/divisions-430922.csv");
    std::map<std::string, int> count;
    std::set<std::string> seen{"430900"};
    for (const auto& row : divisions) {
        ++count[row[2]];
        BOOST_TEST(seen.contains(row[3]), row[1]); // a parent stands before its children
        BOOST_TEST(seen.insert(row[0]).second, row[0]);
        if (row[2] != "county")
            BOOST_TEST(row[0].starts_with(row[3]), row[0]);
        if (row[2] == "village")
            BOOST_TEST((row[1].ends_with("村") || row[1].ends_with("社区")), row[1]);
    }

    BOOST_TEST(count["county"] == 1);
    BOOST_TEST(count["township"] == 15);
    BOOST_TEST(count["village"] == 247);
    BOOST_TEST(seen.contains("430922208"));
}

BOOST_AUTO_TEST_CASE(every_item_type_of_the_program_has_a_row)
{
    const auto listed = column(rows_of("codes/item_types.csv"), 0);
    for (const auto& code : codes_of<ItemType>())
        BOOST_TEST(listed.contains(code), code);
}

BOOST_AUTO_TEST_CASE(an_alias_means_one_item_type)
{
    std::set<std::string> seen;
    for (const auto& type : rows_of("codes/item_types.csv")) {
        BOOST_TEST(type[0].size() == 2U, type[0]);
        BOOST_TEST(seen.insert(type[0]).second, type[0]);
        BOOST_TEST(seen.insert(type[1]).second, type[1]);
        for (const auto& alias : split(type[2], '|'))
            BOOST_TEST((alias.empty() || seen.insert(alias).second), alias);
    }
}

BOOST_AUTO_TEST_SUITE_END()

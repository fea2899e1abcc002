// Lists of townships and villages that an office brings, and those we ship.
#include "model/exchange/division_sheet.h"

#include "model/access/new_office.h"
#include "model/base/files.h"
#include "model/commands/own_divisions.h"
#include "model/dashboard/figure_table.h"
#include "model/store/own_accounts.h"
#include "tests/support/editing.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>

using namespace model;

namespace {

std::string plain(const char* id)
{
    return id;
}

struct Sheet {
    DivisionList read(const std::string& text, const std::string& county = "370112")
    {
        const auto path = std::filesystem::path(folder.file("名单.csv"));
        std::ofstream(path, std::ios::binary) << text;
        return read_divisions(path, county);
    }

    std::string refusal(const std::string& text, const std::string& county = "370112")
    {
        try {
            read(text, county);
        } catch (const Error& error) {
            return english(error.message());
        }
        return {};
    }

    static std::string told(const DivisionList& list)
    {
        std::string all;
        for (const auto& division : list.divisions)
            all += division.code + ' ' + division.name + (division.is_village ? " v; " : "; ");
        return all;
    }

    tests::TempFolder folder;
};

/// A county of a province that we ship nothing of.
struct Elsewhere : tests::Editing {
    Elsewhere() : Editing("370112") {}

    const std::vector<Subdivision> list{{"370112001", "山大路街道", false},
        {"370112001001", "甸南社区", true}, {"370112001002", "甸北社区", true}};
};

} // namespace

BOOST_AUTO_TEST_SUITE(division_sheet_test)

BOOST_FIXTURE_TEST_CASE(codes_and_names_are_found_under_whatever_heads, Sheet)
{
    const auto list = read("统计用区划代码,城乡分类代码,名称\n"
                           "370112000000,,历城区\n"
                           "370112001002,111,甸北社区\n"
                           "370112001000,,山大路街道\n"
                           "370112001001,111,甸南社区\n"
                           "370113001000,,别区街道\n");
    BOOST_TEST(
        told(list) == "370112001 山大路街道; 370112001001 甸南社区 v; 370112001002 甸北社区 v; ");
    BOOST_TEST(list.townships == 1u);
    BOOST_TEST(list.elsewhere == 1u);
    BOOST_TEST(told(read("山大路街道的编号,370112001,山大路街道\n")) == "370112001 山大路街道; ");
}

BOOST_FIXTURE_TEST_CASE(what_is_wrong_is_told_with_its_row, Sheet)
{
    const std::string township = "370112001,山大路街道\n";
    for (const auto& [text, words] : std::vector<std::pair<std::string, std::string>>{
             {"代码,名称\n430922101,修山镇\n", "holds no township or village of the county 370112"},
             {township + "3701120010,甸南社区\n", "row 2: “3701120010” is no code"},
             {township + "370112002001,甸南社区\n", "row 2: the township 370112002"},
             {township + "370112001001,\n", "row 2: 370112001001 has no name"},
             {township + "370112001,洪家楼街道\n", "row 2: 370112001 stands in another row"},
             {township + "3.70112E+11,甸南社区\n", "row 2: the code 3.70112E+11 lost its last"}})
        BOOST_TEST(refusal(text).find(words) != std::string::npos, refusal(text));
    BOOST_TEST(refusal(township + township).empty()); // the same said twice
}

BOOST_AUTO_TEST_CASE(all_counties_of_hunan_came_along)
{
    std::size_t townships = 0;
    std::size_t villages = 0;
    std::size_t counties = 0;
    for (const auto& county : find_divisions("43", 1000)) {
        if (!county.code.starts_with("43"))
            continue;
        const auto all = subdivisions_of(county.code);
        ++counties;
        std::string above;
        for (const auto& division : all) {
            (division.is_village ? villages : townships) += 1;
            if (!division.is_village)
                above = division.code;
            BOOST_REQUIRE(division.code.size() == (division.is_village ? 12u : 9u));
            BOOST_REQUIRE(division.code.starts_with(above) && above.starts_with(county.code));
            BOOST_REQUIRE(!division.name.empty());
        }
    }
    BOOST_TEST(counties > 120u);
    BOOST_TEST(townships == 2008u);
    BOOST_TEST(villages == 29534u);
    BOOST_TEST(subdivisions_of("110101").empty());
    BOOST_TEST(subdivisions_of("43").empty());
}

BOOST_FIXTURE_TEST_CASE(a_list_that_was_brought_is_counted_by, Elsewhere)
{
    BOOST_TEST(divisions_of(store).empty());
    BOOST_TEST(read_coverage(store, editor.permission(), plain).lines.empty());
    keep_divisions(editor, list, "名单.xlsx");
    BOOST_TEST(has_own_divisions(store));
    const auto table = read_coverage(store, editor.permission(), plain);
    BOOST_REQUIRE(table.lines.size() == 3u);
    BOOST_TEST(table.lines[0].name == "山大路街道");
    BOOST_TEST(table.lines[2].is_part);
    drop_divisions(editor);
    BOOST_TEST(divisions_of(store).empty());
}

/// A file that became another county's does not go by the former one's list.
BOOST_FIXTURE_TEST_CASE(a_list_is_of_one_county, Elsewhere)
{
    keep_divisions(editor, list, "名单.xlsx");
    auto self = store.self();
    self.region = "430922";
    store.set_self(self);
    BOOST_TEST(divisions_of(store).size() == 262u);
}

BOOST_FIXTURE_TEST_CASE(who_enters_no_places_brings_no_list, Elsewhere)
{
    add_founder(store, clerk);
    add_own_account(store, clerk);
    const auto id =
        made("user", {{"name", "值班长"}, {"roles", "duty_leader"}, {"state", "active"}});
    add_own_account(store, {id, "值班长"});
    Editor leader(store, {id, "值班长"});
    BOOST_CHECK_THROW(keep_divisions(leader, list, "名单.xlsx"), Error);
    BOOST_TEST(divisions_of(store).empty());
}

BOOST_AUTO_TEST_SUITE_END()

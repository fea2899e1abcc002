// Rosters of staff (花名册) taken in: a line is a person, his posting and his windows.
#include "model/exchange/staff_roster.h"

#include "model/exchange/import_runs.h"
#include "model/exchange/sheet_look.h"
#include "model/exchange/staff_sheet.h"
#include "tests/support/importing.h"
#include "tests/support/print.h"
#include "tests/support/sheets.h"

using namespace model;

namespace {

struct Roster : tests::Importing {
    Uuid hall = add("place", {{"name", "政务大厅"}, {"type", "hall"}, {"region", "430922"}});
    Uuid tax = add("unit", {{"name", "县税务局"}});
    Uuid police = add("unit", {{"name", "县公安局"}});
    Uuid a01 = add("window", {{"number", "A01"}, {"place", hall.text()}, {"unit", tax.text()}});
    Uuid a02 = add("window", {{"number", "A02"}, {"place", hall.text()}, {"unit", tax.text()}});

    ImportResult take_roster(std::string_view lines)
    {
        return import_sheet(
            store, clerk, staff_roster(store.catalog()).def, sheet(lines, "花名册.csv"), options);
    }

    Record posting_of(std::string_view name)
    {
        return one("posting", "person", one("person", "name", std::string(name)).id);
    }

    Record one(std::string_view entity, std::string_view field, const Uuid& id)
    {
        const auto records = store.where(def(entity), field, Value{id});
        BOOST_REQUIRE(records.size() == 1U);
        return records.front();
    }
    using Importing::one;

    std::vector<std::string> reasons(const std::vector<ImportError>& of)
    {
        std::vector<std::string> all;
        for (const auto& each : of)
            all.push_back(std::to_string(each.row) + ": " + english(each.reason));
        return all;
    }
};

constexpr std::string_view heads = "姓名,性别,身份证号,单位,窗口,职务,身份/编制,政治面貌,学历,"
                                   "联系电话,进驻时间\n";

constexpr std::string_view two = "袁燕涛,,430922199001311029,县税务局,A01,科员,事业编制,中共党员,"
                                 "本科,13800001234,2025-03-01\n"
                                 "刘建国,男,,县公安局,,,公务员,群众,,,2025-06-01\n";

} // namespace

BOOST_FIXTURE_TEST_SUITE(staff_roster_test, Roster)

BOOST_AUTO_TEST_CASE(a_line_makes_the_person_the_posting_and_who_holds_the_window)
{
    const auto result = take_roster(std::string(heads) + std::string(two));
    BOOST_TEST(tests::counts_of(result) == "2 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(
        reasons(result.errors) == std::vector<std::string>{}, boost::test_tools::per_element());
    BOOST_TEST(result.not_taken.empty());

    const auto yuan = one("person", "name", std::string("袁燕涛"));
    BOOST_TEST(to_text(yuan["rank"]) == "科员");
    BOOST_TEST(to_text(yuan["political_status"]) == "party_member");
    BOOST_TEST(to_text(yuan["education"]) == "bachelor");
    BOOST_TEST(to_text(yuan["birth"]) == "1990-01-31"); // by the ID number
    BOOST_TEST(to_text(yuan["sex"]) == "female");
    const auto posting = posting_of("袁燕涛");
    BOOST_TEST(to_text(posting["unit"]) == tax.text());
    BOOST_TEST(to_text(posting["place"]) == hall.text()); // the window's
    BOOST_TEST(to_text(posting["identity"]) == "institution");
    BOOST_TEST(to_text(posting["from"]) == "2025-03-01");
    BOOST_TEST(to_text(posting["status"]) == "on_duty");
    const auto window = one("window_staff", "person", yuan.id);
    BOOST_TEST(to_text(window["window"]) == a01.text());
    BOOST_TEST(to_text(window["from"]) == "2025-03-01");
    BOOST_TEST(to_text(posting_of("刘建国")["identity"]) == "civil_servant");
    BOOST_TEST(count("window_staff") == 1);
}

BOOST_AUTO_TEST_CASE(the_same_roster_again_changes_nothing_and_another_what_it_says)
{
    const auto lines = std::string(heads) + std::string(two);
    take_roster(lines);
    BOOST_TEST(tests::counts_of(take_roster(lines)) == "0 new, 0 changed, 2 same, 0 wrong");

    options.keep_rows = true;
    const auto changed = take_roster("姓名,单位,职务,窗口岗位,政治面貌\n"
                                     "袁燕涛,县税务局,股长,综合受理,\n刘建国,,,,\n");
    BOOST_TEST(tests::counts_of(changed) == "0 new, 1 changed, 1 same, 0 wrong");
    BOOST_REQUIRE(changed.rows.front().changes.size() == 2U);
    BOOST_TEST(changed.rows.front().changes[0].before == "科员");
    BOOST_TEST(to_text(posting_of("袁燕涛")["post"]) == "综合受理");
    BOOST_TEST(to_text(one("person", "name", std::string("袁燕涛"))["political_status"])
        == "party_member"); // an empty cell changes nothing
    BOOST_TEST((count("person") == 2 && count("posting") == 2));
}

BOOST_AUTO_TEST_CASE(it_is_one_import_that_is_taken_back_as_a_whole)
{
    const auto run = take_roster(std::string(heads) + std::string(two)).run;
    BOOST_REQUIRE(run > 0);
    BOOST_TEST(imports(store).front().entity == staff_roster_name);
    Editor editor(store, clerk);
    BOOST_TEST(unimport(editor, run).changed);
    BOOST_TEST((count("person") == 0 && count("posting") == 0 && count("window_staff") == 0));
}

BOOST_AUTO_TEST_CASE(a_line_is_taken_whole_or_not_at_all)
{
    const auto lines = std::string(heads)
        + "袁燕涛,,430922199001311029,县没有局,A01,,,,,,2025-03-01\n"
          "李秀英,女,,县公安局,Z99,,,,,,2025-03-01\n"
          "刘建国,男,,县公安局,A02,,,,,,2025-06-01\n";
    const auto none = take_roster(lines);
    BOOST_TEST(none.wrong == 2);
    BOOST_TEST(
        tests::places_of(none) == (std::vector<std::string>{"2/单位/县没有局", "3/窗口/Z99"}),
        boost::test_tools::per_element());
    BOOST_TEST(count("person") == 0);

    options.good_rows = true;
    const auto some = take_roster(lines);
    BOOST_TEST(tests::counts_of(some) == "1 new, 0 changed, 0 same, 2 wrong");
    BOOST_TEST(some.errors.size() == 2U);
    BOOST_TEST((count("person") == 1 && count("posting") == 1 && count("window_staff") == 1));
}

BOOST_AUTO_TEST_CASE(a_wrong_id_number_and_one_that_somebody_else_has_are_wrong)
{
    take_roster(std::string(heads) + std::string(two));
    const auto wrong = take_roster("姓名,身份证号,单位\n王建国,430922199001311028,县公安局\n");
    BOOST_TEST(wrong.wrong == 1);
    const auto renamed = take_roster("姓名,身份证号,单位\n王建国,430922199001311029,县税务局\n");
    BOOST_REQUIRE(renamed.warnings.size() >= 1U); // one person renamed, or a slipped number
    BOOST_TEST(english(renamed.warnings.front().reason).find("袁燕涛") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(namesakes_are_told)
{
    take_roster(std::string(heads) + std::string(two));
    const auto other = take_roster("姓名,身份证号,单位\n袁燕涛,430922199203041522,县公安局\n");
    BOOST_TEST(other.new_ == 1);
    BOOST_TEST(reasons(other.warnings)
            == (std::vector<std::string>{
                "2: There is another 袁燕涛 in the register, 县税务局: make "
                "sure that they are two"}),
        boost::test_tools::per_element());
    const auto several = take_roster("姓名,单位\n袁燕涛,县公安局\n");
    BOOST_TEST(several.wrong == 1); // which of the two
    const auto alone = take_roster("姓名,单位\n刘建国,县税务局\n");
    BOOST_REQUIRE(!alone.warnings.empty());
    BOOST_TEST(english(alone.warnings.front().reason).find("Taken for 刘建国 of 县公安局")
        != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_cell_may_name_several_windows_and_a_template_comes_back)
{
    const auto result =
        take_roster("姓名,单位,窗口号,进驻日期\n袁燕涛,县税务局,A01、A02,2025-03-01\n");
    BOOST_TEST(tests::counts_of(result) == "1 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(count("window_staff") == 2);
    BOOST_TEST(take_roster("姓名,窗口号\n袁燕涛,A02、A01\n").same == 1);

    const auto& roster = staff_roster(store.catalog());
    for (const auto& field : roster.def.fields) {
        const auto origin = roster.origin(field);
        BOOST_TEST(origin.field->label == field.label);
        BOOST_TEST(roster.def.find(field.name) == &field, field.name); // no name twice
    }
    BOOST_TEST(&staff_roster(store.catalog()) == &roster);
    BOOST_TEST(roster_of(roster.def) == &roster);
    BOOST_TEST(!roster_of(def("person")));
}

BOOST_AUTO_TEST_CASE(a_roster_that_was_exported_comes_back_without_a_change)
{
    take_roster(std::string(heads) + std::string(two)
        + "李秀英,女,,县税务局,\"A01、A02\",,,,,13900004321,2025-07-01\n");
    const auto people = store.ids({.def = &def("person")});
    for (const auto* name : {"花名册.xlsx", "花名册.csv"}) {
        const std::filesystem::path path = folder.file(name);
        BOOST_REQUIRE(
            write_staff_sheet(store, Permission(), people, path, options.languages.front()) > 0);
        const auto again =
            import_sheet(store, clerk, staff_roster(store.catalog()).def, path, options);
        BOOST_TEST(again.same == static_cast<int>(people.size()));
        BOOST_TEST(
            reasons(again.errors) == std::vector<std::string>{}, boost::test_tools::per_element());
        BOOST_TEST((again.new_ == 0 && again.changed == 0));
    }
}

BOOST_AUTO_TEST_CASE(what_stands_over_the_columns_is_found_out)
{
    const auto path = sheet("2026年窗口工作人员花名册\n" + std::string(heads) + std::string(two));
    const auto look = look_at_sheet(store, staff_roster(store.catalog()).def, path, options);
    BOOST_TEST(look.head_row == 2);
    std::string fields;
    for (const auto& column : look.columns)
        fields += column.field + ' ';
    BOOST_TEST(fields
        == "name sex id_number unit window rank identity political_status education phone from ");
}

BOOST_AUTO_TEST_SUITE_END()

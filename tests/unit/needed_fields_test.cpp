#include "model/commands/new_record.h"
#include "tests/support/importing.h"
#include "tests/support/print.h"

using namespace model;

namespace {

struct Hall : tests::Importing {
    Uuid place = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    Uuid person = add("person", {{"name", "袁燕涛"}, {"id_number", "430922199001311027"}});
};

std::vector<std::string> reasons_of(const ImportResult& result)
{
    std::vector<std::string> reasons;
    for (const auto& error : result.errors)
        reasons.push_back(english(error.reason));
    return reasons;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(needed_fields_test, Hall)

BOOST_AUTO_TEST_CASE(every_line_of_needs_names_fields_that_there_are)
{
    for (const auto* def : hall_catalog().every())
        BOOST_CHECK_NO_THROW(needs_of(*def, EntryWay::sheet));
    BOOST_TEST(is_needed(def("leave"), *def("leave").find("person"), EntryWay::sheet));
    BOOST_TEST(!is_needed(def("leave"), *def("leave").find("remark"), EntryWay::sheet));
    BOOST_TEST(!is_needed(def("agency_case"), *def("agency_case").find("item"), EntryWay::sheet));
}

BOOST_AUTO_TEST_CASE(a_sheet_of_leave_as_offices_keep_it_fills_person_day_and_reason)
{
    const auto result = take_text("leave",
        "姓名,请假类别,开始日期,结束日期,天数,事由,批准人\n"
        "袁燕涛,年假,2026-03-02,2026-03-06,5,探亲,王主任\n");

    BOOST_TEST(tests::counts_of(result) == "1 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(result.not_taken.empty());
    const auto leave = store.select({.def = &def("leave")}).front();
    BOOST_TEST(to_text(leave["person"]) == person.text());
    BOOST_TEST(to_text(leave["kind"]) == "annual");
    BOOST_TEST(to_text(leave["from"]) == "2026-03-02");
    BOOST_TEST(to_text(leave["reason"]) == "探亲");
    BOOST_TEST(to_text(leave["approver"]) == "王主任");
}

BOOST_AUTO_TEST_CASE(a_row_without_what_no_record_does_without_is_wrong)
{
    const auto result =
        take_text("leave", "姓名,请假类别,开始日期\n袁燕涛,年假,\n,事假,2026-03-02\n");

    BOOST_TEST(tests::counts_of(result) == "0 new, 0 changed, 0 same, 2 wrong");
    BOOST_TEST(tests::places_of(result) == (std::vector<std::string>{"2/开始日期/", "3/姓名/"}),
        boost::test_tools::per_element());
    BOOST_TEST(count("leave") == 0);
}

BOOST_AUTO_TEST_CASE(a_sheet_without_the_column_is_told_so_once)
{
    const auto result = take_text("leave", "请假类别,天数\n年假,5\n事假,1\n");

    BOOST_TEST(result.wrong == 2);
    BOOST_REQUIRE(result.no_column.size() == 2U);
    BOOST_TEST(result.no_column[0]->name == "person");
    BOOST_TEST(result.no_column[1]->name == "from");
    BOOST_TEST(result.is_of_no_column(result.errors.front(), options.languages.front()));
}

BOOST_AUTO_TEST_CASE(a_case_of_an_item_that_nobody_knows_keeps_it_in_words)
{
    const std::string lines = "办理日期,服务站,姓名,办理事项,代办人\n"
                              "2025-12-02,修山镇便民服务中心,张三,医保缴费,袁燕涛\n";
    const auto result = take_text("agency_case", lines);

    BOOST_TEST(tests::counts_of(result) == "1 new, 0 changed, 0 same, 0 wrong");
    BOOST_REQUIRE(result.warnings.size() == 1U);
    const auto one = store.select({.def = &def("agency_case")}).front();
    BOOST_TEST(to_text(one["day"]) == "2025-12-02");
    BOOST_TEST(to_text(one["place"]) == place.text());
    BOOST_TEST(to_text(one["matter"]) == "医保缴费");
    BOOST_TEST(to_text(one["agent"]) == person.text());

    BOOST_TEST(
        tests::counts_of(take_text("agency_case", lines)) == "0 new, 0 changed, 1 same, 0 wrong");
}

BOOST_AUTO_TEST_CASE(a_case_needs_a_place_a_day_and_what_it_was_about)
{
    const auto result =
        take_text("agency_case", "日期,场所,申请人,事项,办理内容\n,修山镇便民服务中心,张三,,\n");

    BOOST_TEST(result.wrong == 1);
    BOOST_TEST(reasons_of(result)
            == (std::vector<std::string>{
                "Without “日期” this is no record of “帮代办”: fill it in, or say "
                "which column of the sheet holds it",
                "Without “事项 / 办理内容” this is no record of “帮代办”: fill "
                "it in, or say which column of the sheet holds it"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_not_taken_is_told)
{
    const auto result = take_text("person", "姓名,性别,血型,照片\n王建国,男,O,1.jpg,多出来的\n");

    BOOST_TEST(result.new_ == 1);
    BOOST_TEST(result.not_taken == (std::vector<std::string>{"血型", "照片"}),
        boost::test_tools::per_element());
    std::string notes;
    for (const auto& note : result.notes)
        notes += english(note) + "\n";
    BOOST_TEST(notes
        == "Columns left out, for nothing here is called so: 血型、照片\n"
           "Columns left out, for they have no head: E\n");
}

BOOST_AUTO_TEST_SUITE_END()

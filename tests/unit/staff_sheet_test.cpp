#include "model/exchange/staff_sheet.h"

#include "tests/support/importing.h"
#include "tests/support/sheets.h"

using namespace model;

BOOST_FIXTURE_TEST_SUITE(staff_sheet_test, tests::Importing)

BOOST_AUTO_TEST_CASE(a_line_of_the_roster_tells_unit_window_and_source_beside_the_name)
{
    const auto hall = add("place", {{"name", "政务大厅"}, {"type", "hall"}, {"region", "430922"}});
    const auto unit = add("unit", {{"name", "县税务局"}});
    const auto window = add("window", {{"number", "A01"}, {"place", hall.text()}});
    const auto old = add("window", {{"number", "A09"}, {"place", hall.text()}});
    const auto posted =
        add("person", {{"name", "袁燕涛"}, {"sex", "female"}, {"phone", "13800001234"}});
    const auto idle = add("person", {{"name", "刘建国"}, {"sex", "male"}});
    add("posting",
        {{"person", posted.text()}, {"unit", unit.text()}, {"place", hall.text()},
            {"source", "sent"}, {"identity", "institution"}, {"from", "2025-03-01"}});
    add("posting",
        {{"person", posted.text()}, {"unit", unit.text()}, {"from", "2020-03-01"},
            {"to", "2022-03-01"}});
    add("window_staff", {{"person", posted.text()}, {"window", window.text()}, {"slot", "A"}});
    add("window_staff", {{"person", posted.text()}, {"window", old.text()}, {"to", "2025-02-01"}});
    const auto path = folder.file("花名册.xlsx");

    const auto manager =
        add("user", {{"name", "管理员"}, {"roles", "founder"}, {"state", "active"}});
    const auto written = [&](const Permission& permission) {
        BOOST_TEST(write_staff_sheet(store, permission, std::vector{posted, idle}, path,
                       options.languages.front())
            == 2);
        return tests::lines_of(*open_sheet(path));
    };
    const auto lines = written(Permission(store, manager));
    BOOST_TEST(lines
            == (std::vector<std::string>{
                "1: id|姓名|性别|派驻单位|场所|窗口|人员来源|人员身份|岗位|起始日期|联系电话",
                "2: " + posted.text()
                    + "|袁燕涛|女|县税务局|政务大厅|A01|单位派驻|事业编制||2025-03-01|138****1234",
                "3: " + idle.text() + "|刘建国|男"}),
        boost::test_tools::per_element());

    // Postings and windows of another unit are not this one's to give away.
    const auto liaison = add("user",
        {{"name", "联络员"}, {"roles", "liaison"}, {"state", "active"},
            {"unit", add("unit", {{"name", "县公安局"}}).text()}});
    const auto less = written(Permission(store, liaison));
    BOOST_TEST(less[1].find("袁燕涛") != std::string::npos, less[1]);
    BOOST_TEST(less[1].find("县税务局") == std::string::npos, less[1]);
    BOOST_TEST(less[1].find("A01") == std::string::npos, less[1]);
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/base/date.h"
#include "tests/support/hallctl.h"

#include <algorithm>
#include <chrono>

namespace json = boost::json;

namespace {

struct WithPosting : tests::HallctlWithFile {
    WithPosting()
    {
        const auto person = create({"person", "name=张桂山"});
        posting = create({"posting", "person=" + person, "source=unified", "status=trial",
            "from=2025-01-01", "trial_until=2025-06-01"});
    }

    /// What check says of the rule, which must be there once.
    json::object told(const std::string& rule) const
    {
        const auto checked = on_file({"--json", "check"});
        BOOST_TEST(checked.exit == 4);
        const auto document = checked.json();
        const auto& all = document.at("findings").as_array();
        const auto found = std::ranges::find_if(all, [&](const json::value& each) {
            return each.as_object().at("rule").as_string() == rule;
        });
        BOOST_REQUIRE(found != all.end());
        return found->as_object();
    }

    static std::string in_days(int days)
    {
        const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
        return model::to_iso(model::Date(now + std::chrono::days(days)));
    }

    std::string posting;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_board_test, WithPosting)

BOOST_AUTO_TEST_CASE(tasks_are_made_of_a_line_a_problem_and_a_complaint)
{
    const auto of_line = ask({"task-of", "posting", posting, "owner=王敏", "--rule", "S11"});
    BOOST_TEST(of_line.at("changed").as_bool());
    const auto task = ask({"get", "task", std::string(of_line.at("id").as_string())});
    BOOST_TEST(json::serialize(task).find("王敏") != std::string::npos);
    BOOST_TEST(json::serialize(task).find("S11") != std::string::npos);

    const auto found = create({"finding", "name=台席无人"});
    BOOST_TEST(ask({"task-of", "finding", found}).at("changed").as_bool());
    BOOST_TEST(!ask({"task-of", "finding", found}).at("changed").as_bool()); // open already
    const auto complaint = create({"complaint", "number=T1", "matter=等候太久"});
    const auto ran = on_file({"--lang", "zh_CN", "task-of", "complaint", complaint});
    BOOST_TEST(ran.out.find("办理投诉：等候太久") != std::string::npos, ran.out + ran.err);
    BOOST_TEST(ask({"list", "task", "--where", "finding=台席无人"}).at("total").as_int64() == 1);
    BOOST_TEST(on_file({"task-of", "posting", posting, "--rule", "W99"}).exit == 2);
}

BOOST_AUTO_TEST_CASE(check_tells_by_when_and_until_when_it_is_put_off)
{
    BOOST_TEST(told("S11").at("due").as_string() == "2025-06-01");
    BOOST_TEST(told("S11").at("id").as_string() == posting);
    BOOST_TEST(!told("S11").contains("snoozed"));
    BOOST_TEST(!told("P02").contains("due"));

    const auto day = in_days(30);
    const auto put = ask({"snooze", "posting", posting, "S11", "--on", day, "--reason", "等考核"});
    BOOST_TEST(put.at("changed").as_int64() == 1);
    BOOST_TEST(told("S11").at("snoozed").as_string() == day);
    ask({"snooze", "posting", posting, "S11"});
    BOOST_TEST(!told("S11").contains("snoozed"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_put_off_says_why)
{
    BOOST_TEST(on_file({"snooze", "posting", posting, "S11", "--on", "昨日"}).exit == 2);
    BOOST_TEST(on_file({"snooze", "posting", posting, "S11", "--on", in_days(-5)}).exit == 2);
    BOOST_TEST(on_file({"snooze", "posting", posting, "W01", "--on", in_days(3)}).exit == 1);
    BOOST_TEST(on_file({"snooze", "posting", posting, "S11"}).exit == 1); // it is not
}

BOOST_AUTO_TEST_SUITE_END()

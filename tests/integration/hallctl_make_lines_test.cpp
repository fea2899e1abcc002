// The lines of check-lists from the command line.
#include "tests/support/hallctl.h"

using namespace tests;

namespace {

struct WithInspection : HallctlWithFile {
    WithInspection()
    {
        inspection = create({"inspection", "name=清廉大厅自查", "kind=self_check",
            "place=桃江县政务服务中心", "day=2026-01-05"});
    }

    std::int64_t of(const std::string& entity)
    {
        return ask({"list", entity}).at("total").as_int64();
    }

    std::string inspection;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_make_lines_test, WithInspection)

BOOST_AUTO_TEST_CASE(the_lines_of_an_inspection_are_made_once_and_undo_takes_them_back)
{
    const auto would = ask({"make-lines", "inspection", inspection, "--dry-run"});
    BOOST_TEST(!would.at("done").as_bool());
    BOOST_TEST(of("inspection_line") == 0);

    const auto lines = ask({"make-lines", "inspection", inspection});
    BOOST_TEST(lines.at("done").as_bool());
    BOOST_TEST(lines.at("list").as_string() == "清廉大厅自查清单");
    const auto count = static_cast<std::int64_t>(lines.at("lines").as_array().size());
    BOOST_TEST(count > 10);
    BOOST_TEST(of("inspection_line") == count);

    const auto again = ask({"make-lines", "inspection", inspection});
    BOOST_TEST(again.at("lines").as_array().empty());
    BOOST_TEST(again.at("there").as_int64() == count);

    BOOST_TEST(on_file({"undo"}).exit == 0);
    BOOST_TEST(of("inspection_line") == 0);
}

BOOST_AUTO_TEST_CASE(what_comes_along_is_entered_and_another_list_is_named)
{
    BOOST_TEST(ask({"add-shipped", "checklist"}).at("changed").as_bool());
    BOOST_TEST(of("checklist") == 4);
    BOOST_TEST(!ask({"add-shipped", "checklist"}).at("changed").as_bool());
    const auto lines = ask({"make-lines", "inspection", inspection, "--list", "大厅日常巡查清单"});
    BOOST_TEST(lines.at("list").as_string() == "大厅日常巡查清单");

    const auto none = on_file(
        {"--lang", "zh_CN", "make-lines", "inspection", inspection, "--list", "没有的清单"});
    BOOST_TEST(none.exit == 1);
    BOOST_TEST(none.err.find("没有名为“没有的清单”的清单") != std::string::npos, none.err);
    BOOST_TEST(on_file({"make-lines", "place", "桃江县政务服务中心"}).exit == 2);
    BOOST_TEST(on_file({"add-shipped", "person"}).exit == 2);
}

BOOST_AUTO_TEST_CASE(the_steps_of_a_leave_are_made_and_the_request_follows_them)
{
    const auto unit = create({"unit", "name=县水利局"});
    const auto person = create({"person", "name=张桂山"});
    create({"posting", "person=" + person, "unit=" + unit, "place=桃江县政务服务中心",
        "source=sent", "from=2025-06-01"});
    const auto leave = create({"leave", "person=" + person, "kind=annual", "from=2026-01-12",
        "to=2026-01-13", "days=2", "state=requested"});
    const auto lines = ask({"make-lines", "leave", leave});
    BOOST_TEST(lines.at("lines").as_array().size() == 2u);
    BOOST_TEST(lines.at("list").as_string() == "窗口首席事务代表 → 中心分管领导");
    const auto steps = ask({"list", "approval"}).at("records").as_array();
    BOOST_REQUIRE(steps.size() == 2u);
    for (const auto& step : steps)
        BOOST_TEST(on_file({"set", "approval", std::string(step.at("id").as_string()),
                               "decision=agree", "day=2026-01-01"})
                       .exit
            == 0);
    BOOST_TEST(ask({"get", "leave", leave}).at("record").at("state").as_string() == "agreed");
    BOOST_TEST(on_file({"undo"}).exit == 0);
    BOOST_TEST(ask({"get", "leave", leave}).at("record").at("state").as_string() == "requested");
    BOOST_TEST(ask({"add-shipped", "chain_step"}).at("changed").as_bool());
}

BOOST_AUTO_TEST_SUITE_END()

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

    const auto made = ask({"make-lines", "inspection", inspection});
    BOOST_TEST(made.at("done").as_bool());
    BOOST_TEST(made.at("list").as_string() == "清廉大厅自查清单");
    const auto count = static_cast<std::int64_t>(made.at("lines").as_array().size());
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
    const auto made = ask({"make-lines", "inspection", inspection, "--list", "大厅日常巡查清单"});
    BOOST_TEST(made.at("list").as_string() == "大厅日常巡查清单");

    const auto none = on_file(
        {"--lang", "zh_CN", "make-lines", "inspection", inspection, "--list", "没有的清单"});
    BOOST_TEST(none.exit == 1);
    BOOST_TEST(none.err.find("没有名为“没有的清单”的清单") != std::string::npos, none.err);
    BOOST_TEST(on_file({"make-lines", "place", "桃江县政务服务中心"}).exit == 2);
    BOOST_TEST(on_file({"add-shipped", "person"}).exit == 2);
}

BOOST_AUTO_TEST_SUITE_END()

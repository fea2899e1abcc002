// Methods, periods, the ledger and scores from the command line.
#include "tests/support/hallctl.h"

using namespace tests;

namespace {

struct Assessing : HallctlWithFile {
    Assessing()
    {
        const auto unit = create({"unit", "name=县水利局"});
        person = create({"person", "name=张桂山"});
        create({"posting", "person=" + person, "unit=" + unit, "place=桃江县政务服务中心",
            "source=sent", "from=2024-06-01"});
    }

    std::string person;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_assessment_test, Assessing)

BOOST_AUTO_TEST_CASE(a_month_goes_from_its_method_to_its_bulletin)
{
    BOOST_TEST(ask({"method", "import", "cangnan-2019"}).at("done").as_bool());
    BOOST_TEST(ask({"period", "open", "cangnan-2019", "2025-10"}).at("done").as_bool());
    BOOST_TEST(on_file({"period", "open", "cangnan-2019", "2025-10"}).exit == 1);
    const auto late = ask({"ledger", "add", "cangnan-2019", "1.1", "张桂山", "--day", "2025-10-13",
        "--minutes", "8", "--evidence", "监控"});
    BOOST_TEST(late.at("done").as_bool());
    ask({"create", "attendance_day", "person=" + person, "day=2025-10-14", "state=missed"});
    BOOST_TEST(ask({"period", "collect", "2025-10"}).at("changed").as_bool());

    const auto score = ask({"score", "2025-10", "--object", "staff"});
    const auto& line = score.at("kinds").as_array().at(0).at("ranking").as_array().at(0);
    BOOST_TEST(line.at("score").as_string() == "97.00");
    BOOST_TEST(!score.at("locked").as_bool());
    const auto explained = ask({"explain", "score", "2025-10", "张桂山"});
    const auto& steps = explained.at("score").at("steps").as_array();
    BOOST_TEST(steps.size() >= 2U);

    BOOST_TEST(on_file({"period", "lock", "2025-10"}).exit == 1);
    for (const auto* move : {"draft", "notice"})
        BOOST_TEST(ask({"period", move, "2025-10", "--on", "2025-11-03"}).at("done").as_bool());
    BOOST_TEST(ask({"period", "public", "2025-10", "--on", "2025-11-12"}).at("done").as_bool());
    BOOST_TEST(ask({"period", "lock", "2025-10"}).at("done").as_bool());
    BOOST_TEST(
        on_file({"ledger", "add", "cangnan-2019", "1.2", "张桂山", "--day", "2025-10-20"}).exit
        == 1);
    BOOST_TEST(ask({"period", "publish", "2025-10", "--document", "桃政管〔2025〕11号"})
                   .at("done")
                   .as_bool());
    const auto locked = ask({"score", "2025-10"});
    BOOST_TEST(locked.at("locked").as_bool());
    const auto periods = ask({"period", "list"}).at("periods").as_array();
    BOOST_TEST(periods.at(0).at("state").as_string() == "published");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said_with_the_way_out)
{
    const auto none = on_file({"--lang", "zh_CN", "score", "2025-10"});
    BOOST_TEST(none.exit == 1);
    BOOST_TEST(none.err.find("尚未开启") != std::string::npos, none.err);
    BOOST_TEST(on_file({"score", "十月"}).exit == 1);
    BOOST_TEST(on_file({"period", "close", "2025-10"}).exit == 2);
    ask({"method", "import", "cangnan-2019"});
    const auto rule =
        on_file({"--lang", "zh_CN", "ledger", "add", "cangnan-2019", "9.9", "张桂山"});
    BOOST_TEST(rule.exit == 1);
    BOOST_TEST(rule.err.find("没有条款 9.9") != std::string::npos, rule.err);
}

BOOST_AUTO_TEST_SUITE_END()

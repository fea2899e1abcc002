// The overview from the command line.
#include "tests/support/hallctl.h"

#include <fstream>
#include <sstream>

using namespace tests;

namespace {

struct WithWindows : HallctlWithFile {
    WithWindows()
    {
        create({"window", "number=A01", "types=general", "status=open"});
        create({"window", "number=A02", "types=general,one_thing", "status=open"});
        create({"window", "number=A03", "types=general", "status=closed"});
    }

    static boost::json::object chart(const boost::json::object& answer, std::string_view name)
    {
        for (const auto& each : answer.at("charts").as_array())
            if (each.at("name").as_string() == name)
                return each.as_object();
        BOOST_FAIL("No chart " << name);
        return {};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_dashboard_test, WithWindows)

BOOST_AUTO_TEST_CASE(each_number_brings_the_filter_that_lists_its_records)
{
    const auto answer = ask({"dashboard"});
    BOOST_TEST(answer.at("charts").as_array().size() == 14u);
    BOOST_TEST(answer.at("left_out").as_array().empty());
    for (const auto* name : {"windows_by_state", "windows_by_kind"}) {
        const auto drawn = chart(answer, name);
        for (const auto& head : drawn.at("heads").as_array())
            for (const auto& mark : head.at("marks").as_array()) {
                const std::string where(mark.at("where").as_string());
                const auto listed = ask({"list", "window", "--where", where});
                BOOST_TEST(listed.at("total").as_int64() == mark.at("records").as_int64(), where);
                BOOST_TEST(mark.at("figure").as_int64() == mark.at("records").as_int64());
            }
    }
    BOOST_TEST(chart(answer, "windows_by_kind").at("heads").as_array().size() == 2u);
    BOOST_TEST(!chart(answer, "staff_by_source").at("empty").as_string().empty());
    const auto tiles = chart(answer, "outlets_by_township");
    BOOST_TEST(tiles.at("share").at("part").as_int64() == 0);
    BOOST_TEST(tiles.at("share").at("whole").as_int64() > 100);
}

BOOST_AUTO_TEST_CASE(one_chart_is_printed_and_written_to_a_sheet)
{
    const auto printed = on_file({"--lang", "zh_CN", "dashboard", "--chart", "windows_by_state"});
    BOOST_TEST(printed.exit == 0, printed.err);
    BOOST_TEST(printed.out.find("窗口（按状态）") != std::string::npos, printed.out);
    BOOST_TEST(printed.out.find("启用") != std::string::npos, printed.out);
    BOOST_TEST(printed.out.find("在用窗口") == std::string::npos, printed.out);

    const auto written = on_file(
        {"--lang", "zh_CN", "dashboard", "--chart", "窗口（按状态）", "--out", file("概览.csv")});
    BOOST_TEST(written.exit == 0, written.err);
    std::ifstream sheet(file("概览.csv"), std::ios::binary);
    std::stringstream text;
    text << sheet.rdbuf();
    BOOST_TEST(text.str().find("窗口（按状态）,启用,窗口,2") != std::string::npos, text.str());
    const auto log = on_file({"--json", "audit", "--what", "export"}).out;
    BOOST_TEST(log.find("概览.csv") != std::string::npos, log);
}

BOOST_AUTO_TEST_CASE(what_is_no_chart_is_wrong_usage_and_named)
{
    const auto ran = on_file({"--lang", "zh_CN", "dashboard", "--chart", "nothing"});
    BOOST_TEST(ran.exit == 2);
    BOOST_TEST(ran.err.find("windows_by_state") != std::string::npos, ran.err);
    BOOST_TEST(on_file({"dashboard", "--out", "table.doc"}).exit == 2);
}

BOOST_AUTO_TEST_SUITE_END()

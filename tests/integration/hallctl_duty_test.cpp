#include "tests/support/hallctl.h"

namespace {

struct WithStaff : tests::HallctlWithFile {
    WithStaff()
    {
        for (const auto* name : {"张桂山", "文国强", "单雪梅"})
            create({"person", std::string("name=") + name});
    }

    std::int64_t duties() const { return ask({"list", "roster"}).at("total").as_int64(); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(hallctl_duty_test)

BOOST_FIXTURE_TEST_CASE(a_roster_is_filled_by_turn_shown_and_taken_back, WithStaff)
{
    const std::vector<std::string> fill{"fill-roster", "--kind", "值班长", "--people",
        "张桂山,文国强,单雪梅", "--from", "2026-01-05", "--to", "2026-01-09", "--times",
        "9:00-17:00"};
    auto dry = fill;
    dry.emplace_back("--dry-run");
    const auto planned = ask(dry);
    BOOST_TEST(planned.at("planned").as_int64() == 5);
    BOOST_TEST(planned.at("made").as_int64() == 0);
    BOOST_TEST(duties() == 0);

    const auto filled = ask(fill);
    BOOST_TEST(filled.at("made").as_int64() == 5);
    BOOST_TEST(filled.at("days").as_array()[3].at("name").as_string() == "张桂山");
    BOOST_TEST(duties() == 5);

    const auto week = ask({"duty-roster", "--week", "2026-01-07"});
    BOOST_TEST(week.at("monday").as_string() == "2026-01-05");
    const auto& line = week.at("lines").as_array()[0];
    BOOST_TEST(line.at("kind").as_string() == "hall_leader");
    const auto& monday = line.at("days").as_array()[0].as_array()[0];
    BOOST_TEST(monday.at("name").as_string() == "张桂山");
    BOOST_TEST(monday.at("from").as_string() == "09:00");

    const auto text = on_file({"--lang", "zh_CN", "duty-roster", "--week", "2026-01-07"});
    BOOST_TEST(text.exit == 0);
    BOOST_TEST(text.out.find("星期一 01-05") != std::string::npos, text.out);

    ask({"undo"});
    BOOST_TEST(duties() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_cell_is_set_and_emptied_and_the_week_goes_into_a_sheet, WithStaff)
{
    const auto set =
        ask({"duty-roster", "--week", "2026-01-05", "--set", "2026-01-06:guide=张桂山,文国强"});
    BOOST_TEST(set.at("changed").as_bool());
    BOOST_TEST(duties() == 2);
    const auto path = file("周表.csv");
    BOOST_TEST(on_file({"duty-roster", "--week", "2026-01-05", "--out", path}).exit == 0);
    BOOST_TEST(std::filesystem::exists(model::path_of(path)));
    ask({"duty-roster", "--set", "2026-01-06:guide="});
    BOOST_TEST(duties() == 0);
    BOOST_TEST(on_file({"duty-roster", "--set", "2026-01-06:guide"}).exit == 2);
    BOOST_TEST(on_file({"duty-roster", "--set", "2026-01-06:dancing=张桂山"}).exit == 2);
    BOOST_TEST(on_file({"fill-roster", "--from", "2026-01-05"}).exit == 2);
}

BOOST_AUTO_TEST_SUITE_END()

#include "tests/support/files.h"
#include "tests/support/hallctl.h"

namespace {

/// A hall of two people and their clock file of a past week.
struct WithClock : tests::HallctlWithFile {
    WithClock()
    {
        for (const auto& [name, badge] : {std::pair{"张桂山", "12"}, {"文国强", "13"}})
            create({"person", std::string("name=") + name, std::string("badge=") + badge});
        tests::write_file(file("打卡.csv"),
            "工号,姓名,打卡时间\n"
            "12,张桂山,2025-12-08 09:25\n12,张桂山,2025-12-08 17:02\n"
            "13,文国强,2025-12-08 08:50\n13,文国强,2025-12-08 17:05\n");
    }

    std::int64_t entered() const { return ask({"list", "attendance_day"}).at("total").as_int64(); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(hallctl_clock_test)

BOOST_FIXTURE_TEST_CASE(a_clock_file_is_looked_at_taken_in_and_taken_back, WithClock)
{
    const auto looked = ask({"import-clock", file("打卡.csv"), "--dry-run"});
    BOOST_TEST(looked.at("layout").as_string() == "punches");
    BOOST_TEST(looked.at("new").as_int64() == 1);
    BOOST_TEST(looked.at("plain").as_int64() == 1);
    BOOST_TEST(looked.at("run").is_null());
    const auto& day = looked.at("days").as_array().at(0).as_object();
    BOOST_TEST(day.at("name").as_string() == "张桂山");
    BOOST_TEST(day.at("clock").as_string() == "late");
    BOOST_TEST(day.at("minutes").as_int64() == 25);
    BOOST_TEST(entered() == 0);

    const auto taken = ask({"import-clock", file("打卡.csv")});
    BOOST_TEST(taken.at("run").as_int64() > 0);
    BOOST_TEST(entered() == 1);
    BOOST_TEST(ask({"import-clock", file("打卡.csv")}).at("run").is_null());
    BOOST_TEST(on_file({"unimport", std::to_string(taken.at("run").as_int64())}).exit == 0);
    BOOST_TEST(entered() == 0);
}

BOOST_FIXTURE_TEST_CASE(differences_are_listed_and_decided, WithClock)
{
    create(
        {"attendance_day", "person=张桂山", "day=2025-12-08", "state=absent", "source=roll_call"});
    ask({"import-clock", file("打卡.csv")});
    const auto found = ask({"clock-differences"}).at("differences").as_array();
    BOOST_REQUIRE(found.size() == 1u);
    const auto& one = found[0].as_object();
    BOOST_TEST(one.at("clock").as_string() == "late");
    BOOST_TEST(one.at("entered").as_string() == "absent");
    BOOST_TEST(one.at("counts").as_string() == "absent");
    const auto id = text(one, "id");
    BOOST_TEST(on_file({"decide-clock", id}).exit == 2);

    BOOST_TEST(ask({"decide-clock", id, "--by", "clock"}).at("done").as_bool());
    BOOST_TEST(ask({"clock-differences"}).at("differences").as_array().empty());
    const auto entry = record("attendance_day", id);
    BOOST_TEST(entry.at("state").as_string() == "late");
    BOOST_TEST(entry.at("source").as_string() == "clock");
    BOOST_TEST(entry.at("call_state").as_string() == "absent");
    BOOST_TEST(ask({"clock-differences", "--all"}).at("differences").as_array().size() == 1u);
}

BOOST_FIXTURE_TEST_CASE(who_is_not_known_is_named_and_can_be_said, WithClock)
{
    const auto path = tests::write_file(
        file("月底.csv"), "谁,何时\n老张,2025-12-08 09:25\n老张,2025-12-08 17:02\n")
                          .string();
    BOOST_TEST(on_file({"import-clock", path}).exit == 1);
    const std::vector<std::string> layout{"--layout", "谁=name,何时=when"};
    const auto refused = on_file({"--lang", "zh_CN", "import-clock", path, layout[0], layout[1]});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.out.find("老张") != std::string::npos, refused.out);
    BOOST_TEST(entered() == 0);
    ask({"import-clock", path, layout[0], layout[1], "--people", "老张=张桂山"});
    BOOST_TEST(entered() == 1);
    // The layout and who is who are remembered.
    BOOST_TEST(ask({"import-clock", path}).at("remembered").as_bool());
    BOOST_TEST(on_file({"import-clock", path, "--layout", "谁=somebody"}).exit == 2);
    BOOST_TEST(on_file({"import-clock", path, "--month", "soon"}).exit == 2);
}

BOOST_AUTO_TEST_SUITE_END()

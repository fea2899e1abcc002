#include "tests/support/hallctl.h"

namespace {

/// A hall of two windows, both with somebody.
struct WithHall : tests::HallctlWithFile {
    WithHall()
    {
        for (const auto* name : {"张桂山", "文国强"})
            create({"person", std::string("name=") + name});
        seat("A10", "张桂山");
        seat("A2", "文国强");
    }

    void seat(const std::string& number, const std::string& name) const
    {
        create({"window", "number=" + number, "place=桃江县政务服务中心", "status=open"});
        create({"window_staff", "window=" + number, "person=" + name, "slot=A"});
    }

    std::int64_t entered(const char* entity) const
    {
        return ask({"list", entity}).at("total").as_int64();
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(hallctl_roll_call_test)

BOOST_FIXTURE_TEST_CASE(the_hall_is_shown_marked_saved_and_taken_back, WithHall)
{
    const auto shown = ask({"roll-call"});
    BOOST_TEST(shown.at("expected").as_int64() == 2);
    BOOST_TEST(shown.at("saved").as_bool() == false);
    const auto& rows = shown.at("rows").as_array();
    BOOST_REQUIRE(rows.size() == 2u);
    BOOST_TEST(rows[0].at("window").as_string() == "A2");
    BOOST_TEST(rows[0].at("lacks_b").as_bool());
    BOOST_TEST(entered("roll_call") == 0);

    const auto saved = ask({"roll-call", "--mark", "张桂山=late:12,文国强=请假@张桂山"});
    BOOST_TEST(saved.at("saved").as_bool());
    BOOST_TEST(saved.at("present").as_int64() == 1);
    const auto& marked = saved.at("rows").as_array();
    BOOST_TEST(marked[0].at("state").as_string() == "leave");
    BOOST_TEST(marked[0].at("cover").as_string() == "张桂山");
    BOOST_TEST(marked[0].at("also_at").as_string() == "A10");
    BOOST_TEST(marked[1].at("minutes").as_int64() == 12);
    BOOST_TEST(entered("attendance_day") == 2);

    const auto text = on_file({"--lang", "zh_CN", "roll-call", "--mark", "张桂山=present"});
    BOOST_TEST(text.exit == 0);
    BOOST_TEST(text.out.find("应到 2 人") != std::string::npos, text.out);
    BOOST_TEST(entered("attendance_day") == 2);
    BOOST_TEST(entered("roll_call") == 1);

    ask({"undo"});
    ask({"undo"});
    BOOST_TEST(entered("attendance_day") == 0);
    BOOST_TEST(entered("roll_call") == 0);
}

BOOST_FIXTURE_TEST_CASE(marks_that_cannot_be_understood_write_nothing, WithHall)
{
    for (const auto* mark : {"张桂山", "张桂山=asleep", "张桂山=late:soon"})
        BOOST_TEST(on_file({"roll-call", "--mark", mark}).exit == 2, mark);
    BOOST_TEST(on_file({"roll-call", "--mark", "仇志远=late"}).exit == 1);
    BOOST_TEST(on_file({"roll-call", "--day", "someday"}).exit == 2);
    BOOST_TEST(entered("roll_call") == 0);
}

BOOST_AUTO_TEST_SUITE_END()

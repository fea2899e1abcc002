// The hall plan from the command line.
#include "tests/support/hallctl.h"

#include <fstream>

using namespace tests;

namespace {

struct WithHall : HallctlWithFile {
    WithHall()
    {
        create({"place", "name=中心大厅", "type=hall", "region=430922"});
        for (const auto* number : {"A01", "A02", "A03"})
            create({"window", std::string("number=") + number, "place=中心大厅", "status=open"});
    }

    boost::json::object plan(std::vector<std::string> words = {}) const
    {
        words.insert(words.begin(), {"hall-plan", "--place", "中心大厅"});
        return ask(words);
    }

    static std::int64_t placed(const boost::json::object& plan)
    {
        std::int64_t count = 0;
        for (const auto& each : plan.at("windows").as_array())
            count += each.as_object().contains("area");
        return count;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_hall_plan_test, WithHall)

BOOST_AUTO_TEST_CASE(windows_are_put_arranged_taken_off_and_undone)
{
    const auto before = plan();
    BOOST_TEST(before.at("windows").as_array().size() == 3u);
    BOOST_TEST(placed(before) == 0);
    BOOST_TEST(before.at("windows").at(0).at("states").at(0).as_string() == "unmanned");

    const auto put = plan({"--put", "A02=20,40,90,110"});
    BOOST_TEST(put.at("windows").at(1).at("area").at("y").as_int64() == 40);
    BOOST_TEST(placed(plan({"--arrange"})) == 3);
    BOOST_TEST(placed(plan({"--off", "A01"})) == 2);
    ask({"undo"});
    BOOST_TEST(placed(plan()) == 3);
    ask({"undo"});
    BOOST_TEST(placed(plan()) == 1);
}

BOOST_AUTO_TEST_CASE(a_picture_of_the_floor_is_laid_under_it_and_told)
{
    using namespace std::string_literals;
    const auto path = file("平面图.png");
    std::ofstream(path, std::ios::binary)
        << "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x28\0\0\0\x20\x08\x02\0\0\0"s;
    BOOST_TEST(plan().at("picture").is_null());
    const auto laid = plan({"--picture", path});
    BOOST_TEST(laid.at("picture").at("title").as_string() == "平面图.png");
    BOOST_TEST(laid.at("picture").at("is_here").as_bool());
    BOOST_TEST(plan({"--no-picture"}).at("picture").is_null());
    ask({"undo"});
    BOOST_TEST(!plan().at("picture").is_null());
    std::ofstream(path, std::ios::binary) << "GIF89a";
    BOOST_TEST(on_file({"hall-plan", "--place", "中心大厅", "--picture", path}).exit == 1);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_put_there_says_why)
{
    const auto outside = on_file(
        {"--lang", "zh_CN", "hall-plan", "--place", "中心大厅", "--put", "A01=950,0,90,110"});
    BOOST_TEST(outside.exit == 1);
    BOOST_TEST(outside.err.find("大厅外面") != std::string::npos, outside.err);
    for (const auto* word : {"A01", "A01=1,2,3", "A01=a,b,c,d", "B07=1,2,90,110"})
        BOOST_TEST(on_file({"hall-plan", "--place", "中心大厅", "--put", word}).exit == 2, word);
    BOOST_TEST(on_file({"hall-plan", "--place", "中心大厅", "--off", "A01"}).exit == 2);
}

BOOST_AUTO_TEST_SUITE_END()

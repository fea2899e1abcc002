#include "tests/support/hallctl.h"
#include "tests/support/server_process.h"

using namespace model;

namespace {

/// The desk of the hall office, whose founder may do everything, and a township's laptop.
struct WithDesk {
    WithDesk()
    {
        join(desk, "agency", "430922");
        join(laptop, "outlet", "430922101");
        number = std::to_string(
            desk.ask({"devices"}).at("devices").as_array().at(1).at("device").as_int64());
    }

    void join(const tests::HallctlWithFile& at, const std::string& role, const std::string& scope)
    {
        SystemFiles files;
        write_join(files, at.file("county.join"), server.new_code(role, scope));
        at.ask({"enrol", "--join", at.file("county.join"), "--sure"});
        at.on_file({"sync"}); // what lies outside a township is refused
    }

    tests::ServerProcess server;
    tests::HallctlWithFile desk;
    tests::HallctlWithFile laptop;
    std::string number;
};

} // namespace

BOOST_AUTO_TEST_SUITE(hallctl_device_test)

BOOST_FIXTURE_TEST_CASE(a_desk_reports_a_laptop_lost_and_hears_that_it_is_purged, WithDesk)
{
    BOOST_TEST(desk.on_file({"device", "lost", number}).exit == 2); // why?
    BOOST_TEST(desk.on_file({"device", "burn", number, "--reason", "x"}).exit == 2);
    const auto lost = desk.ask({"device", "lost", number, "--reason", "落在班车上"});
    BOOST_TEST(lost.at("state").as_string() == "lost");
    const auto shown = desk.on_file({"devices"}).out;
    for (const auto* word : {"已报失，待清除", "李文员", "使用中"})
        BOOST_TEST(shown.find(word) != std::string::npos, shown);

    BOOST_TEST(laptop.on_file({"sync"}).exit == 1);
    SystemFiles files;
    BOOST_TEST(!files.exists(laptop.file("hall.db")));
    const auto listed = desk.ask({"devices"}).at("devices").as_array().at(1);
    BOOST_TEST(listed.at("state").as_string() == "purged");
    BOOST_TEST(listed.at("reason").as_string() == "落在班车上");
    const auto undone = desk.on_file({"device", "found", number, "--reason", "找到了"});
    BOOST_TEST(undone.exit == 1);
    BOOST_TEST(undone.err.find("已经清除") != std::string::npos, undone.err);
    const auto log = desk.on_file({"audit"}).out;
    BOOST_TEST(log.find("落在班车上") != std::string::npos, log);
    BOOST_TEST(server.command({"audit"}).out.find("落在班车上") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_township_manages_no_computers, WithDesk)
{
    const auto run = laptop.on_file({"devices"});
    BOOST_TEST(run.exit == 1);
    BOOST_TEST(run.err.find("县政务服务中心的电脑") != std::string::npos, run.err);
}

BOOST_FIXTURE_TEST_CASE(without_the_county_one_sentence_says_so, WithDesk)
{
    server.kill();
    const auto run = desk.on_file({"device", "lost", number, "--reason", "丢失"});
    BOOST_TEST(run.exit == 1);
    BOOST_TEST(!run.err.empty());
    server.start();
    BOOST_TEST(
        desk.ask({"devices"}).at("devices").as_array().at(1).at("state").as_string() == "in_use");
}

BOOST_AUTO_TEST_SUITE_END()

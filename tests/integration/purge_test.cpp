#include "model/custody/purge.h"

#include "model/custody/custody.h"
#include "model/entities/catalog.h"
#include "tests/support/hallctl.h"
#include "tests/support/server_process.h"

#include <boost/json/parse.hpp>

#include <chrono>
#include <fstream>
#include <thread>

using namespace model;
namespace json = boost::json;
namespace fs = std::filesystem;

namespace {

/// A county server and a laptop that has joined it and is about to be lost.
struct WithLaptop {
    WithLaptop()
    {
        SystemFiles files;
        write_join(files, laptop.file("county.join"), server.new_code("agency", "430922"));
        number = std::to_string(
            laptop.ask({"enrol", "--join", laptop.file("county.join")}).at("device").as_int64());
        laptop.create({"person", "name=张桂山", "phone=13800000000"});
        laptop.ask({"sync"});
        laptop.ask({"backup"});
    }

    json::object device()
    {
        const auto listed = json::parse(server.command({"devices"}).out).as_object();
        return listed.at("devices").as_array().at(0).as_object();
    }

    void report_lost()
    {
        const auto told = server.command({"revoke", number, "--lost", "--reason", "落在班车上",
            "--contact", "信息股 0737-8880000"});
        BOOST_TEST(told.exit == 0, told.err);
    }

    std::vector<std::string> left()
    {
        std::vector<std::string> names;
        for (const auto& each : fs::recursive_directory_iterator(fs::path(laptop.file(""))))
            if (each.is_regular_file())
                names.push_back(each.path().filename().string());
        std::ranges::sort(names);
        return names;
    }

    tests::ServerProcess server;
    tests::HallctlWithFile laptop;
    std::string number;
};

const std::vector<std::string> not_data{"county.join"};

} // namespace

BOOST_AUTO_TEST_SUITE(purge_test)

BOOST_FIXTURE_TEST_CASE(a_lost_laptop_is_purged_when_it_calls_and_the_county_knows, WithLaptop)
{
    BOOST_TEST(device().at("state").as_string() == "in_use");
    BOOST_TEST(device().at("joined_by").as_string() == "李文员");
    BOOST_TEST(left().size() > 3); // with the backup
    report_lost();
    BOOST_TEST(device().at("state").as_string() == "lost");
    laptop.create({"person", "name=不该收下"});

    const auto run = laptop.on_file({"sync"});
    BOOST_TEST(run.exit == 1);
    BOOST_TEST(run.err.find("报失") != std::string::npos, run.err);
    BOOST_TEST(run.err.find("信息股 0737-8880000") != std::string::npos, run.err);
    BOOST_TEST(left() == not_data, boost::test_tools::per_element());

    BOOST_TEST(device().at("state").as_string() == "purged");
    BOOST_TEST(device().at("purged").is_string());
    BOOST_TEST(device().at("reason").as_string() == "落在班车上");
    const auto log = server.command({"audit"}).out;
    for (const auto* what : {"device_lost", "request_refused", "device_purged"})
        BOOST_TEST(log.find(what) != std::string::npos, log);
    BOOST_TEST(server.command({"revoke", number, "--found"}).exit == 1);
}

BOOST_FIXTURE_TEST_CASE(whatever_it_asks_of_the_county_a_lost_laptop_is_purged, WithLaptop)
{
    report_lost();
    BOOST_TEST(laptop.on_file({"devices"}).exit == 1);
    BOOST_TEST(left() == not_data, boost::test_tools::per_element());
    BOOST_TEST(device().at("state").as_string() == "purged");
}

BOOST_FIXTURE_TEST_CASE(a_revoked_device_keeps_its_data, WithLaptop)
{
    const auto before = left();
    BOOST_TEST(server.command({"revoke", number}).exit == 0);
    const auto run = laptop.on_file({"sync"});
    BOOST_TEST(run.exit == 1);
    BOOST_TEST(run.err.find("注销") != std::string::npos, run.err);
    BOOST_TEST(left() == before, boost::test_tools::per_element());
    BOOST_TEST(laptop.ask({"list", "person"}).at("records").as_array().size() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_laptop_that_turns_up_again_goes_on, WithLaptop)
{
    report_lost();
    BOOST_TEST(server.command({"revoke", number, "--lost", "--found"}).exit == 2);
    BOOST_TEST(server.command({"revoke", number, "--found"}).exit == 0);
    laptop.ask({"sync"});
}

BOOST_FIXTURE_TEST_CASE(a_laptop_that_is_killed_in_the_middle_goes_on_at_the_next_start, WithLaptop)
{
    // So much to destroy that there is a middle.
    for (int copy = 1; copy <= 12; ++copy) {
        const auto aside = laptop.file("hall.before-restore-" + std::to_string(copy) + ".db");
        std::ofstream out(aside, std::ios::binary);
        const std::string megabytes(16U << 20U, 'x');
        out << megabytes;
    }
    report_lost();
    const std::map<std::string, std::string> set{
        {"HALLKEEPER_PASSPHRASE", tests::Hallctl::passphrase}, {"LC_ALL", "C"}};
    Poco::Pipe out;
    const Poco::Process::Env env(set.begin(), set.end());
    auto process = Poco::Process::launch(tests::bin_dir() + "/hallctl",
        {"--db", laptop.file("hall.db"), "sync"}, laptop.file(""), nullptr, &out, &out, env);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (fs::exists(laptop.file("hall.db")) && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    Poco::Process::kill(process);
    process.wait();

    BOOST_TEST(fs::exists(laptop.file("hall.db.purge")));
    BOOST_TEST(left().size() > 2); // it was the middle
    BOOST_TEST(device().at("state").as_string() == "lost");
    const auto run = laptop.on_file({"list", "person"});
    BOOST_TEST(run.exit == 1);
    BOOST_TEST(run.err.find("信息股 0737-8880000") != std::string::npos, run.err);
    BOOST_TEST(left() == not_data, boost::test_tools::per_element());
    BOOST_TEST(device().at("state").as_string() == "purged");
}

BOOST_FIXTURE_TEST_CASE(a_county_that_is_away_at_the_end_is_told_later, WithLaptop)
{
    report_lost();
    SystemFiles files;
    SystemClock clock;
    SystemRandom random;
    const auto path = laptop.file("hall.db");
    const auto open = KeyFile::load(files, path).unlock({}, tests::Hallctl::passphrase);
    {
        Database db(path, open.key);
        RecordStore store(db, hall_catalog(), clock, random);
        try {
            sync_in_custody(store, open.key);
            BOOST_FAIL("no order");
        } catch (const PurgeOrdered& order) {
            begin_purge(files, store, open.key, order);
        }
    }
    server.kill();
    finish_purge(files, path);
    BOOST_TEST(!files.exists(path));
    BOOST_TEST(purge_under_way(files, path).has_value());
    BOOST_TEST(laptop.on_file({"sync"}).exit == 1);
    BOOST_TEST(purge_under_way(files, path).has_value());
    server.start();
    BOOST_TEST(device().at("state").as_string() == "lost");
    BOOST_TEST(laptop.on_file({"sync"}).exit == 1);
    BOOST_TEST(!purge_under_way(files, path).has_value());
    BOOST_TEST(device().at("state").as_string() == "purged");
}

BOOST_AUTO_TEST_SUITE_END()

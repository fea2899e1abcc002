#include "app/server/data_folder.h"
#include "model/base/error.h"
#include "model/sync/connect.h"
#include "model/sync/hub.h"
#include "tests/support/files.h"
#include "tests/support/office.h"
#include "tests/support/print.h"
#include "tests/support/server_commands.h"

#include <chrono>
#include <filesystem>
#include <thread>

using namespace model;
using tests::has;
using tests::run_server;
namespace fs = std::filesystem;
namespace json = boost::json;

BOOST_FIXTURE_TEST_SUITE(server_backup_test, tests::WithServer)

BOOST_AUTO_TEST_CASE(a_server_starts_from_its_backup_and_its_devices_know_it)
{
    tests::Office hall;
    enrol_with(hall.store, server.new_code("agency", "430922"));
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    sync_now(hall.store);

    const auto copy = server.folder().file("copy");
    const auto done = answer({"backup", copy});
    BOOST_TEST(done.at("records").as_int64() == 1);
    BOOST_TEST(server.command({"backup", copy}).exit == 1); // never over something
    BOOST_TEST(!fs::exists(copy + ".unfinished"));

    server.kill();
    fs::remove_all(server.data());
    fs::rename(copy, server.data());
    server.start();
    const auto epoch = Replica(hall.store).hello().epoch;
    hall.change(unit, "phone", "0737-8880110");
    const auto result = sync_now(hall.store);
    BOOST_TEST(result.pushed == 1);
    BOOST_TEST(result.repaired == 0);
    BOOST_TEST(Replica(hall.store).hello().epoch != epoch); // so that they know
    tests::Office fresh("430922", 2);
    enrol_with(fresh.store, server.new_code("agency", "430922"));
    sync_now(fresh.store);
    BOOST_TEST(fresh.text(unit, "phone") == "0737-8880110");
}

BOOST_AUTO_TEST_CASE(a_backup_is_verified_beside_the_server_and_every_changed_byte_is_told)
{
    const auto copy = server.folder().file("copy");
    const auto made = answer({"backup", copy});
    const auto good = run_server({"verify", copy, "--json"});
    BOOST_TEST(good.exit == 0);
    BOOST_TEST(has(good.out, std::string(made.at("digest").as_string())));
    for (const auto& entry : fs::directory_iterator(copy)) // one file without a log, and a note
        BOOST_TEST(!has(entry.path().filename().string(), "-wal"));
    BOOST_TEST(fs::exists(copy + "/county.hall.json"));
    BOOST_TEST(has(server.command({"audit"}).out, "Backed up to " + copy));

    const auto data = copy + "/county.hall";
    const auto bytes = tests::bytes_of(data);
    auto changed = bytes;
    changed[7 * 4096 + 9] = static_cast<char>(changed[7 * 4096 + 9] ^ 1);
    tests::write_file(data, changed);
    BOOST_TEST(run_server({"verify", copy}).exit == 1);
    BOOST_TEST(has(run_server({"verify", copy}).err, "is damaged: take another one"));
    tests::write_file(data, bytes);
    BOOST_TEST(run_server({"verify", copy}).exit == 0);
    fs::copy_file(file("county.key"), copy + "/county.key", fs::copy_options::overwrite_existing);
    BOOST_TEST(run_server({"verify", copy}).exit == 0); // it is the same county
    fs::remove(copy + "/county.key");
    BOOST_TEST(run_server({"verify", copy}).exit == 1);
    BOOST_TEST(run_server({"verify"}).exit == 2);
}

BOOST_AUTO_TEST_CASE(a_server_backs_itself_up_every_day_where_something_changed)
{
    const auto folder = server.folder().file("daily");
    fs::create_directory(folder);
    const auto copies = [&] {
        std::vector<std::string> found;
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().extension() != ".unfinished")
                found.push_back(entry.path().string());
        return found;
    };
    const auto wait = [&](tests::ServerProcess& of, const std::string& word) {
        for (int i = 0; i < 600 && !has(of.log(), word); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        return has(of.log(), word);
    };
    {
        tests::ServerProcess daily({"--county", "430922", "--backup-folder", folder});
        BOOST_TEST(wait(daily, folder));
        BOOST_TEST_REQUIRE(copies().size() == 1U);
        BOOST_TEST(run_server({"verify", copies()[0]}).exit == 0);
        const auto checked = daily.command({"check"});
        BOOST_TEST(has(checked.out, R"("late":false)"));
        daily.kill();
        daily.start(); // the same day: nothing is due
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
        BOOST_TEST(copies().size() == 1U);
    }
    tests::ServerProcess away(
        {"--county", "430922", "--backup-folder", server.folder().file("no disk")});
    BOOST_TEST(wait(away, server.folder().file("no disk")));
    BOOST_TEST(has(away.command({"check"}).out, R"("late":true)"));
    BOOST_TEST(run_server({"--data", server.data(), "--backup-folder", file("within")}).exit == 2);
    // The folder a server works in is no copy, wherever it came from, and is never thinned out.
    const auto around = run_server({"--data", server.data(), "--backup-folder",
        fs::path(server.data()).parent_path().string()});
    BOOST_TEST(around.exit == 2);
    BOOST_TEST(has(around.err, "thinned out"));
    server.stop();
    fs::remove_all(server.data());
    fs::copy(copies()[0], server.data());
    BOOST_TEST(fs::exists(server.data() + "/county.hall.json"));
    server.start();
    BOOST_TEST(!fs::exists(server.data() + "/county.hall.json"));
}

BOOST_AUTO_TEST_SUITE_END()

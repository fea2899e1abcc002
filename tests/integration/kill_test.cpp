#include "tests/support/numbered_units.h"
#include "tests/support/temp_folder.h"
#include "tests/support/where.h"

#include <boost/test/unit_test.hpp>
#include <Poco/PipeStream.h>
#include <Poco/Process.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <thread>

using namespace model;

namespace {

const DataKey no_secret;

int cycles()
{
    const char* wanted = std::getenv("HALLKEEPER_KILLS");
    return wanted ? std::stoi(wanted) : 50;
}

/// The last number the child said was saved. It is killed some time after its first one.
int run_and_kill(const std::string& file, SeededRandom& random)
{
    Poco::Pipe out;
    auto child = Poco::Process::launch(tests::bin_dir() + "/integration_tests",
        {"--run_test=kill_test/save_until_killed", "--log_level=nothing", "--report_level=no", "--",
            file},
        nullptr, &out, nullptr);
    Poco::PipeInputStream said(out);
    int last = 0;
    bool is_told = false;
    std::thread killer;
    for (std::string line; std::getline(said, line) && !said.eof();) {
        if (line.empty() || line.find_first_not_of("0123456789") != std::string::npos)
            continue;
        last = std::stoi(line);
        if (!is_told) {
            const std::chrono::milliseconds pause(1 + random.below(50));
            killer = std::thread([&child, pause] {
                std::this_thread::sleep_for(pause);
                Poco::Process::kill(child);
            });
            is_told = true;
        }
    }
    if (killer.joinable())
        killer.join();
    child.wait();
    return last;
}

} // namespace

BOOST_AUTO_TEST_SUITE(kill_test)

/// Not a test of its own: what the child of the test below does.
BOOST_AUTO_TEST_CASE(save_until_killed, *boost::unit_test::disabled())
{
    const auto& suite = boost::unit_test::framework::master_test_suite();
    if (suite.argc != 2)
        return; // chosen with the whole suite, not by the parent
    Database db(suite.argv[1], no_secret);
    tests::NumberedUnits units(db);
    for (int n = units.last() + 1;; ++n) { // whether all is well is the parent's to see
        units.save(n);
        std::cout << n << std::endl;
    }
}

BOOST_AUTO_TEST_CASE(a_program_killed_at_any_moment_has_lost_nothing_it_said_was_saved)
{
    tests::TempFolder folder;
    const auto file = folder.file("hall.db");
    Database(file, no_secret, {.opening = Opening::fresh});
    SeededRandom random(static_cast<std::uint64_t>(std::time(nullptr)));
    int acknowledged = 0;
    int unsaid = 0; ///< steps that were saved, though the child did not live to say so
    for (int cycle = 0; cycle < cycles(); ++cycle) {
        const int said = run_and_kill(file, random);
        BOOST_TEST_REQUIRE(said > acknowledged, "the child saved nothing");
        acknowledged = said;

        Database db(file, no_secret);
        const int found = tests::NumberedUnits(db).count();
        BOOST_TEST_REQUIRE(found >= acknowledged);
        BOOST_TEST_REQUIRE(found <= acknowledged + 1);
        unsaid += found - acknowledged;
        acknowledged = found;
        if ((cycle + 1) % 100 == 0)
            std::cout << "kill -9: " << cycle + 1 << " so far, " << acknowledged
                      << " steps saved" << std::endl;
    }
    std::cout << "kill -9: " << cycles() << " times, " << acknowledged << " steps saved, "
              << unsaid << " of them not said yet, none lost, none in part\n";
}

BOOST_AUTO_TEST_SUITE_END()

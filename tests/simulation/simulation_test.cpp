#include "tests/simulation/simulation.h"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <cstdlib>
#include <iostream>

namespace {

using namespace std::chrono;

/// The seed to be run alone: `simulation_tests -- --seed N`, or in HALLKEEPER_SEED.
std::optional<std::uint64_t> wanted_seed()
{
    const auto& suite = boost::unit_test::framework::master_test_suite();
    for (int i = 1; i + 1 < suite.argc; ++i)
        if (std::string_view(suite.argv[i]) == "--seed")
            return std::stoull(suite.argv[i + 1]);
    const char* seed = std::getenv("HALLKEEPER_SEED");
    return seed ? std::optional<std::uint64_t>(std::stoull(seed)) : std::nullopt;
}

long long number_from(const char* variable, long long otherwise)
{
    const char* text = std::getenv(variable);
    return text ? std::stoll(text) : otherwise;
}

void show(std::uint64_t seed, const tests::Outcome& outcome)
{
    std::cout << "seed " << seed << ":\n";
    for (const auto& note : outcome.notes)
        std::cout << "  " << note << '\n';
    std::cout << "  " << (outcome.trouble.empty() ? "all is well" : outcome.trouble) << '\n';
}

} // namespace

BOOST_AUTO_TEST_SUITE(simulation_test)

BOOST_AUTO_TEST_CASE(no_seed_breaks_an_invariant)
{
    if (const auto seed = wanted_seed()) {
        const auto outcome = tests::run_seed(*seed);
        show(*seed, outcome);
        BOOST_TEST(outcome.trouble == "");
        return;
    }
    const auto seconds_to_run = seconds(number_from("HALLKEEPER_SIMULATION_SECONDS", 30));
    const auto first = static_cast<std::uint64_t>(number_from("HALLKEEPER_FIRST_SEED", 1));
    const auto end = steady_clock::now() + seconds_to_run;
    auto seed = first;
    const auto enough = number_from("HALLKEEPER_MOST_FAILURES", 3);
    int broken = 0;
    for (; steady_clock::now() < end && broken < enough; ++seed) {
        const auto outcome = tests::run_seed(seed);
        if (outcome.trouble.empty())
            continue;
        ++broken;
        show(seed, outcome);
        BOOST_ERROR("seed " << seed << ": " << outcome.trouble);
    }
    std::cout << "simulation: seeds " << first << " to " << seed - 1 << '\n';
    BOOST_TEST(seed - first >= 20);
}

BOOST_AUTO_TEST_CASE(a_seed_run_twice_does_the_same_twice)
{
    for (const std::uint64_t seed : {7, 10, 101}) {
        const auto once = tests::run_seed(seed);
        const auto twice = tests::run_seed(seed);
        BOOST_TEST(once.notes == twice.notes, boost::test_tools::per_element());
        BOOST_TEST((once.trace == twice.trace));
    }
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/sync/mutants.h"

#include "tests/simulation/simulation.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <iostream>

namespace {

using model::Mutant;

struct Named {
    Mutant mutant;
    const char* name;
};

std::ostream& operator<<(std::ostream& out, const Named& named)
{
    return out << named.name;
}

constexpr std::array all_mutants{
    Named{Mutant::no_base_check, "no_base_check"},
    Named{Mutant::no_ownership, "no_ownership"},
    Named{Mutant::ack_before_commit, "ack_before_commit"},
    Named{Mutant::forget_last_seq, "forget_last_seq"},
    Named{Mutant::forget_outbox_ack, "forget_outbox_ack"},
    Named{Mutant::cursor_too_far, "cursor_too_far"},
    Named{Mutant::drop_leave, "drop_leave"},
    Named{Mutant::loser_forgotten, "loser_forgotten"},
    Named{Mutant::pull_over_own_edit, "pull_over_own_edit"},
    Named{Mutant::delete_wins, "delete_wins"},
    Named{Mutant::no_clamp, "no_clamp"},
    Named{Mutant::county_is_right, "county_is_right"},
    Named{Mutant::seen_is_forgotten, "seen_is_forgotten"},
    Named{Mutant::again_is_doubted, "again_is_doubted"},
    Named{Mutant::decided_is_asked, "decided_is_asked"},
};

constexpr std::uint64_t most_seeds = 200;

/// The mistake as long as the object lives.
struct Making {
    explicit Making(Mutant mutant) { model::active_mutant = mutant; }
    ~Making() { model::active_mutant = Mutant::none; }
};

} // namespace

BOOST_AUTO_TEST_SUITE(mutants_test)

BOOST_DATA_TEST_CASE(the_simulation_notices_the_mistake, all_mutants, mistake)
{
    std::uint64_t seed = 0;
    tests::Outcome outcome;
    while (outcome.trouble.empty() && seed < most_seeds) {
        const Making making(mistake.mutant);
        outcome = tests::run_seed(++seed);
    }

    BOOST_TEST(tests::run_seed(seed).trouble == "", "the seed fails without the mistake, too");
    std::cout << mistake.name << ": seed " << seed << ", "
              << outcome.trouble.substr(0, outcome.trouble.find('\n')) << '\n';
    BOOST_TEST(outcome.trouble != "");
}

BOOST_AUTO_TEST_SUITE_END()

#pragma once

#include "tests/simulation/workload.h"

#include <iosfwd>

namespace tests {

struct HubView;

/// One seed from beginning to end.
class Simulation {
public:
    Simulation(std::uint64_t seed, bool on_disk) : world_(seed, on_disk), workload_(world_) {}

    /// Throws Violation; anything else that is thrown is a mistake in the program, too.
    void run();

    const Hash128& trace() const { return world_.trace; }
    const std::vector<std::string>& notes() const { return world_.notes; }

private:
    void join();
    void happen();
    void sync(Client& client, const Faults& faults);
    void settle();
    void something_of_a_user(Client& client);
    void something_with_a_file(Client& client);
    void something_with_clocks(Client& client);
    void something_with_the_county();
    void drop_what_nobody_has(const HubView& before);
    void clone(Client& client);
    Client& any_client();

    World world_;
    Workload workload_;
};

/// What came of a seed: nothing, or the sentence of what is wrong, with all that led to it.
struct Outcome {
    std::string trouble;
    Hash128 trace;
    std::vector<std::string> notes;
};

/// One of ten seeds runs on simulated disks.
Outcome run_seed(std::uint64_t seed);

} // namespace tests

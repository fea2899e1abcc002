#pragma once

#include "model/base/hash.h"
#include "model/entities/catalog.h"
#include "model/sync/hub_service.h"
#include "model/sync/joining.h"
#include "tests/simulation/ledger.h"
#include "tests/simulation/machine.h"

#include <deque>

namespace tests {

using namespace model;

/// An office's computer in the simulation.
struct Client {
    Client(int which, std::unique_ptr<Machine> computer, std::uint64_t seed)
        : number(which)
        , name("client " + std::to_string(which))
        , account{Uuid::named("account", name), name}
        , random(seed)
        , machine(std::move(computer))
    {
        open();
    }

    void open() { store.emplace(machine->db(), hall_catalog(), clock, random); }
    void restart(SeededRandom& chance);

    int number;
    std::string name;
    Account account;
    Org org;
    std::string region;
    ManualClock clock{0};
    bool clock_stands = false;
    SeededRandom random;
    std::unique_ptr<Machine> machine;
    std::optional<RecordStore> store;
    bool syncs = false; ///< just now

    Machine::Copy copy; ///< an older state of the file
    int copied_at = -1; ///< the event of that copy; -1: there is none
};

/// The county server in the simulation.
struct CountyHall {
    CountyHall(std::unique_ptr<Machine> computer, std::uint64_t seed);

    void open();
    void close();
    void restart(SeededRandom& chance);
    HttpResponse handle(const HttpRequest& request) { return service->handle(request); }

    ManualClock clock{0};
    SeededRandom random;
    std::unique_ptr<Machine> machine;
    std::optional<RecordStore> store;
    std::optional<Hub> hub;
    std::optional<HubService> service;
    Instant latest = 0; ///< the latest time its clock ever showed

    Machine::Copy backup;  ///< an older state of its file
    int backed_up_at = -1; ///< the event of that copy; -1: there is none
};

/// How often, of 256, something goes wrong; each seed has its own mixture.
struct Faults {
    unsigned lose_request = 0;
    unsigned lose_answer = 0;
    unsigned cut_answer = 0;
    unsigned twice = 0;
    unsigned late = 0;
    unsigned tamper = 0;
    unsigned hub_dies = 0;
    unsigned client_dies = 0;
    unsigned edit_meanwhile = 0;
    unsigned clock_jumps = 0;
    unsigned hub_clock_jumps = 0;
    unsigned rewinds = 0;
    unsigned clones = 0;
    unsigned county_goes_back = 0;

    static Faults chosen(SeededRandom& random);
};

/// One county with its offices, and all that chance decides about it.
struct World {
    World(std::uint64_t seed, bool on_disk);

    bool chance(unsigned of_256) { return random.below(256) < of_256; }

    /// Notes what happens; the notes of two runs of one seed must be equal.
    void note(const std::string& line);

    Client& add_client(const Org& org, const std::string& region);
    void pass(Instant milliseconds); ///< of true time, on all clocks that go

    std::unique_ptr<Machine> new_machine();

    std::uint64_t seed;
    SeededRandom random;
    bool on_disk;
    Faults faults;
    CountyHall county;
    std::vector<std::unique_ptr<Client>> clients;
    std::deque<HttpRequest> late; ///< requests that wander about in the network
    Ledger ledger;
    std::vector<std::string> notes;
    Hash128 trace;
    int event = 0;
    int next_value = 0;
};

} // namespace tests

#include "tests/simulation/simulation.h"

#include "tests/simulation/checks.h"
#include "tests/simulation/hub_view.h"
#include "tests/simulation/network.h"

namespace tests {

namespace {

constexpr Instant minute = 60'000;
constexpr Instant ten_years = 3653LL * 24 * 60 * minute;
constexpr int most_rounds = 4; // 2 + 2 for each level of servers
constexpr std::size_t most_clients = 5;

} // namespace

Client& Simulation::any_client()
{
    return *world_.clients[world_.random.below(static_cast<std::uint32_t>(world_.clients.size()))];
}

void Simulation::run()
{
    join();
    workload_.set_up();
    if (world_.chance(200))
        settle();
    const auto events = 20 + world_.random.below(60);
    for (auto i = 0U; i < events; ++i) {
        ++world_.event;
        world_.pass(world_.random.below(8) == 0 ? world_.random.below(600) * minute
                                                : world_.random.below(5'000));
        happen();
        if (world_.chance(3))
            settle();
    }
    ++world_.event;
    settle();
    for (const auto& client : world_.clients)
        world_.note(client->name + ' ' + Replica(*client->store).digest().hex());
}

void Simulation::join()
{
    for (const auto& client : world_.clients) {
        const Faults none;
        Network network(world_, *client, none);
        const auto code = world_.county.hub->new_code({client->org, client->region, client->name});
        enrol(*client->store, network, "https://county", "pin", code.code);
    }
}

void Simulation::happen()
{
    auto& client = any_client();
    if (world_.chance(world_.faults.late * 2))
        deliver_late(world_);
    something_with_clocks(client);
    if (world_.chance(world_.faults.county_goes_back))
        something_with_the_county();
    if (world_.chance(40))
        something_with_a_file(client);
    else if (world_.chance(80))
        sync(client, world_.faults);
    else
        something_of_a_user(client);
    check_own_edits(world_, client);
}

void Simulation::something_of_a_user(Client& client)
{
    switch (world_.random.below(16)) {
    case 0:
    case 1:
        return workload_.create(client);
    case 2:
        return workload_.remove(client);
    case 3:
        return workload_.restore(client);
    case 4:
        return workload_.move(client);
    case 5:
    case 6:
        return workload_.edit_words(client);
    case 7:
    case 8:
        return workload_.resolve(client);
    default:
        return workload_.edit(client);
    }
}

void Simulation::something_with_clocks(Client& client)
{
    const auto jump = [&](ManualClock& clock) {
        constexpr std::array<Instant, 4> jumps{ten_years, -ten_years, 3 * 60 * minute, -5 * minute};
        clock.advance(jumps[world_.random.below(jumps.size())]);
    };
    if (world_.chance(world_.faults.clock_jumps)) {
        world_.note(client.name + "'s clock jumps or stands");
        if (world_.chance(64))
            client.clock_stands = !client.clock_stands;
        else
            jump(client.clock);
    }
    if (world_.chance(world_.faults.hub_clock_jumps)) {
        world_.note("the county's clock jumps");
        jump(world_.county.clock);
        world_.county.latest = std::max(world_.county.latest, world_.county.clock.now());
    }
}

void Simulation::something_with_a_file(Client& client)
{
    if (world_.chance(world_.faults.rewinds * 4)) {
        client.store.reset();
        if (client.copied_at >= 0 && world_.chance(128)) {
            client.machine->put(client.copy);
            world_.ledger.rewind(client.number, client.copied_at);
            world_.note(client.name + " goes back to its file of event "
                + std::to_string(client.copied_at));
        } else {
            client.copy = client.machine->copy();
            client.copied_at = world_.event;
            world_.note(client.name + " copies its file");
        }
        client.open();
    } else if (world_.chance(world_.faults.clones * 4) && world_.clients.size() < most_clients) {
        clone(client);
    } else {
        world_.note(client.name + " starts again");
        client.restart(world_.random);
    }
}

void Simulation::something_with_the_county()
{
    auto& county = world_.county;
    const HubView before(*county.store);
    county.close();
    if (county.backed_up_at >= 0 && world_.chance(128)) {
        county.machine->put(county.backup);
        ++world_.ledger.county_went_back;
        world_.note(
            "the county goes back to its file of event " + std::to_string(county.backed_up_at));
    } else {
        county.backup = county.machine->copy();
        county.backed_up_at = world_.event;
        world_.note("the county copies its file");
    }
    county.open();
    drop_what_nobody_has(before);
}

/// What the county lost comes back from the offices: only what no office has any more does not.
void Simulation::drop_what_nobody_has(const HubView& before)
{
    std::vector<HubView> files;
    files.emplace_back(*world_.county.store);
    for (const auto& client : world_.clients)
        files.emplace_back(*client->store);
    const auto drop = [&](auto& things) {
        for (auto& thing : things)
            thing.dropped = thing.dropped
                || (before.has_had(thing) && std::ranges::none_of(files, [&](const HubView& file) {
                       return file.has_had(thing);
                   }));
    };
    drop(world_.ledger.values);
    drop(world_.ledger.words);
    drop(world_.ledger.deletions);
    // Who may decide is not asked of every office, so that the one who did has to know of it.
    for (auto& decision : world_.ledger.decisions)
        decision.dropped = decision.dropped
            || (before.has_had(decision)
                && !files[static_cast<std::size_t>(decision.client) + 1].has_had(decision));
}

void Simulation::clone(Client& client)
{
    auto& other = world_.add_client(client.org, client.region);
    other.store.reset();
    other.machine->put(client.machine->copy());
    other.open();
    world_.ledger.rewound = true;
    world_.note(client.name + " is cloned as " + other.name);
}

void Simulation::sync(Client& client, const Faults& faults)
{
    Network network(world_, client, faults);
    network.meanwhile = [this](Client& busy) {
        if (!busy.machine->is_dead())
            something_of_a_user(busy);
    };
    const bool may_die = world_.chance(faults.client_dies);
    if (may_die)
        client.machine->let_die_within(world_.random, 255);
    client.syncs = true;
    try {
        MessageSizes sizes;
        if (world_.chance(128))
            sizes = {.ops = 1 + world_.random.below(4), .records = 1 + world_.random.below(4)};
        const auto result = Link(*client.store, network, sizes).sync();
        world_.note(client.name + " syncs: " + std::to_string(result.pushed) + " sent, "
            + std::to_string(result.pulled) + " got, " + std::to_string(result.unsent) + " unsent");
        if (result.unsent == 0)
            world_.ledger.acknowledge(client.number);
        if (result.repaired > 0)
            throw Violation(
                "I1", client.name + " had to repair " + std::to_string(result.repaired));
        if (!client.machine->is_dead()) {
            client.machine->let_live();
            check_scope(world_, client);
        }
    } catch (const Violation&) {
        throw;
    } catch (const std::exception& error) {
        world_.note(client.name + " cannot sync: " + error.what());
        if (dynamic_cast<const StoreError*>(&error) != nullptr && !client.machine->is_dead())
            throw Violation("I5", client.name + " cannot sync: " + error.what());
        if (dynamic_cast<const Error*>(&error) == nullptr)
            throw Violation("errors", client.name + "'s sync ends in " + error.what());
    }
    client.syncs = false;
    if (client.machine->is_dead() && world_.chance(128)) {
        world_.note(client.name + " died");
        client.restart(world_.random);
    } else if (may_die) {
        client.machine->let_live();
    }
}

void Simulation::settle()
{
    const Faults none;
    world_.note("all is quiet");
    for (int round = 0;; ++round) {
        bool moves = false;
        for (const auto& client : world_.clients) {
            Network network(world_, *client, none);
            const auto result = Link(*client->store, network).sync();
            world_.note(client->name + " syncs: " + std::to_string(result.pushed) + " sent, "
                + std::to_string(result.pulled) + " got");
            if (result.repaired > 0)
                throw Violation(
                    "I1", client->name + " had to repair " + std::to_string(result.repaired));
            moves = moves || result.pushed + result.pulled + result.unsent > 0;
            if (result.unsent == 0)
                world_.ledger.acknowledge(client->number);
        }
        if (!moves)
            break;
        if (round == most_rounds)
            throw Violation("I12", "something still moves after so many rounds");
    }
    check_all(world_);
}

Outcome run_seed(std::uint64_t seed)
{
    Simulation simulation(seed, seed % 10 == 0);
    Outcome outcome;
    try {
        simulation.run();
    } catch (const Violation& violation) {
        outcome.trouble = violation.what();
    } catch (const std::exception& error) {
        outcome.trouble = std::string("I12: ") + error.what();
    }
    outcome.trace = simulation.trace();
    outcome.notes = simulation.notes();
    return outcome;
}

} // namespace tests

#include "tests/simulation/world.h"

namespace tests {

namespace {

constexpr Instant monday_morning = 1'767'576'600'000; // 2026-01-05 09:30 in China

} // namespace

void Client::restart(SeededRandom& chance)
{
    store.reset();
    machine->restart(chance);
    open();
}

CountyHall::CountyHall(std::unique_ptr<Machine> computer, std::uint64_t seed)
    : clock(monday_morning)
    , random(seed)
    , machine(std::move(computer))
    , latest(monday_morning)
{
    open();
    store->set_self({.region = "430922", .office = "桃江县政务服务中心"});
}

void CountyHall::open()
{
    store.emplace(machine->db(), hall_catalog(), clock, random);
    hub.emplace(*store, "430922");
    service.emplace(*hub, clock, random);
}

void CountyHall::close()
{
    service.reset();
    hub.reset();
    store.reset();
}

void CountyHall::restart(SeededRandom& chance)
{
    close();
    machine->restart(chance);
    open();
}

Faults Faults::chosen(SeededRandom& random)
{
    Faults faults;
    const auto sometimes = [&](unsigned& rate, unsigned most) {
        rate = random.below(2) == 0 ? 0 : 1 + random.below(most);
    };
    sometimes(faults.lose_request, 60);
    sometimes(faults.lose_answer, 60);
    sometimes(faults.cut_answer, 30);
    sometimes(faults.twice, 30);
    sometimes(faults.late, 60);
    sometimes(faults.tamper, 30);
    sometimes(faults.hub_dies, 50);
    sometimes(faults.client_dies, 50);
    sometimes(faults.edit_meanwhile, 60);
    sometimes(faults.clock_jumps, 20);
    if (random.below(8) == 0)
        faults.hub_clock_jumps = 8;
    if (random.below(4) == 0)
        faults.rewinds = 10;
    if (random.below(8) == 0)
        faults.clones = 4;
    // What an office lost with its own file, the county cannot have back from it.
    if (faults.rewinds == 0 && faults.clones == 0 && random.below(3) == 0)
        faults.county_goes_back = 12;
    return faults;
}

World::World(std::uint64_t with_seed, bool disk)
    : seed(with_seed)
    , random(with_seed)
    , on_disk(disk)
    , faults(Faults::chosen(random))
    , county(new_machine(), with_seed * 31)
{
    const auto count = 2 + random.below(3);
    const std::vector<std::pair<Org, std::string>> kinds{
        {{Role::outlet, "430922101"}, "430922101"},
        {{Role::outlet, "430922103"}, "430922103"},
        {{Role::agency, "430922"}, "430922"},
    };
    add_client({Role::agency, "430922"}, "430922");
    add_client(kinds[0].first, kinds[0].second);
    for (auto i = 2U; i < count; ++i) {
        const auto& [org, region] = kinds[random.below(3)];
        add_client(org, region);
    }
}

std::unique_ptr<Machine> World::new_machine()
{
    return on_disk ? machine_with_disk(random) : machine_in_memory();
}

Client& World::add_client(const Org& org, const std::string& region)
{
    const auto number = static_cast<int>(clients.size());
    clients.push_back(std::make_unique<Client>(
        number, new_machine(), seed * 131 + static_cast<unsigned>(number)));
    auto& client = *clients.back();
    client.clock.set(county.clock.now());
    client.org = org;
    client.region = region;
    client.store->set_self({.region = region, .office = region, .org = org});
    return client;
}

void World::pass(Instant milliseconds)
{
    county.clock.advance(milliseconds);
    county.latest = std::max(county.latest, county.clock.now());
    for (auto& client : clients)
        if (!client->clock_stands)
            client->clock.advance(milliseconds);
}

void World::note(const std::string& line)
{
    notes.push_back(std::to_string(event) + ' ' + line);
    trace = Hash128::of(trace.hex() + line);
}

} // namespace tests

#include "tests/simulation/network.h"

#include "model/sync/messages.h"

namespace tests {

namespace {

constexpr int most_requests = 1200; // a repair of every byte needs 513

[[noreturn]] void cut()
{
    throw SyncError({msgid("The connection was cut")});
}

std::string code_of(const HttpResponse& response)
{
    return response.status / 100 == 2 ? "ok" : text_at(parse_object(response.body), "code", "");
}

} // namespace

HttpResponse Network::send(const HttpRequest& request)
{
    if (++requests_ > most_requests)
        throw Violation("I12", client_.name + " does not stop asking");
    if (client_.machine->is_dead())
        cut();
    if (meanwhile && world_.chance(faults_.edit_meanwhile))
        meanwhile(client_);
    if (world_.chance(faults_.lose_request)) {
        world_.note("  request lost: " + request.path);
        if (world_.chance(128))
            world_.late.push_back(request); // or only late
        cut();
    }
    if (world_.chance(faults_.tamper)) {
        const auto response = world_.county.handle(tampered(request));
        world_.note("  request tampered with: " + request.path + ' ' + code_of(response));
        if (response.status != 401)
            throw Violation("signature", "a changed request was answered: " + response.body);
        return response;
    }
    auto response = deliver(request);
    world_.note("  " + request.path + ' ' + code_of(response));
    check(request, response);
    if (world_.chance(faults_.twice)) {
        const bool was_taken = response.status == 200;
        response = deliver(request);
        world_.note("  arrived twice: " + code_of(response));
        if (was_taken && response.status == 200)
            throw Violation("I3", "a request was taken twice: " + request.path);
    }
    if (world_.chance(faults_.late))
        world_.late.push_back(request);
    if (world_.chance(faults_.lose_answer)) {
        world_.note("  answer lost");
        cut();
    }
    if (world_.chance(faults_.cut_answer) && !response.body.empty()) {
        world_.note("  answer cut");
        response.body.resize(world_.random.below(static_cast<std::uint32_t>(response.body.size())));
    }
    return response;
}

HttpResponse Network::deliver(const HttpRequest& request)
{
    auto& county = world_.county;
    const bool may_die = world_.chance(faults_.hub_dies);
    if (may_die)
        county.machine->let_die_within(world_.random, 255);
    auto response = county.handle(request);
    if (county.machine->is_dead() && world_.chance(128)) { // one step failed, the program lives
        county.machine->let_live();
        world_.note("  the county server failed: " + request.path + ' ' + code_of(response));
        if (response.status / 100 != 2)
            throw_problem(response);
        return response;
    }
    if (county.machine->is_dead()) {
        world_.note("  the county server died: " + request.path);
        county.restart(world_.random);
        cut();
    }
    if (may_die)
        county.machine->let_live();
    return response;
}

void Network::check(const HttpRequest& request, const HttpResponse& response)
{
    if (response.status / 100 == 2)
        return;
    const auto code = code_of(response);
    if (code != "stale" && code != "replay" && code != "rejoin")
        throw Violation("protocol", request.path + " was answered " + response.body);
}

HttpRequest Network::tampered(const HttpRequest& request)
{
    auto changed = request;
    auto& body = changed.body;
    const auto size = static_cast<std::uint32_t>(body.size());
    switch (world_.random.below(4)) {
    case 0:
        body.resize(world_.random.below(size));
        break;
    case 1:
        changed.headers[header::signature].resize(16);
        break;
    case 2:
        changed.headers[header::device] = "1" + changed.headers[header::device];
        break;
    default:
        body[world_.random.below(size)] ^= static_cast<char>(1U << world_.random.below(8));
    }
    return changed;
}

void deliver_late(World& world)
{
    if (world.late.empty())
        return;
    const auto which = world.random.below(static_cast<std::uint32_t>(world.late.size()));
    const auto request = world.late[which];
    world.late.erase(world.late.begin() + which);
    const auto response = world.county.handle(request);
    world.note("late " + request.path + ' ' + code_of(response));
}

} // namespace tests

#include "model/sync/joining.h"

#include "model/store/copy_aside.h"
#include "model/sync/http_transport.h"
#include "model/sync/signature.h"

namespace model {

namespace {

constexpr int no_such_call = 404;

/// Whether the county still takes this file for one of its devices.
bool is_known(RecordStore& store, Transport& transport, const Replica::Membership& membership)
{
    HttpRequest request{.path = "/v1/hello", .body = to_json(Replica(store).hello())};
    sign(request, membership.self.device, membership.secret, store.clock().now(), store.random());
    const auto response = transport.send(request);
    if (response.status == 200)
        return true;
    try {
        throw_problem(response);
    } catch (const Problem& problem) {
        if (problem.code == "stale")
            return true; // signed well, by a wrong clock
        if (problem.code != "bad_signature" && problem.code != "revoked")
            throw;
        return false;
    }
}

/// As what a code or a joining file admits; empty where that is not known.
struct Admittance {
    std::string role;
    std::string org;
    std::string region;
};

Admittance admittance_of(const boost::json::object& answer)
{
    return {text_at(answer, "role"), text_at(answer, "org"), text_at(answer, "region")};
}

/// A code with zeros at its end is one place, however many digits it is written with.
bool is_elsewhere(const Self& self, const std::string& region)
{
    const auto here = Region::of(self.region);
    const auto there = Region::of(region);
    return !self.region.empty() && (!here || !there || here->first != there->first);
}

Message another_place(const Self& self, const std::string& region)
{
    return {msgid("This file is that of {1} ({2}); the joining file is for {3}: what this office "
                  "does not see there leaves the file"),
        {self.office, self.region, region}};
}

Message another_server(const std::string& before, const std::string& now)
{
    return {msgid("This file has joined {1}; the joining file is of another county server, {2}. "
                  "All that is in this file would go there: ask the county whether its server was "
                  "set up anew"),
        {before, now}};
}

Message another_office(const Self& self, Role role)
{
    const std::vector<std::string> whose{self.office, self.region};
    switch (role) {
    case Role::agency:
        return {
            msgid("This file is that of {1} ({2}); the joining file is for the hall office of the "
                  "county: from then on what is entered in this file counts as that office's"),
            whose};
    case Role::unit:
        return {
            msgid("This file is that of {1} ({2}); the joining file is for a sending unit: what "
                  "that unit does not see leaves the file"),
            whose};
    case Role::outlet:
        return {msgid("This file is that of {1} ({2}); the joining file is for a township or "
                      "village: what that one does not see leaves the file"),
            whose};
    case Role::upstream:
        break;
    }
    return {msgid("This file is that of {1} ({2}); the joining file is for the city or province: "
                  "what is entered in this file then counts as theirs"),
        whose};
}

/// What is doubtful about the file becoming that: what its new holder does not see leaves it.
std::optional<Message> doubt_of_becoming(const Self& self, const Admittance& as)
{
    if (self.region.empty())
        return std::nullopt; // a new file
    if (!as.region.empty() && is_elsewhere(self, as.region))
        return another_place(self, as.region);
    const auto role = parse_role(as.role);
    if (!role)
        return std::nullopt;
    if (*role != self.org.role)
        return another_office(self, *role);
    if (*role == Role::unit && !as.org.empty() && as.org != self.org.id)
        return Message{msgid("This file is that of {1} ({2}); the joining file is for another "
                             "sending unit: what that unit does not see leaves the file"),
            {self.office, self.region}};
    return std::nullopt;
}

/// What the server's own word on the code makes doubtful; nothing where it is of a version that
/// tells only when the code is spent.
std::optional<Message> doubt_of_code(
    const Self& self, Transport& transport, const std::string& code)
{
    std::string body;
    JsonText(body).open('{').key("code").text(code).close('}');
    const auto response = transport.send({.path = "/v1/look", .body = body});
    if (response.status == no_such_call)
        return std::nullopt;
    if (response.status != 200)
        throw_problem(response);
    return doubt_of_becoming(self, admittance_of(parse_object(response.body)));
}

/// Servers are told apart by their keys, and by their addresses where they have none.
bool is_another_server(
    const Replica::Membership& before, const std::string& address, const std::string& pin)
{
    return before.pin != pin || (pin.empty() && before.address != address);
}

Replica::Membership membership_of(const boost::json::object& granted, Self self,
    const std::string& address, const std::string& pin)
{
    self.device = static_cast<std::uint32_t>(number_at(granted, "device"));
    self.incarnation = static_cast<std::uint32_t>(number_at(granted, "incarnation"));
    self.org = {parse_role(text_at(granted, "role")).value_or(Role::unit), text_at(granted, "org")};
    const auto region = text_at(granted, "region");
    if (self.region.empty() || Region::of(self.region) != Region::of(region))
        self.region = region.ends_with("000000") ? region.substr(0, 6)
            : region.ends_with("000")            ? region.substr(0, 9)
                                                 : region;
    const auto hex = text_at(granted, "secret");
    std::string secret;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        secret += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return {self, secret, address, pin, Mark::parse(text_at(granted, "lost", ""))};
}

} // namespace

std::string enrol(RecordStore& store, Transport& transport, const std::string& address,
    const std::string& pin, const std::string& code, bool is_sure)
{
    Replica replica(store);
    const auto self = store.self();
    const bool comes_back = replica.is_enrolled();
    const auto before = replica.membership();
    const bool is_another = comes_back && is_another_server(before, address, pin);
    // A device that the county lost with its newest data, or had revoked, may come back; one it
    // knows has no need to.
    if (comes_back && !is_another && is_known(store, transport, before))
        throw UsageError({msgid("This file belongs to a county already: {1}"), {before.address}});
    if (is_another && !is_sure)
        throw JoiningDoubt(another_server(before.address, address));
    if (!is_sure && !self.region.empty())
        if (const auto doubt = doubt_of_code(self, transport, code))
            throw JoiningDoubt(*doubt);

    std::string body;
    JsonText out(body);
    out.open('{').key("code").text(code);
    out.key("device").text(Uuid::make(store.clock(), store.random()).text());
    if (comes_back) // no number that anything in this file is named by
        out.key("was").number(
            std::max<std::int64_t>(before.self.device, replica.greatest_device()));
    out.close('}');
    const auto response = transport.send({.path = "/v1/enrol", .body = body});
    if (response.status != 201)
        throw_problem(response);
    const auto granted = parse_object(response.body);
    const auto doubt = doubt_of_becoming(self, admittance_of(granted));
    if (!is_sure && doubt)
        throw UsageError(*doubt);
    const auto membership = membership_of(granted, self, address, pin);
    const auto copy = comes_back || doubt ? copy_aside(store.db()) : std::string();
    if (comes_back)
        replica.join_again(membership);
    else
        replica.join(membership);
    return copy;
}

std::optional<Message> doubt_of_joining(RecordStore& store, const JoinFile& join)
{
    if (auto doubt = doubt_of_becoming(store.self(), {join.role, join.org, join.region}))
        return doubt;
    Replica replica(store);
    const auto before = replica.membership();
    if (replica.is_enrolled()
        && is_another_server(before, ServerAddress::parse(join.server).text(), join.pin))
        return another_server(before.address, join.server);
    return std::nullopt;
}

} // namespace model

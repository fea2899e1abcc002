#include "model/sync/joining.h"

#include "model/entities/place.h"
#include "model/store/copy_aside.h"
#include "model/sync/http_transport.h"
#include "model/sync/purge_order.h"
#include "model/sync/signature.h"

#include <algorithm>
#include <array>

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
        if (problem.code != "bad_signature" && problem.code != "revoked"
            && problem.code != purge_code)
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

Admittance admittance_of(const JoinFile& join)
{
    return {join.role, join.org, join.region};
}

/// A code with zeros at its end is one place, however many digits it is written with.
bool is_elsewhere(const Self& self, const std::string& region)
{
    const auto here = Region::of(self.region);
    const auto there = Region::of(region);
    return !self.region.empty() && (!here || !there || here->first != there->first);
}

/// What another than its holder a file would become.
enum class Becoming { place, place_and_office, agency, unit, outlet, upstream, another_unit };

std::optional<Becoming> becoming(const Self& self, const Admittance& as)
{
    if (self.region.empty())
        return std::nullopt; // a new file
    const auto role = parse_role(as.role);
    const bool is_another_office = role && *role != self.org.role;
    if (!as.region.empty() && is_elsewhere(self, as.region))
        return is_another_office ? Becoming::place_and_office : Becoming::place;
    if (!is_another_office)
        return role == Role::unit && !as.org.empty() && as.org != self.org.id
            ? std::optional(Becoming::another_unit)
            : std::nullopt;
    switch (*role) {
    case Role::agency:
        return Becoming::agency;
    case Role::unit:
        return Becoming::unit;
    case Role::outlet:
        return Becoming::outlet;
    case Role::upstream:
        break;
    }
    return Becoming::upstream;
}

struct Question {
    Becoming becoming;
    const char* alone;
    const char* on_another_server;
    const char* with_another_number;
};

const Question& question(Becoming becoming)
{
    static constexpr std::array<Question, 7> questions{{
        {Becoming::place,
            msgid("This file is that of {1} ({2}); the joining file is for {3}: what this office "
                  "does not see there leaves the file"),
            msgid(
                "This file has joined {4}; the joining file is of another county server, {5}. All "
                "that is in this file would go there: ask the county whether its server was set up "
                "anew. Besides, this file is that of {1} ({2}); the joining file is for {3}: what "
                "this office does not see there leaves the file"),
            msgid(
                "This file has joined the county already, as device {4} of {5}: joining anew "
                "gives it another number, which it needs only where somebody goes on with another "
                "copy of it, or that one is to be revoked. Besides, this file is that of {1} "
                "({2}); the joining file is for {3}: what this office does not see there leaves "
                "the file")},
        {Becoming::place_and_office,
            msgid(
                "This file is that of {1} ({2}); the joining file is for {3}, and for another kind "
                "of office there: what that one does not see leaves the file, and what is entered "
                "in this file counts as that one's"),
            msgid(
                "This file has joined {4}; the joining file is of another county server, {5}. All "
                "that is in this file would go there: ask the county whether its server was set up "
                "anew. Besides, this file is that of {1} ({2}); the joining file is for {3}, and "
                "for another kind of office there: what that one does not see leaves the file, and "
                "what is entered in this file counts as that one's"),
            msgid(
                "This file has joined the county already, as device {4} of {5}: joining anew "
                "gives it another number, which it needs only where somebody goes on with another "
                "copy of it, or that one is to be revoked. Besides, this file is that of {1} "
                "({2}); the joining file is for {3}, and for another kind of office there: what "
                "that one does not see leaves the file, and what is entered in this file counts as "
                "that one's")},
        {Becoming::agency,
            msgid("This file is that of {1} ({2}); the joining file is for the hall office of the "
                  "county: from then on what is entered in this file counts as that office's"),
            msgid(
                "This file has joined {4}; the joining file is of another county server, {5}. All "
                "that is in this file would go there: ask the county whether its server was set up "
                "anew. Besides, this file is that of {1} ({2}); the joining file is for the hall "
                "office of the county: from then on what is entered in this file counts as that "
                "office's"),
            msgid(
                "This file has joined the county already, as device {4} of {5}: joining anew "
                "gives it another number, which it needs only where somebody goes on with another "
                "copy of it, or that one is to be revoked. Besides, this file is that of {1} "
                "({2}); the joining file is for the hall office of the county: from then on what "
                "is entered in this file counts as that office's")},
        {Becoming::unit,
            msgid(
                "This file is that of {1} ({2}); the joining file is for a sending unit: what that "
                "unit does not see leaves the file"),
            msgid(
                "This file has joined {4}; the joining file is of another county server, {5}. All "
                "that is in this file would go there: ask the county whether its server was set up "
                "anew. Besides, this file is that of {1} ({2}); the joining file is for a sending "
                "unit: what that unit does not see leaves the file"),
            msgid(
                "This file has joined the county already, as device {4} of {5}: joining anew "
                "gives it another number, which it needs only where somebody goes on with another "
                "copy of it, or that one is to be revoked. Besides, this file is that of {1} "
                "({2}); the joining file is for a sending unit: what that unit does not see leaves "
                "the file")},
        {Becoming::outlet,
            msgid("This file is that of {1} ({2}); the joining file is for a township or village: "
                  "what that one does not see leaves the file"),
            msgid(
                "This file has joined {4}; the joining file is of another county server, {5}. All "
                "that is in this file would go there: ask the county whether its server was set up "
                "anew. Besides, this file is that of {1} ({2}); the joining file is for a township "
                "or village: what that one does not see leaves the file"),
            msgid(
                "This file has joined the county already, as device {4} of {5}: joining anew "
                "gives it another number, which it needs only where somebody goes on with another "
                "copy of it, or that one is to be revoked. Besides, this file is that of {1} "
                "({2}); the joining file is for a township or village: what that one does not see "
                "leaves the file")},
        {Becoming::upstream,
            msgid("This file is that of {1} ({2}); the joining file is for the city or province: "
                  "what is entered in this file then counts as theirs"),
            msgid(
                "This file has joined {4}; the joining file is of another county server, {5}. All "
                "that is in this file would go there: ask the county whether its server was set up "
                "anew. Besides, this file is that of {1} ({2}); the joining file is for the city "
                "or province: what is entered in this file then counts as theirs"),
            msgid(
                "This file has joined the county already, as device {4} of {5}: joining anew "
                "gives it another number, which it needs only where somebody goes on with another "
                "copy of it, or that one is to be revoked. Besides, this file is that of {1} "
                "({2}); the joining file is for the city or province: what is entered in this file "
                "then counts as theirs")},
        {Becoming::another_unit,
            msgid("This file is that of {1} ({2}); the joining file is for another sending unit: "
                  "what that unit does not see leaves the file"),
            msgid(
                "This file has joined {4}; the joining file is of another county server, {5}. All "
                "that is in this file would go there: ask the county whether its server was set up "
                "anew. Besides, this file is that of {1} ({2}); the joining file is for another "
                "sending unit: what that unit does not see leaves the file"),
            msgid(
                "This file has joined the county already, as device {4} of {5}: joining anew "
                "gives it another number, which it needs only where somebody goes on with another "
                "copy of it, or that one is to be revoked. Besides, this file is that of {1} "
                "({2}); the joining file is for another sending unit: what that unit does not see "
                "leaves the file")},
    }};
    return *std::ranges::find(questions, becoming, &Question::becoming);
}

/// The server of a file that is to join another.
struct Servers {
    std::string before;
    std::string now;
};

/// What the county knows a file as that is to join it once more.
struct Known {
    std::string device;
    std::string server;
};

/// Whose file it is, by some name in any case: one that joined by a typed code may have kept none.
Self with_office_named(RecordStore& store)
{
    auto self = store.self();
    if (!self.office.empty() || self.region.empty())
        return self;
    self.office = self.region;
    for (const auto& place : store.where(def_of<Place>(), "region", Value(self.region)))
        self.office = place.title();
    return self;
}

/// All that is doubtful about the file joining as that, in one message: who says yes has read all.
std::optional<Message> doubt_of(const Self& self, const Admittance& as,
    const std::optional<Servers>& servers, const std::optional<Known>& known)
{
    const auto other = becoming(self, as);
    if (!other && servers)
        return Message{
            msgid("This file has joined {1}; the joining file is of another county server, {2}. "
                  "All that is in this file would go there: ask the county whether its server was "
                  "set up anew"),
            {servers->before, servers->now}};
    if (!other && known)
        return Message{
            msgid("This file has joined the county already, as device {1} of {2}: copied to "
                  "another computer it syncs as it is. It joins anew, under another number, only "
                  "where somebody goes on with another copy of it, or that one is to be revoked"),
            {known->device, known->server}};
    if (!other)
        return std::nullopt;
    const bool is_moved = *other == Becoming::place || *other == Becoming::place_and_office;
    Message doubt{question(*other).alone, {self.office, self.region, is_moved ? as.region : ""}};
    if (servers) {
        doubt.id = question(*other).on_another_server;
        doubt.args.insert(doubt.args.end(), {servers->before, servers->now});
    } else if (known) {
        doubt.id = question(*other).with_another_number;
        doubt.args.insert(doubt.args.end(), {known->device, known->server});
    }
    return doubt;
}

/// As what the server itself says the code admits; nothing where it is of a version that tells
/// only when the code is spent.
Admittance told_of_code(Transport& transport, const std::string& code)
{
    std::string body;
    JsonText(body).open('{').key("code").text(code).close('}');
    const auto response = transport.send({.path = "/v1/look", .body = body});
    if (response.status == no_such_call)
        return {};
    if (response.status != 200)
        throw_problem(response);
    return admittance_of(parse_object(response.body));
}

/// Servers are told apart by their keys, and by their addresses where they have none.
bool is_another_server(
    const Replica::Membership& before, const std::string& address, const std::string& pin)
{
    const auto normal = normal_pin(pin);
    return normal_pin(before.pin) != normal || (normal.empty() && before.address != address);
}

std::optional<Servers> other_server(
    RecordStore& store, const std::string& address, const std::string& pin)
{
    Replica replica(store);
    const auto before = replica.membership();
    if (!replica.is_enrolled() || !is_another_server(before, address, pin))
        return std::nullopt;
    return Servers{before.address, address};
}

std::optional<Servers> servers_of(RecordStore& store, const JoinFile& join)
{
    return other_server(store, ServerAddress::parse(join.server).text(), join.pin);
}

/// As what the server knows the file. A device that the county lost with its newest data, or had
/// revoked, comes back; one it knows has need to only where there is a second copy of its file.
std::optional<Known> known_as(RecordStore& store, Transport& transport)
{
    Replica replica(store);
    const auto membership = replica.membership();
    if (!replica.is_enrolled() || !is_known(store, transport, membership))
        return std::nullopt;
    return Known{std::to_string(membership.self.device), membership.address};
}

Replica::Membership membership_of(const boost::json::object& granted, Self self,
    const std::string& address, const std::string& pin)
{
    if (self.office.empty())
        self.office = text_at(granted, "name", "");
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
    return {self, secret, address, normal_pin(pin), Mark::parse(text_at(granted, "lost", ""))};
}

} // namespace

std::string enrol(RecordStore& store, Transport& transport, const std::string& address,
    const std::string& pin, const std::string& code, bool is_sure, const Account& who)
{
    Replica replica(store);
    const auto self = store.self();
    const bool comes_back = replica.is_enrolled();
    const auto before = replica.membership();
    const auto servers = other_server(store, address, pin);
    if (!is_sure) {
        const bool may_be_other = servers || !self.region.empty();
        const auto told = may_be_other ? told_of_code(transport, code) : Admittance{};
        if (const auto doubt = doubt_of(with_office_named(store), told, servers,
                servers ? std::nullopt : known_as(store, transport)))
            throw JoiningDoubt(*doubt);
    }

    std::string body;
    JsonText out(body);
    out.open('{').key("code").text(code);
    out.key("device").text(Uuid::make(store.clock(), store.random()).text());
    if (!who.name.empty())
        out.key("by").text(who.name);
    if (comes_back) // no number that anything in this file is named by
        out.key("was").number(
            std::max<std::int64_t>(before.self.device, replica.greatest_device()));
    out.close('}');
    const auto response = transport.send({.path = "/v1/enrol", .body = body});
    if (response.status != 201)
        throw_problem(response);
    const auto granted = parse_object(response.body);
    const auto doubt = doubt_of(with_office_named(store), admittance_of(granted), {}, {});
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
    return doubt_of(with_office_named(store), admittance_of(join), servers_of(store, join), {});
}

std::optional<Message> doubt_of_joining(
    RecordStore& store, Transport& transport, const JoinFile& join)
{
    const auto doubt = doubt_of_joining(store, join);
    if (!doubt)
        return std::nullopt;
    auto as = admittance_of(join);
    const auto servers = servers_of(store, join);
    std::optional<Known> known;
    try {
        const auto told = told_of_code(transport, join.code);
        if (!told.role.empty()) {
            as.role = told.role;
            as.org = told.org;
        }
        const auto here = Region::of(as.region);
        const auto there = Region::of(told.region);
        if (there && (!here || here->first != there->first))
            as.region = told.region;
        if (!servers)
            known = known_as(store, transport);
    } catch (const SyncError&) { // what is known is doubt enough
        return doubt;
    }
    return doubt_of(with_office_named(store), as, servers, known);
}

std::string enrol_agreed(
    const std::optional<Message>& agreed, const std::function<std::string(bool is_sure)>& work)
{
    try {
        return work(false);
    } catch (const JoiningDoubt& doubt) {
        if (agreed != doubt.message())
            throw;
    }
    return work(true);
}

} // namespace model

#include "app/server/command.h"
#include "app/server/county_service.h"
#include "app/terminal/text_table.h"
#include "model/base/text.h"
#include "model/entities/unit.h"
#include "model/sync/county_devices.h"
#include "model/sync/http_transport.h"
#include "model/sync/join_file.h"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <ostream>

namespace app {

namespace {

namespace json = boost::json;
using model::Error;
using model::msgid;
using model::Role;
using model::UsageError;

Role role_asked(const Options& options)
{
    const auto role = model::parse_role(options.value("role"));
    if (!role)
        throw UsageError({msgid("--role is agency, unit, outlet or upstream")});
    if (options.has("org") && model::trimmed(options.value("org")).empty())
        throw UsageError({msgid("--org is empty: write the unit's name or id, or leave it out")});
    return *role;
}

std::string scope_asked(const Options& options, Role role)
{
    const auto scope = options.value("scope");
    if (!model::Region::of(scope))
        throw UsageError({msgid("--scope needs a division code: 6 digits for the county, 9 for a "
                                "township, 12 for a village")});
    const bool is_county = scope.size() >= 6 && !scope.substr(0, 6).ends_with("00");
    if (role != Role::upstream && !is_county)
        throw UsageError({msgid("--scope {1} is a city or a province, which only --role upstream "
                                "has; a county has six digits such as 430922"),
            {scope}});
    if (role == Role::outlet && model::shortest_region(scope).size() < 9)
        throw UsageError({msgid("The scope of an outlet is its township or village: 9 or 12 "
                                "digits")});
    return scope;
}

/// A county that has no code yet takes that of the first device's scope.
void expect_within(County& county, const std::string& scope, Role role)
{
    const auto mine = model::Region::of(county.hub.county());
    const auto asked = model::Region::of(scope);
    if (!mine || (role == Role::upstream ? asked->contains(*mine) : mine->contains(*asked)))
        return;
    throw UsageError(
        {msgid("The division {1} does not lie in the county {2}"), {scope, county.hub.county()}});
}

std::string unit_named(County& county, const std::string& name)
{
    if (name.empty())
        throw UsageError({msgid("A sending unit's device needs --org with the unit's name or id")});
    if (const auto id = model::Uuid::parse(name))
        return id->text();
    const auto& def = model::def_of<model::Unit>();
    for (const auto* field : {"name", "short_name"}) {
        const auto found = county.store.where(def, field, model::Value(model::trimmed(name)));
        if (found.size() == 1)
            return found.front().id.text();
        if (found.size() > 1)
            throw Error(
                {msgid("Several units are called “{1}”: give the unit's id (hallctl list unit)"),
                    {name}});
    }
    throw Error({msgid("The county has no unit called “{1}”: check the name, or let the hall "
                       "office enter the unit first"),
        {name}});
}

std::string org_asked(County& county, const Options& options, Role role, const std::string& scope)
{
    switch (role) {
    case Role::unit:
        return unit_named(county, options.value("org"));
    case Role::outlet:
        return model::shortest_region(options.value("org", scope));
    case Role::agency:
        return options.value("org", county.hub.county());
    case Role::upstream:
        return options.value("org", scope);
    }
    return {};
}

std::string address_asked(County& county, const Options& options)
{
    const auto address = options.value("address", remembered_address(county));
    return address.empty() ? address : model::ServerAddress::parse(address).text();
}

/// Where the joining file goes; what is there already is written over only if it is one.
std::string out_asked(const Call& call)
{
    auto path = call.options.value("out");
    if (call.options.has("out") && path.empty())
        throw UsageError({msgid("--out needs the name of the joining file to write")});
    if (path.empty() || !call.world.files.exists(path))
        return path;
    try {
        model::read_join(call.world.files, path);
    } catch (const Error&) {
        throw Error(
            {msgid("{1} is there already and stays as it is: choose another name"), {path}});
    }
    return path;
}

/// To the minute.
std::string minute(model::Instant at)
{
    return moment(at).substr(0, std::string_view("2026-01-31 09:30").size());
}

} // namespace

model::Device device_meant(County& county, const std::string& word)
{
    constexpr std::size_t most_digits = 6;
    if (word.find_first_not_of("0123456789") == std::string::npos && word.size() <= most_digits) {
        if (auto device = county.hub.device(static_cast<std::uint32_t>(std::stoul(word))))
            return *device;
        throw Error({msgid("There is no device number {1}: see the command devices"), {word}});
    }
    std::vector<model::Device> found;
    for (auto& device : county.hub.devices())
        if (device.name == word && (!device.revoked || device.lost_at != 0))
            found.push_back(std::move(device));
    if (found.empty())
        throw Error({msgid("No device in use is called “{1}”: take the name or the number that the "
                           "command devices lists"),
            {word}});
    if (found.size() > 1)
        throw Error({msgid("Several devices are called “{1}”: take the number that the command "
                           "devices lists"),
            {word}});
    return found[0];
}

std::string checked_county(const std::string& code)
{
    const bool digits = code.find_first_not_of("0123456789") == std::string::npos;
    if (!code.empty() && (code.size() != 6 || !digits || code.ends_with("00")))
        throw UsageError(
            {msgid("--county needs the six digits of the county's division code, such as 430922")});
    return code;
}

void expect_county(const Call& call, County& county, const std::string& code)
{
    if (!code.empty() && code != county.hub.county())
        throw UsageError({msgid("The data in {1} is that of county {2}, not {3}: check --data and "
                                "--county"),
            {call.data(), county.hub.county(), code}});
}

Exit new_code(const Call& call)
{
    const auto role = role_asked(call.options);
    const auto scope = scope_asked(call.options, role);
    auto code = checked_county(call.options.value("county"));
    if (code.empty() && role != Role::upstream)
        code = checked_county(scope.substr(0, 6));
    const DataFolder folder(
        call.world.files, call.world.random, call.data(), DataFolder::Missing::refuse);
    County county(folder, call.world, code);
    expect_county(call, county, checked_county(call.options.value("county")));
    expect_within(county, scope, role);

    const auto address = address_asked(county, call.options);
    const bool secure = address.empty() || model::ServerAddress::parse(address).secure;
    const auto path = out_asked(call);
    if (!path.empty() && address.empty())
        throw UsageError({msgid("The joining file needs the server's address: start the server "
                                "once, or give --address https://HOST:PORT")});
    auto name = model::trimmed(call.options.value("name"));
    const auto org = org_asked(county, call.options, role, scope);
    if (name.empty())
        name = role == Role::unit
            ? county.store.title_of(model::Uuid::parse(org).value_or(model::Uuid{}))
            : model::place_name(county.store, scope);
    const auto made = county.hub.new_code({{role, org}, scope, name});
    const model::JoinFile join{address, made.code, secure ? folder.pin() : std::string(),
        county.hub.county(), name, made.expires, scope, std::string(role_name(role)), org};
    if (!path.empty())
        model::write_join(call.world.files, path, join);

    call.answer(
        {{"code", join.code}, {"pin", folder.pin()}, {"expires", model::to_iso_time(join.expires)},
            {"server", join.server}, {"county", join.county}, {"out", path}},
        call.text({path.empty()
                ? msgid("Server: {1}\nCode: {2}\nPin: {3}\nGood for one device until {4}\n")
                : msgid("Server: {1}\nCode: {2}\nPin: {3}\nGood for one device until {4}\n"
                        "All of this is in {5}: take that file to the computer of {6}\n"),
            {join.server.empty() ? call.translate(msgid("(not known before it has run once)"))
                                 : join.server,
                join.code, folder.pin(), minute(join.expires), path, name}}));
    return Exit::done;
}

namespace {

std::string state_words(const Call& call, const model::Device& device)
{
    if (device.state() == model::DeviceState::purged)
        return call.text({msgid("purged at {1}"), {minute(device.purged_at)}});
    return call.translate(model::state_label(device.state()));
}

} // namespace

Exit list_devices(const Call& call)
{
    const DataFolder folder(
        call.world.files, call.world.random, call.data(), DataFolder::Missing::refuse);
    County county(folder, call.world);
    json::array list;
    TextTable table(
        {call.text({msgid("Device")}), call.text({msgid("Whose")}), call.text({msgid("Division")}),
            call.text({msgid("Last sync")}), call.text({msgid("State")}),
            call.text({msgid("Joined")}), call.text({msgid("Number for revoke")})});
    for (const auto& device : county.hub.devices()) {
        const auto region = model::shortest_region(std::to_string(device.region.first));
        list.push_back({{"device", device.number}, {"name", device.name},
            {"role", role_name(device.org.role)}, {"org", device.org.id}, {"scope", region},
            {"enrolled", model::to_iso_time(device.enrolled_at)},
            {"last_sync",
                device.hello_at ? json::value(model::to_iso_time(device.hello_at)) : json::value()},
            {"edits", device.last_seq}, {"revoked", device.revoked},
            {"state", model::state_name(device.state())}, {"reason", device.reason},
            {"joined_by", device.joined_by},
            {"purged",
                device.purged_at ? json::value(model::to_iso_time(device.purged_at))
                                 : json::value()}});
        const auto place = model::place_name(county.store, region);
        table.add({device.name, call.translate(model::office_label(device.org.role)),
            place == region ? region : place + ' ' + region,
            device.hello_at ? minute(device.hello_at) : call.translate(msgid("never")),
            state_words(call, device), minute(device.enrolled_at), std::to_string(device.number)});
    }
    call.answer({{"devices", list}},
        table.empty() ? call.translate(msgid("No device has joined yet\n")) : table.text());
    return Exit::done;
}

Exit revoke_device(const Call& call)
{
    if (call.options.has("lost") && call.options.has("found"))
        throw UsageError({msgid("Either --lost or --found")});
    if (call.options.operands.empty() || model::trimmed(call.options.operands[0]).empty())
        throw UsageError(
            {msgid("Say which device by its number or name, as the command devices lists "
                   "them")});
    const DataFolder folder(
        call.world.files, call.world.random, call.data(), DataFolder::Missing::refuse);
    County county(folder, call.world);
    const auto device = device_meant(county, model::trimmed(call.options.operands[0]));
    if (call.options.has("contact"))
        county.hub.set_contact(model::trimmed(call.options.value("contact")));
    const model::DeviceWord word{.reason = model::trimmed(call.options.value("reason"))};
    const char* said = nullptr;
    if (call.options.has("lost")) {
        county.hub.report_lost(device.number, word);
        said = msgid("Device {1} ({2}) is reported lost: the county refuses it, and when it calls "
                     "it is ordered to destroy its data; the command devices tells when it has\n");
    } else if (call.options.has("found")) {
        county.hub.withdraw_loss(device.number, word);
        said = msgid("Device {1} ({2}) is not reported lost any more and is what it was before\n");
    } else {
        county.hub.revoke(device.number, word);
        said = device.revoked
            ? msgid("Device {1} ({2}) was revoked before: the county refuses it\n")
            : msgid("Device {1} ({2}) is revoked: the county refuses it from now on\n");
    }
    const auto state = county.hub.device(device.number).value().state();
    call.answer(
        {{"revoked", device.number}, {"name", device.name}, {"state", model::state_name(state)}},
        call.text({said, {std::to_string(device.number), device.name}}));
    return Exit::done;
}

} // namespace app

#include "model/sync/county_devices.h"

#include "model/entities/place.h"
#include "model/rules/divisions.h"
#include "model/store/audit.h"
#include "model/sync/calls.h"
#include "model/sync/http_transport.h"

namespace model {

namespace {

CountyDevice read_device(const boost::json::object& json)
{
    CountyDevice device{.number = static_cast<std::uint32_t>(number_at(json, "device")),
        .name = text_at(json, "name"),
        .role = parse_role(text_at(json, "role")).value_or(Role::unit),
        .region = shortest_region(text_at(json, "region")),
        .joined_by = text_at(json, "joined_by", ""),
        .enrolled_at = number_at(json, "enrolled"),
        .last_contact = number_at(json, "last_contact"),
        .reason = text_at(json, "reason", "")};
    const auto state = text_at(json, "state");
    for (const auto known : {DeviceState::revoked, DeviceState::lost, DeviceState::purged})
        if (state_name(known) == state) {
            device.state = known;
            device.state_at = number_at(json, state, 0);
        }
    return device;
}

Replica::Membership membership_of(RecordStore& store)
{
    auto membership = Replica(store).membership();
    if (!membership.self.device)
        throw Error(not_joined_message());
    return membership;
}

std::string asked_by(const Account& who, const std::string& more)
{
    std::string body;
    JsonText out(body);
    out.open('{').key("account").text(who.id.text()).key("name").text(who.name).close('}');
    body.pop_back();
    return body + more + '}';
}

AuditEvent event_of(DeviceChange change)
{
    switch (change) {
    case DeviceChange::revoke:
        return {.what = audited::device_revoked};
    case DeviceChange::report_lost:
        return {.what = audited::device_lost};
    case DeviceChange::withdraw_loss:
        break;
    }
    return {.what = audited::device_found};
}

} // namespace

std::string shortest_region(std::string code)
{
    constexpr std::size_t county_digits = 6;
    while (code.size() > county_digits && code.ends_with("000"))
        code.resize(code.size() - 3);
    return code;
}

std::string place_name(RecordStore& store, const std::string& region)
{
    const auto code = shortest_region(region);
    for (const auto& place : store.where(def_of<Place>(), "region", Value(code)))
        return place.title();
    const auto* division = code.size() == 6 ? county_of(code) : nullptr;
    return division ? division->name : code;
}

const char* office_label(Role role)
{
    switch (role) {
    case Role::agency:
        return msgid("Hall office of the county");
    case Role::unit:
        return msgid("Sending unit");
    case Role::outlet:
        return msgid("Township or village");
    case Role::upstream:
        break;
    }
    return msgid("City or province");
}

std::vector<CountyDevice> county_devices(
    RecordStore& store, Transport& transport, const Account& who)
{
    Calls calls(store, transport, membership_of(store));
    const auto answer = calls.call("/v1/devices", asked_by(who, {}));
    std::vector<CountyDevice> devices;
    if (const auto* list = answer.if_contains("devices"); list && list->is_array())
        for (const auto& device : list->get_array())
            if (device.is_object())
                devices.push_back(read_device(device.get_object()));
    return devices;
}

CountyDevice change_device(RecordStore& store, Transport& transport, const Account& who,
    std::uint32_t number, DeviceChange change, const std::string& reason)
{
    Calls calls(store, transport, membership_of(store));
    std::string more;
    JsonText out(more);
    out.open('{').key("device").number(number).key("change").text(change_name(change));
    out.key("reason").text(reason).close('}');
    more = ',' + more.substr(1, more.size() - 2);
    const auto device = read_device(calls.call("/v1/device", asked_by(who, more)));
    auto event = event_of(change);
    event.who = who;
    event.detail = reason.empty() ? Message{msgid("The device {1}"), {device.name}}
                                  : Message{msgid("The device {1}: {2}"), {device.name, reason}};
    Audit(store).note(event);
    return device;
}

std::vector<CountyDevice> county_devices(RecordStore& store, const Account& who)
{
    const auto membership = membership_of(store);
    HttpTransport transport(membership.address, membership.pin);
    return county_devices(store, transport, who);
}

CountyDevice change_device(RecordStore& store, const Account& who, std::uint32_t number,
    DeviceChange change, const std::string& reason)
{
    const auto membership = membership_of(store);
    HttpTransport transport(membership.address, membership.pin);
    return change_device(store, transport, who, number, change, reason);
}

} // namespace model

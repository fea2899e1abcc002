#include "model/sync/device_desk.h"

#include "model/commands/permission.h"
#include "model/entities/user.h"

#include <array>
#include <utility>

namespace model {

namespace {

constexpr std::array<std::pair<std::string_view, DeviceChange>, 3> changes{{
    {"revoke", DeviceChange::revoke},
    {"lost", DeviceChange::report_lost},
    {"found", DeviceChange::withdraw_loss},
}};

constexpr std::size_t longest_reason = 500;

void write(JsonText& out, const Device& device)
{
    out.open('{').key("device").number(device.number).key("name").text(device.name);
    out.key("role").text(role_name(device.org.role)).key("org").text(device.org.id);
    out.key("region").text(std::to_string(device.region.first));
    out.key("joined_by").text(device.joined_by).key("enrolled").number(device.enrolled_at);
    out.key("last_contact").number(device.hello_at);
    out.key("state").text(state_name(device.state())).key("reason").text(device.reason);
    out.key("revoked").number(device.revoked_at).key("lost").number(device.lost_at);
    out.key("purged").number(device.purged_at).close('}');
}

} // namespace

std::string_view change_name(DeviceChange change)
{
    return changes[static_cast<std::size_t>(change)].first;
}

std::optional<DeviceChange> parse_change(std::string_view name)
{
    for (const auto& [known, change] : changes)
        if (known == name)
            return change;
    return std::nullopt;
}

Account DeviceDesk::expect_may(const Device& caller, const boost::json::object& body)
{
    auto& store = hub_.store();
    const Account account{uuid_at(body, "account"), text_at(body, "name", "")};
    if (caller.org.role != Role::agency)
        throw Problem(403, "forbidden",
            {msgid("Only a computer of the county's hall office manages computers")});
    // Whom an op of an unknown account is believed by his device, this is more than an entry.
    const bool is_known = store.find(def_of<User>(), account.id).has_value()
        || store.count({.def = &def_of<User>()}) == 0;
    const Permission permission(store, account.id);
    if (!is_known)
        throw Problem(403, "forbidden",
            {msgid("The account {1} may not manage computers: the system administrator does"),
                {account.name}});
    if (!permission.may(Action::devices))
        throw Problem(403, "forbidden", permission.why_not(Action::devices));
    return account;
}

std::string DeviceDesk::list(const Device& caller, const boost::json::object& body)
{
    return guarded(hub_.store().db(), [&] {
        expect_may(caller, body);
        std::string text;
        JsonText out(text);
        out.open('{').key("devices").open('[');
        for (const auto& device : hub_.devices())
            write(out, device);
        out.close(']').close('}');
        return text;
    });
}

std::string DeviceDesk::change(const Device& caller, const boost::json::object& body)
{
    return guarded(hub_.store().db(), [&] {
        const DeviceWord word{expect_may(caller, body), text_at(body, "reason", "")};
        const auto number = static_cast<std::uint32_t>(number_at(body, "device"));
        const auto change = parse_change(text_at(body, "change"));
        if (!change || word.reason.size() > longest_reason)
            throw Problem(400, "malformed",
                {msgid("The message is malformed: \"{1}\" is missing or wrong"),
                    {change ? "reason" : "change"}});
        if (number == caller.number)
            throw Problem(409, "state",
                {msgid("This is the computer you are working on: choose another, or do it at "
                       "another")});
        try {
            switch (*change) {
            case DeviceChange::revoke:
                hub_.revoke(number, word);
                break;
            case DeviceChange::report_lost:
                hub_.report_lost(number, word);
                break;
            case DeviceChange::withdraw_loss:
                hub_.withdraw_loss(number, word);
                break;
            }
        } catch (const StoreError&) {
            throw;
        } catch (const Error& error) {
            throw Problem(409, "state", error.message());
        }
        std::string text;
        JsonText out(text);
        write(out, hub_.device(number).value());
        return text;
    });
}

} // namespace model

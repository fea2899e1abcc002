#include "app/cli/device_command.h"

#include "app/terminal/text_table.h"
#include "model/base/text.h"
#include "model/custody/escrow.h"
#include "model/sync/county_devices.h"

#include <charconv>

namespace app {

namespace {

namespace json = boost::json;
using model::CountyDevice;
using model::msgid;
using model::UsageError;

json::value time_or_null(model::Instant at)
{
    return at ? json::value(model::to_iso_time(at)) : json::value();
}

json::object device_json(const CountyDevice& device)
{
    return {{"device", device.number}, {"name", device.name},
        {"role", model::role_name(device.role)}, {"region", device.region},
        {"joined_by", device.joined_by}, {"enrolled", time_or_null(device.enrolled_at)},
        {"last_contact", time_or_null(device.last_contact)},
        {"state", model::state_name(device.state)}, {"state_at", time_or_null(device.state_at)},
        {"reason", device.reason}};
}

std::string minute(model::Instant at)
{
    return moment(at).substr(0, std::string_view("2026-01-31 09:30").size());
}

std::uint32_t number_operand(Call& call)
{
    const auto& word = call.operand(1);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc{} || end != word.data() + word.size())
        throw UsageError(
            {msgid("“{1}” is no number of a computer: hallctl devices lists them"), {word}});
    return number;
}

} // namespace

Exit devices(Call& call)
{
    call.require(model::Action::devices);
    const auto all = model::county_devices(call.store(), call.session().account());
    json::array list;
    TextTable table({call.text(msgid("Number")), call.text(msgid("Device")),
        call.text(msgid("Place")), call.text(msgid("Whose")), call.text(msgid("Joined by")),
        call.text(msgid("Last contact")), call.text(msgid("State"))});
    for (const auto& device : all) {
        list.push_back(device_json(device));
        table.add({std::to_string(device.number), device.name,
            model::place_name(call.store(), device.region),
            call.text(model::office_label(device.role)), device.joined_by,
            device.last_contact ? minute(device.last_contact) : call.text(msgid("never")),
            call.text(model::state_label(device.state))});
    }
    if (call.json())
        call.answer({{"devices", std::move(list)}});
    else
        call.print(table.text());
    return Exit::done;
}

Exit device(Call& call)
{
    const auto change = model::parse_change(call.operand(0));
    if (!change)
        throw UsageError(
            {msgid("device takes revoke, lost or found, not “{1}”"), {call.operand(0)}});
    const auto number = number_operand(call);
    const auto reason = model::trimmed(call.line().value("reason"));
    if (reason.empty())
        throw UsageError({msgid("Say why: --reason TEXT")});
    call.require(model::Action::devices);
    const auto now =
        model::change_device(call.store(), call.session().account(), number, *change, reason);
    if (call.json())
        call.answer(device_json(now));
    else
        call.print(call.text({msgid("Computer {1} ({2}): {3}"),
            {std::to_string(now.number), now.name, call.text(model::state_label(now.state))}}));
    return Exit::done;
}

Exit escrow(Call& call)
{
    const auto word = call.line().operands.empty() ? std::string() : call.operand(0);
    if (!word.empty() && word != "on" && word != "off")
        throw UsageError({msgid("escrow takes on or off, not “{1}”"), {word}});
    if (!word.empty()) {
        call.require(model::Action::settings);
        model::set_escrow(call.store(), word == "on", call.session().account());
    }
    const auto state = model::escrow_state(call.store(), call.session().key);
    if (call.json())
        call.answer(
            {{"keeper", state.offer.key.empty() ? json::value() : json::value(state.offer.keeper)},
                {"on", state.is_on}, {"deposited", state.is_deposited}});
    else
        call.print(call.text(model::words_of(state)));
    return Exit::done;
}

} // namespace app

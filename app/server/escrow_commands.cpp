// The county's escrow: the keys of files whose passphrase was forgotten.
#include "app/server/command.h"
#include "app/terminal/platform_terminal.h"
#include "app/terminal/text_table.h"
#include "model/access/recovery_key.h"
#include "model/base/text.h"
#include "model/custody/escrow.h"
#include "model/store/audit.h"

#include <boost/json/array.hpp>
#include <Poco/Environment.h>

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::Error;
using model::msgid;
using model::UsageError;

constexpr const char* passphrase_variable = "HALLKEEPER_ESCROW_PASSPHRASE";

std::string asked(const Call& call, const char* question)
{
    if (Poco::Environment::has(passphrase_variable))
        return Poco::Environment::get(passphrase_variable);
    return ask_secret(call.translate(question), passphrase_variable);
}

std::string asked_twice(const Call& call)
{
    auto passphrase = asked(call, msgid("New escrow passphrase: "));
    if (model::trimmed(passphrase) != model::trimmed(asked(call, msgid("Once more: "))))
        throw Error({msgid("The two passphrases differ: try again")});
    return passphrase;
}

void init(const Call& call, County& county)
{
    model::EscrowShelf shelf(county.store);
    const auto keeper = model::trimmed(call.options.value("keeper"));
    if (keeper.empty())
        throw UsageError({msgid("Say who keeps the escrow passphrase: --keeper NAME")});
    if (shelf.newest() && !call.options.has("renew"))
        throw UsageError({msgid("The county has an escrow key, kept by {1}: --renew makes another, "
                                "to which every computer deposits anew"),
            {shelf.newest()->keeper}});
    shelf.add(model::make_escrow_key(
        asked_twice(call), keeper, call.world.random, call.world.clock.now()));
    call.answer({{"keeper", keeper}},
        call.text({msgid("The escrow key is made. Its passphrase is stored nowhere: {1} keeps it, "
                         "sealed in an envelope in the safe. Each computer deposits its key once "
                         "its office lets it (hallctl escrow on, or the sync page)\n"),
            {keeper}}));
}

void list(const Call& call, County& county)
{
    model::EscrowShelf shelf(county.store);
    const auto newest = shelf.newest();
    const auto deposits = shelf.deposits();
    json::array all;
    TextTable table({call.translate(msgid("Device")), call.translate(msgid("Number")),
        call.translate(msgid("Deposited")), call.translate(msgid("Kept by"))});
    for (const auto& device : county.hub.devices()) {
        const auto found =
            std::ranges::find(deposits, device.number, &model::EscrowDeposit::device);
        const auto key = found == deposits.end() ? std::nullopt : shelf.key(found->escrow_key);
        all.push_back({{"device", device.number}, {"name", device.name},
            {"deposited", key ? json::value(model::to_iso_time(found->at)) : json::value()},
            {"keeper", key ? key->keeper : std::string()}});
        table.add({device.name, std::to_string(device.number),
            key ? moment(found->at) : call.translate(msgid("not deposited")),
            key ? key->keeper : std::string()});
    }
    call.answer({{"keeper", newest ? json::value(newest->keeper) : json::value()},
                    {"devices", std::move(all)}},
        newest
            ? table.text()
            : call.translate(msgid("The county has no escrow key: make one with escrow init\n")));
}

void open(const Call& call, County& county)
{
    if (call.options.operands.size() < 2)
        throw UsageError({msgid("Say which device by its number or name, as the command devices "
                                "lists them")});
    const auto reason = model::trimmed(call.options.value("reason"));
    if (reason.empty())
        throw UsageError({msgid("Say why: --reason TEXT")});
    const auto device = device_meant(county, model::trimmed(call.options.operands[1]));
    model::EscrowShelf shelf(county.store);
    const auto deposit = shelf.deposit_of(device.number);
    const auto key = deposit ? shelf.key(deposit->escrow_key) : std::nullopt;
    if (!key)
        throw Error({msgid("Device {1} ({2}) has not deposited its key: take the recovery key that "
                           "was written down when its file was made"),
            {std::to_string(device.number), device.name}});
    const auto out = call.options.value("out");
    if (call.options.has("out") && (out.empty() || call.world.files.exists(out)))
        throw Error({msgid("{1} is there already and stays as it is: choose another name"), {out}});
    const auto passphrase = asked(call, msgid("Escrow passphrase: "));
    const auto recovery = model::recovery_text(model::open_deposit(*key, passphrase, *deposit));
    // It is noted before it is told.
    model::Audit(county.store)
        .note({.what = model::audited::escrow_opened,
            .detail = {msgid("The device {1}: {2}"), {device.name, reason}},
            .device = device.number});
    if (!out.empty())
        call.world.files.write(out, recovery + '\n', model::Readers::owner);
    call.answer({{"device", device.number}, {"name", device.name}, {"out", out},
                    {"recovery_key", out.empty() ? json::value(recovery) : json::value()}},
        out.empty()
            ? call.text({msgid("Recovery key of {1}:\n{2}\nWith it a new passphrase is set "
                               "(“Forgotten passphrase”, or hallctl recover --key); pass it on "
                               "face to face or by telephone, and keep no copy of it\n"),
                {device.name, recovery}})
            : call.text({msgid("The recovery key of {1} is in {2}: delete it once the new "
                               "passphrase is set\n"),
                {device.name, out}}));
}

} // namespace

Exit escrow(const Call& call)
{
    const auto what = call.options.operands.empty() ? std::string() : call.options.operands[0];
    if (what != "init" && what != "list" && what != "open")
        throw UsageError({msgid("escrow takes init, list or open, not “{1}”"), {what}});
    if (what != "open" && call.options.operands.size() > 1)
        throw UsageError(
            {msgid("“{1}” is too much: see hallkeeper-server --help"), {call.options.operands[1]}});
    const DataFolder folder(
        call.world.files, call.world.random, call.data(), DataFolder::Missing::refuse);
    County county(folder, call.world);
    if (what == "init")
        init(call, county);
    else if (what == "list")
        list(call, county);
    else
        open(call, county);
    return Exit::done;
}

} // namespace app

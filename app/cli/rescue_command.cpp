#include "app/cli/rescue_command.h"

#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/access/key_file.h"
#include "model/access/rescue_file.h"
#include "model/base/files.h"
#include "model/entities/catalog.h"
#include "model/store/rescue.h"

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;

json::object to_json(const model::Rescued& rescued, const std::string& to)
{
    json::array registers;
    for (const auto& each : rescued.registers)
        registers.push_back({{"entity", each.def->name}, {"records", each.records},
            {"whole", each.whole}, {"lost", each.unreadable}});
    json::array lost;
    for (const auto& each : rescued.lost)
        lost.push_back({{"entity", each.def ? json::value(each.def->name) : json::value()},
            {"id", each.id.is_nil() ? json::value() : json::value(each.id.text())},
            {"title", each.title}});
    return {{"rescued", to}, {"records", rescued.records}, {"registers", std::move(registers)},
        {"lost", std::move(lost)}, {"edits_lost", rescued.edits_lost},
        {"history_lost", rescued.history_lost}, {"self_lost", rescued.self_lost},
        {"contents_lost", rescued.contents_lost}};
}

void print_lost(Call& call, const model::Rescued& rescued)
{
    TextTable table({call.text(msgid("Register")), call.text(msgid("Record"))});
    for (const auto& each : rescued.lost)
        table.add({each.def ? call.text(each.def->label) : std::string(),
            model::name_of(each, call.translate())});
    if (!table.empty())
        call.print(table.text());
}

} // namespace

Exit rescue(Call& call)
{
    const auto from = data_file(call.line());
    const auto& to = call.operand(0);
    auto& world = call.world();
    const auto open = unlock(world, call.line(), call.text(msgid("Passphrase: ")));
    if (model::damage(from, open.key).empty())
        throw model::Error({msgid("{1} is sound: there is nothing to rescue"), {from}});
    const auto rescued = model::rescue(from, open.key, to, model::hall_catalog(), world.clock,
        world.random, {}, model::copy_for_rescue(world.files, open.key, from));
    if (const auto keys = world.files.read(model::KeyFile::path_of(from)))
        world.files.write(model::KeyFile::path_of(to), *keys, model::Readers::owner);
    if (call.json()) {
        call.answer(to_json(rescued, to));
    } else {
        call.print(call.text({msgid("{1} records of {2} were saved into {3}"),
            {std::to_string(rescued.records), from, to}}));
        if (!rescued.lost.empty())
            call.print(call.text(
                {msgid("{1} could not be read:"), {std::to_string(rescued.lost.size())}}));
        print_lost(call, rescued);
        for (const auto& sentence : model::losses_of(rescued))
            call.print(call.text(sentence));
        call.print(call.text({msgid("The damaged file was not changed. To work on with what was "
                                    "saved: {1}"),
            {call.command("restore-from " + to)}}));
    }
    return rescued.is_all() ? Exit::done : Exit::partly;
}

} // namespace app

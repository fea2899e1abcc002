#include "app/cli/command.h"

#include "app/terminal/nearest.h"
#include "app/terminal/text_table.h"
#include "model/base/text.h"
#include "model/custody/purge.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

using model::msgid;
using model::UsageError;

struct Group {
    const char* label;
    const std::vector<Command>& (*commands)();
};

constexpr std::array groups{
    Group{msgid("The file"), office_commands},
    Group{msgid("Looking"), register_commands},
    Group{msgid("Checking"), check_commands},
    Group{msgid("Figures"), figure_commands},
    Group{msgid("Assessments"), assessment_commands},
    Group{msgid("Audit"), audit_commands},
    Group{msgid("Personal information"), personal_commands},
    Group{msgid("Entering"), edit_commands},
    Group{msgid("Attachments"), attachment_commands},
    Group{msgid("Sheets"), exchange_commands},
    Group{msgid("Backups"), backup_commands},
    Group{msgid("County server"), sync_commands},
};

constexpr int indent = 2;

std::string usage_line(const Command& command, const model::Translate& translate)
{
    return "hallctl --db " + translate(msgid("FILE")) + ' ' + translate(command.usage);
}

std::string in_lines(const std::string& text)
{
    constexpr int page = 80;
    return model::join(wrapped(text, page), "\n") + '\n';
}

} // namespace

const Command& command_named(std::string_view name)
{
    std::vector<std::string> names;
    for (const auto& group : groups) {
        for (const auto& command : group.commands()) {
            if (command.name == name)
                return command;
            names.emplace_back(command.name);
        }
    }
    const auto similar = nearest(name, names);
    if (similar.empty())
        throw UsageError(
            {msgid("There is no command “{1}”: see hallctl help"), {std::string(name)}});
    throw UsageError(
        {msgid("There is no command “{1}”: did you mean {2}?"), {std::string(name), similar}});
}

Exit run(const Command& command, Call& call)
{
    const auto& line = call.line();
    for (const auto& [option, value] : line.options)
        if (std::ranges::find(command.options, option) == command.options.end()
            && std::ranges::find(global_options(), option) == global_options().end())
            throw UsageError({msgid("The command {1} has no option --{2}: see hallctl help {1}"),
                {std::string(command.name), option}});
    if (line.operands.size() < command.least || line.operands.size() > command.most)
        throw UsageError(
            {msgid("Write it like this: {1}"), {usage_line(command, call.translate())}});
    // A file that the county ordered to be purged is opened no more.
    auto& files = call.world().files;
    if (line.has("db") && model::purge_under_way(files, line.value("db")))
        throw model::Error(model::finish_purge(files, line.value("db")));
    try {
        return command.run(call);
    } catch (const model::PurgeOrdered& order) { // whatever was asked of the county
        model::begin_purge(files, call.store(), call.session().key, order);
        call.close();
        throw model::Error(model::finish_purge(files, line.value("db")));
    }
}

std::string general_help(const model::Translate& translate)
{
    int width = 0;
    for (const auto& group : groups)
        for (const auto& command : group.commands())
            width = std::max(width, static_cast<int>(command.name.size()));

    std::string text = translate(msgid("hallctl, the command line of Hallkeeper"));
    text += "\n\n  hallctl --db " + translate(msgid("FILE")) + " [--user "
        + translate(msgid("NAME")) + "] [--json] [--lang zh_CN|en] " + translate(msgid("COMMAND"))
        + " …\n  hallctl help " + translate(msgid("COMMAND")) + "\n";
    for (const auto& group : groups) {
        text += '\n' + translate(group.label) + '\n';
        for (const auto& command : group.commands())
            text += std::string(indent, ' ') + padded(std::string(command.name), width + indent)
                + translate(command.purpose) + '\n';
    }
    text += '\n'
        + in_lines(
            translate(msgid("The passphrase is taken from HALLKEEPER_PASSPHRASE or asked for. Exit "
                            "codes: 0 done, 1 failed, 2 wrong usage, 3 done in part, 4 there are "
                            "findings. --json answers with one JSON document, for scripts: its "
                            "personal values are not masked, so keep what is written from it.")));
    return text;
}

std::string help_of(const Command& command, const model::Translate& translate)
{
    auto text = usage_line(command, translate) + "\n\n" + translate(command.purpose) + '\n';
    if (command.more)
        text += '\n' + in_lines(translate(command.more));
    return text;
}

} // namespace app

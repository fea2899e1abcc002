#include "app/cli/lines_command.h"

#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/base/text.h"
#include "model/commands/approval_chains.h"
#include "model/commands/checklists.h"
#include "model/commands/make_lines.h"
#include "model/entities/inspection.h"
#include "model/entities/posting.h"

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;

/// The list of --list, or else the first.
const model::LinesOffered& list_asked(
    Call& call, const model::EntityDef* def, const std::vector<model::LinesOffered>& offered)
{
    if (offered.empty() && def->id != model::def_of<model::Inspection>().id
        && def->id != model::def_of<model::Posting>().id)
        throw model::Error({msgid("There is no approval chain for this record: enter one, or take "
                                  "in those that come along with: {1}"),
            {call.command("add-shipped chain_step")}});
    if (offered.empty())
        throw model::Error({msgid("There is no check-list for this record: enter one, or take in "
                                  "those that come along with: {1}"),
            {call.command("add-shipped checklist")}});
    const auto name = model::trimmed(call.line().value("list"));
    if (name.empty())
        return offered.front();
    const auto found = std::ranges::find(offered, name, &model::LinesOffered::name);
    if (found == offered.end()) {
        std::vector<std::string> names;
        for (const auto& each : offered)
            names.push_back(each.name);
        throw model::Error({msgid("There is no check-list “{1}” for this record: there are {2}"),
            {name, model::join(names, call.text(msgid(", ")))}});
    }
    return *found;
}

void print(Call& call, const model::LinesOffered& lines)
{
    TextTable table({call.text(msgid("Register")), call.text(msgid("Line"))}, 70);
    for (const auto& line : lines.lines)
        table.add({call.text(line.def->label), model::text_of_line(line, call.translate())});
    if (!table.empty())
        call.print(table.text());
}

json::array lines_json(Call& call, const model::LinesOffered& lines)
{
    json::array all;
    for (const auto& line : lines.lines)
        all.push_back(
            {{"entity", line.def->name}, {"text", model::text_of_line(line, call.translate())}});
    return all;
}

} // namespace

Exit make_lines(Call& call)
{
    const auto& def = call.readable(call.operand(0));
    if (!model::gets_lines(def))
        throw model::UsageError({msgid("Records of this register get no lines from a list")});
    const auto id = call.record(def, call.operand(1));
    const auto offered = understood([&] { return model::lines_for(call.store(), id); });
    const auto& lines = list_asked(call, &def, offered);
    const bool is_dry = call.line().has("dry-run");
    const auto outcome = is_dry ? model::Outcome{.done = true, .id = id}
                                : model::make_lines(call.editor(), id, lines);
    const auto& of = lines.lines.empty() ? def : *lines.lines.front().def;
    call.note(of, outcome.findings);
    if (call.json())
        call.answer({{"done", outcome.done && !is_dry}, {"list", lines.name},
            {"lines", lines_json(call, lines)}, {"there", lines.there},
            {"findings", to_json(outcome.findings, call.translate())},
            {"command", outcome.command ? json::value(outcome.command) : json::value(nullptr)}});
    if (!outcome.done)
        return Exit::failed;
    if (call.json())
        return Exit::done;
    print(call, lines);
    const auto made = std::to_string(lines.lines.size());
    if (lines.lines.empty())
        call.print(call.text({msgid("All {1} lines of “{2}” are there already"),
            {std::to_string(lines.there), lines.name}}));
    else if (is_dry)
        call.print(call.text(
            {msgid("Nothing was written. It would be {1} lines of “{2}”"), {made, lines.name}}));
    else
        call.print(call.text({msgid("{1} lines of “{2}” are made; take it back with: {3}"),
            {made, lines.name, call.command("undo")}}));
    return Exit::done;
}

Exit add_shipped(Call& call)
{
    const auto& def = call.writable(call.operand(0));
    const bool is_chain = def.id == model::def_of<model::ChainStep>().id;
    if (!is_chain && def.id != model::def_of<model::Checklist>().id)
        throw model::UsageError(
            {msgid("Nothing comes along for the register “{1}”: there is something for {2}"),
                {std::string(def.name), "checklist, chain_step"}});
    const auto outcome = is_chain ? model::enter_shipped_chains(call.editor())
                                  : model::enter_shipped_checklists(call.editor());
    call.note(def, outcome.findings);
    if (call.json())
        call.answer({{"done", outcome.done}, {"changed", outcome.changed},
            {"findings", to_json(outcome.findings, call.translate())}});
    else if (outcome.done)
        call.print(call.text(outcome.changed ? msgid("What comes along is in the register now")
                                             : msgid("All of it was there already")));
    return outcome.done ? Exit::done : Exit::failed;
}

} // namespace app

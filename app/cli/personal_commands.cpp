#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/base/text.h"
#include "model/commands/minimise.h"
#include "model/commands/store_lookup.h"
#include "model/entities/person.h"
#include "model/exchange/typed_date.h"
#include "model/rules/left_staff.h"

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::UsageError;

using Due = std::vector<model::DueForMinimising>;

model::Date day_asked(Call& call)
{
    const auto today = call.store().today();
    if (!call.line().has("on"))
        return today;
    const auto day = model::parse_typed_date(call.line().value("on"), today);
    if (!day)
        throw UsageError({msgid("--{1} takes a day such as 2026-01-31, not “{2}”"),
            {"on", call.line().value("on")}});
    return *day;
}

/// Those named by the operands, or all who are due.
Due chosen_of(Call& call, Due due)
{
    const auto& words = call.line().operands;
    if (words.empty())
        return due;
    std::vector<model::Uuid> ids;
    for (const auto& word : words)
        ids.push_back(call.record(model::def_of<model::Person>(), word));
    std::erase_if(
        due, [&](const auto& each) { return std::ranges::find(ids, each.id) == ids.end(); });
    return due;
}

std::string fields_of(Call& call, const model::DueForMinimising& due)
{
    std::vector<std::string> names;
    for (const auto* field : due.filled)
        names.push_back(call.text(field->label));
    if (due.attachments > 0)
        names.push_back(call.text({msgid("{1} attachments"), {std::to_string(due.attachments)}}));
    return model::join(names, call.text(msgid(", ")));
}

std::string remark_of(Call& call, const model::DueForMinimising& due)
{
    if (due.why_not)
        return call.text(*due.why_not);
    if (due.minimised)
        return call.text({msgid("Filled in again since {1}"), {model::to_iso(*due.minimised)}});
    return {};
}

json::object to_json(Call& call, const model::DueForMinimising& due)
{
    json::array fields;
    for (const auto* field : due.filled)
        fields.emplace_back(field->name);
    json::object object{{"id", due.id.text()}, {"name", due.name}, {"unit", due.unit},
        {"left", model::to_iso(due.left)}, {"fields", std::move(fields)},
        {"attachments", due.attachments}};
    if (due.minimised)
        object["minimised"] = model::to_iso(*due.minimised);
    if (due.why_not)
        object["why_not"] = call.text(*due.why_not);
    return object;
}

void list(Call& call, const Due& due, model::Date on)
{
    model::StoreLookup lookup(call.store());
    const auto months = model::months_kept_after_leaving(lookup, on);
    if (call.json()) {
        json::array people;
        for (const auto& each : due)
            people.push_back(to_json(call, each));
        call.answer({{"on", model::to_iso(on)}, {"months", months}, {"people", std::move(people)}});
        return;
    }
    constexpr int room_for_words = 60;
    TextTable table(
        {call.text(msgid("Name")), call.text(msgid("Unit")), call.text(msgid("Left on")),
            call.text(msgid("Will be dropped")), call.text(msgid("Remark"))},
        room_for_words);
    for (const auto& each : due)
        table.add({each.name, each.unit, model::to_iso(each.left), fields_of(call, each),
            remark_of(call, each)});
    if (table.empty()) {
        call.print(call.text({msgid("Nobody who left is due: personal information is kept for {1} "
                                    "months after leaving"),
            {std::to_string(months)}}));
        return;
    }
    call.print(table.text());
    call.note(call.text(msgid("Nothing was dropped. With --confirm the values above go for good: "
                              "undo does not bring them back. Older backups still hold them until "
                              "they are deleted by their own rule.")));
}

Exit confirm(Call& call, const Due& due)
{
    std::vector<model::Uuid> ids;
    for (const auto& each : due)
        ids.push_back(each.id);
    const auto outcome = model::minimise(call.editor(), ids);
    const auto done = ids.size() - outcome.findings.size();
    if (call.json()) {
        call.answer({{"done", done}, {"refused", outcome.findings.size()},
            {"findings", app::to_json(outcome.findings, call.translate())}});
    } else {
        call.note(model::def_of<model::Person>(), outcome.findings);
        call.print(call.text({msgid("Personal information of {1} people cleaned up; older backups "
                                    "still hold it until they are deleted by their own rule"),
            {std::to_string(done)}}));
    }
    return outcome.findings.empty() ? Exit::done : Exit::partly;
}

Exit minimise(Call& call)
{
    call.require(model::Action::minimise);
    const auto today = call.store().today();
    const auto on = day_asked(call);
    const bool confirms = call.line().has("confirm") && !call.line().has("dry-run");
    if (confirms && on != today)
        throw UsageError({msgid("What is due is dropped on the day itself: leave out --on")});
    const auto due =
        chosen_of(call, model::due_for_minimising(call.store(), call.editor().permission(), on));
    if (confirms)
        return confirm(call, due);
    list(call, due, on);
    return Exit::done;
}

} // namespace

const std::vector<Command>& personal_commands()
{
    static const std::vector<Command> commands{
        {"minimise", msgid("minimise [PERSON…] [--on DAY] [--dry-run] [--confirm]"),
            msgid("who left so long ago that personal information is dropped, and dropping it"), 0,
            any_number, {"on", "dry-run", "confirm"}, minimise,
            msgid("Lists whom it concerns and what goes; nothing is dropped without --confirm.\n"
                  "--on  who is due on that day\n--confirm  drops it for good, here and with the "
                  "next syncs in all files of the county; name and postings stay, undo does not "
                  "bring it back, older backups still hold it\nHow long it is kept says the "
                  "register retention; 36 months if that says nothing.")},
    };
    return commands;
}

} // namespace app

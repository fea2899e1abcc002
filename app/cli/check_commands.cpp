#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/base/text.h"
#include "model/board/judge.h"
#include "model/board/snooze.h"
#include "model/commands/require.h"
#include "model/commands/store_lookup.h"
#include "model/exchange/typed_date.h"
#include "model/rules/source_texts.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::UsageError;

/// The registers --area names; all of them without it.
std::vector<const model::EntityDef*> area_asked(Call& call)
{
    std::vector<const model::EntityDef*> entities;
    if (!call.line().has("area"))
        return entities;
    call.session(); // with the fields that its offices added
    const auto wanted = call.line().value("area");
    for (const auto& area : model::areas())
        if (area.name == wanted || call.text(area.label) == wanted)
            for (const auto& name : area.entities)
                entities.push_back(&call.entity(name));
    if (entities.empty())
        throw UsageError({msgid("There is no area “{1}”: there are {2}"),
            {wanted, choices_of(model::areas(), call.translate())}});
    return entities;
}

using model::Found;

/// "1,135".
std::string with_commas(std::size_t number)
{
    auto text = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), 1, ',');
    return text;
}

/// The findings that say the same of different records, each in the place of its first.
std::vector<std::vector<const Found*>> alike(const std::vector<Found>& found)
{
    std::map<std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>,
        std::size_t>
        known;
    std::vector<std::vector<const Found*>> groups;
    for (const auto& each : found) {
        const auto& finding = each.finding;
        const auto [at, is_new] = known.try_emplace(
            {each.def->name, finding.rule, finding.field, finding.message.id}, groups.size());
        if (is_new)
            groups.emplace_back();
        groups[at->second].push_back(&each);
    }
    return groups;
}

/// What it says, and on what that rests where the rule names it.
std::string with_basis(Call& call, const model::Finding& finding)
{
    const auto text = call.text(finding.message);
    return finding.source
        ? call.text({msgid("{1} (basis: {2})"), {text, model::sources::text_of(*finding.source)}})
        : text;
}

/// A line each; where one rule has more than twenty, one line with their number and examples.
void print_findings(Call& call, const std::vector<Found>& found)
{
    constexpr std::size_t too_many = 20;
    constexpr std::size_t examples = 3;
    constexpr int title_width = 24;
    TextTable table(
        {call.text(msgid("Level")), call.text(msgid("Register")), call.text(msgid("Title")),
            call.text(msgid("Field")), call.text(msgid("Finding"))},
        100);
    const auto add = [&](const Found& each, std::string title) {
        const auto* field = each.def->find(each.finding.field);
        table.add({call.text(level_label(each.finding.level)), call.text(each.def->label),
            std::move(title), field ? call.text(field->label) : "",
            with_basis(call, each.finding)});
    };
    const auto title = [&](const Found& each) {
        return cut(call.store().title_of(each.id), title_width);
    };
    bool shortened = false;
    for (const auto& group : alike(found)) {
        if (group.size() <= too_many || call.line().has("all")) {
            for (const auto* each : group)
                add(*each, title(*each));
            continue;
        }
        std::vector<std::string> titles;
        for (std::size_t i = 0; i < examples; ++i)
            titles.push_back(title(*group[i]));
        add(*group.front(),
            call.text({msgid("{1} records, such as {2}"),
                {with_commas(group.size()), model::join(titles, "、")}}));
        shortened = true;
    }
    if (found.empty())
        return call.print(call.text(msgid("There are no findings")));
    call.print(table.text());
    const auto count = [&](model::Level level) {
        return with_commas(static_cast<std::size_t>(std::ranges::count_if(
            found, [&](const Found& each) { return each.finding.level == level; })));
    };
    call.print(call.text({msgid("{1} findings: {2} refused, {3} warnings, {4} reminders"),
        {with_commas(found.size()), count(model::Level::refuse), count(model::Level::warn),
            count(model::Level::remind)}}));
    if (shortened)
        call.print(call.text(msgid("--all lists every one of them")));
}

/// With the day until which the board puts it off, where it does.
json::array to_json(Call& call, const std::vector<Found>& found)
{
    std::map<model::LineName, model::Date> put_off;
    for (const auto& snooze : model::Snoozes(call.store()).list())
        put_off.emplace(snooze.line, snooze.until);
    json::array array;
    for (const auto& each : found) {
        auto object = app::to_json(each.finding, call.translate());
        object["entity"] = each.def->name;
        object["id"] = each.id.text();
        const auto off = put_off.find(
            {each.id, std::string(each.finding.rule), std::string(each.finding.field)});
        if (off != put_off.end())
            object["snoozed"] = model::to_iso(off->second);
        array.push_back(std::move(object));
    }
    return array;
}

Exit check(Call& call)
{
    auto found = model::check_all(call.store(), area_asked(call));
    std::map<const model::EntityDef*, Reader> readers;
    std::erase_if(found, [&](const Found& each) {
        const auto& reader = readers.try_emplace(each.def, call, *each.def).first->second;
        const auto meta = call.store().rows().meta(each.id);
        return !meta || !reader.sees(*meta);
    });
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) {
        return a.finding.level > b.finding.level; // what refuses first
    });
    if (call.json()) {
        call.answer({{"findings", to_json(call, found)}});
        return found.empty() ? Exit::done : Exit::findings;
    }
    print_findings(call, found);
    return found.empty() ? Exit::done : Exit::findings;
}

/// The day of --on; nothing where the lines are to be back.
std::optional<model::Date> day_asked(Call& call)
{
    if (!call.line().has("on"))
        return std::nullopt;
    const auto typed = call.line().value("on");
    const auto day = model::parse_typed_date(typed, call.store().today());
    if (!day)
        throw UsageError({msgid("“{1}” is not a date: write it like 2026-01-31"), {typed}});
    return day;
}

/// All findings of the rule in the record are put off, or are back.
Exit snooze(Call& call)
{
    const auto& def = call.readable(call.operand(0));
    const auto id = call.record(def, call.operand(1));
    Reader(call, def).expect(id);
    model::require_say(call.editor(), id);
    const auto day = day_asked(call);
    model::StoreLookup lookup(call.store());
    model::Snoozes snoozes(call.store());
    std::int64_t lines = 0;
    for (const auto& finding :
        model::check(call.store().find(def, id).value(), lookup, call.store().today())) {
        if (finding.rule != call.operand(2))
            continue;
        const model::LineName line{id, std::string(finding.rule), std::string(finding.field)};
        if (day)
            snoozes.put(
                line, finding.level, *day, call.line().value("reason"), call.session().account());
        else if (!snoozes.wake(line))
            continue;
        ++lines;
    }
    if (lines == 0)
        throw model::Error({msgid("The rule {1} finds nothing in this record that could be put off "
                                  "or brought back"),
            {call.operand(2)}});
    if (call.json())
        call.answer({{"changed", lines}});
    else
        call.print(call.text(day ? model::Message{msgid("Put off until {1}"), {model::to_iso(*day)}}
                                 : model::Message{msgid("Back on the board")}));
    return Exit::done;
}

} // namespace

const std::vector<Command>& check_commands()
{
    static const std::vector<Command> commands{
        {"check", msgid("check [--area NAME] [--all]"),
            msgid("what the rules have to say; ends with 4 if there is anything, be it a reminder"),
            0, 0, {"area", "all"}, check,
            msgid(
                "--area  one area alone; a name that is none tells which there are\n--all  a line "
                "for each finding, also where a rule has more than twenty")},
        {"snooze", msgid("snooze ENTITY ID RULE [--on DAY] [--reason TEXT]"),
            msgid("put a finding off on the board of this file; without a day it is back"), 3, 3,
            {"on", "reason"}, snooze,
            msgid("check goes on telling it. What is refused can be put off for 7 days at most.")},
    };
    return commands;
}

} // namespace app

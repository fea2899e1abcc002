#include "app/cli/reorganise_command.h"

#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/base/text.h"
#include "model/commands/reorganise.h"
#include "model/commands/reorganise_places.h"
#include "model/entities/place_change.h"
#include "model/entities/unit.h"
#include "model/exchange/choice_words.h"
#include "model/exchange/typed_date.h"

#include <algorithm>
#include <map>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::UsageError;

constexpr std::size_t lines_shown = 80;

/// By the words of the register that keeps what happened.
void ask_kind(Call& call, model::Reform& reform, const model::EntityDef& changes)
{
    const auto choices = changes.find("kind")->choices;
    model::ChoiceWords words({call.translate()});
    const auto* code = words.code(choices, call.operand(0));
    for (std::size_t i = 0; code && i < choices.size(); ++i)
        if (choices[i].code == *code) {
            reform.kind = static_cast<model::ReformKind>(i);
            reform.kind_words = call.text(choices[i].label);
            return;
        }
    throw UsageError({msgid("“{1}” is no kind of reform: renamed, merged, split, moved or closed"),
        {call.operand(0)}});
}

model::Date day_asked(Call& call)
{
    const auto today = call.store().today();
    if (!call.line().has("on"))
        return today;
    const auto day = model::parse_typed_date(call.line().value("on"), today);
    if (!day)
        throw UsageError(
            {msgid("“{1}” is no day: write it as 2026-01-31"), {call.line().value("on")}});
    return *day;
}

std::vector<std::string> names_in(const std::string& text)
{
    std::vector<std::string> names;
    for (const auto& part : model::split(text, ','))
        if (auto name = model::trimmed(part); !name.empty())
            names.push_back(std::move(name));
    return names;
}

/// What --give says: a register or a record's id, and to which successor; none: it stays.
using Given = std::map<std::string, std::optional<std::size_t>>;

Given given(Call& call, const std::vector<std::string>& successors)
{
    Given all;
    for (const auto& pair : names_in(call.line().value("give"))) {
        const auto sign = pair.find('=');
        const auto what = model::trimmed(pair.substr(0, sign));
        const auto name = sign == std::string::npos ? "" : model::trimmed(pair.substr(sign + 1));
        const auto to = std::ranges::find(successors, name);
        if (sign == std::string::npos || (!name.empty() && to == successors.end()))
            throw UsageError({msgid("“{1}”: write REGISTER=UNIT or ID=UNIT with a unit of --to, or "
                                    "nothing behind = for what stays"),
                {pair}});
        const auto id = model::Uuid::parse(what);
        all[id ? id->text() : std::string(call.entity(what).name)] = name.empty()
            ? std::nullopt
            : std::optional(static_cast<std::size_t>(to - successors.begin()));
    }
    return all;
}

/// Where a record goes; nothing where it stays.
std::optional<std::size_t> destination(
    const model::ReformReference& reference, const Given& given, bool goes_at_first)
{
    if (const auto one = given.find(reference.record.text()); one != given.end())
        return one->second;
    if (const auto all = given.find(std::string(reference.def->name)); all != given.end())
        return all->second;
    return reference.goes && goes_at_first ? std::optional<std::size_t>(0) : std::nullopt;
}

struct Line {
    model::ReformReference reference;
    std::optional<std::size_t> to;
};

void answer(Call& call, const model::Reform& reform, const std::vector<Line>& lines,
    const model::ReformOutcome& outcome)
{
    json::array records;
    for (const auto& line : lines)
        records.push_back(
            {{"entity", line.reference.def->name}, {"field", line.reference.field->name},
                {"id", line.reference.record.text()}, {"title", line.reference.title},
                {"to", line.to ? json::value(reform.successors[*line.to]) : json::value(nullptr)}});
    json::array findings;
    for (const auto& told : outcome.told) {
        auto each = to_json(told.finding, call.translate());
        each["entity"] = told.def ? json::value(told.def->name) : json::value(nullptr);
        each["title"] = told.title;
        findings.push_back(std::move(each));
    }
    json::array successors;
    for (const auto& id : outcome.successors)
        successors.push_back(json::value(id.text()));
    call.answer({{"done", outcome.done && !reform.dry_run}, {"moved", outcome.moved},
        {"successors", std::move(successors)}, {"records", std::move(records)},
        {"findings", std::move(findings)},
        {"command", outcome.command ? json::value(outcome.command) : json::value(nullptr)}});
}

void print(Call& call, const model::Reform& reform, const std::vector<Line>& lines)
{
    TextTable table({call.text(msgid("Goes to")), call.text(msgid("Register")),
                        call.text(msgid("Record")), call.text(msgid("Field"))},
        60);
    for (std::size_t i = 0; i < std::min(lines.size(), lines_shown); ++i)
        table.add({lines[i].to ? reform.successors[*lines[i].to] : call.text(msgid("(stays)")),
            call.text(lines[i].reference.def->plural), lines[i].reference.title,
            call.text(lines[i].reference.field->label)});
    if (!table.empty())
        call.print(table.text());
    if (lines.size() > lines_shown)
        call.print(call.text({msgid("… and {1} more; --json lists all"),
            {std::to_string(lines.size() - lines_shown)}}));
}

void tell(Call& call, const model::ReformOutcome& outcome)
{
    for (const auto& told : outcome.told)
        call.note(call.text(level_label(told.finding.level)) + ": "
            + (told.title.empty() ? "" : told.title + ": ") + call.text(told.finding.message));
}

model::PlaceSite site_asked(Call& call)
{
    const auto& line = call.line();
    model::PlaceSite site{.address = line.value("address"), .region = line.value("region")};
    if (line.has("parent"))
        site.parent = call.record(model::def_of<model::Place>(), line.value("parent"));
    if (!line.has("type"))
        return site;
    const auto& choices = model::choices_of<model::PlaceType>;
    const auto* code = model::ChoiceWords({call.translate()}).code(choices, line.value("type"));
    for (std::size_t i = 0; code && i < choices.size(); ++i)
        if (choices.at(i).code == *code)
            site.type = static_cast<model::PlaceType>(i);
    if (!site.type)
        throw UsageError({msgid("“{1}” is no kind of place: {2}"),
            {line.value("type"),
                "hall, branch_hall, park_centre, township_centre, village_station, "
                "business_station, self_service"}});
    return site;
}

/// What the line asks for, with every record that refers to the old ones and where it goes.
std::vector<Line> read_act(Call& call, const model::EntityDef& of, model::Reform& reform)
{
    const auto& line = call.line();
    for (std::size_t i = 1; i < line.operands.size(); ++i)
        reform.old.push_back(call.record(of, call.operand(i)));
    reform.successors = names_in(line.value("to"));
    reform.new_name = line.value("new-name");
    reform.day = day_asked(call);
    reform.document = line.value("document");
    reform.ends = line.has("ends") || (model::ends_old(of, reform.kind) && !line.has("stays"));
    reform.dry_run = line.has("dry-run");
    std::vector<Line> lines;
    if (!model::has_successors(of, reform.kind) || reform.successors.empty())
        return lines;
    const auto said = given(call, reform.successors);
    const bool goes = model::goes_at_first(of, reform.kind, reform.ends);
    for (auto& reference : model::references_to(
             call.store(), call.editor().permission(), of, reform.old, reform.day)) {
        const auto to = destination(reference, said, goes);
        if (to)
            reform.moves.push_back({reference, *to});
        lines.push_back({std::move(reference), to});
    }
    return lines;
}

Exit tell_outcome(Call& call, const model::Reform& reform, const std::vector<Line>& lines,
    const model::ReformOutcome& outcome)
{
    if (call.json())
        answer(call, reform, lines, outcome);
    else
        print(call, reform, lines);
    tell(call, outcome);
    if (!outcome.done)
        return Exit::failed;
    if (!call.json() && reform.dry_run)
        call.print(call.text({msgid("Nothing was written. It would be: {1} records go over"),
            {std::to_string(outcome.moved)}}));
    else if (!call.json())
        call.print(call.text({msgid("Done: {1} records went over; take it back with: {2}"),
            {std::to_string(outcome.moved), call.command("undo")}}));
    return Exit::done;
}

} // namespace

Exit reorganise(Call& call)
{
    call.require(model::Action::enter, model::def_of<model::Unit>());
    model::Reform reform;
    ask_kind(call, reform, model::def_of<model::UnitChange>());
    const auto lines = read_act(call, model::def_of<model::Unit>(), reform);
    return tell_outcome(call, reform, lines, model::reorganise(call.editor(), reform));
}

Exit reorganise_place(Call& call)
{
    call.require(model::Action::enter, model::def_of<model::Place>());
    model::Reform reform;
    ask_kind(call, reform, model::def_of<model::PlaceChange>());
    const auto lines = read_act(call, model::def_of<model::Place>(), reform);
    const auto site = site_asked(call);
    return tell_outcome(call, reform, lines, model::reorganise_places(call.editor(), reform, site));
}

} // namespace app

#include "app/cli/duty_command.h"

#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/base/files.h"
#include "model/base/text.h"
#include "model/commands/require.h"
#include "model/day/duty_sheet.h"
#include "model/day/duty_turn.h"
#include "model/day/duty_week.h"
#include "model/entities/person.h"
#include "model/exchange/entry.h"
#include "model/exchange/typed_date.h"
#include "model/store/audit.h"

#include "i18n/translations.h"
#include <algorithm>
#include <array>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::RosterKind;
using model::UsageError;

const model::EntityDef& roster()
{
    return model::def_of<model::Roster>();
}

std::optional<model::Date> day_asked(Call& call, const std::string& option)
{
    if (!call.line().has(option))
        return std::nullopt;
    const auto day = model::parse_typed_date(call.line().value(option), call.store().today());
    if (!day)
        throw UsageError({msgid("--{1} takes a day such as 2026-01-31, not “{2}”"),
            {option, call.line().value(option)}});
    return day;
}

model::Date day_needed(Call& call, const std::string& option)
{
    const auto day = day_asked(call, option);
    if (!day)
        throw UsageError({msgid("--{1} is missing: a day such as 2026-01-31"), {option}});
    return *day;
}

std::optional<model::Uuid> place_asked(Call& call)
{
    const auto wanted = call.line().value("place");
    return wanted.empty() ? std::nullopt
                          : std::optional(call.record(model::def_of<model::Place>(), wanted));
}

/// The place named, or else the first whose roster the account enters.
model::Uuid place_or_own(Call& call)
{
    if (const auto place = place_asked(call))
        return *place;
    const auto places = model::duty_places(call.store(), call.editor().permission());
    if (places.empty())
        throw model::Error(
            {msgid("There is no hall here whose roster this account enters: name one "
                   "with --place")});
    return places.front().id;
}

/// By its code, its label or any word that sheets have for it.
RosterKind kind_named(Call& call, const std::string& word)
{
    const auto& kinds = model::choices_of<RosterKind>;
    model::EntryReader reader(
        call.store(), {call.translate(), i18n::translator(i18n::languages[0])});
    const auto entry = reader.read(*roster().find("kind"), word);
    const auto* value = std::get_if<model::Value>(&entry);
    const auto code = value ? model::to_text(*value) : std::string();
    const auto found = std::ranges::find(kinds, code, &model::Choice::code);
    if (found != kinds.end())
        return static_cast<RosterKind>(found - kinds.begin());
    std::vector<std::string> names;
    for (const auto& kind : kinds)
        names.push_back(call.text(kind.label) + " (" + std::string(kind.code) + ')');
    throw UsageError({msgid("There is no kind of duty “{1}”; the kinds are {2}"),
        {word, model::join(names, "、")}});
}

std::string code_of(RosterKind kind)
{
    return std::string(model::choices_of<RosterKind>.at(static_cast<std::size_t>(kind)).code);
}

std::vector<model::Uuid> people_named(Call& call, const std::string& words)
{
    std::vector<model::Uuid> people;
    for (const auto& word : model::split(words, ','))
        if (const auto name = model::trimmed(word); !name.empty())
            people.push_back(call.record(model::def_of<model::Person>(), name));
    return people;
}

json::object to_json(Call& call, const model::DutyName& name)
{
    json::array amiss;
    for (const auto& each : name.amiss)
        amiss.emplace_back(call.text(each));
    return {{"id", name.duty.text()},
        {"person", name.person ? json::value(name.person->text()) : json::value(nullptr)},
        {"name", name.name}, {"from", name.from}, {"to", name.to}, {"amiss", std::move(amiss)}};
}

json::object to_json(Call& call, const model::DutyWeek& week)
{
    json::array days;
    for (std::size_t i = 0; i < model::days_of_week; ++i)
        days.push_back(
            json::object{{"day", model::to_iso(week.day(i))}, {"working_day", week.works.at(i)}});
    json::array lines;
    for (const auto& line : week.lines) {
        json::array cells;
        for (const auto& day : line.days) {
            json::array names;
            for (const auto& name : day)
                names.push_back(to_json(call, name));
            cells.push_back(std::move(names));
        }
        lines.push_back(json::object{
            {"place", line.place ? json::value(line.place->text()) : json::value(nullptr)},
            {"place_name", line.place_name}, {"kind", line.kind},
            {"label", model::name_of(week, line, call.translate())}, {"days", std::move(cells)}});
    }
    return {{"monday", model::to_iso(week.monday)}, {"days", std::move(days)},
        {"lines", std::move(lines)}};
}

void print(Call& call, const model::DutyWeek& week)
{
    auto lines = model::lines_of(week, call.translate());
    for (auto& line : lines)
        std::ranges::replace(
            line, std::string(), std::string("-")); // so that each day has a column
    TextTable table(lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i)
        table.add(lines[i]);
    call.print(model::title_of(week, call.translate()));
    call.print(table.text());
    for (const auto& line : week.lines)
        for (std::size_t i = 0; i < model::days_of_week; ++i)
            for (const auto& name : line.days.at(i))
                for (const auto& amiss : name.amiss)
                    call.note(call.text({msgid("{1} on {2}: {3}"),
                        {name.name, model::to_iso(week.day(i)), call.text(amiss)}}));
}

/// DAY:KIND=PERSON,… puts them there instead of whoever stands there; without people the cell is
/// emptied.
model::Outcome set_cell(Call& call, const std::string& words)
{
    const auto colon = words.find(':');
    const auto sign = words.find('=');
    if (colon == std::string::npos || sign == std::string::npos || sign < colon)
        throw UsageError(
            {msgid("“{1}” is no cell: write it like 2026-01-31:hall_leader=PERSON"), {words}});
    const auto typed = words.substr(0, colon);
    const auto day = model::parse_typed_date(typed, call.store().today());
    if (!day)
        throw UsageError({msgid("“{1}” is not a date: write it like 2026-01-31"), {typed}});
    const auto kind = kind_named(call, words.substr(colon + 1, sign - colon - 1));
    const auto people = people_named(call, words.substr(sign + 1));
    const model::DutyCell cell{place_or_own(call), code_of(kind), *day};
    if (people.empty())
        return model::clear_duty(call.editor(), cell);
    auto outcome = model::put_duty(call.editor(), cell, people.front(), model::PutDuty::instead);
    for (std::size_t i = 1; i < people.size() && outcome.done; ++i)
        outcome = model::put_duty(call.editor(), cell, people[i], model::PutDuty::besides);
    return outcome;
}

void write(Call& call, const model::DutyWeek& week, const std::string& path)
{
    const auto seen = call.editor().permission().extent(model::Action::see, roster());
    model::require_of_all(call.editor(), model::Action::export_out,
        {.def = &roster(), .where = seen.condition(roster())});
    call.note_given(model::audited::export_rows,
        {msgid("The table “{1}” written to {2}"), {model::title_of(week, call.translate()), path}},
        &roster());
    model::write_duty_week(week, model::path_of(path), call.translate());
}

json::object to_json(Call& call, const model::TurnDay& day)
{
    json::array passed;
    for (const auto& each : day.passed_over)
        passed.push_back(json::object{{"name", each.name}, {"why", call.text(each.why)}});
    return {{"day", model::to_iso(day.day)},
        {"person", day.person ? json::value(day.person->text()) : json::value(nullptr)},
        {"name", day.name}, {"there", day.is_there}, {"passed_over", std::move(passed)}};
}

void print(Call& call, const model::TurnPlan& plan)
{
    TextTable table(
        {call.text(msgid("Day")), call.text(msgid("Person")), call.text(msgid("Passed over"))});
    for (const auto& day : plan.days) {
        std::vector<std::string> passed;
        if (day.is_there)
            passed.push_back(call.text(msgid("stands there already")));
        for (const auto& each : day.passed_over)
            passed.push_back(call.text({msgid("{1}: {2}"), {each.name, call.text(each.why)}}));
        table.add({model::to_iso(day.day), day.person ? day.name : call.text(msgid("nobody can")),
            model::join(passed, call.text(msgid(", ")))});
    }
    call.print(table.text());
    for (const auto& note : plan.notes)
        call.note(call.text(note));
}

model::DutyTurn turn_asked(Call& call)
{
    const auto& line = call.line();
    model::DutyTurn turn{.place = place_or_own(call),
        .from = day_needed(call, "from"),
        .to = day_needed(call, "to")};
    if (line.has("kind"))
        turn.kind = kind_named(call, line.value("kind"));
    turn.people = line.has("people")
        ? people_named(call, line.value("people"))
        : model::usual_order(call.store(), turn.place, turn.kind, turn.from);
    const auto days = line.has("days") ? line.value("days") : std::string("working");
    constexpr std::array<std::string_view, 3> words{"working", "off", "every"};
    const auto found = std::ranges::find(words, days);
    if (found == words.end())
        throw UsageError({msgid("--days takes working, off or every, not “{1}”"), {days}});
    turn.days = static_cast<model::TurnDays>(found - words.begin());
    const auto times = line.value("times");
    if (const auto dash = times.find('-'); !times.empty()) {
        if (dash == std::string::npos)
            throw UsageError(
                {msgid("--times takes two times such as 09:00-17:00, not “{1}”"), {times}});
        const auto from = model::parse_typed_time(times.substr(0, dash));
        const auto to = model::parse_typed_time(times.substr(dash + 1));
        if (!from || !to)
            throw UsageError(
                {msgid("--times takes two times such as 09:00-17:00, not “{1}”"), {times}});
        turn.from_time = {*from};
        turn.to_time = {*to};
    }
    return turn;
}

} // namespace

Exit duty_roster(Call& call)
{
    call.require(model::Action::see, roster());
    auto& store = call.store();
    model::Outcome outcome{.done = true};
    if (call.line().has("set"))
        outcome = set_cell(call, call.line().value("set"));
    const auto week = model::read_duty_week(store, call.editor().permission(),
        day_asked(call, "week").value_or(store.today()), place_asked(call));
    call.note(roster(), outcome.findings);
    if (call.line().has("out"))
        write(call, week, call.line().value("out"));
    if (call.json()) {
        auto answer = to_json(call, week);
        answer["changed"] = outcome.changed;
        answer["findings"] = app::to_json(outcome.findings, call.translate());
        call.answer(answer);
    } else {
        print(call, week);
    }
    return outcome.done ? Exit::done : Exit::failed;
}

Exit fill_roster(Call& call)
{
    call.writable("roster");
    const auto turn = turn_asked(call);
    const auto plan = model::plan_turn(call.store(), turn);
    const bool fills = !call.line().has("dry-run");
    const auto outcome =
        fills ? model::fill_by_turn(call.editor(), turn) : model::Outcome{.done = true};
    call.note(roster(), outcome.findings);
    if (call.json()) {
        json::array days;
        for (const auto& day : plan.days)
            days.push_back(to_json(call, day));
        json::array notes;
        for (const auto& note : plan.notes)
            notes.emplace_back(call.text(note));
        call.answer({{"days", std::move(days)}, {"notes", std::move(notes)},
            {"made", fills && outcome.done ? plan.count() : 0}, {"planned", plan.count()},
            {"findings", app::to_json(outcome.findings, call.translate())}});
    } else {
        print(call, plan);
        if (fills && outcome.done && plan.count() == 0)
            call.print(call.text(msgid("There is nothing to fill in: nothing was written")));
        else if (fills && outcome.done)
            call.print(call.text({msgid("{1} duties are entered; Undo takes them back as a whole"),
                {std::to_string(plan.count())}}));
        else if (!fills)
            call.print(call.text({msgid("{1} duties would be entered (--dry-run)"),
                {std::to_string(plan.count())}}));
    }
    return outcome.done ? Exit::done : Exit::failed;
}

} // namespace app

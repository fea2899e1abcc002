#include "app/cli/clock_command.h"

#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/access/backup_plan.h"
#include "model/base/files.h"
#include "model/base/text.h"
#include "model/day/clock_differences.h"
#include "model/day/clock_import.h"
#include "model/day/clock_text.h"
#include "model/entities/person.h"
#include "model/exchange/typed_date.h"
#include "model/rules/day_rules.h"

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::Attendance;
using model::ClockChange;
using model::ClockPerson;
using model::msgid;
using model::UsageError;

constexpr std::size_t rows_shown = 60;

std::string code_of(const std::optional<Attendance>& state)
{
    return state
        ? std::string(model::choices_of<Attendance>.at(static_cast<std::size_t>(*state)).code)
        : std::string();
}

std::string words_of(
    Call& call, const std::optional<Attendance>& state, const std::optional<std::int64_t>& minutes)
{
    if (!state)
        return {};
    auto text = call.text(model::choices_of<Attendance>.at(static_cast<std::size_t>(*state)).label);
    return minutes ? text + ' ' + std::to_string(*minutes) : text;
}

/// "HEAD=VALUE,…" as pairs.
std::vector<std::pair<std::string, std::string>> pairs_of(Call& call, const char* option)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& part : model::split(call.line().value(option), ',')) {
        const auto sign = part.find('=');
        if (model::trimmed(part).empty())
            continue;
        if (sign == std::string::npos || sign == 0)
            throw UsageError(
                {msgid("--{1} is written NAME=VALUE,NAME=VALUE, not “{2}”"), {option, part}});
        pairs.emplace_back(
            model::trimmed(part.substr(0, sign)), model::trimmed(part.substr(sign + 1)));
    }
    return pairs;
}

model::ClockRole role_named(Call& call, const std::string& word)
{
    const auto& roles = model::choices_of<model::ClockRole>;
    const auto found = std::ranges::find_if(roles, [&](const model::Choice& role) {
        return word == role.code || word == call.text(role.label);
    });
    if (found != roles.end())
        return static_cast<model::ClockRole>(found - roles.begin());
    std::vector<std::string> names;
    for (const auto& role : roles)
        names.push_back(call.text(role.label) + " (" + std::string(role.code) + ')');
    throw UsageError({msgid("A column of a clock file cannot hold “{1}”; it may hold {2}"),
        {word, model::join(names, "、")}});
}

model::ClockOptions options_of(Call& call)
{
    model::ClockOptions options{.encoding = call.line().value("encoding"),
        .sheet = call.line().value("sheet"),
        .month = {},
        .roles = {}};
    if (call.line().has("month")) {
        const auto month =
            model::parse_typed_month(call.line().value("month"), call.store().today());
        if (!month)
            throw UsageError({msgid("--{1} takes a month such as 2026-01, not “{2}”"),
                {"month", call.line().value("month")}});
        options.month = *month;
    }
    for (const auto& [head, role] : pairs_of(call, "layout"))
        options.roles[head] = role_named(call, role);
    return options;
}

/// Whom --people says the file means: by its number, its name, or both with a blank between.
model::ClockChoices choices_of_people(Call& call, const model::ClockSheet& sheet)
{
    model::ClockChoices choices;
    for (const auto& [said, person] : pairs_of(call, "people")) {
        std::vector<const model::ClockWho*> meant;
        for (const auto& who : sheet.people)
            if (said == who.number || said == who.name || said == who.number + ' ' + who.name)
                meant.push_back(&who);
        if (meant.size() != 1)
            throw UsageError({meant.empty()
                    ? msgid("--people names “{1}”, and the file has nobody called so")
                    : msgid("--people names “{1}”, and the file has several called so: write "
                            "number and name"),
                {said}});
        choices[meant.front()->key()] = call.record(model::def_of<model::Person>(), person);
    }
    return choices;
}

const char* change_code(ClockChange change)
{
    return change == ClockChange::added  ? "new"
        : change == ClockChange::changed ? "changed"
                                         : "same";
}

json::object to_json(const model::ClockDay& day)
{
    const auto& entry = day.after;
    json::array rows;
    for (const int row : day.rows)
        rows.emplace_back(row);
    json::object object{{"person", entry.person->text()}, {"name", day.name},
        {"day", model::to_iso(*entry.day)}, {"change", change_code(day.change)},
        {"punches", entry.punches}, {"clock", code_of(entry.clock_state)},
        {"counts", code_of(entry.state)}, {"entered", code_of(entry.call_state)},
        {"difference", model::is_undecided(entry)}, {"rows", std::move(rows)}};
    if (entry.clock_minutes)
        object["minutes"] = *entry.clock_minutes;
    return object;
}

json::object to_json(Call& call, const model::ClockSheet& sheet, const model::ClockPlan& plan)
{
    json::array days;
    for (const auto& day : plan.days)
        days.push_back(to_json(day));
    json::array people;
    for (std::size_t i = 0; i < plan.people.size(); ++i) {
        const auto& person = plan.people[i];
        if (person.state == ClockPerson::State::known)
            continue;
        json::array candidates;
        for (const auto& candidate : person.candidates)
            candidates.push_back(
                {{"id", candidate.text()}, {"title", call.store().title_of(candidate)}});
        people.push_back({{"number", sheet.people[i].number}, {"name", sheet.people[i].name},
            {"state", person.state == ClockPerson::State::unknown ? "unknown" : "ambiguous"},
            {"reason", call.text(person.reason)}, {"candidates", std::move(candidates)}});
    }
    json::array wrong;
    for (const auto& trouble : sheet.troubles)
        wrong.push_back({{"row", trouble.row}, {"column", trouble.column}, {"value", trouble.value},
            {"reason", call.text(trouble.reason)}});
    json::array notes;
    for (const auto& note : plan.notes)
        notes.push_back(json::value(call.text(note)));
    return {
        {"layout",
            model::choices_of<model::ClockForm>.at(static_cast<std::size_t>(sheet.layout.form)).code},
        {"remembered", sheet.layout.is_remembered}, {"new", plan.added}, {"changed", plan.changed},
        {"same", plan.same}, {"plain", plan.plain}, {"differing", plan.differing},
        {"wrong", sheet.troubles.size()}, {"days", std::move(days)},
        {"unmatched", std::move(people)}, {"errors", std::move(wrong)},
        {"notes", std::move(notes)}};
}

void print_troubles(Call& call, const model::ClockSheet& sheet, const model::ClockPlan& plan)
{
    TextTable table({call.text(msgid("Row")), call.text(msgid("Column")), call.text(msgid("Value")),
                        call.text(msgid("Reason"))},
        80);
    for (std::size_t i = 0; i < std::min(rows_shown, sheet.troubles.size()); ++i) {
        const auto& trouble = sheet.troubles[i];
        table.add({std::to_string(trouble.row), trouble.column, cut(trouble.value, 30),
            call.text(trouble.reason)});
    }
    for (std::size_t i = 0; i < plan.people.size(); ++i)
        if (plan.people[i].state != ClockPerson::State::known)
            table.add({"", "", sheet.people[i].text(), call.text(plan.people[i].reason)});
    if (!table.empty())
        call.print(table.text());
}

void print(Call& call, const model::ClockSheet& sheet, const model::ClockPlan& plan)
{
    TextTable table({call.text(msgid("Day")), call.text(msgid("Person")),
        call.text(msgid("Clocked at")), call.text(msgid("The clock says")),
        call.text(msgid("Entered as")), call.text(msgid("What counts"))});
    std::size_t shown = 0;
    for (const auto& day : plan.days)
        if (day.change != ClockChange::same && shown++ < rows_shown)
            table.add({model::to_iso(*day.after.day), day.name, day.after.punches,
                words_of(call, day.after.clock_state, day.after.clock_minutes),
                words_of(call, day.after.call_state, day.after.call_minutes),
                model::is_undecided(day.after)
                    ? call.text(msgid("to be decided"))
                    : words_of(call, day.after.state, day.after.minutes)});
    if (!table.empty())
        call.print(table.text());
    if (shown > rows_shown)
        call.print(call.text(
            {msgid("… and {1} more; --json lists all"), {std::to_string(shown - rows_shown)}}));
    print_troubles(call, sheet, plan);
}

void print_sum(
    Call& call, const model::ClockPlan& plan, const model::ClockSheet& sheet, bool written)
{
    call.print(call.text({written
            ? msgid("{1} new, {2} changed, {3} the same, {4} days with nothing amiss; {5} "
                    "differences to be decided, {6} cells wrong, {7} people not matched")
            : msgid("Nothing was written. It would be: {1} new, {2} changed, {3} the same, {4} "
                    "days with nothing amiss; {5} differences to be decided, {6} cells wrong, {7} "
                    "people not matched"),
        {std::to_string(plan.added), std::to_string(plan.changed), std::to_string(plan.same),
            std::to_string(plan.plain), std::to_string(plan.differing),
            std::to_string(sheet.troubles.size()), std::to_string(plan.unmatched)}}));
}

/// What the file says of each row that was refused.
void note_refused(Call& call, const model::ClockPlan& plan, const model::ClockOutcome& result)
{
    for (const auto& [place, reason] : result.refused)
        call.note(plan.days[place].name + ' ' + model::to_iso(*plan.days[place].after.day) + ": "
            + call.text(reason));
}

std::optional<model::Date> day_of(Call& call, const char* option)
{
    if (!call.line().has(option))
        return std::nullopt;
    const auto day = model::parse_typed_date(call.line().value(option), call.store().today());
    if (!day)
        throw UsageError({msgid("--{1} takes a day such as 2026-01-31, not “{2}”"),
            {option, call.line().value(option)}});
    return day;
}

} // namespace

Exit import_clock(Call& call)
{
    const auto& line = call.line();
    call.require(model::Action::enter, model::def_of<model::AttendanceDay>());
    const auto path = model::path_of(call.operand(0));
    const auto options = options_of(call);
    const auto sheet = model::read_clock_sheet(call.store(), path, options);
    const model::ClockTerms terms{.people = choices_of_people(call, sheet),
        .absences = !line.has("no-absences"),
        .good_rows = line.has("good-rows")};
    const auto plan = model::plan_clock(call.store(), call.editor().permission(), sheet, terms);
    const bool writes = !line.has("dry-run");
    if (writes && !line.has("no-backup"))
        model::back_up_before({call.world().files, call.world().clock}, call.session().db.handle(),
            data_file(line), call.session().key, model::BackupReason::before_import);
    const auto result = writes ? model::accept_clock(call.editor(), path, sheet, plan, terms)
                               : model::ClockOutcome{};
    if (call.json()) {
        auto answer = to_json(call, sheet, plan);
        answer["run"] = result.run != 0 ? json::value(result.run) : json::value(nullptr);
        call.answer(answer);
    } else {
        print(call, sheet, plan);
        print_sum(call, plan, sheet, result.outcome.done);
        if (result.run != 0)
            call.print(call.text({msgid("Import {1}; take it back with: {2}"),
                {std::to_string(result.run),
                    call.command("unimport " + std::to_string(result.run))}}));
    }
    for (const auto& note : plan.notes)
        call.note(call.text(note));
    note_refused(call, plan, result);
    if (plan.is_clean(sheet) && result.refused.empty())
        return Exit::done;
    if (result.outcome.done)
        return Exit::partly;
    if (writes)
        call.note(call.text(msgid("Nothing was taken, because not everything can be: mend the "
                                  "file, say with --people who is meant, or take the rest with "
                                  "--good-rows")));
    return Exit::failed;
}

Exit clock_differences(Call& call)
{
    call.require(model::Action::see, model::def_of<model::AttendanceDay>());
    const auto found = model::clock_differences(call.store(), call.editor().permission(),
        call.line().has("all") ? model::DifferencesShown::all : model::DifferencesShown::open,
        day_of(call, "from"), day_of(call, "to"));
    if (call.json()) {
        json::array array;
        for (const auto& each : found)
            array.push_back({{"id", each.entry.id.text()}, {"day", model::to_iso(*each.entry.day)},
                {"name", each.name}, {"window", each.window}, {"punches", each.entry.punches},
                {"clock", code_of(each.entry.clock_state)},
                {"entered", code_of(each.entry.call_state)},
                {"counts", code_of(each.entry.state)},
                {"decided", each.is_decided()
                        ? model::choices_of<model::AttendanceDecision>
                              .at(static_cast<std::size_t>(*each.entry.decided))
                              .code
                        : ""}});
        call.answer({{"differences", std::move(array)}});
        return Exit::done;
    }
    TextTable table(
        {call.text(msgid("Day")), call.text(msgid("Person")), call.text(msgid("Window")),
            call.text(msgid("Clocked at")), call.text(msgid("The clock says")),
            call.text(msgid("Entered as")), call.text(msgid("What counts")), "id"},
        40);
    for (const auto& each : found)
        table.add({model::to_iso(*each.entry.day), each.name, each.window, each.entry.punches,
            words_of(call, each.entry.clock_state, each.entry.clock_minutes),
            words_of(call, each.entry.call_state, each.entry.call_minutes),
            each.is_decided() ? words_of(call, each.entry.state, each.entry.minutes)
                              : call.text(msgid("to be decided")),
            each.entry.id.text()});
    call.print(table.empty() ? call.text(msgid("The clock and what was entered say the same"))
                             : table.text());
    return Exit::done;
}

Exit decide_clock(Call& call)
{
    const auto by = call.line().value("by");
    if (by != "clock" && by != "entry")
        throw UsageError(
            {msgid("Say what counts: --by clock, or --by entry for what was entered")});
    std::vector<model::Uuid> entries;
    for (const auto& word : call.line().operands)
        entries.push_back(call.record(model::def_of<model::AttendanceDay>(), word));
    const auto outcome = understood([&] {
        return model::decide_differences(call.editor(), entries,
            by == "clock" ? model::AttendanceDecision::clock : model::AttendanceDecision::entry);
    });
    call.note(model::def_of<model::AttendanceDay>(), outcome.findings);
    if (call.json())
        call.answer({{"done", outcome.done}, {"changed", outcome.changed},
            {"findings", app::to_json(outcome.findings, call.translate())}});
    else if (outcome.done)
        call.print(call.text({msgid("{1} differences are decided; undo takes it back"),
            {std::to_string(entries.size())}}));
    return outcome.done ? Exit::done : Exit::failed;
}

} // namespace app

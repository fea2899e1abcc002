#include "app/cli/assessment_commands.h"

#include "app/cli/json.h"
#include "app/cli/method_command.h"
#include "app/cli/method_try.h"
#include "app/cli/score_telling.h"
#include "app/terminal/text_table.h"
#include "model/assessing/kept_methods.h"
#include "model/assessing/period_result.h"
#include "model/commands/automatic_entries.h"
#include "model/commands/ledger_steps.h"
#include "model/commands/method_import.h"
#include "model/commands/period_steps.h"
#include "model/commands/seen_scores.h"
#include "model/entities/place.h"
#include "model/entities/score.h"
#include "model/exchange/typed_date.h"

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::UsageError;

template <class Enum>
const model::Choice& choice(Enum value)
{
    return model::choices_of<Enum>.at(static_cast<std::size_t>(value));
}

/// By its code, or by its label in the user's language.
template <class Enum>
std::optional<Enum> choice_of(Call& call, const std::string& word)
{
    const auto& choices = model::choices_of<Enum>;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].code == word || call.text(choices[i].label) == word)
            return static_cast<Enum>(i);
    return std::nullopt;
}

std::optional<model::Date> day_of(Call& call, const char* option)
{
    if (!call.line().has(option))
        return std::nullopt;
    const auto text = call.line().value(option);
    const auto day = model::parse_typed_date(text, call.store().today());
    if (!day)
        throw UsageError(
            {msgid("--{1} takes a day such as 2026-01-31, not “{2}”"), {option, text}});
    return day;
}

model::Points points_of(Call& call, const char* option)
{
    const auto text = call.line().value(option);
    const auto points = model::Points::parse(text);
    if (!points)
        throw UsageError({msgid("--{1} takes points such as -0.5, not “{2}”"), {option, text}});
    return *points;
}

std::int64_t number_of(Call& call, const char* option)
{
    const auto text = call.line().value(option);
    std::size_t end = 0;
    try {
        const auto number = std::stoll(text, &end);
        if (end == text.size())
            return number;
    } catch (const std::exception&) {
        end = 0;
    }
    throw UsageError({msgid("--{1} takes a whole number, not “{2}”"), {option, text}});
}

/// What a step came to, for people or as JSON.
Exit tell(
    Call& call, const model::EntityDef& def, const model::Outcome& outcome, const std::string& done)
{
    call.note(def, outcome.findings);
    if (call.json())
        call.answer({{"done", outcome.done}, {"changed", outcome.changed},
            {"id", outcome.id.is_nil() ? json::value(nullptr) : json::value(outcome.id.text())},
            {"findings", to_json(outcome.findings, call.translate())},
            {"command", outcome.command ? json::value(outcome.command) : json::value(nullptr)}});
    else if (outcome.done)
        call.print(done);
    return outcome.done ? Exit::done : Exit::failed;
}

model::Uuid place_asked(Call& call)
{
    if (call.line().has("place"))
        return call.record(model::def_of<model::Place>(), call.line().value("place"));
    const auto halls = call.store().where(
        model::def_of<model::Place>(), "type", model::Value{std::string("hall")});
    if (halls.size() != 1)
        throw model::Error({msgid("Say which place is assessed: --place NAME")});
    return halls.front().id;
}

/// An id, a name, or "2026-10": the period of that time, where there is one alone.
model::Period period_asked(Call& call, const std::string& word)
{
    call.readable("period");
    const auto& def = model::def_of<model::Period>();
    if (const auto span = model::AssessmentPeriod::parse(word)) {
        std::vector<model::Period> found;
        for (auto& period : model::seen_periods(call.store(), call.editor().permission()))
            if (span_of(period) == *span)
                found.push_back(std::move(period));
        if (found.size() == 1)
            return std::move(found.front());
        if (found.empty())
            throw model::Error({msgid("{1} was not opened: {2}"),
                {word, call.command("period open METHOD " + word)}});
        std::string names;
        for (const auto& period : found)
            names += (names.empty() ? "" : call.text(msgid(", "))) + period.name;
        throw model::Error(
            {msgid("There are several periods {1}: name one of {2}"), {word, names}});
    }
    const auto record = call.store().find(def, call.record(def, word));
    return model::from_record<model::Period>(*record);
}

ScoreTelling telling(const model::PeriodResult& result)
{
    return {.method = result.input.method,
        .key = "entry",
        .event = msgid("entry {1}, {2}: {3}"),
        .veto = msgid("barred from titles of {1} by rule {2} (entry {3})"),
        .name = [](const model::Uuid& id) { return id.text(); }};
}

json::array problems_json(Call& call, const model::PeriodResult& result)
{
    json::array all;
    for (const auto& problem : result.scores.problems)
        all.push_back({{"entry", problem.id.text()}, {"message", call.text(problem.what)}});
    return all;
}

void note_problems(Call& call, const model::PeriodResult& result)
{
    for (const auto& trouble : result.troubles)
        call.note(call.text(trouble));
    for (const auto& problem : result.scores.problems)
        call.note(
            call.text({msgid("Entry {1}: {2}"), {problem.id.text(), call.text(problem.what)}}));
}

Exit list_periods(Call& call)
{
    call.readable("period");
    TextTable table(
        {call.text(msgid("Name of the period")), call.text(msgid("State of the period")),
            call.text(msgid("Objections until")), call.text(msgid("Confirmed and locked on"))});
    json::array all;
    for (const auto& period : model::seen_periods(call.store(), call.editor().permission())) {
        const auto& state = choice(period.state.value_or(model::PeriodState::open));
        const auto day = [](const std::optional<model::Date>& date) {
            return date ? model::to_iso(*date) : std::string();
        };
        table.add(
            {period.name, call.text(state.label), day(period.object_until), day(period.locked)});
        all.push_back({{"id", period.id.text()}, {"name", period.name},
            {"period", span_of(period).text()}, {"state", state.code},
            {"objections_until", day(period.object_until)}, {"locked", day(period.locked)}});
    }
    if (call.json())
        call.answer({{"periods", std::move(all)}});
    else
        call.print(table.text());
    return Exit::done;
}

Exit open_period(Call& call)
{
    const auto& method = call.operand(1);
    const auto span = model::AssessmentPeriod::parse(call.operand(2));
    if (!span)
        throw UsageError({msgid("“{1}” is no period: write 2026-10, 2026-Q4, 2026-H2 or 2026"),
            {call.operand(2)}});
    call.writable("period");
    const auto outcome = model::open_period(call.editor(), place_asked(call), method, *span);
    return tell(call, model::def_of<model::Period>(), outcome,
        call.text({msgid("{1} is open"), {span->text()}}));
}

Exit collect(Call& call)
{
    call.writable("ledger_entry");
    const auto period = period_asked(call, call.operand(1));
    const auto outcome = model::enter_automatic(call.editor(), period.id,
        call.text(msgid("The record it came from was changed or withdrawn")));
    return tell(call, model::def_of<model::LedgerEntry>(), outcome,
        call.text(outcome.changed ? msgid("The ledger has what the registers tell")
                                  : msgid("The ledger has it all already")));
}

Exit move(Call& call, model::PeriodMove which)
{
    call.readable("period");
    const auto period = period_asked(call, call.operand(1));
    const model::PeriodStep step{.move = which,
        .on = day_of(call, "on"),
        .until = day_of(call, "until"),
        .reason = call.line().value("reason"),
        .document = call.line().value("document"),
        .anyway = call.line().has("anyway")};
    const auto outcome =
        understood([&] { return model::move_period(call.editor(), period.id, step); });
    const auto now = call.store().find(model::def_of<model::Period>(), period.id);
    const auto state =
        model::from_record<model::Period>(*now).state.value_or(model::PeriodState::open);
    return tell(call, model::def_of<model::Period>(), outcome,
        call.text({msgid("{1}: {2}"), {period.name, call.text(choice(state).label)}}));
}

std::string text_of(const model::AssessmentMethod& method, const model::PeriodStanding& standing)
{
    return standing.total ? standing.total->text(method.places) : std::string();
}

json::object ranked_json(const model::PeriodResult& result, const model::RankLine& line)
{
    const auto& standing = result.standings[line.standing];
    json::object object{{"place", line.place}, {"name", standing.name},
        {"id", standing.object.text()}, {"score", text_of(result.input.method, standing)},
        {"deducted", standing.deducted.text()}, {"bonus", standing.bonus.text()},
        {"days", standing.days}};
    if (const auto titles = result.titles_of(standing.object); !titles.empty())
        object["titles"] = titles;
    return object;
}

} // namespace

Exit period(Call& call)
{
    const auto& word = call.operand(0);
    const auto operands = call.line().operands.size();
    if (word == "list" && operands == 1)
        return list_periods(call);
    if (word == "open" && operands == 3)
        return open_period(call);
    if (word == "collect" && operands == 2)
        return collect(call);
    if (const auto which = choice_of<model::PeriodMove>(call, word); which && operands == 2)
        return move(call, *which);
    throw UsageError({msgid("Write it like this: {1}"),
        {"hallctl period list | open METHOD 2026-10 | collect PERIOD | "
         "draft|notice|public|lock|publish|reopen PERIOD"}});
}

Exit score(Call& call)
{
    const auto period = period_asked(call, call.operand(0));
    const auto wanted = call.line().value("object");
    const auto kind = choice_of<model::AssessedKind>(call, wanted);
    if (!wanted.empty() && !kind)
        throw UsageError({msgid("“{1}” is nothing that is assessed: {2}"),
            {wanted, "window, staff, chief, unit, outlet"}});
    call.require(model::Action::see, model::def_of<model::ScoreRecord>());
    auto result = understood([&] { return model::period_result(call.store(), period); });
    model::leave_seen(result, call.store(), period, call.editor().permission());
    json::array kinds;
    for (const auto& each : result.kinds) {
        if (kind && each.kind != *kind)
            continue;
        TextTable table({call.text(msgid("Rank")), call.text(msgid("Name of the object")),
            call.text(msgid("Score")), call.text(msgid("Points deducted")),
            call.text(msgid("Titles"))});
        json::array lines;
        for (const auto& line : each.ranking) {
            const auto& standing = result.standings[line.standing];
            table.add(
                {std::to_string(line.place), standing.name, text_of(result.input.method, standing),
                    standing.deducted.text(), result.titles_of(standing.object)});
            lines.push_back(ranked_json(result, line));
        }
        if (!call.json() && !table.empty())
            call.print(call.text(choice(each.kind).label) + "\n" + table.text());
        kinds.push_back({{"kind", choice(each.kind).code}, {"ranking", std::move(lines)}});
    }
    if (call.json())
        call.answer({{"period", span_of(period).text()}, {"locked", result.is_locked},
            {"kinds", std::move(kinds)}, {"problems", problems_json(call, result)}});
    else
        note_problems(call, result);
    return Exit::done;
}

Exit explain(Call& call)
{
    if (call.operand(0) != "score")
        throw UsageError({msgid("Write it like this: {1}"), {"hallctl explain score PERIOD NAME"}});
    const auto period = period_asked(call, call.operand(1));
    call.require(model::Action::see, model::def_of<model::ScoreRecord>());
    auto result = understood([&] { return model::period_result(call.store(), period); });
    model::leave_seen(result, call.store(), period, call.editor().permission());
    const auto& name = call.operand(2);
    const auto id = model::Uuid::parse(name);
    std::vector<const model::ObjectScore*> found;
    for (const auto& each : result.scores.objects)
        if ((id && each.object.id == *id) || each.object.name == name)
            found.push_back(&each);
    if (found.size() != 1)
        throw model::Error({found.empty() ? msgid("“{1}” has no score in {2}")
                                          : msgid("Several are called “{1}” in {2}: give the id "
                                                  "that hallctl --json score tells"),
            {name, period.name}});
    if (call.json())
        call.answer({{"period", span_of(period).text()},
            {"score", to_json(call, telling(result), *found.front())}});
    else
        print(call, telling(result), *found.front());
    return Exit::done;
}

Exit titles(Call& call)
{
    const auto period = period_asked(call, call.operand(0));
    call.require(model::Action::see, model::def_of<model::ScoreRecord>());
    auto result = understood([&] { return model::period_result(call.store(), period); });
    model::leave_seen(result, call.store(), period, call.editor().permission());
    json::array all;
    for (const auto& kind : result.kinds)
        for (const auto& title : kind.titles) {
            json::array lines;
            for (const auto& line : title.lines) {
                const auto& rank = kind.ranking[line.rank];
                const auto& name = result.standings[rank.standing].name;
                const auto& state = choice(line.state);
                lines.push_back({{"place", rank.place}, {"name", name}, {"state", state.code}});
                if (!call.json())
                    call.print(call.text({msgid("{1}, place {2}: {3} ({4})"),
                        {title.title->name, std::to_string(rank.place), name,
                            call.text(state.label)}}));
            }
            all.push_back({{"title", title.title->name}, {"lines", std::move(lines)}});
        }
    if (call.json())
        call.answer({{"period", span_of(period).text()}, {"titles", std::move(all)}});
    else if (all.empty())
        call.print(call.text(msgid("The method has no titles for such a period")));
    return Exit::done;
}

namespace {

Exit add_to_ledger(Call& call)
{
    call.writable("ledger_entry");
    model::LedgerEvent event;
    event.method = call.operand(1);
    event.line = call.operand(2);
    event.day = day_of(call, "day").value_or(call.store().today());
    const auto version = understood([&] { return model::method_of(call.store(), event); });
    const auto* line = version.method.line(event.line);
    if (!line)
        throw model::Error({msgid("“{1}” has no rule {2}"), {version.method.name, event.line}});
    if (call.line().has("place"))
        event.place = call.record(model::def_of<model::Place>(), call.line().value("place"));
    event.kind = line->object;
    event.object = call.record(model::register_of(line->object), call.operand(3));
    if (call.line().has("count"))
        event.count = number_of(call, "count");
    if (call.line().has("minutes"))
        event.minutes = number_of(call, "minutes");
    if (call.line().has("points"))
        event.each = points_of(call, "points");
    event.evidence = call.line().value("evidence");
    const auto outcome = understood([&] { return model::add_entry(call.editor(), event); });
    return tell(call, model::def_of<model::LedgerEntry>(), outcome,
        call.text({msgid("Entered: rule {1}, {2}"), {event.line, line->text}}));
}

Exit adjust(Call& call)
{
    call.writable("ledger_entry");
    const auto id = call.record(model::def_of<model::LedgerEntry>(), call.operand(1));
    model::LedgerAdjustment adjustment{
        .reason = call.line().value("reason"), .approver = call.line().value("approver")};
    if (call.line().has("count"))
        adjustment.count = number_of(call, "count");
    if (call.line().has("minutes"))
        adjustment.minutes = number_of(call, "minutes");
    if (call.line().has("points"))
        adjustment.each = points_of(call, "points");
    const auto outcome =
        understood([&] { return model::adjust_entry(call.editor(), id, adjustment); });
    return tell(call, model::def_of<model::LedgerEntry>(), outcome,
        call.text(msgid("The entry is adjusted")));
}

} // namespace

Exit ledger(Call& call)
{
    const auto& word = call.operand(0);
    const auto operands = call.line().operands.size();
    if (word == "add" && operands == 4)
        return add_to_ledger(call);
    if (word == "adjust" && operands == 2)
        return adjust(call);
    throw UsageError({msgid("Write it like this: {1}"),
        {"hallctl ledger add METHOD RULE NAME [--day DAY] [--count N] | adjust ENTRY --count -1 "
         "--reason WHY --approver WHO"}});
}

Exit import_method(Call& call)
{
    call.writable("method");
    const auto file = method_of(call, call.operand(1));
    const auto result = model::import_method(call.editor(), file.bytes);
    return tell(call, model::def_of<model::Method>(), result.outcome,
        call.text({msgid("{1}: {2} rules taken in"),
            {file.method.name, std::to_string(file.method.lines.size())}}));
}

const std::vector<Command>& assessment_commands()
{
    static const std::vector<Command> commands{
        {"method",
            msgid("method list | show ID | check FILE | import FILE | try FILE LEDGER.csv "
                  "[--period 2026-10]"),
            msgid("assessment methods: those that come along and the office's own, what is wrong "
                  "with one, what it makes of a ledger"),
            1, 3, {"period", "encoding", "sheet"}, method,
            msgid("No data file is needed, but for import, which takes FILE or one of those that "
                  "come along into the office's registers. A method is a file of JSON: hallctl "
                  "--json method show "
                  "ID gives one to begin with. The ledger is a sheet with the heads 日期, 对象, "
                  "条款, "
                  "次数, 分钟, 分值; rows of the type 在岗, 评分 and 得分 tell who served where, "
                  "ballots "
                  "and known scores.")},
        {"ledger", msgid("ledger add METHOD RULE NAME | adjust ENTRY"),
            msgid("an event of the assessment ledger, or an adjustment of one"), 2, 4,
            {"day", "place", "count", "minutes", "points", "evidence", "reason", "approver"},
            ledger,
            msgid("ledger add cangnan-2019 1.2 罗文婷 --day 2026-10-12   by the number of the "
                  "rule\nAn entry is never changed: ledger adjust ENTRY --count -1 --reason WHY "
                  "--approver WHO takes it back.")},
        {"period",
            msgid("period list | open METHOD 2026-10 | collect PERIOD | "
                  "draft|notice|public|lock|publish|reopen PERIOD"),
            msgid("the periods of assessment and how far they are"), 1, 3,
            {"place", "on", "until", "reason", "document", "anyway"}, period,
            msgid("PERIOD is 2026-10, 2026-Q4 or a name. collect brings what attendance, leave, "
                  "complaints, bad ratings and findings tell into the ledger. --on says on which "
                  "day a step "
                  "was taken, --until how long units may object or scores are public. lock keeps "
                  "the scores "
                  "for ever; --anyway although some are missing. reopen needs a --reason, publish "
                  "the --document of the bulletin.")},
        {"score", msgid("score PERIOD [--object window|staff|chief|unit|outlet]"),
            msgid("the scores of a period, ranked, with their titles"), 1, 1, {"object"}, score},
        {"explain", msgid("explain score PERIOD NAME"),
            msgid("a score with every number behind it, down to the entries"), 3, 3, {}, explain},
        {"titles", msgid("titles PERIOD"),
            msgid("who gets the titles of a period, and why others do not"), 1, 1, {}, titles},
    };
    return commands;
}

} // namespace app

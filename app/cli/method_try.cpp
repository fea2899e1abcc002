#include "app/cli/method_try.h"

#include "app/terminal/nearest.h"
#include "app/terminal/text_table.h"
#include "model/assessment/explain.h"
#include "model/assessment/method_reader.h"
#include "model/assessment/shipped_methods.h"
#include "model/assessment/titles.h"
#include "model/base/files.h"
#include "model/exchange/ledger_sheet.h"

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::AssessmentPeriod;
using model::msgid;
using model::ObjectScore;
using model::Points;
using model::UsageError;

/// What is tried, and what came of it.
struct Trial {
    model::AssessmentMethod method;
    model::LedgerSheet sheet;
    AssessmentPeriod period;
    model::PeriodScores scores;
    std::vector<model::PeriodStanding> standings;
};

/// The period of --period, or the one in which the ledger begins.
AssessmentPeriod period_of(Call& call, const Trial& trial)
{
    if (call.line().has("period")) {
        const auto text = call.line().value("period");
        const auto period = AssessmentPeriod::parse(text);
        if (!period)
            throw UsageError(
                {msgid("“{1}” is no period: write 2026-10, 2026-Q4, 2026-H2 or 2026"), {text}});
        return *period;
    }
    const auto& entries = trial.sheet.entries;
    const auto first = std::ranges::min_element(entries, {}, &model::PointEntry::day);
    if (first == entries.end())
        throw UsageError({msgid("The ledger has no day: name the period, --period 2026-10")});
    return AssessmentPeriod::of(trial.method.period.value_or(model::PeriodKind::month), first->day);
}

std::string row_text(const Trial& trial, const model::Uuid& id)
{
    const auto found = trial.sheet.rows.find(id);
    return found == trial.sheet.rows.end() ? std::string() : std::to_string(found->second);
}

json::array events_json(Call& call, const Trial& trial, const model::ScoreStep& step)
{
    json::array all;
    for (const auto* event : step.events) {
        json::object object{{"row", row_text(trial, event->entry)},
            {"day", model::to_iso(event->day)}, {"line", event->line},
            {"points", event->points.text()}, {"told", call.text(told(trial.method, *event))}};
        if (event->note != model::EventNote::none)
            object["note"] = call.text(note_label(event->note));
        all.push_back(std::move(object));
    }
    return all;
}

json::array steps_json(Call& call, const Trial& trial, const std::vector<model::ScoreStep>& steps)
{
    json::array all;
    for (const auto& step : steps)
        all.push_back({{"what", call.text(step.what)}, {"points", step.points.text()},
            {"events", events_json(call, trial, step)}});
    return all;
}

json::object to_json(Call& call, const Trial& trial, const ObjectScore& score)
{
    const auto explained = explain(trial.method, score);
    json::array missing;
    for (const auto& why : score.missing)
        missing.push_back(json::value(call.text(why)));
    json::object object{{"name", score.object.name},
        {"kind",
            model::choices_of<model::AssessedKind>[static_cast<std::size_t>(score.object.kind)]
                .code},
        {"ledger", score.ledger.text()}, {"days", score.days}, {"period_days", score.period_days},
        {"vetoes", score.vetoes.size()}, {"missing", std::move(missing)},
        {"steps", steps_json(call, trial, explained.ledger)},
        {"composition", steps_json(call, trial, explained.composition)}};
    if (score.total)
        object["score"] = score.total->text(trial.method.places);
    if (!score.band.empty())
        object["band"] = score.band;
    return object;
}

void print_steps(Call& call, const Trial& trial, const std::vector<model::ScoreStep>& steps)
{
    for (const auto& step : steps) {
        call.print("  " + padded(step.points.text(), 10) + call.text(step.what));
        for (const auto* event : step.events) {
            auto line = call.text({msgid("row {1}, {2}: {3}"),
                {row_text(trial, event->entry), model::to_iso(event->day),
                    call.text(told(trial.method, *event))}});
            if (event->note != model::EventNote::none)
                line += " (" + call.text(note_label(event->note)) + ')';
            call.print("      " + padded(event->points.text(), 10) + line);
        }
    }
}

void print(Call& call, const Trial& trial, const ObjectScore& score)
{
    const auto total =
        score.total ? score.total->text(trial.method.places) : call.text(msgid("no score"));
    call.print(call.text({msgid("{1}: {2}"), {score.object.name, total}})
        + (score.band.empty() ? "" : " " + score.band));
    const auto explained = explain(trial.method, score);
    print_steps(call, trial, explained.ledger);
    print_steps(call, trial, explained.composition);
    if (score.days < score.period_days)
        call.print("  "
            + call.text({msgid("there on {1} of {2} days"),
                {std::to_string(score.days), std::to_string(score.period_days)}}));
    for (const auto& why : score.missing)
        call.print("  " + call.text(why));
    for (const auto& veto : score.vetoes)
        call.print("  "
            + call.text({msgid("barred from titles of {1} by rule {2} (row {3})"),
                {veto.scope.text(), veto.line, row_text(trial, veto.entry)}}));
    call.print("");
}

/// The titles of the period's own kind, for each kind of object.
json::array titles(Call& call, const Trial& trial)
{
    json::array all;
    for (const auto kind : trial.method.objects) {
        const auto ranking = model::rank(trial.method, kind, trial.standings);
        for (const auto& result :
            model::award_titles(trial.method, trial.period, kind, trial.standings, ranking)) {
            json::array lines;
            for (const auto& line : result.lines) {
                const auto& rank = ranking[line.rank];
                const auto& choice =
                    model::choices_of<model::TitleState>[static_cast<std::size_t>(line.state)];
                const auto& name = trial.standings[rank.standing].name;
                lines.push_back({{"place", rank.place}, {"name", name}, {"state", choice.code}});
                if (!call.json())
                    call.print(call.text({msgid("{1}, place {2}: {3} ({4})"),
                        {result.title->name, std::to_string(rank.place), name,
                            call.text(choice.label)}}));
            }
            all.push_back({{"title", result.title->name}, {"lines", std::move(lines)}});
        }
    }
    return all;
}

/// Rows that were not counted, and why.
json::array problems(Call& call, const Trial& trial)
{
    json::array all;
    const auto tell = [&](const std::string& row, const model::Message& what) {
        all.push_back({{"row", row}, {"message", call.text(what)}});
        if (!call.json())
            call.note(call.text({msgid("Row {1}: {2}"), {row, call.text(what)}}));
    };
    for (const auto& problem : trial.sheet.problems)
        tell(std::to_string(problem.row), problem.what);
    for (const auto& problem : trial.scores.problems)
        tell(row_text(trial, problem.id), problem.what);
    return all;
}

} // namespace

std::string file_bytes(const std::string& path)
{
    model::SystemFiles files;
    auto bytes = files.read(path);
    if (!bytes)
        throw model::Error({msgid("There is no file {1}"), {path}});
    return std::move(*bytes);
}

MethodFile method_of(Call& call, const std::string& id_or_file)
{
    if (const auto* shipped = model::shipped_method(id_or_file))
        return {shipped->method, std::string(shipped->bytes)};
    model::SystemFiles files;
    if (!files.exists(id_or_file)) {
        std::vector<std::string> ids;
        for (const auto& shipped : model::shipped_methods())
            ids.push_back(shipped.method.id);
        const auto similar = nearest(id_or_file, ids);
        if (similar.empty())
            throw model::Error({msgid("There is neither a method nor a file {1}: see hallctl "
                                      "method list"),
                {id_or_file}});
        throw model::Error({msgid("There is neither a method nor a file {1}: did you mean {2}?"),
            {id_or_file, similar}});
    }
    auto bytes = file_bytes(id_or_file);
    auto reading = model::read_method(bytes);
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark))
        bytes.erase(0, byte_order_mark.size());
    if (reading.method)
        return {std::move(*reading.method), std::move(bytes)};
    std::string all;
    for (const auto& problem : reading.problems)
        all += '\n' + problem.sentence(call.translate());
    throw model::Error({msgid("{1} cannot be used: {2}"), {id_or_file, all}});
}

Exit try_method(Call& call)
{
    Trial trial;
    trial.method = method_of(call, call.operand(1)).method;
    trial.sheet = model::read_ledger_sheet(model::path_of(call.operand(2)), trial.method,
        {.encoding = call.line().value("encoding"), .sheet = call.line().value("sheet")});
    trial.period = period_of(call, trial);
    trial.scores = model::score(trial.method, trial.period, trial.sheet.input());
    for (const auto& score : trial.scores.objects)
        trial.standings.push_back(standing_of(score));

    json::array objects;
    if (call.json())
        for (const auto& score : trial.scores.objects)
            objects.push_back(to_json(call, trial, score));
    else
        for (const auto& score : trial.scores.objects)
            print(call, trial, score);
    auto awarded = titles(call, trial);
    auto refused = problems(call, trial);
    const bool is_whole = refused.empty();
    if (call.json())
        call.answer({{"method", trial.method.id}, {"period", trial.period.text()},
            {"objects", std::move(objects)}, {"titles", std::move(awarded)},
            {"problems", std::move(refused)}});
    return is_whole ? Exit::done : Exit::partly;
}

} // namespace app

#include "app/cli/method_try.h"

#include "app/cli/score_telling.h"
#include "app/terminal/nearest.h"
#include "model/assessing/kept_methods.h"
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

/// Entries are called by their rows in the sheet.
ScoreTelling telling(const Trial& trial)
{
    return {.method = trial.method,
        .key = "row",
        .event = msgid("row {1}, {2}: {3}"),
        .veto = msgid("barred from titles of {1} by rule {2} (row {3})"),
        .name = [&trial](const model::Uuid& id) { return row_text(trial, id); }};
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
    if (call.line().has("db")) { // the office's own: the newest version
        call.readable("method");
        for (const auto& version : model::versions_of(call.store(), id_or_file))
            if (auto text = model::method_text(call.store(), version.id); !text.empty())
                return {model::kept_method(call.store(), version.id), std::move(text)};
    }
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
            objects.push_back(to_json(call, telling(trial), score));
    else
        for (const auto& score : trial.scores.objects)
            print(call, telling(trial), score);
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

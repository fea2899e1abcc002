#include "app/cli/score_telling.h"

#include "app/terminal/text_table.h"
#include "model/assessment/explain.h"

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::ObjectScore;

json::array events_json(Call& call, const ScoreTelling& telling, const model::ScoreStep& step)
{
    json::array all;
    for (const auto* event : step.events) {
        json::object object{{telling.key, telling.name(event->entry)},
            {"day", model::to_iso(event->day)}, {"line", event->line},
            {"points", event->points.text()}, {"told", call.text(told(telling.method, *event))}};
        if (event->note != model::EventNote::none)
            object["note"] = call.text(note_label(event->note));
        all.push_back(std::move(object));
    }
    return all;
}

json::array steps_json(
    Call& call, const ScoreTelling& telling, const std::vector<model::ScoreStep>& steps)
{
    json::array all;
    for (const auto& step : steps)
        all.push_back({{"what", call.text(step.what)}, {"points", step.points.text()},
            {"events", events_json(call, telling, step)}});
    return all;
}

void print_steps(
    Call& call, const ScoreTelling& telling, const std::vector<model::ScoreStep>& steps)
{
    for (const auto& step : steps) {
        call.print("  " + padded(step.points.text(), 10) + call.text(step.what));
        for (const auto* event : step.events) {
            auto line = call.text({telling.event,
                {telling.name(event->entry), model::to_iso(event->day),
                    call.text(told(telling.method, *event))}});
            if (event->note != model::EventNote::none)
                line += " (" + call.text(note_label(event->note)) + ')';
            call.print("      " + padded(event->points.text(), 10) + line);
        }
    }
}

} // namespace

json::object to_json(Call& call, const ScoreTelling& telling, const ObjectScore& score)
{
    const auto explained = explain(telling.method, score);
    json::array missing;
    for (const auto& why : score.missing)
        missing.push_back(json::value(call.text(why)));
    json::object object{{"name", score.object.name},
        {"kind",
            model::choices_of<model::AssessedKind>[static_cast<std::size_t>(score.object.kind)]
                .code},
        {"ledger", score.ledger.text()}, {"days", score.days}, {"period_days", score.period_days},
        {"vetoes", score.vetoes.size()}, {"missing", std::move(missing)},
        {"steps", steps_json(call, telling, explained.ledger)},
        {"composition", steps_json(call, telling, explained.composition)}};
    if (score.total)
        object["score"] = score.total->text(telling.method.places);
    if (!score.band.empty())
        object["band"] = score.band;
    return object;
}

void print(Call& call, const ScoreTelling& telling, const ObjectScore& score)
{
    const auto total =
        score.total ? score.total->text(telling.method.places) : call.text(msgid("no score"));
    call.print(call.text({msgid("{1}: {2}"), {score.object.name, total}})
        + (score.band.empty() ? "" : " " + score.band));
    const auto explained = explain(telling.method, score);
    print_steps(call, telling, explained.ledger);
    print_steps(call, telling, explained.composition);
    if (score.days < score.period_days)
        call.print("  "
            + call.text({msgid("there on {1} of {2} days"),
                {std::to_string(score.days), std::to_string(score.period_days)}}));
    for (const auto& why : score.missing)
        call.print("  " + call.text(why));
    for (const auto& veto : score.vetoes)
        call.print("  "
            + call.text({telling.veto, {veto.scope.text(), veto.line, telling.name(veto.entry)}}));
    call.print("");
}

} // namespace app

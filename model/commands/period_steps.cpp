#include "model/commands/period_steps.h"

#include "model/assessing/basis_text.h"
#include "model/assessing/kept_methods.h"
#include "model/assessing/period_result.h"
#include "model/assessment/objections.h"
#include "model/base/text.h"
#include "model/commands/entry_check.h"
#include "model/commands/require.h"
#include "model/commands/store_lookup.h"
#include "model/entities/objection.h"
#include "model/entities/period_basis.h"
#include "model/entities/score.h"
#include "model/rules/normal.h"

#include <algorithm>

namespace model {

namespace {

Finding refusal(const char* rule, std::string_view field, Message message)
{
    return {.rule = rule, .field = field, .message = std::move(message)};
}

Outcome refused(const Uuid& id, Finding finding)
{
    Outcome outcome{.id = id};
    outcome.findings.push_back(std::move(finding));
    return outcome;
}

/// What the scores of a period become as records.
class ScoreKeeper {
public:
    ScoreKeeper(RecordStore& store, const Period& period, const PeriodResult& result)
        : store_(store)
        , period_(period)
        , result_(result)
    {
    }

    void keep(Batch& batch, std::string_view method_file)
    {
        for (const auto& standing : result_.standings)
            put(batch, to_record(score_of(standing)));
        drop_others(batch);
        if (!result_.scores.objects.empty()) // one of shorter periods rests on theirs
            for (const auto& part : basis_parts(period_.id, basis_text(result_.input, method_file)))
                put(batch, to_record(part));
        for (const auto& record : store_.where(def_of<PeriodBasis>(), "period", period_.id))
            if (std::ranges::find(kept_, record.id) == kept_.end())
                batch.remove(record.id);
    }

private:
    ScoreRecord score_of(const PeriodStanding& standing)
    {
        ScoreRecord score;
        score.period = period_.id;
        score.kind = standing.kind;
        auto& object = standing.kind == AssessedKind::window ? score.window
            : standing.kind == AssessedKind::unit            ? score.unit
            : standing.kind == AssessedKind::outlet          ? score.outlet
                                                             : score.person;
        object = standing.object;
        score.name = standing.name;
        if (const auto unit = result_.input.units.find(standing.object);
            unit != result_.input.units.end())
            score.unit = unit->second;
        if (standing.total)
            score.total = decimal_of(*standing.total);
        score.deducted = decimal_of(standing.deducted);
        score.added = decimal_of(standing.bonus);
        score.days = standing.days;
        score.titles = result_.titles_of(standing.object);
        score.barred = std::ranges::any_of(
            standing.vetoes, [&](const Veto& veto) { return veto.bars(result_.input.period); });
        rank(score, standing);
        if (standing.total)
            score.band = result_.input.method.band_of(*standing.total);
        auto record = to_record(score);
        score.id = identity_for(record, store_.clock(), store_.random());
        return score;
    }

    void rank(ScoreRecord& score, const PeriodStanding& standing)
    {
        const auto* line = result_.rank_of(standing.object);
        if (!line)
            return;
        score.rank = line->place;
        if (line->before)
            score.before = *line->before;
        for (const auto& kind : result_.kinds)
            if (kind.kind == standing.kind)
                score.ranked = std::ssize(kind.ranking);
    }

    void put(Batch& batch, const Record& record)
    {
        kept_.push_back(record.id);
        const auto found = store_.find_any(record.id);
        if (!found || found->first.deleted)
            return batch.create(record);
        std::vector<FieldEdit> edits;
        for (std::size_t i = 0; i < record.values.size(); ++i)
            if (record.def->fields[i].name != "remark"
                && record.values[i] != found->second.values[i])
                edits.push_back({&record.def->fields[i], record.values[i]});
        if (!edits.empty())
            batch.set(record.id, edits);
    }

    /// Of an earlier lock, whoever is no longer assessed.
    void drop_others(Batch& batch)
    {
        for (const auto& record : store_.where(def_of<ScoreRecord>(), "period", period_.id))
            if (std::ranges::find(kept_, record.id) == kept_.end())
                batch.remove(record.id);
    }

    RecordStore& store_;
    const Period& period_;
    const PeriodResult& result_;
    std::vector<Uuid> kept_;
};

/// One move of a period.
class Mover {
public:
    Mover(Editor& editor, const Uuid& id, const PeriodStep& step)
        : editor_(editor)
        , store_(editor.store())
        , step_(step)
        , on_(step.on.value_or(store_.today()))
    {
        const auto found = store_.find_any(id);
        if (!found || found->first.deleted || found->first.def->id != def_of<Period>().id)
            throw UsageError({msgid("There is no such record: {1}"), {id.text()}});
        meta_ = found->first;
        before_ = found->second;
        period_ = from_record<Period>(before_);
    }

    Outcome move()
    {
        const auto possible = next_moves(period_);
        if (std::ranges::find(possible, step_.move) == possible.end())
            return refused(period_.id,
                refusal("M03", "state",
                    {msgid(
                         "“{1}” is past this step or not that far: the steps are open, draft, told "
                         "to the units, made public, locked, published"),
                        {period_.name}}));
        require_right();
        if (auto why = why_not())
            return refused(period_.id, std::move(*why));
        change();
        return write();
    }

private:
    bool is_closed() const { return period_.locked.has_value(); }

    void require_right()
    {
        if (step_.move == PeriodMove::lock)
            require(editor_, Action::confirm, meta_);
        else if (step_.move == PeriodMove::reopen && is_closed())
            require(editor_, Action::reopen, meta_);
        else
            require(editor_, Action::enter, meta_);
    }

    std::optional<Finding> why_not()
    {
        if (store_.today() < on_)
            return refusal("M17", "state",
                {msgid("{1} is still to come: a step is taken on its day or later"),
                    {to_iso(on_)}});
        if (step_.until && *step_.until < on_)
            return refusal("M17",
                step_.move == PeriodMove::notice ? "object_until" : "public_until",
                {msgid("{1} lies before the day of the step"), {to_iso(*step_.until)}});
        if (step_.move == PeriodMove::reopen && is_closed())
            if (auto longer = longer_locked())
                return longer;
        if (step_.move == PeriodMove::reopen && step_.reason.empty())
            return refusal("M04", "reopened", {msgid("Say why the period is opened again")});
        if (step_.move == PeriodMove::make_public && period_.object_until
            && on_ <= *period_.object_until)
            return refusal("M05", "public_from",
                {msgid("Units may object until {1}: make it public after that day"),
                    {to_iso(*period_.object_until)}});
        if (step_.move == PeriodMove::make_public || step_.move == PeriodMove::lock)
            if (auto why = undecided())
                return why;
        if (step_.move == PeriodMove::publish && step_.document.empty() && period_.document.empty())
            return refusal("M08", "document", {msgid("Give the number of the bulletin")});
        return std::nullopt;
    }

    /// A locked quarter or year rests on its months.
    std::optional<Finding> longer_locked()
    {
        const auto record = store_.find(def_of<Method>(), period_.method.value_or(Uuid()));
        const auto code = record ? from_record<Method>(*record).code : std::string();
        for (const auto& version : versions_of(store_, code))
            for (const auto& each : store_.where(def_of<Period>(), "method", version.id)) {
                const auto other = from_record<Period>(each);
                if (other.id != period_.id && other.place == period_.place && other.locked
                    && span_of(other).has(span_of(period_)))
                    return refusal("M09", "state",
                        {msgid("“{1}” is locked and rests on this period: open that one again "
                               "first"),
                            {other.name}});
            }
        return std::nullopt;
    }

    std::optional<Finding> undecided()
    {
        const auto all = store_.where(def_of<Objection>(), "period", period_.id);
        const auto open = std::ranges::count_if(all, [](const Record& record) {
            return !from_record<Objection>(record).decision.has_value();
        });
        if (open == 0)
            return std::nullopt;
        return refusal("M06", "object_until",
            {msgid("{1} objections are not decided yet"), {std::to_string(open)}});
    }

    void change()
    {
        switch (step_.move) {
        case PeriodMove::draft:
            period_.state = PeriodState::draft;
            return;
        case PeriodMove::notice:
            period_.state = PeriodState::noticed;
            period_.noticed = on_;
            period_.object_until = step_.until ? step_.until : objection_end();
            return;
        case PeriodMove::make_public:
            period_.state = PeriodState::made_public;
            period_.public_from = on_;
            period_.public_until = step_.until;
            return;
        case PeriodMove::lock:
            period_.state = PeriodState::locked;
            period_.locked = on_;
            period_.locked_by = editor_.account().name;
            return;
        case PeriodMove::publish:
            period_.state = PeriodState::published;
            period_.published = on_;
            if (!step_.document.empty())
                period_.document = step_.document;
            return;
        case PeriodMove::reopen:
            reopen();
            return;
        }
    }

    void reopen()
    {
        period_.state = PeriodState::draft;
        period_.reopened = step_.reason;
        period_.noticed.reset();
        period_.object_until.reset();
        period_.public_from.reset();
        period_.public_until.reset();
        period_.locked.reset();
        period_.locked_by.clear();
        period_.published.reset();
        period_.document.clear();
    }

    std::optional<Date> objection_end()
    {
        StoreLookup lookup(store_);
        const auto method = kept_method(store_, period_.method.value_or(Uuid()));
        const auto due = draft_objection_due(method, on_, lookup);
        return due ? std::optional(due->on) : std::nullopt;
    }

    Outcome write()
    {
        Outcome outcome{.done = true, .id = period_.id};
        std::optional<PeriodResult> result;
        if (step_.move == PeriodMove::lock) {
            result = drafted_result(store_, from_record<Period>(before_));
            add_places_before(store_, period_, *result);
            add(outcome.findings, doubts(*result));
            // What longer periods rest on is locked first, whatever is said.
            outcome.done = result->troubles.empty() && (step_.anyway || outcome.findings.empty());
            if (!outcome.done) {
                for (auto& finding : outcome.findings)
                    finding.level = Level::refuse;
                return outcome;
            }
        }
        const auto after = to_record(period_);
        std::vector<FieldEdit> edits;
        for (std::size_t i = 0; i < after.values.size(); ++i)
            if (after.values[i] != before_.values[i])
                edits.push_back({&after.def->fields[i], after.values[i]});
        Batch batch(
            store_, {.label = {msgid("Period {1}"), {period_.name}}, .account = editor_.account()});
        batch.set(period_.id, edits);
        if (result)
            ScoreKeeper(store_, period_, *result)
                .keep(batch, method_text(store_, period_.method.value_or(Uuid())));
        outcome.command = batch.commit();
        outcome.changed = outcome.command != 0;
        return outcome;
    }

    /// What would be locked although it is not whole.
    static Findings doubts(const PeriodResult& result)
    {
        Findings all;
        const auto doubt = [&](Message message) {
            all.push_back({.rule = "M07",
                .level = Level::warn,
                .field = "state",
                .message = std::move(message)});
        };
        for (const auto& trouble : result.troubles)
            doubt(trouble);
        std::vector<std::string> without;
        for (const auto& standing : result.standings)
            if (!standing.total)
                without.push_back(standing.name);
        constexpr std::size_t most_named = 5;
        const auto count = std::to_string(without.size());
        without.resize(std::min(most_named, without.size()));
        if (!without.empty())
            doubt({msgid("{1} objects have no score yet, such as {2}"),
                {count, join(without, "、")}});
        if (!result.scores.problems.empty())
            doubt({msgid("{1} entries or ballots do not count as they are"),
                {std::to_string(result.scores.problems.size())}});
        return all;
    }

    Editor& editor_;
    RecordStore& store_;
    const PeriodStep& step_;
    Date on_;
    Meta meta_;
    Record before_;
    Period period_;
};

std::string name_of(const AssessmentPeriod& span, const std::string& method)
{
    return span.text() + ' ' + method;
}

} // namespace

Outcome open_period(
    Editor& editor, const Uuid& place, const std::string& method, const AssessmentPeriod& span)
{
    auto& store = editor.store();
    const auto version = version_on(store, method, span.first);
    if (!version)
        return refused({},
            refusal("M02", "method",
                {msgid("No version of the method “{1}” holds on {2}: bring it in first, or give it "
                       "its days"),
                    {method, to_iso(span.first)}}));
    if (version->period && span.kind < *version->period)
        return refused({},
            refusal("M02", "kind", {msgid("“{1}” is made for longer periods"), {version->name}}));
    if (const auto same = find_period(store, place, method, span))
        return refused(
            same->id, refusal("M02", "first", {msgid("{1} is open already"), {same->name}}));
    Period period;
    period.name = name_of(span, version->name);
    period.place = place;
    period.method = version->id;
    period.kind = span.kind;
    period.first = span.first;
    period.state = PeriodState::open;
    const auto record = to_record(period);
    std::vector<FieldEdit> edits;
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!is_empty(record.values[i]))
            edits.push_back({&record.def->fields[i], record.values[i]});
    return editor.create(def_of<Period>(), edits);
}

std::vector<PeriodMove> next_moves(const Period& period)
{
    switch (period.state.value_or(PeriodState::open)) {
    case PeriodState::open:
        return {PeriodMove::draft};
    case PeriodState::draft:
        return {PeriodMove::notice};
    case PeriodState::noticed:
        return {PeriodMove::make_public, PeriodMove::reopen};
    case PeriodState::made_public:
        return {PeriodMove::lock, PeriodMove::reopen};
    case PeriodState::locked:
        return {PeriodMove::publish, PeriodMove::reopen};
    case PeriodState::published:
        return {PeriodMove::reopen};
    }
    return {};
}

Outcome move_period(Editor& editor, const Uuid& period, const PeriodStep& step)
{
    return Mover(editor, period, step).move();
}

} // namespace model

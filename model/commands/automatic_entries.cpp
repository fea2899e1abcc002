#include "model/commands/automatic_entries.h"

#include "model/assessing/kept_methods.h"
#include "model/assessing/period_input.h"
#include "model/commands/entry_check.h"
#include "model/commands/store_lookup.h"
#include "model/entities/attendance_day.h"
#include "model/entities/bad_rating.h"
#include "model/entities/complaint.h"
#include "model/entities/finding.h"
#include "model/entities/leave.h"
#include "model/rules/leave_days.h"

#include <algorithm>
#include <map>
#include <set>

namespace model {

namespace {

using std::chrono::sys_days;

std::optional<AutomaticEvent> event_of(Attendance state)
{
    switch (state) {
    case Attendance::late:
        return AutomaticEvent::late;
    case Attendance::early:
        return AutomaticEvent::early;
    case Attendance::missed:
        return AutomaticEvent::missed;
    case Attendance::half_absent:
        return AutomaticEvent::half_absent;
    case Attendance::absent:
        return AutomaticEvent::absent;
    default:
        return std::nullopt;
    }
}

/// What a record of a register tells, before it is known which rules take it.
struct Told {
    AutomaticEvent event = AutomaticEvent::late;
    std::string_view register_name;
    Uuid record;
    Date day;
    std::optional<Uuid> window;
    std::optional<Uuid> person;
    std::optional<Uuid> unit;
    std::int64_t days = 1; ///< of a leave
    std::optional<std::int64_t> minutes;
    std::string evidence;
};

class Planner {
public:
    Planner(RecordStore& store, const Period& period, const std::string& recorder)
        : store_(store)
        , span_(span_of(period))
        , input_(read_input(store, period, kept_method(store, period.method.value_or(Uuid()))))
        , recorder_(recorder)
    {
        const auto record = store.find(def_of<Method>(), period.method.value_or(Uuid()));
        code_ = from_record<Method>(*record).code;
        for (const auto& object : input_.objects)
            kinds_.emplace(object.id, object.kind);
        for (const auto& presence : input_.presence)
            spans_.emplace(presence.object, &presence);
    }

    AutomaticPlan plan()
    {
        if (takes({AutomaticEvent::late, AutomaticEvent::early, AutomaticEvent::missed,
                AutomaticEvent::half_absent, AutomaticEvent::absent}))
            read_attendance();
        if (takes({AutomaticEvent::leave}))
            read_leaves();
        if (takes({AutomaticEvent::complaint}))
            read_complaints();
        if (takes({AutomaticEvent::bad_rating}))
            read_ratings();
        if (takes({AutomaticEvent::finding}))
            read_findings();
        find_unfounded();
        return std::move(plan_);
    }

private:
    bool takes(std::initializer_list<AutomaticEvent> events) const
    {
        return std::ranges::any_of(input_.method.lines, [&](const RuleLine& line) {
            return std::ranges::any_of(line.automatic, [&](AutomaticEvent event) {
                return std::ranges::find(events, event) != events.end();
            });
        });
    }

    template <class E, class Take>
    void each(std::string_view field, Take take)
    {
        const auto column = "t.\"" + std::string(field) + "\"";
        std::vector<Record> found = store_.select({.def = &def_of<E>(),
            .where = column + " >= ? AND " + column + " <= ?",
            .arguments = {span_.first, std::min(span_.last, store_.today())}});
        for (const auto& record : found)
            take(from_record<E>(record));
    }

    void read_attendance()
    {
        each<AttendanceDay>("day", [&](const AttendanceDay& day) {
            const auto event = day.state ? event_of(*day.state) : std::nullopt;
            if (event && day.person)
                take({.event = *event,
                    .register_name = def_of<AttendanceDay>().name,
                    .record = day.id,
                    .day = *day.day,
                    .window = day.window,
                    .person = day.person,
                    .unit = {},
                    .minutes = day.minutes,
                    .evidence = {}});
        });
    }

    /// Working days of the period on which somebody was away for himself.
    void read_leaves()
    {
        StoreLookup lookup(store_);
        const auto calendar = lookup.calendar();
        const auto found = store_.select({.def = &def_of<Leave>(),
            .where = "t.\"from\" <= ? AND (t.\"to\" IS NULL OR t.\"to\" >= ?)",
            .arguments = {span_.last, span_.first}});
        for (const auto& record : found) {
            const auto leave = from_record<Leave>(record);
            const bool counts = is_taken(leave) && leave.person && leave.from
                && (leave.kind == LeaveKind::personal || leave.kind == LeaveKind::sick);
            if (!counts)
                continue;
            const auto first = std::max(*leave.from, span_.first);
            const auto last =
                std::min({leave.to.value_or(*leave.from), span_.last, store_.today()});
            std::int64_t days = 0;
            for (auto day = sys_days{first}; day <= sys_days{last}; day += std::chrono::days{1})
                days += calendar.is_working_day(Date{day});
            if (days > 0)
                take({.event = AutomaticEvent::leave,
                    .register_name = def_of<Leave>().name,
                    .record = leave.id,
                    .day = first,
                    .window = {},
                    .person = leave.person,
                    .unit = {},
                    .days = days,
                    .minutes = {},
                    .evidence = leave.unit_document});
        }
    }

    void read_complaints()
    {
        each<Complaint>("received", [&](const Complaint& complaint) {
            if (complaint.finding == ComplaintFinding::verified
                || complaint.finding == ComplaintFinding::partly)
                take({.event = AutomaticEvent::complaint,
                    .register_name = def_of<Complaint>().name,
                    .record = complaint.id,
                    .day = *complaint.received,
                    .window = complaint.window,
                    .person = complaint.person,
                    .unit = complaint.unit,
                    .minutes = {},
                    .evidence = complaint.number});
        });
    }

    void read_ratings()
    {
        each<BadRating>("rated", [&](const BadRating& rating) {
            if (rating.cause == RatingCause::fair && !rating.excluded.value_or(false))
                take({.event = AutomaticEvent::bad_rating,
                    .register_name = def_of<BadRating>().name,
                    .record = rating.id,
                    .day = *rating.rated,
                    .window = rating.window,
                    .person = rating.person,
                    .unit = rating.unit,
                    .minutes = {},
                    .evidence = rating.number});
        });
    }

    void read_findings()
    {
        each<ProblemFound>("found", [&](const ProblemFound& finding) {
            if (finding.state != ProblemState::dropped)
                take({.event = AutomaticEvent::finding,
                    .register_name = def_of<ProblemFound>().name,
                    .record = finding.id,
                    .day = *finding.found,
                    .window = finding.window,
                    .person = finding.person,
                    .unit = finding.unit,
                    .minutes = {},
                    .evidence = finding.name});
        });
    }

    /// By every rule that takes such an event of an object of the period.
    void take(const Told& told)
    {
        for (const auto& line : input_.method.lines)
            if (std::ranges::find(line.automatic, told.event) != line.automatic.end())
                take(told, line);
    }

    void take(const Told& told, const RuleLine& line)
    {
        const auto object = object_of(line.object, told.window, told.person, told.unit, {});
        const auto kind = kinds_.find(object);
        if (kind == kinds_.end() || kind->second != line.object || !has_band(line, told)
            || !was_there(object, told.day))
            return;
        LedgerEvent event{.method = code_,
            .line = line.number,
            .kind = line.object,
            .object = object,
            .day = told.day,
            .count = count_of(line, told),
            .evidence = told.evidence,
            .source = std::string(told.register_name) + '/' + told.record.text()};
        if (!line.bands.empty())
            event.minutes = told.minutes;
        if (line.most)
            event.each = line.points; // the least; more is an adjustment
        const auto id =
            Uuid::named("ledger_entry", code_ + '\x1f' + line.number + '\x1f' + told.record.text());
        founded_.emplace(id, event.count);
        if (store_.find(def_of<LedgerEntry>(), id))
            return;
        auto record = ledger_record(store_, event, recorder_);
        record.id = id;
        plan_.entries.push_back(std::move(record));
    }

    bool was_there(const Uuid& object, Date day) const
    {
        const auto [first, end] = spans_.equal_range(object);
        return first == end || std::any_of(first, end, [day](const auto& span) {
            return span.second->covers(day);
        });
    }

    static bool has_band(const RuleLine& line, const Told& told)
    {
        return line.bands.empty() || std::ranges::any_of(line.bands, [&](const MinutesBand& band) {
            return told.minutes && band.from <= *told.minutes
                && (!band.to || *told.minutes <= *band.to);
        });
    }

    /// A whole day away is two half-days.
    static std::int64_t count_of(const RuleLine& line, const Told& told)
    {
        if (told.event == AutomaticEvent::leave && line.per == PointsPer::half_day)
            return told.days * 2;
        if (told.event == AutomaticEvent::leave && line.per == PointsPer::day)
            return told.days;
        return told.event == AutomaticEvent::absent && line.per == PointsPer::half_day ? 2 : 1;
    }

    void find_unfounded()
    {
        std::map<Uuid, std::int64_t> taken_back;
        std::vector<LedgerEntry> made;
        for (const auto& point : input_.entries) {
            if (point.adjusts) {
                taken_back[*point.adjusts] += point.count;
                continue;
            }
            if (!span_.has(point.day) || founded_.contains(point.id))
                continue;
            if (const auto record = store_.find(def_of<LedgerEntry>(), point.id))
                if (auto entry = from_record<LedgerEntry>(*record); !entry.source.empty())
                    made.push_back(std::move(entry));
        }
        for (auto& entry : made)
            if (entry.count.value_or(1) + taken_back[entry.id] > 0)
                plan_.unfounded.push_back(std::move(entry));
    }

    RecordStore& store_;
    AssessmentPeriod span_;
    PeriodInput input_;
    std::string recorder_;
    std::string code_;
    std::map<Uuid, AssessedKind> kinds_;
    std::multimap<Uuid, const Presence*> spans_;
    std::map<Uuid, std::int64_t> founded_;
    AutomaticPlan plan_;
};

Record taken_back(
    RecordStore& store, const LedgerEntry& entry, const std::string& by, const std::string& why)
{
    auto back = entry;
    back.id = Uuid::named("ledger_entry", "taken back\x1f" + entry.id.text());
    back.adjusts = entry.id;
    back.count = -entry.count.value_or(1);
    back.each.reset();
    back.minutes.reset();
    if (back.points)
        back.points->units = -back.points->units;
    back.reason = why;
    back.approver = by;
    back.recorder = by;
    back.recorded = store.today();
    back.evidence.clear();
    back.source.clear();
    back.remark.clear();
    return to_record(back);
}

} // namespace

AutomaticPlan plan_entries(RecordStore& store, const Period& period, const std::string& recorder)
{
    return Planner(store, period, recorder).plan();
}

Outcome enter_automatic(Editor& editor, const Uuid& id, const std::string& why_unfounded)
{
    auto& store = editor.store();
    const auto found = store.find(def_of<Period>(), id);
    if (!found)
        throw UsageError({msgid("There is no such record: {1}"), {id.text()}});
    const auto period = from_record<Period>(*found);
    Outcome outcome{.done = true, .id = id};
    if (period.locked) {
        outcome.done = false;
        outcome.findings.push_back({.rule = "M10",
            .field = "state",
            .message = {
                msgid("“{1}” is confirmed and locked: it takes no more entries unless it is "
                      "opened again"),
                {period.name}}});
        return outcome;
    }
    const auto& by = editor.account().name;
    auto plan = plan_entries(store, period, by);
    for (const auto& entry : plan.unfounded)
        plan.entries.push_back(taken_back(store, entry, by, why_unfounded));
    StoreLookup lookup(store);
    EntryCheck check(editor, lookup);
    for (const auto& record : plan.entries) {
        auto checked = check.made(record);
        outcome.done = outcome.done && checked.is_allowed;
        add(outcome.findings, std::move(checked.findings));
    }
    if (!outcome.done)
        return outcome;
    Batch batch(store,
        {.label = {msgid("Entries of {1} from the registers"), {period.name}},
            .account = editor.account()});
    for (const auto& record : plan.entries)
        batch.create(record);
    outcome.command = batch.commit();
    outcome.changed = outcome.command != 0;
    return outcome;
}

} // namespace model

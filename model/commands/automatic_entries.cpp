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
    std::int64_t tenths = 10; ///< of a day, of a leave
    std::optional<std::int64_t> minutes;
    std::string evidence;
};

class Planner {
public:
    Planner(RecordStore& store, const Period& period, const std::string& why)
        : store_(store)
        , span_(span_of(period))
        , place_(period.place)
        , until_(std::min(span_.last, store.today()))
        , version_{period.method.value_or(Uuid()),
              kept_method(store, period.method.value_or(Uuid()))}
        , input_(read_input(store, period, version_.method))
        , why_(why)
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
        compare();
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
            .arguments = {span_.first, until_}});
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

    /// How long somebody was away for himself in the period, up to today.
    void read_leaves()
    {
        StoreLookup lookup(store_);
        const auto& calendar = lookup.calendar();
        const auto found = store_.select({.def = &def_of<Leave>(),
            .where = "t.\"from\" <= ? AND (t.\"to\" IS NULL OR t.\"to\" >= ?)",
            .arguments = {until_, span_.first}});
        for (const auto& record : found) {
            auto leave = from_record<Leave>(record);
            const bool counts = leave.state == RequestState::agreed && leave.person && leave.from
                && (leave.kind == LeaveKind::personal || leave.kind == LeaveKind::sick);
            if (!counts)
                continue;
            const auto last = leave.to.value_or(*leave.from);
            if (*leave.from < span_.first || until_ < last) { // the days that lie here
                leave.from = std::max(*leave.from, span_.first);
                leave.to = std::min(last, until_);
                leave.days.reset();
            }
            if (const auto tenths = leave_tenths(leave, calendar).value_or(0); tenths > 0)
                take({.event = AutomaticEvent::leave,
                    .register_name = def_of<Leave>().name,
                    .record = leave.id,
                    .day = *leave.from,
                    .window = {},
                    .person = leave.person,
                    .unit = {},
                    .tenths = tenths,
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
            .place = place_,
            .evidence = told.evidence,
            .source = std::string(told.register_name) + '/' + told.record.text()};
        if (event.count == 0)
            return;
        if (!line.bands.empty())
            event.minutes = told.minutes;
        if (line.most)
            event.each = line.points; // the least; more is an adjustment
        try {
            auto entry = ledger_entry(store_, version_, event);
            entry.id = id_of(line, told);
            if (!wanted_.contains(entry.id))
                order_.push_back(entry.id);
            wanted_.insert_or_assign(entry.id, std::move(entry));
        } catch (const UsageError&) {
            plan_.doubts.push_back({.rule = "M16",
                .level = Level::warn,
                .field = "line",
                .message = {
                    msgid("No entry of rule {1} was made of “{2}”, which does not fit it or "
                          "was not at the hall then: enter it by hand"),
                    {line.number, store_.title_of(told.record)}}});
        }
    }

    /// A leave may lie in several periods.
    Uuid id_of(const RuleLine& line, const Told& told) const
    {
        auto name = code_ + '\x1f' + line.number + '\x1f' + told.record.text();
        if (told.event == AutomaticEvent::leave)
            name += '\x1f' + span_.text();
        return Uuid::named("ledger_entry", name);
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
        constexpr std::int64_t half_a_day = 5;
        constexpr std::int64_t a_day = 10;
        if (told.event == AutomaticEvent::leave && line.per == PointsPer::half_day)
            return told.tenths / half_a_day;
        if (told.event == AutomaticEvent::leave && line.per == PointsPer::day)
            return told.tenths / a_day;
        return told.event == AutomaticEvent::absent && line.per == PointsPer::half_day ? 2 : 1;
    }

    /// What the ledger has of an entry: by the program, and in all.
    struct Had {
        LedgerEntry entry;
        std::int64_t count = 0;
        std::int64_t minutes = 0;
        std::int64_t in_all = 0;
        int adjusted = 0;
    };

    std::map<Uuid, Had> had()
    {
        std::map<Uuid, Had> all;
        std::vector<LedgerEntry> adjusting;
        for (const auto& point : input_.entries) {
            if (!span_.has(point.day))
                continue;
            auto entry = from_record<LedgerEntry>(*store_.find(def_of<LedgerEntry>(), point.id));
            if (entry.adjusts)
                adjusting.push_back(std::move(entry));
            else if (!entry.source.empty())
                all.emplace(entry.id,
                    Had{entry, entry.count.value_or(1), entry.minutes.value_or(0),
                        entry.count.value_or(1)});
        }
        for (const auto& entry : adjusting) {
            const auto found = all.find(*entry.adjusts);
            if (found == all.end())
                continue;
            found->second.in_all += entry.count.value_or(0);
            if (entry.source.empty())
                continue; // by hand
            found->second.count += entry.count.value_or(0);
            found->second.minutes += entry.minutes.value_or(0);
            ++found->second.adjusted;
        }
        return all;
    }

    void compare()
    {
        const auto there = had();
        for (const auto& id : order_) {
            const auto& entry = wanted_.at(id);
            if (const auto found = there.find(id); found == there.end())
                plan_.entries.push_back(entry);
            else
                adjust(found->second, entry.count.value_or(1), entry.minutes.value_or(0));
        }
        for (const auto& [id, known] : there)
            if (!wanted_.contains(id))
                adjust(known, 0, known.minutes);
    }

    void adjust(const Had& known, std::int64_t count, std::int64_t minutes)
    {
        const auto more = std::max(count - known.count, -known.in_all);
        const auto longer = minutes - known.minutes;
        if (more == 0 && longer == 0)
            return;
        auto entry = known.entry;
        const auto each = known.entry.count.value_or(1);
        entry.id = Uuid::named("ledger_entry",
            "adjusted\x1f" + known.entry.id.text() + '\x1f' + std::to_string(known.adjusted));
        entry.adjusts = known.entry.id;
        entry.count = more;
        entry.minutes = longer == 0 ? std::nullopt : std::optional(longer);
        entry.each.reset();
        if (entry.points && each > 0 && entry.points->units % each == 0)
            entry.points->units = entry.points->units / each * more;
        else
            entry.points.reset();
        entry.reason = why_;
        entry.approver = store_.self().office;
        entry.evidence.clear();
        entry.remark.clear();
        plan_.entries.push_back(std::move(entry));
    }

    RecordStore& store_;
    AssessmentPeriod span_;
    std::optional<Uuid> place_;
    Date until_;
    ReadMethod version_;
    PeriodInput input_;
    std::string why_;
    std::string code_;
    std::map<Uuid, AssessedKind> kinds_;
    std::multimap<Uuid, const Presence*> spans_;
    std::map<Uuid, LedgerEntry> wanted_;
    std::vector<Uuid> order_; ///< as the registers have them
    AutomaticPlan plan_;
};

} // namespace

AutomaticPlan plan_entries(RecordStore& store, const Period& period, const std::string& why)
{
    return Planner(store, period, why).plan();
}

Outcome enter_automatic(Editor& editor, const Uuid& id, const std::string& why)
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
    auto plan = plan_entries(store, period, why);
    add(outcome.findings, std::move(plan.doubts));
    StoreLookup lookup(store);
    EntryCheck check(editor, lookup);
    std::vector<Record> records;
    for (const auto& entry : plan.entries) {
        records.push_back(to_record(entry));
        auto checked = check.made(records.back());
        outcome.done = outcome.done && checked.is_allowed;
        add(outcome.findings, std::move(checked.findings));
    }
    if (!outcome.done) {
        note_denied(editor, msgid("Had no right to add this record"), def_of<LedgerEntry>(), {},
            outcome.findings);
        return outcome;
    }
    Batch batch(store,
        {.label = {msgid("Entries of {1} from the registers"), {period.name}},
            .account = editor.account()});
    for (const auto& record : records)
        batch.create(record);
    outcome.command = batch.commit();
    outcome.changed = outcome.command != 0;
    return outcome;
}

} // namespace model

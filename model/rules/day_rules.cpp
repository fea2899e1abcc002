#include "model/rules/day_rules.h"

#include "model/entities/place.h"
#include "model/rules/leave_days.h"
#include "model/rules/limits.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

/// Both days count.
bool shares_a_day(const Leave& one, const Leave& other)
{
    return one.from && other.from && *one.from <= other.to.value_or(*other.from)
        && *other.from <= one.to.value_or(*one.from);
}

/// The leaves of a person that may share a day with that one.
std::vector<Record> leaves_beside(const Leave& leave, const Uuid& person, const Context& context)
{
    std::vector<Condition> conditions{{"person", person}};
    if (leave.from) {
        conditions.push_back(
            {"from", std::max(*leave.from, leave.to.value_or(*leave.from)), Condition::Is::until});
        conditions.push_back({"to", *leave.from, Condition::Is::from});
    }
    return context.lookup.matching(def_of<Leave>(), conditions);
}

std::optional<Finding> leave_names_a_person(const Leave& leave, const Context&)
{
    return finding_if(
        !leave.person, Level::remind, "person", {msgid("Who is away is still missing")});
}

std::optional<Finding> leaves_do_not_overlap(const Leave& leave, const Context& context)
{
    if (!leave.person || !is_taken(leave) || !leave.from_time.text.empty())
        return std::nullopt;
    for (const auto& record : leaves_beside(leave, *leave.person, context)) {
        const auto other = from_record<Leave>(record);
        if (other.id != leave.id && is_taken(other) && other.from_time.text.empty()
            && shares_a_day(leave, other))
            return Finding{.level = Level::warn,
                .field = "from",
                .message = {msgid("The person is away from {1} already: one of the two entries is "
                                  "too much"),
                    {to_iso(*other.from)}}};
    }
    return std::nullopt;
}

std::optional<Finding> days_fit_the_dates(const Leave& leave, const Context&)
{
    if (!leave.days || !leave.from)
        return std::nullopt;
    const auto last = leave.to.value_or(*leave.from);
    const auto span = (sys_days{last} - sys_days{*leave.from}).count() + 1;
    return finding_if(leave.days->units < 0 || (span > 0 && leave.days->units > span * 10),
        Level::refuse, "days",
        {msgid("So many days do not lie between the two dates: there are {1}"),
            {std::to_string(span)}});
}

std::optional<Finding> long_leave_has_the_units_consent(const Leave& leave, const Context& context)
{
    const auto most = limit_on("leave_without_unit_days", context);
    if (!most || leave.state != RequestState::agreed || !leave.unit_document.empty())
        return std::nullopt;
    const auto tenths = leave_tenths(leave, context.lookup.calendar());
    if (!tenths || *tenths < most->value * 10)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "unit_document",
        .message = {msgid("A leave of {1} days and more needs the stamped consent of the unit: "
                          "enter what it is"),
            {std::to_string(most->value)}},
        .source = most->source};
}

std::optional<Finding> nobody_covers_for_himself(const Leave& leave, const Context&)
{
    return finding_if(leave.person && leave.cover == leave.person, Level::refuse, "cover",
        {msgid("Nobody covers for himself: choose another person")});
}

std::optional<Finding> cover_is_there(const Leave& leave, const Context& context)
{
    if (!leave.cover || !is_taken(leave))
        return std::nullopt;
    for (const auto& record : leaves_beside(leave, *leave.cover, context)) {
        const auto other = from_record<Leave>(record);
        if (other.id != leave.id && is_taken(other) && shares_a_day(leave, other))
            return Finding{.level = Level::warn,
                .field = "cover",
                .message = {
                    msgid("Who is to cover is away himself from {1}"), {to_iso(*other.from)}}};
    }
    return std::nullopt;
}

std::optional<Finding> who_agreed_is_named(const Leave& leave, const Context&)
{
    return finding_if(leave.state == RequestState::agreed && leave.approver.empty(), Level::remind,
        "approver", {msgid("Who agreed to it is still missing")});
}

std::optional<Finding> return_is_reported(const Leave& leave, const Context& context)
{
    const bool is_long = leave.from && leave.to && *leave.from < *leave.to;
    return finding_if(
        leave.state == RequestState::agreed && is_long && *leave.to < context.today && !leave.back,
        Level::remind, "back",
        {msgid("The leave is over: enter the day on which the person was back (销假)")});
}

constexpr std::array leave_rules{
    Rule<Leave>{"B02", leave_names_a_person},
    Rule<Leave>{"B03", leaves_do_not_overlap},
    Rule<Leave>{"B04", days_fit_the_dates},
    Rule<Leave>{"B05", long_leave_has_the_units_consent},
    Rule<Leave>{"B06", nobody_covers_for_himself},
    Rule<Leave>{"B07", cover_is_there},
    Rule<Leave>{"B08", who_agreed_is_named},
    Rule<Leave>{"B09", return_is_reported},
};

std::optional<Finding> day_stands_once(const AttendanceDay& attendance, const Context& context)
{
    return double_finding(to_record(attendance), "person", {"day"}, context,
        {msgid("The person's attendance of this day is entered already: change that entry")});
}

/// No more than a warning: a shift may go over midnight.
std::optional<Finding> comes_before_he_goes(const AttendanceDay& attendance, const Context&)
{
    const auto& came = attendance.came.text;
    const auto& went = attendance.went.text;
    return finding_if(!came.empty() && !went.empty() && went < came, Level::warn, "went",
        {msgid("The person went before he came: one of the two times is wrong, unless the shift "
               "went over midnight")});
}

std::optional<Finding> attendance_agrees_with_leave(
    const AttendanceDay& attendance, const Context& context)
{
    if (!attendance.person || !attendance.day || !attendance.state)
        return std::nullopt;
    const auto leave = leave_on(*attendance.person, *attendance.day, context.lookup);
    if (*attendance.state == Attendance::leave && !leave && !attendance.leave)
        return Finding{.level = Level::remind,
            .field = "leave",
            .message = {
                msgid("No leave of this person is entered for the day: enter the request")}};
    const bool blamed = *attendance.state == Attendance::absent
        || *attendance.state == Attendance::half_absent || *attendance.state == Attendance::late;
    return finding_if(
        blamed && leave && leave->from_time.text.empty() && leave->state == RequestState::agreed,
        Level::warn, "state", {msgid("The person had leave on this day: it is no absence")});
}

/// Absences of the person in the year up to the day, and without a gap before it.
struct Absences {
    std::int64_t in_year = 0;
    std::int64_t in_a_row = 0;
};

Absences absences_up_to(const AttendanceDay& last, const Context& context)
{
    Absences count;
    std::vector<Date> days;
    const auto year = last.day->year();
    const auto others = context.lookup.matching(def_of<AttendanceDay>(),
        {{"person", *last.person}, {"state", std::string("absent")},
            {"day", Date(year / January / 1), Condition::Is::from},
            {"day", Date(year / December / 31), Condition::Is::until}});
    for (const auto& record : others) {
        const auto other = from_record<AttendanceDay>(record);
        if (other.id != last.id && other.day)
            days.push_back(*other.day);
    }
    if (std::ranges::any_of(days, [&](Date day) { return day > *last.day; }))
        return count; // told at the last one alone
    days.push_back(*last.day);
    count.in_year = static_cast<std::int64_t>(days.size());
    auto at = *last.day;
    const auto& calendar = context.lookup.calendar();
    while (std::ranges::find(days, at) != days.end()) {
        ++count.in_a_row;
        at = calendar.add_working_days(at, -1);
    }
    return count;
}

/// Absences are told before the law's thresholds are reached: more than 15 working days in a row or
/// 30 in a year (公务员法 第八十八条, 事业单位人事管理条例 第十五条).
std::optional<Finding> absences_are_told_early(
    const AttendanceDay& attendance, const Context& context)
{
    if (!attendance.person || !attendance.day || attendance.state != Attendance::absent)
        return std::nullopt;
    const auto row = limit_on("absence_row_working_days", context);
    const auto year = limit_on("absence_year_working_days", context);
    const auto count = absences_up_to(attendance, context);
    if (row && count.in_a_row >= row->value)
        return Finding{.level = Level::warn,
            .field = "state",
            .message = {msgid("Absent for {1} working days in a row: tell the unit, the law allows "
                              "dismissal after 15"),
                {std::to_string(count.in_a_row)}},
            .source = row->source};
    if (year && count.in_year >= year->value)
        return Finding{.level = Level::warn,
            .field = "state",
            .message = {msgid("Absent on {1} working days of this year: tell the unit, the law "
                              "allows dismissal after 30"),
                {std::to_string(count.in_year)}},
            .source = year->source};
    return std::nullopt;
}

std::optional<Finding> attendance_names_a_person(const AttendanceDay& attendance, const Context&)
{
    return finding_if(!attendance.person || !attendance.day, Level::remind,
        attendance.person ? "day" : "person",
        {msgid("Whose attendance on which day this is, is still missing")});
}

std::optional<Finding> difference_is_decided(const AttendanceDay& attendance, const Context&)
{
    return finding_if(is_undecided(attendance), Level::remind, "decided",
        {msgid("The clock says other than what was entered of this day: decide which of them "
               "counts")});
}

constexpr std::array attendance_rules{
    Rule<AttendanceDay>{"B11", day_stands_once},
    Rule<AttendanceDay>{"B12", comes_before_he_goes},
    Rule<AttendanceDay>{"B13", attendance_agrees_with_leave},
    Rule<AttendanceDay>{"B14", absences_are_told_early},
    Rule<AttendanceDay>{"B15", attendance_names_a_person},
    Rule<AttendanceDay>{"B16", difference_is_decided},
};

std::optional<Finding> duty_names_who_and_when(const Roster& duty, const Context&)
{
    return finding_if(!duty.person || !duty.day, Level::remind, duty.person ? "day" : "person",
        {msgid("Who is on duty on which day is still missing")});
}

std::optional<Finding> who_has_duty_is_there(const Roster& duty, const Context& context)
{
    if (!duty.person || !duty.day || *duty.day < context.today)
        return std::nullopt;
    const auto leave = leave_on(*duty.person, *duty.day, context.lookup);
    return finding_if(leave && leave->from_time.text.empty(), Level::warn, "person",
        {msgid("The person is away on this day: choose another, or swap the duty")});
}

std::optional<Finding> duty_is_at_one_place(const Roster& duty, const Context& context)
{
    if (!duty.person || !duty.day)
        return std::nullopt;
    const auto duties =
        context.lookup.matching(def_of<Roster>(), {{"person", *duty.person}, {"day", *duty.day}});
    for (const auto& record : duties) {
        const auto other = from_record<Roster>(record);
        if (other.id != duty.id && other.place != duty.place && other.kind == duty.kind)
            return Finding{.level = Level::warn,
                .field = "person",
                .message = {msgid("The person has the same duty at another place on this day")}};
    }
    return std::nullopt;
}

std::optional<Finding> duty_stands_once(const Roster& duty, const Context& context)
{
    return double_finding(to_record(duty), "person", {"day", "place", "kind", "from_time"}, context,
        {msgid("This duty is entered already")});
}

constexpr std::array roster_rules{
    Rule<Roster>{"B21", duty_names_who_and_when},
    Rule<Roster>{"B22", who_has_duty_is_there},
    Rule<Roster>{"B23", duty_is_at_one_place},
    Rule<Roster>{"B24", duty_stands_once},
};

std::optional<Finding> no_more_are_there_than_expected(const RollCall& call, const Context&)
{
    return finding_if(call.expected && call.present && *call.present > *call.expected,
        Level::refuse, "present",
        {msgid("More people are there than were expected: check the two numbers")});
}

std::optional<Finding> call_is_made_once(const RollCall& call, const Context& context)
{
    return double_finding(to_record(call), "place", {"day"}, context,
        {msgid("The roll-call of this place and day is entered already: change that one")});
}

std::optional<Finding> call_ends_after_it_began(const RollCall& call, const Context&)
{
    const auto& begun = call.begun.text;
    const auto& finished = call.finished.text;
    return finding_if(!begun.empty() && !finished.empty() && finished < begun, Level::warn,
        "finished", {msgid("The roll-call ended before it began: one of the two times is wrong")});
}

constexpr std::array call_rules{
    Rule<RollCall>{"B31", no_more_are_there_than_expected},
    Rule<RollCall>{"B32", call_is_made_once},
    Rule<RollCall>{"B33", call_ends_after_it_began},
};

} // namespace

std::optional<Leave> leave_on(const Uuid& person, Date day, Lookup& lookup)
{
    const auto around = lookup.matching(def_of<Leave>(),
        {{"person", person}, {"from", day, Condition::Is::until},
            {"to", day, Condition::Is::from}});
    std::optional<Leave> for_hours;
    for (const auto& record : around) {
        auto leave = from_record<Leave>(record);
        const bool is_then = is_taken(leave) && leave.from && *leave.from <= day
            && day <= leave.to.value_or(*leave.from);
        if (is_then && leave.from_time.text.empty())
            return leave;
        if (is_then && !for_hours)
            for_hours = std::move(leave);
    }
    return for_hours;
}

Attendance away_as(LeaveKind kind)
{
    switch (kind) {
    case LeaveKind::outing:
    case LeaveKind::survey:
    case LeaveKind::meeting:
    case LeaveKind::back:
        return Attendance::out;
    case LeaveKind::study:
        return Attendance::training;
    default:
        return Attendance::leave;
    }
}

bool differs(const AttendanceDay& attendance)
{
    return attendance.clock_state && attendance.call_state
        && attendance.clock_state != attendance.call_state;
}

bool is_undecided(const AttendanceDay& attendance)
{
    return differs(attendance) && !attendance.decided;
}

Findings check_rules(const Leave& leave, const Context& context)
{
    return apply(leave_rules, leave, context);
}

Findings check_rules(const AttendanceDay& attendance, const Context& context)
{
    return apply(attendance_rules, attendance, context);
}

Findings check_rules(const Roster& duty, const Context& context)
{
    return apply(roster_rules, duty, context);
}

Findings check_rules(const RollCall& call, const Context& context)
{
    return apply(call_rules, call, context);
}

} // namespace model

#include "model/day/duty_turn.h"

#include "model/commands/enter_all.h"
#include "model/commands/store_lookup.h"
#include "model/day/duty_week.h"
#include "model/entities/person.h"
#include "model/rules/day_rules.h"
#include "model/rules/duty_rules.h"
#include "model/rules/left_staff.h"
#include "model/schema/extra_field.h"

#include <algorithm>
#include <ranges>

namespace model {

namespace {

using namespace std::chrono;

constexpr days longest{366};
constexpr days usual_span{62};

std::string code_of(RosterKind kind)
{
    return std::string(choices_of<RosterKind>.at(static_cast<std::size_t>(kind)).code);
}

void expect_sound(RecordStore& store, const DutyTurn& turn)
{
    if (!turn.place)
        throw UsageError({msgid("Say for which place the roster is")});
    if (turn.people.empty())
        throw UsageError({msgid("Nobody is in the order yet: add those who take turns")});
    if (turn.to < turn.from)
        throw UsageError({msgid("The last day is before the first: change one of the two")});
    if (sys_days(turn.to) - sys_days(turn.from) > longest)
        throw UsageError(
            {msgid("No more than a year is filled at once: choose an earlier last day")});
    for (const auto& person : turn.people)
        if (!store.find(def_of<Person>(), person))
            throw UsageError({msgid("There is no such record: {1}"), {person.text()}});
}

/// Those of the kind at the place on that day who are named.
std::vector<Roster> duties_on(
    Lookup& lookup, const std::optional<Uuid>& place, const std::string& kind, Date day)
{
    std::vector<Roster> there;
    if (!place)
        return there;
    for (const auto& record :
        lookup.matching(def_of<Roster>(), {{"place", *place}, {"kind", kind}, {"day", day}}))
        if (auto duty = from_record<Roster>(record); duty.person)
            there.push_back(std::move(duty));
    return there;
}

/// Goes round the order, day by day.
class Round {
public:
    Round(RecordStore& store, const DutyTurn& turn)
        : store_(store)
        , turn_(turn)
        , lookup_(store)
        , kind_(code_of(turn.kind))
    {
        begin();
    }

    TurnPlan plan()
    {
        TurnPlan plan;
        const auto& calendar = lookup_.calendar();
        for (sys_days day{turn_.from}; day <= sys_days(turn_.to); day += days{1}) {
            const bool works = calendar.is_working_day(day);
            const bool is_wanted =
                turn_.days == TurnDays::every || works == (turn_.days == TurnDays::working);
            if (is_wanted)
                plan.days.push_back(at(day));
        }
        for (auto year = turn_.from.year(); year <= turn_.to.year(); ++year)
            if (turn_.days != TurnDays::every && !calendar.knows(year))
                plan.notes.push_back(
                    {msgid("The days off of {1} are not entered yet: only weekends "
                           "count as off"),
                        {std::to_string(static_cast<int>(year))}});
        return plan;
    }

    Roster duty(const TurnDay& day) const
    {
        auto made = times_;
        made.day = day.day;
        made.person = day.person;
        return made;
    }

private:
    /// Behind whoever had the duty last; the times are those of the newest duty.
    void begin()
    {
        times_.place = turn_.place;
        times_.kind = turn_.kind;
        times_.from_time = turn_.from_time;
        times_.to_time = turn_.to_time;
        const auto newest = last_duty(store_, turn_.place, kind_, turn_.from);
        if (newest && turn_.from_time.text.empty() && turn_.to_time.text.empty()) {
            times_.from_time = newest->from_time;
            times_.to_time = newest->to_time;
        }
        auto before = turn_.from;
        const Date earliest = sys_days(turn_.from) - longest;
        while (const auto last = last_duty(store_, turn_.place, kind_, before)) {
            if (!last->day || *last->day < earliest || goes_on_behind(*last->day))
                return;
            before = *last->day;
        }
    }

    /// Whether anybody of the order had the duty on that day; the next is then behind him.
    bool goes_on_behind(Date day)
    {
        std::optional<std::size_t> last;
        for (const auto& duty : there_on(day)) {
            const auto at = std::ranges::find(turn_.people, duty.person.value_or(Uuid{}));
            if (at != turn_.people.end())
                last =
                    std::max(last.value_or(0), static_cast<std::size_t>(at - turn_.people.begin()));
        }
        if (last)
            next_ = *last + 1;
        return last.has_value();
    }

    std::vector<Roster> there_on(Date day) { return duties_on(lookup_, turn_.place, kind_, day); }

    TurnDay at(Date day)
    {
        TurnDay made{.day = day};
        if (const auto there = there_on(day); !there.empty()) {
            made.is_there = true;
            made.person = there.front().person;
            made.name = store_.title_of(*made.person);
            goes_on_behind(day);
            return made;
        }
        for (std::size_t passed = 0; passed < turn_.people.size(); ++passed, ++next_) {
            const auto& person = turn_.people[next_ % turn_.people.size()];
            if (auto why = why_not(person, day)) {
                made.passed_over.push_back({store_.title_of(person), std::move(*why)});
                continue;
            }
            made.person = person;
            made.name = store_.title_of(person);
            ++next_;
            break;
        }
        return made;
    }

    std::optional<Message> why_not(const Uuid& person, Date day)
    {
        if (const auto left = left_on(person, lookup_, day))
            return Message{msgid("left on {1}"), {to_iso(*left)}};
        if (const auto leave = leave_on(person, day, lookup_);
            leave && leave->from_time.text.empty())
            return Message{msgid("on leave from {1}"), {to_iso(*leave->from)}};
        auto wanted = times_;
        wanted.day = day;
        for (const auto& record :
            lookup_.matching(def_of<Roster>(), {{"person", person}, {"day", day}}))
            if (clashes(wanted, from_record<Roster>(record)))
                return Message{msgid("on duty elsewhere at that time")};
        return std::nullopt;
    }

    RecordStore& store_;
    const DutyTurn& turn_;
    StoreLookup lookup_;
    std::string kind_;
    Roster times_;         ///< what all duties have in common
    std::size_t next_ = 0; ///< whose turn it is, counted on round the order
};

} // namespace

std::int64_t TurnPlan::count() const
{
    return std::ranges::count_if(
        days, [](const TurnDay& day) { return day.person && !day.is_there; });
}

TurnPlan plan_turn(RecordStore& store, const DutyTurn& turn)
{
    return guarded(store.db(), [&] {
        expect_sound(store, turn);
        return Round(store, turn).plan();
    });
}

Outcome fill_by_turn(Editor& editor, const DutyTurn& turn)
{
    auto& store = editor.store();
    Transaction transaction(store.db());
    expect_sound(store, turn);
    Round round(store, turn);
    std::vector<Record> records;
    for (const auto& day : round.plan().days)
        if (day.person && !day.is_there)
            records.push_back(
                fitted(*store.catalog().find(def_of<Roster>().id), to_record(round.duty(day))));
    auto outcome = records.empty()
        ? Outcome{.done = true}
        : enter_all(editor,
            {msgid("Fill the duty roster from {1} to {2}"), {to_iso(turn.from), to_iso(turn.to)}},
            records);
    transaction.commit();
    return outcome;
}

std::vector<Uuid> usual_order(
    RecordStore& store, const std::optional<Uuid>& place, RosterKind kind, Date before)
{
    const Date first = sys_days(before) - usual_span;
    StoreLookup lookup(store);
    std::vector<Uuid> order;
    for (auto last = last_duty(store, place, code_of(kind), before); last && last->day >= first;
         last = last_duty(store, place, code_of(kind), *last->day))
        for (const auto& duty :
            duties_on(lookup, place, code_of(kind), *last->day) | std::views::reverse)
            if (duty.person && std::ranges::find(order, *duty.person) == order.end()
                && store.find(def_of<Person>(), *duty.person)
                && !left_on(*duty.person, lookup, before))
                order.push_back(*duty.person);
    std::ranges::reverse(order);
    return order;
}

} // namespace model

#include "model/day/leave_balance.h"

#include "model/commands/store_lookup.h"
#include "model/entities/person.h"
#include "model/listing/collation.h"
#include "model/rules/leave_days.h"
#include "model/rules/still_open.h"

#include <algorithm>

namespace model {

namespace {

/// All records of the kind that the account may see.
template <class E, class Visit>
void each_seen(RecordStore& store, const Permission& permission, Visit visit)
{
    const auto& def = def_of<E>();
    store.each({.def = &def, .where = permission.extent(Action::see, def).condition(def)},
        [&](const Record& record) { visit(from_record<E>(record)); });
}

class Balances {
public:
    Balances(RecordStore& store, const Permission& permission, std::chrono::year year)
        : store_(store)
        , permission_(permission)
        , year_(year)
        , calendar_(StoreLookup(store).calendar())
    {
    }

    std::vector<LeaveBalance> all()
    {
        each_seen<Person>(
            store_, permission_, [&](const Person& person) { people_.emplace(person.id, person); });
        each_seen<Posting>(store_, permission_, [&](const Posting& posting) {
            if (is_current(posting, store_.today()) && posting.person)
                if (auto* balance = of(*posting.person); balance && posting.unit)
                    balance->unit = store_.title_of(*posting.unit);
        });
        each_seen<Leave>(store_, permission_, [&](const Leave& leave) { count(leave); });
        std::vector<LeaveBalance> sorted;
        for (auto& [person, balance] : balances_)
            sorted.push_back(std::move(balance));
        std::ranges::stable_sort(
            sorted, {}, [](const LeaveBalance& each) { return sort_key(each.name); });
        return sorted;
    }

private:
    LeaveBalance* of(const Uuid& person)
    {
        const auto known = people_.find(person);
        if (known == people_.end())
            return nullptr;
        auto [found, is_new] = balances_.try_emplace(person);
        if (is_new) {
            found->second.person = person;
            found->second.name = known->second.name;
            if (known->second.working_since)
                found->second.annual_days = annual_leave_days(*known->second.working_since, year_);
        }
        return &found->second;
    }

    void count(const Leave& leave)
    {
        if (!leave.person || !leave.from || leave.from->year() != year_ || !is_taken(leave))
            return;
        auto* balance = of(*leave.person);
        if (!balance)
            return;
        if (const auto tenths = leave_tenths(leave, calendar_))
            balance->taken[leave.kind.value_or(LeaveKind::other)] += *tenths;
        else
            ++balance->uncounted;
    }

    RecordStore& store_;
    const Permission& permission_;
    std::chrono::year year_;
    WorkCalendar calendar_;
    std::map<Uuid, Person> people_;
    std::map<Uuid, LeaveBalance> balances_;
};

} // namespace

std::optional<std::int64_t> LeaveBalance::annual_left() const
{
    if (!annual_days)
        return std::nullopt;
    const auto found = taken.find(LeaveKind::annual);
    return *annual_days * 10 - (found == taken.end() ? 0 : found->second);
}

std::vector<LeaveBalance> leave_balances(
    RecordStore& store, const Permission& permission, std::chrono::year year)
{
    return Balances(store, permission, year).all();
}

} // namespace model

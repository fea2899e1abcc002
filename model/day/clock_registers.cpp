#include "model/day/clock_registers.h"

#include "model/day/clock_text.h"
#include "model/entities/place.h"
#include "model/entities/roll_call.h"
#include "model/rules/day_rules.h"

#include <algorithm>

namespace model {

namespace {

/// Of a register with days `from` and `to`: what holds on one of the days from the first on.
constexpr const char* meets_days = "(t.\"from\" IS NULL OR t.\"from\" <= ?) AND (t.\"to\" IS NULL "
                                   "OR t.\"to\" >= ?)";

/// It is over on its last day, as rules have it (is_over()).
template <class E>
bool holds_on(const E& each, Date day)
{
    return (!each.from || *each.from <= day) && (!each.to || day < *each.to);
}

/// The minutes of that day for which a leave was agreed to; none where it does not cover it.
std::optional<Hours> hours_away(const Leave& leave, Date day)
{
    const bool is_agreed = leave.state == RequestState::agreed || leave.state == RequestState::done;
    const auto last = leave.to.value_or(leave.from.value_or(day));
    if (!is_agreed || !leave.from || day < *leave.from || last < day
        || (leave.back && *leave.back <= day))
        return std::nullopt;
    Hours hours{0, minutes_a_day};
    const auto begins = read_clock_cell(leave.from_time.text).times;
    const auto ends = read_clock_cell(leave.to_time.text).times;
    if (day == *leave.from && !begins.empty())
        hours.from = begins.front();
    if (day == last && !ends.empty())
        hours.to = ends.front();
    return hours;
}

} // namespace

ClockRegisters::ClockRegisters(
    RecordStore& store, const Permission& permission, Date first, Date last)
    : store_(store)
    , permission_(permission)
    , lookup_(store)
    , first_(first)
    , last_(last)
{
    guarded(store.db(), [&] {
        read_postings();
        read_windows();
        read_leaves();
        read_attendance();
    });
}

template <class E>
std::vector<E> ClockRegisters::select(const std::string& where, std::vector<Value> arguments)
{
    const auto& def = def_of<E>();
    Query query{.def = &def, .where = where, .arguments = std::move(arguments)};
    const auto seen = permission_.extent(Action::see, def).condition(def);
    if (!seen.empty())
        query.where += (where.empty() ? "(" : " AND (") + seen + ')';
    std::vector<E> found;
    for (const auto& record : store_.select(query))
        found.push_back(from_record<E>(record));
    return found;
}

void ClockRegisters::read_postings()
{
    for (auto& posting : select<Posting>({}, {})) {
        if (!posting.person || posting.status == PostingStatus::proposed)
            continue;
        const bool meets =
            (!posting.from || *posting.from <= last_) && (!posting.to || first_ < *posting.to);
        if (meets)
            here_.insert(*posting.person);
        postings_[*posting.person].push_back(std::move(posting));
    }
}

void ClockRegisters::read_windows()
{
    for (auto& link : select<WindowStaff>(meets_days, {last_, first_}))
        if (link.person && link.window && link.slot.value_or(Slot::a) == Slot::a) {
            here_.insert(*link.person);
            posts_[*link.person].push_back(std::move(link));
        }
    for (auto& window : select<Window>({}, {}))
        windows_.emplace(window.id, std::move(window));
    for (const auto& place : select<Place>({}, {}))
        opening_hours_.emplace(place.id, place.opening_hours);
}

void ClockRegisters::read_leaves()
{
    for (auto& leave :
        select<Leave>("t.\"from\" <= ? AND ifnull(t.\"to\", t.\"from\") >= ?", {last_, first_}))
        if (leave.person)
            leaves_[*leave.person].push_back(std::move(leave));
}

void ClockRegisters::read_attendance()
{
    for (auto& entry : select<AttendanceDay>("t.\"day\" BETWEEN ? AND ?", {first_, last_}))
        if (entry.person && entry.day)
            entered_.emplace(std::pair(*entry.person, *entry.day), std::move(entry));
    for (const auto& call : select<RollCall>("t.\"day\" BETWEEN ? AND ?", {first_, last_}))
        if (call.place && call.day)
            calls_.emplace(*call.place, *call.day);
}

bool ClockRegisters::is_posted(const Uuid& person, Date day) const
{
    const auto found = postings_.find(person);
    return found != postings_.end()
        && std::ranges::any_of(
            found->second, [&](const Posting& posting) { return holds_on(posting, day); });
}

std::optional<Uuid> ClockRegisters::window_of(const Uuid& person, Date day) const
{
    if (const auto found = posts_.find(person); found != posts_.end())
        for (const auto& post : found->second)
            if (holds_on(post, day))
                return post.window;
    return std::nullopt;
}

std::vector<Uuid> ClockRegisters::places_of(const Uuid& person, Date day) const
{
    std::vector<Uuid> places;
    if (const auto window = window_of(person, day))
        if (const auto found = windows_.find(*window);
            found != windows_.end() && found->second.place)
            places.push_back(*found->second.place);
    if (const auto found = postings_.find(person); found != postings_.end())
        for (const auto& posting : found->second)
            if (posting.place && holds_on(posting, day))
                places.push_back(*posting.place);
    return places;
}

bool ClockRegisters::was_called(const Uuid& person, Date day) const
{
    return std::ranges::any_of(places_of(person, day), [&](const Uuid& place) {
        return calls_.contains({place, day});
    });
}

std::vector<Away> ClockRegisters::away(const Uuid& person, Date day) const
{
    std::vector<Away> all;
    if (const auto found = leaves_.find(person); found != leaves_.end())
        for (const auto& leave : found->second)
            if (const auto hours = hours_away(leave, day))
                all.push_back({*hours, leave.id, away_as(leave.kind.value_or(LeaveKind::other))});
    return all;
}

/// Of his window, else of the first of his places that tells any.
std::vector<Hours> ClockRegisters::hours_of(const Uuid& person, Date day, bool summer) const
{
    if (const auto window = window_of(person, day))
        if (const auto found = windows_.find(*window); found != windows_.end())
            if (auto hours = opening_hours(found->second.service_hours, summer); !hours.empty())
                return hours;
    for (const auto& place : places_of(person, day))
        if (const auto found = opening_hours_.find(place); found != opening_hours_.end())
            if (auto hours = opening_hours(found->second, summer); !hours.empty())
                return hours;
    return {};
}

const WorkDay& ClockRegisters::work_day(const Uuid& person, Date day)
{
    auto county = days_.find(day);
    if (county == days_.end()) {
        const Context context{lookup_, day};
        county = days_.emplace(day, std::pair(work_day_on(context), is_summer(context))).first;
    }
    const auto& [usual, summer] = county->second;
    const auto hours = hours_of(person, day, summer);
    std::vector<std::pair<int, int>> key;
    for (const auto& each : hours)
        key.emplace_back(each.from, each.to);
    auto [found, is_new] = work_days_.try_emplace({day, key}, usual);
    if (is_new && !hours.empty())
        found->second.hours = hours;
    return found->second;
}

const AttendanceDay* ClockRegisters::entered(const Uuid& person, Date day) const
{
    const auto found = entered_.find({person, day});
    return found == entered_.end() ? nullptr : &found->second;
}

} // namespace model

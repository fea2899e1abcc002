#include "model/rules/coverage.h"

#include "model/rules/still_open.h"

#include <map>
#include <set>

namespace model {

namespace {

using namespace std::chrono;

constexpr std::size_t township_digits = 9;
constexpr std::size_t village_digits = 12;

bool is_outlet(const Place& place, Date today)
{
    return (place.type == PlaceType::township_centre || place.type == PlaceType::village_station)
        && !is_over(place.closed, today);
}

/// A township's code may be written with the zeros of a village.
std::string code_of(const Place& place)
{
    if (place.type == PlaceType::township_centre && place.region.size() == village_digits
        && place.region.ends_with("000"))
        return place.region.substr(0, township_digits);
    return place.region;
}

bool is_this_month(const std::optional<Date>& day, Date today)
{
    return day && day->year() == today.year() && day->month() == today.month();
}

unsigned quarter(Date day)
{
    return (static_cast<unsigned>(day.month()) - 1) / 3;
}

bool is_this_quarter(const std::optional<Date>& day, Date today)
{
    return day && day->year() == today.year() && quarter(*day) == quarter(today);
}

/// Counts what belongs to a place at the line of its division.
class Ledger {
public:
    Ledger(Coverage& coverage, std::span<const Place> places, Date today, const OnReached& told)
        : coverage_(coverage)
        , told_(told)
    {
        std::map<std::string, std::size_t> by_code;
        for (std::size_t line = 0; line < coverage.lines.size(); ++line)
            by_code.emplace(coverage.lines[line].division.code, line);
        for (const auto& place : places) {
            if (!is_outlet(place, today)) {
                others_.insert(place.id);
                continue;
            }
            const auto found = by_code.find(code_of(place));
            const auto line = found == by_code.end() ? elsewhere() : found->second;
            add(place.id, line, &Reached::places);
            at_.emplace(place.id, line);
        }
    }

    void count(const Uuid& record, const std::optional<Uuid>& place, std::int64_t Reached::*what)
    {
        if (place && others_.contains(*place))
            return; // of a hall, or of an outlet that closed
        const auto found = place ? at_.find(*place) : at_.end();
        add(record, found == at_.end() ? elsewhere() : found->second, what);
    }

private:
    std::size_t elsewhere() const { return coverage_.lines.size(); }

    void add(const Uuid& record, std::size_t line, std::int64_t Reached::*what)
    {
        auto& reached = line == elsewhere() ? coverage_.elsewhere : coverage_.lines[line].reached;
        ++(reached.*what);
        if (told_)
            told_(record, line, what);
    }

    Coverage& coverage_;
    const OnReached& told_;
    std::map<Uuid, std::size_t> at_; ///< the line of each outlet
    std::set<Uuid> others_;
};

void add_up(Coverage& coverage)
{
    const auto any = [](std::int64_t count) { return std::int64_t{count > 0}; };
    for (const auto& [division, reached] : coverage.lines) {
        coverage.total += reached;
        auto& level = division.is_village ? coverage.villages : coverage.townships;
        ++level.all;
        level.with += {any(reached.places), any(reached.staff), any(reached.items),
            any(reached.patrols), any(reached.cases), any(reached.full_time)};
    }
    coverage.total += coverage.elsewhere;
}

} // namespace

Reached& Reached::operator+=(const Reached& other)
{
    places += other.places;
    staff += other.staff;
    items += other.items;
    patrols += other.patrols;
    cases += other.cases;
    full_time += other.full_time;
    return *this;
}

Coverage coverage(const std::vector<Subdivision>& divisions, const CoverageRecords& records,
    Date today, const OnReached& on_reached)
{
    Coverage coverage;
    for (const auto& division : divisions)
        coverage.lines.push_back({division, {}});
    Ledger ledger(coverage, records.places, today, on_reached);
    for (const auto& posting : records.postings)
        if (posting.place && is_current(posting, today)) { // one without a place may be anybody's
            ledger.count(posting.id, posting.place, &Reached::staff);
            if (posting.work_time == WorkTime::full)
                ledger.count(posting.id, posting.place, &Reached::full_time);
        }
    for (const auto& item : records.items)
        if (is_current({item.from, item.to}, today))
            ledger.count(item.id, item.place, &Reached::items);
    for (const auto& patrol : records.patrols)
        if (is_this_quarter(patrol.day, today))
            ledger.count(patrol.id, patrol.place, &Reached::patrols);
    for (const auto& agency_case : records.cases)
        if (is_this_month(agency_case.day, today))
            ledger.count(agency_case.id, agency_case.place, &Reached::cases);
    add_up(coverage);
    return coverage;
}

} // namespace model

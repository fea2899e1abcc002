#include "model/assessing/period_input.h"

#include "model/assessing/kept_methods.h"
#include "model/entities/ballot.h"
#include "model/entities/person.h"
#include "model/entities/place.h"
#include "model/entities/posting.h"
#include "model/entities/score.h"
#include "model/entities/unit.h"
#include "model/entities/window.h"
#include "model/entities/window_staff.h"

#include <algorithm>
#include <set>

namespace model {

namespace {

using std::chrono::sys_days;

/// The last day that counts, of one that does not.
std::optional<Date> day_before(const std::optional<Date>& end)
{
    return end ? std::optional<Date>(Date{sys_days{*end} - std::chrono::days{1}}) : std::nullopt;
}

class InputReader {
public:
    InputReader(RecordStore& store, const Period& period, PeriodInput& input)
        : store_(store)
        , period_(period)
        , input_(input)
        , places_(assessed_places(store, period.place.value_or(Uuid())))
    {
    }

    void read()
    {
        read_windows();
        read_postings();
        read_posts();
        read_outlets();
        add_units();
        read_entries();
        read_ballots();
        read_known();
    }

private:
    bool overlaps(const std::optional<Date>& from, const std::optional<Date>& last) const
    {
        const auto& span = input_.period;
        return (!from || *from <= span.last) && (!last || span.first <= *last);
    }

    void add(const Uuid& id, AssessedKind kind, std::string name)
    {
        if (seen_.insert(id).second)
            input_.objects.push_back({id, kind, std::move(name)});
    }

    void read_windows()
    {
        for (const auto& place : places_)
            for (const auto& record : store_.where(def_of<Window>(), "place", place)) {
                const auto window = from_record<Window>(record);
                const auto last = day_before(window.closed);
                if (!overlaps(window.opened, last))
                    continue;
                add(window.id, AssessedKind::window,
                    window.name.empty() ? window.number : window.number + ' ' + window.name);
                input_.presence.push_back({window.id, window.unit, window.opened, last});
                if (window.unit) {
                    units_.insert(*window.unit);
                    input_.units.emplace(window.id, *window.unit);
                    windows_of_.emplace(*window.unit, window.id);
                }
            }
    }

    void read_postings()
    {
        const bool has_chiefs = input_.method.is_about(AssessedKind::chief);
        for (const auto& place : places_)
            for (const auto& record : store_.where(def_of<Posting>(), "place", place)) {
                const auto posting = from_record<Posting>(record);
                const auto last = day_before(posting.to);
                if (!posting.person || posting.status == PostingStatus::proposed
                    || !overlaps(posting.from, last))
                    continue;
                const bool is_chief = has_chiefs && posting.chief.value_or(false);
                add(*posting.person, is_chief ? AssessedKind::chief : AssessedKind::staff,
                    store_.title_of(*posting.person));
                input_.presence.push_back({*posting.person, posting.unit, posting.from, last});
                if (!posting.unit)
                    continue;
                units_.insert(*posting.unit);
                input_.units.emplace(*posting.person, *posting.unit);
                if (is_chief)
                    serve_all_windows(posting, last);
            }
    }

    void serve_all_windows(const Posting& chief, const std::optional<Date>& last)
    {
        const auto [first, end] = windows_of_.equal_range(*chief.unit);
        for (auto at = first; at != end; ++at)
            input_.presence.push_back({*chief.person, at->second, chief.from, last});
    }

    void read_posts()
    {
        std::vector<Presence> posts;
        for (const auto& object : input_.objects) {
            if (object.kind != AssessedKind::window)
                continue;
            for (const auto& record : store_.where(def_of<WindowStaff>(), "window", object.id)) {
                const auto post = from_record<WindowStaff>(record);
                const auto last = day_before(post.to);
                if (post.person && seen_.contains(*post.person) && overlaps(post.from, last))
                    posts.push_back({*post.person, object.id, post.from, last});
            }
        }
        input_.presence.insert(input_.presence.end(), posts.begin(), posts.end());
    }

    /// Those of the county where the method is about outlets.
    void read_outlets()
    {
        if (!input_.method.is_about(AssessedKind::outlet) || !period_.place)
            return;
        for (const auto& record : store_.where(def_of<Place>(), "parent", *period_.place)) {
            const auto place = from_record<Place>(record);
            const bool is_outlet = place.type == PlaceType::township_centre
                || place.type == PlaceType::village_station
                || place.type == PlaceType::business_station;
            const auto last = day_before(place.closed);
            if (!is_outlet || !overlaps(place.opened, last))
                continue;
            add(place.id, AssessedKind::outlet, place.name);
            input_.presence.push_back({place.id, std::nullopt, place.opened, last});
        }
    }

    void add_units()
    {
        for (const auto& unit : units_)
            if (seen_.insert(unit).second)
                input_.objects.push_back({unit, AssessedKind::unit, store_.title_of(unit)});
    }

    /// Of every version of the method, from the beginning of the year, for vetoes.
    void read_entries()
    {
        std::set<Uuid> versions;
        if (const auto method = store_.find(def_of<Method>(), period_.method.value_or(Uuid())))
            for (const auto& version : versions_of(store_, from_record<Method>(*method).code))
                versions.insert(version.id);
        const Date year{input_.period.first.year(), std::chrono::January, std::chrono::day{1}};
        for (const auto& place : places_)
            store_.each({.def = &def_of<LedgerEntry>(),
                            .where = "t.\"place\" = ? AND t.\"day\" >= ? AND t.\"day\" <= ?",
                            .arguments = {place, year, input_.period.last}},
                [&](const Record& record) {
                    add_entry(from_record<LedgerEntry>(record), versions);
                });
    }

    void add_entry(const LedgerEntry& entry, const std::set<Uuid>& versions)
    {
        if (!entry.method || !versions.contains(*entry.method) || !entry.day)
            return;
        PointEntry point{.id = entry.id,
            .object = object_of(entry),
            .day = *entry.day,
            .line = entry.line,
            .count = entry.count.value_or(1),
            .minutes = entry.minutes,
            .adjusts = entry.adjusts,
            .reason = entry.reason,
            .approver = entry.approver,
            .source = entry.evidence};
        if (entry.each)
            point.points = points_of(*entry.each);
        input_.entries.push_back(std::move(point));
    }

    void read_ballots()
    {
        for (const auto& record : store_.where(def_of<Ballot>(), "period", period_.id)) {
            const auto ballot = from_record<Ballot>(record);
            if (ballot.points)
                input_.ballots.push_back({ballot.id, object_of(ballot), ballot.scorer, ballot.voter,
                    points_of(*ballot.points)});
        }
    }

    /// Of other methods' periods of the same days that are locked, as the mean of a window's staff
    /// needs them.
    void read_known()
    {
        if (!input_.method.composition.empty() && period_.place)
            for (const auto& record : store_.where(def_of<Period>(), "place", *period_.place)) {
                const auto other = from_record<Period>(record);
                if (other.id != period_.id && other.first == period_.first
                    && other.kind == period_.kind && other.locked)
                    add_known(other.id);
            }
    }

    void add_known(const Uuid& period)
    {
        for (const auto& record : store_.where(def_of<ScoreRecord>(), "period", period)) {
            const auto score = from_record<ScoreRecord>(record);
            if (score.total)
                input_.known.push_back({object_of(score), points_of(*score.total)});
        }
    }

    RecordStore& store_;
    const Period& period_;
    PeriodInput& input_;
    std::vector<Uuid> places_;
    std::set<Uuid> seen_;
    std::set<Uuid> units_;
    std::multimap<Uuid, Uuid> windows_of_; ///< by unit
};

} // namespace

AssessmentPeriod span_of(const Period& period)
{
    return AssessmentPeriod::of(
        period.kind.value_or(PeriodKind::month), period.first.value_or(Date()));
}

std::vector<Uuid> assessed_places(RecordStore& store, const Uuid& place)
{
    std::vector<Uuid> places{place};
    for (const auto& record : store.where(def_of<Place>(), "parent", place))
        if (from_record<Place>(record).type == PlaceType::branch_hall)
            places.push_back(record.id);
    return places;
}

PeriodInput read_input(RecordStore& store, const Period& period, AssessmentMethod method)
{
    PeriodInput input{.method = std::move(method),
        .period = span_of(period),
        .objects = {},
        .entries = {},
        .presence = {},
        .ballots = {},
        .known = {},
        .units = {}};
    InputReader(store, period, input).read();
    return input;
}

const EntityDef& register_of(AssessedKind kind)
{
    switch (kind) {
    case AssessedKind::window:
        return def_of<Window>();
    case AssessedKind::unit:
        return def_of<Unit>();
    case AssessedKind::outlet:
        return def_of<Place>();
    case AssessedKind::staff:
    case AssessedKind::chief:
        break;
    }
    return def_of<Person>();
}

Decimal decimal_of(Points points)
{
    constexpr int scale = Points::stated_places;
    return Decimal::parse(points.text(scale), scale).value_or(Decimal{});
}

Points points_of(const Decimal& decimal)
{
    return Points::parse(decimal.text()).value_or(Points());
}

Uuid object_of(AssessedKind kind, const std::optional<Uuid>& window,
    const std::optional<Uuid>& person, const std::optional<Uuid>& unit,
    const std::optional<Uuid>& outlet)
{
    switch (kind) {
    case AssessedKind::window:
        return window.value_or(Uuid());
    case AssessedKind::staff:
    case AssessedKind::chief:
        return person.value_or(Uuid());
    case AssessedKind::unit:
        return unit.value_or(Uuid());
    case AssessedKind::outlet:
        return outlet.value_or(Uuid());
    }
    return {};
}

} // namespace model

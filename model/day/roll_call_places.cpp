// Where a roll-call is made, and by whom, and where a duty roster is kept.
#include "model/day/duty_week.h"
#include "model/day/morning.h"
#include "model/entities/roster.h"
#include "model/entities/user.h"
#include "model/entities/window.h"
#include "model/listing/collation.h"

#include <algorithm>

namespace model {

namespace {

bool is_own(const Place& place, const Self& self)
{
    return place.region == self.region && place.type != PlaceType::self_service
        && place.type != PlaceType::business_station;
}

/// The own place first, of several that of the office's name; the others by name.
void sort_places(std::vector<Place>& places, const Self& self)
{
    const auto rank = [&](const Place& place) {
        if (!is_own(place, self))
            return 2;
        return place.name == self.office ? 0 : 1;
    };
    std::ranges::stable_sort(places, {}, [&](const Place& place) {
        return std::pair{rank(place), sort_key(place.name)};
    });
}

/// The halls and centres where the account may enter something into that register.
std::vector<Place> places_of(
    RecordStore& store, const Permission& permission, const EntityDef& entered_in)
{
    return guarded(store.db(), [&] {
        const auto self = store.self();
        const auto entered = permission.extent(Action::enter, entered_in);
        const auto seen = permission.extent(Action::see, def_of<Place>());
        std::vector<Place> places;
        for (const auto& record :
            store.select({.def = &def_of<Place>(), .where = seen.condition(def_of<Place>())})) {
            auto place = from_record<Place>(record);
            const auto meta = store.rows().meta(place.id);
            if (!meta || !entered.holds(meta->scope, meta->home))
                continue;
            if (is_own(place, self)
                || store.another(def_of<Window>(), "place", place.id, {}).has_value())
                places.push_back(std::move(place));
        }
        sort_places(places, self);
        return places;
    });
}

} // namespace

std::vector<Place> roll_call_places(RecordStore& store, const Permission& permission)
{
    return places_of(store, permission, def_of<RollCall>());
}

std::vector<Place> duty_places(RecordStore& store, const Permission& permission)
{
    return places_of(store, permission, def_of<Roster>());
}

std::optional<Uuid> roll_call_leader(
    RecordStore& store, const Uuid& place, Date day, const Uuid& account)
{
    for (const auto& record : store.where(def_of<Roster>(), "day", day)) {
        const auto duty = from_record<Roster>(record);
        if (duty.place == place && duty.kind == RosterKind::hall_leader && duty.person)
            return duty.person;
    }
    const auto user = store.find(def_of<User>(), account);
    return user ? from_record<User>(*user).person : std::nullopt;
}

std::string time_of_day(Instant at)
{
    constexpr std::size_t date = std::string_view("2026-01-31T").size();
    constexpr std::size_t minutes = std::string_view("08:05").size();
    return to_iso_time(at).substr(date, minutes);
}

} // namespace model

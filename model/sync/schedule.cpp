#include "model/sync/schedule.h"

#include "model/base/error.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <array>

namespace model {

namespace {

constexpr const char* setting = "sync_schedule";
constexpr int longest = 240; ///< minutes
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t patience = 30 * minute; ///< from one that failed to the next

bool flag(const boost::json::object& object, const char* name, bool otherwise)
{
    const auto* found = object.if_contains(name);
    return found && found->is_bool() ? found->get_bool() : otherwise;
}

int minutes(const boost::json::object& object, const char* name, int least, int otherwise)
{
    const auto* found = object.if_contains(name);
    const auto number = found && found->is_int64() ? found->get_int64() : otherwise;
    return number >= least && number <= longest ? static_cast<int>(number) : otherwise;
}

} // namespace

SyncSchedule sync_schedule(RecordStore& store)
{
    const auto text = guarded(store.db(), [&] { return store.rows().setting(setting); });
    boost::system::error_code error;
    const auto parsed = boost::json::parse(text.empty() ? "{}" : text, error);
    const SyncSchedule usual;
    if (error || !parsed.is_object())
        return usual;
    const auto& object = parsed.get_object();
    return {.at_start_of_day = flag(object, "at_start_of_day", usual.at_start_of_day),
        .delay = minutes(object, "delay", 0, usual.delay),
        .when_idle = flag(object, "when_idle", usual.when_idle),
        .idle = minutes(object, "idle", 1, usual.idle),
        .on_exit = flag(object, "on_exit", usual.on_exit)};
}

void set_sync_schedule(RecordStore& store, const SyncSchedule& schedule)
{
    if (schedule.delay < 0 || schedule.delay > longest || schedule.idle < 1
        || schedule.idle > longest)
        throw UsageError(
            {msgid("Syncs are planned in minutes, {1} at the most"), {std::to_string(longest)}});
    const boost::json::object object{{"at_start_of_day", schedule.at_start_of_day},
        {"delay", schedule.delay}, {"when_idle", schedule.when_idle}, {"idle", schedule.idle},
        {"on_exit", schedule.on_exit}};
    guarded(store.db(), [&] {
        Transaction transaction(store.db());
        store.rows().set_setting(setting, boost::json::serialize(object));
        transaction.commit();
    });
}

SyncTimer::SyncTimer(Clock& clock, Random& random, const SyncSchedule& schedule, Instant last)
    : clock_(clock)
    , random_(random)
    , schedule_(schedule)
    , last_used_(clock.now())
    , synced_on_(last == 0 ? Date{} : china_date(last))
{
    is_daily_due(); // counted from the start, not from the first question
}

void SyncTimer::follow(const SyncSchedule& schedule)
{
    schedule_ = schedule;
    planned_for_.reset();
    is_daily_due();
}

void SyncTimer::used()
{
    last_used_ = clock_.now();
}

void SyncTimer::began()
{
    is_running_ = true;
    last_try_ = clock_.now();
}

void SyncTimer::ended(bool well)
{
    is_running_ = false;
    last_try_ = clock_.now();
    if (well)
        synced_on_ = china_date(clock_.now());
}

Instant SyncTimer::some_minutes(int most)
{
    if (most == 0)
        return 0;
    std::array<std::uint8_t, 4> bytes{};
    random_.fill(bytes);
    std::uint32_t number = 0;
    for (const auto byte : bytes)
        number = number << 8U | byte;
    return static_cast<Instant>(number % static_cast<std::uint32_t>(most * minute));
}

bool SyncTimer::is_daily_due()
{
    const auto now = clock_.now();
    const auto today = china_date(now);
    if (!schedule_.at_start_of_day || synced_on_ == today)
        return false;
    if (planned_for_ != today) {
        planned_for_ = today;
        planned_at_ = now + some_minutes(schedule_.delay);
    }
    return now >= planned_at_;
}

bool SyncTimer::is_due(std::int64_t unsent)
{
    const auto now = clock_.now();
    if (last_try_ > now) // the clock was put back
        last_try_ = now;
    if (last_used_ > now)
        last_used_ = now;
    if (is_running_)
        return false;
    const bool is_patient = last_try_ == 0 || now - last_try_ >= patience;
    if (is_daily_due() && is_patient)
        return true;
    return schedule_.when_idle && unsent > 0 && now - last_used_ >= schedule_.idle * minute
        && (last_try_ <= last_used_ || is_patient);
}

} // namespace model

#pragma once

#include "model/store/record_store.h"

#include <optional>
#include <string>

namespace model {

/// When the desktop syncs by itself. Kept in the file; never travels.
struct SyncSchedule {
    bool at_start_of_day = true;
    int delay = 10; ///< minutes; the daily sync begins at a random moment of them, so that the
                    ///< offices of a county do not all come at once
    bool when_idle = true;
    int idle = 5;        ///< minutes without a key or a click, after something was entered
    bool on_exit = true; ///< what is not sent yet, before the program ends

    bool operator==(const SyncSchedule&) const = default;
};

SyncSchedule sync_schedule(RecordStore& store);

/// Throws UsageError for a delay or idle time outside of 0 to 240 and 1 to 240 minutes, StoreError
/// where the file fails.
void set_sync_schedule(RecordStore& store, const SyncSchedule& schedule);

/// Tells when to sync. It is told what happens and asked now and then; it does nothing by itself.
class SyncTimer {
public:
    /// `last` is the last acknowledged sync, 0 for never.
    SyncTimer(Clock& clock, Random& random, const SyncSchedule& schedule, Instant last);

    /// Another schedule from now on.
    void follow(const SyncSchedule& schedule);

    /// The user pressed a key or a button.
    void used();

    /// A sync began, by whomever; how it ended.
    void began();
    void ended(bool well);

    /// Whether one is to begin now. `unsent` is how much waits.
    bool is_due(std::int64_t unsent);

private:
    bool is_daily_due();
    Instant some_minutes(int most);

    Clock& clock_;
    Random& random_;
    SyncSchedule schedule_;
    Instant last_used_;
    Instant last_try_ = 0;
    Date synced_on_; ///< the day of the last sync that ended well
    std::optional<Date> planned_for_;
    Instant planned_at_ = 0;
    bool is_running_ = false;
};

} // namespace model

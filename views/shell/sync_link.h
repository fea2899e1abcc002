#pragma once

#include "model/custody/escrow.h"
#include "model/sync/inbox.h"
#include "model/sync/schedule.h"
#include "model/sync/sync_report.h"
#include "views/widgets/background.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace views {

/// What the status bar says of the link to the county.
struct SyncStatus {
    std::int64_t unsent = 0;
    model::Instant last_acknowledged = 0; ///< 0: never
    std::int64_t conflicts = 0;           ///< and refusals
    bool enrolled = false;
    model::LastSync last = {};
    std::int64_t contents_to_send = 0; ///< of attachments
    std::int64_t contents_to_fetch = 0;
};

/// The link to the county as the windows need it. `run` and `enrol` are called on the background
/// thread and open the data file for themselves; both throw Error where they fail.
struct SyncLink {
    std::function<SyncStatus()> status = [] { return SyncStatus{}; };
    std::function<model::SyncResult(Progress&)> run = {};
    /// Joins with the joining file. Throws model::JoiningDoubt with all that the user has to say
    /// yes to first; once he did, that is what he `agreed` to.
    std::function<void(const std::string& join_file, const std::optional<model::Message>& agreed)>
        enrol = {};

    /// The records that wait to be sent, at most so many; and what the county did not take.
    std::function<std::vector<model::WaitingRecord>(std::int64_t limit)> waiting = {};
    std::function<std::vector<model::InboxItem>()> refused = {};

    /// When the desktop syncs by itself, as the file keeps it. None: never.
    std::function<model::SyncSchedule()> schedule = {};
    std::function<void(const model::SyncSchedule&)> set_schedule = {};

    /// How the file stands with the county's escrow, and whether its key is deposited there with
    /// the next sync; the latter throws Error where the account may not say so. None: nothing is
    /// said.
    std::function<model::EscrowState()> escrow = {};
    std::function<void(bool on)> set_escrow = {};

    /// What the schedule goes by; none: the system's.
    model::Clock* clock = nullptr;
    model::Random* random = nullptr;
};

} // namespace views

#pragma once

#include "model/access/backup_plan.h"
#include "model/board/board.h"

#include <optional>
#include <vector>

namespace views {

struct Desk;

/// What waits beside the records: conflicts and refusals, entries that are long not sent, backups
/// that are too old. `backups` is what was last seen of them, if anything.
std::vector<model::BoardNotice> board_notices(
    const Desk& desk, const std::optional<model::BackupState>& backups);

} // namespace views

#pragma once

#include "model/access/backup_plan.h"

#include <wx/string.h>

namespace views {

/// "Last backup: 2026-11-27 08:30 (3 days ago)", or that there is none, or that its disk is away.
wxString words_of(const model::BackupPlace& place);

/// What is wrong with the backups, in one or two sentences; empty where nothing is.
wxString warning_of(const model::BackupState& state);

/// "12.3 MB".
wxString size_words(std::int64_t bytes);

} // namespace views

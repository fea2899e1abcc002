#pragma once

#include "views/shell/sync_link.h"

#include <wx/colour.h>
#include <wx/string.h>

class wxWindow;

namespace views {

/// In one sentence how this file stands with the county. Good only where the last sync succeeded
/// and left nothing open on either side as far as this file knows; never after one that failed.
struct SyncLight {
    enum class Level { plain, good, warning, bad };
    Level level = Level::plain;
    wxString words;
};

SyncLight light_of(const SyncStatus& status, model::Instant now);

/// The colour of its words.
wxColour colour_of(const SyncLight& light, const wxWindow& window);

/// The last acknowledged sync as a clerk says it: a time, never, or not joined; and where the last
/// one failed, that too.
wxString acknowledged_text(const SyncStatus& status);

} // namespace views

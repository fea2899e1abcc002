#pragma once

#include "model/sync/inbox.h"

#include <wx/string.h>

namespace views {

/// What a field says of an inbox item: what was there before, what each side entered and who; or
/// why the county did not take it.
wxString conflict_sentence(const model::InboxItem& item, model::RecordStore& store);

} // namespace views

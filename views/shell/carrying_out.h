#pragma once

#include "model/commands/editor.h"

namespace views {

class RecordPage;

/// On the page of changes of items, a button over the form that makes of the item what the change
/// plans, once its day has come; until then its tip says what is missing.
void offer_carrying_out(RecordPage& page, model::Editor& editor);

} // namespace views

#pragma once

#include "model/commands/editor.h"

namespace views {

class RecordPage;

/// On pages of registers for which the program brings something along, a button that enters it;
/// nothing on others.
void offer_shipped(RecordPage& page, model::Editor& editor);

} // namespace views

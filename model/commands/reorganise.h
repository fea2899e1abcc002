#pragma once

#include "model/commands/reform.h"

namespace model {

/// Does a reform of units as one undoable step: successors that are not there are made, the chosen
/// records refer to them, the old units end, and for each there is an entry among the changes of
/// units that names what followed it. A renamed unit stays the same record under its new name. The
/// rules are asked with all of it done and the rights before; one refusal keeps all of it from
/// being done and is told with the record's name. Throws UsageError for units that are not there.
ReformOutcome reorganise(Editor& editor, const Reform& reform);

} // namespace model

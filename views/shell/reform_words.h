#pragma once

#include "model/commands/reform.h"

#include <array>
#include <vector>

namespace views {

/// What the window of a reform says of units, or of places; msgids.
struct ReformTexts {
    const char* title;
    const char* old;        ///< the spoken name of the list of old ones
    const char* old_choose; ///< what stands over it
    const char* ends;
    const char* references;
    std::array<const char*, 3> successors;
    const char* new_one; ///< the hint in an empty successor
    const char* old_one; ///< head of the column
    const char* counts;  ///< "{1} records go over, {2} stay …"
    const char* stays;   ///< how many records refer to what only changes its name or address
    std::vector<const char*> kinds;
};

const ReformTexts& reform_texts(const model::EntityDef& of);

} // namespace views

#pragma once

#include "model/store/record_store.h"

#include <optional>
#include <vector>

namespace model {

/// The window that a row of a sheet means which no group of its fields finds.
struct MeantWindow {
    std::optional<Uuid> window;
    bool by_former_number = false; ///< no window there has the row's number now
    bool is_one_of_several = false;
};

/// Looks among the windows in use, at the row's place and unit where it names them: by its number
/// where it names no place (a hall's own sheets seldom do), else by a number that a window had
/// before. Nothing for a row without a number.
MeantWindow meant_window(RecordStore& store, const Record& given, Date today);

} // namespace model

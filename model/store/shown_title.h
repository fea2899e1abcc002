#pragma once

#include "model/store/record_store.h"

#include <string>

namespace model {

/// What people call the record where it is named to whoever reads: in lists over all registers, in
/// the names of steps, in sentences. A title that is a personal value stands masked there, that of
/// an attachment only where its record's register has personal values.
std::string shown_title(RecordStore& store, const Record& record);

} // namespace model

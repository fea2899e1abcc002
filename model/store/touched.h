#pragma once

#include "model/store/record_store.h"

#include <optional>
#include <vector>

namespace model {

/// How far somebody has looked at what happened to records.
struct TouchMark {
    std::int64_t change = 0; ///< number of the last change
    std::int64_t record = 0; ///< the highest number of a record
};

/// The end of what happened, as of now. Throws StoreError.
TouchMark touch_mark(RecordStore& store);

/// The numbers (rid) of the records that were made, changed, deleted or taken out of the file
/// since, each once and in order; nothing where there are more than `most`, or where so much
/// happened that the file does not know any more. Throws StoreError.
std::optional<std::vector<std::int64_t>> touched_since(
    RecordStore& store, const TouchMark& mark, std::size_t most);

} // namespace model

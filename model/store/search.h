#pragma once

#include "model/store/record_store.h"

#include <string>
#include <vector>

namespace model {

/// A record that was found, and the field that holds the first of the words.
struct Hit {
    Record record;
    const FieldDef* field = nullptr;
};

/// The records whose texts hold every one of the words, which white space parts, in any register
/// and without regard to case and width of letters; at most `limit` a register. Records in the
/// recycle bin are not found.
std::vector<Hit> search(RecordStore& store, const std::string& text, std::int64_t limit);

} // namespace model

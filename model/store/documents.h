#pragma once

#include "model/store/record_store.h"

#include <string>
#include <vector>

namespace model {

/// The documents that entries on behalf of owners rested on last, newest first, at most ten: all
/// that hold these words, whatever their case and width.
std::vector<std::string> recent_documents(RecordStore& store, const std::string& words);

} // namespace model

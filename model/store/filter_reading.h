#pragma once

#include "model/store/record_store.h"

#include <string>

namespace model {

/// A filter as a sentence to be read and not to be compiled again: fields and choices by their
/// labels, records by their titles, and words for the signs and joints, in the language of
/// `translate`: "单位=县公安局 且 离开日期 为空". A text that is no filter stays as it is.
std::string filter_for_reading(const std::string& expression, const EntityDef& def,
    RecordStore& store, const Translate& translate);

} // namespace model

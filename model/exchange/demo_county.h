#pragma once

#include "model/store/record_store.h"

namespace model {

/// The county whose divisions, catalog and people the demo has.
constexpr std::string_view demo_region = "430922";

/// Fills the file of the demo county's office with units, items, windows, outlets, invented people
/// at work and a year of what they do (demo_year.h), all at once or not at all. `hall` is the
/// office's own place. The steps are those of an account of its own, so that nobody's undo takes
/// the county apart. Gives the number of records added.
std::int64_t load_demo_county(RecordStore& store, const Uuid& hall);

} // namespace model

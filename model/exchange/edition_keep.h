#pragma once

#include "model/exchange/comparison.h"

#include <vector>

namespace model {

/// An edition whose comparison goes on another day.
struct KeptEdition {
    std::int64_t no = 0;
    std::string name;
    Instant at = 0;
    std::string user;
    int rows = 0;
};

/// Keeps the edition in the file, in the place of the same sheet if that is kept already; gives its
/// number. What it differs in is found out anew each time, so that what was taken in, taken back or
/// changed meanwhile is seen. Throws StoreError where the file fails.
std::int64_t keep_edition(RecordStore& store, const Account& account, const Edition& edition);

/// The same where anything of it is open; where nothing is, it is not kept any more, and 0.
std::int64_t keep_what_is_open(RecordStore& store, const Account& account, const Edition& edition,
    const Comparison& comparison);

/// Newest first.
std::vector<KeptEdition> kept_editions(RecordStore& store);

/// Reads one back. Throws UsageError for a number that is not kept.
Edition kept_edition(RecordStore& store, std::int64_t no);

/// It is not kept any more; nothing of the catalog changes. False where it was not.
bool drop_edition(RecordStore& store, std::int64_t no);
bool drop_edition(RecordStore& store, const Edition& edition);

} // namespace model

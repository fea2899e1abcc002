#pragma once

#include "model/entities/catalog.h"
#include "model/store/batch.h"
#include "tests/support/office.h"

namespace tests {

/// Saves units called 1, 2, 3 …, each together with an edit of the first one, so that a step which
/// is there in part can be told from one that is whole.
class NumberedUnits {
public:
    explicit NumberedUnits(Database& db, std::uint64_t seed = 1)
        : db_(db)
        , random_(seed)
        , store_(db, hall_catalog(), clock_, random_)
    {
    }

    /// Saves unit number n as one step.
    void save(int n);

    /// How many steps are there, whole and without a gap; -1 if anything else is. Takes the longer
    /// the more there are.
    int count();

    /// The number of the newest step, without a look at any other.
    int last();

private:
    std::int64_t number(const char* sql);

    Database& db_;
    ManualClock clock_{new_year_2026};
    SeededRandom random_;
    RecordStore store_;
};

} // namespace tests

#pragma once

#include "model/rules/finding.h"
#include "model/store/record_store.h"

#include <string>
#include <tuple>
#include <vector>

namespace model {

/// Which line of the board: a rule of a record's field; the nil id stands for what concerns no
/// record.
struct LineName {
    Uuid record;
    std::string rule;
    std::string field;

    auto operator<=>(const LineName&) const = default;
};

/// A line that is put off.
struct Snooze {
    LineName line;
    Date until; ///< the day on which it is back
    std::string reason;
    Instant at = 0;
    std::string by;
};

/// What refuses is put off for so many days at most: it stands in the way of other work.
constexpr int longest_for_refused = 7;

/// The lines of the board that are put off, in this file alone.
class Snoozes {
public:
    explicit Snoozes(RecordStore& store) : store_(store) {}

    /// Those that are not back yet.
    std::vector<Snooze> list();

    /// Puts the line off, in the place of what was said of it before. Throws UsageError for a day
    /// that is not to come, or for one too far away of what refuses; StoreError.
    void put(const LineName& line, Level level, Date until, const std::string& reason,
        const Account& by);

    /// The line is back at once. Tells whether it was put off.
    bool wake(const LineName& line);

private:
    RecordStore& store_;
};

} // namespace model

#pragma once

#include "model/store/held_records.h"

#include <optional>
#include <vector>

namespace model {

/// Which held record a row of a sheet is about.
struct RowMatch {
    std::optional<HeldRecords::Index> record;
    std::vector<HeldRecords::Index>
        rivals; ///< several that it may be about, if there is no telling
};

/// Finds records by the groups of fields that their entity names (EntityDef::match), best first. A
/// group counts if the row gives all its fields. A record that says otherwise in a field by which
/// the entity tells its records apart is another record: a window of the same unit and number in
/// another hall, a person of the same name with another ID number. Among several, those that have
/// not ended are meant.
class RowMatcher {
public:
    explicit RowMatcher(HeldRecords& held);

    /// `given` holds the row's values; what it leaves empty it does not give.
    RowMatch find(const Record& given);

private:
    struct Group {
        std::vector<std::size_t> fields;
        std::vector<std::size_t> telling; ///< fields in which a match must not differ
    };

    Group group_of(std::size_t number) const;
    bool contradicts(
        HeldRecords::Index record, const Group& group, const std::vector<std::string>& texts) const;
    void keep_current(std::vector<HeldRecords::Index>& records) const;

    HeldRecords& held_;
    std::vector<Group> groups_;
    std::vector<std::size_t> looked_at_; ///< the fields of all groups
};

} // namespace model

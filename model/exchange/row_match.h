#pragma once

#include "model/store/held_records.h"

#include <functional>
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
/// not ended are meant. Complaints, ratings and cases without a number may be alike in all that a
/// sheet says of them and still be several: of these each row means one that no other row did, the
/// one it agrees with most, so that a sheet that comes again makes no doubles.
class RowMatcher {
public:
    explicit RowMatcher(HeldRecords& held);

    using IsTaken = std::function<bool(HeldRecords::Index)>;

    /// `given` holds the row's values; what it leaves empty it does not give. `is_taken`: the
    /// records that earlier rows were about; only those that may be alike are asked for.
    RowMatch find(const Record& given, const IsTaken& is_taken = {});

private:
    struct Group {
        std::vector<std::size_t> fields;
        std::vector<std::size_t> telling; ///< fields in which a match must not differ
        bool may_be_alike = false;        ///< several that hold the same need not be one
    };

    Group group_of(std::size_t number) const;
    bool contradicts(
        HeldRecords::Index record, const Group& group, const std::vector<std::string>& texts) const;
    void keep_current(std::vector<HeldRecords::Index>& records) const;
    HeldRecords::Index nearest(
        const std::vector<HeldRecords::Index>& records, const Record& given) const;

    HeldRecords& held_;
    std::vector<Group> groups_;
    std::vector<std::size_t> looked_at_; ///< the fields of all groups
};

} // namespace model

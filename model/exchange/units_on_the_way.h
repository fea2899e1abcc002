#pragma once

#include "model/exchange/import_plan.h"
#include "model/exchange/snapshot.h"

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>

namespace model {

/// Makes the units that a catalog of items or a list of windows names and nobody has entered yet.
/// A unit's identity is its name, so that two offices that import one catalog make the same unit.
/// Its credit code is filled in only where every valid code of 18 characters that the sheet gives
/// for its rows is the same one, no other unit of the sheet has it, and none of the register.
class UnitsOnTheWay {
public:
    /// `read_again` calls back for each row of the sheet; it is asked at most once, when the first
    /// unit is to be made.
    using EachRow = std::function<void(const std::function<void(const SheetRow&)>&)>;

    UnitsOnTheWay(
        RecordStore& store, Snapshot& snapshot, const ImportPlan& plan, EachRow read_again);

    /// Whether the sheet gives codes, so that its rows are read again.
    bool reads_again() const;

    /// The unit that the name stands for. Where the register has it, it is the held one: an office
    /// may have renamed it since it was made. Otherwise it is still to be made.
    Record propose(const std::string& name);

    /// The row that needed it was taken: the unit is real from now on.
    void accept(const Record& unit);

    /// The accepted unit of that name.
    std::optional<Uuid> made(const std::string& name) const;
    std::size_t count() const { return made_.size(); }

private:
    void gather_codes();
    void take_codes(const SheetRow& row);

    RecordStore& store_;
    Snapshot& snapshot_;
    const ImportPlan& plan_;
    EachRow read_again_;
    bool gathered_ = false;
    std::unordered_map<std::string, std::string> code_of_; ///< folded name to code; "": several
    std::unordered_map<std::string, int> units_with_;
    std::unordered_map<std::string, Uuid> made_; ///< by folded name
};

} // namespace model

#pragma once

#include "model/exchange/import.h"
#include "model/exchange/import_plan.h"
#include "model/exchange/row_match.h"
#include "model/exchange/row_reader.h"

#include <unordered_map>

namespace model {

/// Why a row is refused that is about the record of an earlier one and says otherwise.
Message says_otherwise(int earlier_row);

/// Why it is refused again when an error sheet brings it back: what it says of the record of that
/// title is not what was taken, so it must not come in unseen.
Message would_overwrite(std::string title);

/// The rows that were refused for what stands in their cells. Mended, one of them would overwrite
/// unseen what another row said of the same record.
class RefusedRows {
public:
    explicit RefusedRows(HeldRecords& held) : held_(held), matcher_(held) {}

    void note(const ReadRow& row);

    /// Those about a record of which a row that was taken says otherwise; `row_of` knows that row.
    struct Double {
        int row = 0;
        int other_row = 0;
        const FieldDef* field = nullptr; ///< in which they differ
        Value value;                     ///< what the refused row says, if it can be read
        std::optional<CellProblem> problem;
    };
    std::vector<Double> doubles(const std::unordered_map<HeldRecords::Index, int>& row_of);

private:
    struct Refused {
        int number = 0;
        Record given;
        std::vector<CellProblem> problems;
    };

    std::optional<HeldRecords::Index> record_of(const Record& given);
    std::optional<Double> difference(const Refused& row, const Record& taken) const;

    HeldRecords& held_;
    RowMatcher matcher_;
    std::vector<Refused> rows_;
};

/// Whether the row comes from an error sheet and was refused for one of these reasons.
bool was_refused_as_double(
    const SheetRow& row, const ImportPlan& plan, const ImportOptions& options);

} // namespace model

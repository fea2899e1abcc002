#pragma once

#include "model/exchange/import_plan.h"

#include <map>
#include <set>

namespace model {

/// What of a sheet goes into no record, so that an import tells it.
class SheetLeavings {
public:
    /// The plan outlives it. Columns without a head are as they should be where `may_be_headless`.
    SheetLeavings(const ImportPlan& plan, Translate translate, bool may_be_headless)
        : plan_(plan)
        , translate_(std::move(translate))
        , may_be_headless_(may_be_headless)
    {
    }

    /// A row that is no record.
    void note_no_record() { ++no_records_; }

    /// A row that is one.
    void note(const SheetRow& row);

    void tell(std::vector<Message>& notes) const;

private:
    void note_difference(const SheetRow& row);
    void note_headless(const SheetRow& row);
    std::string places_of(const std::vector<std::size_t>& columns) const;

    const ImportPlan& plan_;
    Translate translate_;
    bool may_be_headless_;
    std::map<const ImportPlan::Source*, int> differing_; ///< rows, by what stands twice in them
    std::set<std::size_t> headless_; ///< columns that hold something under no head
    int no_records_ = 0;
    int hidden_ = 0;
};

} // namespace model

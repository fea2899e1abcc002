#pragma once

#include "model/exchange/comparison.h"
#include "model/exchange/edition_accept.h"
#include "views/import/import_draft.h"

namespace views {

/// The comparison of an edition in the making, and what of it is to be taken.
struct EditionDraft {
    ImportDraft sheet;
    model::TypeCodes types; ///< that were said for this sheet
    model::Edition edition;
    model::Comparison comparison;
    std::vector<bool> taken;                                ///< by entry
    std::vector<std::set<const model::FieldDef*>> left_out; ///< by entry

    /// Puts another comparison in the place of this one; what was marked stays marked where it
    /// differs still.
    void take(model::Edition edition_found, model::Comparison found);

    /// The rules let it be taken.
    bool may_take(std::size_t entry) const;
    /// It is marked, and some field of it is not left out.
    bool is_taken(std::size_t entry) const;
    std::size_t marked() const;
    std::vector<model::EditionChoice> choices() const;
};

} // namespace views

#pragma once

#include "model/dashboard/figure_table.h"
#include "model/rules/divisions.h"

#include <vector>

namespace model {

/// What tables of figures are counted from, and by whom.
struct FigureReader {
    RecordStore& store;
    const Permission& permission;

    /// The records of a register that the account sees. Throws StoreError.
    template <class E>
    std::vector<E> all() const
    {
        const auto& def = def_of<E>();
        std::vector<E> records;
        store.each({.def = &def, .where = permission.extent(Action::see, def).condition(def)},
            [&](const Record& record) { records.push_back(from_record<E>(record)); });
        return records;
    }

    /// Says of a table that only a part of what it counts is seen.
    void note_sight(FigureTable& table) const;
};

/// The townships and villages of the file's county, or of its own township, that the account may
/// look at.
std::vector<Subdivision> divisions_seen(RecordStore& store, const Permission& permission);

/// Why there are none.
Message no_list_of(const std::string& region);

} // namespace model

#pragma once

#include "model/base/uuid.h"
#include "model/store/database.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace model {

/// What became of one table of a damaged file.
struct SalvagedTable {
    std::string name;
    std::int64_t rows = 0; ///< that were read and written
    bool whole = true;     ///< no row is missing
};

struct Salvaged {
    std::vector<SalvagedTable> tables;

    /// The records' numbers and ids, also of those whose row in `rec` is gone, as the index of that
    /// table gives them.
    std::vector<std::pair<std::int64_t, Uuid>> ids;

    bool is_whole(std::string_view table) const;
};

/// Copies every row of every table that can still be read of a damaged data file into a new file,
/// encrypted with the same key and of the same schema, which stands under `to` only when it is
/// whole on the disk. The damaged file is only read. Indexes are made anew and the search index is
/// left empty; what belongs together is not looked at (rescue.h). Tells `on_table` the number of
/// the table begun and of all. Where not even the list of tables can be read, that of `like` stands
/// in for it, a sound copy of the same file; empty for none. Throws StoreError where there is no
/// list of tables, `to` is there already, or the disk fails or is full; nothing is left under `to`
/// then.
Salvaged salvage(const std::string& from, const DataKey& key, const std::string& to,
    const DatabaseOptions& options = {},
    const std::function<void(int done, int all)>& on_table = {}, const std::string& like = {});

} // namespace model

#pragma once

#include "model/schema/extra_field.h"
#include "model/store/cells.h"

#include <map>
#include <string>
#include <vector>

namespace model {

/// The columns of the registers' tables that hold values of extra fields.
class ExtraColumns {
public:
    using Extras = std::map<std::string, std::vector<ExtraField>, std::less<>>; ///< by register

    /// Belongs to one look at the file, inside a transaction where it writes.
    ExtraColumns(SQLite::Database& db, const Catalog& catalog);

    /// Makes the columns that these fields lack, with the values that came before them, and empties
    /// those of no field, whose values are kept as those of unknown fields are.
    void fit(const Extras& extras) const;

    /// Takes the fields out that have no column yet. True: none lacked one.
    bool leave_out_missing(Extras& extras) const;

private:
    struct Held {
        std::string on;
        int fid = 0;
        ExtraKind kind = ExtraKind::text;
    };
    bool has(std::string_view on, const ExtraField& extra) const;
    void add(const EntityDef& def, const ExtraField& extra) const;
    void drop(const EntityDef& def, const Held& held) const;
    void note_changed(const EntityDef& def, std::int64_t rid) const;

    SQLite::Database& db_;
    const Catalog& catalog_;
    std::vector<Held> held_;
};

} // namespace model

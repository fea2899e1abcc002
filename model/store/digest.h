#pragma once

#include "model/base/hash.h"
#include "model/store/cells.h"
#include "model/store/database.h"
#include "model/store/meta.h"

#include <map>
#include <span>
#include <utility>

namespace model {

/// The hash of a record's identity, its place and the versions of its fields, which are in the
/// order of their numbers.
Hash128 record_hash(const Meta& meta, std::span<const FieldVersion> versions);

/// For each scope and home the sum of its records' hashes, so that two files can compare what they
/// hold in one look. Gathers what a transaction changes and writes it at its end.
class Digest {
public:
    Digest(Database& db, Statements& statements) : db_(db), statements_(statements) {}

    /// `count` is 1 for a record that is there from now on, -1 for one that is not.
    void add(const Meta& meta, int count, const Hash128& hash);

    /// Writes what was gathered since the last call; before commit.
    void flush();

    /// Forgets it: it was rolled back.
    void drop() { sums_.clear(); }

    /// The sum over all records that `in` accepts by scope and home.
    template <class Accepts>
    Hash128 total(Accepts in)
    {
        Hash128 total;
        flush();
        auto& all = statements_.get("SELECT scope, home, hash FROM digest");
        while (all.executeStep())
            if (in(Scope{all.getColumn(0).getInt64()}, column_id(all.getColumn(1))))
                total ^= hash_column(all.getColumn(2));
        return total;
    }

private:
    static Hash128 hash_column(const SQLite::Column& column);
    void forget_old_sums();

    struct Sum {
        std::int64_t count = 0;
        Hash128 hash;
    };

    Database& db_;
    Statements& statements_;
    std::map<std::pair<Scope, Uuid>, Sum> sums_;
    std::uint64_t sums_of_ = 0; ///< the transaction they were gathered in
};

} // namespace model

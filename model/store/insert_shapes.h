#pragma once

#include "model/schema/entity.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <bitset>
#include <optional>
#include <span>
#include <vector>

namespace model {

/// Records of one sheet or one office fill in much the same few fields of their entity. Once some
/// alike were added, the next ones take a statement with these fields alone, which runs in a
/// fraction of the time of one with all.
class InsertShapes {
public:
    /// The statement that inserts rid and the filled ones of `values`, in their order: rewound, and
    /// every place of it to be bound. None while the shape is new, or of too many.
    SQLite::Statement* statement_for(
        SQLite::Database& db, const EntityDef& def, std::span<const Value> values);

private:
    static constexpr std::size_t most_fields = 128;
    using Filled = std::bitset<most_fields>;

    struct Shape {
        Filled filled;
        int seen = 0;
        std::optional<SQLite::Statement> insert;
    };
    Shape* shape_of(const Filled& filled);

    std::vector<Shape> shapes_;
};

} // namespace model

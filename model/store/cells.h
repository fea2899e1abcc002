#pragma once

#include "model/base/hash.h"
#include "model/schema/entity.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace model {

/// Between our values and the database's cells. Text is bound without a copy: it must live until
/// the statement has run.
void bind(SQLite::Statement& statement, int index, const Uuid& id);
void bind(SQLite::Statement& statement, int index, const Value& value);
void bind(SQLite::Statement& statement, int index, const Hash128& hash); ///< copied

/// A text that may be absent, as history, outbox and inbox keep values of any type.
void bind_text(SQLite::Statement& statement, int index, const Value& value);

Uuid column_id(const SQLite::Column& column); ///< nil for NULL; throws StoreError for other sizes
Value column_value(const SQLite::Column& column, const FieldDef& field);
Value column_text_value(const SQLite::Column& column, const FieldDef& field);

/// A column's or table's name in SQL, where a field may be called "window" or "order".
std::string quoted(std::string_view name);

/// A text put together once, with its statement since it was first asked for. Of one Statements.
struct KnownSql {
    std::string text;
    SQLite::Statement* statement = nullptr;
};

/// Statements prepared once and used again. get() gives the statement of that text, rewound and
/// without bindings; its result must be read before the same text is asked for again.
class Statements {
public:
    explicit Statements(SQLite::Database& db) : db_(db) {}

    SQLite::Statement& get(std::string_view sql);
    SQLite::Statement& get(KnownSql& sql);

    /// A literal is known by where it stands, without a look at its letters.
    template <std::size_t size>
    SQLite::Statement& get(const char (&literal)[size])
    {
        return rewound(literals_[literal], {literal, size - 1});
    }

private:
    SQLite::Statement& rewound(SQLite::Statement*& statement, std::string_view sql);
    SQLite::Statement& prepared(std::string_view sql);

    struct HashOfText {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    SQLite::Database& db_;
    std::unordered_map<std::string, SQLite::Statement, HashOfText, std::equal_to<>> prepared_;
    std::unordered_map<const char*, SQLite::Statement*> literals_;
};

} // namespace model

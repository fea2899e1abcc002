#include "model/store/cells.h"

#include <cstring>

namespace model {

void bind(SQLite::Statement& statement, int index, const Uuid& id)
{
    statement.bindNoCopy(index, id.bytes.data(), static_cast<int>(id.bytes.size()));
}

void bind(SQLite::Statement& statement, int index, const Value& value)
{
    if (is_empty(value))
        statement.bind(index);
    else if (const auto* text = std::get_if<std::string>(&value))
        statement.bindNoCopy(index, *text);
    else if (const auto* number = std::get_if<std::int64_t>(&value))
        statement.bind(index, *number);
    else if (const auto* flag = std::get_if<bool>(&value))
        statement.bind(index, *flag ? 1 : 0);
    else if (const auto* decimal = std::get_if<Decimal>(&value))
        statement.bind(index, decimal->units);
    else if (const auto* id = std::get_if<Uuid>(&value))
        bind(statement, index, *id);
    else
        statement.bind(index, to_text(value));
}

void bind(SQLite::Statement& statement, int index, const Hash128& hash)
{
    statement.bind(index, hash.bytes.data(), static_cast<int>(hash.bytes.size()));
}

void bind_text(SQLite::Statement& statement, int index, const Value& value)
{
    if (is_empty(value))
        statement.bind(index);
    else
        statement.bind(index, to_text(value));
}

Uuid column_id(const SQLite::Column& column)
{
    Uuid id;
    if (column.isNull() || column.getBytes() == 0)
        return id;
    if (column.getBytes() != static_cast<int>(id.bytes.size()))
        throw StoreError({msgid("The file holds a record without a proper identity")});
    std::memcpy(id.bytes.data(), column.getBlob(), id.bytes.size());
    return id;
}

Value column_value(const SQLite::Column& column, const FieldDef& field)
{
    if (column.isNull())
        return {};
    switch (field.type) {
    case Type::integer:
        return column.getInt64();
    case Type::decimal:
        return Decimal{column.getInt64(), field.scale};
    case Type::boolean:
        return column.getInt() != 0;
    case Type::reference:
        return column_id(column);
    default:
        return parse_value(field.type,
            {column.getText(), static_cast<std::size_t>(column.getBytes())}, field.scale)
            .value_or(Value{});
    }
}

Value column_text_value(const SQLite::Column& column, const FieldDef& field)
{
    if (column.isNull())
        return {};
    return parse_value(field.type, column.getString(), field.scale).value_or(Value{});
}

std::string quoted(std::string_view name)
{
    return '"' + std::string(name) + '"';
}

SQLite::Statement& Statements::prepared(std::string_view sql)
{
    const auto found = prepared_.find(sql);
    if (found != prepared_.end())
        return found->second;
    const std::string text(sql);
    return prepared_.try_emplace(text, db_, text).first->second;
}

SQLite::Statement& Statements::rewound(SQLite::Statement*& statement, std::string_view sql)
{
    if (statement == nullptr)
        statement = &prepared(sql);
    statement->tryReset();
    statement->clearBindings();
    return *statement;
}

SQLite::Statement& Statements::get(std::string_view sql)
{
    SQLite::Statement* statement = nullptr;
    return rewound(statement, sql);
}

SQLite::Statement& Statements::get(KnownSql& sql)
{
    return rewound(sql.statement, sql.text);
}

} // namespace model

#pragma once

#include "model/base/date.h"
#include "model/base/decimal.h"
#include "model/base/uuid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace model {

enum class Type {
    text,
    integer,
    decimal,
    boolean,
    date,
    month,       ///< "2026-10", kept as text
    time_of_day, ///< "08:30", kept as text
    choice,      ///< a code of a fixed list
    set,         ///< several codes or words, in order and without doubles
    reference,   ///< the id of another record
    attachment,  ///< "sha256/size/name" of a stored file, kept as text
};

/// The name of a type for the command line and the API: "text", "date", "set", ...
std::string_view type_name(Type type);

/// Sorted, without doubles, never holding an empty word or a comma. An empty set is no Value.
using Set = std::vector<std::string>;

/// One cell of a record, as the database, the wire and a form see it. Nothing is std::monostate and
/// nothing else: an empty text is no Value, so that two cells are equal if they look equal.
using Value =
    std::variant<std::monostate, bool, std::int64_t, std::string, Date, Decimal, Uuid, Set>;

inline bool is_empty(const Value& value)
{
    return std::holds_alternative<std::monostate>(value);
}

/// The one text form of a value: JSON strings, database cells and filters share it. A set is joined
/// by commas, a reference is its id, a flag is 1 or 0.
std::string to_text(const Value& value);

/// Reads what to_text() wrote; `scale` is that of a decimal field. No value at all means that the
/// text is no such thing.
std::optional<Value> parse_value(Type type, std::string_view text, int scale = 0);

/// The words as a Set: trimmed, sorted, without doubles and empty ones.
Set make_set(std::vector<std::string> words);
Value set_value(Set set);

} // namespace model

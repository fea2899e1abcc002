#pragma once

#include "model/store/database.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace model::detail {

/// A data file that may be damaged, read as far as it goes. After a page that cannot be read a
/// connection is of no more use, so every reading has one of its own. What is no damage, such as a
/// file in use, is thrown as an SQLite::Exception; what `each` throws comes out as it is.
class DamagedFile {
public:
    using Each = std::function<void(SQLite::Statement& row)>;

    /// `vfs` as encrypted_vfs() gives it.
    DamagedFile(std::string path, const DataKey& key, std::string vfs);

    SQLite::Database open() const;

    /// Gives the rows of the query to `each` until one cannot be read; tells whether that was to
    /// the end. `from` is bound to the one place there is, if any.
    bool read(const std::string& sql, const Each& each, std::int64_t from = 0) const;

    /// Gives `each` the rows of a table that numbers them, in the order of their numbers and past
    /// those that cannot be read: the number, then the columns. Tells whether all could.
    bool read_rows(const std::string& table, const Each& each) const;

private:
    std::optional<std::int64_t> next_readable(const std::string& table, std::int64_t row) const;

    std::string path_;
    const DataKey& key_;
    std::string vfs_;
};

} // namespace model::detail

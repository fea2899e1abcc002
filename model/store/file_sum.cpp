#include "model/store/file_sum.h"

#include "model/store/cells.h"
#include "model/store/digest.h"

#include <cstring>

namespace model {

namespace {

Hash128 column_hash(const SQLite::Column& column)
{
    Hash128 hash;
    if (column.getBytes() == static_cast<int>(hash.bytes.size()))
        std::memcpy(hash.bytes.data(), column.getBlob(), hash.bytes.size());
    return hash;
}

/// The versions of fields, record after record, read beside the records.
class VersionsInOrder {
public:
    explicit VersionsInOrder(SQLite::Database& db)
        : rows_(db, "SELECT rid, fid, ver FROM fver ORDER BY rid, fid")
        , more_(rows_.executeStep())
    {
    }

    const std::vector<FieldVersion>& of(std::int64_t rid)
    {
        versions_.clear();
        for (; more_ && rows_.getColumn(0).getInt64() <= rid; more_ = rows_.executeStep())
            if (rows_.getColumn(0).getInt64() == rid)
                versions_.push_back({.fid = rows_.getColumn(1).getInt(),
                    .ver = Version::unpacked(rows_.getColumn(2).getInt64())});
        return versions_;
    }

private:
    SQLite::Statement rows_;
    bool more_;
    std::vector<FieldVersion> versions_;
};

} // namespace

FileSum sum_kept(SQLite::Database& db)
{
    FileSum sum;
    SQLite::Statement all(db, "SELECT count, hash FROM digest");
    while (all.executeStep()) {
        sum.records += all.getColumn(0).getInt64();
        sum.digest ^= column_hash(all.getColumn(1));
    }
    return sum;
}

FileSum sum_of_rows(SQLite::Database& db)
{
    FileSum sum;
    VersionsInOrder versions(db);
    SQLite::Statement all(db, "SELECT rid, id, scope, home, born, deleted FROM rec ORDER BY rid");
    while (all.executeStep()) {
        Meta meta{.rid = all.getColumn(0).getInt64(), .id = column_id(all.getColumn(1))};
        meta.scope = all.getColumn(2).getInt64();
        meta.home = column_id(all.getColumn(3));
        meta.born = Version::unpacked(all.getColumn(4).getInt64());
        meta.deleted = all.getColumn(5).getInt() != 0;
        ++sum.records;
        sum.digest ^= record_hash(meta, versions.of(meta.rid));
    }
    return sum;
}

} // namespace model

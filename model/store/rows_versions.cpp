// The versions of a record's fields, and the digest over them.
#include "model/store/rows.h"

#include <algorithm>

namespace model {

std::vector<FieldVersion> Rows::versions(std::int64_t rid)
{
    auto& rows = statements_.get("SELECT fid, ver, gseq FROM fver WHERE rid = ? ORDER BY fid");
    rows.bind(1, rid);
    std::vector<FieldVersion> found;
    while (rows.executeStep())
        found.push_back({rows.getColumn(0).getInt(),
            Version::unpacked(rows.getColumn(1).getInt64()), rows.getColumn(2).getInt64()});
    rows.reset();
    return found;
}

std::vector<Version> Rows::known_versions(const Meta& meta)
{
    std::vector<Version> known{meta.born};
    auto& rows =
        statements_.get("SELECT ver FROM fver WHERE rid = ?1 UNION SELECT ver FROM history "
                        "WHERE rid = ?1 UNION SELECT old_ver FROM history WHERE rid = ?1 "
                        "UNION SELECT base FROM op JOIN op_field USING "
                        "(seq) WHERE rid = ?1 LIMIT 2000");
    rows.bind(1, meta.rid);
    while (rows.executeStep())
        if (const auto version = Version::unpacked(rows.getColumn(0).getInt64());
            version != Version{} && version != meta.born)
            known.push_back(version);
    rows.reset();
    return known;
}

Version Rows::version_of(const Meta& meta, int fid, bool is_filled)
{
    auto& row = statements_.get("SELECT ver FROM fver WHERE rid = ? AND fid = ?");
    row.bind(1, meta.rid);
    row.bind(2, fid);
    if (row.executeStep()) {
        const auto version = Version::unpacked(row.getColumn(0).getInt64());
        row.reset();
        return version;
    }
    return is_filled ? meta.born : Version{};
}

void Rows::set_version(std::int64_t rid, const FieldVersion& version)
{
    auto& row =
        statements_.get("INSERT INTO fver (rid, fid, ver, gseq) VALUES (?, ?, ?, ?) "
                        "ON CONFLICT DO UPDATE SET ver = excluded.ver, gseq = excluded.gseq");
    row.bind(1, rid);
    row.bind(2, version.fid);
    row.bind(3, version.ver.packed());
    if (version.gseq)
        row.bind(4, version.gseq);
    row.exec();
    if (!counted_ || counted_->rid != rid)
        return;
    auto& kept = counted_->versions;
    const auto at = std::ranges::lower_bound(kept, version.fid, {}, &FieldVersion::fid);
    if (at != kept.end() && at->fid == version.fid)
        *at = version;
    else
        kept.insert(at, version);
}

void Rows::drop_version(std::int64_t rid, int fid)
{
    auto& row = statements_.get("DELETE FROM fver WHERE rid = ? AND fid = ?");
    row.bind(1, rid);
    row.bind(2, fid);
    row.exec();
    if (counted_ && counted_->rid == rid)
        std::erase_if(counted_->versions, [&](auto& version) { return version.fid == fid; });
}

Hash128 Rows::hash_of(const Meta& meta)
{
    return record_hash(meta, versions(meta.rid));
}

void Rows::count_new(const Meta& meta)
{
    digest_.add(meta, 1, record_hash(meta, {}));
}

void Rows::uncount(const Meta& meta)
{
    counted_ = {meta.rid, db_.transactions(), versions(meta.rid)};
    digest_.add(meta, -1, record_hash(meta, counted_->versions));
}

void Rows::count(const Meta& meta)
{
    const bool is_kept =
        counted_ && counted_->rid == meta.rid && counted_->transaction == db_.transactions();
    digest_.add(meta, 1, is_kept ? record_hash(meta, counted_->versions) : hash_of(meta));
    counted_.reset();
}

} // namespace model

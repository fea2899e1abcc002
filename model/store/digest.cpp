#include "model/store/digest.h"

#include <array>
#include <cstring>
#include <ranges>
#include <string>

namespace model {

namespace {

void put(std::string& bytes, std::int64_t number)
{
    std::array<char, sizeof number> big_endian{};
    for (auto& byte : big_endian | std::views::reverse) {
        byte = static_cast<char>(number & 0xff);
        number >>= 8;
    }
    bytes.append(big_endian.data(), big_endian.size());
}

constexpr std::size_t fixed_bytes = 56;
constexpr std::size_t bytes_of_a_version = 16;

/// What of a record is hashed before the versions of its fields.
std::string hashed_part(const Meta& meta, std::size_t versions)
{
    std::string bytes;
    bytes.reserve(fixed_bytes + versions * bytes_of_a_version);
    bytes.append(reinterpret_cast<const char*>(meta.id.bytes.data()), meta.id.bytes.size());
    put(bytes, meta.born.packed());
    put(bytes, meta.deleted ? 1 : 0);
    put(bytes, meta.scope);
    bytes.append(reinterpret_cast<const char*>(meta.home.bytes.data()), meta.home.bytes.size());
    return bytes;
}

} // namespace

Hash128 record_hash(const Meta& meta, std::span<const FieldVersion> versions)
{
    auto text = hashed_part(meta, versions.size());
    for (const auto& version : versions) {
        put(text, version.fid);
        put(text, version.ver.packed());
    }
    return Hash128::of(text);
}

Hash128 Digest::hash_column(const SQLite::Column& column)
{
    Hash128 hash;
    if (column.getBytes() == static_cast<int>(hash.bytes.size()))
        std::memcpy(hash.bytes.data(), column.getBlob(), hash.bytes.size());
    return hash;
}

void Digest::forget_old_sums()
{
    // What a transaction left behind that did not come to its end was rolled back.
    if (sums_of_ != db_.transactions())
        sums_.clear();
    sums_of_ = db_.transactions();
}

void Digest::add(const Meta& meta, int count, const Hash128& hash)
{
    forget_old_sums();
    auto& sum = sums_[{meta.scope, meta.home}];
    sum.count += count;
    sum.hash ^= hash;
}

void Digest::flush()
{
    forget_old_sums();
    for (const auto& [where, sum] : sums_) {
        if (sum.count == 0 && sum.hash == Hash128{})
            continue;
        auto& old = statements_.get("SELECT count, hash FROM digest WHERE scope = ? AND home = ?");
        old.bind(1, where.first);
        bind(old, 2, where.second);
        auto total = sum;
        if (old.executeStep()) {
            total.count += old.getColumn(0).getInt64();
            total.hash ^= hash_column(old.getColumn(1));
        }
        old.reset();
        auto& put = statements_.get("INSERT OR REPLACE INTO digest VALUES (?, ?, ?, ?)");
        put.bind(1, where.first);
        bind(put, 2, where.second);
        put.bind(3, total.count);
        put.bindNoCopy(4, total.hash.bytes.data(), static_cast<int>(total.hash.bytes.size()));
        put.exec();
    }
    sums_.clear();
}

} // namespace model

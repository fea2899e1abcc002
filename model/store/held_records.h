#pragma once

#include "model/store/hash_index.h"
#include "model/store/record_store.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace model {

/// All live records of one entity, read with one query and held in memory as their texts, about as
/// large as in the file. What looks at every row of a large sheet looks here and not in the file.
/// It follows no writes: whoever makes or changes records tells it.
class HeldRecords {
public:
    /// A record's place among the held ones; it stays the same.
    using Index = std::uint32_t;

    HeldRecords(RecordStore& store, const EntityDef& def);

    const EntityDef& def() const { return def_; }
    Index count() const { return static_cast<Index>(ids_.size()); }
    const Uuid& id(Index record) const { return ids_[record]; }

    /// A field as to_text() gives it. Valid until a record is added or changed.
    std::string_view text(Index record, std::size_t field) const;

    Record record(Index record) const;

    std::optional<Index> find(const Uuid& id) const;

    /// Whether the record lay in the recycle bin when the others were read.
    bool is_deleted(const Uuid& id) const { return deleted_.contains(id); }

    /// The records whose fields hold these texts. Names and titles are compared as folded() has
    /// them, all other texts to the letter.
    std::vector<Index> where(
        std::span<const std::size_t> fields, std::span<const std::string> texts);

    /// The first of them that `wanted` accepts; a record may be asked about twice.
    std::optional<Index> first_where(std::span<const std::size_t> fields,
        std::span<const std::string> texts, const std::function<bool(Index)>& wanted);

    Index add(const Record& record);
    void change(Index record, const Record& now);

private:
    struct HashOfId {
        std::size_t operator()(const Uuid& id) const
        {
            return std::hash<std::string_view>{}(
                {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
        }
    };
    struct KeyIndex {
        std::vector<std::size_t> fields;
        HashIndex records;
    };

    std::uint64_t with(std::uint64_t hash, std::size_t field, std::string_view text) const;
    bool is_alike(std::size_t field, std::string_view one, std::string_view other) const;
    KeyIndex& index_of(std::span<const std::size_t> fields);
    void put_in(KeyIndex& index, Index record);
    std::uint64_t keep(const Record& record);

    const EntityDef& def_;
    std::vector<bool> is_name_;
    std::string texts_; ///< for each field of each record its length and its text
    std::vector<Uuid> ids_;
    std::vector<std::uint64_t> starts_;
    HashIndex by_id_;
    std::unordered_set<Uuid, HashOfId> deleted_;
    std::vector<KeyIndex> indices_;
};

} // namespace model

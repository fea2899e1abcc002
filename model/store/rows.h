#pragma once

#include "model/store/cells.h"
#include "model/store/database.h"
#include "model/store/digest.h"
#include "model/store/insert_shapes.h"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace model {

/// The record's row in the search index; the rows of a register follow each other.
constexpr std::int64_t rids_of_a_kind = std::int64_t{1} << 40;

constexpr std::int64_t index_row(int kind, std::int64_t rid)
{
    return kind * rids_of_a_kind + rid;
}

/// A field and what it becomes.
struct FieldEdit {
    const FieldDef* field = nullptr;
    Value value;

    bool operator==(const FieldEdit&) const = default;
};

/// The rows of records, their versions and their digest: the one place that writes them. Opens no
/// transaction; callers do. What it reads is never restricted by who asks.
class Rows {
public:
    Rows(Database& db, const Catalog& catalog);

    const Catalog& catalog() const { return catalog_; }
    Statements& statements() { return statements_; }

    /// meta() finds records of known entities only, any_meta() also those of a newer version.
    std::optional<Meta> any_meta(const Uuid& id);
    std::optional<Meta> any_meta(std::int64_t rid);
    std::optional<Meta> meta(const Uuid& id);
    std::optional<Meta> meta(std::int64_t rid);

    Record read(const Meta& meta);
    Value read_field(const Meta& meta, const FieldDef& field);

    /// The records of one entity whose field holds the value, those of the recycle bin left out.
    std::vector<Meta> where(const EntityDef& def, std::string_view field, const Value& value);

    /// The records, of whatever entity, that the hub changed after that number, in the order of
    /// their last changes, until `visit` says no.
    void each_changed(std::int64_t after, const std::function<bool(const Meta&)>& visit);

    /// Adds a record; meta.rid is filled in. Throws std::logic_error where its id is taken.
    void insert(Meta& meta, std::span<const Value> values);

    /// The same, unless its id is taken: says whether it was added.
    bool insert_new(Meta& meta, std::span<const Value> values);

    void write(const Meta& meta, std::span<const FieldEdit> edits);

    /// Writes scope, home, born, deleted, gseq and entered.
    void write_meta(const Meta& meta);

    /// Takes the record and all that hangs on it out of the file.
    void purge(const Meta& meta);

    std::vector<FieldVersion> versions(std::int64_t rid);

    /// Every version of the record this file ever held, each once.
    std::vector<Version> known_versions(const Meta& meta);

    /// The version of one field: its own, else the record's birth, or none if it was never filled.
    Version version_of(const Meta& meta, int fid, bool is_filled);

    void set_version(std::int64_t rid, const FieldVersion& version);
    void drop_version(std::int64_t rid, int fid);

    /// Fields of a newer version of the program, as the JSON they came as.
    std::vector<std::pair<int, std::string>> unknown_fields(std::int64_t rid);
    bool any_unknown_fields(); ///< of whatever record
    void set_unknown_field(std::int64_t rid, int fid, const std::string& json);

    /// A change of anything the digest covers stands between these two: the first takes the record
    /// out of the sums, the second puts it back as it is by then.
    void uncount(const Meta& meta);
    void count(const Meta& meta);

    /// Versions were written in another way than by set_version() and drop_version().
    void versions_changed() { counted_.reset(); }

    /// The same for a record that insert() has just added and that has no versions yet.
    void count_new(const Meta& meta);

    /// Writes the sums gathered since the last call; before commit.
    void flush_digest() { digest_.flush(); }

    /// Forgets them: what they counted was rolled back.
    void drop_digest() { digest_.drop(); }

    /// One record of the entity, not `except`, whose field holds the value, if there is any.
    std::optional<Meta> another(
        const EntityDef& def, std::string_view field, const Value& value, const Uuid& except);

    /// The sum over all records that `in` accepts by scope and home.
    template <class Accepts>
    Hash128 digest(Accepts in)
    {
        return digest_.total(in);
    }

    /// The hashes of all records whose id ends in that byte and that `in` accepts.
    template <class Accepts>
    std::vector<std::pair<Uuid, Hash128>> hashes(int byte, Accepts in)
    {
        std::vector<std::pair<Uuid, Hash128>> found;
        for (const auto& meta : ending_in(byte))
            if (in(meta.scope, meta.home))
                found.emplace_back(meta.id, hash_of(meta));
        return found;
    }

    /// The sums of the same for every byte, in one pass.
    template <class Accepts>
    std::array<Hash128, 256> sums_of_hashes(Accepts in)
    {
        std::array<Hash128, 256> sums{};
        each_meta([&](const Meta& meta) {
            if (in(meta.scope, meta.home))
                sums[meta.id.bytes.back()] ^= hash_of(meta);
        });
        return sums;
    }

    /// The hash of a record's identity, its place and its versions, from the rows themselves.
    Hash128 hash_of(const Meta& meta);

    /// Named values this file keeps of itself.
    std::string setting(std::string_view name, std::string_view otherwise = {});
    std::int64_t number(std::string_view name, std::int64_t otherwise = 0);
    void set_setting(std::string_view name, const std::string& value);
    void set_number(std::string_view name, std::int64_t value);

private:
    struct Sql {
        KnownSql select;
        KnownSql insert;
        InsertShapes shapes;
    };
    Sql& sql_of(const EntityDef& def);

    struct FieldSql {
        KnownSql value;
        KnownSql where;
        KnownSql another;
    };
    FieldSql& sql_of(const EntityDef& def, std::string_view field);

    bool insert_meta(Meta& meta);
    void insert_values(const Meta& meta, std::span<const Value> values);
    Meta read_meta(SQLite::Statement& row);
    void note_change(const Meta& meta);
    void note_touched(std::int64_t rid);
    std::vector<Meta> ending_in(int byte);
    void each_meta(const std::function<void(const Meta&)>& visit);

    Database& db_;
    const Catalog& catalog_;
    Statements statements_;
    Digest digest_;
    std::map<const EntityDef*, Sql> sql_;
    std::map<const FieldDef*, FieldSql> field_sql_;

    /// The versions of the record that uncount() took out last, kept true until count().
    struct Counted {
        std::int64_t rid = 0;
        std::uint64_t transaction = 0;
        std::vector<FieldVersion> versions;
    };
    std::optional<Counted> counted_;

    /// The record whose change was noted last, and in which transaction.
    std::pair<std::int64_t, std::uint64_t> touched_{};
};

} // namespace model

#pragma once

#include "model/sync/hub.h"

#include <map>

namespace model {

/// Writes what a device is to learn: states of records, records that left its sight, inbox items,
/// and who made the versions named in them. One page is one JSON object:
///
///   {"records": […], "leaves": […], "inbox": […], "stamps": […], "accounts": […], "devices": […],
///    "cursor": 57, "head": 60, "mark": "60.…", "digest": "…"}
class PageWriter {
public:
    PageWriter(RecordStore& store, const Device& device);

    /// Changes after the cursor that the device sees and did not make, until `records` or `bytes`
    /// are reached. Gives the new cursor, `head` when nothing is left. Only in a transaction that
    /// writes nothing, for what it reads goes into the recent states.
    std::int64_t write_changes(const Pull& pull, std::int64_t records, std::size_t bytes,
        std::int64_t head, RecentStates& recent);

    /// The record as it stands, if the device sees it; else that it left.
    void write_whole(const Uuid& id);

    /// Notes that the op of that number did not end as its device thinks.
    void remember(std::int64_t seq, const Uuid& record);

    /// The whole records of all ops noted between these numbers, now or in an earlier answer, with
    /// what waits of them.
    void write_outcomes(std::int64_t first, std::int64_t last);

    void put_digest(const Hash128& digest) { digest_ = digest; }
    void put_mark(const Mark& mark) { mark_ = mark; }

    std::string finish(std::int64_t cursor, std::int64_t head);

private:
    /// Writes what a device lacks of the record that knows the county up to `since`; says whether
    /// there was anything.
    bool write_state(const Meta& meta, std::int64_t since);

    /// The same of the record as its change number `gseq` left it, from what others were told where
    /// that will do, and kept for others.
    bool write_change(
        std::int64_t rid, std::int64_t gseq, std::int64_t since, RecentStates& recent);

    /// What is told of the record, with all its versions or those since then.
    ToldState told_of(const Meta& meta, bool whole, const std::vector<FieldVersion>& versions);
    void write_fields(
        JsonText& out, const Meta& meta, bool whole, const std::vector<FieldVersion>& versions);
    void write(const ToldState& told);
    bool is_own(const Version& version) const;
    bool was_moved_by_others(const Uuid& record, std::int64_t after);
    void note(const Version& version);
    Maker maker_of(const Version& version);
    bool any_again();
    void write_leaves(std::int64_t after, std::int64_t upto);
    void write_inbox(std::int64_t after, std::int64_t upto);
    void write_inbox_of(const Uuid& record);
    void write_items(SQLite::Statement& rows);
    void write_stamps(JsonText& out);

    /// Which of the versions named say others again.
    void write_again(JsonText& out);

    RecordStore& store_;
    Rows& rows_;
    const Device& device_;
    bool any_unknown_; ///< whether the file holds fields of a newer version at all
    std::string records_text_;
    JsonText records_;
    std::string leaves_text_;
    JsonText leaves_;
    std::string inbox_text_;
    JsonText inbox_;
    std::map<std::int64_t, Maker> makers_; ///< of the versions named, packed
    std::optional<bool> any_again_;        ///< whether the file holds anything said again
    std::optional<Hash128> digest_;
    Mark mark_;
};

} // namespace model

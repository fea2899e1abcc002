#pragma once

#include "model/base/files.h"
#include "model/store/database.h"
#include "model/sync/purge_order.h"

#include <optional>
#include <string>
#include <vector>

namespace model {

/// What is left to do of an order to purge, kept beside the data file until all of it is done, so
/// that a power cut only delays it. It holds no secret: the proof is good for telling the county
/// alone.
struct PurgeNote {
    std::string server;
    std::string pin;
    std::uint32_t device = 0;
    std::string proof;
    std::string county;
    std::string contact;
    std::vector<std::string> files; ///< what is destroyed, in this order: all keys first
};

/// "hall.hall.purge" for "hall.hall".
std::string purge_note_path(const std::string& data_file);

/// The note beside the file, if an order is under way. One that cannot be read names the file and
/// its keys alone.
std::optional<PurgeNote> purge_under_way(Files& files, const std::string& data_file);

/// All that holds data of this file, or a key to it, in the folders that it knows: the file itself,
/// copies kept aside beside it, and its backups. Keys come first, then the file, then the copies.
/// A copy of another data file is not among them.
std::vector<std::string> files_to_purge(
    Files& files, SQLite::Database& db, const std::string& data_file, const DataKey& key);

/// Begins what the county ordered: writes the note, then destroys every key, so that nothing of the
/// data can be read any more, whoever holds it open still. Throws Error where the disk will not.
void begin_purge(Files& files, RecordStore& store, const DataKey& key, const PurgeOrdered& order);

/// Goes on with it, before anything opens the file and until nothing is left but the note; then
/// tells the county, and forgets the note once it knows. Gives the one sentence for whoever sits
/// before the screen, also where the county is away: it is told at the next start. Throws Error
/// where a file cannot be destroyed, such as one that another program has open.
Message finish_purge(Files& files, const std::string& data_file);

} // namespace model

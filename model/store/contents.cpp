#include "model/store/contents.h"

#include "model/base/hash.h"
#include "model/store/checked_vfs.h"
#include "model/store/store_message.h"

#include <sqlite3.h>

#include <algorithm>
#include <tuple>

namespace model {

namespace {

constexpr std::size_t hash_digits = 64;

// Of content.whole; 0 is what has not come as a whole yet.
constexpr int whole = 1;
constexpr int damaged_whole = -1;

constexpr std::string_view looked_at_setting = "contents_looked_at";

/// Attachments that the county may know of, that say what is_content_name() believes, and whose
/// content is not dropped for good.
const std::string missing =
    "FROM attachment JOIN rec USING (rid) WHERE rec.deleted = 0 AND rec.scope <> -1 "
    "AND length(attachment.hash) = 64 AND attachment.hash NOT GLOB '*[^0-9a-f]*' "
    "AND attachment.size BETWEEN 1 AND "
    + std::to_string(largest_content)
    + " AND NOT EXISTS (SELECT 1 FROM content INDEXED BY content_known "
      "WHERE content.hash = attachment.hash AND whole = 1)";

const std::string untold =
    "FROM content INDEXED BY content_known WHERE whole = 1 AND told = 0 AND size BETWEEN 1 AND "
    + std::to_string(largest_content)
    + " AND (owed = 1 OR EXISTS (SELECT 1 FROM attachment JOIN rec USING (rid) "
      "WHERE attachment.hash = content.hash AND rec.scope <> -1))";

} // namespace

bool is_content_name(const ContentName& name)
{
    return name.hash.size() == hash_digits
        && name.hash.find_first_not_of("0123456789abcdef") == std::string::npos && name.size > 0
        && name.size <= largest_content;
}

std::optional<std::int64_t> Contents::id_of(const std::string& hash, bool must_be_whole)
{
    auto& row = rows_.statements().get(
        "SELECT id, whole FROM content INDEXED BY content_known WHERE hash = ?");
    row.bind(1, hash);
    std::optional<std::int64_t> id;
    if (row.executeStep() && (!must_be_whole || row.getColumn(1).getInt() == whole))
        id = row.getColumn(0).getInt64();
    row.reset();
    return id;
}

std::int64_t Contents::add(const ContentName& name)
{
    auto& put = rows_.statements().get("INSERT INTO content (hash, size) VALUES (?, ?)");
    put.bind(1, name.hash);
    put.bind(2, name.size);
    put.exec();
    return store_.db().handle().getLastInsertRowid();
}

void Contents::put_piece(std::int64_t id, std::int64_t start, std::string_view bytes)
{
    auto& put = rows_.statements().get(
        "INSERT INTO content_piece (content, start, bytes) VALUES (?, ?, ?)");
    put.bind(1, id);
    put.bind(2, start);
    put.bind(3, bytes.data(), static_cast<int>(bytes.size()));
    put.exec();
}

void Contents::drop_pieces(std::int64_t id)
{
    auto& drop = rows_.statements().get("DELETE FROM content_piece WHERE content = ?");
    drop.bind(1, id);
    drop.exec();
}

std::string Contents::joined(std::int64_t id)
{
    auto& rows =
        rows_.statements().get("SELECT bytes FROM content_piece WHERE content = ? ORDER BY start");
    rows.bind(1, id);
    std::string bytes;
    while (rows.executeStep()) {
        const auto column = rows.getColumn(0);
        bytes.append(static_cast<const char*>(column.getBlob()),
            static_cast<std::size_t>(column.getBytes()));
    }
    rows.reset();
    return bytes;
}

ContentName Contents::put(std::string_view bytes)
{
    return guarded(store_.db(), [&] {
        const ContentName name{sha256_hex(bytes), static_cast<std::int64_t>(bytes.size())};
        Transaction transaction(store_.db());
        if (!id_of(name.hash, true)) {
            const auto half = id_of(name.hash, false);
            if (half)
                drop_pieces(*half);
            const auto id = half ? *half : add(name);
            for (std::int64_t at = 0; at < name.size; at += piece_of_content)
                put_piece(id, at,
                    bytes.substr(
                        static_cast<std::size_t>(at), static_cast<std::size_t>(piece_of_content)));
            make_whole(id, name.size);
        }
        transaction.commit();
        return name;
    });
}

bool Contents::has(const std::string& hash)
{
    return guarded(store_.db(), [&] { return id_of(hash, true).has_value(); });
}

std::optional<std::string> Contents::read(const std::string& hash)
{
    return guarded(store_.db(), [&]() -> std::optional<std::string> {
        const auto id = id_of(hash, true);
        if (!id && !is_damaged(hash))
            return std::nullopt;
        auto bytes = id ? joined(*id) : std::string();
        if (id && sha256_hex(bytes) == hash)
            return bytes;
        try {
            note_damaged(hash);
        } catch (const SQLite::Exception&) { // a copy in which nothing is written
        }
        throw StoreError({msgid("The content of this attachment is damaged: the next sync fetches "
                                "it again; if it does not, take it from a backup, or add the file "
                                "anew")});
    });
}

bool Contents::is_damaged(const std::string& hash)
{
    return guarded(store_.db(), [&] {
        auto& row = rows_.statements().get(
            "SELECT 1 FROM content INDEXED BY content_known WHERE hash = ? AND whole = -1");
        row.bind(1, hash);
        const bool found = row.executeStep();
        row.reset();
        return found;
    });
}

void Contents::note_damaged(const std::string& hash)
{
    auto& note = rows_.statements().get("UPDATE content SET whole = ? WHERE hash = ?");
    note.bind(1, damaged_whole);
    note.bind(2, hash);
    note.exec();
}

/// Whether its bytes can be read and have that hash. Where the disk itself cannot be read it
/// throws.
bool Contents::is_sound(std::int64_t id, const std::string& hash)
try {
    return sha256_hex(joined(id)) == hash;
} catch (const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xFF;
    const bool is_damage = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
    if (!is_damage || detail::last_read_error() != SQLITE_OK)
        throw;
    return false;
}

bool Contents::look_at(const std::string& hash)
{
    return guarded(store_.db(), [&] {
        const auto id = id_of(hash, true);
        if (!id || is_sound(*id, hash))
            return false;
        note_damaged(hash);
        return true;
    });
}

/// From an index, so that a row that cannot be read hides no other.
std::vector<Contents::Looked> Contents::whole_after(std::int64_t id)
{
    constexpr std::size_t at_once = 100;
    auto& rows = rows_.statements().get("SELECT id, hash, size FROM content INDEXED BY "
                                        "content_known WHERE whole = 1 AND +id > ?");
    rows.bind(1, id);
    std::vector<Looked> found;
    while (rows.executeStep())
        found.push_back({rows.getColumn(0).getInt64(), rows.getColumn(1).getString(),
            rows.getColumn(2).getInt64()});
    rows.reset();
    std::ranges::sort(found, {}, &Looked::id);
    found.resize(std::min(found.size(), at_once));
    return found;
}

/// Outside any transaction, for of one in which a page could not be read nothing more is known.
std::int64_t Contents::look_at_some(std::int64_t bytes)
{
    return guarded(store_.db(), [&] {
        const auto before = rows_.number(looked_at_setting);
        auto next = whole_after(before);
        if (next.empty()) // from the first on again
            next = whole_after(0);
        auto last = before;
        std::vector<std::string> damaged;
        for (const auto& each : next) {
            if (bytes <= 0)
                break;
            last = each.id;
            bytes -= each.size;
            if (!is_sound(each.id, each.hash))
                damaged.push_back(each.hash);
        }
        const auto found = std::ranges::count_if(
            damaged, [this](const std::string& hash) { return note_if_possible(hash); });
        if (last != before) {
            Transaction transaction(store_.db());
            rows_.set_number(looked_at_setting, last);
            transaction.commit();
        }
        return static_cast<std::int64_t>(found);
    });
}

/// One whose own row is damaged, too, is for a rescue, and stops no other.
bool Contents::note_if_possible(const std::string& hash)
try {
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        note_damaged(hash);
        transaction.commit();
    });
    return true;
} catch (const StoreError& error) {
    if (!tells_damage(error.message()))
        throw;
    return false;
}

std::vector<Contents::Damaged> Contents::known_damaged()
{
    return guarded(store_.db(), [&] {
        auto& rows = rows_.statements().get(
            "SELECT id, hash FROM content INDEXED BY content_known WHERE whole = -1 AND "
            "EXISTS (SELECT 1 FROM attachment WHERE attachment.hash = content.hash) "
            "ORDER BY id");
        std::vector<Damaged> found;
        while (rows.executeStep())
            found.push_back({rows.getColumn(0).getInt64(), rows.getColumn(1).getString()});
        rows.reset();
        return found;
    });
}

std::int64_t Contents::received(const std::string& hash)
{
    return guarded(store_.db(), [&] {
        auto& row = rows_.statements().get(
            "SELECT ifnull(sum(length(bytes)), 0) FROM content_piece WHERE content = "
            "(SELECT id FROM content WHERE hash = ? AND whole >= 0)");
        row.bind(1, hash);
        row.executeStep();
        const auto bytes = row.getColumn(0).getInt64();
        row.reset();
        return bytes;
    });
}

std::optional<std::string> Contents::piece(const std::string& hash, std::int64_t start)
{
    return guarded(store_.db(), [&]() -> std::optional<std::string> {
        const auto id = id_of(hash, true);
        if (!id || start < 0)
            return std::nullopt;
        auto& row = rows_.statements().get("SELECT start, bytes FROM content_piece WHERE content = "
                                           "? AND start <= ? ORDER BY start DESC LIMIT 1");
        row.bind(1, *id);
        row.bind(2, start);
        std::optional<std::string> piece;
        if (row.executeStep()) {
            const auto skipped = start - row.getColumn(0).getInt64();
            const auto column = row.getColumn(1);
            if (skipped < column.getBytes())
                piece.emplace(static_cast<const char*>(column.getBlob()) + skipped,
                    static_cast<std::size_t>(column.getBytes() - skipped));
        }
        row.reset();
        return piece;
    });
}

std::int64_t Contents::take(const ContentName& name, std::int64_t start, std::string_view bytes)
{
    return guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        const auto here = take_next(name, start, bytes);
        transaction.commit();
        return here;
    });
}

std::int64_t Contents::take_next(
    const ContentName& name, std::int64_t start, std::string_view bytes)
{
    if (id_of(name.hash, true))
        return name.size;
    const auto known = id_of(name.hash, false);
    const auto here = known ? received(name.hash) : 0;
    const auto end = here + std::ssize(bytes);
    if (start != here || bytes.empty() || end > name.size)
        return here;
    const auto id = known ? *known : add(name);
    if (start == 0)
        begin_anew(id);
    put_piece(id, start, bytes);
    if (end < name.size)
        return end;
    if (sha256_hex(joined(id)) != name.hash) {
        drop_pieces(id);
        return 0;
    }
    make_whole(id, name.size);
    note_told(name.hash); // who sent it has it, and to a device that is the county
    return end;
}

/// What was damaged makes room for what comes.
void Contents::begin_anew(std::int64_t id)
{
    drop_pieces(id);
    auto& begun = rows_.statements().get("UPDATE content SET whole = 0 WHERE id = ?");
    begun.bind(1, id);
    begun.exec();
}

void Contents::make_whole(std::int64_t id, std::int64_t size)
{
    auto& done = rows_.statements().get("UPDATE content SET whole = 1, size = ? WHERE id = ?");
    done.bind(1, size);
    done.bind(2, id);
    done.exec();
}

std::vector<ContentName> Contents::names(
    SQLite::Statement& rows, std::int64_t limit, const ContentName& after)
{
    rows.bind(1, after.size);
    rows.bind(2, after.hash);
    rows.bind(3, limit);
    std::vector<ContentName> found;
    while (rows.executeStep())
        found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getInt64()});
    rows.reset();
    return found;
}

std::vector<ContentName> Contents::to_send(std::int64_t limit, const ContentName& after)
{
    return guarded(store_.db(), [&] {
        // The small ones first: a large one over a bad line holds up no other.
        auto& rows = rows_.statements().get("SELECT hash, size " + untold
            + " AND (size, hash) > (?, ?) ORDER BY size, hash LIMIT ?");
        return names(rows, limit, after);
    });
}

std::vector<ContentName> Contents::to_fetch(std::int64_t limit, const ContentName& after)
{
    return guarded(store_.db(), [&] {
        auto& rows =
            rows_.statements().get("SELECT attachment.hash, max(attachment.size) AS most " + missing
                + " GROUP BY attachment.hash HAVING (most, attachment.hash) > (?, ?) ORDER BY "
                  "most, attachment.hash LIMIT ?");
        return names(rows, limit, after);
    });
}

std::int64_t Contents::count_to_send()
{
    return guarded(store_.db(), [&] {
        auto& row = rows_.statements().get("SELECT count(*) " + untold);
        row.executeStep();
        const auto count = row.getColumn(0).getInt64();
        row.reset();
        return count;
    });
}

std::int64_t Contents::count_to_fetch()
{
    return guarded(store_.db(), [&] {
        auto& row = rows_.statements().get("SELECT count(DISTINCT attachment.hash) " + missing);
        row.executeStep();
        const auto count = row.getColumn(0).getInt64();
        row.reset();
        return count;
    });
}

void Contents::note_told(const std::string& hash)
{
    guarded(store_.db(), [&] {
        auto& note = rows_.statements().get("UPDATE content SET told = 1 WHERE hash = ?");
        note.bind(1, hash);
        note.exec();
    });
}

void Contents::forget_told(const std::string& hash)
{
    guarded(store_.db(), [&] {
        auto& forget = rows_.statements().get("UPDATE content SET told = 0 WHERE hash = ?");
        forget.bind(1, hash);
        forget.exec();
    });
}

void Contents::note_owed(std::int64_t attachment)
{
    guarded(store_.db(), [&] {
        auto& note = rows_.statements().get("UPDATE content SET owed = 1 WHERE whole = 1 AND told "
                                            "= 0 AND hash = (SELECT hash FROM attachment WHERE "
                                            "rid = ?)");
        note.bind(1, attachment);
        note.exec();
    });
}

void Contents::forget_owed(const std::string& hash)
{
    guarded(store_.db(), [&] {
        auto& forget = rows_.statements().get("UPDATE content SET owed = 0 WHERE hash = ?");
        forget.bind(1, hash);
        forget.exec();
    });
}

void Contents::forget_told()
{
    guarded(store_.db(),
        [&] { rows_.statements().get("UPDATE content SET told = 0 WHERE told <> 0").exec(); });
}

std::int64_t Contents::drop_unnamed()
{
    return guarded(store_.db(), [&] {
        auto& any = rows_.statements().get(
            "SELECT id FROM content INDEXED BY content_known "
            "WHERE NOT (whole = 1 AND told = 0 AND owed = 1) AND NOT EXISTS "
            "(SELECT 1 FROM attachment WHERE attachment.hash = content.hash)");
        std::vector<std::int64_t> unnamed;
        while (any.executeStep())
            unnamed.push_back(any.getColumn(0).getInt64());
        any.reset();
        if (unnamed.empty())
            return std::int64_t{0};
        Transaction transaction(store_.db());
        for (const auto id : unnamed) {
            drop_pieces(id);
            auto& drop = rows_.statements().get("DELETE FROM content WHERE id = ?");
            drop.bind(1, id);
            drop.exec();
        }
        transaction.commit();
        return std::ssize(unnamed);
    });
}

std::vector<DamagedContent> Contents::damaged()
{
    return guarded(store_.db(), [&] {
        auto& rows = rows_.statements().get(
            "SELECT hash, id, whole FROM content INDEXED BY content_known WHERE whole <> 0 "
            "ORDER BY id");
        std::vector<std::tuple<std::string, std::int64_t, int>> all;
        while (rows.executeStep())
            all.emplace_back(rows.getColumn(0).getString(), rows.getColumn(1).getInt64(),
                rows.getColumn(2).getInt());
        rows.reset();
        std::vector<DamagedContent> found;
        for (const auto& [hash, id, is_whole] : all)
            if (is_whole == damaged_whole || !is_sound(id, hash))
                found.push_back({.hash = hash, .attachment = {}, .title = {}});
        for (auto& each : found) {
            auto& row = rows_.statements().get(
                "SELECT rec.id, title FROM attachment JOIN rec USING (rid) WHERE hash = ? LIMIT 1");
            row.bind(1, each.hash);
            if (row.executeStep()) {
                each.attachment = column_id(row.getColumn(0));
                each.title = row.getColumn(1).getString();
            }
            row.reset();
        }
        return found;
    });
}

void Contents::drop_damaged()
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        for (const auto& each : damaged())
            begin_anew(id_of(each.hash, false).value());
        // What is half here may have a hole where a piece could not be read.
        rows_.statements()
            .get("DELETE FROM content_piece WHERE content NOT IN (SELECT id FROM content WHERE "
                 "whole = 1)")
            .exec();
        transaction.commit();
    });
}

} // namespace model

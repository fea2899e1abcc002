#include "model/access/backup.h"

#include "model/access/backup_note.h"
#include "model/access/key_file.h"
#include "model/base/text.h"
#include "model/store/migrations.h"
#include "model/store/store_message.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

constexpr std::string_view ending = ".hall";
constexpr std::string_view unfinished = ".unfinished";

std::string in_folder(const std::string& folder, const std::string& name)
{
    return text_of(path_of(folder) / path_of(name));
}

std::string stamp(Instant at)
{
    const auto iso = to_iso_time(at); // 2026-01-31T08:05:09+08:00
    return iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8, 2) + '-' + iso.substr(11, 2)
        + iso.substr(14, 2);
}

std::string file_safe(const std::string& office)
{
    constexpr std::size_t longest = 40; // characters, of up to four bytes each
    std::u32string name;
    for (const auto sign : to_utf32(office)) {
        const bool is_refused = sign < U' '
            || std::u32string_view(U"\\/:*?\"<>|").find(sign) != std::u32string_view::npos;
        name += is_refused ? U'_' : sign;
    }
    auto text = trimmed(to_utf8(name.substr(0, longest)));
    while (text.ends_with('.'))
        text.pop_back();
    return text;
}

std::int64_t number_of(SQLite::Database& db, const char* sql)
{
    return db.execAndGet(sql).getInt64();
}

/// What a copy says of itself, as far as the file it is made of tells.
BackupNote note_of(SQLite::Database& from, const DataKey& key, BackupReason reason, Instant at)
{
    return {.at = at,
        .office = setting_of(from, "office"),
        .region = setting_of(from, "region"),
        .reason = reason,
        .schema = schema_version(from),
        .program = HALLKEEPER_VERSION,
        .mark = mark_of(from),
        .key = fingerprint_of(key)};
}

void remove_parts(Files& files, const std::string& part)
{
    for (const auto* end : {"", "-journal", "-wal", "-shm"})
        files.remove(part + end);
}

/// A copy in the making: all of it goes again unless it is finished.
class Unfinished {
public:
    Unfinished(Files& files, std::string to) : files_(files), to_(std::move(to))
    {
        // Whoever has the note has the name: of two at once only one makes the copy.
        if (!files_.claim(note_path(to_)))
            refuse(note_path(to_));
        for (const auto& there : {to_, KeyFile::path_of(to_)})
            if (files_.exists(there)) {
                files_.remove(note_path(to_));
                refuse(there);
            }
        remove_parts(files_, part());
    }
    ~Unfinished()
    {
        if (is_finished_)
            return;
        try {
            remove_parts(files_, part());
            for (const auto& beside : {KeyFile::path_of(to_), note_path(to_)})
                files_.remove(beside);
        } catch (const Error&) { // the disk is gone: thin_out() takes it when it is back
        }
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    std::string part() const { return to_ + std::string(unfinished); }

    void finish()
    {
        if (files_.exists(to_))
            refuse(to_);
        files_.rename(part(), to_);
        is_finished_ = true;
    }

private:
    [[noreturn]] static void refuse(const std::string& there)
    {
        throw Error(
            {msgid("{1} is there already and stays as it is: choose another name"), {there}});
    }

    Files& files_;
    std::string to_;
    bool is_finished_ = false;
};

/// When the copy of that name was begun, as its name says; 0 where it does not.
Instant begun_at(std::string_view name, Files& files, const std::string& folder)
{
    const auto note = read_note(files, in_folder(folder, std::string(name)));
    return note ? note->at : 0;
}

/// Of copies that were never finished; whoever makes one right now is left alone.
void remove_unfinished(
    const BackupTools& tools, const std::string& folder, std::vector<std::string>& gone)
{
    for (const auto& name : tools.files.list(folder)) {
        if (!name.ends_with(std::string(ending) + std::string(unfinished)))
            continue;
        const auto copy = name.substr(0, name.size() - unfinished.size());
        const auto begun = begun_at(copy, tools.files, folder);
        if (begun == 0 || tools.clock.now() - begun < a_day)
            continue;
        remove_parts(tools.files, in_folder(folder, name));
        remove_backup(tools.files, in_folder(folder, copy));
        gone.push_back(name);
    }
}

/// Contents of attachments may come without any change of a record. Nothing where there are none,
/// or the file is of a version that knew none.
std::string contents_of(SQLite::Database& db)
{
    if (!db.tableExists("content"))
        return {};
    const auto newest = number_of(db, "SELECT coalesce(max(id), 0) FROM content WHERE whole = 1");
    const auto count = number_of(db, "SELECT count(*) FROM content WHERE whole = 1");
    return count == 0 ? std::string() : ' ' + std::to_string(count) + ' ' + std::to_string(newest);
}

} // namespace

Hash128 mark_of(SQLite::Database& db)
{
    const auto sum = sum_kept(db);
    const auto text = sum.digest.hex() + ' '
        + std::to_string(number_of(db, "SELECT coalesce(max(id), 0) FROM command")) + ' '
        + std::to_string(number_of(db, "SELECT coalesce(max(id), 0) FROM history")) + ' '
        + std::to_string(number_of(db, "SELECT count(*) FROM inbox WHERE state = 'open'"))
        + contents_of(db);
    return Hash128::of(text);
}

Hash128 fingerprint_of(const DataKey& key)
{
    std::string text = "hallkeeper backup ";
    text.append(reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size());
    return Hash128::of(sha256_hex(text));
}

std::string backup_name(const std::string& office, Instant at)
{
    const auto name = file_safe(office);
    return (name.empty() ? "hall" : name) + '-' + stamp(at) + std::string(ending);
}

std::string free_backup_path(
    Files& files, const std::string& folder, const std::string& office, Instant at)
{
    const auto first = in_folder(folder, backup_name(office, at));
    const auto stem = first.substr(0, first.size() - ending.size());
    auto path = first;
    for (int number = 2; files.exists(path) || files.exists(path + std::string(unfinished))
         || files.exists(KeyFile::path_of(path)) || files.exists(note_path(path));
         ++number)
        path = stem + '-' + std::to_string(number) + std::string(ending);
    return path;
}

Backup make_backup(const BackupTools& tools, SQLite::Database& from, const std::string& path,
    const DataKey& key, const std::string& to, BackupReason reason)
try {
    auto& files = tools.files;
    auto note = note_of(from, key, reason, tools.clock.now());
    Unfinished copy(files, to);
    write_note(files, to, note); // from now on it can be told when it was begun
    note.sum = copy_state(
        from, {.to = copy.part(), .key = key, .vfs = tools.vfs, .on_copy = tools.on_copy});
    try {
        expect_sound(copy.part(), key, note.sum, tools.vfs);
    } catch (const StoreError&) {
        throw Error({msgid("The copy {1} came out different from the data and was thrown away: "
                           "check the disk it was written to"),
            {to}});
    }
    const auto facts = facts_of(copy.part(), key, tools.vfs);
    note.bytes = facts.bytes;
    if (const auto keys = files.read(KeyFile::path_of(path)))
        files.write(KeyFile::path_of(to), *keys, Readers::owner);
    write_note(files, to, note);
    copy.finish();
    return {to, note};
} catch (const SQLite::Exception& error) {
    throw StoreError(store_message(error, path));
}

std::vector<Backup> backups_in(Files& files, const std::string& folder)
{
    std::vector<Backup> found;
    for (const auto& name : files.list(folder))
        if (name.ends_with(ending)) {
            const auto path = in_folder(folder, name);
            found.push_back({path, read_note(files, path)});
        }
    std::ranges::stable_sort(found, std::ranges::greater{},
        [](const Backup& backup) { return backup.note ? backup.note->at : 0; });
    return found;
}

std::optional<BackupNote> note_beside(Files& files, const std::string& copy)
{
    return read_note(files, copy);
}

std::optional<Backup> newest_of(const std::vector<Backup>& backups, const DataKey& key)
{
    const auto fingerprint = fingerprint_of(key);
    const auto found = std::ranges::find_if(backups,
        [&](const Backup& backup) { return backup.note && backup.note->key == fingerprint; });
    return found == backups.end() ? std::nullopt : std::optional(*found);
}

std::optional<Message> trouble_with(
    const BackupTools& tools, const Backup& backup, const DataKey& key)
try {
    const auto sum = backup.note ? backup.note->sum : facts_of(backup.path, key, tools.vfs).kept;
    expect_sound(backup.path, key, sum, tools.vfs);
    return std::nullopt;
} catch (const StoreError& error) {
    if (error.message() == wrong_key_message(backup.path))
        return Message{msgid("{1} cannot be opened with this key: it is a copy of another data "
                             "file, or is damaged"),
            {backup.path}};
    return error.message();
}

std::vector<std::string> thin_out(const BackupTools& tools, const std::string& folder,
    const DataKey& key, const KeepRule& rule, const std::string& just_made)
{
    const auto fingerprint = fingerprint_of(key);
    std::vector<KeptCopy> ours;
    for (const auto& backup : backups_in(tools.files, folder))
        if (backup.note && backup.note->key == fingerprint)
            ours.push_back(
                {backup.path, std::min(backup.note->at, tools.clock.now()), backup.note->bytes});
    std::vector<std::string> gone;
    for (const auto& path : to_delete(ours, rule)) {
        if (path == just_made)
            continue;
        remove_backup(tools.files, path);
        gone.push_back(text_of(path_of(path).filename()));
    }
    remove_unfinished(tools, folder, gone);
    return gone;
}

void remove_backup(Files& files, const std::string& path)
{
    // The note goes last: what a power cut leaves of it is still known to be ours.
    for (const auto& name : {path, KeyFile::path_of(path), note_path(path)})
        files.remove(name);
}

} // namespace model

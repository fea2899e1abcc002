#include "model/custody/purge.h"

#include "model/access/backup_plan.h"
#include "model/access/key_file.h"
#include "model/store/record_store.h"
#include "model/sync/http_transport.h"
#include "model/sync/json_text.h"
#include "model/sync/replica.h"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace model {

namespace {

namespace json = boost::json;

constexpr const char* ending = ".purge";

/// What lies beside a data file, besides its keys.
constexpr std::string_view beside[] = {"", "-wal", "-shm", "-journal"};
constexpr std::string_view also_beside[] = {".tries", ".part", ".restoring"};

bool is_key(const std::string& path)
{
    return path.ends_with(".keys") || path.find(".keys.") != std::string::npos;
}

void add_file(std::vector<std::string>& paths, const std::string& path)
{
    for (const auto end : beside)
        paths.push_back(path + std::string(end));
}

/// The keys beside a data file or a copy, also damaged and half-written ones.
void add_keys(Files& files, std::vector<std::string>& paths, const std::string& path)
{
    const auto keys = KeyFile::path_of(path);
    const auto name = text_of(path_of(keys).filename());
    const auto folder = path_of(path).parent_path();
    for (const auto& each : files.list(folder.empty() ? "." : text_of(folder)))
        if (each == name || each.starts_with(name + '.'))
            paths.push_back(text_of(folder / path_of(each)));
}

/// Copies that were kept aside before the county or a backup changed the file.
std::vector<std::string> kept_aside(Files& files, const std::string& path)
{
    const auto file = path_of(path);
    const auto folder = file.parent_path();
    const auto stem = text_of(file.stem()) + ".before-restore-";
    const auto extension = text_of(file.extension());
    std::vector<std::string> found;
    for (const auto& each : files.list(folder.empty() ? "." : text_of(folder)))
        if (each.starts_with(stem) && each.ends_with(extension))
            found.push_back(text_of(folder / path_of(each)));
    return found;
}

bool opens(const std::string& path, const DataKey& key)
try {
    facts_of(path, key);
    return true;
} catch (const Error&) {
    return false;
}

/// This file's backups in a folder; one without a note is tried with the key.
void add_backups(
    Files& files, const std::string& folder, const DataKey& key, std::vector<std::string>& copies)
{
    for (const auto& backup : backups_in(files, folder))
        if (backup.note ? backup.note->key == fingerprint_of(key) : opens(backup.path, key))
            copies.push_back(backup.path);
    for (const auto& name : files.list(folder)) {
        constexpr std::string_view unfinished = ".hall.unfinished";
        const auto path = text_of(path_of(folder) / path_of(name));
        if (name.ends_with(unfinished) && opens(path, key))
            copies.push_back(path);
    }
}

void write_note(Files& files, const std::string& data_file, const PurgeNote& note)
{
    const json::object object{{"server", note.server}, {"pin", note.pin}, {"device", note.device},
        {"proof", note.proof}, {"county", note.county}, {"contact", note.contact},
        {"files", json::value_from(note.files)}};
    files.write(purge_note_path(data_file), json::serialize(object), Readers::owner);
}

/// A data file, a copy of one, or what lies beside either: whoever can write a note to the folder
/// can order nothing else to be destroyed.
bool is_ours(const std::string& path, const std::string& data_file)
{
    const auto name = text_of(path_of(path).filename());
    const auto extension = text_of(path_of(data_file).extension());
    for (const auto& kind : {std::string(".hall"), extension}) {
        const auto at = kind.empty() ? std::string::npos : name.rfind(kind);
        if (at == std::string::npos)
            continue;
        const auto rest = name.substr(at + kind.size());
        if (rest.empty() || rest == ".json" || rest == ".unfinished" || is_key(rest)
            || std::ranges::find(beside, rest) != std::end(beside)
            || std::ranges::find(also_beside, rest) != std::end(also_beside))
            return true;
    }
    return path.starts_with(data_file);
}

void destroy(Files& files, const std::vector<std::string>& paths, const std::string& data_file)
{
    for (const auto& path : paths)
        if (is_ours(path, data_file))
            files.destroy(path);
}

std::vector<std::string> only_keys(const std::vector<std::string>& paths)
{
    std::vector<std::string> keys;
    std::ranges::copy_if(paths, std::back_inserter(keys), is_key);
    return keys;
}

/// Whether the county knows, or never will.
bool is_told(const PurgeNote& note)
try {
    if (note.server.empty() || note.proof.empty())
        return true;
    HttpTransport transport(note.server, note.pin);
    std::string body;
    JsonText out(body);
    out.open('{').key("device").number(note.device).key("proof").text(note.proof).close('}');
    const auto status = transport.send({.path = "/v1/purged", .body = body}).status;
    constexpr int server_failed = 500;
    return status < server_failed;
} catch (const Error&) {
    return false;
}

} // namespace

std::string purge_note_path(const std::string& data_file)
{
    return data_file + ending;
}

std::optional<PurgeNote> purge_under_way(Files& files, const std::string& data_file)
{
    const auto text = files.read(purge_note_path(data_file));
    if (!text)
        return std::nullopt;
    PurgeNote note;
    boost::system::error_code error;
    const auto read = json::parse(*text, error);
    if (!error && read.is_object()) {
        const auto& object = read.get_object();
        note = {.server = text_at(object, "server", ""),
            .pin = text_at(object, "pin", ""),
            .device = static_cast<std::uint32_t>(number_at(object, "device", 0)),
            .proof = text_at(object, "proof", ""),
            .county = text_at(object, "county", ""),
            .contact = text_at(object, "contact", "")};
        if (const auto* list = object.if_contains("files"); list && list->is_array())
            for (const auto& path : list->get_array())
                note.files.push_back(scalar_text(path));
    }
    if (note.files.empty()) {
        add_keys(files, note.files, data_file);
        add_file(note.files, data_file);
    }
    return note;
}

std::vector<std::string> files_to_purge(
    Files& files, SQLite::Database& db, const std::string& data_file, const DataKey& key)
{
    const auto settings = backup_settings(db);
    std::set<std::string> folders{default_backup_folder(data_file)};
    for (const auto& folder : {settings.folder, settings.second})
        if (!folder.empty())
            folders.insert(folder);
    auto copies = kept_aside(files, data_file);
    for (const auto& folder : folders)
        add_backups(files, folder, key, copies);

    std::vector<std::string> paths;
    add_keys(files, paths, data_file);
    for (const auto& copy : copies)
        add_keys(files, paths, copy);
    add_file(paths, data_file);
    for (const auto end : also_beside)
        paths.push_back(data_file + std::string(end));
    for (const auto& copy : copies) {
        add_file(paths, copy);
        paths.push_back(copy + ".json");
    }
    return paths;
}

void begin_purge(Files& files, RecordStore& store, const DataKey& key, const PurgeOrdered& order)
{
    const auto& path = store.db().path();
    const auto membership = Replica(store).membership();
    const PurgeNote note{.server = membership.address,
        .pin = membership.pin,
        .device = order.order.device,
        .proof = order.proof,
        .county = membership.self.county(),
        .contact = order.order.contact,
        .files = files_to_purge(files, store.db().handle(), path, key)};
    write_note(files, path, note);
    destroy(files, only_keys(note.files), path);
}

Message finish_purge(Files& files, const std::string& data_file)
{
    const auto note = purge_under_way(files, data_file).value_or(PurgeNote{});
    destroy(files, only_keys(note.files), data_file);
    destroy(files, note.files, data_file);
    if (is_told(note))
        files.remove(purge_note_path(data_file));
    if (!note.contact.empty())
        return {msgid("This computer was reported lost: the county's data on it has been destroyed "
                      "by the county's order; please call {1}"),
            {note.contact}};
    return {msgid("This computer was reported lost: the county's data on it has been destroyed by "
                  "the county's order; please call the government service hall of the county "
                  "({1})"),
        {note.county}};
}

} // namespace model

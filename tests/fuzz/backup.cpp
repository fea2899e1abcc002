#include "model/access/backup_note.h"
#include "model/access/backup_plan.h"
#include "model/access/copy_look.h"
#include "model/access/restore.h"
#include "model/base/text.h"
#include "model/store/batch.h"
#include "model/store/checked_vfs.h"
#include "model/store/damage.h"
#include "model/store/rescue.h"
#include "tests/fuzz/target.h"
#include "tests/support/files.h"
#include "tests/support/office.h"
#include "tests/support/temp_folder.h"

#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

using fuzz::expect;
using fuzz::Trace;
using namespace model;

namespace {

constexpr std::size_t page_size = 4096;

/// An office's data file, and beside it, in the folder of its copies, a good one, which inputs
/// change.
struct World {
    World()
    {
        Database db(path, key, {.opening = Opening::fresh});
        RecordStore store(db, hall_catalog(), clock, random);
        store.set_self({.region = "430922", .office = "桃江县政务服务中心"});
        for (const auto* name : {"公安局", "税务局"}) {
            Batch batch(store, {.label = {msgid("Add {1}"), {name}}, .account = {}});
            batch.create(tests::make(
                hall_catalog().get("unit"), Uuid::make(clock, random), {{"name", name}}));
            batch.commit();
        }
        set_backup_settings(store, path, {.folder = folder.file("copies")});
        std::filesystem::create_directories(folder.file("copies"));
        make_backup(tools, db.handle(), path, key, copy, BackupReason::daily);
        good = tests::bytes_of(copy);
        note = tests::bytes_of(note_path(copy));
        write(place, "what is there now");
    }

    /// Whether the disk is told to keep it is no matter here.
    static void write(const std::string& to, std::string_view bytes)
    {
        tests::write_file(to, bytes);
    }

    tests::TempFolder folder;
    SystemFiles files;
    ManualClock clock{tests::new_year_2026};
    SeededRandom random{7};
    DataKey key = DataKey::make(random);
    BackupTools tools{files, clock};
    std::string path = folder.file("hall.hall");
    std::string copy = folder.file("copies/copy.hall");
    std::string place = folder.file("place.hall"); ///< where copies are restored to
    std::string good;
    std::string note;
};

World& world()
{
    static World one;
    return one;
}

std::size_t number(std::string_view& text)
{
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.empty())
        text.remove_prefix(1);
    return value;
}

void put(std::string& bytes, std::size_t at, std::string_view text)
{
    for (std::size_t i = 0; i < text.size() && at + i < bytes.size(); ++i)
        bytes[at + i] = text[i];
}

/// Writes into a page as the program itself would have written it, sealed with the key.
void put_sealed(std::size_t page, std::size_t at, std::string_view text)
{
    SQLite::Database db(world().copy, SQLite::OPEN_READWRITE, 0, detail::encrypted_vfs({}));
    detail::set_key(db.getHandle(), world().key);
    sqlite3_file* file = nullptr;
    sqlite3_file_control(db.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    const auto offset = static_cast<sqlite3_int64>((page - 1) * page_size);
    std::string bytes(page_size, '\0');
    if (file->pMethods->xRead(file, bytes.data(), page_size, offset) != SQLITE_OK)
        return;
    put(bytes, at, text);
    file->pMethods->xWrite(file, bytes.data(), page_size, offset);
}

/// Lines of changes to the good copy: "b AT TEXT" writes bytes over others, "p PAGE AT TEXT" the
/// same inside the encryption, "cut SIZE" and "add TEXT" are said of the file's end. Gives whether
/// what was done is sealed, which takes the key.
bool change_copy(std::string_view changes)
{
    auto bytes = world().good;
    std::vector<std::string_view> sealed;
    for (const auto line : fuzz::parts(changes, 20)) {
        auto rest = line.substr(std::min(line.find(' '), line.size() - 1) + 1);
        if (line.starts_with("b "))
            put(bytes, number(rest) % bytes.size(), rest);
        else if (line.starts_with("cut "))
            bytes.resize(std::min(bytes.size(), number(rest)));
        else if (line.starts_with("add "))
            bytes += rest;
        else if (line.starts_with("p "))
            sealed.push_back(rest);
        if (bytes.empty())
            break;
    }
    const bool is_sealed = bytes == world().good;
    World::write(world().copy, bytes);
    if (is_sealed)
        for (auto rest : sealed) {
            const auto page = 1 + number(rest) % (bytes.size() / page_size);
            const auto at = number(rest) % page_size;
            put_sealed(page, at, rest);
        }
    return is_sealed;
}

/// What the program knows of the folder before it opens any copy.
Backup read_folder(Trace& trace)
{
    auto& files = world().files;
    const auto found = backups_in(files, world().folder.file("copies"));
    expect(found.size() == 1 && found[0].path == world().copy, "a copy is listed with any note");
    const auto& note = found[0].note;
    const bool is_ours = note && note->key == fingerprint_of(world().key);
    expect(newest_of(found, world().key).has_value() == is_ours, "a copy is of the file it names");
    {
        Database db(world().path, world().key);
        const auto state = backup_state(world().tools, db.handle(), world().path, world().key);
        trace.add_count(static_cast<std::size_t>(state.first.is_current * 4
            + state.first.is_late * 2 + is_daily_due(state, world().clock.now())));
    }
    if (!note)
        return found[0];
    trace.add(reason_name(note->reason));
    trace.add_count(static_cast<std::size_t>(note->at));
    for (const auto* text : {&note->office, &note->region, &note->program})
        expect(is_utf8(*text), "what is read is UTF-8");
    const KeptCopy only{found[0].path, note->at, note->bytes};
    expect(to_delete({&only, 1}, KeepRule{}).empty(), "the only copy is kept");
    write_note(files, world().copy, *note);
    const auto written = tests::bytes_of(note_path(world().copy));
    write_note(files, world().copy, read_note(files, world().copy).value());
    expect(
        tests::bytes_of(note_path(world().copy)) == written, "what is written is read as it was");
    return found[0];
}

void look_into(Trace& trace)
try {
    CopyLook look(world().files, world().clock, world().random, world().copy, world().key);
    for (const auto* def : hall_catalog().all())
        trace.add_count(look.store().select({.def = def}).size());
} catch (const Error& error) {
    trace.add(error);
}

/// Puts the copy in the place of a file, which stays where the copy is refused.
void restore(const Backup& copy, bool is_sound, Trace& trace)
{
    auto& place = world().place;
    const auto before = tests::bytes_of(place);
    try {
        const auto done = restore_file(world().tools, copy, world().key, place, KeysAfter::as_now);
        expect(is_sound, "a copy that is in trouble is not restored");
        expect(tests::bytes_of(place) == tests::bytes_of(copy.path), "a copy is restored whole");
        expect(tests::bytes_of(done.kept_as) == before, "what was there is kept");
        trace.add("restored");
        world().files.remove(done.kept_as);
        world().files.remove(place);
        World::write(place, before);
    } catch (const Error& error) {
        trace.add(error);
        expect(tests::bytes_of(place) == before, "what is refused changes nothing");
    }
    for (const auto& name : world().files.list(world().folder.file("")))
        expect(!name.ends_with(".restoring"), "nothing is left beside it");
}

/// What is read of a damaged copy makes a sound file, or none.
void save_rest(Trace& trace)
{
    const auto to = world().folder.file("rescued.hall");
    try {
        const auto rescued =
            rescue(world().copy, world().key, to, hall_catalog(), world().clock, world().random);
        trace.add_count(static_cast<std::size_t>(rescued.records));
        expect(damage(to, world().key).empty(), "what is rescued is sound");
        world().files.remove(to);
    } catch (const StoreError& error) {
        trace.add(error);
        expect(!std::filesystem::exists(to), "where nothing is rescued no file is left");
    }
}

void run(std::string_view input, Trace& trace)
{
    const auto halves = fuzz::parts(input, 2);
    World::write(note_path(world().copy), halves[0]);
    const bool is_sealed = change_copy(halves[1]);
    const auto copy = read_folder(trace);
    const auto trouble = trouble_with(world().tools, copy, world().key);
    expect(trouble || is_sealed, "bytes changed by whoever has no key are noticed");
    if (trouble)
        trace.add(trouble->id);
    look_into(trace);
    restore(copy, !trouble, trace);
    if (trouble && input.size() % 8 == 0) // it takes as long as all the rest
        save_rest(trace);
}

std::vector<std::string> made()
{
    const auto& note = world().note; // ends with a line feed
    auto forged = note;
    forged.replace(forged.find("\"records\":2"), 11, "\"records\":3");
    return {note, forged, note + "b 9000 x", note + "cut 40960", note + "add x",
        note + "p 0 28 \x01", note + "p 5 0 \x0D\x01\x02", note + "p 0 100 \x05", "\nb 16 x",
        "\np 7 3 \xFF\xFF"};
}

} // namespace

const fuzz::Target& fuzz::target()
{
    static const Target one{"backup",
        {"\"format\":1", "\"format\":2", "\"at\":", "\"office\":\"", "\"region\":\"",
            "\"reason\":\"daily\"", "\"reason\":\"before_migration\"", "\"records\":",
            "\"digest\":\"", "\"schema\":", "\"program\":\"", "\"bytes\":", "\"mark\":\"",
            "\"file\":\"", "{", "}", "[", "]", ",", "null", "true", "1.5", "\\u0000", "\\ud800",
            "[[[[[[[[", "\n", "\nb ", "\np ", "\nadd ", "\ncut ", "\x0D", "\x05", "\x0A", "\x02",
            "\xFF\xFF", "CREATE TABLE ", "CREATE VIRTUAL TABLE ", "unit", "rec", "PRAGMA"},
        made, run};
    return one;
}

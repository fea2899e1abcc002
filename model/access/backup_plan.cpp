#include "model/access/backup_plan.h"

#include "model/access/backup_note.h"
#include "model/base/text.h"
#include "model/store/audit.h"
#include "model/store/store_message.h"

#include <boost/json.hpp>

#include <filesystem>

namespace model {

namespace {

namespace json = boost::json;

constexpr const char* setting = "backup";
constexpr const char* second_at = "backup_second_at";

std::int64_t number_of_setting(SQLite::Database& db, const char* name)
{
    SQLite::Statement row(db, "SELECT value FROM meta WHERE name = ?");
    row.bind(1, name);
    return row.executeStep() ? row.getColumn(0).getInt64() : 0;
}

void take_number(const json::object& object, std::string_view name, int& number)
{
    if (const auto* value = object.if_contains(name); value && value->is_int64())
        number = static_cast<int>(value->get_int64());
}

void take_text(const json::object& object, std::string_view name, std::string& text)
{
    if (const auto* value = object.if_contains(name); value && value->is_string())
        text = value->get_string();
}

void take_bool(const json::object& object, std::string_view name, bool& flag)
{
    if (const auto* value = object.if_contains(name); value && value->is_bool())
        flag = value->get_bool();
}

std::string first_folder(const BackupSettings& settings, const std::string& path)
{
    return settings.folder.empty() ? default_backup_folder(path) : settings.folder;
}

bool is_same_folder(const std::string& a, const std::string& b)
{
    std::error_code unknown;
    return std::filesystem::weakly_canonical(path_of(a), unknown)
        == std::filesystem::weakly_canonical(path_of(b), unknown);
}

void make_default_folder(const BackupSettings& settings, const std::string& folder)
{
    std::error_code error;
    if (settings.folder.empty())
        std::filesystem::create_directory(path_of(folder), error);
}

bool has_current(
    const BackupTools& tools, const std::string& folder, const DataKey& key, const Hash128& mark)
{
    const auto newest = newest_of(backups_in(tools.files, folder), key);
    return newest && newest->note->mark == mark && !trouble_with(tools, *newest, key);
}

/// Whether the copy is still there as long as it was: a look that costs nothing.
bool is_as_long(const Backup& copy)
{
    std::error_code unknown;
    const auto bytes = std::filesystem::file_size(path_of(copy.path), unknown);
    return !unknown && static_cast<std::int64_t>(bytes) == copy.note->bytes;
}

/// A clock that ran ahead made copies of days to come, which tell nothing of how old they are.
std::optional<Backup> newest_believed(
    const BackupTools& tools, const std::string& folder, const DataKey& key)
{
    auto copies = backups_in(tools.files, folder);
    std::erase_if(copies, [latest = tools.clock.now() + a_day](const Backup& copy) {
        return copy.note && (copy.note->at > latest || !is_as_long(copy));
    });
    return newest_of(copies, key);
}

/// A place is not written for what is only known again.
void remember_second(SQLite::Database& db, Instant at)
{
    SQLite::Statement put(db, "INSERT OR REPLACE INTO meta VALUES (?, ?)");
    put.bind(1, second_at);
    put.bind(2, at);
    put.exec();
}

/// What one folder gets. False where nothing was to be done.
bool back_up_to(const BackupTools& tools, SQLite::Database& from, const std::string& path,
    const DataKey& key, BackupReason reason, const std::string& folder, BackupRun& run)
try {
    if (!is_folder(folder)) {
        run.troubles.push_back({msgid("The backup folder {1} is not there: plug in the disk, or "
                                      "choose another folder"),
            {folder}});
        return false;
    }
    const auto office = setting_of(from, "office");
    const auto to = free_backup_path(tools.files, folder, office, tools.clock.now());
    run.made.push_back(make_backup(tools, from, path, key, to, reason));
    return true;
} catch (const CopyGivenUp&) {
    throw;
} catch (const Error& error) {
    run.troubles.push_back(error.message());
    return false;
}

/// Old copies that cannot be deleted do no harm but take room.
void tidy(const BackupTools& tools, const std::string& folder, const DataKey& key,
    const KeepRule& rule, const BackupRun& run)
try {
    thin_out(tools, folder, key, rule, run.made.back().path);
} catch (const Error&) { // the next time
}

BackupPlace place_of(const BackupTools& tools, const std::string& folder, const DataKey& key,
    const Hash128& mark, int days, Instant remembered)
{
    BackupPlace place{.folder = folder, .is_there = is_folder(folder)};
    if (const auto newest = newest_believed(tools, folder, key)) {
        place.last = newest->note->at;
        place.mark = newest->note->mark;
        place.is_current = place.mark == mark;
    } else if (!place.is_there) {
        place.last = remembered;
    }
    // A clock that was set back makes no copy of the future: it is as old as today.
    const auto age = std::max<std::int64_t>(0, tools.clock.now() - place.last);
    place.days = age / a_day;
    place.is_late = !place.is_current && (place.last == 0 || age > days * a_day);
    return place;
}

} // namespace

std::string default_backup_folder(const std::string& path)
{
    std::error_code unknown;
    const auto whole = std::filesystem::absolute(path_of(path), unknown);
    return text_of((unknown ? path_of(path) : whole).parent_path() / path_of("备份"));
}

BackupSettings backup_settings(SQLite::Database& db)
{
    BackupSettings settings;
    boost::system::error_code error;
    const auto value = json::parse(setting_of(db, setting), error);
    if (error || !value.is_object())
        return settings;
    const auto& object = value.get_object();
    take_text(object, "folder", settings.folder);
    take_text(object, "second", settings.second);
    take_number(object, "days", settings.keep.days);
    take_number(object, "weeks", settings.keep.weeks);
    take_number(object, "months", settings.keep.months);
    if (const auto* most = object.if_contains("most_bytes"); most && most->is_int64())
        settings.keep.most_bytes = most->get_int64();
    take_number(object, "first_days", settings.first_days);
    take_number(object, "second_days", settings.second_days);
    take_bool(object, "daily", settings.daily);
    take_bool(object, "on_exit", settings.on_exit);
    return settings;
}

void set_backup_settings(
    RecordStore& store, const std::string& path, const BackupSettings& settings)
{
    constexpr int most = 1000;
    const auto& keep = settings.keep;
    for (const int number :
        {keep.days, keep.weeks, keep.months, settings.first_days, settings.second_days})
        if (number < 1 || number > most)
            throw UsageError({msgid("The number of days, weeks and months is between 1 and {1}"),
                {std::to_string(most)}});
    if (!settings.second.empty() && is_same_folder(settings.second, first_folder(settings, path)))
        throw UsageError({msgid("The second folder is the same as the first: choose one on another "
                                "disk")});
    const json::object object{{"folder", settings.folder}, {"second", settings.second},
        {"days", keep.days}, {"weeks", keep.weeks}, {"months", keep.months},
        {"most_bytes", keep.most_bytes}, {"first_days", settings.first_days},
        {"second_days", settings.second_days}, {"daily", settings.daily},
        {"on_exit", settings.on_exit}};
    guarded(store.db(), [&] {
        Transaction transaction(store.db());
        store.rows().set_setting(setting, json::serialize(object));
        transaction.commit();
    });
}

BackupRun back_up(const BackupTools& tools, SQLite::Database& from, const std::string& path,
    const DataKey& key, BackupReason reason, Wanted wanted)
try {
    const auto settings = backup_settings(from);
    const auto mark = mark_of(from);
    BackupRun run;
    const auto first = first_folder(settings, path);
    make_default_folder(settings, first);
    run.was_current = wanted == Wanted::if_changed && has_current(tools, first, key, mark);
    if (!run.was_current && back_up_to(tools, from, path, key, reason, first, run))
        tidy(tools, first, key, settings.keep, run);
    if (settings.second.empty())
        return run;
    run.second_is_away = !is_folder(settings.second);
    const bool is_wanted = !run.second_is_away
        && (wanted == Wanted::always || !has_current(tools, settings.second, key, mark));
    if (is_wanted && back_up_to(tools, from, path, key, reason, settings.second, run)) {
        tidy(tools, settings.second, key, settings.keep, run);
        if (reason != BackupReason::before_migration)
            remember_second(from, tools.clock.now());
    }
    return run;
} catch (const SQLite::Exception& error) {
    throw StoreError(store_message(error, path));
}

void back_up_before(const BackupTools& tools, SQLite::Database& from, const std::string& path,
    const DataKey& key, BackupReason reason)
{
    const auto run = back_up(tools, from, path, key, reason, Wanted::if_changed);
    if (!run.was_current && run.made.empty())
        throw Error(run.troubles.front());
}

void note_backups(RecordStore& store, const BackupRun& run, const Account& who)
{
    for (const auto& copy : run.made)
        Audit(store).note({.what = audited::backup,
            .who = who,
            .detail = {msgid("Backed up to {1}, {2} records"),
                {copy.path, std::to_string(copy.note ? copy.note->sum.records : 0)}}});
}

BeforeMigration backing_up(Files& files, Clock& clock, const std::string& folder)
{
    return [&files, &clock, folder](
               SQLite::Database& db, const std::string& path, const DataKey& key) {
        const BackupTools tools{files, clock};
        try {
            if (folder.empty())
                return back_up_before(tools, db, path, key, BackupReason::before_migration);
            const auto to = free_backup_path(files, folder, setting_of(db, "office"), clock.now());
            make_backup(tools, db, path, key, to, BackupReason::before_migration);
        } catch (const Error&) {
            std::throw_with_nested(BackupFailed(
                {msgid("{1} is of an older version of this program and is copied before it is "
                       "brought up to date; that did not work, so it stays as it is: make room, or "
                       "choose another folder for the copy"),
                    {path}}));
        }
    };
}

BackupState backup_state(
    const BackupTools& tools, SQLite::Database& db, const std::string& path, const DataKey& key)
try {
    const auto settings = backup_settings(db);
    const auto mark = mark_of(db);
    BackupState state{
        .first = place_of(tools, first_folder(settings, path), key, mark, settings.first_days, 0)};
    if (!settings.second.empty())
        state.second = place_of(tools, settings.second, key, mark, settings.second_days,
            number_of_setting(db, second_at));
    return state;
} catch (const SQLite::Exception& error) {
    throw StoreError(store_message(error, path));
}

bool is_daily_due(const BackupState& state, Instant now)
{
    const auto is_due = [now](const BackupPlace& place) {
        return !place.is_current && (place.last == 0 || china_date(place.last) != china_date(now));
    };
    return is_due(state.first) || (state.second && state.second->is_there && is_due(*state.second));
}

} // namespace model

#include "app/cli/backup_settings_command.h"
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/rescue_command.h"
#include "app/terminal/text_table.h"
#include "model/access/backup_plan.h"
#include "model/access/copy_look.h"
#include "model/access/restored.h"
#include "model/access/sign_in.h"
#include "model/access/tries.h"
#include "model/base/text.h"
#include "model/commands/put_back.h"
#include "model/entities/catalog.h"
#include "model/store/contents.h"
#include "model/store/damage.h"
#include "model/store/store_message.h"

#include <algorithm>
#include <filesystem>

namespace app {

namespace {

namespace json = boost::json;
using model::Error;
using model::msgid;
using model::UsageError;

model::BackupTools tools_of(Call& call)
{
    return {call.world().files, call.world().clock};
}

std::string megabytes(std::int64_t bytes)
{
    constexpr double mega = 1024.0 * 1024.0;
    char text[32];
    std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / mega);
    return text;
}

json::object to_json(const model::Backup& backup)
{
    json::object object{{"file", backup.path}};
    if (const auto& note = backup.note) {
        object["at"] = model::to_iso_time(note->at);
        object["office"] = note->office;
        object["reason"] = model::reason_name(note->reason);
        object["records"] = note->sum.records;
        object["digest"] = note->sum.digest.hex();
        object["bytes"] = note->bytes;
        object["schema"] = note->schema;
        object["program"] = note->program;
    }
    return object;
}

// --- backup ---------------------------------------------------------------------------------

struct OpenFile {
    model::KeyFile::Unlocked unlocked;
    std::string path;
};

OpenFile unlocked_file(Call& call)
{
    return {unlock(call.world(), call.line(), call.text(msgid("Passphrase: "))),
        data_file(call.line())};
}

void expect_folder(const std::string& path)
{
    if (!model::is_folder(path))
        throw Error({msgid("There is no folder {1}: check the name, or plug in the disk"), {path}});
}

/// Where a copy asked for by name goes; nothing where the file's own folders are meant.
std::string asked_path(Call& call)
{
    const auto& line = call.line();
    auto folder = line.value("folder");
    if (!folder.empty() && !line.operands.empty())
        throw UsageError({msgid("Say either a file or --folder, not both")});
    if (folder.empty() && !line.operands.empty() && model::is_folder(call.operand(0)))
        folder = call.operand(0);
    if (folder.empty())
        return line.operands.empty() ? std::string() : call.operand(0);
    expect_folder(folder);
    return model::free_backup_path(
        call.world().files, folder, call.store().self().office, call.world().clock.now());
}

Exit answer_made(Call& call, const model::BackupRun& run)
{
    model::note_backups(call.store(), run, call.session().account());
    json::array made;
    for (const auto& backup : run.made) {
        made.push_back(to_json(backup));
        if (!call.json())
            call.print(call.text({msgid("{1} records are backed up to {2} ({3}); the copy was "
                                        "opened and compared"),
                {std::to_string(backup.note->sum.records), backup.path,
                    megabytes(backup.note->bytes)}}));
    }
    if (run.second_is_away)
        call.note(call.text(msgid("The second backup folder is not there: plug in its disk")));
    for (const auto& trouble : run.troubles)
        call.note(call.text(trouble));
    if (call.json()) {
        auto answer = run.made.empty() ? json::object() : to_json(run.made.front());
        if (!run.made.empty())
            answer["backup"] = run.made.front().path;
        answer["backups"] = std::move(made);
        call.answer(answer);
    }
    if (run.made.empty())
        return Exit::failed;
    return run.troubles.empty() ? Exit::done : Exit::partly;
}

Exit backup(Call& call)
{
    auto& session = call.session();
    const auto path = data_file(call.line());
    const auto to = asked_path(call);
    if (to.empty())
        return answer_made(call,
            model::back_up(tools_of(call), session.db.handle(), path, session.key,
                model::BackupReason::asked, model::Wanted::always));
    return answer_made(call,
        {.made = {model::make_backup(tools_of(call), session.db.handle(), path, session.key, to,
             model::BackupReason::asked)}});
}

// --- backups --------------------------------------------------------------------------------

/// The folders to look through: the one asked for, else those of the file.
std::vector<std::string> folders(Call& call)
{
    if (!call.line().operands.empty()) {
        expect_folder(call.operand(0));
        return {call.operand(0)};
    }
    auto& session = call.session();
    const auto path = data_file(call.line());
    const auto settings = model::backup_settings(session.db.handle());
    std::vector<std::string> all{
        settings.folder.empty() ? model::default_backup_folder(path) : settings.folder};
    if (!settings.second.empty())
        all.push_back(settings.second);
    return all;
}

Exit backups(Call& call)
{
    const auto tools = tools_of(call);
    // With a data file each copy is opened; without one the notes tell what there is.
    const auto open = call.line().has("db") ? std::optional(unlocked_file(call)) : std::nullopt;
    json::array array;
    TextTable table({call.text(msgid("When")), call.text(msgid("Why")), call.text(msgid("Records")),
        call.text(msgid("Size")), call.text(msgid("State")), call.text(msgid("File"))});
    bool are_all_good = true;
    for (const auto& folder : folders(call))
        for (const auto& copy : model::backups_in(call.world().files, folder)) {
            const auto trouble =
                open ? model::trouble_with(tools, copy, open->unlocked.key) : std::nullopt;
            are_all_good = are_all_good && !trouble;
            auto object = to_json(copy);
            object["good"] = open ? json::value(!trouble) : json::value();
            object["trouble"] = trouble ? json::value(call.text(*trouble)) : json::value();
            array.push_back(std::move(object));
            const auto& note = copy.note;
            table.add({note ? moment(note->at) : "",
                note ? call.text(reason_label(note->reason)) : "",
                note ? std::to_string(note->sum.records) : "", note ? megabytes(note->bytes) : "",
                !open         ? std::string()
                    : trouble ? call.text(*trouble)
                              : call.text(msgid("good")),
                copy.path});
        }
    if (call.json())
        call.answer({{"backups", std::move(array)}});
    else
        call.print(table.empty() ? call.text(msgid("There are no backups")) : table.text());
    return are_all_good ? Exit::done : Exit::findings;
}

// --- restore-from ---------------------------------------------------------------------------

/// What opens a copy: the key of the file it replaces, or its own key file.
struct CopyKey {
    model::KeyFile::Unlocked unlocked;
    model::KeysAfter keys;
};

std::optional<model::KeyFile::Unlocked> try_keys(
    Call& call, const std::string& path, const model::Backup& copy, const std::string& secret)
{
    auto& world = call.world();
    if (!world.files.exists(model::KeyFile::path_of(path)))
        return std::nullopt;
    try {
        auto open =
            model::sign_in(world.files, world.clock, path, model::KeyFile::load(world.files, path),
                call.line().value("user"), secret, model::SignInBy::command_line);
        model::facts_of(copy.path, open.key); // or it is another file's
        return open;
    } catch (const model::HeldBack&) {
        throw;
    } catch (const Error&) {
        return std::nullopt;
    }
}

/// Whether the data file there is now is of that key, be it damaged or not.
bool opens(const std::string& path, const model::DataKey& key)
{
    std::error_code unknown;
    if (!std::filesystem::exists(model::path_of(path), unknown))
        return false;
    const auto found = model::damage(path, key);
    return found.size() != 1 || found[0] != model::wrong_key_message(path);
}

CopyKey key_for(Call& call, const model::Backup& copy)
{
    const auto path = data_file(call.line());
    const auto secret = passphrase(call.text(msgid("Passphrase: ")));
    if (auto open = try_keys(call, path, copy, secret))
        return {std::move(*open), model::KeysAfter::as_now};
    // Told as for any other file: a wrong passphrase, a missing key file.
    auto open = model::KeyFile::load(call.world().files, copy.path)
                    .unlock(call.line().value("user"), secret);
    // An old passphrase looks into an old copy, but does not become today's again.
    const bool has_keys =
        opens(path, open.key) && call.world().files.exists(model::KeyFile::path_of(path));
    return {std::move(open), has_keys ? model::KeysAfter::as_now : model::KeysAfter::from_copy};
}

/// Throws Error where the account may not put another state in the place of the file. One that
/// cannot be opened protects nothing any more.
void must_restore(Call& call, const std::string& file, const model::KeyFile::Unlocked& open)
{
    auto& world = call.world();
    if (!world.files.exists(file))
        return;
    std::optional<model::Permission> permission;
    try {
        model::Database db(file, open.key, {.opening = model::Opening::read_only});
        model::RecordStore store(db, model::hall_catalog(), world.clock, world.random);
        permission.emplace(store, open.account);
    } catch (const model::StoreError&) {
        return;
    }
    if (!permission->may(model::Action::backup))
        throw Error(permission->why_not(model::Action::backup));
}

/// "ID,ID" as records of the copy; a title does where it is the only one.
std::vector<model::Record> records_asked(model::RecordStore& copy, const std::string& words)
{
    std::vector<model::Record> records;
    for (const auto& word : model::split(words, ',')) {
        const auto id = model::Uuid::parse(model::trimmed(word));
        const auto found = id ? copy.find_any(*id) : std::nullopt;
        if (!found || found->first.deleted)
            throw Error({msgid("The copy has no record “{1}”: name it by its id"), {word}});
        records.push_back(found->second);
    }
    return records;
}

Exit restore_records(Call& call)
{
    auto& world = call.world();
    auto& session = call.session();
    model::CopyLook look(world.files, world.clock, world.random, call.operand(0), session.key);
    const auto records = records_asked(look.store(), call.line().value("record"));
    const auto outcome = model::put_back(session.editor, records,
        [&](const std::string& hash) { return model::Contents(look.store()).read(hash); });
    for (const auto& finding : outcome.findings)
        call.note(call.text(finding.message));
    if (call.json()) {
        json::array ids;
        for (const auto& record : records)
            ids.push_back(json::value(record.id.text()));
        call.answer({{"records", std::move(ids)}, {"changed", outcome.changed},
            {"findings", app::to_json(outcome.findings, call.translate())}});
    } else if (outcome.changed) {
        call.print(call.text({msgid("The records are as the copy has them; to take that back: {1}"),
            {call.command("undo")}}));
    } else if (outcome.done) {
        call.print(call.text(msgid("Nothing had to be changed")));
    }
    if (!outcome.done)
        return Exit::failed;
    const auto is_refusal = [](const auto& finding) {
        return finding.level == model::Level::refuse;
    };
    return std::ranges::any_of(outcome.findings, is_refusal) ? Exit::partly : Exit::done;
}

Exit restore_from(Call& call)
{
    auto& files = call.world().files;
    const auto file = data_file(call.line());
    const auto& from = call.operand(0);
    if (!files.exists(from))
        throw Error(
            {msgid("There is no copy {1}: check the name, or plug in the disk it is on"), {from}});
    if (call.line().has("record"))
        return restore_records(call);
    const model::Backup copy{from, model::note_beside(files, from)};
    const auto key = key_for(call, copy);
    must_restore(call, file, key.unlocked);
    const auto done = model::restore_file(tools_of(call), copy, key.unlocked.key, file, key.keys);
    const auto news = model::settle_restored(tools_of(call), call.world().random, key.unlocked.key,
        file, done, copy, {key.unlocked.account, key.unlocked.name});
    for (const auto& sentence : news)
        call.note(call.text(sentence));
    if (call.json()) {
        call.answer({{"restored", file}, {"from", from}, {"records", done.records},
            {"kept_as", done.kept_as.empty() ? json::value() : json::value(done.kept_as)}});
        return Exit::done;
    }
    call.print(call.text({msgid("{1} is as the copy {2} has it: {3} records"),
        {file, from, std::to_string(done.records)}}));
    if (!done.kept_as.empty())
        call.print(call.text({msgid("What it was until now is kept as {1}"), {done.kept_as}}));
    call.print(call.text(
        {msgid("If it has joined a county, sync it now: what the county knows comes back ({1})"),
            {call.command("sync")}}));
    return Exit::done;
}

} // namespace

const std::vector<Command>& backup_commands()
{
    static const std::vector<Command> commands{
        {"backup", msgid("backup [OUT | --folder DIR]"),
            msgid("make a copy of the file, opened and compared before it counts"), 0, 1,
            {"folder"}, backup,
            msgid("Without OUT the copies go to the folders that are set for the file, else to one "
                  "beside it. The key file goes with each copy.")},
        {"backups", msgid("backups [DIR]"),
            msgid("list the copies, each opened and looked at; ends with 4 if one is bad"), 0, 1,
            {}, backups, msgid("Without --db only what the copies say of themselves is listed.")},
        {"backup-settings",
            msgid("backup-settings [--folder DIR] [--second DIR] [--days N] [--weeks N] "
                  "[--months N] [--most MB] [--warn DAYS] [--second-warn DAYS] "
                  "[--daily yes|no] [--on-exit yes|no]"),
            msgid("where the copies go, how many stay and when they are made; sets what is named"),
            0, 0,
            {"folder", "second", "days", "weeks", "months", "most", "warn", "second-warn", "daily",
                "on-exit"},
            backup_settings,
            msgid("--folder DIR  empty (--folder=): the one beside the file\n--second DIR  on "
                  "another disk; empty: none\n--days, --weeks, --months N  the newest copy of each "
                  "of so many days, weeks and months stays\n--most MB  of all copies in a folder; "
                  "0: no limit\n--warn, --second-warn DAYS  from when on a copy is too "
                  "old\n--daily, --on-exit  when the desktop makes copies by itself")},
        {"rescue", msgid("rescue OUT"),
            msgid("save what can still be read of a damaged file into a new one; ends with 3 if "
                  "something is lost"),
            1, 1, {}, rescue,
            msgid("Look first whether a backup is newer than what is lost (backups). The damaged "
                  "file stays as it is.")},
        {"restore-from", msgid("restore-from COPY [--record ID,ID…]"),
            msgid("put a copy in the place of the file, or take records from it"), 1, 1, {"record"},
            restore_from,
            msgid(
                "--record  only these records, as one step that undo takes back\nWhat the file is "
                "now is kept beside it under another name. A copy whose .keys file is lost: copy "
                "it to FILE, then hallctl --db FILE recover --key KEY.")},
    };
    return commands;
}

} // namespace app

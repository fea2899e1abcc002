#include "model/access/restored.h"

#include "model/access/copy_look.h"
#include "model/access/credentials.h"
#include "model/access/key_file.h"
#include "model/base/text.h"
#include "model/commands/edit_check.h"
#include "model/commands/grants.h"
#include "model/entities/catalog.h"
#include "model/entities/credential.h"
#include "model/entities/user.h"
#include "model/store/batch.h"
#include "model/store/rescue.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace model {

namespace {

/// What the former file says of accounts and of its log.
struct Before {
    /// With what their passphrases open; and whether each lay in the recycle bin.
    std::vector<std::pair<Record, bool>> accounts;
    bool are_all = false;         ///< no account of the file is missing among these
    std::optional<AuditHead> log; ///< of a file that is not damaged
};

constexpr std::array<const EntityDef& (*)(), 2> account_defs{def_of<User>, def_of<Credential>};

std::vector<std::pair<Record, bool>> accounts_of(RecordStore& store)
{
    std::vector<std::pair<Record, bool>> accounts;
    for (const auto def : account_defs)
        for (const bool deleted : {false, true})
            for (const auto& record : store.select({.def = &def(), .deleted = deleted}))
                accounts.emplace_back(record, deleted);
    return accounts;
}

/// What is saved of a damaged file, in a file of its own that is gone at the end.
class Saved {
public:
    Saved(const BackupTools& tools, Random& random)
        : files_(tools.files)
        , path_(text_of(std::filesystem::temp_directory_path()
              / ("hallkeeper-" + Uuid::make(tools.clock, random).text() + ".hall")))
    {
    }

    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

    ~Saved()
    {
        try {
            for (const auto* ending : {"", "-wal", "-shm"})
                files_.remove(path_ + ending);
        } catch (const Error&) { // it is encrypted, and the system clears that folder
        }
    }

    const std::string& path() const { return path_; }

private:
    Files& files_;
    std::string path_;
};

Before read_whole(
    const BackupTools& tools, Random& random, const DataKey& key, const std::string& file)
{
    CopyLook look(tools.files, tools.clock, random, file, key, tools.vfs);
    auto& store = look.store();
    return guarded(store.db(), [&] {
        return Before{accounts_of(store), true, Audit(store).head()};
    });
}

/// The accounts that can still be read, past the damage; `copy` stands in for its list of tables.
Before read_damaged(const BackupTools& tools, Random& random, const DataKey& key,
    const std::string& file, const std::string& copy)
{
    const Saved saved(tools, random);
    const auto rescued =
        rescue(file, key, saved.path(), hall_catalog(), tools.clock, random, {}, copy);
    Database db(saved.path(), key, {.opening = Opening::read_only});
    RecordStore store(db, hall_catalog(), tools.clock, random);
    return guarded(db, [&] {
        const auto is_whole = [&](const auto def) {
            const auto found = std::ranges::find(rescued.registers, &def(), &Readable::def);
            return found != rescued.registers.end() && found->whole;
        };
        return Before{
            accounts_of(store), std::ranges::all_of(account_defs, is_whole), std::nullopt};
    });
}

/// Nothing where there was no file.
std::optional<Before> read_before(const BackupTools& tools, Random& random, const DataKey& key,
    const std::string& kept_as, const std::string& copy)
{
    if (kept_as.empty())
        return std::nullopt;
    try {
        return read_whole(tools, random, key, kept_as);
    } catch (const Error&) { // NOLINT(bugprone-empty-catch): it was restored because it is damaged
    }
    if (!tools.vfs.empty())
        return Before{}; // rescuing knows the system's disk alone
    try {
        return read_damaged(tools, random, key, kept_as, copy);
    } catch (const Error&) {
        return Before{};
    }
}

/// Accounts are what they were a moment ago, whatever the copy has.
void keep_users(RecordStore& store, const Before& before, const Account& who)
{
    Batch batch(store,
        {.label = {msgid("Accounts as they were before the restore")},
            .account = who,
            .kind = "make"}); // nobody undoes a lock by the way
    for (const auto& [record, is_deleted] : before.accounts) {
        const auto& id = record.id;
        const auto now = store.find_any(id);
        if (!now) {
            if (!is_deleted)
                batch.create(record);
            continue;
        }
        if (now->first.deleted && !is_deleted)
            batch.restore(id);
        if (const auto edits = differences(now->second, record); !edits.empty() && !is_deleted)
            batch.set(id, edits);
        if (!now->first.deleted && is_deleted)
            batch.remove(id);
    }
    batch.commit();
}

/// Those who open the file today and stand in no record any more, as they were made after the copy.
/// Nobody knows what they might do: they stay, locked and without duties, for whoever manages the
/// accounts to look at. Gives their names.
std::vector<std::string> keep_openers(RecordStore& store, const KeyFile& keys, const Account& who)
{
    std::vector<User> users;
    for (const auto& account : keys.accounts())
        if (!store.find_any(account.id))
            users.push_back({.id = account.id, .name = account.name, .state = UserState::locked});
    std::vector<std::string> names;
    if (users.empty() || !states_duties(store))
        return names; // where nobody has duties, all may everything
    Batch batch(store,
        {.label = {msgid("Accounts as they were before the restore")},
            .account = who,
            .kind = "make"});
    for (const auto& user : users) {
        batch.create(to_record(user));
        names.push_back(user.name);
    }
    batch.commit();
    return names;
}

/// What is done where not all of today's accounts could be read; gives what is to be told. In a
/// county the next sync tells them all, and until then nothing is concluded from the copy's.
std::vector<Message> settle_unknown(
    RecordStore& store, Files& files, const std::string& file, const Account& who)
{
    if (store.self().device != 0) {
        await_accounts(store);
        return {
            Message{msgid("Not all accounts could be read of the damaged file, those are as the "
                          "copy has them: sync now, before anybody else signs in")}};
    }
    std::vector<Message> news{Message{
        msgid("Not all accounts could be read of the damaged file, those are as the copy has "
              "them: look now whether one should be locked or may do other things")}};
    std::vector<std::string> names;
    try {
        names = keep_openers(store, KeyFile::load(files, file), who);
    } catch (const StoreError&) {
        throw;
    } catch (const Error&) { // NOLINT(bugprone-empty-catch): without keys there is nobody to keep
    }
    if (!names.empty())
        news.push_back({msgid("The copy does not know {1}: kept, but locked and without duties "
                              "until whoever manages the accounts gives them some"),
            {join(names, "、")}});
    return news;
}

Message words_of(const std::optional<Before>& before, const std::string& kept_as,
    const std::string& copy, const std::string& at)
{
    const auto kept = text_of(path_of(kept_as).filename());
    if (!before)
        return {msgid("The file was restored from the copy {1} ({2})"), {copy, at}};
    if (!before->log)
        return {msgid("The file was restored from the copy {1} ({2}); what it was until then is "
                      "kept as {3} and is damaged"),
            {copy, at, kept}};
    return {msgid("The file was restored from the copy {1} ({2}); what it was until then is kept "
                  "as {3}, its log goes to entry {4}, {5}"),
        {copy, at, kept, std::to_string(before->log->count), before->log->chain.hex()}};
}

} // namespace

std::vector<Message> settle_restored(const BackupTools& tools, Random& random, const DataKey& key,
    const std::string& file, const Restored& restored, const Backup& copy, const Account& who)
{
    const auto before = read_before(tools, random, key, restored.kept_as, copy.path);
    Database db(file, key, {.vfs = tools.vfs});
    RecordStore store(db, hall_catalog(), tools.clock, random);
    const auto name = text_of(path_of(copy.path).filename());
    const auto at = to_iso_time(copy.note ? copy.note->at : 0);
    return guarded(db, [&] {
        std::vector<Message> news;
        Transaction transaction(db);
        Audit(store).note({.what = audited::file_restored,
            .who = who,
            .detail = words_of(before, restored.kept_as, name, at)});
        if (before)
            keep_users(store, *before, who);
        if (before && !before->are_all)
            news = settle_unknown(store, tools.files, file, who);
        transaction.commit();
        return news;
    });
}

} // namespace model

#include "model/access/restored.h"

#include "model/access/copy_look.h"
#include "model/commands/edit_check.h"
#include "model/entities/catalog.h"
#include "model/entities/credential.h"
#include "model/entities/user.h"
#include "model/store/batch.h"

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
    AuditHead log;
};

std::optional<Before> read_before(
    const BackupTools& tools, Random& random, const DataKey& key, const std::string& kept_as)
{
    if (kept_as.empty())
        return std::nullopt;
    try {
        CopyLook look(tools.files, tools.clock, random, kept_as, key, tools.vfs);
        auto& store = look.store();
        return guarded(store.db(), [&] {
            Before before{.log = Audit(store).head()};
            for (const auto* def : {&def_of<User>(), &def_of<Credential>()})
                for (const bool deleted : {false, true})
                    for (const auto& record : store.select({.def = def, .deleted = deleted}))
                        before.accounts.emplace_back(record, deleted);
            return std::optional(before);
        });
    } catch (const Error&) { // it was restored because it was damaged
        return std::nullopt;
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

} // namespace

void settle_restored(const BackupTools& tools, Random& random, const DataKey& key,
    const std::string& file, const Restored& restored, const Backup& copy, const Account& who)
{
    const auto before = read_before(tools, random, key, restored.kept_as);
    Database db(file, key, {.vfs = tools.vfs});
    RecordStore store(db, hall_catalog(), tools.clock, random);
    const auto name = text_of(path_of(copy.path).filename());
    const auto kept = text_of(path_of(restored.kept_as).filename());
    const auto at = to_iso_time(copy.note ? copy.note->at : 0);
    guarded(db, [&] {
        Transaction transaction(db);
        Audit(store).note({.what = audited::file_restored,
            .who = who,
            .detail = before
                ? Message{msgid("The file was restored from the copy {1} ({2}); what it was until "
                                "then is kept as {3}, its log goes to entry {4}, {5}"),
                    {name, at, kept, std::to_string(before->log.count), before->log.chain.hex()}}
                : Message{msgid("The file was restored from the copy {1} ({2})"), {name, at}}});
        if (before)
            keep_users(store, *before, who);
        transaction.commit();
    });
}

} // namespace model

#include "model/access/sign_in.h"

#include "model/access/tries.h"
#include "model/commands/permission.h"

#include <Poco/Environment.h>

#include <algorithm>

namespace model {

namespace {

constexpr Instant one_session = 10 * 60'000;

const char* words_of(SignInBy by)
{
    return by == SignInBy::desktop ? "hallkeeper" : "hallctl";
}

/// When the newest entry of the log was written: tries that wait came after it.
Instant newest_entry(RecordStore& store)
{
    return guarded(store.db(), [&] {
        auto& row = store.rows().statements().get(
            "SELECT ifnull((SELECT at FROM audit ORDER BY id DESC LIMIT 1), 0)");
        row.executeStep();
        const auto at = row.getColumn(0).getInt64();
        row.reset();
        return at;
    });
}

/// Nobody where the file never saw him.
Account known_account(RecordStore& store, const Uuid& id)
{
    auto& row = store.rows().statements().get("SELECT name FROM account WHERE id = ?");
    bind(row, 1, id);
    Account account;
    if (row.executeStep())
        account = {id, row.getColumn(0).getString()};
    row.reset();
    return account;
}

void take_tries(RecordStore& store, Files& files, const std::string& data_file)
{
    Tries tries(files, store.clock(), data_file);
    const auto waiting = tries.waiting();
    if (waiting.tries.empty() && waiting.more == 0)
        return;
    Audit audit(store);
    Transaction transaction(store.db());
    const auto from = newest_entry(store);
    const auto now = std::max(from, store.clock().now());
    for (const auto& one : waiting.tries)
        audit.note({.what = audited::sign_in_refused,
            .who = known_account(store, one.account),
            .detail = {msgid("Wrong passphrase or account, at {1}"), {one.program}},
            .at = std::clamp(one.at.value_or(now), from, now)});
    if (waiting.more > 0)
        audit.note({.what = audited::sign_in_refused,
            .detail = {msgid("{1} more tries with a wrong passphrase or account"),
                {std::to_string(waiting.more)}}});
    transaction.commit();
    tries.drop_waiting();
}

/// Whether the account signed in at the command line a moment ago.
bool is_signed_in(RecordStore& store, const Account& who)
{
    return guarded(store.db(), [&] {
        constexpr int looked_at = 200;
        auto& row = store.rows().statements().get(
            "SELECT EXISTS (SELECT 1 FROM (SELECT * FROM audit ORDER BY id DESC LIMIT ?1) AS "
            "newest "
            "JOIN account ON account.no = newest.account WHERE what = ?2 AND account.id = ?3 AND "
            "args LIKE ?4 AND at BETWEEN ?5 AND ?6)");
        const auto now = store.clock().now();
        row.bind(1, looked_at);
        row.bind(2, audited::sign_in);
        bind(row, 3, who.id);
        row.bind(4, "[\"hallctl\"%");
        row.bind(5, now - one_session);
        row.bind(6, now);
        row.executeStep();
        const bool is_so = row.getColumn(0).getInt() != 0;
        row.reset();
        return is_so;
    });
}

} // namespace

KeyFile::Unlocked sign_in(Files& files, Clock& clock, const std::string& data_file,
    const KeyFile& keys, std::string_view account, std::string_view passphrase, SignInBy by)
{
    Tries tries(files, clock, data_file);
    const auto known = keys.account_called(account).value_or(Account{});
    if (const auto left = tries.wait_of(known.id); left > 0)
        throw HeldBack(words_of_wait(known.name, left));
    try {
        auto unlocked = keys.unlock(account, passphrase);
        tries.forget(unlocked.account);
        return unlocked;
    } catch (const WrongPassphrase&) {
        // A passphrase may have been typed where the name belongs.
        tries.refused(known.id, words_of(by));
        throw;
    }
}

void unlock_screen(RecordStore& store, Files& files, const std::string& data_file,
    const Account& who, std::string_view passphrase)
{
    Tries tries(files, store.clock(), data_file);
    if (const auto left = tries.wait_of(who.id); left > 0)
        throw HeldBack(words_of_wait(who.name, left));
    Audit audit(store);
    const auto keys = KeyFile::load(files, data_file);
    if (!keys.has(who.id))
        throw Error(Permission::why_no_entry(who.name)); // a sync shut him out meanwhile
    try {
        keys.unlock_account(who.id, passphrase);
    } catch (const WrongPassphrase&) {
        tries.count(who.id);
        audit.note({.what = audited::unlock_refused, .who = who});
        throw;
    }
    if (!Permission(store, who.id).may_sign_in())
        throw Error(Permission::why_no_entry(who.name));
    tries.forget(who.id);
    audit.note({.what = audited::unlocked, .who = who});
}

std::optional<Message> note_sign_in(
    RecordStore& store, Files& files, const std::string& data_file, const Account& who, SignInBy by)
{
    const auto check = check_audit(store, AuditPart::newest);
    take_tries(store, files, data_file);
    if (by == SignInBy::desktop || !is_signed_in(store, who))
        Audit(store).note({.what = audited::sign_in,
            .who = who,
            .detail = {msgid("Signed in with {1} on the computer {2}"),
                {words_of(by), Poco::Environment::nodeName()}}});
    const bool is_news = note_findings(store, check);
    Audit(store).drop_old();
    return is_news ? warning_of(check) : std::nullopt;
}

} // namespace model

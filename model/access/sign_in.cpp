#include "model/access/sign_in.h"

#include <boost/json.hpp>
#include <Poco/Environment.h>

#include <algorithm>

namespace model {

namespace {

namespace json = boost::json;

constexpr std::size_t most_tries = 200; ///< kept one by one; more are only counted
constexpr Instant one_session = 10 * 60'000;

std::string tries_path(const std::string& data_file)
{
    return data_file + ".tries";
}

json::object read_tries(Files& files, const std::string& path)
{
    boost::system::error_code error;
    const auto text = files.read(path);
    auto read = text ? json::parse(*text, error) : json::value();
    json::object tries;
    if (!error && read.is_object())
        tries = std::move(read.get_object());
    if (!tries["tries"].is_array())
        tries["tries"] = json::array();
    if (!tries["more"].is_int64())
        tries["more"] = 0;
    return tries;
}

const char* words_of(SignInBy by)
{
    return by == SignInBy::desktop ? "hallkeeper" : "hallctl";
}

/// Whoever may not come in is told so, whether or not the disk takes the note of it.
void keep_try(Files& files, Clock& clock, const std::string& data_file, const KeyFile& keys,
    std::string_view account, SignInBy by)
try {
    const auto path = tries_path(data_file);
    auto all = read_tries(files, path);
    auto& tries = all["tries"].get_array();
    if (tries.size() >= most_tries) {
        all["more"] = all["more"].get_int64() + 1;
    } else {
        // A passphrase may have been typed where the name belongs.
        json::object one{{"at", clock.now()}, {"program", words_of(by)}};
        const auto accounts = keys.accounts();
        for (const auto& known : accounts)
            if (known.name == account || (account.empty() && accounts.size() == 1))
                one["account"] = known.id.text();
        tries.push_back(std::move(one));
    }
    files.write(path, json::serialize(all), Readers::owner);
} catch (const std::exception&) { // NOLINT(bugprone-empty-catch): see above
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
    const auto path = tries_path(data_file);
    if (!files.exists(path))
        return;
    const auto all = read_tries(files, path);
    Audit audit(store);
    Transaction transaction(store.db());
    for (const auto& one : all.at("tries").get_array()) {
        if (!one.is_object())
            continue;
        const auto* at = one.get_object().if_contains("at");
        const auto* program = one.get_object().if_contains("program");
        const auto* account = one.get_object().if_contains("account");
        const auto who = account && account->is_string()
            ? known_account(store, Uuid::parse(account->get_string()).value_or(Uuid{}))
            : Account{};
        audit.note({.what = audited::sign_in_refused,
            .who = who,
            .detail = {msgid("Wrong passphrase or account, at {1}"),
                {program && program->is_string() ? program->get_string().c_str() : ""}},
            .at = at && at->is_int64() ? std::optional(at->get_int64()) : std::nullopt});
    }
    if (const auto more = all.at("more").get_int64(); more > 0)
        audit.note({.what = audited::sign_in_refused,
            .detail = {msgid("{1} more tries with a wrong passphrase or account"),
                {std::to_string(more)}}});
    transaction.commit();
    files.remove(path);
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
try {
    return keys.unlock(account, passphrase);
} catch (const UsageError&) {
    throw; // nobody was named
} catch (const Error&) {
    keep_try(files, clock, data_file, keys, account, by);
    throw;
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

#include "model/access/credentials.h"

#include "model/base/text.h"
#include "model/commands/grants.h"
#include "model/entities/credential.h"
#include "model/store/batch.h"

#include <algorithm>

namespace model {

namespace {

/// So many accounts an office has not; who makes more of them gets no slots for them.
constexpr std::size_t most_slots = 1000;

using Found = std::pair<Meta, Record>;

std::optional<Found> user_of(RecordStore& store, const Uuid& account)
{
    auto found = store.find_any(account);
    if (!found || found->first.def != &def_of<User>() || found->first.deleted)
        return std::nullopt;
    return found;
}

/// Whether the account is one of the office whose file this is, neither of one above nor below.
bool is_of_this_office(const Self& self, const Meta& user)
{
    const auto own = Region::of(self.region);
    return own && user.scope == own->first
        && (self.org.role == Role::unit ? user.home.text() == self.org.id : user.home.is_nil());
}

/// Whether the county takes from this file what concerns the account.
bool is_shared_from_here(RecordStore& store, const Meta& user)
{
    const auto self = store.self();
    return self.device != 0
        && may_write(self.org, *user.def->find("state"), {user.scope, user.home, self.region});
}

std::optional<SealedPair> shared_pair(RecordStore& store, const Uuid& account)
{
    const auto record = store.find(def_of<Credential>(), credential_id(account));
    return record ? pair_in(*record) : std::nullopt;
}

void share(
    RecordStore& store, const KeyFile::Account& account, const SealedPair& pair, const Account& who)
{
    Credential credential{
        .id = credential_id(account.id), .account = account.id, .sealed = text_of(pair)};
    const auto record = to_record(credential);
    const auto now = store.find_any(record.id);
    if (now && now->first.def != record.def)
        return; // a record of somebody's making has the id
    Batch batch(store,
        {.label = {msgid("Set the passphrase of {1}"), {account.name}},
            .account = who,
            .kind = "make",
            .what = audited::passphrase});
    if (!now || now->first.deleted)
        batch.create(record);
    else
        batch.set(record.id, std::array{FieldEdit{record.def->find("sealed"), record["sealed"]}});
    batch.commit();
}

std::uint64_t next_number(RecordStore& store, const KeyFile& keys, const Uuid& account)
{
    std::uint64_t last = 0;
    for (const auto& pair : {shared_pair(store, account), keys.pair_of(account)})
        last = std::max(last, pair ? pair->number : 0);
    return std::min(last + 1, SealedPair::greatest);
}

void note(RecordStore& store, const Account& who, const Message& detail)
{
    Audit(store).note({.what = audited::passphrase, .who = who, .detail = detail});
}

/// Follows what came, account by account.
class Following {
public:
    Following(RecordStore& store, KeyFile& keys, const DataKey& key, const Account& who)
        : store_(store)
        , self_(store.self())
        , keys_(keys)
        , key_(key)
        , who_(who)
    {
    }

    Followed run()
    {
        for (const auto& account : keys_.accounts())
            if (keys_.pair_of(account.id) && !may_come_in(account.id) && !is_here(account.id))
                shut_out(account);
        for (const auto& record : store_.select({.def = &def_of<Credential>()}))
            take(record);
        return std::move(done_);
    }

private:
    bool may_come_in(const Uuid& account)
    {
        const auto user = user_of(store_, account);
        return user && is_of_this_office(self_, user->first)
            && Permission(store_, account).may_sign_in();
    }

    /// Whoever sits here goes on where his account merely lies elsewhere by now, as it does when
    /// the file has become another office's.
    bool is_here(const Uuid& account)
    {
        return account == who_.id
            && (!user_of(store_, account) || Permission(store_, account).may_sign_in());
    }

    /// Nobody is shut out of a file that nobody else opens.
    void shut_out(const KeyFile::Account& account)
    {
        if (keys_.accounts().size() == 1)
            return;
        keys_.remove_slot(account.id);
        done_.changed = true;
        note(store_, who_,
            {msgid("{1} does not open this file any more: locked, left or at another office"),
                {account.name}});
    }

    void take(const Record& record)
    {
        const auto* account = std::get_if<Uuid>(&record["account"]);
        if (!account || !may_come_in(*account))
            return;
        const KeyFile::Account named{*account, user_of(store_, *account)->second.title()};
        const auto came = pair_in(record);
        if (!came) {
            done_.news.push_back(
                {msgid("What came as the passphrase of {1} is none: set it anew"), {named.name}});
            return;
        }
        const auto here = keys_.pair_of(*account);
        if (here && (*here == *came || here->number > came->number))
            return;
        const bool is_new = !keys_.has(*account);
        if (is_new && (keys_.accounts().size() >= most_slots || keys_.account_called(named.name)))
            return; // who has the name here already keeps it
        try {
            keys_.put_pair(named, *came, key_, is_new);
        } catch (const StoreError&) {
            throw;
        } catch (const Error& error) {
            done_.news.push_back(error.message());
            return;
        }
        done_.changed = true;
        tell(named, is_new);
    }

    void tell(const KeyFile::Account& account, bool is_new)
    {
        const Message message = is_new
            ? Message{msgid("{1} can sign in to this file now, with the passphrase set elsewhere"),
                {account.name}}
            : Message{msgid("The passphrase of {1} was set on another computer: that one counts "
                            "here now, and the one before does not"),
                {account.name}};
        note(store_, who_, message);
        done_.news.push_back(message);
    }

    RecordStore& store_;
    Self self_;
    KeyFile& keys_;
    const DataKey& key_;
    const Account& who_;
    Followed done_;
};

} // namespace

bool share_own(RecordStore& store, KeyFile& keys, const KeyFile::Unlocked& unlocked)
{
    const KeyFile::Account account{unlocked.account, unlocked.name};
    const Account who{unlocked.account, unlocked.name};
    const auto user = user_of(store, account.id);
    if (!user || !is_shared_from_here(store, user->first)
        || !is_of_this_office(store.self(), user->first) || !keys.has(account.id))
        return false;
    const auto shared = shared_pair(store, account.id);
    const auto here = keys.pair_of(account.id);
    if (here) {
        if (!shared || here->number > shared->number)
            share(store, account, *here, who);
        return false;
    }
    if (shared || !unlocked.stretched)
        return false;
    const auto pair = make_pair(
        account.id, next_number(store, keys, account.id), *unlocked.stretched, store.random());
    keys.put_pair(account, pair, unlocked.key);
    share(store, account, pair, who);
    return true;
}

void give_passphrase(RecordStore& store, KeyFile& keys, const KeyFile::Account& account,
    std::string_view passphrase, const DataKey& key, const Account& who, const PassphraseCost& cost)
{
    const auto user = user_of(store, account.id);
    const bool is_shared = user && is_shared_from_here(store, user->first);
    const bool is_ours = user && is_of_this_office(store.self(), user->first);
    if (!is_shared || !is_ours || trimmed(passphrase).empty())
        keys.put_slot(account, passphrase, key, store.random(), cost);
    if (!is_shared)
        return;
    const auto pair = make_pair(account.id, next_number(store, keys, account.id),
        stretch(passphrase, store.random(), cost), store.random());
    if (is_ours)
        keys.put_pair(account, pair, key);
    share(store, account, pair, who);
}

std::optional<Message> why_no_passphrase_here(
    RecordStore& store, const Account& who, const Uuid& account)
{
    const Permission permission(store, who.id);
    const auto user = user_of(store, account);
    if (!user)
        return permission.may(Action::accounts) || account == who.id
            ? std::nullopt
            : std::optional(permission.why_not(Action::accounts));
    const auto self = store.self();
    const bool is_lower = self.org.role == Role::outlet || self.org.role == Role::unit;
    return why_no_passphrase(
        store, permission, is_lower ? Region::of(self.region) : std::nullopt, user->second);
}

Followed follow_credentials(
    RecordStore& store, KeyFile& keys, const DataKey& key, const Account& who)
{
    return guarded(store.db(), [&] { return Following(store, keys, key, who).run(); });
}

std::vector<Message> follow_in_file(
    RecordStore& store, Files& files, const DataKey& key, const Account& who)
try {
    const auto& path = store.db().path();
    if (store.self().device == 0 || !files.exists(KeyFile::path_of(path)))
        return {};
    auto keys = KeyFile::load(files, path);
    auto followed = follow_credentials(store, keys, key, who);
    if (followed.changed)
        keys.save(files, path);
    return followed.news;
} catch (const StoreError&) {
    throw;
} catch (const Error&) {
    return {}; // a damaged key file is told where somebody signs in
}

std::vector<Message> settle_sign_in(
    RecordStore& store, Files& files, const KeyFile::Unlocked& unlocked)
{
    if (store.self().device == 0)
        return {};
    const auto& path = store.db().path();
    auto keys = KeyFile::load(files, path);
    if (share_own(store, keys, unlocked))
        keys.save(files, path);
    return follow_in_file(store, files, unlocked.key, {unlocked.account, unlocked.name});
}

bool is_shared(const KeyFile& keys, const Uuid& account)
{
    return keys.pair_of(account).has_value();
}

} // namespace model

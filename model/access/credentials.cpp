#include "model/access/credentials.h"

#include "model/access/key_file_text.h"
#include "model/base/text.h"
#include "model/commands/grants.h"
#include "model/entities/credential.h"
#include "model/store/batch.h"

#include <algorithm>

namespace model {

namespace {

/// So many accounts an office has not; who makes more of them gets no slots for them.
constexpr std::size_t most_slots = 1000;

constexpr const char* awaits_setting = "awaits_accounts"; ///< of the county, after a restore

using Found = std::pair<Meta, Record>;

std::optional<Found> user_of(RecordStore& store, const Uuid& account)
{
    auto found = store.find_any(account);
    if (!found || found->first.def->id != def_of<User>().id || found->first.deleted)
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

void share(RecordStore& store, const Account& account, const SealedPair& pair, const Account& who)
{
    Credential credential{
        .id = credential_id(account.id), .account = account.id, .sealed = text_of(pair)};
    const auto record = to_record(credential);
    const auto now = store.find_any(record.id);
    if (now && now->first.def->id != record.def->id)
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
        , awaits_accounts_(store.rows().number(awaits_setting) != 0)
    {
    }

    std::vector<Message> run()
    {
        if (!awaits_accounts_)
            shut_out_all();
        for (const auto& record : store_.select({.def = &def_of<Credential>()}))
            take(record);
        return std::move(news_);
    }

private:
    void shut_out_all()
    {
        for (const auto& account : keys_.accounts())
            if (!may_come_in(account.id) && !is_here(account.id)
                && (keys_.pair_of(account.id) || has_another_elsewhere(account.id)))
                shut_out(account);
    }

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

    /// Whether an account of another office was given a later passphrase: the slot that this file
    /// alone has for it would go on opening with one that nobody changes any more.
    bool has_another_elsewhere(const Uuid& account)
    {
        const auto user = user_of(store_, account);
        const auto shared = shared_pair(store_, account);
        return user && !is_of_this_office(self_, user->first) && shared && shared->number > 1;
    }

    /// Nobody is shut out of a file that nobody else opens.
    void shut_out(const Account& account)
    {
        if (keys_.accounts().size() == 1)
            return;
        keys_.remove_slot(account.id);
        note(store_, who_,
            {msgid("{1} does not open this file any more: locked, left or at another office"),
                {account.name}});
    }

    void take(const Record& record)
    {
        const auto* account = std::get_if<Uuid>(&record["account"]);
        if (!account || !may_come_in(*account))
            return;
        const Account named{*account, user_of(store_, *account)->second.title()};
        const auto came = pair_in(record);
        if (!came) {
            news_.push_back(
                {msgid("What came as the passphrase of {1} is none: set it anew"), {named.name}});
            return;
        }
        const auto here = keys_.pair_of(*account);
        if (here && (*here == *came || here->number > came->number))
            return;
        const bool is_new = !keys_.has(*account);
        if (is_new
            && (awaits_accounts_ || keys_.accounts().size() >= most_slots
                || keys_.account_called(named.name)))
            return; // who has the name here already keeps it
        try {
            keys_.put_pair(named, *came, key_, is_new);
        } catch (const StoreError&) {
            throw;
        } catch (const Error& error) {
            news_.push_back(error.message());
            return;
        }
        tell(named, is_new);
    }

    void tell(const Account& account, bool is_new)
    {
        const Message message = is_new
            ? Message{msgid("{1} can sign in to this file now, with the passphrase set elsewhere"),
                {account.name}}
            : Message{
                msgid("The passphrase of {1} was set on another computer and counts here now; "
                      "where it is not the same, the one before does not any more"),
                {account.name}};
        note(store_, who_, message);
        news_.push_back(message);
    }

    RecordStore& store_;
    Self self_;
    KeyFile& keys_;
    const DataKey& key_;
    const Account& who_;
    bool awaits_accounts_;
    std::vector<Message> news_;
};

} // namespace

void await_accounts(RecordStore& store)
{
    guarded(store.db(), [&] { store.rows().set_number(awaits_setting, 1); });
}

void take_accounts_as_told(RecordStore& store)
{
    guarded(store.db(), [&] {
        if (store.rows().number(awaits_setting) != 0)
            store.rows().set_number(awaits_setting, 0);
    });
}

KeysChange::KeysChange(RecordStore& store, Files& files, std::string data_file)
    : transaction_(store.db())
    , files_(files)
    , data_file_(std::move(data_file))
    , before_(KeyFile::load(files, data_file_))
    , keys(before_)
{
}

/// The key file first: it is the one that may be read only.
void KeysChange::commit()
{
    const bool is_changed = KeyFileText::write(keys) != KeyFileText::write(before_);
    if (is_changed)
        keys.save(files_, data_file_);
    try {
        transaction_.commit();
    } catch (...) {
        if (is_changed)
            before_.save(files_, data_file_);
        throw;
    }
}

void share_own(RecordStore& store, KeyFile& keys, const KeyFile::Unlocked& unlocked)
{
    const Account account{unlocked.account, unlocked.name};
    const auto user = user_of(store, account.id);
    if (!user || !is_shared_from_here(store, user->first)
        || !is_of_this_office(store.self(), user->first) || !keys.has(account.id))
        return;
    const auto shared = shared_pair(store, account.id);
    const auto here = keys.pair_of(account.id);
    if (here) {
        if (!shared || here->number > shared->number)
            share(store, account, *here, account);
        return;
    }
    if (shared || !unlocked.stretched)
        return;
    const auto pair = make_pair(
        account.id, next_number(store, keys, account.id), *unlocked.stretched, store.random());
    keys.put_pair(account, pair, unlocked.key);
    share(store, account, pair, account);
}

void give_passphrase(RecordStore& store, KeyFile& keys, const Account& account,
    std::string_view passphrase, const DataKey& key, const Account& who, const PassphraseCost& cost)
{
    const auto user = user_of(store, account.id);
    const bool is_shared = user && is_shared_from_here(store, user->first);
    const bool is_ours = user && is_of_this_office(store.self(), user->first);
    const bool is_here = is_ours || account.id == who.id;
    if (!is_shared || (is_here && !is_ours) || trimmed(passphrase).empty())
        keys.put_slot(account, passphrase, key, store.random(), cost);
    else if (!is_here && keys.has(account.id) && keys.accounts().size() > 1)
        keys.remove_slot(account.id); // a passphrase of before opens nothing for ever
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

std::vector<Message> follow_credentials(
    RecordStore& store, KeyFile& keys, const DataKey& key, const Account& who)
{
    return guarded(store.db(), [&] { return Following(store, keys, key, who).run(); });
}

namespace {

/// What cannot be written is told, happens with the next one, and keeps nobody out; a key file that
/// cannot be read is told where somebody signs in.
template <class Work>
std::vector<Message> changing_keys(RecordStore& store, Files& files, Work work)
{
    const auto& path = store.db().path();
    if (store.self().device == 0 || !files.exists(KeyFile::path_of(path)))
        return {};
    std::optional<KeysChange> change;
    try {
        change.emplace(store, files, path);
    } catch (const StoreError&) {
        throw;
    } catch (const Error&) {
        return {};
    }
    auto news = work(change->keys);
    try {
        change->commit();
    } catch (const StoreError&) {
        throw;
    } catch (const Error& error) {
        return {error.message()};
    }
    return news;
}

} // namespace

std::vector<Message> follow_in_file(
    RecordStore& store, Files& files, const DataKey& key, const Account& who)
{
    return changing_keys(
        store, files, [&](KeyFile& keys) { return follow_credentials(store, keys, key, who); });
}

std::vector<Message> settle_sign_in(
    RecordStore& store, Files& files, const KeyFile::Unlocked& unlocked)
{
    const Account who{unlocked.account, unlocked.name};
    return changing_keys(store, files, [&](KeyFile& keys) {
        share_own(store, keys, unlocked);
        return follow_credentials(store, keys, unlocked.key, who);
    });
}

} // namespace model

#include "model/store/own_accounts.h"

#include "model/base/text.h"

#include <algorithm>

namespace model {

namespace {

constexpr const char* list_name = "own_accounts";

std::vector<std::string> listed(RecordStore& store)
{
    const auto list = store.rows().setting(list_name);
    return list.empty() ? std::vector<std::string>{} : split(list, ' ');
}

std::vector<Account> accounts_of(RecordStore& store, std::string_view sql, const Value& argument)
{
    auto& rows = store.rows().statements().get(sql);
    bind(rows, 1, argument);
    std::vector<Account> accounts;
    while (rows.executeStep())
        accounts.push_back({column_id(rows.getColumn(0)), rows.getColumn(1).getString()});
    rows.reset();
    return accounts;
}

} // namespace

std::vector<Account> own_accounts(RecordStore& store)
{
    return guarded(store.db(), [&] {
        std::vector<Account> accounts;
        for (const auto& id : listed(store))
            for (auto& account : accounts_of(
                     store, "SELECT id, name FROM account WHERE id = ?", Uuid::parse(id).value()))
                accounts.push_back(std::move(account));
        if (accounts.empty())
            accounts = accounts_of(store,
                "SELECT id, name FROM account WHERE no IN (SELECT account FROM command) "
                "AND id <> ? ORDER BY no",
                Uuid{});
        return accounts;
    });
}

void add_own_account(RecordStore& store, const Account& account)
{
    guarded(store.db(), [&] {
        const auto is_listed = [&](const auto& ids) {
            return std::ranges::find(ids, account.id.text()) != ids.end();
        };
        if (is_listed(listed(store)))
            return;
        Transaction transaction(store.db());
        auto ids = listed(store); // another program may just have written it
        if (!is_listed(ids)) {
            store.account_number(account);
            ids.push_back(account.id.text());
            store.rows().set_setting(list_name, join(ids, " "));
        }
        transaction.commit();
    });
}

void remove_own_account(RecordStore& store, const Uuid& account)
{
    guarded(store.db(), [&] {
        Transaction transaction(store.db());
        auto ids = listed(store);
        std::erase(ids, account.text());
        store.rows().set_setting(list_name, join(ids, " "));
        transaction.commit();
    });
}

} // namespace model

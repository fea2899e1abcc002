#include "app/cli/account_list.h"

#include "app/terminal/text_table.h"
#include "model/base/text.h"

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;

std::string labels_of(Call& call, const model::Set& roles)
{
    std::vector<std::string> labels;
    for (const auto& role : roles) {
        const auto* label = model::label_of(model::user_roles, role);
        labels.push_back(label ? call.text(label) : role);
    }
    return model::join(labels, "、");
}

std::string state_code(const model::User& user)
{
    const auto state = user.state.value_or(model::UserState::active);
    return std::string(model::choices_of<model::UserState>[static_cast<std::size_t>(state)].code);
}

/// "430922" or "430922101": the division that the scope stands for.
std::string division_code(model::Scope scope)
{
    constexpr model::Scope thousand = 1000;
    while (scope > 0 && scope % thousand == 0)
        scope /= thousand;
    return std::to_string(scope);
}

/// Where its roles count: its place; without one the office it was made at, which is mostly this
/// one, else told by its unit or the code of its division.
std::string whereabouts(Call& call, const model::User& user)
{
    if (user.place)
        return call.store().title_of(*user.place);
    const auto self = call.store().self();
    const auto found = call.store().find_any(user.id);
    if (!found)
        return self.office;
    const auto& meta = found->first;
    if (!meta.home.is_nil() && meta.home.text() != self.org.id)
        return call.store().title_of(meta.home);
    return meta.scope == self.scope() ? self.office : division_code(meta.scope);
}

json::value reference_json(Call& call, const std::optional<model::Uuid>& id)
{
    if (!id)
        return {};
    return json::object{{"id", id->text()}, {"title", call.store().title_of(*id)}};
}

/// `is_shared`: the passphrase is the same in every file of the office.
json::object account_json(
    Call& call, const model::Account& account, bool is_shared, const model::User* user)
{
    json::object object{{"id", account.id.text()}, {"name", account.name}, {"shared", is_shared}};
    if (user) {
        object["roles"] = json::array(user->roles.begin(), user->roles.end());
        object["place"] = reference_json(call, user->place);
        object["unit"] = reference_json(call, user->unit);
        object["at"] = whereabouts(call, *user);
        object["state"] = state_code(*user);
    }
    return object;
}

std::vector<std::string> account_row(Call& call, const model::User& user)
{
    return {user.name, labels_of(call, user.roles), whereabouts(call, user),
        user.unit ? call.store().title_of(*user.unit) : std::string(),
        call.text(model::label_of(model::choices_of<model::UserState>, state_code(user)))};
}

} // namespace

void print_accounts(Call& call, const model::KeyFile& keys, const std::vector<model::User>& users)
{
    json::array array;
    TextTable table({call.text(msgid("Account name")), call.text(msgid("Works as")),
        call.text(msgid("At the place")), call.text(msgid("For the unit")),
        call.text(msgid("State of the account"))});
    for (const auto& account : keys.accounts()) {
        const auto user = std::ranges::find(users, account.id, &model::User::id);
        const auto* known = user == users.end() ? nullptr : &*user;
        array.push_back(account_json(call, account, keys.pair_of(account.id).has_value(), known));
        table.add(known ? account_row(call, *known) : std::vector<std::string>{account.name});
    }
    if (call.json())
        call.answer({{"accounts", std::move(array)}});
    else
        call.print(table.text());
}

} // namespace app

#pragma once

#include "model/commands/editor.h"
#include "model/entities/user.h"

#include <string>
#include <vector>

namespace model {

/// The accounts of a file as what people may do with it: their records (entity `user`), managed by
/// an account that may. What opens the file, a passphrase in the key file, is beside this.
class Accounts {
public:
    /// Acts for the editor's account. In a file from before there were such records each account
    /// that opens it gets one with the first thing that is done here, so that everybody may what he
    /// could until then. `openers` are those of the key file, which may not all be known to the
    /// file.
    explicit Accounts(Editor& editor, std::vector<Account> openers = {});

    /// All that the file knows, those that left too; by name.
    std::vector<User> all();

    /// The account of that name. Throws Error where there is none, or several.
    User named(const std::string& name);

    /// What the new account of an office works as where nobody says otherwise.
    static Set usual_roles(const Self& self);

    /// Makes the record of a new account; its id is the account's. Nothing is made where a finding
    /// refuses. Throws Error where this account may not, or where the name is taken.
    Outcome add(const User& user);

    /// Throws Error where this account may not. What would leave nobody to manage accounts, or give
    /// more than this account may give, is refused in the findings.
    Outcome set_roles(const Uuid& account, const Set& roles);
    Outcome lock(const Uuid& account);
    Outcome unlock(const Uuid& account);

    /// The account ends with that day; what it entered stays.
    Outcome leave(const Uuid& account, Date on, const std::string& reason);

    /// Somebody else takes the post over: an account of `next`'s name and person with the roles,
    /// the place and the unit of the old one, from that day on, with which the old one ends. Both
    /// or nothing; where a finding refuses, nothing. Gives the new account's id. Throws Error as
    /// add() and leave() do, and where the old account has left already or the new one would lie at
    /// another office than it.
    Outcome hand_over(const User& old, User next, Date on, const std::string& reason);

    /// Throws Error where this account may not manage accounts.
    void must_manage();

private:
    template <class Work>
    Outcome managing(Work work);
    bool state_duties();
    void expect_same_office(const User& old, const Uuid& made);
    bool opens_this_file(const Uuid& account);
    Outcome set(const Uuid& account, std::string_view field, Value value);

    Editor& editor_;
    std::vector<Account> openers_;
};

/// Makes the account founder where nobody who opens the file may manage its accounts any more, as
/// after a sync; undo leaves it. For whoever holds the recovery key.
void let_somebody_manage(RecordStore& store, const Account& account);

/// The codes of the roles, whether given as codes or as labels in that language, parted by commas.
/// Throws UsageError that names the roles there are.
Set roles_from(const std::string& words, const Translate& translate);

} // namespace model

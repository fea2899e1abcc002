#pragma once

#include "model/schema/entity.h"

namespace model {

/// Whether somebody may sign in with the account.
enum class UserState { active, locked, left };

template <>
inline constexpr std::array choices_of<UserState>{
    Choice{"active", msgid("In use")},
    Choice{"locked", msgid("Locked")},
    Choice{"left", msgid("Left")},
};

/// What people do at the hall office and in the townships, in the order in which lists offer it.
/// What each may do is data (assets/roles/rights.csv).
inline constexpr std::array user_roles{
    Choice{"founder", msgid("Founder (all duties in one)")},
    Choice{"director", msgid("Director")},
    Choice{"business", msgid("Business section")},
    Choice{"supervision", msgid("Supervision section")},
    Choice{"tip_handler", msgid("Handler of tips and complainants")},
    Choice{"duty_leader", msgid("Hall duty leader")},
    Choice{"uniform_keeper", msgid("Uniform keeper")},
    Choice{"liaison", msgid("Liaison of a sending unit")},
    Choice{"township_clerk", msgid("Township clerk")},
    Choice{"village_clerk", msgid("Village clerk")},
    Choice{"system", msgid("System administrator")},
    Choice{"auditor", msgid("Security auditor")},
};

/// Who works with the program: an account, the person behind it, and as what it works where. Its id
/// is that of the account in the key files and beside each edit, so that the same clerk is the same
/// one in every file. It holds no passphrase and nothing made of one.
struct User {
    Uuid id;
    std::string name;
    std::optional<Uuid> person;
    Set roles;
    std::optional<Uuid> place; ///< the roles count there and below; empty: in the whole office
    std::optional<Uuid> unit;  ///< of a liaison
    std::optional<UserState> state;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string end_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<User>();

template <>
std::span<const Field<User>> fields_of<User>();

} // namespace model

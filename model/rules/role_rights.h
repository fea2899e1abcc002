#pragma once

#include "model/schema/entity.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// What a role may be allowed. The first six and the last are about records of a register, the
/// others about the file and the program.
enum class Action {
    see,
    enter,   ///< make, change, end, delete, bring back
    reveal,  ///< read a personal value whole
    confirm, ///< approve what others entered; decide a conflict
    print,
    export_out,
    reopen, ///< what was closed
    accounts,
    devices,
    backup,
    settings,
    log,      ///< read the audit log
    minimise, ///< empty the personal fields of who left long ago, for good
};

std::string_view action_name(Action action);
std::optional<Action> parse_action(std::string_view name);

/// The three duties that one account must not unite (三员分立): the work itself, the care of the
/// system, and the watch over both.
enum class Duty { business, system, audit, all };

/// The rights of every role, as data: what may be done, to which registers and fields, and where.
class RoleRights {
public:
    /// Reads a list in the shape of assets/roles/rights.csv. Throws std::logic_error that names the
    /// line for what it does not know.
    explicit RoleRights(std::string_view csv);

    /// Those of our own list.
    static const RoleRights& ours();

    /// Where a role may do something.
    enum class Where { nowhere, in_own_unit, everywhere };

    /// `def` is nullptr for what concerns no register; `personal`, whether the field is.
    Where where(
        std::string_view role, Action action, const EntityDef* def, bool personal = false) const;

    /// Nothing for a role that the list does not hold, such as one of a newer version.
    std::optional<Duty> duty(std::string_view role) const;

private:
    struct Right {
        std::string role;
        Duty duty = Duty::business;
        std::optional<Action> action; ///< none: any
        std::vector<std::string> registers;
        bool any_register = false;       ///< and administrative ones for who has all duties
        std::vector<std::string> except; ///< of any
        bool personal = true;            ///< personal fields too
        bool own_unit = false;
    };

    static void take_registers(Right& right, const std::string& cell);

    std::vector<Right> rights_;
};

} // namespace model

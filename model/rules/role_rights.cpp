#include "model/rules/role_rights.h"

#include "assets/assets.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace model {

namespace {

constexpr std::array<std::pair<std::string_view, Action>, 13> actions{{
    {"see", Action::see},
    {"enter", Action::enter},
    {"reveal", Action::reveal},
    {"confirm", Action::confirm},
    {"print", Action::print},
    {"export", Action::export_out},
    {"reopen", Action::reopen},
    {"accounts", Action::accounts},
    {"devices", Action::devices},
    {"backup", Action::backup},
    {"settings", Action::settings},
    {"log", Action::log},
    {"minimise", Action::minimise},
}};

constexpr std::array<std::pair<std::string_view, Duty>, 4> duties{{
    {"business", Duty::business},
    {"system", Duty::system},
    {"audit", Duty::audit},
    {"all", Duty::all},
}};

template <class T, std::size_t N>
std::optional<T> parsed(
    const std::array<std::pair<std::string_view, T>, N>& names, std::string_view name)
{
    for (const auto& [known, value] : names)
        if (known == name)
            return value;
    return std::nullopt;
}

constexpr std::size_t cells = 6;

} // namespace

std::string_view action_name(Action action)
{
    return actions[static_cast<std::size_t>(action)].first;
}

std::optional<Action> parse_action(std::string_view name)
{
    return parsed(actions, name);
}

/// "person|posting", or "*" for any, also with those left out: "*|!user".
void RoleRights::take_registers(Right& right, const std::string& cell)
{
    for (auto& name : cell.empty() ? std::vector<std::string>{} : split(cell, '|')) {
        if (name == "*")
            right.any_register = true;
        else if (name.starts_with('!'))
            right.except.push_back(name.substr(1));
        else
            right.registers.push_back(std::move(name));
    }
}

RoleRights::RoleRights(std::string_view csv)
{
    const auto lines = split(csv, '\n');
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].empty())
            continue;
        const auto row = split(lines[i], ',');
        const auto wrong = [&] {
            return std::logic_error("rights, line " + std::to_string(i + 1) + ": " + lines[i]);
        };
        if (row.size() != cells)
            throw wrong();
        const auto duty = parsed(duties, row[1]);
        Right right{.role = row[0],
            .action = parse_action(row[2]),
            .personal = row[4] != "open",
            .own_unit = row[5] == "own_unit"};
        const bool is_known = duty && (right.action || row[2] == "*")
            && (row[4].empty() || row[4] == "*" || row[4] == "open")
            && (row[5].empty() || right.own_unit);
        if (!is_known)
            throw wrong();
        right.duty = *duty;
        take_registers(right, row[3]);
        rights_.push_back(std::move(right));
    }
}

const RoleRights& RoleRights::ours()
{
    static const RoleRights rights(assets::text("roles/rights.csv"));
    return rights;
}

RoleRights::Where RoleRights::where(
    std::string_view role, Action action, const EntityDef* def, bool personal) const
{
    auto best = Where::nowhere;
    const auto is_about = [def](const Right& right) {
        if (!def)
            return true;
        if (std::ranges::find(right.except, def->name) != right.except.end())
            return false;
        return right.any_register
            ? !def->administrative || right.duty == Duty::all
            : std::ranges::find(right.registers, def->name) != right.registers.end();
    };
    for (const auto& right : rights_) {
        const bool is_meant = right.role == role && (!right.action || right.action == action)
            && is_about(right) && (!personal || right.personal);
        if (is_meant)
            best = std::max(best, right.own_unit ? Where::in_own_unit : Where::everywhere);
    }
    return best;
}

std::optional<Duty> RoleRights::duty(std::string_view role) const
{
    const auto right = std::ranges::find(rights_, role, &Right::role);
    return right == rights_.end() ? std::nullopt : std::optional(right->duty);
}

} // namespace model

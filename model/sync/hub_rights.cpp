// What the county lets a device and the account that entered an op do.
#include "model/commands/attachments.h"
#include "model/commands/grants.h"
#include "model/commands/rights.h"
#include "model/entities/person.h"
#include "model/schema/extra_field.h"
#include "model/sync/hub_apply.h"

#include <algorithm>

namespace model {

bool HubApply::may_bring_unknown(const Meta& meta)
{
    // Nobody can say whose it is, so it takes one who may write everything there.
    return device_.sees(meta.scope, meta.home)
        && (device_.org.role == Role::agency || device_.org.role == Role::upstream);
}

bool HubApply::may_bring(const Op& op, const Meta& meta, int fid)
{
    if (fid < first_extra_field)
        return may_bring_unknown(meta);
    FieldDef extra; // which its office has ended, and of which this device had not heard
    extra.owner = Owner::agency;
    return device_.sees(meta.scope, meta.home) && may_write(device_.org, extra, around(meta))
        && account_may(op, meta, true); // it may be a personal one
}

bool HubApply::is_allowed(const Op& op, const Meta& meta)
{
    const auto is_restricted = [](const auto* def) { return def->reach == Reach::restricted; };
    if (is_restricted(op.def) || std::ranges::any_of(judged_by(op), is_restricted))
        return false;
    return lies_within_reach(meta.scope, meta.home);
}

bool HubApply::lies_within_reach(Scope scope, const Uuid& home) const
{
    return device_.sees(scope, home)
        || (device_.org.role == Role::agency && device_.region.contains(scope));
}

bool HubApply::reaches_for_others(const Op& op)
{
    if (device_.org.role == Role::agency)
        return false;
    // A place that says it lies elsewhere takes with it who works there, and his rights.
    const auto* region = op.def->find(op.def->scope_via);
    if (region && region->type == Type::text)
        for (const auto& field : op.fields)
            if (const auto code = Region::of(to_text(field.value));
                field.fid == region->id && code && !device_.region.contains(code->first))
                return true;
    for (const auto* placed : rows_.catalog().all())
        for (const auto via : {placed->scope_via, placed->home_via}) {
            const auto dot = via.find('.');
            if (dot == Via::npos || via.substr(0, dot) != op.def->name)
                continue;
            const auto* link = op.def->find(via.substr(dot + 1));
            for (const auto& field : op.fields) {
                const auto* id =
                    link && field.fid == link->id ? std::get_if<Uuid>(&field.value) : nullptr;
                const auto other = id ? rows_.any_meta(*id) : std::nullopt;
                if (other && !device_.sees(other->scope, other->home))
                    return true;
            }
        }
    return false;
}

/// What is said again to a restored county somebody else may have entered, who may be gone.
bool HubApply::may_fill(const Op& op, const Meta& meta, const FieldDef& field)
{
    const bool is_anothers =
        is_believed_ && op.again != Version{} && op.again.device != device_.number;
    return is_anothers
        || ((op.def->anyone_creates || may_write(device_.org, field, around(meta)))
            && account_fills(op, meta, field));
}

bool HubApply::account_fills(const Op& op, const Meta& meta, const FieldDef& field, Action action)
{
    if (!account_may(op, meta, field.personal, action))
        return false;
    if (action != Action::enter || (op.again != Version{} && is_believed_))
        return true;
    const auto& permission = permission_of(op);
    const auto where = around(meta);
    const bool confirms = op.type == OpType::resolve
        && permission.may(Action::confirm, *op.def, where, field.personal);
    // What a record of another register decides is that one's.
    return confirms || !permission.may(Action::enter, *op.def, where, field.personal)
        || may_enter(permission, *op.def, field, where);
}

bool HubApply::account_may(const Op& op, const Meta& meta, bool personal, Action action)
{
    if (op.again != Version{} && is_believed_)
        return true;
    const auto& permission = permission_of(op);
    const auto may = [&](const EntityDef* def) {
        const bool is_whole = personal && holds_personal(*def);
        return permission.may(action, *def, around(meta), is_whole)
            || (op.type == OpType::resolve
                && permission.may(Action::confirm, *def, around(meta), is_whole));
    };
    if (action == Action::minimise && belongs_to_any(*op.def))
        return may(&def_of<Person>());
    return std::ranges::all_of(judged_by(op), may);
}

bool HubApply::account_keeps(const Op& op, const Meta& meta)
{
    return is_answered_by_units(*op.def) ? account_fills(op, meta, *op.def->find(op.def->title))
                                         : account_may(op, meta);
}

std::vector<const EntityDef*> HubApply::judged_by(const Op& op)
{
    if (!belongs_to_any(*op.def))
        return {op.def};
    std::vector<const EntityDef*> defs;
    const auto add = [&](const Value& record) {
        if (const auto* id = std::get_if<Uuid>(&record)) {
            const auto of = rows_.meta(*id);
            defs.push_back(of ? of->def : op.def);
        }
    };
    const auto* field = op.def->find("record");
    if (const auto known = rows_.meta(op.record); known && known->kind == op.kind)
        add(rows_.read_field(*known, *field));
    for (const auto& told : op.fields)
        if (told.fid == field->id)
            add(told.value);
    if (defs.empty())
        defs.push_back(op.def);
    return defs;
}

const Permission& HubApply::permission_of(const Op& op)
{
    if (!permission_ || permission_->first != op.account.id)
        permission_.emplace(op.account.id, Permission::at_county(store_, op.account.id));
    return permission_->second;
}

bool HubApply::may_change_account(const Op& op, const Target& target)
{
    if (!op.def->administrative)
        return true;
    auto after = target.record;
    for (const auto& field : op.fields)
        if (const auto* def = op.def->find(field.fid))
            after[def->name] = field.value;
    return may_grant(op, target.meta, &target.record, after);
}

bool HubApply::may_grant(const Op& op, const Meta& meta, const Record* before, const Record& after)
{
    if (!op.def->administrative || (op.again != Version{} && is_believed_))
        return true;
    const bool is_lower = device_.org.role == Role::outlet || device_.org.role == Role::unit;
    // An account without a place is of the whole office whose it is.
    if (is_lower && before && is_empty((*before)["place"])
        && author_of(meta.born).value_or(Org{}).role == Role::agency)
        return false;
    return check_grants(store_, permission_of(op),
        is_lower ? std::optional(device_.region) : std::nullopt, before, after)
        .empty();
}

} // namespace model

#include "model/schema/ownership.h"

namespace model {

namespace {

Org managing_office(const Surroundings& where)
{
    if (is_below_county(where.scope))
        return {Role::outlet, township_of(where.scope)};
    return {Role::agency, where.county};
}

/// Whether the record is one that this organisation deals with.
bool deals_with(const Org& org, const Surroundings& where)
{
    switch (org.role) {
    case Role::agency:
    case Role::upstream:
        return true;
    case Role::unit:
        return !where.home.is_nil() && where.home.text() == org.id;
    case Role::outlet: {
        const auto region = Region::of(org.id);
        return region && region->contains(where.scope);
    }
    }
    return false;
}

} // namespace

std::optional<Org> owner_of(const FieldDef& field, const Surroundings& where)
{
    switch (field.owner) {
    case Owner::agency:
    case Owner::outlet:
        return managing_office(where);
    case Owner::home_unit:
        return where.home.is_nil() ? managing_office(where) : Org{Role::unit, where.home.text()};
    case Owner::upstream:
        return Org{Role::upstream, {}};
    case Owner::shared:
        return std::nullopt;
    }
    return std::nullopt;
}

bool is_owner(const Org& org, const std::optional<Org>& owner)
{
    if (!owner || owner->role != org.role)
        return false;
    if (org.role == Role::agency || org.role == Role::upstream)
        return true;
    if (org.role == Role::unit)
        return org.id == owner->id;
    const auto mine = Region::of(org.id);
    const auto theirs = Region::of(owner->id);
    return mine && theirs && mine->contains(*theirs);
}

bool may_write(const Org& org, const FieldDef& field, const Surroundings& where)
{
    if (org.role == Role::agency)
        return true;
    if (org.role == Role::upstream)
        return field.owner == Owner::upstream;
    if (!deals_with(org, where))
        return false;
    return field.owner == Owner::shared || is_owner(org, owner_of(field, where));
}

} // namespace model

#pragma once

#include "model/schema/entity.h"

namespace model {

/// What decides whose a record is: where it belongs, the sending unit it comes from (nil: none),
/// and the county whose office manages it all.
struct Surroundings {
    Scope scope = county_wide;
    Uuid home;
    std::string county; ///< division code of the county, such as "430922"
};

/// The organisation a field of such a record belongs to; nobody for shared fields.
/// `agency` is the office that manages the place: the county's, or the township's in its outlets.
/// `home_unit` is the sending unit; where there is none (统一配备, 购买服务, a township's own
/// staff), the managing office.
std::optional<Org> owner_of(const FieldDef& field, const Surroundings& where);

/// Whether `org` is that owner: a township is also the owner of its villages' records.
bool is_owner(const Org& org, const std::optional<Org>& owner);

/// Whether `org` may enter the field at all. The agency may everywhere in its county (代录), others
/// what is theirs or shared. Ownership itself stops nobody's work; it settles ties.
bool may_write(const Org& org, const FieldDef& field, const Surroundings& where);

} // namespace model

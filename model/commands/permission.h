#pragma once

#include "model/rules/role_rights.h"
#include "model/schema/ownership.h"
#include "model/store/record_store.h"

#include <optional>
#include <vector>

namespace model {

/// What an account may do in this file, by the roles that its record names (entity `user`) and the
/// place where they count. What the organisation of the file may do stands beside it (rights.h).
///
/// Where none of those who open the file has such a record, it is from before there were any, and
/// everybody who opens it may do everything. Once one of them has, an account without a record may
/// do nothing; one that is locked or has left neither.
class Permission {
public:
    /// Everything, for what the program does by itself.
    Permission() = default;

    Permission(RecordStore& store, const Uuid& account);

    /// The same as the county's server sees it: whoever has no record there is bound by what his
    /// device may do alone.
    static Permission at_county(RecordStore& store, const Uuid& account);

    /// To a record of the register that belongs there; `personal` where it is about the whole value
    /// of a personal field.
    bool may(Action action, const EntityDef& def, const Surroundings& where,
        bool personal = false) const;

    /// To some record of the register, wherever it belongs: whether to show the page at all.
    bool may_somewhere(Action action, const EntityDef& def) const;

    /// What concerns no register.
    bool may(Action action) const;

    /// Whether nobody needs to ask.
    bool may_everything() const { return all_; }

    bool may_sign_in() const { return all_ || is_in_use_; }

    /// One sentence that says who the account is and what it may not do.
    Message why_not(Action action) const;

    bool operator==(const Permission&) const = default;

    /// Why nobody signs in with the account of that name.
    static Message why_no_entry(const std::string& name);

private:
    void take(RecordStore& store, const Record& record);

    bool all_ = true;
    bool is_in_use_ = false;
    std::string name_;
    Set roles_;
    std::optional<Region> region_; ///< none: wherever the office works
    Uuid unit_;
};

} // namespace model

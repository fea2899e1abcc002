#pragma once

#include "model/entities/user.h"
#include "model/rules/role_rights.h"
#include "model/schema/ownership.h"
#include "model/store/record_store.h"

#include <optional>
#include <vector>

namespace model {

/// The records of a register for which something is allowed.
struct Extent {
    bool is_nothing = false;
    std::optional<Region> region = {}; ///< those that lie there, and what the whole county reads
    std::optional<Uuid> unit = {};     ///< those of that sending unit

    bool is_everything() const { return !is_nothing && !region && !unit; }
    bool holds(Scope scope, const Uuid& home) const;

    /// As a condition on the register's table, whose alias is t; empty where it is everything.
    std::string condition(const EntityDef& def) const;

    bool operator==(const Extent&) const = default;
};

/// What an account may do in this file, by the roles that its record names (entity `user`) and the
/// place where they count. What the organisation of the file may do stands beside it (rights.h).
///
/// Where none of those who open the file has such a record, it is from before there were any, and
/// everybody who opens it may do everything. Once one of them has, an account without a record may
/// do nothing; one that is locked, has left or whose record was deleted neither. A place that is
/// not here or has no division code is nowhere.
class Permission {
public:
    /// Everything, for what the program does by itself, with hidden records too.
    Permission() = default;

    Permission(RecordStore& store, const Uuid& account);

    /// The same as the county's server sees it: whoever has no record there is bound by what his
    /// device may do alone.
    static Permission at_county(RecordStore& store, const Uuid& account);

    /// To a record of the register that belongs there; `personal` where it is about the whole value
    /// of a personal field.
    bool may(Action action, const EntityDef& def, const Surroundings& where,
        bool personal = false) const;

    /// The same for whoever reads many records at once.
    Extent extent(Action action, const EntityDef& def, bool personal = false) const;

    /// Whether of all records it sees the personal values may be read whole, so that they may be
    /// searched and sorted by.
    bool reads_all_whole(const EntityDef& def) const;

    /// To some record of the register, wherever it belongs: whether to show the page at all.
    bool may_somewhere(Action action, const EntityDef& def) const;

    /// What concerns no register.
    bool may(Action action) const;

    /// Whether nobody needs to ask.
    bool may_everything() const { return all_; }

    /// Whether it is what the program does by itself.
    bool is_program() const { return account_.is_nil(); }

    const Uuid& account() const { return account_; }
    const std::string& name() const { return name_; }

    /// Where the roles count; none: wherever the office works.
    const std::optional<Region>& region() const { return region_; }

    /// Whether it unites all duties, be it at one place.
    bool has_all_duties() const;

    bool may_sign_in() const { return all_ || is_in_use_; }

    /// One sentence that says who the account is and what it may not do.
    Message why_not(Action action) const;

    bool operator==(const Permission&) const = default;

    /// Why nobody signs in with the account of that name.
    static Message why_no_entry(const std::string& name);

private:
    void take(RecordStore& store, const Record& record);
    void take_deleted();

    Uuid account_;
    bool all_ = true;
    bool is_in_use_ = false;
    std::string name_;
    Set roles_;
    std::optional<Region> region_; ///< none: wherever the office works
    Uuid unit_;
};

/// Whether the roles are told of one who opens this file, so that accounts are bound at all. A
/// record in the recycle bin counts.
bool states_duties(RecordStore& store);

/// Whether one of the roles unites all duties.
bool has_all_duties(const Set& roles);

/// Where nothing lies.
constexpr Region nowhere{1, 0};

/// The region of the place where an account's roles count: nowhere where that place is not here,
/// was deleted or has no division code; nullopt where the account names none.
std::optional<Region> region_of(RecordStore& store, const User& user);

} // namespace model

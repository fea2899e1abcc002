#pragma once

#include "model/commands/permission.h"
#include "model/rules/finding.h"

#include <span>

namespace model {

/// What speaks against an account's record being so after a step, besides the duty to enter it:
/// nobody gives more than he may give, gives to himself, or gives where he does not work. Findings
/// of rule "rights", one a field; none for a record of another register. `before` is nullptr for a
/// new record and for one that comes back. `office` is where a lower office ends, whose file or
/// device it is; none for the county's.
Findings check_grants(RecordStore& store, const Permission& who,
    const std::optional<Region>& office, const Record* before, const Record& after);

/// Why the account may not give the one of that record a passphrase, with which it could work as
/// that one. Its own everybody may change. `office` as for check_grants().
std::optional<Message> why_no_passphrase(RecordStore& store, const Permission& who,
    const std::optional<Region>& office, const Record& user);

/// How surely somebody who opens this file may manage its accounts.
enum class Managed { by_nobody, for_a_time, for_good };

/// With these records instead of those of the same ids, and without the place of that id. A file
/// that states no duties is managed for good.
Managed managed(
    RecordStore& store, std::span<const Record> instead = {}, const Uuid& lost_place = {});

/// Refuses a step after which those records are so, or that place is gone, if it would leave the
/// file with nobody who may manage its accounts.
Findings check_manager_stays(
    RecordStore& store, std::span<const Record> instead, const Uuid& lost_place = {});

/// Accounts are ended, never deleted: what they entered stays theirs, and nobody is without a
/// record who had one.
Message why_no_deletion_of_account();

/// What was given or taken is given or taken anew, by who may do it now.
Message why_no_undo_of_account(const std::string& name);

} // namespace model

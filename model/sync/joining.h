#pragma once

#include "model/sync/join_file.h"
#include "model/sync/link.h"

namespace model {

/// What the user has to be sure of before his file joins. The code is good as before.
class JoiningDoubt : public UsageError {
public:
    using UsageError::UsageError;
};

/// Joins the file to a county with a one-time code: the device gets its number and its rights.
/// Throws SyncError where the server refuses or is away, and UsageError where the file belongs to
/// that county's server already. A file that joins another server than before, or becomes another
/// place's, office's or unit's, does so only where the user `is_sure`; else JoiningDoubt, before
/// the code is spent. Gives the name of a copy of the file as it was before it joined again or
/// became another's; empty where it is new.
std::string enrol(RecordStore& store, Transport& transport, const std::string& address,
    const std::string& pin, const std::string& code, bool is_sure = false);

/// What the user has to be sure of before the file joins with it, as far as the joining file alone
/// can tell. Nothing where there is no doubt. Throws UsageError for an address that is none.
std::optional<Message> doubt_of_joining(RecordStore& store, const JoinFile& join);

} // namespace model

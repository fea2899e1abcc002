#pragma once

#include "model/sync/join_file.h"
#include "model/sync/link.h"

#include <functional>
#include <optional>

namespace model {

/// What the user has to be sure of before his file joins. The code is good as before.
class JoiningDoubt : public UsageError {
public:
    using UsageError::UsageError;
};

/// Joins the file to a county with a one-time code: the device gets its number and its rights.
/// Throws SyncError where the server refuses or is away. A file that joins another server than
/// before, becomes another place's, office's or unit's, or is a device that its county knows, does
/// so only where the user `is_sure`; else JoiningDoubt, before the code is spent. Gives the name of
/// a copy of the file as it was before it joined again or became another's; empty where it is new.
/// The county keeps the name of `who` joined it.
std::string enrol(RecordStore& store, Transport& transport, const std::string& address,
    const std::string& pin, const std::string& code, bool is_sure = false, const Account& who = {});

/// What the user has to be sure of before the file joins with it, as far as the joining file alone
/// can tell, in one message. Nothing where there is no doubt. Throws UsageError for an address that
/// is none.
std::optional<Message> doubt_of_joining(RecordStore& store, const JoinFile& join);

/// The same; where there is a doubt the server is asked as well, so that all is said at once. Where
/// it is away the joining file alone counts.
std::optional<Message> doubt_of_joining(
    RecordStore& store, Transport& transport, const JoinFile& join);

/// Does the work of joining, which throws JoiningDoubt where it `is_sure` of nothing; and does it
/// surely where the doubt is the one the user has `agreed` to: his yes counts for what he has read,
/// and for that alone. Throws JoiningDoubt where it is another, and what the work throws.
std::string enrol_agreed(
    const std::optional<Message>& agreed, const std::function<std::string(bool is_sure)>& work);

} // namespace model

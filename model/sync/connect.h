#pragma once

#include "model/sync/joining.h"

namespace model {

/// Joins the file to the county that wrote the joining file, over the network. Throws SyncError
/// with the user's sentence where that fails, UsageError where the address or the pin is none, and
/// JoiningDoubt where the user has to be sure of it and is not. Gives what enrol() gives. The audit
/// log tells that `who` did it.
std::string enrol_with(
    RecordStore& store, const JoinFile& join, bool is_sure = false, const Account& who = {});

/// Syncs the file over the transport, and keeps in the file how that went where the file takes it
/// (see sync_report.h), and in the audit log where anything was sent or came. Throws as Link does,
/// whether or not that could be kept.
SyncResult sync_and_note(RecordStore& store, Transport& transport, const OnProgress& progress = {},
    const Account& who = {});

/// Syncs the file with the county server it joined, and keeps in the file how that went (see
/// sync_report.h). Throws as Link does, and Error where it has joined none.
SyncResult sync_now(RecordStore& store, const OnProgress& progress = {}, const Account& who = {});

} // namespace model

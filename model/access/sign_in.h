#pragma once

#include "model/access/key_file.h"
#include "model/store/audit_check.h"

#include <optional>
#include <string>

namespace model {

/// The program by which somebody signs in, as the audit log tells of it.
enum class SignInBy { desktop, command_line };

/// Opens the account's slot. A refused try is noted beside the key file (see Tries) until the next
/// who may come in takes it into the audit log, and too many in a row hold the account back. Throws
/// HeldBack while it has to wait, else as KeyFile::unlock does.
KeyFile::Unlocked sign_in(Files& files, Clock& clock, const std::string& data_file,
    const KeyFile& keys, std::string_view account, std::string_view passphrase, SignInBy by);

/// Opens the screen of somebody who has the file open, and notes that; wrong passphrases are noted
/// and count as those of sign_in() do. Throws HeldBack, WrongPassphrase, and Error where he may not
/// come in any more.
void unlock_screen(RecordStore& store, Files& files, const std::string& data_file,
    const Account& who, std::string_view passphrase);

/// Looks at the newest part of the audit log, then notes in it the tries that were refused, the
/// sign-in, and what was found; and drops what is older than it is kept. At the command line one
/// entry serves for ten minutes, for each of its commands signs in anew. Gives what to tell of what
/// was found and was not known yet. Throws StoreError where the file fails.
std::optional<Message> note_sign_in(RecordStore& store, Files& files, const std::string& data_file,
    const Account& who, SignInBy by);

} // namespace model

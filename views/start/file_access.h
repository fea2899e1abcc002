#pragma once

#include "model/access/hand_over.h"
#include "model/base/message.h"
#include "model/base/uuid.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace views {

/// The way back into a file whose passphrase or key file is lost.
struct Recovering {
    /// Whose passphrase the key can set anew. Throws Error where it is another file's.
    std::function<std::vector<std::string>(const std::string& key)> accounts = {};

    /// Sets the new passphrase and opens the file with it. Throws Error.
    std::function<void(
        const std::string& key, const std::string& account, const std::string& passphrase)>
        recover = {};
};

enum class LockedBy { user, itself }; ///< itself: nobody was there

/// What a locked program asks of whoever wired it. Without `unlock` it cannot be locked.
struct Locking {
    /// Throws Error where the passphrase is not that of whoever has the file open, or he may not
    /// come in any more.
    std::function<void(const std::string& passphrase)> unlock = {};

    /// Why he has to wait before he may try again.
    std::function<std::optional<model::Message>()> held = {};

    /// The program is locked now.
    std::function<void(LockedBy)> noted = [](LockedBy) {};

    /// Lets go of the file without asking, and asks who opens it. This window is gone afterwards,
    /// and so is the program where nobody does.
    std::function<void()> open_anew = {};

    /// Ends the program without asking; at once where dialogs are open.
    std::function<void(bool is_alone)> leave = {};
};

/// What can be done with the open file as a whole, and who opens it. What is left out cannot be
/// done.
struct FileAccess {
    /// Asks which file to open instead; this window may be gone afterwards.
    std::function<void()> open_other = {};

    /// Throws Error where the passphrase before is wrong, or the new one too easy to guess.
    std::function<void(const std::string& before, const std::string& now)> change_passphrase = {};

    /// Gives the account a passphrase of this file, a new one where it has one. Throws Error where
    /// whoever sits here may not, or the passphrase is too easy to guess.
    std::function<void(
        const model::Uuid& account, const std::string& name, const std::string& passphrase)>
        give_passphrase = {};

    /// Hands a post over, as model::hand_over does and throws.
    std::function<model::Outcome(const model::HandOver&)> hand_over = {};

    /// Whether the account has a passphrase of this file.
    std::function<bool(const model::Uuid& account)> opens = {};

    Locking lock = {};

    /// Whether that key opens this file. Throws Error where it is mistyped.
    std::function<bool(const std::string& key)> is_recovery_key = {};
};

} // namespace views

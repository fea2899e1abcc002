#pragma once

#include "model/base/uuid.h"

#include <functional>
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

    /// Whether the account has a passphrase of this file.
    std::function<bool(const model::Uuid& account)> opens = {};

    /// Whether that key opens this file. Throws Error where it is mistyped.
    std::function<bool(const std::string& key)> is_recovery_key = {};
};

} // namespace views

#pragma once

#include "model/access/key_file.h"
#include "model/base/clock.h"
#include "model/base/error.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// A further try has to wait: there were too many wrong ones.
class HeldBack : public Error {
public:
    using Error::Error;
};

/// FILE.tries beside FILE: the refused tries to sign in that the audit log does not know of yet,
/// and for how long each account is held back. It holds no word that was typed.
class Tries {
public:
    struct Refused {
        std::optional<Instant> at;
        Uuid account; ///< nil: none of the file's accounts
        std::string program;
    };

    /// Those that wait for the audit log, and how many more were only counted.
    struct Waiting {
        std::vector<Refused> tries;
        std::int64_t more = 0;
    };

    Tries(Files& files, Clock& clock, const std::string& data_file);

    /// How many milliseconds the account waits before it may try again; 0: it may now. After five
    /// wrong passphrases in a row a minute, doubled with each further one up to an hour. Where the
    /// clock was turned back, the wait begins anew, once for each time.
    Instant wait_of(const Uuid& account);

    /// Notes a refused try; a nil account is none of the file's and is not held back. A disk that
    /// does not take the note stops nobody from being told that he may not come in.
    void refused(const Uuid& account, std::string_view program);

    /// One more wrong passphrase of the account, which the audit log knows of already. The same
    /// holds.
    void count(const Uuid& account);

    /// The account proved itself, or has another passphrase: it is held back no more. Throws Error
    /// where the disk will not.
    void forget(const Uuid& account);

    Waiting waiting();

    /// The audit log has them now. Throws Error where the disk will not.
    void drop_waiting();

private:
    Files& files_;
    Clock& clock_;
    std::string path_;
};

/// "Too many wrong tries …: wait 3 min 20 s, or use the recovery key".
Message words_of_wait(const std::string& name, Instant left);

} // namespace model

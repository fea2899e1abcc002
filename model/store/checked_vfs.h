#pragma once

#include <string>

namespace model::detail {

/// SQLite's file system `base` (empty: the machine's own), with one thing mended: the encrypting
/// layer drops read errors of the write-ahead log, and SQLite then takes a log it could not read
/// for an empty one and forgets what was committed. Here such an error reaches SQLite. Gives the
/// name of the encrypted file system over it, to open databases with; made at the first call.
std::string encrypted_vfs(const std::string& base);

/// Of the data file itself such an error shows as a page that its seal does not fit. The error code
/// of this thread's last read of one; 0 where it went well.
int last_read_error();

/// What is read from now on, before the one who asks for it is told, does not make it forgotten.
class KeepReadError {
public:
    KeepReadError() : kept_(last_read_error()) {}
    ~KeepReadError();
    KeepReadError(const KeepReadError&) = delete;
    KeepReadError& operator=(const KeepReadError&) = delete;

private:
    int kept_;
};

/// Takes both off again, for a `base` that is about to go. No database may be open on them.
void forget_encrypted_vfs(const std::string& base);

} // namespace model::detail

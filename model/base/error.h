#pragma once

#include "model/base/message.h"

#include <stdexcept>
#include <string>

namespace model {

/// Something the program set out to do and could not: the disk is full, the database is locked, the
/// county server is away. It carries one sentence for the user, who sees it in his language; what a
/// user may simply have typed wrong is a Finding, not an Error.
class Error : public std::runtime_error {
public:
    explicit Error(Message message)
        : std::runtime_error(english(message))
        , message_(std::move(message))
    {
    }

    const Message& message() const { return message_; }

private:
    Message message_;
};

class StoreError : public Error {
public:
    using Error::Error;
};

/// The county server could not be reached, or answered what it should not.
class SyncError : public Error {
public:
    using Error::Error;
};

/// The command line or a filter cannot be understood: the user's wording, not the work, is at
/// fault.
class UsageError : public Error {
public:
    using Error::Error;
};

/// Every message of a nested exception, outermost first, in the language of `translate`: sentences
/// of ours are translated, words of libraries stay as they are.
std::string describe(const std::exception& error, const Translate& translate);

/// The same in English, for logs and tests.
std::string describe(const std::exception& error);

} // namespace model

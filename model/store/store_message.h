#pragma once

#include "model/base/message.h"

#include <SQLiteCpp/Exception.h>

#include <string>

namespace model {

/// What went wrong with the data file at `path`, as one sentence with a remedy: the place where
/// SQLite's error codes become our words.
Message store_message(const SQLite::Exception& error, const std::string& path);

/// Of these two a caller may know more than the sentence says.
inline constexpr const char* disk_full =
    msgid("The disk with {1} is full, so nothing was changed: make room and try again");
inline constexpr const char* file_in_use =
    msgid("{1} is in use by another program: wait until it has finished and try again");

Message wrong_key_message(const std::string& path);
Message damaged_message(const std::string& path);
bool tells_damage(const Message& message); ///< of whatever file

} // namespace model

#pragma once

#include "model/base/message.h"

#include <SQLiteCpp/Exception.h>

#include <string>

namespace model {

/// What went wrong with the data file at `path`, as one sentence with a remedy: the place where
/// SQLite's error codes become our words.
Message store_message(const SQLite::Exception& error, const std::string& path);

Message wrong_key_message(const std::string& path);
Message damaged_message(const std::string& path);

} // namespace model

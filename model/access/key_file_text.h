#pragma once

#include "model/access/key_file.h"

#include <optional>

namespace model {

/// The JSON of a key file.
struct KeyFileText {
    enum class Trouble { none, damaged, newer };

    static std::string write(const KeyFile& keys);

    /// Reads what write() wrote; a checksum finds any change to it.
    static Trouble read(std::string_view text, KeyFile& keys);
};

} // namespace model

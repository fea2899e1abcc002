#pragma once

#include "model/access/key_file.h"

#include <boost/json/object.hpp>

#include <optional>

namespace model {

/// The JSON of a key file.
struct KeyFileText {
    enum class Trouble { none, damaged, newer };

    static std::string write(const KeyFile& keys);

    /// Reads what write() wrote; a checksum finds any change to it.
    static Trouble read(std::string_view text, KeyFile& keys);

private:
    static KeyFile::Slot read_slot(const boost::json::object& object, bool may_be_pair);
};

} // namespace model

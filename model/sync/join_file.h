#pragma once

#include "model/base/clock.h"
#include "model/base/files.h"

#include <string>
#include <string_view>

namespace model {

/// The joining file (入网文件, .join) that the county hands to an office: everything its program
/// needs to join, so that nobody types a code.
struct JoinFile {
    std::string server; ///< URL
    std::string code;   ///< good once, and only until `expires`
    std::string pin;    ///< SHA-256 of the server's public key, normal; empty: plain loopback
    std::string county; ///< division code
    std::string name;   ///< what the county calls the device
    Instant expires = 0;
    std::string region; ///< division code of the office it is for; older servers say nothing
    std::string role;   ///< as whom it admits, likewise
    std::string org;    ///< and for which office or unit

    bool operator==(const JoinFile&) const = default;
};

std::string to_json(const JoinFile& join);

/// A SHA-256 fingerprint as it is compared: in small letters, without the colons, blanks and dashes
/// that programs print and people type. What is none stays recognizably none.
std::string normal_pin(std::string_view typed);

/// Throws Error with one sentence for what is no joining file, is damaged or of a newer version.
/// Keys it does not know are passed over. `path` is named in the sentences.
JoinFile parse_join(std::string_view json, const std::string& path);

/// The file is for its owner's eyes: it holds a code.
void write_join(Files& files, const std::string& path, const JoinFile& join);

/// Throws Error also where there is no such file.
JoinFile read_join(Files& files, const std::string& path);

} // namespace model

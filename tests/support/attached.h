#pragma once

#include "model/commands/attachments.h"

#include <string>

namespace tests {

using namespace model;

/// The bytes of a photo of that size, another one for each seed; real enough for who looks at the
/// first bytes.
inline std::string photo(std::size_t size = 2000, unsigned seed = 1)
{
    std::string bytes = "\xff\xd8\xff\xe0";
    while (bytes.size() < size) {
        seed = seed * 1664525U + 1013904223U;
        bytes += static_cast<char>(seed >> 24U);
    }
    return bytes;
}

inline NewAttachment photo_file(std::size_t size = 2000, unsigned seed = 1)
{
    return {.file_name = "现场照片.jpg", .bytes = photo(size, seed)};
}

} // namespace tests

#pragma once

#include <span>
#include <string_view>

/// The data the programs bring along: choice lists, divisions, the demo county, the icons and the
/// manual, compiled in.
namespace assets {

/// A file of this folder as it is, a byte order mark included.
struct Asset {
    std::string_view name; ///< its path from this folder: "demo/items.csv"
    std::string_view bytes;
};

/// Every file, sorted by name. The bytes live as long as the program.
std::span<const Asset> all();

/// The bytes of the file of that name. That there is one, whoever writes the name must know:
/// std::logic_error if not.
std::string_view text(std::string_view name);

} // namespace assets

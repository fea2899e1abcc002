#include "assets/assets.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace assets {

std::string_view text(std::string_view name)
{
    const auto found = std::ranges::find(all(), name, &Asset::name);
    if (found == all().end())
        throw std::logic_error("no asset is named " + std::string(name));
    return found->bytes;
}

} // namespace assets

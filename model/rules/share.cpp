#include "model/rules/share.h"

namespace model {

std::string Share::percent() const
{
    if (whole == 0)
        return {};
    const auto tenths = part * 1000 / whole;
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

} // namespace model

#pragma once

#include "model/base/clock.h"

#include <algorithm>

namespace model {

/// A stamp of the hybrid logical clock: milliseconds shifted left by 16, plus a counter. Stamps
/// only order concurrent edits of one organisation; nothing else depends on them.
using Hlc = std::int64_t;

constexpr Hlc hlc_of(Instant at)
{
    return at << 16;
}

constexpr Instant instant_of(Hlc stamp)
{
    return stamp >> 16;
}

/// The next stamp of a clock whose last one was `last`: never smaller, whatever the wall says.
constexpr Hlc next_hlc(Hlc last, Instant now)
{
    return std::max(last + 1, hlc_of(now));
}

} // namespace model

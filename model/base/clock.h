#pragma once

#include "model/base/date.h"

#include <cstdint>
#include <string>

namespace model {

/// A point in time: milliseconds since 1970-01-01T00:00:00 UTC. Instants are UTC; dates are China
/// Standard Time.
using Instant = std::int64_t;

constexpr Instant a_day = 24LL * 60 * 60 * 1000;

/// Where the time comes from. Everything that needs it takes a Clock, so that tests and the
/// simulation can set it.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() = 0;
};

class SystemClock : public Clock {
public:
    Instant now() override;
};

/// A clock that stands still until it is told otherwise.
class ManualClock : public Clock {
public:
    explicit ManualClock(Instant at) : at_(at) {}
    Instant now() override { return at_; }
    void set(Instant at) { at_ = at; }
    void advance(std::int64_t milliseconds) { at_ += milliseconds; }

private:
    Instant at_;
};

/// The calendar day in China (UTC+8, no summer time) at that instant.
Date china_date(Instant at);

/// "2026-01-31T08:05:09+08:00": an instant as China's clocks show it.
std::string to_iso_time(Instant at);

} // namespace model

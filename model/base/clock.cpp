#include "model/base/clock.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace model {

namespace {

using namespace std::chrono;

auto china_time(Instant at)
{
    return sys_time<milliseconds>(milliseconds(at)) + hours(8);
}

} // namespace

Instant SystemClock::now()
{
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

Date china_date(Instant at)
{
    return floor<days>(china_time(at));
}

std::string to_iso_time(Instant at)
{
    const auto local = china_time(at);
    const auto day = floor<days>(local);
    const hh_mm_ss time(floor<seconds>(local) - day);
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%sT%02d:%02d:%02d+08:00", to_iso(day).c_str(),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()));
    return text.data();
}

} // namespace model

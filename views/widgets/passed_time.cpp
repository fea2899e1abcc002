#include "views/widgets/passed_time.h"

#include <algorithm>
#include <chrono>

namespace views {

namespace {

model::Instant steady_now()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

PassedTime::PassedTime(Now steady, Now wall) : steady_(std::move(steady)), wall_(std::move(wall))
{
    begin();
}

PassedTime::PassedTime(Now wall) : PassedTime(steady_now, std::move(wall)) {}

void PassedTime::begin()
{
    steady_begun_ = steady_();
    wall_begun_ = wall_();
}

model::Instant PassedTime::passed() const
{
    return std::max(steady_() - steady_begun_, wall_() - wall_begun_);
}

} // namespace views

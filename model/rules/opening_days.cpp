#include "model/rules/opening_days.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

constexpr unsigned days_of_a_week = 7;

} // namespace

bool opens_on(const Place& place, Date day)
{
    const auto number = weekday{sys_days{day}}.iso_encoding(); // Monday is 1
    const auto names_a_day = [](const std::string& word) {
        return std::ranges::find(weekdays, word, &Choice::code) != weekdays.end();
    };
    return std::ranges::none_of(place.opening_days, names_a_day)
        || std::ranges::find(place.opening_days, weekdays[number - 1].code)
        != place.opening_days.end();
}

Date next_opening_day(const Place& place, Date from)
{
    for (unsigned i = 0; i < days_of_a_week && !opens_on(place, from); ++i)
        from = Date{sys_days{from} + days{1}};
    return from;
}

} // namespace model

#include "model/rules/away.h"

#include "model/rules/day_rules.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

bool says_away(const AttendanceDay& day)
{
    using enum Attendance;
    constexpr std::array away{absent, leave, out, training, rest};
    return day.state && !day.cover && std::ranges::find(away, *day.state) != away.end();
}

} // namespace

bool is_away(const Uuid& person, const Context& context)
{
    const auto days = context.lookup.matching(
        def_of<AttendanceDay>(), {{"person", person}, {"day", context.today}});
    if (!days.empty())
        return std::ranges::all_of(days,
            [](const Record& record) { return says_away(from_record<AttendanceDay>(record)); });
    const auto leave = leave_on(person, context.today, context.lookup);
    return leave && leave->from_time.text.empty() && !leave->cover
        && (!leave->back || *leave->back > context.today);
}

} // namespace model

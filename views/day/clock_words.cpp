#include "views/day/clock_words.h"

#include "views/widgets/tr.h"

namespace views {

wxString attendance_words(
    const std::optional<model::Attendance>& state, const std::optional<std::int64_t>& minutes)
{
    if (!state)
        return {};
    const auto word =
        tr(model::choices_of<model::Attendance>.at(static_cast<std::size_t>(*state)).label);
    return minutes ? tr("{1} by {2} minutes", {from_wx(word), std::to_string(*minutes)}) : word;
}

wxString source_words(const std::optional<model::AttendanceSource>& source)
{
    return source
        ? tr(model::choices_of<model::AttendanceSource>.at(static_cast<std::size_t>(*source)).label)
        : wxString();
}

} // namespace views

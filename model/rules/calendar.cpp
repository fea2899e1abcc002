#include "model/rules/calendar.h"

#include "assets/assets.h"
#include "model/base/text.h"
#include "model/entities/calendar_day.h"
#include "model/rules/finding.h"

#include <stdexcept>

namespace model {

namespace {

constexpr const char* holidays = "codes/holidays.csv"; // date,kind,name

WorkCalendar read_holidays()
{
    std::vector<CalendarDay> days;
    const auto lines = split(assets::text(holidays), '\n');
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        const auto cells = split(lines[i], ',');
        const auto date = parse_iso_date(cells[0]);
        if (cells.size() != 3 || !date || (cells[1] != "off" && cells[1] != "work"))
            throw std::logic_error(std::string(holidays) + ": " + std::string(lines[i]));
        days.push_back({*date, cells[1] == "off" ? DayKind::off : DayKind::work});
    }
    return WorkCalendar(std::move(days));
}

} // namespace

const WorkCalendar& published_calendar()
{
    static const auto calendar = read_holidays();
    return calendar;
}

const WorkCalendar& Lookup::calendar()
{
    goes_by_calendar();
    if (calendar_)
        return *calendar_;
    std::vector<CalendarDay> own;
    for (const auto kind : {"off", "work"})
        for (const auto& record : where(def_of<CalendarEntry>(), "kind", std::string(kind))) {
            const auto entry = from_record<CalendarEntry>(record);
            if (entry.date && entry.kind)
                own.push_back({*entry.date, *entry.kind});
        }
    calendar_ = published_calendar().with(own);
    return *calendar_;
}

} // namespace model

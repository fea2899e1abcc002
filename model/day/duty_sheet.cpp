#include "model/day/duty_sheet.h"

#include "model/day/duty_week.h"
#include "model/exchange/sheet_writer.h"

namespace model {

void write_duty_week(
    const DutyWeek& week, const std::filesystem::path& path, const Translate& translate)
{
    constexpr double width_of_kinds = 22;
    constexpr double width_of_days = 18;
    const auto lines = lines_of(week, translate);
    std::vector<SheetColumn> columns;
    for (const auto& head : lines.front())
        columns.push_back(
            {.head = head, .width = columns.empty() ? width_of_kinds : width_of_days});
    const auto writer = create_sheet(path, columns, {.sheet = translate(msgid("Duty roster"))});
    for (std::size_t i = 1; i < lines.size(); ++i)
        writer->row(lines[i]);
    writer->finish();
}

} // namespace model

#include "model/exchange/window_rows.h"

#include "model/entities/window.h"
#include "model/rules/still_open.h"
#include "model/rules/window_numbers.h"

namespace model {

MeantWindow meant_window(RecordStore& store, const Record& given, Date today)
{
    MeantWindow meant;
    const auto number = to_text(given["number"]);
    if (number.empty())
        return meant;
    const bool names_place = !is_empty(given["place"]);
    std::vector<Uuid> now;
    std::vector<Uuid> before;
    for (const auto& record : store.select({.def = &def_of<Window>()})) {
        const auto fits = [&](std::string_view field) {
            return is_empty(given[field]) || given[field] == record[field];
        };
        if (!fits("place") || !fits("unit") || !is_open(from_record<Window>(record), today))
            continue;
        if (to_text(record["number"]) == number)
            now.push_back(record.id);
        else if (once_had_number(record, number))
            before.push_back(record.id);
    }
    if (!now.empty() && names_place)
        return meant; // another unit's window of that number
    const auto& found = now.empty() ? before : now;
    meant.is_one_of_several = found.size() > 1;
    meant.by_former_number = now.empty() && found.size() == 1;
    if (found.size() == 1)
        meant.window = found.front();
    return meant;
}

} // namespace model

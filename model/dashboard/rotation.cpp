#include "model/dashboard/rotation.h"

#include "model/base/text.h"
#include "model/commands/store_lookup.h"
#include "model/dashboard/figure_reader.h"
#include "model/entities/person.h"
#include "model/entities/window.h"
#include "model/entities/window_staff.h"
#include "model/rules/still_open.h"

#include <algorithm>
#include <map>

namespace model {

namespace {

constexpr int months_shown = 12;

std::string month_text(Date day)
{
    return to_iso(day).substr(0, 7);
}

std::vector<std::string> months_from(Date today)
{
    std::vector<std::string> months;
    const auto first = today.year() / today.month() / 1;
    for (int i = 0; i < months_shown; ++i)
        months.push_back(month_text(first + std::chrono::months{i}));
    return months;
}

/// The windows that each person holds today, by their numbers.
std::map<Uuid, std::vector<std::string>> windows_held(RecordStore& store, Date today)
{
    std::map<Uuid, std::vector<std::string>> held;
    store.each({.def = &def_of<WindowStaff>()}, [&](const Record& record) {
        const auto link = from_record<WindowStaff>(record);
        if (link.person && link.window && is_current(Span{link.from, link.to}, today))
            held[*link.person].push_back(store.title_of(*link.window));
    });
    for (auto& [person, windows] : held)
        std::ranges::sort(windows);
    return held;
}

enum Column { reached, chiefs, applied, nothing, columns };

std::vector<FigureColumn> columns_of_rotation()
{
    const auto* def = &def_of<Posting>();
    return {{msgid("Reach the term"), "", "", def},
        {msgid("Chief representatives"), "", msgid("With chief representatives"), def},
        {msgid("Rotation on its way"), "", msgid("With a rotation on its way"), def},
        {msgid("Nothing applied for"), "", msgid("With nothing applied for"), def}};
}

FigureLine empty_line(std::string name, bool is_part = false)
{
    constexpr std::size_t details = 5;
    return {.name = std::move(name),
        .is_part = is_part,
        .figures = std::vector<Figure>(columns),
        .details = std::vector<std::string>(details)};
}

void count(FigureLine& line, const RotationEntry& entry)
{
    line.figures[reached].records.push_back(entry.posting);
    if (entry.is_chief)
        line.figures[chiefs].records.push_back(entry.posting);
    line.figures[entry.term.is_applied_for ? applied : nothing].records.push_back(entry.posting);
}

FigureLine line_of(const RotationEntry& entry)
{
    auto line = empty_line(entry.name, true);
    line.details = {entry.unit, join(entry.windows, "、"), to_iso(entry.term.first),
        std::to_string(entry.term.served), to_iso(entry.term.reached)};
    count(line, entry);
    return line;
}

} // namespace

std::string month_of(const RotationEntry& entry, Date today)
{
    return entry.term.reached <= today ? std::string() : month_text(entry.term.reached);
}

Rotation read_rotation(RecordStore& store, const Permission& permission)
{
    const FigureReader reader{store, permission};
    StoreLookup lookup(store);
    Rotation found{.today = store.today(), .entries = {}, .months = months_from(store.today())};
    const auto windows = windows_held(store, found.today);
    for (const auto& posting : reader.all<Posting>()) {
        const auto term = service_term(posting, {lookup, found.today});
        if (!term || !posting.person)
            continue;
        RotationEntry entry{.posting = posting.id,
            .person = *posting.person,
            .name = store.title_of(*posting.person),
            .unit = posting.unit ? store.title_of(*posting.unit) : std::string(),
            .windows = {},
            .is_chief = posting.chief == true,
            .term = *term};
        const auto month = month_of(entry, found.today);
        if (!month.empty() && month > found.months.back()) {
            ++found.later;
            continue;
        }
        if (const auto held = windows.find(entry.person); held != windows.end())
            entry.windows = held->second;
        found.entries.push_back(std::move(entry));
    }
    std::ranges::sort(found.entries, {}, [](const RotationEntry& entry) {
        return std::tuple(entry.term.reached, entry.unit, entry.name, entry.posting);
    });
    return found;
}

FigureTable read_rotation_table(
    RecordStore& store, const Permission& permission, const Translate& translate)
{
    const auto rotation = read_rotation(store, permission);
    FigureTable table{.name = "rotation",
        .title = msgid("Rotation calendar"),
        .today = rotation.today,
        .head = msgid("Month or person"),
        .columns = columns_of_rotation(),
        .total = empty_line(translate(msgid("Together"))),
        .why_empty = {msgid("Nobody serves here whom a unit sends")},
        .details = {msgid("Sending unit"), msgid("Window"), msgid("First day here"),
            msgid("Months here"), msgid("Reaches the term on")}};
    const auto add_month = [&](const std::string& name, const std::string& month) {
        auto line = empty_line(name);
        std::vector<FigureLine> people;
        for (const auto& entry : rotation.entries)
            if (month_of(entry, rotation.today) == month) {
                count(line, entry);
                count(table.total, entry);
                people.push_back(line_of(entry));
            }
        table.lines.push_back(std::move(line));
        std::ranges::move(people, std::back_inserter(table.lines));
    };
    add_month(translate(msgid("Overdue")), {});
    for (const auto& month : rotation.months)
        add_month(month, month);
    if (rotation.later > 0)
        table.notes.push_back({msgid("{1} more reach the term after these twelve months"),
            {std::to_string(rotation.later)}});
    table.notes.push_back(
        {msgid("Only whom a unit sends is bound to the term; an extension that was agreed to puts "
               "it off")});
    FigureReader{store, permission}.note_sight(table);
    return table;
}

} // namespace model

#include "model/dashboard/case_report.h"

#include "model/base/text.h"
#include "model/entities/case_count.h"
#include "model/entities/unit.h"
#include "model/entities/window.h"
#include "model/listing/collation.h"
#include "model/rules/figure_rules.h"
#include "model/store/filter.h"

#include <algorithm>
#include <map>

namespace model {

namespace {

using namespace std::chrono;

using Rows = std::vector<const CaseCount*>;

std::optional<year_month> parse_month(const std::string& text)
{
    const auto day = parse_iso_date(text + "-01");
    return day ? std::optional(year_month(day->year(), day->month())) : std::nullopt;
}

std::string month_text(year_month month)
{
    constexpr std::size_t length = 7;
    return to_iso(Date(month.year(), month.month(), day(1))).substr(0, length);
}

std::string is(std::string_view field, const std::optional<Uuid>& id)
{
    return std::string(field) + (id ? '=' + id->text() : std::string("=\"\""));
}

/// The filter for one row among those of its month and unit.
std::string only(const CaseCount& row)
{
    return '(' + is("place", row.place) + " and " + is("window", row.window) + " and "
        + is("item", row.item) + ')';
}

void add(CaseFigures& sum, const CaseCount& row)
{
    sum.received += row.received.value_or(0);
    sum.done += row.done.value_or(0);
    sum.online += row.online.value_or(0);
    sum.overdue += row.overdue.value_or(0);
    if (row.online && row.received) {
        sum.online_rate.part += *row.online;
        sum.online_rate.whole += *row.received;
    }
    if (row.overdue && row.done) {
        sum.overdue_rate.part += *row.overdue;
        sum.overdue_rate.whole += *row.done;
    }
    ++sum.records;
}

CaseFigures sum_of(const Rows& rows)
{
    CaseFigures sum;
    for (const auto* row : rows)
        add(sum, *row);
    return sum;
}

bool agree(const Rows& whole, const Rows& parts)
{
    if (whole.empty() || parts.empty())
        return true;
    const auto all_say = [](const Rows& rows, std::optional<std::int64_t> CaseCount::*field) {
        return std::ranges::all_of(
            rows, [&](const CaseCount* row) { return (row->*field).has_value(); });
    };
    const auto one = sum_of(whole);
    const auto other = sum_of(parts);
    const auto same = [&](auto CaseCount::*field, auto CaseFigures::*sum) {
        return !all_say(whole, field) || !all_say(parts, field) || one.*sum == other.*sum;
    };
    return same(&CaseCount::received, &CaseFigures::received)
        && same(&CaseCount::done, &CaseFigures::done);
}

/// The rows of a unit at one place, by what they are told in.
struct Group {
    Rows own;                        ///< without window and item
    Rows items;                      ///< of an item, without window
    std::map<Uuid, Rows> windows;    ///< of a window, without item
    std::map<Uuid, Rows> of_windows; ///< of an item at a window

    void put(const CaseCount& row)
    {
        if (!row.window)
            (row.item ? items : own).push_back(&row);
        else
            (row.item ? of_windows : windows)[*row.window].push_back(&row);
    }

    /// Those of the window that count.
    Rows window(const Uuid& id) const
    {
        const auto found = windows.find(id);
        return found != windows.end() ? found->second : of_windows.at(id);
    }

    std::vector<Uuid> window_ids() const
    {
        std::vector<Uuid> ids;
        for (const auto* each : {&windows, &of_windows})
            for (const auto& [id, rows] : *each)
                if (std::ranges::find(ids, id) == ids.end())
                    ids.push_back(id);
        return ids;
    }

    Rows by_windows() const
    {
        Rows rows;
        for (const auto& id : window_ids())
            std::ranges::copy(window(id), std::back_inserter(rows));
        return rows;
    }

    /// Those that count for the unit.
    Rows counted() const
    {
        if (!own.empty())
            return own;
        auto rows = by_windows();
        return rows.empty() ? items : rows;
    }

    Rows all() const
    {
        auto rows = by_windows();
        for (const auto& [id, each] : of_windows)
            if (windows.contains(id))
                std::ranges::copy(each, std::back_inserter(rows));
        for (const auto* each : {&own, &items})
            std::ranges::copy(*each, std::back_inserter(rows));
        return rows;
    }
};

/// One month of the register.
class CountedMonth {
public:
    CountedMonth(std::string month, const std::vector<CaseCount>& counts) : month_(std::move(month))
    {
        for (const auto& row : counts)
            if (row.month.text == month_) {
                if (adds_up(row))
                    groups_[row.unit.value_or(Uuid{})][row.place.value_or(Uuid{})].put(row);
                else
                    wrong_.push_back(&row);
            }
        for (auto& [unit, places] : groups_)
            std::erase_if(places, [&](const auto& each) { return disagrees(unit, each.second); });
    }

    const Rows& wrong() const { return wrong_; }

    /// Units whose parts come to something else, with their rows.
    const std::vector<std::pair<Uuid, Rows>>& at_odds() const { return at_odds_; }

    CaseFigures of_unit(const Uuid& unit) const
    {
        Rows rows;
        if (const auto found = groups_.find(unit); found != groups_.end())
            for (const auto& [place, group] : found->second)
                std::ranges::copy(group.counted(), std::back_inserter(rows));
        return figures(rows);
    }

    CaseFigures of_window(const Uuid& window) const
    {
        Rows rows;
        for (const auto& [unit, places] : groups_)
            for (const auto& [place, group] : places)
                if (group.windows.contains(window) || group.of_windows.contains(window))
                    std::ranges::copy(group.window(window), std::back_inserter(rows));
        return figures(rows);
    }

    CaseFigures of_all_units() const
    {
        Rows rows;
        for (const auto& [unit, places] : groups_)
            for (const auto& [place, group] : places)
                std::ranges::copy(group.counted(), std::back_inserter(rows));
        return figures(rows);
    }

    CaseFigures of_all_windows() const
    {
        Rows rows;
        for (const auto& [unit, places] : groups_)
            for (const auto& [place, group] : places)
                std::ranges::copy(group.by_windows(), std::back_inserter(rows));
        return figures(rows);
    }

    std::vector<Uuid> units() const
    {
        std::vector<Uuid> ids;
        for (const auto& [unit, places] : groups_)
            ids.push_back(unit);
        return ids;
    }

    std::vector<Uuid> windows() const
    {
        std::vector<Uuid> ids;
        for (const auto& [unit, places] : groups_)
            for (const auto& [place, group] : places)
                for (const auto& id : group.window_ids())
                    if (std::ranges::find(ids, id) == ids.end())
                        ids.push_back(id);
        return ids;
    }

    std::string where(const Rows& rows) const
    {
        std::map<std::optional<Uuid>, std::vector<std::string>> of_units;
        for (const auto* row : rows)
            of_units[row->unit].push_back(only(*row));
        std::vector<std::string> parts;
        for (const auto& [unit, each] : of_units)
            parts.push_back('(' + is("unit", unit) + " and (" + join(each, " or ") + "))");
        return "month=" + month_ + (parts.empty() ? "" : " and (" + join(parts, " or ") + ')');
    }

private:
    CaseFigures figures(const Rows& rows) const
    {
        auto sum = sum_of(rows);
        sum.where = where(rows);
        return sum;
    }

    bool disagrees(const Uuid& unit, const Group& group)
    {
        bool is_at_odds = !agree(group.own, group.by_windows()) || !agree(group.own, group.items);
        if (group.own.empty())
            is_at_odds = is_at_odds || !agree(group.by_windows(), group.items);
        for (const auto& [window, rows] : group.windows)
            if (const auto parts = group.of_windows.find(window); parts != group.of_windows.end())
                is_at_odds = is_at_odds || !agree(rows, parts->second);
        if (is_at_odds)
            at_odds_.emplace_back(unit, group.all());
        return is_at_odds;
    }

    std::string month_;
    std::map<Uuid, std::map<Uuid, Group>> groups_; ///< by unit and place
    Rows wrong_;
    std::vector<std::pair<Uuid, Rows>> at_odds_;
};

std::vector<CaseCount> read(
    RecordStore& store, const Extent& seen, const std::vector<std::string>& months)
{
    const auto& def = def_of<CaseCount>();
    Query query{.def = &def, .where = "t.\"month\" IN (?, ?, ?)"};
    for (const auto& month : months)
        query.arguments.emplace_back(month);
    if (const auto condition = seen.condition(def); !condition.empty())
        query.where += " AND (" + condition + ')';
    std::vector<CaseCount> counts;
    for (const auto& record : store.select(query))
        counts.push_back(from_record<CaseCount>(record));
    return counts;
}

template <class Of>
std::vector<CaseReportLine> lines(RecordStore& store, const std::vector<Uuid>& ids, Of of)
{
    std::vector<CaseReportLine> all;
    for (const auto& id : ids) {
        CaseReportLine line{.name = id.is_nil() ? std::string() : store.title_of(id),
            .id = id,
            .now = of(0, id),
            .last_month = of(1, id),
            .last_year = of(2, id)};
        if (!line.now.is_empty() || !line.last_month.is_empty() || !line.last_year.is_empty())
            all.push_back(std::move(line));
    }
    std::ranges::stable_sort(
        all, {}, [](const CaseReportLine& line) { return sort_key(line.name); });
    return all;
}

/// Of all three months, each once.
std::vector<Uuid> united(
    const std::vector<CountedMonth>& months, std::vector<Uuid> (CountedMonth::*of)() const)
{
    std::vector<Uuid> all;
    for (const auto& month : months)
        for (const auto& id : (month.*of)())
            if (std::ranges::find(all, id) == all.end())
                all.push_back(id);
    return all;
}

void tell_troubles(CaseReport& report, RecordStore& store, const CountedMonth& month)
{
    for (const auto* row : month.wrong())
        report.troubles.push_back({{msgid("{1}: its parts do not add up; kept out until they do"),
                                       {row->unit ? store.title_of(*row->unit) : row->month.text}},
            month.where({row})});
    for (const auto& [unit, rows] : month.at_odds())
        report.troubles.push_back(
            {{msgid("{1}: the rows of its windows or items come to other than its own row; kept "
                    "out until they agree"),
                 {unit.is_nil() ? report.month : store.title_of(unit)}},
                month.where(rows)});
}

const CaseFigures& now(const CaseReportLine& line)
{
    return line.now;
}

const CaseFigures& last_month(const CaseReportLine& line)
{
    return line.last_month;
}

const CaseFigures& last_year(const CaseReportLine& line)
{
    return line.last_year;
}

std::string number(const CaseFigures& figures, std::int64_t CaseFigures::*field)
{
    return figures.is_empty() ? std::string() : std::to_string(figures.*field);
}

/// Nothing where no record says it.
std::string part(const CaseFigures& figures, std::int64_t CaseFigures::*field, const Share& rate)
{
    return figures.*field == 0 && rate.whole == 0 ? std::string() : number(figures, field);
}

std::string rate(const Share& share)
{
    const auto percent = share.percent();
    return percent.empty() ? percent : percent + '%';
}

std::string change(const CaseFigures& now, const CaseFigures& before)
{
    return now.is_empty() || before.is_empty() ? std::string()
                                               : change_text(now.received, before.received);
}

} // namespace

CaseReport case_report(RecordStore& store, const Permission& permission, const std::string& month)
{
    const auto asked = parse_month(month);
    if (!asked)
        throw UsageError({msgid("“{1}” is no month: write it as 2026-01"), {month}});
    CaseReport report{.month = month,
        .last_month = month_text(*asked - months{1}),
        .last_year = month_text(*asked - years{1})};
    const auto seen = permission.extent(Action::see, def_of<CaseCount>());
    report.is_part = !seen.condition(def_of<CaseCount>()).empty();
    const auto counts = read(store, seen, {report.month, report.last_month, report.last_year});
    const std::vector<CountedMonth> all{
        {report.month, counts}, {report.last_month, counts}, {report.last_year, counts}};
    report.units = lines(store, united(all, &CountedMonth::units),
        [&](std::size_t at, const Uuid& id) { return all[at].of_unit(id); });
    report.windows = lines(store, united(all, &CountedMonth::windows),
        [&](std::size_t at, const Uuid& id) { return all[at].of_window(id); });
    report.all_units = {.name = {},
        .id = {},
        .now = all[0].of_all_units(),
        .last_month = all[1].of_all_units(),
        .last_year = all[2].of_all_units()};
    report.all_windows = {.name = {},
        .id = {},
        .now = all[0].of_all_windows(),
        .last_month = all[1].of_all_windows(),
        .last_year = all[2].of_all_windows()};
    tell_troubles(report, store, all[0]);
    return report;
}

std::string last_whole_month(Date today)
{
    return month_text(year_month(today.year(), today.month()) - months{1});
}

std::string change_text(std::int64_t now, std::int64_t before)
{
    if (before <= 0)
        return {};
    const auto tenths = (now - before) * 1000 / before;
    const auto size = tenths < 0 ? -tenths : tenths;
    return (now < before ? "-" : "+") + std::to_string(size / 10) + '.' + std::to_string(size % 10)
        + '%';
}

const std::vector<CaseColumn>& case_columns()
{
    static const std::vector<CaseColumn> columns{
        {msgid("Received"), now,
            [](const CaseReportLine& line) { return number(line.now, &CaseFigures::received); }},
        {msgid("Cases done"), now,
            [](const CaseReportLine& line) { return number(line.now, &CaseFigures::done); }},
        {msgid("Online cases"), now,
            [](const CaseReportLine& line) {
                return part(line.now, &CaseFigures::online, line.now.online_rate);
            }},
        {msgid("Online rate"), now,
            [](const CaseReportLine& line) { return rate(line.now.online_rate); }, false},
        {msgid("Overdue cases"), now,
            [](const CaseReportLine& line) {
                return part(line.now, &CaseFigures::overdue, line.now.overdue_rate);
            }},
        {msgid("Overdue rate"), now,
            [](const CaseReportLine& line) { return rate(line.now.overdue_rate); }, false},
        {msgid("Received last month"), last_month,
            [](const CaseReportLine& line) {
                return number(line.last_month, &CaseFigures::received);
            }},
        {msgid("Against last month"), last_month,
            [](const CaseReportLine& line) { return change(line.now, line.last_month); }, false},
        {msgid("Received a year before"), last_year,
            [](const CaseReportLine& line) {
                return number(line.last_year, &CaseFigures::received);
            }},
        {msgid("Against a year before"), last_year,
            [](const CaseReportLine& line) { return change(line.now, line.last_year); }, false},
    };
    return columns;
}

std::vector<std::vector<std::string>> lines_of(
    const CaseReport& report, CaseReportPart part, const Translate& translate)
{
    const bool of_units = part == CaseReportPart::units;
    std::vector<std::vector<std::string>> lines(1);
    lines[0].push_back(translate((of_units ? def_of<Unit>() : def_of<Window>()).label));
    for (const auto& column : case_columns())
        lines[0].push_back(translate(column.head));
    const auto put = [&](const CaseReportLine& line, std::string name) {
        auto& cells = lines.emplace_back();
        cells.push_back(std::move(name));
        for (const auto& column : case_columns())
            cells.push_back(column.text(line));
    };
    for (const auto& line : of_units ? report.units : report.windows)
        put(line, line.id.is_nil() ? translate(msgid("Unit not entered")) : line.name);
    put(of_units ? report.all_units : report.all_windows, translate(msgid("Total")));
    return lines;
}

} // namespace model

#include "model/day/clock_sheet.h"

#include "model/base/text.h"
#include "model/day/clock_text.h"

#include <algorithm>
#include <unordered_map>

namespace model {

namespace {

constexpr std::size_t rows_shown = 30;

std::vector<SheetRow> all_rows(SheetReader& reader)
{
    std::vector<SheetRow> rows;
    SheetRow row;
    while (reader.next(row))
        rows.push_back(row);
    return rows;
}

/// Reads the rows of a file by its layout.
class Reading {
public:
    Reading(ClockSheet& sheet, const std::vector<SheetRow>& rows) : sheet_(sheet), rows_(rows) {}

    void read()
    {
        const auto& layout = sheet_.layout;
        if (layout.form == ClockForm::blocks)
            return read_blocks();
        for (std::size_t i = layout.first; i < rows_.size(); ++i)
            layout.form == ClockForm::months ? read_month(rows_[i]) : read_row(rows_[i]);
    }

private:
    static const std::string& text(const SheetRow& row, std::size_t column)
    {
        static const std::string nothing;
        return column < row.cells.size() ? row.cells[column].text : nothing;
    }

    std::string text(const SheetRow& row, ClockRole role) const
    {
        const auto column = sheet_.layout.column(role);
        return column ? trimmed(text(row, *column)) : std::string();
    }

    static bool is_total(const ClockWho& said)
    {
        constexpr std::string_view totals[]{"合计", "总计", "小计"};
        return std::ranges::any_of(totals, [&](std::string_view total) {
            return folded(said.number).starts_with(total) || folded(said.name).starts_with(total);
        });
    }

    std::optional<std::size_t> who(const ClockWho& said)
    {
        if ((said.number.empty() && said.name.empty() && said.id_number.empty()) || is_total(said))
            return std::nullopt;
        const auto [found, is_new] = places_.try_emplace(said.key(), sheet_.people.size());
        if (is_new)
            sheet_.people.push_back(said);
        return found->second;
    }

    std::optional<std::size_t> who(const SheetRow& row)
    {
        return who({.number = text(row, ClockRole::number),
            .name = text(row, ClockRole::name),
            .id_number = upper(text(row, ClockRole::id_number)),
            .unit = text(row, ClockRole::unit)});
    }

    void refuse(const SheetRow& row, const std::string& column, const std::string& value,
        const Message& reason)
    {
        sheet_.troubles.push_back({row.number, column, value, reason});
    }

    /// The cell, or nothing where it cannot be read, which is told.
    std::optional<ClockCell> cell(const SheetRow& row, std::size_t column, const std::string& head)
    {
        auto read = read_clock_cell(text(row, column));
        if (!read.is_unreadable)
            return read;
        refuse(row, head, text(row, column),
            {msgid("This is neither a time (08:25) nor a word on the day such as 缺卡 or 请假")});
        return std::nullopt;
    }

    static bool is_more(
        const std::optional<Attendance>& one, const std::optional<Attendance>& other)
    {
        constexpr Attendance order[]{Attendance::leave, Attendance::out, Attendance::training,
            Attendance::rest, Attendance::absent, Attendance::missed, Attendance::late,
            Attendance::early, Attendance::present};
        return one && (!other || std::ranges::find(order, *one) < std::ranges::find(order, *other));
    }

    static void add(ClockEntry& entry, const ClockCell& cell)
    {
        entry.times.insert(entry.times.end(), cell.times.begin(), cell.times.end());
        if (is_more(cell.word, entry.word))
            entry.word = cell.word;
    }

    void keep(ClockEntry entry)
    {
        std::ranges::sort(entry.times);
        sheet_.entries.push_back(std::move(entry));
    }

    /// A clocking, or a person's day.
    void read_row(const SheetRow& row)
    {
        const auto person = who(row);
        ClockEntry entry{.row = row.number, .day = {}, .times = {}};
        std::optional<Date> day;
        std::string said; // of the day
        for (std::size_t i = 0; i < sheet_.layout.columns.size(); ++i) {
            const auto& column = sheet_.layout.columns[i];
            if (column.role != ClockRole::when && column.role != ClockRole::in
                && column.role != ClockRole::out && column.role != ClockRole::result)
                continue;
            const auto read = column.role == ClockRole::result
                ? std::optional(read_clock_cell(text(row, i)))
                : cell(row, i, column.head);
            if (!read)
                return;
            if (column.role == ClockRole::when && !day) {
                day = read->date;
                said = text(row, i);
            }
            const bool is_of_words = column.role == ClockRole::result;
            add(entry, is_of_words ? ClockCell{.times = {}, .word = read->word} : *read);
        }
        if (!person)
            return refuse_nobody(row, day.has_value());
        if (!day)
            return refuse(row, "", said, {msgid("The day is missing, or is no day")});
        if (sheet_.layout.form == ClockForm::punches && entry.times.empty() && !entry.word)
            return refuse(row, "", said, {msgid("The time of clocking is missing, or is no time")});
        entry.who = *person;
        entry.day = *day;
        keep(std::move(entry));
    }

    /// Totals and remarks say no day either.
    void refuse_nobody(const SheetRow& row, bool has_day)
    {
        if (has_day)
            refuse(row, "", "", {msgid("Neither a number nor a name says whose row this is")});
    }

    void read_days(const SheetRow& row, std::size_t person, const std::vector<int>& days)
    {
        for (std::size_t i = 0; i < days.size(); ++i) {
            const auto day = days[i] == 0 ? std::nullopt : date_of(days[i]);
            if (!day)
                continue;
            const auto read = cell(row, i, std::to_string(days[i]));
            if (!read)
                continue;
            ClockEntry entry{.row = row.number, .who = person, .day = *day, .times = {}};
            add(entry, *read);
            keep(std::move(entry));
        }
    }

    std::optional<Date> date_of(int day) const
    {
        return parse_iso_date(sheet_.layout.month + (day < 10 ? "-0" : "-") + std::to_string(day));
    }

    void read_month(const SheetRow& row)
    {
        const auto person = who(row);
        if (!person)
            return;
        std::vector<int> days;
        for (const auto& column : sheet_.layout.columns)
            days.push_back(column.role == ClockRole::day ? column.day : 0);
        read_days(row, *person, days);
    }

    void read_blocks()
    {
        std::vector<int> days;
        std::optional<std::size_t> person;
        for (std::size_t i = sheet_.layout.first; i < rows_.size(); ++i) {
            const auto& row = rows_[i];
            if (auto found = days_of_row(row); !found.empty())
                days = std::move(found);
            else if (const auto head = block_head(row))
                person = who({.number = head->number,
                    .name = head->name,
                    .id_number = {},
                    .unit = head->unit});
            else if (person && !days.empty())
                read_days(row, *person, days);
        }
    }

    ClockSheet& sheet_;
    const std::vector<SheetRow>& rows_;
    std::unordered_map<std::string, std::size_t> places_;
};

} // namespace

std::string ClockWho::key() const
{
    return id_number.empty() ? folded(number) + '|' + folded(name) : folded(id_number);
}

std::string ClockWho::text() const
{
    auto words = number;
    if (!name.empty())
        words += (words.empty() ? "" : " ") + name;
    return unit.empty() ? words : words + "（" + unit + "）";
}

ClockSheet read_clock_sheet(
    RecordStore& store, const std::filesystem::path& path, const ClockOptions& options)
{
    const auto reader = open_sheet(path, {.encoding = options.encoding, .sheet = options.sheet});
    const auto rows = all_rows(*reader);
    ClockSheet sheet{.name = file_name(path),
        .sheets = sheet_names(path),
        .encoding = reader->encoding(),
        .beginning = {rows.begin(),
            rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), rows_shown))},
        .layout = clock_layout(store, rows, options, file_name(path)),
        .people = {},
        .entries = {},
        .troubles = {}};
    if (sheet.layout.needs_month() && !parse_iso_date(sheet.layout.month + "-01"))
        throw SheetError({msgid("{1} does not say of which month its days are: say it, such as "
                                "2026-01"),
            {sheet.name}});
    Reading(sheet, rows).read();
    return sheet;
}

std::vector<ClockColumn> unknown_columns(
    const std::filesystem::path& path, const ClockOptions& options)
{
    constexpr std::ptrdiff_t fewest_heads = 2;
    const auto reader = open_sheet(path, {.encoding = options.encoding, .sheet = options.sheet});
    SheetRow row;
    std::vector<ClockColumn> columns;
    for (std::size_t i = 0; columns.empty() && i < rows_shown && reader->next(row); ++i) {
        const auto filled =
            std::ranges::count_if(row.cells, [](const Cell& cell) { return !cell.text.empty(); });
        if (filled >= fewest_heads)
            for (const auto& cell : row.cells)
                columns.push_back({.head = cell.text});
    }
    return columns;
}

} // namespace model

#include "model/day/clock_layout.h"

#include "assets/assets.h"
#include "model/base/text.h"
#include "model/day/clock_text.h"
#include "model/exchange/head_words.h"

#include <boost/json.hpp>

#include <algorithm>

namespace model {

namespace {

constexpr std::string_view heads_file = "codes/clock_heads.csv"; // role,head|head…
constexpr std::size_t rows_with_heads = 40; ///< among the first of a file heads are looked for

struct Head {
    ClockRole role = ClockRole::nothing;
    bool is_weak = false; ///< where nothing else is said to be it
};

std::string plain(std::string_view head)
{
    auto text = bare_head(head);
    std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return text;
}

const std::map<std::string, Head>& known_heads()
{
    static const auto all = [] {
        std::map<std::string, Head> heads;
        const auto lines = split(assets::text(heads_file), '\n');
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const auto cells = split(trimmed(lines[i]), ',');
            if (cells.size() < 2)
                continue;
            const auto or_planned = cells[0].find("_or_planned");
            const auto role = std::ranges::find(
                choices_of<ClockRole>, cells[0].substr(0, or_planned), &Choice::code);
            if (role == choices_of<ClockRole>.end())
                throw std::logic_error(std::string(heads_file) + ": " + lines[i]);
            for (const auto& head : split(cells[1], '|'))
                heads.try_emplace(plain(head),
                    Head{static_cast<ClockRole>(role - choices_of<ClockRole>.begin()),
                        or_planned != std::string::npos});
        }
        return heads;
    }();
    return all;
}

std::optional<Head> head_known(std::string_view text)
{
    const auto head = plain(text);
    if (const auto found = known_heads().find(head); found != known_heads().end())
        return found->second;
    const auto bracket = head.find('(');
    if (bracket == std::string::npos || bracket == 0)
        return std::nullopt;
    const auto found = known_heads().find(head.substr(0, bracket));
    return found == known_heads().end() ? std::nullopt : std::optional(found->second);
}

const std::string& text_at(const SheetRow& row, std::size_t column)
{
    static const std::string nothing;
    return column < row.cells.size() ? row.cells[column].text : nothing;
}

bool names_people(ClockRole role)
{
    return role == ClockRole::number || role == ClockRole::name || role == ClockRole::id_number;
}

/// A head of two lines: the upper one may stand over several columns.
std::vector<std::string> upper_heads(const SheetRow& row, std::size_t width)
{
    std::vector<std::string> heads(width);
    std::string last;
    for (std::size_t i = 0; i < width; ++i) {
        if (!text_at(row, i).empty())
            last = text_at(row, i);
        heads[i] = last;
    }
    return heads;
}

/// What the columns are by one line of heads, or by two.
class HeadLine {
public:
    HeadLine(const SheetRow& upper, const SheetRow* lower)
    {
        const auto width = std::max(upper.cells.size(), lower ? lower->cells.size() : 0);
        const auto over = lower ? upper_heads(upper, width) : std::vector<std::string>(width);
        for (std::size_t i = 0; i < width; ++i)
            columns_.push_back(lower ? column(over[i], text_at(upper, i), text_at(*lower, i))
                                     : column({}, text_at(upper, i), {}));
        drop_weak();
    }

    /// The roles by what somebody said of heads.
    void say(const std::map<std::string, ClockRole>& roles)
    {
        for (auto& each : columns_)
            for (const auto& [head, role] : roles)
                if (bare_head(head) == bare_head(each.head))
                    each.role = role;
    }

    bool knows(ClockRole role) const
    {
        return std::ranges::any_of(columns_, [&](const auto& each) { return each.role == role; });
    }

    /// The form that such columns make.
    std::optional<ClockForm> form() const
    {
        if (std::ranges::none_of(
                columns_, [](const auto& each) { return names_people(each.role); }))
            return std::nullopt;
        if (days() > 0)
            return ClockForm::months;
        if (!knows(ClockRole::when))
            return std::nullopt;
        return knows(ClockRole::in) || knows(ClockRole::out) ? ClockForm::days : ClockForm::punches;
    }

    std::size_t known() const
    {
        return days()
            + static_cast<std::size_t>(std::ranges::count_if(columns_, [](const auto& each) {
                  return each.role < ClockRole::planned && each.role != ClockRole::day;
              }));
    }

    const std::vector<ClockColumn>& columns() const { return columns_; }

private:
    /// Columns of days that make a month; numbers in no order are something else.
    std::size_t days() const
    {
        std::size_t count = 0;
        int last = 0;
        for (const auto& each : columns_)
            if (each.role == ClockRole::day) {
                if (each.day <= last)
                    return 0;
                last = each.day;
                ++count;
            }
        return count >= fewest_days ? count : 0;
    }

    ClockColumn column(const std::string& over, const std::string& upper, const std::string& lower)
    {
        ClockColumn made{.head = lower.empty()  ? upper
                : over.empty() || over == lower ? lower
                                                : over + lower};
        for (const auto& text : {made.head, lower, upper})
            if (const auto known = head_known(text)) {
                made.role = known->role;
                weak_.push_back(known->is_weak);
                return made;
            }
        weak_.push_back(false);
        const auto day = day_of_head(lower.empty() ? upper : lower);
        if (day) {
            made.role = ClockRole::day;
            made.day = *day;
            made.head = lower.empty() ? upper : lower;
        }
        return made;
    }

    /// "上班时间" is when somebody came, unless another column tells that.
    void drop_weak()
    {
        const auto is_told = [this](ClockRole role) {
            for (std::size_t i = 0; i < columns_.size(); ++i)
                if (columns_[i].role == role && !weak_[i])
                    return true;
            return false;
        };
        for (const auto role : {ClockRole::in, ClockRole::out})
            if (is_told(role))
                for (std::size_t i = 0; i < columns_.size(); ++i)
                    if (columns_[i].role == role && weak_[i])
                        columns_[i].role = ClockRole::planned;
    }

    std::vector<ClockColumn> columns_;
    std::vector<bool> weak_;
};

/// By heads, one line of them or two; the reading that knows most of them.
std::optional<ClockLayout> by_heads(
    const std::vector<SheetRow>& rows, const std::map<std::string, ClockRole>& roles)
{
    std::optional<ClockLayout> best;
    std::size_t known = 0;
    for (std::size_t i = 0; i < std::min(rows.size(), rows_with_heads); ++i)
        for (const bool two : {false, true}) {
            if (two && i + 1 >= rows.size())
                continue;
            HeadLine line(rows[i], two ? &rows[i + 1] : nullptr);
            line.say(roles);
            const auto form = line.form();
            if (!form || line.known() <= known)
                continue;
            known = line.known();
            best = ClockLayout{
                .form = *form, .first = i + (two ? 2 : 1), .columns = line.columns(), .month = {}};
        }
    return best;
}

std::optional<ClockLayout> by_blocks(const std::vector<SheetRow>& rows)
{
    for (std::size_t i = 0; i < std::min(rows.size(), rows_with_heads); ++i) {
        const auto days = days_of_row(rows[i]);
        const bool is_block = block_head(rows[i]).has_value();
        if (days.empty() && !is_block)
            continue;
        // One of the two comes first, the other soon after it.
        const auto behind = std::min(rows.size(), i + 4);
        const bool both = std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(i),
            rows.begin() + static_cast<std::ptrdiff_t>(behind), [&](const SheetRow& row) {
                return is_block ? !days_of_row(row).empty() : block_head(row).has_value();
            });
        if (!both)
            continue;
        ClockLayout layout{.form = ClockForm::blocks, .first = i, .columns = {}, .month = {}};
        for (std::size_t column = 0; column < days.size(); ++column)
            layout.columns.push_back({.head = text_at(rows[i], column),
                .role = days[column] > 0 ? ClockRole::day : ClockRole::nothing,
                .day = days[column]});
        return layout;
    }
    return std::nullopt;
}

bool is_number(const std::string& text)
{
    const auto number = trimmed(text);
    return !number.empty()
        && std::ranges::all_of(number, [](unsigned char c) { return std::isalnum(c) || c == '-'; });
}

bool has_chinese(const std::string& text)
{
    return std::ranges::any_of(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0x80U); });
}

/// A file that a clock wrote itself: a number, perhaps a name, and when.
std::optional<ClockLayout> without_heads(
    const std::vector<SheetRow>& rows, const std::map<std::string, ClockRole>& roles)
{
    if (rows.empty())
        return std::nullopt;
    ClockLayout layout;
    bool has_time = false;
    bool has_who = false;
    for (std::size_t i = 0; i < rows[0].cells.size(); ++i) {
        const auto& text = rows[0].cells[i].text;
        const auto cell = read_clock_cell(text);
        ClockColumn column{.head = std::to_string(i + 1)};
        if (cell.date || !cell.times.empty())
            column.role = ClockRole::when;
        else if (!has_time && is_number(text) && !layout.column(ClockRole::number))
            column.role = ClockRole::number;
        else if (!has_time && has_chinese(text) && !layout.column(ClockRole::name))
            column.role = ClockRole::name;
        if (const auto said = roles.find(column.head); said != roles.end())
            column.role = said->second;
        has_time = has_time || column.role == ClockRole::when;
        has_who = has_who || names_people(column.role);
        layout.columns.push_back(column);
    }
    return has_time && has_who ? std::optional(layout) : std::nullopt;
}

std::string setting(const std::vector<ClockColumn>& columns)
{
    std::vector<std::string> heads;
    for (const auto& column : columns)
        heads.push_back(column.role == ClockRole::day ? std::string("#") : bare_head(column.head));
    return "clock/" + Uuid::named("heads", join(heads, "\n")).text();
}

std::map<std::string, ClockRole> remembered(
    RecordStore& store, const std::vector<ClockColumn>& columns)
{
    std::map<std::string, ClockRole> roles;
    const auto kept = store.rows().setting(setting(columns));
    boost::system::error_code error;
    const auto json = boost::json::parse(kept, error);
    if (kept.empty() || error || !json.is_object())
        return roles;
    for (const auto& [head, role] : json.get_object())
        if (const auto* code = role.if_string())
            if (const auto found = std::ranges::find(
                    choices_of<ClockRole>, std::string_view(*code), &Choice::code);
                found != choices_of<ClockRole>.end())
                roles.emplace(head, static_cast<ClockRole>(found - choices_of<ClockRole>.begin()));
    return roles;
}

std::optional<ClockLayout> layout_by(
    const std::vector<SheetRow>& rows, const std::map<std::string, ClockRole>& roles)
{
    auto layout = by_heads(rows, roles);
    if (!layout)
        layout = by_blocks(rows);
    if (!layout)
        layout = without_heads(rows, roles);
    return layout;
}

std::string month_of(const std::vector<SheetRow>& rows, const ClockLayout& layout,
    const ClockOptions& options, const std::string& file)
{
    if (!options.month.empty())
        return options.month;
    const auto last = std::min(rows.size(), layout.first + 2);
    for (std::size_t i = 0; i < last; ++i)
        for (const auto& cell : rows[i].cells)
            if (const auto month = month_in(cell.text))
                return *month;
    return month_in(file).value_or("");
}

void expect_heads(const ClockLayout& layout, const std::map<std::string, ClockRole>& roles)
{
    std::vector<std::string> heads;
    for (const auto& column : layout.columns)
        heads.push_back(column.head);
    for (const auto& [said, role] : roles)
        if (std::ranges::none_of(
                heads, [&](const auto& head) { return bare_head(head) == bare_head(said); }))
            throw UsageError({msgid("The sheet has no head “{1}”; its heads are {2}"),
                {said, join(heads, "、")}});
}

} // namespace

std::optional<std::size_t> ClockLayout::column(ClockRole role) const
{
    const auto found = std::ranges::find(columns, role, &ClockColumn::role);
    return found == columns.end()
        ? std::nullopt
        : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

ClockLayout clock_layout(RecordStore& store, const std::vector<SheetRow>& rows,
    const ClockOptions& options, const std::string& file)
{
    auto layout = layout_by(rows, options.roles);
    // Heads that nobody knows are remembered by themselves.
    std::map<std::string, ClockRole> said;
    for (std::size_t i = 0; i < std::min(rows.size(), rows_with_heads); ++i) {
        said = remembered(store, layout ? layout->columns : HeadLine(rows[i], nullptr).columns());
        if (!said.empty() || layout)
            break;
    }
    const bool is_remembered = !said.empty();
    for (const auto& [head, role] : options.roles)
        said[head] = role;
    if (is_remembered)
        layout = layout_by(rows, said);
    if (!layout)
        throw HeadsError(
            {msgid("{1}: no row has heads that name people and times of clocking (工号, 姓名, "
                   "打卡时间, …); say what its columns are, or choose another sheet"),
                {file}});
    expect_heads(*layout, options.roles);
    layout->said = std::move(said);
    layout->is_remembered = is_remembered;
    if (layout->needs_month())
        layout->month = month_of(rows, *layout, options, file);
    return *layout;
}

void remember_layout(RecordStore& store, const ClockLayout& layout)
{
    if (layout.said.empty())
        return;
    boost::json::object kept;
    for (const auto& [head, role] : layout.said)
        kept[head] = choices_of<ClockRole>.at(static_cast<std::size_t>(role)).code;
    store.rows().set_setting(setting(layout.columns), boost::json::serialize(kept));
}

} // namespace model

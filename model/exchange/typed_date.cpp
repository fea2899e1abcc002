#include "model/exchange/typed_date.h"

#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <utility>
#include <vector>

namespace model {

namespace {

/// The numbers of the text and what stands between and after them: "2026年1月8日" has 2026, 1, 8
/// and "年", "月", "日".
struct Numbers {
    std::vector<std::string> digits;
    std::vector<std::string> marks;
};

std::optional<Numbers> numbers_in(std::string_view text)
{
    Numbers found;
    while (!text.empty()) {
        const auto digits = text.substr(0, text.find_first_not_of("0123456789"));
        if (digits.empty() || digits.size() > 8)
            return std::nullopt;
        text.remove_prefix(digits.size());
        const auto mark = text.substr(0, text.find_first_of("0123456789"));
        text.remove_prefix(mark.size());
        found.digits.emplace_back(digits);
        found.marks.push_back(trimmed(mark));
    }
    return found;
}

int number(const std::string& digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// Whether the marks are one of the ways to write so many numbers. A full stop may end what has
/// 年 and 月 and a final mark may be missing.
bool fits(const Numbers& numbers, std::initializer_list<std::vector<std::string>> ways)
{
    for (auto way : ways) {
        if (way == numbers.marks)
            return true;
        way.back().clear();
        if (way == numbers.marks)
            return true;
    }
    return false;
}

/// The date's part of "2026-01-08T00:00:00" or "2026/1/8 0:00".
std::string_view without_time(std::string_view text)
{
    const auto end = text.find_first_of("T ");
    if (end == std::string_view::npos || text.find(':', end) == std::string_view::npos)
        return text;
    return text.substr(0, end);
}

std::optional<Date> date_of(int year, int month, int day)
{
    if (month > 12 || day > 31) // chrono keeps no more than a byte of them
        return std::nullopt;
    const Date date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional{date} : std::nullopt;
}

/// Year, month and day as numbers, whether there is such a day or not.
struct Parts {
    int year = 0;
    int month = 0;
    int day = 0;
};

std::string with_plain_signs(std::string text)
{
    constexpr std::array<std::pair<std::string_view, char>, 6> signs{
        {{"。", '.'}, {"·", '.'}, {"、", '/'}, {"—", '-'}, {"–", '-'}, {"−", '-'}}};
    for (const auto& [sign, plain] : signs)
        for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
            text.replace(at, sign.size(), 1, plain);
    return text;
}

/// How far the text goes from today: "明天", "+7", "3天前".
std::optional<int> days_from_today(const std::string& typed)
{
    constexpr std::array<std::pair<std::string_view, int>, 13> words{{{"今天", 0}, {"今日", 0},
        {"today", 0}, {"明天", 1}, {"明日", 1}, {"tomorrow", 1}, {"昨天", -1}, {"昨日", -1},
        {"yesterday", -1}, {"后天", 2}, {"大后天", 3}, {"前天", -2}, {"大前天", -3}}};
    for (const auto& [word, days] : words)
        if (lower(typed) == word)
            return days;
    const auto digits_at = typed.find_first_of("0123456789");
    if (digits_at == std::string::npos)
        return std::nullopt;
    const auto before = trimmed(typed.substr(0, digits_at));
    const auto end = std::min(typed.find_first_not_of("0123456789", digits_at), typed.size());
    const auto after = trimmed(typed.substr(end));
    constexpr std::size_t most_digits = 5;
    if (end - digits_at > most_digits)
        return std::nullopt;
    const int days = number(typed.substr(digits_at, end - digits_at));
    const bool is_bare = after.empty() || after == "天" || after == "日";
    if ((before == "+" && is_bare) || (before.empty() && (after == "天后" || after == "天以后")))
        return days;
    if ((before == "-" && is_bare) || (before.empty() && (after == "天前" || after == "天以前")))
        return -days;
    return std::nullopt;
}

/// A year of two digits, between 79 years ago and 20 years ahead.
int whole_year(const std::string& digits, Date today)
{
    if (digits.size() != 2)
        return number(digits);
    constexpr int ahead = 20;
    const int latest = static_cast<int>(today.year()) + ahead;
    const int year = latest / 100 * 100 + number(digits);
    return year > latest ? year - 100 : year;
}

bool are_short(const Numbers& numbers, std::size_t from)
{
    return std::all_of(numbers.digits.begin() + static_cast<std::ptrdiff_t>(from),
        numbers.digits.end(), [](const std::string& digits) { return digits.size() <= 2; });
}

std::optional<Parts> parts_in(const Numbers& numbers, Date today)
{
    const auto& digits = numbers.digits;
    const int year = static_cast<int>(today.year());
    if (digits.size() == 1) {
        const auto& all = digits[0];
        const auto& mark = numbers.marks[0];
        if (all.size() == 8 && mark.empty())
            return Parts{number(all.substr(0, 4)), number(all.substr(4, 2)), number(all.substr(6))};
        if (all.size() == 4 && mark.empty())
            return Parts{year, number(all.substr(0, 2)), number(all.substr(2))};
        if (all.size() <= 2 && (mark == "日" || mark == "号"))
            return Parts{year, static_cast<int>(static_cast<unsigned>(today.month())), number(all)};
        return std::nullopt;
    }
    if (digits.size() == 2 && are_short(numbers, 0)
        && fits(numbers, {{"-", ""}, {"/", ""}, {".", ""}, {"", ""}, {"月", "日"}, {"月", "号"}}))
        return Parts{year, number(digits[0]), number(digits[1])};
    if (digits.size() == 3 && (digits[0].size() == 4 || digits[0].size() == 2)
        && are_short(numbers, 1)
        && fits(numbers,
            {{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"", "", ""}, {"年", "月", "日"},
                {"年", "月", "号"}}))
        return Parts{whole_year(digits[0], today), number(digits[1]), number(digits[2])};
    return std::nullopt;
}

} // namespace

std::variant<Date, Message> read_entered_date(std::string_view text, Date today)
{
    const auto typed = with_plain_signs(trimmed(half_width(text)));
    if (const auto days = days_from_today(typed))
        return Date{std::chrono::sys_days{today} + std::chrono::days{*days}};
    if (const auto date = parse_typed_date(typed, today))
        return *date;
    const auto numbers = numbers_in(without_time(typed));
    const auto parts =
        numbers && !numbers->digits.empty() ? parts_in(*numbers, today) : std::nullopt;
    if (parts) {
        if (const auto date = date_of(parts->year, parts->month, parts->day))
            return *date;
        if (const auto first = date_of(parts->year, parts->month, 1); first && parts->day > 0) {
            const std::chrono::year_month_day_last last{
                first->year() / first->month() / std::chrono::last};
            return Message{msgid("{1}-{2} has only {3} days"),
                {std::to_string(parts->year), std::to_string(parts->month),
                    std::to_string(static_cast<unsigned>(last.day()))}};
        }
    }
    return Message{
        msgid("“{1}” is not a date: type it like 20260131, 1-31, today or +7"), {trimmed(text)}};
}

std::optional<Date> parse_typed_date(std::string_view text, Date today)
{
    const auto typed = trimmed(half_width(text));
    if (typed == "今天" || lower(typed) == "today")
        return today;
    const auto numbers = numbers_in(without_time(typed));
    if (!numbers || numbers->digits.empty())
        return std::nullopt;
    const auto& digits = numbers->digits;
    if (digits.size() == 1 && digits[0].size() == 8 && numbers->marks[0].empty())
        return date_of(number(digits[0].substr(0, 4)), number(digits[0].substr(4, 2)),
            number(digits[0].substr(6)));
    if (digits.size() != 3 || digits[0].size() != 4
        || !fits(*numbers,
            {{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"},
                {"年", "月", "号"}}))
        return std::nullopt;
    return date_of(number(digits[0]), number(digits[1]), number(digits[2]));
}

std::optional<std::string> parse_typed_month(std::string_view text, Date today)
{
    const auto typed = trimmed(half_width(text));
    if (typed == "本月" || lower(typed) == "this month")
        return to_iso(today).substr(0, 7);
    auto numbers = numbers_in(typed);
    if (!numbers || numbers->digits.empty())
        return std::nullopt;
    auto& digits = numbers->digits;
    if (digits.size() == 1 && digits[0].size() == 6 && numbers->marks[0].empty())
        *numbers = {{digits[0].substr(0, 4), digits[0].substr(4)}, {"-", ""}};
    if (digits.size() != 2 || digits[0].size() != 4
        || !fits(*numbers, {{"-", ""}, {"/", ""}, {".", ""}, {"年", "月"}, {"年", "月份"}}))
        return std::nullopt;
    const auto first = date_of(number(digits[0]), number(digits[1]), 1);
    return first ? std::optional{to_iso(*first).substr(0, 7)} : std::nullopt;
}

std::optional<std::string> parse_typed_time(std::string_view text)
{
    const auto numbers = numbers_in(trimmed(half_width(text)));
    if (!numbers
        || !fits(*numbers, {{":", ""}, {":", ":", ""}, {"时", "分"}, {"点", "分"}, {"时"}, {"点"}}))
        return std::nullopt;
    const auto& digits = numbers->digits;
    // A lone number without its 时 or 点 could be anything.
    if (digits.size() == 1 && numbers->marks[0].empty())
        return std::nullopt;
    const int hour = number(digits[0]);
    const int minute = digits.size() > 1 ? number(digits[1]) : 0;
    if (hour > 23 || minute > 59)
        return std::nullopt;
    std::array<char, 16> time{};
    std::snprintf(time.data(), time.size(), "%02d:%02d", hour, minute);
    return time.data();
}

} // namespace model

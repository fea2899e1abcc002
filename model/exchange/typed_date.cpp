#include "model/exchange/typed_date.h"

#include "model/base/text.h"

#include <array>
#include <charconv>
#include <cstdio>
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
    const Date date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional{date} : std::nullopt;
}

} // namespace

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

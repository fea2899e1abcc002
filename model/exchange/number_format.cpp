#include "model/exchange/number_format.h"

#include "model/base/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace model {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_between(int id, int first, int last)
{
    return id >= first && id <= last;
}

/// The letters of a format that stand for parts of the date, without what is quoted or escaped.
struct Letters {
    std::string text;
    bool elapsed = false; ///< [h], [mm] or [ss]
};

Letters letters_of(std::string_view code)
{
    Letters found;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '[') {
            const auto end = std::min(code.find(']', i), code.size());
            const auto inside = code.substr(i + 1, end - i - 1);
            found.elapsed |=
                !inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos;
            i = end;
        } else if (c >= 'A' && c <= 'Z') {
            found.text += static_cast<char>(c - 'A' + 'a');
        } else if (c >= 'a' && c <= 'z') {
            found.text += c;
        }
    }
    return found;
}

std::string two_digits(std::int64_t number)
{
    const auto text = std::to_string(number);
    return text.size() < 2 ? '0' + text : text;
}

std::string time_text(std::int64_t seconds)
{
    auto text = two_digits(seconds / 3600) + ':' + two_digits(seconds / 60 % 60);
    if (seconds % 60 != 0)
        text += ':' + two_digits(seconds % 60);
    return text;
}

/// "-1234.5E-3" taken apart, or nothing. The digits are without leading and trailing zeros.
struct Parts {
    bool negative = false;
    std::string digits;
    int point = 0; ///< where the decimal point stands, counted from the front of the digits
};

std::optional<Parts> take_apart(std::string_view text)
{
    Parts parts{.negative = text.starts_with('-')};
    text.remove_prefix(text.starts_with('-') || text.starts_with('+'));
    bool fraction = false;
    bool any = false;
    std::size_t i = 0;
    for (; i < text.size() && (is_digit(text[i]) || (text[i] == '.' && !fraction)); ++i) {
        fraction |= text[i] == '.';
        any |= is_digit(text[i]);
        if (text[i] == '.' || (text[i] == '0' && parts.digits.empty())) {
            parts.point -= text[i] == '0' && fraction;
            continue;
        }
        parts.digits += text[i];
        parts.point += !fraction;
    }
    if (!any)
        return std::nullopt;
    if (i < text.size()) {
        if (text[i] != 'e' && text[i] != 'E')
            return std::nullopt;
        text.remove_prefix(i + 1);
        text.remove_prefix(text.starts_with('+'));
        constexpr int largest_power = 400; // no double comes near
        int power = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), power);
        if (error != std::errc() || stop != text.data() + text.size() || power < -largest_power
            || power > largest_power)
            return std::nullopt;
        parts.point += power;
    }
    return parts;
}

void round_digits(Parts& parts, std::size_t kept)
{
    if (parts.digits.size() > kept) {
        const bool up = parts.digits[kept] >= '5';
        parts.digits.resize(kept);
        auto last = parts.digits.rbegin();
        while (up && last != parts.digits.rend() && *last == '9')
            *last++ = '0';
        if (up && last != parts.digits.rend()) {
            ++*last;
        } else if (up) {
            parts.digits.insert(parts.digits.begin(), '1');
            ++parts.point;
        }
    }
    const auto end = parts.digits.find_last_not_of('0');
    parts.digits.resize(end == std::string::npos ? 0 : end + 1);
}

std::string put_together(const Parts& parts)
{
    if (parts.digits.empty())
        return "0";
    std::string text = parts.negative ? "-" : "";
    const auto point = static_cast<std::size_t>(std::max(parts.point, 0));
    if (point == 0)
        text += '0';
    text.append(parts.digits, 0, point);
    text.append(point - std::min(point, parts.digits.size()), '0');
    if (parts.digits.size() > point) {
        text += '.';
        text.append(static_cast<std::size_t>(std::max(-parts.point, 0)), '0');
        text.append(parts.digits, point);
    }
    return text;
}

} // namespace

NumberFormat builtin_format(int id)
{
    if (id == 22)
        return NumberFormat::date_time;
    if (id == 46)
        return NumberFormat::elapsed;
    if (is_between(id, 18, 21) || is_between(id, 32, 35) || id == 45 || id == 47
        || is_between(id, 55, 56))
        return NumberFormat::time;
    if (is_between(id, 14, 17) || is_between(id, 27, 36) || is_between(id, 50, 58))
        return NumberFormat::date;
    return NumberFormat::number;
}

NumberFormat classify_format(std::string_view code)
{
    auto [letters, elapsed] = letters_of(code);
    if (elapsed)
        return NumberFormat::elapsed;
    if (letters == "general")
        return NumberFormat::number;
    const auto has = [&](std::string_view any) {
        return letters.find_first_of(any) != std::string::npos;
    };
    const bool time = has("hs");
    const bool date = has("yd") || (has("m") && !time);
    if (date)
        return time ? NumberFormat::date_time : NumberFormat::date;
    return time ? NumberFormat::time : NumberFormat::number;
}

std::optional<std::string> date_text(double serial, NumberFormat format, bool since_1904)
{
    using namespace std::chrono;
    constexpr double end = 2'958'466; // the day after 9999-12-31
    constexpr std::int64_t day_seconds = 86'400;
    if (!(serial >= 0 && serial < end))
        return std::nullopt;
    const auto all_seconds = std::llround(serial * static_cast<double>(day_seconds));
    if (format == NumberFormat::elapsed)
        return time_text(all_seconds);
    const auto seconds = all_seconds % day_seconds;
    if (format == NumberFormat::time)
        return time_text(seconds);

    const auto days_since = all_seconds / day_seconds;
    if (days_since == 0 && !since_1904)
        return seconds != 0 ? std::optional(time_text(seconds)) : std::nullopt;
    // Excel's 1900 has a 29 February, day 60, that never was; before it the count is one less.
    const sys_days zero = since_1904 ? sys_days(1904y / January / 1)
        : days_since < 60            ? sys_days(1899y / December / 31)
                                     : sys_days(1899y / December / 30);
    const year_month_day day = zero + days(days_since);
    if (day.year() > 9999y)
        return std::nullopt;
    auto text = to_iso(day);
    if (format == NumberFormat::date_time && seconds != 0)
        text += 'T' + time_text(seconds);
    return text;
}

std::optional<std::string> plain_number(std::string_view text)
{
    const auto digits = text.substr(text.starts_with('-'));
    if (!digits.empty() && std::ranges::all_of(digits, is_digit)
        && (digits[0] != '0' || digits.size() == 1))
        return std::string(text);
    auto parts = take_apart(text);
    if (!parts)
        return std::nullopt;
    constexpr std::size_t kept_digits = 15;
    round_digits(*parts, kept_digits);
    return put_together(*parts);
}

} // namespace model

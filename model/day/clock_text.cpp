#include "model/day/clock_text.h"

#include "assets/assets.h"
#include "model/base/text.h"

#include <algorithm>
#include <stdexcept>

namespace model {

namespace {

constexpr std::string_view words_file = "codes/clock_words.csv"; // state,word|word…

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

struct Word {
    std::string text;
    Attendance state;
};

/// In the order of their lists.
const std::vector<Word>& words()
{
    static const auto all = [] {
        std::vector<Word> found;
        const auto lines = split(assets::text(words_file), '\n');
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const auto cells = split(trimmed(lines[i]), ',');
            const auto state = std::ranges::find(choices_of<Attendance>, cells[0], &Choice::code);
            if (cells.size() < 2)
                continue;
            if (state == choices_of<Attendance>.end())
                throw std::logic_error(std::string(words_file) + ": " + lines[i]);
            for (auto& word : split(cells[1], '|'))
                found.push_back({std::move(word),
                    static_cast<Attendance>(state - choices_of<Attendance>.begin())});
        }
        return found;
    }();
    return all;
}

std::optional<Attendance> word_in(std::string_view text)
{
    for (const auto& [word, state] : words())
        if (text.find(word) != std::string_view::npos)
            return state;
    return std::nullopt;
}

std::optional<Date> date_of(int year, int month, int day)
{
    using namespace std::chrono;
    const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
        std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

/// Goes through a cell from its front to its back.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(half_width(text)) {}

    ClockCell read()
    {
        while (at_ < text_.size())
            if (!is_digit(text_[at_]))
                rest_ += text_[at_++];
            else if (!take_date() && !take_time())
                take_number();
        settle();
        return std::move(cell_);
    }

private:
    bool meets(std::string_view sign) const
    {
        return std::string_view(text_).substr(at_).starts_with(sign);
    }

    bool skip(std::initializer_list<std::string_view> signs)
    {
        for (const auto sign : signs)
            if (meets(sign)) {
                at_ += sign.size();
                return true;
            }
        return false;
    }

    /// A number of at most so many digits, or -1.
    int number(std::size_t most)
    {
        int value = 0;
        const auto begin = at_;
        while (at_ < text_.size() && at_ - begin < most && is_digit(text_[at_]))
            value = value * 10 + (text_[at_++] - '0');
        return at_ == begin ? -1 : value;
    }

    std::size_t digits() const
    {
        std::size_t count = 0;
        while (at_ + count < text_.size() && is_digit(text_[at_ + count]))
            ++count;
        return count;
    }

    /// "2026-01-08", "2026/1/8", "2026年1月8日", "20260108", "26-01-08".
    bool take_date()
    {
        const auto begin = at_;
        const auto count = digits();
        std::optional<Date> date;
        if (count == 8) {
            const int year = number(4);
            const int month = number(2);
            date = date_of(year, month, number(2));
        } else if (count == 4 || count == 2) {
            const int year = number(4);
            const int month = skip({"-", "/", ".", "年"}) ? number(2) : -1;
            const int day = month > 0 && skip({"-", "/", ".", "月"}) ? number(2) : -1;
            if (day > 0)
                date = date_of(count == 2 ? 2000 + year : year, month, day);
            skip({"日", "号"});
        }
        if (!date)
            at_ = begin;
        else if (!cell_.date)
            cell_.date = date;
        return date.has_value();
    }

    /// "08:25", "8:25:31", "8时30分", "8点".
    bool take_time()
    {
        const auto begin = at_;
        const int hour = number(2);
        int minute = -1;
        if (skip({":"}) && digits() >= 2) {
            minute = number(2);
            if (meets(":")) {
                ++at_;
                number(2);
            }
        } else if (at_ = begin, number(2), skip({"时", "点"})) {
            minute = digits() > 0 ? number(2) : 0;
            skip({"分"});
        }
        if (minute < 0) {
            at_ = begin;
            return false;
        }
        if (hour > 23 || minute > 59)
            cell_.is_unreadable = true;
        else
            cell_.times.push_back(moved(hour * 60 + minute));
        rest_ += ' ';
        return true;
    }

    /// By the words before it.
    int moved(int minute) const
    {
        const auto before = std::string_view(rest_).substr(rest_.find_last_of(' ') + 1);
        const auto all = std::string_view(rest_);
        const auto ends = [&](std::string_view word) {
            return before.ends_with(word) || without_white_ends(all).ends_with(word);
        };
        if (ends("次日"))
            return minute + minutes_a_day;
        const bool is_afternoon = ends("下午") || ends("晚上") || ends("PM") || ends("pm");
        return is_afternoon && minute < minutes_a_day / 2 ? minute + minutes_a_day / 2 : minute;
    }

    void take_number()
    {
        has_number_ = true;
        while (at_ < text_.size() && is_digit(text_[at_]))
            rest_ += text_[at_++];
    }

    void settle()
    {
        cell_.word = word_in(rest_);
        if (cell_.date || !cell_.times.empty() || cell_.word)
            return;
        std::string left;
        for (const auto& part : split(rest_, ' '))
            left += part;
        for (const std::string_view nothing :
            {"-", "/", "—", "–", "\\", "*", "·", "\n", "\r", "\t"})
            for (auto at = left.find(nothing); at != std::string::npos; at = left.find(nothing))
                left.erase(at, nothing.size());
        cell_.is_unreadable = cell_.is_unreadable || has_number_ || !trimmed(left).empty();
    }

    std::string text_;
    std::size_t at_ = 0;
    std::string rest_; ///< what is neither a day nor a time
    bool has_number_ = false;
    ClockCell cell_;
};

} // namespace

ClockCell read_clock_cell(std::string_view text)
{
    auto cell = Scanner(text).read();
    std::ranges::sort(cell.times);
    const auto doubles = std::ranges::unique(cell.times);
    cell.times.erase(doubles.begin(), doubles.end());
    return cell;
}

std::optional<int> day_of_head(std::string_view text)
{
    const auto head = trimmed(half_width(text));
    if (const auto cell = read_clock_cell(head); cell.date && cell.times.empty())
        return static_cast<int>(static_cast<unsigned>(cell.date->day()));
    int day = 0;
    std::size_t at = 0;
    while (at < head.size() && at < 2 && is_digit(head[at]))
        day = day * 10 + (head[at++] - '0');
    if (at == 0 || day < 1 || day > 31 || (at < head.size() && is_digit(head[at])))
        return std::nullopt;
    auto rest = folded(head.substr(at));
    for (const std::string_view sign : {"日", "号", "星期", "周", "(", ")", "\n", ".0"})
        for (auto found = rest.find(sign); found != std::string::npos; found = rest.find(sign))
            rest.erase(found, sign.size());
    constexpr std::string_view weekdays[]{"", "一", "二", "三", "四", "五", "六", "天", "日"};
    return std::ranges::find(weekdays, rest) != std::end(weekdays) ? std::optional(day)
                                                                   : std::nullopt;
}

std::optional<std::string> month_in(std::string_view text)
{
    const auto line = half_width(text);
    for (std::size_t at = line.find("20"); at != std::string::npos; at = line.find("20", at + 1)) {
        const auto digit = [&](std::size_t i) { return i < line.size() && is_digit(line[i]); };
        if ((at > 0 && digit(at - 1)) || !digit(at + 2) || !digit(at + 3))
            continue;
        auto behind = at + 4;
        for (const std::string_view sign : {"-", "/", ".", "年", " "})
            if (std::string_view(line).substr(behind).starts_with(sign)) {
                behind += sign.size();
                break;
            }
        int month = 0;
        std::size_t count = 0;
        for (; count < 2 && digit(behind + count); ++count)
            month = month * 10 + (line[behind + count] - '0');
        if (count > 0 && month >= 1 && month <= 12)
            return line.substr(at, 4) + (month < 10 ? "-0" : "-") + std::to_string(month);
    }
    return std::nullopt;
}

std::string clock_text(int minute)
{
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    const int of_day = minute % minutes_a_day;
    return two(of_day / 60) + ':' + two(of_day % 60);
}

std::string clock_text(const std::vector<int>& minutes)
{
    std::vector<std::string> texts;
    for (const int minute : minutes)
        texts.push_back(clock_text(minute));
    return join(texts, " ");
}

} // namespace model

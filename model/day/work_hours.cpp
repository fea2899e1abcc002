#include "model/day/work_hours.h"

#include "model/base/text.h"
#include "model/day/clock_text.h"
#include "model/rules/limits.h"

#include <algorithm>

namespace model {

namespace {

constexpr int noon = minutes_a_day / 2;

enum class Season { any, summer, winter };

/// Goes through the words of opening hours.
class HoursText {
public:
    HoursText(std::string_view text, bool is_summer)
        : text_(lower(half_width(text)))
        , is_summer_(is_summer)
    {
    }

    std::vector<Hours> read()
    {
        while (at_ < text_.size())
            if (!take_word() && !take_time())
                ++at_;
        std::ranges::sort(hours_, {}, &Hours::from);
        return std::move(hours_);
    }

private:
    bool skip(std::string_view word)
    {
        if (!std::string_view(text_).substr(at_).starts_with(word))
            return false;
        at_ += word.size();
        return true;
    }

    bool skip_any(std::initializer_list<std::string_view> words)
    {
        return std::ranges::any_of(words, [this](std::string_view word) { return skip(word); });
    }

    bool take_word()
    {
        if (skip_any({";", "。", "\n"})) {
            season_ = Season::any;
            is_weekend_ = is_afternoon_ = false;
            from_.reset();
        } else if (skip("夏")) {
            season_ = Season::summer;
        } else if (skip("冬")) {
            season_ = Season::winter;
        } else if (skip_any({"周一", "星期一", "工作日"})) {
            is_weekend_ = false;
            skip_any({"至周日", "至星期日", "至周六", "到周日", "到周六", "-周日", "-周六"});
        } else if (skip_any({"周六", "周日", "星期六", "星期日", "周末", "双休", "节假日"})) {
            is_weekend_ = true;
        } else if (skip_any({"上午", "早上"})) {
            is_afternoon_ = false;
        } else if (skip_any({"下午", "晚上"})) {
            is_afternoon_ = true;
        } else {
            return false;
        }
        return true;
    }

    int number()
    {
        int value = -1;
        for (int i = 0; i < 2 && at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++i)
            value = std::max(value, 0) * 10 + (text_[at_++] - '0');
        return value;
    }

    /// "9:00", "9点", "9时30分"; of two that follow each other the second ends what the first
    /// begins.
    bool take_time()
    {
        const auto begin = at_;
        const int hour = number();
        if (hour < 0)
            return false;
        int minute = -1;
        if (skip(":"))
            minute = number();
        else if (skip_any({"点", "时"}))
            minute = skip("半") ? 30 : std::max(number(), 0);
        if (minute < 0 || hour > 24 || minute > 59) {
            from_.reset();
            at_ = begin + 1;
            return true;
        }
        skip("分");
        const int at = hour * 60 + minute;
        keep(is_afternoon_ && at < noon ? at + noon : at);
        return true;
    }

    void keep(int at)
    {
        if (!from_) {
            from_ = at;
            return;
        }
        const bool is_meant =
            !is_weekend_ && (season_ == Season::any || (season_ == Season::summer) == is_summer_);
        if (is_meant && *from_ < at && at - *from_ < minutes_a_day)
            hours_.push_back({*from_, at});
        from_.reset();
    }

    std::string text_;
    bool is_summer_;
    std::size_t at_ = 0;
    Season season_ = Season::any;
    bool is_weekend_ = false;
    bool is_afternoon_ = false;
    std::optional<int> from_;
    std::vector<Hours> hours_;
};

std::int64_t figure(std::string_view name, const Context& context)
{
    const auto limit = limit_on(name, context);
    return limit ? limit->value : 0;
}

/// 830 as 8:30.
int time_figure(std::string_view name, const Context& context)
{
    const auto value = static_cast<int>(figure(name, context));
    return value / 100 * 60 + value % 100;
}

/// What is left of each half, from its first minute at work to its last.
std::vector<Hours> at_work(const std::vector<Hours>& hours, const std::vector<Away>& away)
{
    std::vector<Hours> left;
    for (auto half : hours) {
        for (bool moved = true; moved;) {
            moved = false;
            for (const auto& each : away) {
                if (each.hours.from <= half.from && half.from < each.hours.to) {
                    half.from = each.hours.to;
                    moved = true;
                }
                if (each.hours.from < half.to && half.to <= each.hours.to) {
                    half.to = each.hours.from;
                    moved = true;
                }
            }
        }
        if (half.from < half.to)
            left.push_back(half);
    }
    return left;
}

/// The judgement of one piece of the day in which somebody is to be there without a break.
struct Piece {
    std::optional<int> in;
    std::optional<int> out;
    std::int64_t late = 0;
    std::int64_t early = 0;
    bool is_empty = false;
    bool lacks_one = false;
};

Piece judge_piece(const Hours& piece, const std::vector<int>& times)
{
    Piece found;
    if (times.empty()) {
        found.is_empty = true;
        return found;
    }
    if (times.size() > 1) {
        found.in = times.front();
        found.out = times.back();
    } else if (times.front() <= (piece.from + piece.to) / 2) {
        found.in = times.front();
    } else {
        found.out = times.front();
    }
    found.lacks_one = times.size() == 1;
    if (found.in)
        found.late = std::max(0, *found.in - piece.from);
    if (found.out)
        found.early = std::max(0, piece.to - *found.out);
    return found;
}

/// What the pieces of a day come to.
class Summing {
public:
    explicit Summing(const WorkDay& day) : day_(day) {}

    void add(const Piece& piece, bool is_first, bool is_whole_day)
    {
        if (piece.is_empty) {
            lost_ += is_whole_day ? 2 : 1;
            is_of_morning_ = is_of_morning_ || is_first;
            return;
        }
        const bool loses_in = piece.late >= day_.half_absent && piece.late > day_.grace;
        const bool loses_out = piece.early >= day_.half_absent && piece.early > day_.grace;
        lost_ += (loses_in ? 1 : 0) + (loses_out && (is_whole_day || !loses_in) ? 1 : 0);
        const bool lacks_in = piece.lacks_one && !piece.in;
        missed_ = missed_ || piece.lacks_one;
        is_of_morning_ =
            is_of_morning_ || (is_first && (loses_in || lacks_in || piece.late > day_.grace));
        if (!loses_in && piece.late > day_.grace)
            late_ = std::max(late_, piece.late);
        if (!loses_out && piece.early > day_.grace)
            early_ = std::max(early_, piece.early);
    }

    void tell(ClockVerdict& verdict) const
    {
        verdict.is_of_morning = is_of_morning_;
        if (lost_ > 1) {
            verdict.state = Attendance::absent;
        } else if (lost_ == 1) {
            verdict.state = Attendance::half_absent;
        } else if (missed_) {
            verdict.state = Attendance::missed;
        } else if (late_ > 0 && late_ >= early_) {
            verdict.state = Attendance::late;
            verdict.minutes = late_;
        } else if (early_ > 0) {
            verdict.state = Attendance::early;
            verdict.minutes = early_;
        }
    }

private:
    const WorkDay& day_;
    int lost_ = 0; ///< halves
    bool missed_ = false;
    bool is_of_morning_ = false;
    std::int64_t late_ = 0;
    std::int64_t early_ = 0;
};

/// The times that belong to each piece: the middle of the break parts them.
std::vector<std::vector<int>> parted(
    const std::vector<Hours>& pieces, const std::vector<int>& times)
{
    std::vector<std::vector<int>> all(pieces.size());
    for (const int time : times) {
        std::size_t piece = 0;
        while (piece + 1 < pieces.size() && time > (pieces[piece].to + pieces[piece + 1].from) / 2)
            ++piece;
        all[piece].push_back(time);
    }
    return all;
}

/// One clocking alone is a coming or a going, whichever it is nearer to.
void tell_times(
    ClockVerdict& verdict, const std::vector<Hours>& hours, const std::vector<int>& times)
{
    if (times.empty())
        return;
    const bool is_late =
        !hours.empty() && times.front() > (hours.front().from + hours.back().to) / 2;
    if (times.size() > 1 || !is_late)
        verdict.came = times.front();
    if (times.size() > 1 || is_late)
        verdict.went = times.back();
}

bool is_away_word(Attendance word)
{
    return word == Attendance::leave || word == Attendance::out || word == Attendance::training
        || word == Attendance::rest;
}

/// What the file says in a word, where the times leave room for it.
void heed_word(ClockVerdict& verdict, bool has_times, Attendance word)
{
    const bool is_amiss = verdict.state != Attendance::present;
    if (has_times && !(is_amiss && is_away_word(word)))
        return;
    verdict.state = word;
    verdict.minutes.reset();
    verdict.is_of_morning = word != Attendance::present && word != Attendance::early;
}

} // namespace

std::vector<Hours> opening_hours(std::string_view text, bool is_summer)
{
    return HoursText(text, is_summer).read();
}

WorkDay work_day_on(const Context& context)
{
    return {.hours = {{time_figure("morning_from", context), time_figure("morning_until", context)},
                {time_figure("afternoon_from", context), time_figure("afternoon_until", context)}},
        .grace = figure("clock_grace_minutes", context),
        .half_absent = figure("half_absent_minutes", context),
        .clocks_at_noon = figure("clocks_a_day", context) >= 4};
}

bool is_summer(const Context& context)
{
    const auto month = static_cast<unsigned>(context.today.month());
    return month >= figure("summer_first_month", context)
        && month <= figure("summer_last_month", context);
}

ClockVerdict judge_clock(const WorkDay& day, const std::vector<int>& times,
    const std::vector<Away>& away, std::optional<Attendance> word)
{
    ClockVerdict verdict;
    if (!away.empty())
        verdict.leave = away.front().leave;
    auto pieces = at_work(day.hours, away);
    if (pieces.empty() && !away.empty()) {
        tell_times(verdict, day.hours, times);
        verdict.state = away.front().as;
        verdict.is_of_morning = true;
        return verdict;
    }
    tell_times(verdict, pieces, times);
    const bool is_whole = pieces.size() > 1;
    if (!day.clocks_at_noon && is_whole)
        pieces = {{pieces.front().from, pieces.back().to}};
    const auto times_of = parted(pieces, times);
    Summing sum(day);
    const bool begins_at_work =
        !pieces.empty() && !day.hours.empty() && pieces.front().from < day.hours.front().to;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        sum.add(judge_piece(pieces[i], times_of[i]), i == 0 && begins_at_work,
            pieces.size() == 1 && is_whole);
    sum.tell(verdict);
    if (word)
        heed_word(verdict, !times.empty(), *word);
    return verdict;
}

} // namespace model

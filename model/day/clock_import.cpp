#include "model/day/clock_import.h"

#include "model/base/text.h"
#include "model/day/clock_registers.h"
#include "model/day/clock_text.h"
#include "model/rules/day_rules.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

constexpr std::size_t days_named = 5;

TimeOfDay time_of(const std::optional<int>& minute)
{
    return {minute ? clock_text(*minute) : std::string()};
}

/// Whether people said what stands in the entry, be it by changing what the clock had said.
bool is_by_people(const AttendanceDay& entry)
{
    if (!entry.state)
        return false;
    return entry.source != AttendanceSource::clock
        || (entry.clock_state && entry.clock_state != entry.state);
}

bool is_away(Attendance state)
{
    return state == Attendance::leave || state == Attendance::out || state == Attendance::training;
}

/// What the entry of a day becomes.
class Settling {
public:
    Settling(const AttendanceDay* before, const ClockVerdict& verdict)
        : before_(before)
        , verdict_(verdict)
        , after_(before ? *before : AttendanceDay{})
    {
    }

    AttendanceDay settle(const std::string& punches, bool was_called)
    {
        const bool by_people = before_ && is_by_people(*before_);
        const bool is_other = after_.clock_state != verdict_.state;
        if (!by_people || after_.came.text.empty())
            after_.came = time_of(verdict_.came);
        if (!by_people || after_.went.text.empty())
            after_.went = time_of(verdict_.went);
        after_.punches = punches;
        after_.clock_state = verdict_.state;
        after_.clock_minutes = verdict_.minutes;
        if (by_people)
            keep_entered();
        else if (!before_ && was_called && verdict_.is_of_morning
            && verdict_.state != Attendance::present)
            say_present();
        if (is_other && after_.decided == AttendanceDecision::entry)
            after_.decided.reset(); // it was decided about something else
        if (!after_.call_state || after_.decided == AttendanceDecision::clock)
            go_by_clock();
        return after_;
    }

private:
    void keep_entered()
    {
        if (after_.decided == AttendanceDecision::clock)
            after_.decided.reset();
        after_.call_state = before_->state;
        after_.call_minutes = before_->minutes;
        after_.call_source =
            before_->source == AttendanceSource::clock ? AttendanceSource::paper : before_->source;
        after_.source = after_.call_source;
    }

    /// The roll-call saw him there, for it says nothing else of him.
    void say_present()
    {
        after_.state = after_.call_state = Attendance::present;
        after_.source = after_.call_source = AttendanceSource::roll_call;
    }

    void go_by_clock()
    {
        after_.state = verdict_.state;
        after_.minutes = verdict_.minutes;
        after_.source = AttendanceSource::clock;
        if (is_away(verdict_.state) && verdict_.leave)
            after_.leave = verdict_.leave;
    }

    const AttendanceDay* before_;
    const ClockVerdict& verdict_;
    AttendanceDay after_;
};

/// Holds one file against the registers.
class Planner {
public:
    Planner(RecordStore& store, const Permission& permission, const ClockSheet& sheet,
        const ClockTerms& terms, const Progress& progress)
        : store_(store)
        , permission_(permission)
        , sheet_(sheet)
        , terms_(terms)
        , progress_(progress)
        , today_(store.today())
    {
    }

    ClockPlan plan()
    {
        find_days();
        if (!plan_.first) {
            plan_.people.resize(sheet_.people.size());
            note(msgid("The file has no day before today"), 1);
            return std::move(plan_);
        }
        registers_.emplace(store_, permission_, *plan_.first, *plan_.last);
        auto choices = remembered_people(store_);
        for (const auto& [key, person] : terms_.people)
            choices[key] = person;
        plan_.people = match_clock_people(store_, permission_, sheet_, registers_->here(), choices);
        plan_.unmatched = static_cast<int>(std::ranges::count_if(plan_.people,
            [](const auto& each) { return each.state != ClockPerson::State::known; }));
        gather();
        judge_all();
        note_what_was_left();
        return std::move(plan_);
    }

private:
    struct Said {
        std::vector<int> rows;
        std::vector<int> times;
        std::optional<Attendance> word;
    };

    void find_days()
    {
        for (const auto& entry : sheet_.entries) {
            if (entry.day >= today_)
                continue;
            if (!plan_.first || entry.day < *plan_.first)
                plan_.first = entry.day;
            if (!plan_.last || entry.day > *plan_.last)
                plan_.last = entry.day;
        }
    }

    void gather()
    {
        for (const auto& entry : sheet_.entries) {
            const bool says = !entry.times.empty() || entry.word;
            if (entry.day >= today_) {
                too_new_ += says;
                continue;
            }
            if (says)
                clocked_days_.insert(entry.day);
            const auto& person = plan_.people[entry.who];
            if (person.state != ClockPerson::State::known)
                continue;
            people_.insert(person.person);
            if (!says)
                continue;
            auto& said = said_[{person.person, entry.day}];
            said.rows.push_back(entry.row);
            said.times.insert(said.times.end(), entry.times.begin(), entry.times.end());
            if (entry.word && !said.word)
                said.word = entry.word;
        }
    }

    void judge_all()
    {
        std::size_t done = 0;
        for (const auto& person : people_) {
            const auto name = store_.title_of(person);
            for (sys_days at{*plan_.first}; at <= sys_days{*plan_.last}; at += days{1})
                judge(person, name, Date{at});
            ++done;
            if (progress_
                && !progress_(static_cast<double>(done) / static_cast<double>(people_.size()))) {
                plan_.cancelled = true;
                return;
            }
        }
        std::ranges::stable_sort(
            plan_.days, {}, [](const ClockDay& day) { return *day.after.day; });
    }

    void judge(const Uuid& person, const std::string& name, Date day)
    {
        const auto found = said_.find({person, day});
        auto said = found == said_.end() ? Said{} : found->second;
        if (!registers_->is_working_day(day)) {
            off_ += !said.times.empty();
            return;
        }
        const auto away = registers_->away(person, day);
        if (said.rows.empty() && !may_be_absent(person, day, !away.empty()))
            return;
        std::ranges::sort(said.times);
        const auto doubles = std::ranges::unique(said.times);
        said.times.erase(doubles.begin(), doubles.end());
        std::ranges::sort(said.rows);
        ClockDay made{.name = name,
            .rows = said.rows,
            .verdict = judge_clock(registers_->work_day(person, day), said.times, away, said.word),
            .before = {},
            .after = {}};
        settle(made, person, day, clock_text(said.times));
    }

    /// Whether a day on which he did not clock says anything of him.
    bool may_be_absent(const Uuid& person, Date day, bool is_away)
    {
        if (!clocked_days_.contains(day)) {
            silent_days_.insert(day);
            return false;
        }
        return (terms_.absences || is_away) && registers_->is_posted(person, day);
    }

    void settle(ClockDay& made, const Uuid& person, Date day, const std::string& punches)
    {
        const auto* before = registers_->entered(person, day);
        made.after =
            Settling(before, made.verdict).settle(punches, registers_->was_called(person, day));
        made.after.person = person;
        made.after.day = day;
        if (!made.after.window)
            made.after.window = registers_->window_of(person, day);
        if (before) {
            made.before = *before;
            made.change = to_record(*before).values == to_record(made.after).values
                ? ClockChange::same
                : ClockChange::changed;
        } else if (made.verdict.state == Attendance::present) {
            ++plan_.plain;
            return;
        } else {
            made.change = ClockChange::added;
        }
        ++(made.change == ClockChange::added          ? plan_.added
                : made.change == ClockChange::changed ? plan_.changed
                                                      : plan_.same);
        plan_.differing += is_undecided(made.after);
        plan_.days.push_back(std::move(made));
    }

    void note(const char* sentence, std::size_t count)
    {
        if (count > 0)
            plan_.notes.push_back({sentence, {std::to_string(count)}});
    }

    void note_what_was_left()
    {
        note(msgid("{1} entries of today and later are left out: the day is not over"), too_new_);
        note(msgid("{1} days of people who clocked on a day off are left out"), off_);
        std::vector<std::string> silent;
        for (const auto day : silent_days_)
            if (silent.size() < days_named)
                silent.push_back(to_iso(day));
        if (!silent.empty())
            plan_.notes.push_back(
                {msgid("On {1} working days nobody clocked at all, so nobody is absent: {2}"),
                    {std::to_string(silent_days_.size()), join(silent, "、")}});
        if (!registers_->knows_days_off())
            plan_.notes.push_back({msgid("The days off of that year are not known: enter them in "
                                         "the register of calendar days first")});
    }

    RecordStore& store_;
    const Permission& permission_;
    const ClockSheet& sheet_;
    const ClockTerms& terms_;
    const Progress& progress_;
    Date today_;
    ClockPlan plan_;
    std::optional<ClockRegisters> registers_;
    std::set<Uuid> people_;
    std::map<std::pair<Uuid, Date>, Said> said_;
    std::set<Date> clocked_days_;
    std::set<Date> silent_days_;
    std::size_t too_new_ = 0;
    std::size_t off_ = 0;
};

} // namespace

ClockPlan plan_clock(RecordStore& store, const Permission& permission, const ClockSheet& sheet,
    const ClockTerms& terms, const Progress& progress)
{
    return guarded(
        store.db(), [&] { return Planner(store, permission, sheet, terms, progress).plan(); });
}

} // namespace model

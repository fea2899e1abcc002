#pragma once

#include "model/assessment/assessment_period.h"
#include "model/assessment/points.h"
#include "model/base/working_days.h"
#include "model/entities/assessed_kind.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// An office's way to assess, as data: read by method_reader.h, applied by score.h.
namespace model {

/// What the points of a rule are counted by. `minutes` has bands instead of points.
enum class PointsPer { time, person, work_case, half_day, day, minutes };

template <>
inline constexpr std::array choices_of<PointsPer>{
    Choice{"time", msgid("per time")},
    Choice{"person", msgid("per person")},
    Choice{"case", msgid("per case")},
    Choice{"half_day", msgid("per half-day")},
    Choice{"day", msgid("per day")},
    Choice{"minutes", msgid("by minutes")},
};

/// What an entry must rest on, and where the program may find it.
enum class Evidence {
    attendance,
    leave,
    complaint,
    bad_rating,
    inspection,
    monitor,
    document,
    bulletin,
    statistics,
    media,
    other
};

template <>
inline constexpr std::array choices_of<Evidence>{
    Choice{"attendance", msgid("Attendance")},
    Choice{"leave", msgid("Leave")},
    Choice{"complaint", msgid("Complaint")},
    Choice{"bad_rating", msgid("Bad rating")},
    Choice{"inspection", msgid("Inspection")},
    Choice{"monitor", msgid("Video recording")},
    Choice{"document", msgid("Document")},
    Choice{"bulletin", msgid("Bulletin")},
    Choice{"statistics", msgid("Statistics")},
    Choice{"media", msgid("Media report")},
    Choice{"other", msgid("Other")},
};

/// What other registers tell by themselves, and a rule may take from them.
enum class AutomaticEvent {
    late,
    early,
    missed,
    half_absent,
    absent,
    leave,
    complaint,  ///< verified, wholly or in part
    bad_rating, ///< fair, and not excluded
    finding
};

template <>
inline constexpr std::array choices_of<AutomaticEvent>{
    Choice{"late", msgid("Late")},
    Choice{"early", msgid("Left early")},
    Choice{"missed", msgid("Missed clocking")},
    Choice{"half_absent", msgid("Absent half a day")},
    Choice{"absent", msgid("Absent")},
    Choice{"leave", msgid("On leave")},
    Choice{"complaint", msgid("Complaint")},
    Choice{"bad_rating", msgid("Bad rating")},
    Choice{"finding", msgid("Problem found")},
};

/// Who may record events or confirm scores.
enum class AssessmentRole {
    patrol,
    duty_officer,
    hall_office,
    group,
    leader,
    chief,
    unit,
    public_
};

template <>
inline constexpr std::array choices_of<AssessmentRole>{
    Choice{"patrol", msgid("Patrol officer")},
    Choice{"duty_officer", msgid("Duty officer")},
    Choice{"hall_office", msgid("Hall office")},
    Choice{"group", msgid("Assessment group")},
    Choice{"leader", msgid("Leader in charge")},
    Choice{"chief", msgid("Chief representative")},
    Choice{"unit", msgid("Sending unit")},
    Choice{"public", msgid("The public")},
};

/// Whether a category has its points from the start and loses them, or earns them.
enum class CategoryStart { full, zero };

template <>
inline constexpr std::array choices_of<CategoryStart>{
    Choice{"full", msgid("from full points")},
    Choice{"zero", msgid("from zero")},
};

struct MethodCategory {
    std::string number;
    std::string name;
    AssessedKind object = AssessedKind::window;
    std::optional<Points> points; ///< absent in partial methods alone
    std::optional<Points> floor;  ///< none: it may fall without end
    CategoryStart start = CategoryStart::full;
};

/// What so many minutes cost, both ends included; without `to`, any longer.
struct MinutesBand {
    std::int64_t from = 0;
    std::optional<std::int64_t> to;
    Points points;
};

struct RuleLine {
    std::string number;
    std::string category; ///< its number; empty: counts in the total alone
    AssessedKind object = AssessedKind::window;
    std::string text;
    PointsPer per = PointsPer::time;
    std::optional<Points> points; ///< below zero: a deduction; absent: scores nothing by itself
    std::optional<Points> most;   ///< whoever records chooses from `points` to this
    std::vector<MinutesBand> bands;
    std::int64_t free = 0;       ///< so many of a period cost nothing
    std::optional<Points> limit; ///< at most so many points a period, above zero
    std::string clause;
    std::vector<Evidence> evidence;
    std::vector<AutomaticEvent> automatic; ///< registers that enter it by themselves

    bool is_deduction() const;
};

/// Points that go on to another object: what an entry takes from a window under `from` takes
/// `ratio` of it from its chief representative under `to`. Which object that is, presence tells.
struct LinkedDeduction {
    std::string from;
    std::string to;
    Points ratio;
};

/// An event that bars from titles, whatever the score: of all periods in the month, quarter or year
/// that has its day, from that day on.
struct VetoLine {
    std::string line;
    PeriodKind scope = PeriodKind::month;
};

/// Where a part of a composed score comes from: the object's own ledger, the scores of those who
/// serve at it, of what it serves at, or ballots.
enum class ScorePart { ledger, members, hosts, ballot };

template <>
inline constexpr std::array choices_of<ScorePart>{
    Choice{"ledger", msgid("own ledger")},
    Choice{"members", msgid("scores of its staff")},
    Choice{"hosts", msgid("scores of where they serve")},
    Choice{"ballot", msgid("ballot")},
};

struct Scorer {
    std::string code; ///< what ballots name
    std::string name;
    ScorePart part = ScorePart::ballot;
    std::int64_t weight = 0;                   ///< in hundredths of a percent
    AssessedKind object = AssessedKind::staff; ///< whose scores, where it takes them from others
};

/// What parts two of equal score. The first that tells them apart decides.
enum class TieRule {
    fewer_deducted,
    fewer_deductions,
    more_bonus,
    category,
    scorer,
    longer_present,
};

template <>
inline constexpr std::array choices_of<TieRule>{
    Choice{"fewer_deducted", msgid("fewer points deducted")},
    Choice{"fewer_deductions", msgid("fewer deductions")},
    Choice{"more_bonus", msgid("more bonus points")},
    Choice{"category", msgid("higher score in a category")},
    Choice{"scorer", msgid("higher score by a scorer")},
    Choice{"longer_present", msgid("more days present")},
};

struct TieBreak {
    TieRule rule = TieRule::fewer_deducted;
    std::string of; ///< the category's number, the scorer's code
};

struct MethodTitle {
    std::string name;
    AssessedKind object = AssessedKind::window;
    PeriodKind period = PeriodKind::month;
    std::optional<std::int64_t> quota;
    std::optional<std::int64_t> percent; ///< of those with a score, rounded down
    std::optional<Points> at_least;
    bool without_deductions = false;
    std::string among; ///< only those who hold that title of the same object in the period
};

/// A word for scores from that many points on, below the word before it.
struct ScoreBand {
    std::string word;
    std::optional<Points> from;
};

struct MethodSource {
    std::string document;
    std::string place;
    std::string found; ///< where its text was read
};

struct AssessmentMethod {
    std::string id;
    std::string name;
    std::string version;
    std::optional<Date> from; ///< the first and the last day of its validity
    std::optional<Date> to;
    MethodSource source;
    bool is_partial = false;           ///< the source does not give all of it
    std::vector<std::string> unknown;  ///< what is missing, in words
    std::vector<AssessedKind> objects; ///< the first is what the method is about
    std::optional<PeriodKind> period;
    std::optional<Points> base;
    std::optional<Points> floor;
    std::optional<Points> max;
    std::optional<Points> bonus_cap;
    int places = Points::stated_places; ///< of the published score
    std::vector<MethodCategory> categories;
    std::vector<RuleLine> lines;
    std::vector<LinkedDeduction> links;
    std::vector<VetoLine> vetoes;
    std::vector<Scorer> composition;
    std::vector<TieBreak> ties;
    std::vector<MethodTitle> titles;
    std::vector<ScoreBand> bands;
    std::vector<AssessmentRole> record;
    std::vector<AssessmentRole> confirm;
    std::optional<int> freeze_day; ///< of the month after the period
    std::optional<Term> objection; ///< from the day on which the draft was made known

    const RuleLine* line(std::string_view number) const;
    const MethodCategory* category(std::string_view number) const;
    bool is_about(AssessedKind kind) const;

    /// Whether it holds on that day.
    bool is_valid_on(Date day) const;

    /// The word for a score; empty without bands.
    std::string band_of(Points score) const;
};

/// The day after which nothing is entered for the period any more; the month's last where it is
/// shorter. Nothing where the method names none.
std::optional<Date> freeze_on(const AssessmentMethod& method, const AssessmentPeriod& period);

/// Of the versions of one method, the one valid on the first day of the period; the newest of
/// several, or nullptr.
const AssessmentMethod* version_for(
    const std::vector<AssessmentMethod>& versions, const AssessmentPeriod& period);

} // namespace model

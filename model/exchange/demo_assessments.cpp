#include "assets/assets.h"
#include "model/assessment/annual_grades.h"
#include "model/commands/automatic_entries.h"
#include "model/commands/method_import.h"
#include "model/commands/period_steps.h"
#include "model/entities/annual_grade.h"
#include "model/entities/ballot.h"
#include "model/entities/objection.h"
#include "model/exchange/demo_year.h"

#include <algorithm>
#include <stdexcept>

namespace model {

namespace {

using namespace std::chrono;

constexpr std::string_view code = "demo";

void expect(const Outcome& outcome, const char* what)
{
    if (outcome.done)
        return;
    const auto why =
        outcome.findings.empty() ? std::string() : english(outcome.findings.front().message);
    throw std::logic_error("The demo county breaks a rule: " + std::string(what) + ": " + why);
}

/// What patrol and duty officers saw, besides what the registers tell.
struct Event {
    const char* line;
    std::size_t whose; ///< of the staff at the hall
    int day;           ///< of the month
    int count;
    const char* evidence;
};

constexpr Event events[]{
    {"1.5", 11, 9, 1, "监控截图"},
    {"2.1", 4, 6, 1, "日常巡查记录"},
    {"2.1", 23, 13, 1, "日常巡查记录"},
    {"3.1", 17, 20, 1, "平台超期清单"},
    {"3.2", 31, 15, 1, "回访记录"},
    {"4.1", 8, 7, 2, "日常巡查记录"},
    {"4.2", 40, 21, 1, "安全检查记录"},
    {"5.1", 2, 16, 1, "群众锦旗"},
    {"5.1", 29, 11, 1, "表扬信"},
    {"5.2", 2, 18, 3, "延时服务登记"},
    {"5.2", 6, 18, 2, "延时服务登记"},
    {"5.2", 13, 19, 1, "延时服务登记"},
};

/// Postings were changed since the scene was looked at.
bool was_there(RecordStore& store, const Uuid& person, Date day)
{
    return std::ranges::any_of(
        store.where(def_of<Posting>(), "person", person), [day](const Record& record) {
            const auto posting = from_record<Posting>(record);
            return (!posting.from || *posting.from <= day) && (!posting.to || day < *posting.to);
        });
}

/// A month's entries: those of the list, moved along the staff with every month, and what the
/// registers tell.
void record(DemoScene& scene, Editor& editor, const AssessmentPeriod& month, std::size_t turn)
{
    const auto& staff = scene.staff();
    for (const auto& event : events) {
        const auto& one = staff.at((event.whose + turn * 5) % staff.size());
        const auto day = month.first.year() / month.first.month() / std::chrono::day(event.day);
        if (scene.today() < day || !was_there(scene.store(), one.id(), day))
            continue;
        expect(add_entry(editor,
                   {.method = std::string(code),
                       .line = event.line,
                       .kind = AssessedKind::staff,
                       .object = one.id(),
                       .day = day,
                       .count = event.count,
                       .evidence = event.evidence}),
            event.line);
    }
}

void take(Editor& editor, const Uuid& period, std::span<const PeriodStep> steps)
{
    for (const auto& step : steps)
        expect(move_period(editor, period, step), "period");
}

/// Five days, ten and fifteen after the month.
void close_month(Editor& editor, const Uuid& period, const AssessmentPeriod& month)
{
    const auto after = [&](int count) { return Date{sys_days{month.last} + days{count}}; };
    const std::array steps{PeriodStep{.move = PeriodMove::draft},
        PeriodStep{.move = PeriodMove::notice, .on = after(5), .until = after(10)},
        PeriodStep{.move = PeriodMove::make_public, .on = after(12), .until = after(16)},
        PeriodStep{.move = PeriodMove::lock, .on = after(17)},
        PeriodStep{.move = PeriodMove::publish,
            .on = after(18),
            .document = "桃政管考〔" + to_iso(month.last).substr(0, 4) + "〕"
                + std::to_string(static_cast<unsigned>(month.first.month())) + "号"}};
    take(editor, period, steps);
}

Outcome import_demo(Editor& editor, const std::string& file)
{
    const auto imported = import_method(editor, assets::text(file));
    if (!imported.problems.empty())
        throw std::logic_error(file + ": " + english(imported.problems.front().what));
    return imported.outcome;
}

/// A unit disputes a deduction of the month that is being told.
void object(DemoScene& scene, const Uuid& period)
{
    const auto entries =
        scene.store().where(def_of<LedgerEntry>(), "line", Value{std::string("3.1")});
    Objection objection;
    objection.number = "异议1号";
    objection.period = period;
    if (!entries.empty()) {
        const auto entry = from_record<LedgerEntry>(entries.back());
        objection.entry = entry.id;
        objection.person = entry.person;
        objection.unit = entry.unit;
    }
    objection.made_on = scene.today();
    objection.reason = "该件因申请人补正材料中止计时，不应计为超期";
    scene.add(objection);
}

/// What duty officers and clients gave the windows last month, in hundredths.
void vote(DemoScene& scene, Editor& editor, const AssessmentPeriod& month)
{
    const auto opened = open_period(editor, scene.hall(), "demo-window", month);
    expect(opened, "period of windows");
    std::int64_t turn = 0;
    for (const auto& window : scene.windows()) {
        if (window.closed)
            continue;
        ++turn;
        for (const auto* scorer : {"duty", "clients"}) {
            const bool is_client = std::string_view(scorer) == "clients";
            Ballot ballot;
            ballot.period = opened.id;
            ballot.kind = AssessedKind::window;
            ballot.window = window.id;
            ballot.unit = window.unit;
            ballot.scorer = scorer;
            ballot.voter = is_client ? "满意度调查" : scene.section_head();
            ballot.points = Decimal{9000 + turn * (is_client ? 37 : 53) % 900, 2};
            ballot.cast_on = std::min(month.last, scene.today());
            scene.add(ballot);
        }
    }
}

/// Last year's grades of the first at the hall: one in five at the most is excellent.
void grade(DemoScene& scene)
{
    constexpr std::size_t graded = 15;
    constexpr std::size_t one_in = 5;
    const auto year = scene.today().year() - years{1};
    const auto& staff = scene.staff();
    for (std::size_t i = 0; i < std::min(graded, staff.size()); ++i) {
        const auto& one = staff[i];
        const auto vocabulary =
            one.posting.identity ? vocabulary_of(*one.posting.identity) : std::nullopt;
        if (!vocabulary || (one.posting.from && one.posting.from->year() > year))
            continue;
        const auto* word =
            word_for(*vocabulary, i % one_in == 0 ? Grade::excellent : Grade::competent);
        GradeRecord grade;
        grade.person = one.id();
        grade.year = static_cast<int>(year);
        grade.place = scene.hall();
        grade.unit = one.posting.unit;
        grade.identity = one.posting.identity;
        grade.proposed = word->word;
        grade.proposed_on = year / December / 28;
        grade.decided = word->word;
        grade.decided_on = year / December / 31;
        scene.add(grade);
    }
}

} // namespace

/// Two methods, the two months before the last one closed, the last one told to the units, this
/// one being recorded; and last year's grades.
void add_demo_assessments(DemoScene& scene)
{
    Editor editor(scene.store(), scene.account());
    expect(import_demo(editor, "demo/method.json"), "method");
    expect(import_demo(editor, "demo/method_window.json"), "method of windows");
    auto month = AssessmentPeriod::of(PeriodKind::month, scene.today());
    constexpr std::size_t months = 4;
    for (std::size_t i = 1; i < months; ++i)
        month = month.before();
    for (std::size_t turn = 0; turn < months; ++turn, month = month.after()) {
        const auto opened = open_period(editor, scene.hall(), std::string(code), month);
        expect(opened, "period");
        record(scene, editor, month, turn);
        expect(enter_automatic(editor, opened.id, "登记已变更"), "automatic entries");
        if (turn + 2 < months)
            close_month(editor, opened.id, month);
        if (turn + 2 == months) {
            take(editor, opened.id,
                std::array{PeriodStep{.move = PeriodMove::draft},
                    PeriodStep{.move = PeriodMove::notice,
                        .until = Date{sys_days{scene.today()} + days{3}}}});
            object(scene, opened.id);
            vote(scene, editor, month);
        }
    }
    grade(scene);
}

} // namespace model

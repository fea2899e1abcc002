#include "model/day/clock_import.h"

#include "model/day/clock_differences.h"
#include "model/day/morning.h"
#include "model/exchange/import_runs.h"
#include "model/store/own_accounts.h"
#include "tests/support/clock_office.h"
#include "tests/support/print.h"

using namespace model;

namespace {

constexpr const char* heads = "工号,姓名,打卡时间\n";

/// Coming and going of one day.
std::string day(const std::string& who, const std::string& date, const std::string& came = "08:55",
    const std::string& went = "17:02")
{
    std::string rows;
    for (const auto& time : {came, went})
        if (!time.empty())
            rows += who + ',' + date + ' ' + time + '\n';
    return rows;
}

struct Clocked : tests::ClockOffice {
    Uuid zhang = staff("张伟", "12");
    Uuid li = staff("李霞", "13");

    /// A roll-call of the hall on that day, with one mark.
    void call(const std::string& date, const Uuid& who, const MorningMark& mark)
    {
        MorningSheet sheet(store, editor.permission(), hall, parse_iso_date(date).value());
        sheet.mark(who, mark);
        BOOST_REQUIRE(sheet.save(editor, {}, "08:50", "08:58").done);
    }

    std::vector<ClockDifference> differences(DifferencesShown shown = DifferencesShown::open)
    {
        return clock_differences(store, editor.permission(), shown);
    }

    /// "1 new, 0 changed, 0 same, 3 plain".
    static std::string counts(const ClockPlan& plan)
    {
        return std::to_string(plan.added) + " new, " + std::to_string(plan.changed) + " changed, "
            + std::to_string(plan.same) + " same, " + std::to_string(plan.plain) + " plain";
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(clock_import_test, Clocked)

BOOST_AUTO_TEST_CASE(what_is_amiss_gets_an_entry_and_plain_days_none)
{
    const auto rows = heads + day("12,张伟", "2026-01-05") + day("12,张伟", "2026-01-06", "09:12")
        + day("13,李霞", "2026-01-05", "08:50", "16:40")
        + day("13,李霞", "2026-01-06", "08:59", "");
    const auto sheet = read(rows);
    BOOST_TEST(counts(plan(sheet)) == "3 new, 0 changed, 0 same, 1 plain");

    const auto result = take(rows);

    BOOST_TEST(result.outcome.done);
    BOOST_TEST(entries() == 3);
    BOOST_TEST(entry(zhang, "2026-01-06") == "late 12 clock");
    BOOST_TEST(entry(li, "2026-01-05") == "early 20 clock");
    BOOST_TEST(entry(li, "2026-01-06") == "missed clock");
    const auto late = record(zhang, "2026-01-06");
    BOOST_TEST(to_text(late["came"]) == "09:12");
    BOOST_TEST(to_text(late["went"]) == "17:02");
    BOOST_TEST(to_text(late["punches"]) == "09:12 17:02");
    BOOST_TEST(to_text(late["clock_state"]) == "late");
}

BOOST_AUTO_TEST_CASE(the_same_file_again_changes_nothing_and_one_undo_takes_all_back)
{
    const auto rows = heads + day("12,张伟", "2026-01-05", "09:20") + day("13,李霞", "2026-01-05");
    const auto first = take(rows);
    BOOST_TEST(first.run > 0);
    const auto again = take(rows);
    BOOST_TEST(again.outcome.done);
    BOOST_TEST(!again.outcome.changed);
    BOOST_TEST(again.run == 0);
    BOOST_REQUIRE(imports(store).size() == 1u);
    BOOST_TEST(imports(store).front().entity == "attendance_day");
    BOOST_TEST(imports(store).front().file == "打卡.csv");

    BOOST_TEST(unimport(editor, first.run).changed);
    BOOST_TEST(entries() == 0);
    BOOST_TEST(take(rows).outcome.changed);
    BOOST_TEST(entries() == 1);
}

BOOST_AUTO_TEST_CASE(a_file_that_was_mended_changes_what_the_clock_said)
{
    take(heads + day("12,张伟", "2026-01-05", "09:20"));
    take(heads + day("12,张伟", "2026-01-05", "08:50"));
    BOOST_TEST(entries() == 1);
    BOOST_TEST(entry(zhang, "2026-01-05") == "present clock");
}

BOOST_AUTO_TEST_CASE(who_did_not_clock_on_a_working_day_is_absent)
{
    const auto rows = heads + day("12,张伟", "2026-01-05") + day("13,李霞", "2026-01-05")
        + day("13,李霞", "2026-01-06") + day("13,李霞", "2026-01-10");
    const auto sheet = read(rows);
    const auto found = plan(sheet);
    BOOST_TEST(counts(found) == "1 new, 0 changed, 0 same, 3 plain");
    BOOST_REQUIRE(found.days.size() == 1u);
    BOOST_TEST(found.days.front().name == "张伟");
    BOOST_TEST((found.days.front().verdict.state == Attendance::absent));
    BOOST_TEST((*found.days.front().after.day == parse_iso_date("2026-01-06").value()));
    BOOST_REQUIRE(found.notes.size() == 2u); // a Saturday, and days on which nobody clocked
    terms.absences = false;
    BOOST_TEST(plan(sheet).added == 0);
}

BOOST_AUTO_TEST_CASE(days_of_the_state_councils_notices_are_heeded)
{
    // The 1st of January 2026 is off, and Sunday the 4th is worked for it.
    const auto found = plan(read(
        heads + day("12,张伟", "2026-01-01", "10:30") + day("12,张伟", "2026-01-04", "09:10")));
    BOOST_TEST(found.added == 1);
    BOOST_TEST(to_iso(*found.days.front().after.day) == "2026-01-04");
}

BOOST_AUTO_TEST_CASE(agreed_leave_and_outings_are_no_absence)
{
    for (const auto& [who, kind, state] :
        {std::tuple{zhang, "annual", "agreed"}, {li, "meeting", "requested"}})
        made("leave",
            {{"person", who.text()}, {"kind", kind}, {"from", "2026-01-06"}, {"to", "2026-01-06"},
                {"state", state}, {"approver", "王主任"}});
    const auto other = staff("王强", "14");
    take(heads + day("12,张伟", "2026-01-05") + day("13,李霞", "2026-01-05")
        + day("14,王强", "2026-01-05") + day("14,王强", "2026-01-06"));
    BOOST_TEST(entry(zhang, "2026-01-06") == "leave clock");
    BOOST_TEST(!is_empty(record(zhang, "2026-01-06")["leave"]));
    BOOST_TEST(entry(li, "2026-01-06") == "absent clock"); // it was not agreed to
    BOOST_TEST(entry(other, "2026-01-06") == "");
}

BOOST_AUTO_TEST_CASE(a_windows_own_hours_and_the_countys_figures_hold)
{
    const auto window = made("window",
        {{"number", "A1"}, {"place", hall.text()}, {"status", "open"},
            {"service_hours", "8:30-12:00 14:30-17:30"}});
    made("window_staff",
        {{"window", window.text()}, {"person", zhang.text()}, {"slot", "A"},
            {"from", "2025-01-01"}});
    made("setting", {{"matter", "clock_grace_minutes"}, {"value", "5"}, {"from", "2026-01-06"}});
    take(heads + day("12,张伟", "2026-01-05", "08:33", "17:30")
        + day("12,张伟", "2026-01-06", "08:33", "17:30")
        + day("12,张伟", "2026-01-07", "08:36", "17:30"));
    BOOST_TEST(entry(zhang, "2026-01-05") == "late 3 clock");
    BOOST_TEST(entry(zhang, "2026-01-06") == "");
    BOOST_TEST(entry(zhang, "2026-01-07") == "late 6 clock");
    BOOST_TEST(to_text(record(zhang, "2026-01-05")["window"]) == window.text());
}

BOOST_AUTO_TEST_CASE(namesakes_and_strangers_are_asked_for_and_remembered)
{
    const auto other = staff("张伟");
    const auto rows = "姓名,打卡时间\n" + day("张伟", "2026-01-05", "09:12")
        + day("仇志远", "2026-01-05", "09:20") + day("李霞", "2026-01-05", "09:30");
    const auto sheet = read(rows);
    const auto found = plan(sheet);
    BOOST_TEST(found.unmatched == 2);
    BOOST_TEST((found.people[0].state == ClockPerson::State::ambiguous));
    BOOST_TEST(found.people[0].candidates.size() == 2u);
    BOOST_TEST((found.people[1].state == ClockPerson::State::unknown));

    BOOST_TEST(!take(rows).outcome.done);
    BOOST_TEST(entries() == 0);
    terms.people[sheet.people[0].key()] = other;
    terms.good_rows = true;
    BOOST_TEST(take(rows).outcome.done);
    BOOST_TEST(entry(other, "2026-01-05") == "late 12 clock");
    BOOST_TEST(entry(zhang, "2026-01-05") == "");
    BOOST_TEST(entry(li, "2026-01-05") == "late 30 clock");

    terms.people.clear();
    BOOST_TEST(plan(read(rows)).unmatched == 1); // it is known now who 张伟 is
}

BOOST_AUTO_TEST_CASE(a_number_and_a_name_of_two_people_are_asked_for)
{
    const auto found = plan(read(heads + day("12,李霞", "2026-01-05")));
    BOOST_TEST((found.people[0].state == ClockPerson::State::ambiguous));
    BOOST_TEST(found.people[0].candidates.size() == 2u);
}

BOOST_AUTO_TEST_CASE(two_of_a_file_are_not_made_one_by_their_name)
{
    const auto found =
        plan(read(heads + day("77,王芳", "2026-01-05") + day("12,张伟", "2026-01-05")));
    BOOST_TEST(found.unmatched == 1);
    staff("王芳");
    const auto twice =
        plan(read(heads + day("77,王芳", "2026-01-05") + day("78,王芳", "2026-01-05")));
    BOOST_TEST(twice.unmatched == 2);
}

BOOST_AUTO_TEST_CASE(what_the_duty_leader_entered_stays_and_the_difference_is_listed)
{
    call("2026-01-05", zhang, {.state = Attendance::absent});
    take(heads + day("12,张伟", "2026-01-05", "08:50") + day("13,李霞", "2026-01-05", "09:25"));

    BOOST_TEST(entry(zhang, "2026-01-05") == "absent roll_call");
    BOOST_TEST(entry(li, "2026-01-05") == "present roll_call"); // he was seen there
    const auto found = differences();
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST((found[0].entry.clock_state == Attendance::late));
    BOOST_TEST((found[0].entry.call_state == Attendance::present));
    BOOST_TEST((found[1].entry.clock_state == Attendance::present));
    BOOST_TEST(to_text(record(zhang, "2026-01-05")["came"]) == "08:50");
}

BOOST_AUTO_TEST_CASE(the_roll_call_says_nothing_of_the_afternoon)
{
    call("2026-01-05", zhang, {.state = Attendance::late, .minutes = 5});
    take(heads + day("12,张伟", "2026-01-05", "09:04")
        + day("13,李霞", "2026-01-05", "08:50", "16:40"));
    BOOST_TEST(entry(li, "2026-01-05") == "early 20 clock");
    BOOST_TEST(entry(zhang, "2026-01-05") == "late 5 roll_call"); // both say late
    BOOST_TEST(differences().empty());
}

BOOST_AUTO_TEST_CASE(a_difference_is_decided_for_either_side_and_tells_where_it_came_from)
{
    call("2026-01-05", zhang, {.state = Attendance::absent});
    const auto rows =
        heads + day("12,张伟", "2026-01-05", "08:50") + day("13,李霞", "2026-01-05", "09:25");
    take(rows);
    const auto of_zhang = record(zhang, "2026-01-05").id;
    const auto of_li = record(li, "2026-01-05").id;

    BOOST_TEST(decide_differences(editor, {{of_li}}, AttendanceDecision::clock).done);
    BOOST_TEST(decide_differences(editor, {{of_zhang}}, AttendanceDecision::entry).done);

    BOOST_TEST(entry(li, "2026-01-05") == "late 25 clock");
    BOOST_TEST(entry(zhang, "2026-01-05") == "absent roll_call");
    BOOST_TEST(differences().empty());
    BOOST_TEST(differences(DifferencesShown::all).size() == 2u);
    BOOST_TEST(!take(rows).outcome.changed); // what was decided stays decided

    BOOST_TEST(decide_differences(editor, {{of_li}}, AttendanceDecision::entry).done);
    BOOST_TEST(entry(li, "2026-01-05") == "present roll_call");
    editor.undo();
    BOOST_TEST(entry(li, "2026-01-05") == "late 25 clock");
}

BOOST_AUTO_TEST_CASE(a_decision_is_open_again_where_the_clock_says_something_new)
{
    call("2026-01-05", zhang, {.state = Attendance::absent});
    take(heads + day("12,张伟", "2026-01-05", "08:50"));
    BOOST_TEST(
        decide_differences(editor, {{record(zhang, "2026-01-05").id}}, AttendanceDecision::entry)
            .done);
    take(heads + day("12,张伟", "2026-01-05", "09:40"));
    BOOST_REQUIRE(differences().size() == 1u);
    BOOST_TEST((differences().front().entry.clock_state == Attendance::late));
    BOOST_TEST(entry(zhang, "2026-01-05") == "absent roll_call");
}

BOOST_AUTO_TEST_CASE(what_somebody_changed_by_hand_is_not_overwritten_either)
{
    const auto rows = heads + day("12,张伟", "2026-01-05", "09:40");
    take(rows);
    BOOST_REQUIRE(set(record(zhang, "2026-01-05").id, {{"state", "present"}}).done);
    take(rows);
    BOOST_TEST(entry(zhang, "2026-01-05").starts_with("present"));
    BOOST_TEST(differences().size() == 1u);
}

BOOST_AUTO_TEST_CASE(wrong_cells_keep_all_out_unless_the_good_rows_are_wanted)
{
    const auto rows = heads + day("12,张伟", "2026-01-05", "09:40") + "13,李霞,2026-01-05 ab\n";
    BOOST_TEST(!take(rows).outcome.done);
    BOOST_TEST(entries() == 0);
    terms.good_rows = true;
    BOOST_TEST(take(rows).outcome.done);
    BOOST_TEST(entries() == 1);
}

BOOST_AUTO_TEST_CASE(who_enters_no_attendance_is_refused)
{
    Batch batch(store, {.label = {msgid("Add {1}"), {"user"}}, .account = clerk});
    batch.create(tests::make(
        def("user"), clerk.id, {{"name", "李文员"}, {"roles", "director"}, {"state", "active"}}));
    batch.commit();
    add_own_account(store, clerk);
    BOOST_CHECK_THROW(take(heads + day("12,张伟", "2026-01-05", "09:40")), Error);
    BOOST_TEST(entries() == 0);
}

BOOST_AUTO_TEST_CASE(entries_without_a_difference_are_not_decided)
{
    take(heads + day("12,张伟", "2026-01-05", "09:40"));
    BOOST_CHECK_THROW(
        decide_differences(editor, {{record(zhang, "2026-01-05").id}}, AttendanceDecision::clock),
        UsageError);
}

BOOST_AUTO_TEST_SUITE_END()

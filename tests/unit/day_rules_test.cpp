#include "model/rules/day_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Days : tests::Rulebook {
    Uuid place = add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}});
    Uuid person = add("person", {{"name", "单雪梅"}});
    Uuid other = add("person", {{"name", "仇志远"}});

    Uuid leave(const Uuid& who, const std::string& from, const std::string& to,
        const std::string& state = "agreed")
    {
        return add("leave",
            {{"person", who.text()}, {"kind", "annual"}, {"from", from}, {"to", to},
                {"state", state}});
    }

    std::string absent(const std::string& day)
    {
        return says("B14", "attendance_day",
            {{"person", person.text()}, {"day", day}, {"state", "absent"}});
    }

    void was_absent(Date day)
    {
        add("attendance_day",
            {{"person", person.text()}, {"day", to_iso(day)}, {"state", "absent"}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(day_rules_test, Days)

BOOST_AUTO_TEST_CASE(a_leave_lies_between_its_dates)
{
    BOOST_TEST(says("B01", "leave", {{"from", "2026-03-03"}, {"to", "2026-03-02"}}) == "refuse to");
    BOOST_TEST(says("B02", "leave", {{"from", "2026-03-03"}}) == "remind person");
    BOOST_TEST(says("B04", "leave", {{"from", "2026-03-02"}, {"to", "2026-03-03"}, {"days", "2.5"}})
        == "refuse days");
    BOOST_TEST(says("B04", "leave", {{"from", "2026-03-02"}, {"to", "2026-03-03"}, {"days", "2.0"}})
        == "");
    BOOST_TEST(says("B04", "leave", {{"from", "2026-03-02"}, {"days", "0.5"}}) == "");
}

BOOST_AUTO_TEST_CASE(nobody_is_away_twice_at_once)
{
    const auto first = leave(person, "2026-03-02", "2026-03-04");
    const auto again = [&] {
        return says("B03", "leave",
            {{"person", person.text()}, {"from", "2026-03-04"}, {"to", "2026-03-05"}});
    };
    BOOST_TEST(again() == "warn from");
    change(first, "state", "withdrawn");
    BOOST_TEST(again() == "");
}

/// 莘县: three days and more need the unit's consent with its seal.
BOOST_AUTO_TEST_CASE(a_long_leave_has_the_units_consent)
{
    const auto agreed = [&](const std::string& days, const std::string& document = {}) {
        return says("B05", "leave",
            {{"person", person.text()}, {"from", "2026-03-02"}, {"to", "2026-03-06"},
                {"days", days}, {"state", "agreed"}, {"unit_document", document}});
    };
    BOOST_TEST(agreed("2.5") == "");
    BOOST_TEST(agreed("3.0") == "warn unit_document");
    BOOST_TEST(agreed("3.0", "盖章请假条") == "");
    add("setting", {{"matter", "leave_without_unit_days"}, {"value", "5"}, {"from", "2026-01-01"}});
    BOOST_TEST(agreed("3.0") == "");
    BOOST_TEST(agreed("5.0") == "warn unit_document");
}

BOOST_AUTO_TEST_CASE(who_covers_is_another_and_is_there)
{
    BOOST_TEST(says("B06", "leave", {{"person", person.text()}, {"cover", person.text()}})
        == "refuse cover");
    leave(other, "2026-03-04", "2026-03-04");
    const auto covered = [&](const std::string& to) {
        return says("B07", "leave",
            {{"person", person.text()}, {"cover", other.text()}, {"from", "2026-03-02"},
                {"to", to}});
    };
    BOOST_TEST(covered("2026-03-04") == "warn cover");
    BOOST_TEST(covered("2026-03-03") == "");
}

BOOST_AUTO_TEST_CASE(a_leave_is_agreed_to_by_somebody_and_ends_with_a_report)
{
    today = 2026y / March / 6;
    BOOST_TEST(says("B08", "leave", {{"state", "agreed"}}) == "remind approver");
    BOOST_TEST(says("B08", "leave", {{"state", "agreed"}, {"approver", "张主任"}}) == "");
    BOOST_TEST(
        says("B09", "leave", {{"from", "2026-03-02"}, {"to", "2026-03-05"}, {"state", "agreed"}})
        == "remind back");
    BOOST_TEST(
        says("B09", "leave", {{"from", "2026-03-02"}, {"to", "2026-03-06"}, {"state", "agreed"}})
        == "");
}

BOOST_AUTO_TEST_CASE(a_day_of_attendance_stands_once_and_in_order)
{
    was_absent(2026y / March / 2);
    BOOST_TEST(says("B11", "attendance_day", {{"person", person.text()}, {"day", "2026-03-02"}})
        == "refuse person");
    BOOST_TEST(
        says("B11", "attendance_day", {{"person", other.text()}, {"day", "2026-03-02"}}) == "");
    BOOST_TEST(
        says("B12", "attendance_day", {{"came", "08:30"}, {"went", "08:00"}}) == "warn went");
    BOOST_TEST(says("B15", "attendance_day", {{"day", "2026-03-02"}}) == "remind person");
}

BOOST_AUTO_TEST_CASE(attendance_and_leave_say_the_same)
{
    const auto on = [&](const std::string& state) {
        return says("B13", "attendance_day",
            {{"person", person.text()}, {"day", "2026-03-03"}, {"state", state}});
    };
    BOOST_TEST(on("leave") == "remind leave");
    BOOST_TEST(on("absent") == "");
    add("leave",
        {{"person", person.text()}, {"from", "2026-03-03"}, {"from_time", "15:00"},
            {"state", "agreed"}});
    BOOST_TEST(on("absent") == ""); // he was away for hours alone
    leave(person, "2026-03-02", "2026-03-04");
    BOOST_TEST(on("leave") == "");
    BOOST_TEST(on("absent") == "warn state");
    BOOST_TEST(on("late") == "warn state");
}

/// The law's thresholds are more than 15 in a row and 30 in a year; told at 10 and at 20.
BOOST_AUTO_TEST_CASE(absences_are_told_before_the_law_acts)
{
    // Ten working days from the 2nd of March 2026, a Monday.
    for (const int day : {2, 3, 4, 5, 6, 9, 10, 11, 12})
        was_absent(2026y / March / day);
    BOOST_TEST(absent("2026-03-13") == "warn state");
    BOOST_TEST(sentence().find("10 working days in a row") != std::string::npos);
    BOOST_TEST(absent("2026-03-16") == ""); // a day between: ten in the year, not in a row
    for (const int day : {1, 2, 3, 8, 9, 10, 15, 16, 17, 22})
        was_absent(2026y / April / day);
    BOOST_TEST(absent("2026-06-23") == "warn state");
    BOOST_TEST(sentence().find("20 working days of this year") != std::string::npos);
    BOOST_TEST(absent("2027-06-23") == "");
}

BOOST_AUTO_TEST_CASE(a_duty_has_one_person_who_is_there)
{
    today = 2026y / November / 23;
    leave(person, "2026-11-25", "2026-11-25");
    const auto duty = [&](std::string_view rule, const std::string& day) {
        return says(rule, "roster",
            {{"person", person.text()}, {"day", day}, {"place", place.text()},
                {"kind", "hall_leader"}});
    };
    BOOST_TEST(duty("B22", "2026-11-25") == "warn person");
    BOOST_TEST(duty("B22", "2026-11-26") == "");
    BOOST_TEST(says("B21", "roster", {{"day", "2026-11-26"}}) == "remind person");
    add("roster",
        {{"person", person.text()}, {"day", "2026-11-26"}, {"place", place.text()},
            {"kind", "hall_leader"}});
    BOOST_TEST(duty("B24", "2026-11-26") == "refuse person");
    BOOST_TEST(duty("B23", "2026-11-26") == "");
    const auto branch = add("place", {{"name", "不动产分厅"}, {"type", "branch_hall"}});
    BOOST_TEST(says("B23", "roster",
                   {{"person", person.text()}, {"day", "2026-11-26"}, {"place", branch.text()},
                       {"kind", "hall_leader"}})
        == "warn person");
}

BOOST_AUTO_TEST_CASE(a_roll_call_counts_who_is_there)
{
    BOOST_TEST(
        says("B31", "roll_call", {{"expected", "40"}, {"present", "41"}}) == "refuse present");
    BOOST_TEST(
        says("B33", "roll_call", {{"begun", "08:25"}, {"finished", "08:24"}}) == "warn finished");
    BOOST_TEST(says("D05", "roll_call", {{"unmanned", "-1"}}) == "refuse unmanned");
    add("roll_call", {{"place", place.text()}, {"day", "2026-03-02"}});
    BOOST_TEST(says("B32", "roll_call", {{"place", place.text()}, {"day", "2026-03-02"}})
        == "refuse place");
}

BOOST_AUTO_TEST_SUITE_END()

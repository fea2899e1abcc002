#include "model/day/duty_turn.h"

#include "tests/support/editing.h"
#include "tests/support/print.h"

using namespace model;
using namespace std::chrono;

namespace {

/// A hall and three who take turns; the 5th of January 2026 is a Monday.
struct Turns : tests::Editing {
    Uuid hall =
        made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    Uuid zhang = staff("张桂山");
    Uuid wen = staff("文国强");
    Uuid shan = staff("单雪梅");

    Uuid staff(const std::string& name)
    {
        const auto id = made("person", {{"name", name}});
        made("posting",
            {{"person", id.text()}, {"place", hall.text()}, {"source", "unified"},
                {"from", "2025-01-01"}});
        return id;
    }
    Uuid duty(const Uuid& who, const std::string& day, const std::string& kind = "hall_leader")
    {
        return made("roster",
            {{"place", hall.text()}, {"person", who.text()}, {"day", day}, {"kind", kind}});
    }
    DutyTurn turn(Date from, Date to) const
    {
        return {.place = hall, .people = {zhang, wen, shan}, .from = from, .to = to};
    }

    /// "05张桂山 06文国强": the days of the plan and who is on duty.
    std::string plan(const DutyTurn& turn)
    {
        std::string text;
        for (const auto& day : plan_turn(store, turn).days)
            text += (text.empty() ? "" : " ") + to_iso(day.day).substr(8) + day.name
                + (day.is_there ? "*" : "");
        return text;
    }
    std::int64_t duties() { return store.count({.def = &def("roster")}); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(duty_turn_test, Turns)

BOOST_AUTO_TEST_CASE(the_order_goes_round_on_working_days)
{
    BOOST_TEST(plan(turn(2026y / January / 8, 2026y / January / 13))
        == "08张桂山 09文国强 12单雪梅 13张桂山");
    auto weekends = turn(2026y / January / 8, 2026y / January / 18);
    weekends.days = TurnDays::off;
    BOOST_TEST(plan(weekends) == "10张桂山 11文国强 17单雪梅 18张桂山");
    weekends.days = TurnDays::every;
    BOOST_TEST(plan_turn(store, weekends).days.size() == 11u);
}

BOOST_AUTO_TEST_CASE(it_goes_on_behind_whoever_was_last_of_the_order)
{
    duty(zhang, "2025-12-30");
    duty(made("person", {{"name", "旁人"}}), "2025-12-31");
    duty(shan, "2025-12-31", "guide"); // another kind
    BOOST_TEST(plan(turn(2026y / January / 5, 2026y / January / 6)) == "05文国强 06单雪梅");
}

BOOST_AUTO_TEST_CASE(a_day_that_has_somebody_stays_and_the_order_goes_on_behind_him)
{
    duty(shan, "2026-01-06");
    BOOST_TEST(plan(turn(2026y / January / 5, 2026y / January / 8))
        == "05张桂山 06单雪梅* 07张桂山 08文国强");
}

BOOST_AUTO_TEST_CASE(who_is_away_has_left_or_is_elsewhere_is_passed_over_with_the_reason)
{
    made("leave",
        {{"person", wen.text()}, {"kind", "annual"}, {"from", "2026-01-06"}, {"to", "2026-01-06"},
            {"state", "agreed"}, {"approver", "王主任"}});
    const auto posting = store.where(def("posting"), "person", shan).front().id;
    set(posting, {{"to", "2026-01-05"}, {"status", "left"}});
    const auto other =
        made("place", {{"name", "分厅"}, {"type", "branch_hall"}, {"region", "430922"}});
    made("roster",
        {{"place", other.text()}, {"person", zhang.text()}, {"day", "2026-01-08"},
            {"kind", "guide"}});
    const auto found = plan_turn(store, turn(2026y / January / 5, 2026y / January / 8));
    BOOST_REQUIRE(found.days.size() == 4u);
    BOOST_TEST(found.days[0].name == "张桂山");
    BOOST_TEST(found.days[1].name == "张桂山"); // both others cannot
    BOOST_REQUIRE(found.days[1].passed_over.size() == 2u);
    BOOST_TEST(english(found.days[1].passed_over[0].why) == "on leave from 2026-01-06");
    BOOST_TEST(english(found.days[1].passed_over[1].why) == "left on 2026-01-05");
    BOOST_TEST(found.days[2].name == "文国强");
    BOOST_TEST(found.days[3].name == "文国强");
    BOOST_TEST(english(found.days[3].passed_over.back().why) == "on duty elsewhere at that time");
}

BOOST_AUTO_TEST_CASE(all_is_one_step_that_undo_takes_back)
{
    const auto wanted = turn(2026y / January / 5, 2026y / January / 16);
    const auto outcome = fill_by_turn(editor, wanted);
    BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
    BOOST_TEST(duties() == 10);
    BOOST_TEST(!fill_by_turn(editor, wanted).changed); // all days have somebody by now
    editor.undo();
    BOOST_TEST(duties() == 0);
}

BOOST_AUTO_TEST_CASE(times_are_those_of_the_last_duty_or_those_that_were_said)
{
    set(duty(zhang, "2025-12-30"), {{"from_time", "09:00"}, {"to_time", "17:00"}});
    auto wanted = turn(2026y / January / 5, 2026y / January / 5);
    auto outcome = fill_by_turn(editor, wanted);
    BOOST_TEST(text(outcome.id, "from_time") == "09:00");
    wanted.from = wanted.to = 2026y / January / 6;
    wanted.from_time = {"08:30"};
    wanted.to_time = {"12:00"};
    outcome = fill_by_turn(editor, wanted);
    BOOST_TEST(text(outcome.id, "from_time") == "08:30");
}

BOOST_AUTO_TEST_CASE(the_usual_order_is_that_of_the_last_turns)
{
    duty(zhang, "2025-12-26");
    duty(wen, "2025-12-29");
    duty(zhang, "2025-12-30");
    duty(shan, "2025-12-31");
    const auto order = usual_order(store, hall, RosterKind::hall_leader, 2026y / January / 5);
    BOOST_TEST((order == std::vector{wen, zhang, shan}));
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_is_told)
{
    auto wanted = turn(2026y / January / 6, 2026y / January / 5);
    BOOST_CHECK_THROW(plan_turn(store, wanted), UsageError);
    wanted.to = 2027y / March / 5;
    BOOST_CHECK_THROW(plan_turn(store, wanted), UsageError);
    wanted = turn(2026y / January / 5, 2026y / January / 6);
    wanted.people.clear();
    BOOST_CHECK_THROW(plan_turn(store, wanted), UsageError);
    wanted = turn(2040y / January / 5, 2040y / January / 6);
    BOOST_TEST(plan_turn(store, wanted).notes.size() == 1u); // whose days off nobody entered
}

BOOST_AUTO_TEST_SUITE_END()

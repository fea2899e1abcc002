#include "model/day/morning.h"

#include "model/store/own_accounts.h"
#include "tests/support/editing.h"

using namespace model;

namespace {

constexpr const char* today = "2026-01-01";

/// A hall of three windows on New Year's Day 2026, whose numbers were entered out of order.
struct Hall : tests::Editing {
    Uuid hall =
        made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    Uuid a10 = window("A10", "税务");
    Uuid a2 = window("A2", "社保");
    Uuid a1 = window("A1", "公安");
    Uuid zhang = staff("张桂山");
    Uuid wen = staff("文国强");
    Uuid shan = staff("单雪梅");

    Uuid window(const std::string& number, const std::string& business)
    {
        return made("window",
            {{"number", number}, {"business", business}, {"place", hall.text()},
                {"status", "open"}});
    }
    Uuid staff(const std::string& name)
    {
        const auto id = made("person", {{"name", name}});
        made("posting",
            {{"person", id.text()}, {"place", hall.text()}, {"source", "unified"},
                {"from", "2025-01-01"}, {"status", "on_duty"}});
        return id;
    }
    Uuid at(const Uuid& where, const Uuid& who, const std::string& slot = "A")
    {
        return made("window_staff",
            {{"window", where.text()}, {"person", who.text()}, {"slot", slot},
                {"from", "2025-01-01"}});
    }
    Uuid away(const Uuid& who, const std::string& kind = "annual",
        const std::string& state = "agreed", const std::string& from_time = {})
    {
        return made("leave",
            {{"person", who.text()}, {"kind", kind}, {"from", today}, {"to", today},
                {"state", state}, {"from_time", from_time}, {"approver", "王主任"}});
    }

    void office_ends(const Uuid& link)
    {
        BOOST_REQUIRE(editor.end(link, store.today(), "轮换").done);
    }

    MorningSheet sheet(const std::string& at = "08:25")
    {
        return {store, editor.permission(), hall, store.today(), at};
    }
    static const MorningRow& row(const MorningSheet& sheet, const std::string& name)
    {
        const auto found = std::ranges::find(sheet.rows(), name, &MorningRow::name);
        BOOST_REQUIRE_MESSAGE(found != sheet.rows().end(), name);
        return *found;
    }
    static const MorningRow& at_window(const MorningSheet& sheet, const std::string& number)
    {
        const auto found = std::ranges::find(sheet.rows(), number, &MorningRow::number);
        BOOST_REQUIRE_MESSAGE(found != sheet.rows().end(), number);
        return *found;
    }

    /// "A1 张桂山, A2 -, back 文国强".
    static std::string lines(const MorningSheet& sheet)
    {
        std::string all;
        for (const auto& row : sheet.rows())
            all += (all.empty() ? "" : ", ") + (row.window.is_nil() ? "back" : row.number) + ' '
                + (row.name.empty() ? "-" : row.name);
        return all;
    }

    std::int64_t entered(std::string_view entity) { return store.count({.def = &def(entity)}); }

    /// "late 10 roll_call", of who has one entry.
    std::string attendance(const Uuid& who)
    {
        const auto found = store.where(def("attendance_day"), "person", who);
        if (found.empty())
            return {};
        BOOST_TEST(found.size() == 1u);
        std::string all;
        for (const auto* name : {"state", "minutes", "source"})
            if (const auto text = to_text(found.front()[name]); !text.empty())
                all += (all.empty() ? "" : " ") + text;
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(morning_test, Hall)

BOOST_AUTO_TEST_CASE(windows_stand_by_their_numbers_and_the_back_office_after_them)
{
    at(a10, zhang);
    at(a1, shan);
    made("window",
        {{"number", "A3"}, {"place", hall.text()}, {"status", "closed"}, {"closed", "2025-06-30"},
            {"closed_reason", "撤并"}});
    const auto now = sheet();
    BOOST_TEST(lines(now) == "A1 单雪梅, A2 -, A10 张桂山, back 文国强");
    BOOST_TEST(now.rows().front().plate == "公安");
    BOOST_TEST(now.counts().expected == 3);
    BOOST_TEST(now.counts().present == 3);
    BOOST_TEST(now.counts().unmanned == 1);
}

BOOST_AUTO_TEST_CASE(a_b_post_steps_in_for_who_is_away)
{
    at(a1, zhang);
    at(a1, wen, "B");
    away(zhang);
    auto now = sheet();
    BOOST_TEST(lines(now) == "A1 张桂山, A1 文国强, A2 -, A10 -, back 单雪梅");
    BOOST_TEST((row(now, "张桂山").mark.state == Attendance::leave));
    BOOST_TEST(row(now, "张桂山").cover == "文国强");
    BOOST_TEST(!row(now, "张桂山").is_unmanned);
    BOOST_TEST(!row(now, "张桂山").lacks_b);
    BOOST_TEST(now.counts().present == 2);

    now.mark(wen, {.state = Attendance::absent});
    BOOST_TEST(row(now, "张桂山").is_unmanned);
    BOOST_TEST(row(now, "张桂山").cover == "");
    BOOST_TEST(now.counts().unmanned == 3);

    now.mark(zhang, {.state = Attendance::leave, .cover = shan});
    BOOST_TEST(!row(now, "张桂山").is_unmanned);
    BOOST_TEST(row(now, "张桂山").cover == "单雪梅");
}

BOOST_AUTO_TEST_CASE(a_leave_counts_once_agreed_to_and_while_it_lasts)
{
    at(a1, zhang);
    at(a2, wen);
    at(a10, shan);
    away(zhang, "annual", "requested");
    away(wen, "meeting");
    away(shan, "survey", "agreed", "14:30");
    const auto early = sheet();
    BOOST_TEST((row(early, "张桂山").mark.state == Attendance::present));
    BOOST_TEST((row(early, "文国强").mark.state == Attendance::out));
    BOOST_TEST((row(early, "单雪梅").mark.state == Attendance::present));
    const auto late = sheet("14:30");
    BOOST_TEST((row(late, "单雪梅").mark.state == Attendance::out));
}

BOOST_AUTO_TEST_CASE(unmanned_windows_missing_b_and_double_bookings_are_told)
{
    at(a1, zhang);
    at(a2, zhang);
    at(a2, wen, "B");
    const auto now = sheet();
    BOOST_TEST(at_window(now, "A1").also_at == "A2");
    BOOST_TEST(at_window(now, "A1").lacks_b);
    BOOST_TEST(!at_window(now, "A2").lacks_b);
    BOOST_TEST(!at_window(now, "A2").is_unmanned);
    BOOST_TEST(at_window(now, "A10").is_unmanned);
    const auto words = remark_of(at_window(now, "A1"), [](const char* id) { return id; });
    BOOST_TEST(words == "No B post, 张桂山 is at window A2 too");
    BOOST_TEST(now.counts().expected == 3);
}

BOOST_AUTO_TEST_CASE(who_stands_in_from_another_window_is_at_two)
{
    at(a1, zhang);
    at(a2, wen);
    at(a1, wen, "B");
    auto now = sheet();
    BOOST_TEST(at_window(now, "A1").also_at == "");
    now.mark(zhang, {.state = Attendance::late});
    BOOST_TEST(at_window(now, "A1").also_at == "");
    now.mark(zhang, {.state = Attendance::absent});
    BOOST_TEST(at_window(now, "A1").doubled == "文国强");
    BOOST_TEST(at_window(now, "A1").also_at == "A2");
}

BOOST_AUTO_TEST_CASE(saving_writes_the_call_and_the_exceptions_alone)
{
    at(a1, zhang);
    at(a2, wen);
    away(wen);
    auto now = sheet();
    now.mark(zhang, {.state = Attendance::late, .minutes = 10});
    const auto outcome = now.save(editor, shan, "08:25", "08:26");
    BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
    BOOST_TEST(!now.is_marked());
    BOOST_TEST(attendance(zhang) == "late 10 roll_call");
    BOOST_TEST(attendance(wen) == "leave roll_call");
    BOOST_TEST(attendance(shan) == "");
    const auto call = sheet().made();
    BOOST_REQUIRE(call.has_value());
    BOOST_TEST(*call->expected == 3);
    BOOST_TEST(*call->present == 2);
    BOOST_TEST(*call->unmanned == 2);
    BOOST_TEST(call->begun.text == "08:25");
    BOOST_TEST((call->leader == shan));
}

BOOST_AUTO_TEST_CASE(a_second_roll_call_of_the_day_changes_the_first)
{
    at(a1, zhang);
    auto first = sheet();
    first.mark(zhang, {.state = Attendance::absent});
    BOOST_REQUIRE(first.save(editor, shan, "08:25", "08:26").done);

    auto second = sheet();
    BOOST_TEST((row(second, "张桂山").mark.state == Attendance::absent));
    second.mark(zhang, {.state = Attendance::late, .minutes = 20});
    second.mark(wen, {.state = Attendance::out});
    BOOST_REQUIRE(second.save(editor, {}, {}, "08:50").done);

    BOOST_TEST(entered("roll_call") == 1);
    BOOST_TEST(entered("attendance_day") == 2);
    BOOST_TEST(attendance(zhang) == "late 20 roll_call");
    BOOST_TEST(attendance(wen) == "out roll_call");
    const auto call = sheet().made();
    BOOST_TEST(call->begun.text == "08:25");
    BOOST_TEST(call->finished.text == "08:50");
    BOOST_TEST((call->leader == shan));
}

BOOST_AUTO_TEST_CASE(one_undo_takes_the_whole_roll_call_back)
{
    at(a1, zhang);
    auto now = sheet();
    now.mark(zhang, {.state = Attendance::absent});
    now.mark(wen, {.state = Attendance::out});
    BOOST_REQUIRE(now.save(editor, shan, "08:25", "08:26").done);
    BOOST_TEST(english(editor.undoable()->label) == "Morning roll-call of 2026-01-01");

    editor.undo();

    BOOST_TEST(entered("roll_call") == 0);
    BOOST_TEST(entered("attendance_day") == 0);
    editor.redo();
    BOOST_TEST(entered("roll_call") == 1);
    BOOST_TEST(attendance(wen) == "out roll_call");
}

BOOST_AUTO_TEST_CASE(who_may_not_enter_it_is_refused_and_nothing_is_written)
{
    at(a1, zhang);
    Batch batch(store, {.label = {msgid("Add {1}"), {"user"}}, .account = clerk});
    batch.create(tests::make(
        def("user"), clerk.id, {{"name", "李文员"}, {"roles", "director"}, {"state", "active"}}));
    batch.commit();
    add_own_account(store, clerk);
    BOOST_TEST(roll_call_places(store, editor.permission()).empty());

    auto now = sheet();
    now.mark(zhang, {.state = Attendance::absent});
    const auto outcome = now.save(editor, {}, "08:25", "08:26");

    BOOST_TEST(!outcome.done);
    BOOST_TEST(told(outcome, "rights") != "");
    BOOST_TEST(entered("roll_call") == 0);
    BOOST_TEST(entered("attendance_day") == 0);
    BOOST_TEST(now.is_marked());
}

BOOST_AUTO_TEST_CASE(where_the_clock_says_other_it_is_listed)
{
    at(a1, zhang);
    at(a2, wen);
    for (const auto& [who, came] : {std::pair{zhang, "08:55"}, {wen, "08:10"}})
        made("attendance_day",
            {{"person", who.text()}, {"day", today}, {"state", "present"}, {"came", came},
                {"source", "clock"}});
    auto first = sheet();
    BOOST_TEST(row(first, "张桂山").clocked == ""); // nobody called the roll yet
    BOOST_REQUIRE(first.save(editor, {}, "08:25", "08:26").done);

    auto now = sheet();
    BOOST_TEST(row(now, "张桂山").clocked == "08:55");
    BOOST_TEST(row(now, "文国强").clocked == "");
    now.mark(wen, {.state = Attendance::absent});
    BOOST_TEST(row(now, "文国强").clocked == "08:10");
    BOOST_TEST((row(now, "文国强").clock_says == Attendance::present));
    now.mark(zhang, {.state = Attendance::late});
    BOOST_TEST(row(now, "张桂山").clocked == "");
}

BOOST_AUTO_TEST_CASE(marks_outlast_a_new_reading)
{
    at(a1, zhang);
    auto before = sheet();
    before.mark(zhang, {.state = Attendance::out});
    at(a2, wen);
    auto after = sheet();
    after.take_marks(before);
    BOOST_TEST((row(after, "张桂山").mark.state == Attendance::out));
    BOOST_TEST(after.is_marked());
    BOOST_TEST(lines(after) == "A1 张桂山, A2 文国强, A10 -, back 单雪梅");
}

BOOST_AUTO_TEST_CASE(nobody_covers_for_himself_and_strangers_are_not_marked)
{
    auto now = sheet();
    BOOST_CHECK_THROW(now.mark(zhang, {.state = Attendance::leave, .cover = zhang}), UsageError);
    const auto stranger = made("person", {{"name", "仇志远"}});
    BOOST_CHECK_THROW(now.mark(stranger, {}), UsageError);
}

BOOST_AUTO_TEST_CASE(the_leader_is_who_has_the_duty_at_the_place)
{
    BOOST_TEST(!roll_call_leader(store, hall, store.today(), clerk.id).has_value());
    made("roster",
        {{"place", hall.text()}, {"day", today}, {"kind", "hall_leader"}, {"person", shan.text()}});
    BOOST_TEST((roll_call_leader(store, hall, store.today(), clerk.id) == shan));
}

BOOST_AUTO_TEST_CASE(the_offices_own_place_comes_first)
{
    const auto other =
        made("place", {{"name", "不动产登记分厅"}, {"type", "branch_hall"}, {"region", "430922"}});
    made("window", {{"number", "1"}, {"place", other.text()}});
    made("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto places = roll_call_places(store, editor.permission());
    BOOST_REQUIRE(places.size() == 2u);
    BOOST_TEST(places.front().name == "桃江县政务服务中心");
    BOOST_TEST(time_of_day(store.clock().now()) == "08:00");
}

/// As the rules have it, a link is over on its last day.
BOOST_AUTO_TEST_CASE(on_the_day_of_a_hand_over_the_one_who_takes_over_is_expected)
{
    const auto before = at(a1, zhang);
    office_ends(before);
    made("window_staff",
        {{"window", a1.text()}, {"person", wen.text()}, {"slot", "A"}, {"from", today}});

    const auto now = sheet();

    BOOST_TEST(at_window(now, "A1").name == "文国强");
    BOOST_TEST(std::ranges::count(now.rows(), std::string("A1"), &MorningRow::number) == 1);
}

BOOST_AUTO_TEST_CASE(who_is_there_after_all_has_nobody_in_his_place)
{
    at(a1, zhang);
    auto now = sheet();
    now.mark(zhang, {.state = Attendance::leave, .cover = wen});
    BOOST_TEST(row(now, "张桂山").cover == "文国强");
    now.mark(zhang, {.state = Attendance::present, .cover = wen});
    BOOST_TEST(row(now, "张桂山").cover == "");
}

BOOST_AUTO_TEST_SUITE_END()

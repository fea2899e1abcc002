#include "model/day/duty_week.h"

#include "model/day/duty_sheet.h"
#include "tests/support/editing.h"
#include "tests/support/files.h"
#include "tests/support/temp_folder.h"

using namespace model;
using namespace std::chrono;

namespace {

std::string plain(const char* id)
{
    return id;
}

/// A hall; New Year's Day 2026 is a Thursday.
struct Week : tests::Editing {
    Uuid hall =
        made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    Uuid branch = made("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    Uuid zhang = made("person", {{"name", "张桂山"}});
    Uuid wen = made("person", {{"name", "文国强"}});
    const Date friday = 2026y / January / 2;

    DutyWeek week(Date day = 2026y / January / 1) { return read_duty_week(store, {}, day); }
    DutyCell cell(Date day, const std::string& kind = "hall_leader") const
    {
        return {hall, kind, day};
    }

    /// The names in a cell of the hall's line, joined.
    std::string names(std::size_t column, const std::string& kind = "hall_leader")
    {
        std::string names;
        for (const auto& line : week().lines)
            if (line.place == hall && line.kind == kind)
                for (const auto& name : line.days.at(column))
                    names += (names.empty() ? "" : "、") + name.name;
        return names;
    }
    std::int64_t duties() { return store.count({.def = &def("roster")}); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(duty_week_test, Week)

BOOST_AUTO_TEST_CASE(a_week_has_its_days_across_and_every_kind_of_the_own_hall_down)
{
    const auto shown = week();
    BOOST_TEST(to_iso(shown.monday) == "2025-12-29");
    BOOST_TEST(shown.lines.size() == choices_of<RosterKind>.size());
    BOOST_TEST(!shown.works[3]); // New Year
    BOOST_TEST(shown.works[0]);
    const auto lines = lines_of(shown, plain);
    BOOST_TEST(lines[0][1] == "Monday 12-29");
    BOOST_TEST(lines[0][4] == "Thursday 01-01 (off)");
    BOOST_TEST(lines[1][0] == "Hall duty leader");
}

BOOST_AUTO_TEST_CASE(another_place_has_the_lines_in_which_something_stands)
{
    made("roster",
        {{"place", branch.text()}, {"day", "2026-01-02"}, {"kind", "guide"},
            {"person", wen.text()}});
    const auto shown = week();
    BOOST_REQUIRE(shown.lines.size() == choices_of<RosterKind>.size() + 1);
    BOOST_TEST(name_of(shown, shown.lines.back(), plain) == "修山镇便民服务中心 Guidance");
    BOOST_TEST(shown.lines.back().days[4].at(0).name == "文国强");
    BOOST_TEST(read_duty_week(store, {}, friday, branch).lines.size() >= 1u);
    BOOST_TEST(
        read_duty_week(store, {}, friday, hall).lines.size() == choices_of<RosterKind>.size());
}

BOOST_AUTO_TEST_CASE(somebody_is_put_there_instead_or_besides_and_each_is_one_step)
{
    BOOST_TEST(put_duty(editor, cell(friday), zhang, PutDuty::instead).changed);
    BOOST_TEST(names(4) == "张桂山");
    BOOST_TEST(!put_duty(editor, cell(friday), zhang, PutDuty::instead).changed);
    BOOST_TEST(put_duty(editor, cell(friday), wen, PutDuty::instead).changed);
    BOOST_TEST(names(4) == "文国强");
    BOOST_TEST(duties() == 1);
    BOOST_TEST(put_duty(editor, cell(friday), zhang, PutDuty::besides).changed);
    BOOST_TEST(names(4) == "文国强、张桂山");

    BOOST_TEST(put_duty(editor, cell(friday), zhang, PutDuty::instead).changed);
    BOOST_TEST(names(4) == "张桂山");
    BOOST_TEST(duties() == 1);
    editor.undo();
    BOOST_TEST(names(4) == "文国强、张桂山");

    BOOST_TEST(clear_duty(editor, cell(friday)).changed);
    BOOST_TEST(duties() == 0);
    BOOST_TEST(!clear_duty(editor, cell(friday)).changed);
    editor.undo();
    BOOST_TEST(duties() == 2);
}

BOOST_AUTO_TEST_CASE(a_new_duty_has_the_times_of_the_last_one)
{
    made("roster",
        {{"place", hall.text()}, {"day", "2025-12-31"}, {"kind", "hall_leader"},
            {"person", wen.text()}, {"from_time", "09:00"}, {"to_time", "17:00"}});
    const auto outcome = put_duty(editor, cell(friday), zhang, PutDuty::instead);
    BOOST_TEST(text(outcome.id, "from_time") == "09:00");
    BOOST_TEST(text(outcome.id, "to_time") == "17:00");
}

BOOST_AUTO_TEST_CASE(who_is_away_is_told_in_the_cell)
{
    put_duty(editor, cell(friday), zhang, PutDuty::instead);
    made("leave",
        {{"person", zhang.text()}, {"kind", "annual"}, {"from", "2026-01-02"}, {"to", "2026-01-02"},
            {"state", "agreed"}, {"approver", "王主任"}});
    const auto shown = week();
    BOOST_TEST(shown.lines[0].days[4].at(0).amiss.size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_sheet_holds_what_the_screen_shows)
{
    put_duty(editor, cell(friday), zhang, PutDuty::instead);
    const tests::TempFolder folder;
    const auto path = folder.file("值班表.csv");
    write_duty_week(week(), path_of(path), plain);
    const auto bytes = tests::bytes_of(path);
    BOOST_TEST(bytes.find("Hall duty leader") != std::string::npos);
    BOOST_TEST(bytes.find("张桂山") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(who_may_enter_nothing_changes_nothing)
{
    Editor reader(store, {new_id(), "巡查员"});
    Batch batch(store, {.label = {msgid("Add {1}"), {"账号"}}, .account = clerk});
    batch.create(tests::make(def("user"), reader.account().id,
        {{"name", "巡查员"}, {"roles", "liaison"}, {"state", "active"}}));
    batch.commit();
    BOOST_TEST(!put_duty(reader, cell(friday), zhang, PutDuty::instead).done);
    BOOST_TEST(duties() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

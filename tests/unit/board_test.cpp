#include "model/board/board.h"

#include "tests/support/office.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

using namespace model;
using namespace std::chrono;

namespace {

struct WithBoard : tests::Office {
    void look() { board.take(reader.read(store)); }

    /// "Overdue 2 | - status | …": the groups with how many lines they have, and the fields of the
    /// rows under each.
    std::string seen()
    {
        std::string all;
        for (const auto& row : board.rows()) {
            const auto& group = board.groups()[row.group];
            all += all.empty() ? "" : " | ";
            if (row.what == Board::Row::What::group)
                all += std::string(group.area ? group.area : label_of(group.when)) + ' '
                    + std::to_string(group.count);
            else if (row.what == Board::Row::What::line)
                all += "- " + std::string(row.line->finding->field);
            else
                all += "+ " + std::to_string(Board::count(*row.kind));
        }
        return all;
    }

    LineName line(const Uuid& id, const char* rule, const char* field) { return {id, rule, field}; }

    void put_off(const LineName& name, Date until)
    {
        Snoozes(store).put(name, Level::remind, until, "", clerk);
        board.take_snoozes(Snoozes(store).list());
    }

    Board board{store.today()};
    BoardReader reader{clerk.id};
};

const Date first_day = 2026y / January / 1; // a Thursday

} // namespace

BOOST_FIXTURE_TEST_SUITE(board_test, WithBoard)

BOOST_AUTO_TEST_CASE(a_day_is_overdue_today_this_week_or_later)
{
    BOOST_TEST((when_due(2025y / December / 31, first_day) == When::overdue));
    BOOST_TEST((when_due(first_day, first_day) == When::today));
    BOOST_TEST((when_due(2026y / January / 2, first_day) == When::this_week));
    BOOST_TEST((when_due(2026y / January / 4, first_day) == When::this_week)); // Sunday
    BOOST_TEST((when_due(2026y / January / 5, first_day) == When::later));
    BOOST_TEST((when_due(std::nullopt, first_day) == When::undated));
    const Date sunday = 2026y / January / 4;
    BOOST_TEST((when_due(sunday, sunday) == When::today));
    BOOST_TEST((when_due(2026y / January / 5, sunday) == When::later));
}

BOOST_AUTO_TEST_CASE(lines_are_grouped_by_when_and_the_rest_follows)
{
    const auto person = add("person", {{"name", "张桂山"}, {"id_number", "430922198503120017"}});
    const auto trial = [&](const char* until) {
        add("posting",
            {{"person", person.text()}, {"status", "trial"}, {"source", "unified"},
                {"from", "2024-01-01"}, {"to", "2030-01-01"}, {"end_reason", "x"},
                {"document", "x"}, {"trial_until", until}});
    };
    trial("2026-01-01");
    look();
    BOOST_TEST(board.judged() == 2u);
    BOOST_TEST(seen() == "Today 1 | - status");
    trial("2025-06-01"); // and both postings are of one person now
    look();
    BOOST_TEST(seen()
        == "Overdue 1 | - status | Today 1 | - status | To be completed 2 | - from | - from");
    BOOST_TEST(board.pressing() == 4u);
    BOOST_TEST(board.pressing(def("posting")) == 4u);
    BOOST_TEST(board.pressing(def("person")) == 0u);
}

BOOST_AUTO_TEST_CASE(lines_are_grouped_by_area_as_well)
{
    add("person", {{"name", "张桂山"}});
    add("place", {{"name", "大厅"}, {"type", "self_service"}});
    look();
    BOOST_TEST(seen() == "To be completed 2 | - responsible | - id_number");
    BOOST_TEST(board.pressing() == 0u); // reminders alone
    BOOST_TEST(board.size() == 2u);
    board.group_by(Board::Grouping::area);
    BOOST_TEST(
        seen() == "Places and outlets 1 | - responsible | Staff at the hall 1 | - id_number");
}

BOOST_AUTO_TEST_CASE(what_is_put_off_stands_at_the_end_until_its_day)
{
    const auto person = add("person", {{"name", "张桂山"}});
    add("place", {{"name", "大厅"}, {"type", "self_service"}});
    look();
    put_off(line(person, "P02", "id_number"), 2026y / January / 3);
    BOOST_TEST(seen() == "To be completed 1 | - responsible | Put off 1 | - id_number");
    BOOST_TEST(board.size() == 1u);
    const auto row = board.row_of(line(person, "P02", "id_number"));
    BOOST_REQUIRE(row.has_value());
    BOOST_REQUIRE(board.snooze_of(*board.rows()[*row].line) != nullptr);
    BOOST_TEST(board.snooze_of(*board.rows()[*row].line)->by == "李文员");

    clock.advance(2 * a_day);
    board.take_snoozes(Snoozes(store).list());
    look();
    BOOST_TEST(seen() == "To be completed 2 | - responsible | - id_number");
}

BOOST_AUTO_TEST_CASE(many_that_say_the_same_are_one_row_until_it_is_opened)
{
    for (int i = 0; i < 21; ++i)
        add("person", {{"name", "张桂山" + std::to_string(i)}});
    look();
    BOOST_TEST(seen() == "To be completed 21 | + 21");
    board.open(*board.rows()[1].kind, true);
    BOOST_TEST(board.rows().size() == 23u);
    add("person", {{"name", "李秀英"}});
    look();
    BOOST_TEST(board.rows().size() == 24u);
    board.open(*board.rows()[1].kind, false);
    BOOST_TEST(seen() == "To be completed 22 | + 22");
}

BOOST_AUTO_TEST_CASE(an_edit_changes_its_lines_alone)
{
    const auto one = add("person", {{"name", "张桂山"}});
    add("person", {{"name", "李秀英"}});
    look();
    BOOST_TEST(board.size() == 2u);
    change(one, "id_number", "430922198503120017");
    const auto news = reader.read(store);
    BOOST_TEST(!news.is_whole);
    BOOST_TEST(news.records.size() == 1u);
    BOOST_TEST(news.lines.empty());
    board.take(news);
    BOOST_TEST(board.size() == 1u);
}

BOOST_AUTO_TEST_CASE(sorted_aside_it_is_the_same)
{
    for (int i = 0; i < 30; ++i)
        add(i % 2 == 0 ? "person" : "window", {{i % 2 == 0 ? "name" : "number", "甲"}});
    auto news = reader.read(store);
    Board other(store.today());
    other.take(news);
    Board::sort(news, Board::Grouping::area, {}); // the user chose otherwise meanwhile
    board.take(news);
    const auto expected = other.rows().size();
    BOOST_TEST(board.rows().size() == expected);
    BOOST_TEST(board.size() == other.size());
    BOOST_TEST(board.groups().front().area == nullptr);
}

BOOST_AUTO_TEST_CASE(notices_stand_among_the_lines)
{
    add("person", {{"name", "张桂山"}});
    look();
    std::vector<BoardNotice> notices(1);
    notices[0].finding = {
        .rule = "backup", .message = {msgid("Back up now")}, .due = Date(2025y / December / 1)};
    notices[0].page = "backup";
    board.take_notices(notices);
    BOOST_TEST(seen() == "Overdue 1 | -  | To be completed 1 | - id_number");
    BOOST_TEST(board.rows()[1].line->page == "backup");
    reader.forget();
    look(); // the whole anew
    BOOST_TEST(seen() == "Overdue 1 | -  | To be completed 1 | - id_number");
    board.take_notices({});
    BOOST_TEST(seen() == "To be completed 1 | - id_number");
}

BOOST_AUTO_TEST_CASE(who_may_see_a_register_alone_sees_its_lines)
{
    add("person", {{"name", "张桂山"}});
    const auto account = add("user", {{"name", "王敏"}, {"roles", "auditor"}, {"state", "active"}});
    BoardReader his(account);
    BOOST_TEST(his.read(store).lines.empty());
    BOOST_TEST(his.verdicts().records() == 2u);
    look();
    BOOST_TEST(board.size() == 1u);
}

BOOST_AUTO_TEST_CASE(who_may_only_look_is_given_nothing_to_do)
{
    add("person", {{"name", "张桂山"}});
    const auto account = [&](const char* roles, const std::string& unit = {}) {
        return add(
            "user", {{"name", roles}, {"roles", roles}, {"state", "active"}, {"unit", unit}});
    };
    const auto lines = [&](const Uuid& who) {
        BoardReader reader(who);
        const auto news = reader.read(store);
        return std::ranges::count(news.lines, &def("person"), &BoardLine::def);
    };
    BOOST_TEST(lines(account("uniform_keeper")) == 0); // sees people and enters nothing
    BOOST_TEST(lines(account("director")) == 1);       // confirms
    BOOST_TEST(lines(account("business")) == 1);
    const auto police = add("unit", {{"name", "县公安局"}});
    BOOST_TEST(lines(account("liaison", police.text())) == 0); // nobody of his unit
}

BOOST_AUTO_TEST_CASE(a_liaison_and_a_township_are_not_told_what_the_county_lacks)
{
    const auto police = add("unit", {{"name", "县公安局"}, {"phone", "0737"}});
    const auto town = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    add("place", {{"name", "县大厅"}, {"type", "hall"}, {"region", "430922"}});
    const auto his = add("person", {{"name", "张桂山"}});
    add("posting",
        {{"person", his.text()}, {"unit", police.text()}, {"place", town.text()},
            {"source", "sent"}, {"from", "2025-01-06"}});
    look();
    const auto all = board.size();

    const auto shown = [&](Org org) {
        auto self = store.self();
        self.org = std::move(org);
        store.set_self(self);
        std::set<Uuid> records;
        BoardReader reader(clerk.id);
        const auto news = reader.read(store);
        for (const auto& line : news.lines)
            records.insert(line.id);
        return records;
    };
    const auto of_unit = shown({Role::unit, police.text()});
    BOOST_TEST(of_unit.contains(police)); // its own phone
    for (const auto& record : store.select({.def = &def("place")}))
        BOOST_TEST(!of_unit.contains(record.id), record.title());
    const auto of_town = shown({Role::outlet, "430922101"});
    BOOST_TEST(of_town.contains(town)); // nobody in charge, no windows
    BOOST_TEST(!of_town.contains(police));
    for (const auto& record : store.select({.def = &def("place")}))
        BOOST_TEST((record.id == town) == of_town.contains(record.id), record.title());
    shown({Role::agency, "430922"});
    look();
    BOOST_TEST(board.size() == all);
}

BOOST_AUTO_TEST_CASE(an_account_of_one_place_is_told_of_that_place)
{
    const auto town = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto hall = add("place", {{"name", "县大厅"}, {"type", "hall"}, {"region", "430922"}});
    add("item", {{"name", "户口登记"}}); // the whole county's
    const auto account = add("user",
        {{"name", "王敏"}, {"roles", "township_clerk"}, {"state", "active"},
            {"place", town.text()}});
    std::set<Uuid> records;
    BoardReader reader(account);
    const auto news = reader.read(store);
    for (const auto& line : news.lines)
        records.insert(line.id);
    BOOST_TEST(records.contains(town));
    BOOST_TEST(!records.contains(hall));
    for (const auto& record : store.select({.def = &def("item")}))
        BOOST_TEST(!records.contains(record.id));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(snooze_test, tests::Office)

BOOST_AUTO_TEST_CASE(a_line_is_put_off_until_a_day_and_comes_back)
{
    Snoozes snoozes(store);
    const LineName line{new_id(), "P02", "id_number"};
    snoozes.put(line, Level::remind, 2026y / January / 2, " 等他回来 ", clerk);
    BOOST_REQUIRE(snoozes.list().size() == 1u);
    BOOST_TEST(snoozes.list()[0].reason == "等他回来");
    BOOST_TEST((snoozes.list()[0].line == line));
    snoozes.put(line, Level::remind, 2026y / January / 9, "", clerk);
    BOOST_REQUIRE(snoozes.list().size() == 1u);
    BOOST_TEST(snoozes.list()[0].reason == "");
    BOOST_TEST(snoozes.wake(line));
    BOOST_TEST(!snoozes.wake(line));
    snoozes.put(line, Level::remind, 2026y / January / 2, "", clerk);
    clock.advance(a_day);
    BOOST_TEST(snoozes.list().empty());
}

BOOST_AUTO_TEST_CASE(what_refuses_is_put_off_for_a_week_at_most_and_nothing_into_the_past)
{
    Snoozes snoozes(store);
    const LineName line{new_id(), "W01", "number"};
    const auto until = [&](Level level, Date day) { snoozes.put(line, level, day, "", clerk); };
    BOOST_CHECK_THROW(until(Level::refuse, 2026y / January / 9), UsageError);
    until(Level::refuse, 2026y / January / 8);
    until(Level::warn, 2026y / March / 1);
    BOOST_CHECK_THROW(until(Level::remind, 2026y / January / 1), UsageError);
    BOOST_CHECK_THROW(until(Level::remind, 2025y / March / 1), UsageError);
}

BOOST_AUTO_TEST_SUITE_END()

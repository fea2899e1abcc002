#include "model/commands/period_steps.h"

#include "model/assessing/basis_text.h"
#include "model/commands/seen_scores.h"
#include "model/entities/score.h"
#include "model/store/own_accounts.h"
#include "tests/support/assessed_office.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

using namespace model;
using namespace std::chrono;

namespace {

struct Assessing : tests::AssessedOffice {
    Assessing()
    {
        method();
        december = open("2025-12");
    }

    std::string refused(const Outcome& outcome)
    {
        for (const auto& finding : outcome.findings)
            if (finding.level == Level::refuse && !outcome.done)
                return std::string(finding.rule);
        return "done";
    }

    std::size_t kept(std::string_view entity)
    {
        return store.where(def(entity), "period", december).size();
    }

    Uuid december;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(period_steps_test, Assessing)

BOOST_AUTO_TEST_CASE(a_period_is_opened_once_by_the_version_that_holds)
{
    BOOST_TEST(period(december).name == "2025-12 苍南县窗口工作人员考核办法（2019年）");
    BOOST_TEST((period(december).state == PeriodState::open));
    const auto again = open_period(editor, hall, "cangnan-2019", month("2025-12"));
    BOOST_TEST(refused(again) == "M02");
    BOOST_TEST((again.id == december));
    BOOST_TEST(refused(open_period(editor, hall, "cangnan-2019", month("2018-12"))) == "M02");
    BOOST_TEST(refused(open_period(editor, hall, "nobody's", month("2025-11"))) == "M02");
}

BOOST_AUTO_TEST_CASE(scores_follow_the_ledger)
{
    BOOST_TEST(score_of(december, zhang) == "100");
    BOOST_TEST(enter(zhang, "1.1", 2025y / December / 3, 1, 8).done); // late: -1
    BOOST_TEST(enter(zhang, "1.2", 2025y / December / 5).done);       // no clocking: -2
    BOOST_TEST(enter(li, "1.3", 2025y / December / 8, 2).done);       // a day away: -10
    BOOST_TEST(enter(li, "1.2", 2025y / November / 28).done);         // the month before
    BOOST_TEST(score_of(december, zhang) == "97");
    BOOST_TEST(score_of(december, li) == "90");
    const auto result = period_result(store, period(december));
    BOOST_TEST(result.rank_of(zhang)->place == 1);
    BOOST_TEST(result.rank_of(li)->place == 2);
}

BOOST_AUTO_TEST_CASE(steps_come_in_their_turn)
{
    BOOST_TEST(refused(move_period(editor, december, {.move = PeriodMove::lock})) == "M03");
    BOOST_TEST(move_period(editor, december, {.move = PeriodMove::draft}).done);
    const auto noticed =
        move_period(editor, december, {.move = PeriodMove::notice, .on = 2025y / December / 31});
    BOOST_TEST(noticed.done);
    // Three working days after New Year's Day, which is off.
    BOOST_TEST(to_iso(period(december).object_until.value()) == "2026-01-06");
    BOOST_TEST(refused(move_period(
                   editor, december, {.move = PeriodMove::make_public, .on = 2026y / January / 6}))
        == "M05");
    BOOST_TEST(
        move_period(editor, december, {.move = PeriodMove::make_public, .on = 2026y / January / 7})
            .done);
    BOOST_TEST(move_period(editor, december, {.move = PeriodMove::lock}).done);
    BOOST_TEST(refused(move_period(editor, december, {.move = PeriodMove::publish})) == "M08");
    BOOST_TEST(move_period(
        editor, december, {.move = PeriodMove::publish, .document = "桃政管〔2026〕1号"})
                   .done);
    BOOST_TEST((period(december).state == PeriodState::published));
}

BOOST_AUTO_TEST_CASE(an_objection_is_decided_before_the_public_notice)
{
    move_period(editor, december, {.move = PeriodMove::draft});
    move_period(editor, december, {.move = PeriodMove::notice, .on = 2025y / December / 31});
    const auto objection = add("objection",
        {{"period", december.text()}, {"unit", police.text()}, {"made_on", "2025-12-31"},
            {"reason", "12月5日系统故障"}});
    const PeriodStep step{.move = PeriodMove::make_public, .on = 2026y / January / 20};
    BOOST_TEST(refused(move_period(editor, december, step)) == "M06");
    change(objection, "decision", "upheld");
    BOOST_TEST(move_period(editor, december, step).done);
}

BOOST_AUTO_TEST_CASE(what_is_locked_comes_out_the_same_whatever_happens_to_the_registers)
{
    enter(zhang, "1.1", 2025y / December / 3, 1, 8);
    const auto entry = enter(li, "1.3", 2025y / December / 8, 2).id;
    BOOST_TEST(lock(december).done);
    BOOST_TEST(kept("score") == 2U);
    BOOST_TEST(kept("period_basis") == 1U);
    const auto before = kept_basis(store, december);
    // Somebody left in the middle of the month, an entry came from another computer, the method's
    // rules are others now, and a window has gone.
    for (const auto& posting : store.where(def("posting"), "person", li))
        change(posting.id, "to", "2025-12-10");
    add("ledger_entry",
        {{"place", hall.text()}, {"method", period(december).method->text()}, {"kind", "staff"},
            {"person", zhang.text()}, {"day", "2025-12-20"}, {"line", "1.3"}, {"count", "1"}});
    change(Uuid::named("method_text", period(december).method->text()), "content", "{}");
    change(a02, "closed", "2025-12-01");
    change(entry, "count", "4");
    BOOST_TEST(score_of(december, zhang) == "99");
    BOOST_TEST(score_of(december, li) == "90");
    BOOST_TEST(kept_basis(store, december) == before);
    const auto result = period_result(store, period(december));
    BOOST_TEST(result.is_locked);
    BOOST_TEST(result.rank_of(zhang)->place == 1);
    BOOST_TEST(result.standing(zhang)->name == "张桂山");
    BOOST_TEST(text(store.where(def("score"), "person", li).at(0).id, "total") == "90.00");
    BOOST_TEST(text(store.where(def("score"), "person", li).at(0).id, "rank") == "2");
}

BOOST_AUTO_TEST_CASE(a_locked_period_takes_no_entries_until_it_is_opened_again_for_a_reason)
{
    BOOST_TEST(lock(december).done);
    BOOST_TEST(refused(enter(zhang, "1.2", 2025y / December / 5)) == "M10");
    BOOST_TEST(enter(zhang, "1.2", 2025y / November / 5).done);
    BOOST_TEST(refused(move_period(editor, december, {.move = PeriodMove::reopen})) == "M04");
    BOOST_TEST(
        move_period(editor, december, {.move = PeriodMove::reopen, .reason = "漏登旷工"}).done);
    BOOST_TEST(period(december).reopened == "漏登旷工");
    BOOST_TEST(!period(december).locked.has_value());
    BOOST_TEST(enter(zhang, "1.3", 2025y / December / 5).done);
    BOOST_TEST(score_of(december, zhang) == "95");
    BOOST_TEST(
        move_period(editor, december, {.move = PeriodMove::notice, .on = 2026y / January / 21})
            .done);
    BOOST_TEST(
        move_period(editor, december, {.move = PeriodMove::make_public, .on = 2026y / January / 30})
            .done);
    BOOST_TEST(move_period(editor, december, {.move = PeriodMove::lock}).done);
    BOOST_TEST(text(store.where(def("score"), "person", zhang).at(0).id, "total") == "95.00");
}

BOOST_AUTO_TEST_CASE(periods_and_scores_are_not_changed_by_hand)
{
    lock(december);
    const auto by_hand = [&](const Uuid& id, std::string_view name, const Value& value) {
        const auto found = store.find_any(id).value();
        const FieldEdit edit{found.first.def->find(name), value};
        return refused(editor.set(id, {&edit, 1}));
    };
    BOOST_TEST(by_hand(december, "state", std::string("open")) == "M14");
    BOOST_TEST(by_hand(december, "remark", std::string("已公示")) == "done");
    const auto score = store.where(def("score"), "person", zhang).at(0).id;
    BOOST_TEST(by_hand(score, "total", Decimal{9900, 2}) == "M14");
    BOOST_TEST(refused(editor.remove(score)) == "M14");
    BOOST_TEST(refused(editor.remove(december)) == "M14");
}

BOOST_AUTO_TEST_CASE(a_month_stays_locked_under_its_quarter)
{
    lock(december);
    for (const auto* earlier : {"2025-10", "2025-11"})
        BOOST_TEST(lock(open(earlier)).done);
    const auto quarter = open("2025-Q4");
    BOOST_TEST(lock(quarter).done);
    BOOST_TEST(
        refused(move_period(editor, december, {.move = PeriodMove::reopen, .reason = "漏登"}))
        == "M09");
    BOOST_TEST(move_period(editor, quarter, {.move = PeriodMove::reopen, .reason = "漏登"}).done);
    BOOST_TEST(move_period(editor, december, {.move = PeriodMove::reopen, .reason = "漏登"}).done);
    // A quarter is not locked over a month that is open, whatever is said.
    for (const auto move : {PeriodMove::notice, PeriodMove::make_public})
        move_period(editor, quarter, {.move = move, .on = on(move)});
    BOOST_TEST(
        refused(move_period(editor, quarter, {.move = PeriodMove::lock, .anyway = true})) == "M07");
}

BOOST_AUTO_TEST_CASE(nothing_is_done_on_a_day_to_come)
{
    BOOST_TEST(refused(move_period(
                   editor, december, {.move = PeriodMove::draft, .on = 2030y / January / 1}))
        == "M17");
}

BOOST_AUTO_TEST_CASE(a_sending_unit_sees_its_own_people_with_their_places)
{
    const auto taxes = add("unit", {{"name", "桃江县税务局"}});
    for (const auto& posting : store.where(def("posting"), "person", li))
        change(posting.id, "unit", taxes.text());
    enter(zhang, "1.2", 2025y / December / 5);
    const auto account = add("user",
        {{"name", "联络员"}, {"roles", "liaison"}, {"unit", police.text()}, {"state", "active"}});
    add_own_account(store, {account, "联络员"});
    auto result = period_result(store, period(december));
    leave_seen(result, store, period(december), Permission(store, account));
    BOOST_REQUIRE(result.kinds.at(0).ranking.size() == 1U);
    BOOST_TEST(result.kinds.at(0).ranking[0].place == 2);
    BOOST_TEST((result.standings[result.kinds.at(0).ranking[0].standing].object == zhang));
    BOOST_TEST(result.scores.objects.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_locked_month_keeps_the_places_of_the_month_before)
{
    const auto november = open("2025-11");
    enter(zhang, "1.2", 2025y / November / 28); // behind li in November
    enter(li, "1.2", 2025y / December / 5);     // and before him in December
    BOOST_TEST(lock(november).done);
    BOOST_TEST(lock(december).done);
    std::map<Uuid, std::pair<std::int64_t, std::int64_t>> places;
    for (const auto& record : store.where(def("score"), "period", december)) {
        const auto score = from_record<ScoreRecord>(record);
        places[score.person.value()] = {score.rank.value(), score.before.value()};
    }
    BOOST_TEST((places.at(zhang) == std::pair<std::int64_t, std::int64_t>{1, 2}));
    BOOST_TEST((places.at(li) == std::pair<std::int64_t, std::int64_t>{2, 1}));
    for (const auto& record : store.where(def("score"), "period", november))
        BOOST_TEST(!from_record<ScoreRecord>(record).before.has_value());
}

BOOST_AUTO_TEST_CASE(a_quarter_is_made_of_its_months)
{
    enter(zhang, "1.2", 2025y / December / 5); // 98
    for (const auto* earlier : {"2025-10", "2025-11"})
        open(earlier);
    const auto quarter = open("2025-Q4");
    const auto result = period_result(store, period(quarter));
    BOOST_TEST(result.standing(zhang)->total->text() == "99.33"); // (100 + 100 + 98) / 3
    BOOST_TEST(result.troubles.size() == 3U);                     // none of them is locked
}

BOOST_AUTO_TEST_SUITE_END()

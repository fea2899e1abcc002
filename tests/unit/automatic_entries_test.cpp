#include "model/commands/automatic_entries.h"

#include "tests/support/assessed_office.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

struct Collecting : tests::AssessedOffice {
    Collecting()
    {
        method();
        december = open("2025-12");
    }

    Uuid away(const Uuid& person, const std::string& day, const std::string& state,
        const std::string& minutes = {})
    {
        return add("attendance_day",
            {{"person", person.text()}, {"day", day}, {"state", state}, {"minutes", minutes}});
    }

    Outcome collect() { return enter_automatic(editor, december, "登记已变更"); }
    std::int64_t entries() { return store.count({.def = &def("ledger_entry")}); }

    Uuid december;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(automatic_entries_test, Collecting)

BOOST_AUTO_TEST_CASE(attendance_becomes_entries_once)
{
    const auto late = away(zhang, "2025-12-03", "late", "8");
    away(zhang, "2025-12-04", "present");
    away(li, "2025-12-08", "absent");     // a whole day: two half-days
    away(li, "2025-12-09", "late", "25"); // beyond the bands of the rule
    away(li, "2025-11-28", "missed");     // not of this month
    BOOST_TEST(collect().done);
    BOOST_TEST(entries() == 2);
    BOOST_TEST(score_of(december, zhang) == "99");
    BOOST_TEST(score_of(december, li) == "90");
    const auto entry = store.where(def("ledger_entry"), "person", zhang).at(0);
    BOOST_TEST(to_text(entry["source"]) == "attendance_day/" + late.text());
    const auto again = collect();
    BOOST_TEST(again.done);
    BOOST_TEST(!again.changed);
    BOOST_TEST(entries() == 2);
}

BOOST_AUTO_TEST_CASE(what_a_register_says_no_more_is_taken_back)
{
    const auto day = away(li, "2025-12-08", "absent");
    collect();
    BOOST_TEST(score_of(december, li) == "90");
    change(day, "state", "leave"); // the note came later
    BOOST_TEST(collect().done);
    BOOST_TEST(score_of(december, li) == "100");
    BOOST_TEST(entries() == 2); // the entry stays, with one that takes it back
    BOOST_TEST(!collect().changed);
}

BOOST_AUTO_TEST_CASE(what_a_register_says_otherwise_is_adjusted_and_comes_back)
{
    const auto day = away(li, "2025-12-08", "half_absent");
    collect();
    BOOST_TEST(score_of(december, li) == "95");
    change(day, "state", "absent"); // two half-days
    BOOST_TEST(collect().done);
    BOOST_TEST(score_of(december, li) == "90");
    change(day, "state", "leave");
    collect();
    BOOST_TEST(score_of(december, li) == "100");
    change(day, "state", "absent");
    collect();
    BOOST_TEST(score_of(december, li) == "90");
    BOOST_TEST(!collect().changed);
}

BOOST_AUTO_TEST_CASE(what_people_adjusted_by_hand_stays)
{
    const auto day = away(li, "2025-12-08", "absent");
    collect();
    const auto entry = store.where(def("ledger_entry"), "person", li).at(0).id;
    BOOST_TEST(
        adjust_entry(editor, entry, {.count = -1, .reason = "上午有假条", .approver = "王主任"})
            .done);
    BOOST_TEST(!collect().changed);
    BOOST_TEST(score_of(december, li) == "95");
    change(day, "state", "present");
    collect(); // what is left of it, and no more
    BOOST_TEST(score_of(december, li) == "100");
}

BOOST_AUTO_TEST_CASE(a_leave_counts_in_each_period_with_its_own_days)
{
    auto laiwu = std::string(shipped_method("laiwu")->bytes);
    BOOST_TEST(import_method(editor, laiwu).outcome.done);
    const auto november = open_period(editor, hall, "laiwu", month("2025-11")).id;
    const auto then = open_period(editor, hall, "laiwu", month("2025-12")).id;
    add("leave",
        {{"person", zhang.text()}, {"kind", "personal"}, {"from", "2025-11-27"},
            {"to", "2025-12-02"}, {"state", "agreed"}});
    add("leave",
        {{"person", li.text()}, {"kind", "personal"}, {"from", "2025-12-03"}, {"to", "2025-12-04"},
            {"state", "requested"}}); // nobody agreed to it
    BOOST_TEST(enter_automatic(editor, november, "变更").changed);
    BOOST_TEST(enter_automatic(editor, then, "变更").changed);
    const auto all = store.where(def("ledger_entry"), "person", zhang);
    BOOST_REQUIRE(all.size() == 2U);
    for (const auto& entry : all) // Thursday and Friday, Monday and Tuesday
        BOOST_TEST(to_text(entry["count"]) == "2");
    BOOST_TEST(store.where(def("ledger_entry"), "person", li).empty());
}

BOOST_AUTO_TEST_CASE(all_of_it_is_one_step)
{
    away(zhang, "2025-12-03", "late", "8");
    away(li, "2025-12-08", "absent");
    collect();
    editor.undo();
    BOOST_TEST(entries() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

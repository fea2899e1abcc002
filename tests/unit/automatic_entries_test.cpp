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

BOOST_AUTO_TEST_CASE(all_of_it_is_one_step)
{
    away(zhang, "2025-12-03", "late", "8");
    away(li, "2025-12-08", "absent");
    collect();
    editor.undo();
    BOOST_TEST(entries() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

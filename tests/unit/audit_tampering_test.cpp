#include "tests/support/audit.h"
#include "tests/support/editing.h"

#include <boost/test/unit_test.hpp>

using namespace model;
using tests::findings;
using tests::rows_of;
using tests::whats;

namespace {

/// Somebody who has the key and a tool for SQLite.
struct Tampering : tests::Editing {
    Tampering()
    {
        person = made("person", {{"name", "张桂山"}, {"phone", "10000000001"}});
        for (const auto* phone : {"10000000002", "10000000003", "10000000004", "10000000005"}) {
            clock.advance(60'000);
            set(person, {{"phone", phone}});
        }
    }

    void tamper(const std::string& sql)
    {
        db.handle().exec("DROP TRIGGER IF EXISTS audit_is_not_changed");
        db.handle().exec("DROP TRIGGER IF EXISTS audit_is_not_cut");
        db.handle().exec(sql);
    }

    Uuid person;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(audit_tampering_test, Tampering)

BOOST_AUTO_TEST_CASE(a_changed_entry_is_named)
{
    tamper("UPDATE audit SET at = at - 1000 WHERE id = 3");
    BOOST_TEST(findings(store) == "row_changed 3");
    BOOST_TEST(findings(store, AuditPart::newest) == "row_changed 3");
}

BOOST_AUTO_TEST_CASE(every_column_is_covered)
{
    for (const auto* change : {"account = 0", "device = 9", "what = 'print'", "kind = 2",
             "record = NULL", "command = 1", "detail = 'x'", "args = '[\"1\"]'", "steps = NULL"}) {
        Transaction rolled_back(db);
        tamper(std::string("UPDATE audit SET ") + change + " WHERE id = 4");
        BOOST_TEST(findings(store).starts_with("row_changed 4"), change);
    }
    BOOST_TEST(findings(store) == "");
}

BOOST_AUTO_TEST_CASE(a_changed_entry_with_a_new_hash_breaks_the_chain_after_it)
{
    auto row = rows_of(store).at(2);
    row.at -= 1000;
    const auto chain = row.chained_to(rows_of(store).at(1).chain);
    tamper("UPDATE audit SET at = at - 1000, chain = x'" + chain.hex() + "' WHERE id = 3");
    BOOST_TEST(findings(store) == "row_changed 4");
}

BOOST_AUTO_TEST_CASE(the_last_entry_with_a_new_hash_differs_from_what_is_kept_beside_the_log)
{
    auto row = rows_of(store).back();
    row.at -= 1000;
    const auto chain = row.chained_to(rows_of(store).at(3).chain);
    tamper("UPDATE audit SET at = at - 1000, chain = x'" + chain.hex() + "' WHERE id = 5");
    BOOST_TEST(findings(store) == "row_changed 5");
}

BOOST_AUTO_TEST_CASE(another_person_under_the_same_number_is_a_change)
{
    tamper("UPDATE account SET id = randomblob(16)");
    BOOST_TEST(findings(store).starts_with("row_changed 1, row_changed 2"));
}

BOOST_AUTO_TEST_CASE(entries_taken_out_of_the_middle_are_missing_and_their_steps_too)
{
    tamper("DELETE FROM audit WHERE id IN (2, 3)");
    BOOST_TEST(findings(store) == "rows_missing 2-3, step_unnoted 2, step_unnoted 3");
}

BOOST_AUTO_TEST_CASE(entries_cut_from_the_end_are_told_apart_from_those_in_the_middle)
{
    tamper("DELETE FROM audit WHERE id > 3");
    BOOST_TEST(findings(store, AuditPart::newest) == "cut_at_end 4-5");
    BOOST_TEST(findings(store) == "cut_at_end 4-5, step_unnoted 4, step_unnoted 5");
}

BOOST_AUTO_TEST_CASE(a_log_that_is_gone_altogether_is_a_finding)
{
    tamper("DELETE FROM audit");
    tamper("DELETE FROM meta WHERE name LIKE 'audit%'");
    BOOST_TEST(findings(store).starts_with("step_unnoted 1"));
}

BOOST_AUTO_TEST_CASE(a_beginning_cut_off_by_hand_is_no_matter_of_age)
{
    tamper("DELETE FROM audit WHERE id < 3");
    BOOST_TEST(findings(store).starts_with("rows_missing 1-2"));
    const auto chain = rows_of(store).front().chain;
    tamper("DELETE FROM audit WHERE id = 3");
    db.handle().exec("INSERT INTO meta VALUES ('audit_first', 4), ('audit_before', '" + chain.hex()
        + "'), ('audit_steps_from', 3)");
    BOOST_TEST(findings(store) == "cut_at_front 1-3");
}

BOOST_AUTO_TEST_CASE(an_entry_put_behind_the_last_is_found_and_stops_nobody)
{
    tamper("INSERT INTO audit SELECT 6, at, account, device, what, kind, record, command, detail, "
           "args, steps, chain FROM audit WHERE id = 5");
    BOOST_TEST(findings(store).starts_with("row_changed 6"));
    set(person, {{"phone", "10000000006"}});
    BOOST_TEST(rows_of(store).size() == 7u);
    BOOST_TEST(findings(store).starts_with("row_changed 6"));
}

BOOST_AUTO_TEST_CASE(history_that_was_changed_is_found_by_the_step_that_wrote_it)
{
    for (const auto* change : {"new = '10000000009'", "old = NULL", "at = 0", "account = 77",
             "document = 'x'", "rid = 99", "fid = 1", "command = 2"}) {
        Transaction rolled_back(db);
        tamper(std::string("UPDATE history SET ") + change + " WHERE command = 3");
        BOOST_TEST(findings(store).find("step_changed 3") != std::string::npos, change);
    }
    BOOST_TEST(findings(store) == "");
}

BOOST_AUTO_TEST_CASE(history_that_was_taken_out_and_words_that_were_changed_are_found)
{
    tamper("DELETE FROM history WHERE command = 3");
    tamper("UPDATE command SET args = '[\"李四\"]' WHERE id = 1");
    BOOST_TEST(findings(store) == "step_changed 1, step_changed 3");
}

BOOST_AUTO_TEST_CASE(history_is_not_hidden_by_a_note_that_it_left)
{
    tamper("DELETE FROM history WHERE command = 3");
    tamper("INSERT INTO audit_left VALUES (3, 2, randomblob(32), 0)");
    Audit(store).note_left();
    BOOST_TEST(findings(store) == "step_changed 3");
}

BOOST_AUTO_TEST_CASE(a_finding_is_noted_once_and_stays_to_be_found)
{
    tamper("DELETE FROM audit WHERE id > 3");
    const auto check = check_audit(store, AuditPart::newest);
    BOOST_TEST(note_findings(store, check));
    BOOST_TEST(!note_findings(store, check));
    BOOST_TEST(!note_findings(store, check_audit(store, AuditPart::newest)));

    BOOST_TEST(rows_of(store).back().what == "log_broken");
    BOOST_TEST(rows_of(store).size() == 4u);
    BOOST_TEST(findings(store, AuditPart::newest) == "rows_missing 4-5");
}

BOOST_AUTO_TEST_SUITE_END()

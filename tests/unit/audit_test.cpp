#include "tests/support/audit.h"

#include "tests/support/editing.h"

#include <boost/test/unit_test.hpp>

using namespace model;
using tests::day;
using tests::findings;
using tests::rows_of;
using tests::whats;

BOOST_FIXTURE_TEST_SUITE(audit_test, tests::Editing)

BOOST_AUTO_TEST_CASE(every_step_has_an_entry_that_names_who_did_what_to_which_record)
{
    const auto person = made("person", {{"name", "张桂山"}});
    set(person, {{"phone", "10000000001"}});
    editor.undo();
    editor.redo();
    editor.remove(person);
    editor.restore(person);

    BOOST_TEST(whats(store) == "add edit undo redo delete restore");
    for (const auto& row : rows_of(store)) {
        BOOST_TEST(row.account_id == clerk.id);
        BOOST_TEST(row.record == person);
        BOOST_TEST(row.kind == def("person").id);
        BOOST_TEST(row.command > 0);
        BOOST_TEST(row.at == clock.now());
    }
    BOOST_TEST(findings(store) == "");
}

BOOST_AUTO_TEST_CASE(a_step_on_several_records_names_none_of_them)
{
    const auto one = made("unit", {{"name", "县公安局"}});
    const auto other = made("unit", {{"name", "县税务局"}});
    editor.remove(one);
    editor.remove(other);
    editor.restore(std::vector{one, other});

    const auto row = rows_of(store).back();
    BOOST_TEST(row.what == "restore");
    BOOST_TEST(row.record.is_nil());
    BOOST_TEST(row.kind == def("unit").id);
}

BOOST_AUTO_TEST_CASE(a_step_that_is_not_written_has_no_entry)
{
    const auto person = made("person", {{"name", "张桂山"}});
    set(person, {{"phone", "10000000001"}}, {.dry_run = true});
    {
        const FieldEdit edit{def("person").find("phone"), std::string("10000000002")};
        Batch batch(store, {.label = {msgid("Edit {1}"), {"x"}}, .account = clerk});
        batch.set(person, {&edit, 1});
    }
    BOOST_TEST(whats(store) == "add");
    BOOST_TEST(findings(store) == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_step_is_noted_with_its_words)
{
    Audit(store).note({.what = audited::export_rows,
        .who = clerk,
        .detail = {msgid("{1} rows written to {2}"), {"12", "名单.xlsx"}},
        .kind = def("person").id});

    const auto row = rows_of(store).at(0);
    BOOST_TEST(row.detail == "{1} rows written to {2}");
    BOOST_TEST(row.args == R"(["12","名单.xlsx"])");
    BOOST_TEST(row.command == 0);
    BOOST_TEST(Audit(store).head().count == 1);
    BOOST_TEST(findings(store) == "");
}

BOOST_FIXTURE_TEST_CASE(
    a_step_without_the_right_is_noted_and_one_that_is_only_wrong_is_not, tests::TownshipEditing)
{
    const auto hall =
        add("place", {{"name", "县政务大厅"}, {"type", "county_hall"}, {"region", "430922"}});
    BOOST_TEST(told(set(hall, {{"name", "我的大厅"}}), "rights").starts_with("refuse"));
    BOOST_TEST(!editor.remove(hall).done);
    BOOST_TEST(!create("person", {{"name", ""}}).done);

    BOOST_TEST(whats(store) == "add refused refused");
    BOOST_TEST(rows_of(store).back().record == hall);
    BOOST_TEST(rows_of(store).back().account_id == clerk.id);
}

BOOST_AUTO_TEST_CASE(the_log_itself_takes_neither_changes_nor_cuts)
{
    made("person", {{"name", "张桂山"}});
    BOOST_CHECK_THROW(db.handle().exec("UPDATE audit SET account = 0"), SQLite::Exception);
    BOOST_CHECK_THROW(db.handle().exec("DELETE FROM audit"), SQLite::Exception);
    BOOST_TEST(findings(store) == "");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(audit_retention_test, tests::Editing)

BOOST_AUTO_TEST_CASE(old_entries_go_from_the_front_and_the_rest_is_still_proved)
{
    const auto person = made("person", {{"name", "张桂山"}});
    set(person, {{"phone", "10000000001"}});
    clock.advance(300 * day);
    set(person, {{"phone", "10000000002"}});
    clock.advance(100 * day);
    BOOST_TEST(Audit(store).drop_old(true) == 2);
    BOOST_TEST(Audit(store).drop_old(true) == 0);

    BOOST_TEST(whats(store) == "edit retention");
    BOOST_TEST(rows_of(store).front().id == 3);
    BOOST_TEST(findings(store) == "");

    clock.advance(400 * day);
    BOOST_TEST(Audit(store).drop_old(true) == 2);
    BOOST_TEST(whats(store) == "retention");
    BOOST_TEST(findings(store) == "");
}

BOOST_AUTO_TEST_CASE(it_is_kept_half_a_year_at_least_and_a_year_where_nothing_is_said)
{
    Audit audit(store);
    BOOST_TEST(audit.months() == 12);
    BOOST_CHECK_THROW(audit.keep_months(5, clerk), UsageError);
    audit.keep_months(6, clerk);
    BOOST_TEST(audit.months() == 6);
    BOOST_TEST(whats(store) == "settings");
    clock.advance(180 * day);
    BOOST_TEST(audit.drop_old(true) == 0);
    clock.advance(7 * day);
    BOOST_TEST(audit.drop_old(true) == 1);
}

BOOST_AUTO_TEST_CASE(without_a_county_nothing_goes_unless_the_auditor_asks)
{
    made("person", {{"name", "张桂山"}});
    clock.advance(4000 * day);
    BOOST_TEST(Audit(store).drop_old() == 0);
    BOOST_TEST(whats(store) == "add");
    BOOST_TEST(Audit(store).drop_old(true) == 1);
}

BOOST_AUTO_TEST_CASE(a_clock_set_ahead_drops_nothing_where_the_county_tells_the_time)
{
    made("person", {{"name", "张桂山"}});
    store.rows().set_number("server_time", clock.now());
    clock.advance(4000 * day);
    BOOST_TEST(Audit(store).drop_old() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

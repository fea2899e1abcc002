#include "model/store/audit.h"

#include "model/store/audit_check.h"
#include "model/sync/log_told.h"
#include "tests/support/editing.h"
#include "tests/support/two_laptops.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

std::vector<AuditRow> rows_of(RecordStore& store)
{
    std::vector<AuditRow> rows;
    SQLite::Statement row(
        store.db().handle(), std::string("SELECT ") + audit_columns + "ORDER BY audit.id");
    while (row.executeStep())
        rows.push_back(read_audit(row));
    return rows;
}

std::string whats(RecordStore& store)
{
    std::string all;
    for (const auto& row : rows_of(store))
        all += (all.empty() ? "" : " ") + row.what;
    return all;
}

/// "row_changed 3", "rows_missing 2-4" … of the whole log.
std::string findings(RecordStore& store, AuditPart part = AuditPart::whole)
{
    std::string all;
    for (const auto& finding : check_audit(store, part).findings) {
        all += (all.empty() ? "" : ", ") + std::string(finding_name(finding.kind)) + ' '
            + std::to_string(finding.first);
        if (finding.last != finding.first)
            all += '-' + std::to_string(finding.last);
    }
    return all;
}

constexpr Instant day = 24LL * 3'600'000;

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

BOOST_FIXTURE_TEST_SUITE(audit_retention_test, tests::Editing)

BOOST_AUTO_TEST_CASE(old_entries_go_from_the_front_and_the_rest_is_still_proved)
{
    const auto person = made("person", {{"name", "张桂山"}});
    set(person, {{"phone", "10000000001"}});
    clock.advance(300 * day);
    set(person, {{"phone", "10000000002"}});
    clock.advance(100 * day);
    BOOST_TEST(Audit(store).drop_old() == 2);
    BOOST_TEST(Audit(store).drop_old() == 0);

    BOOST_TEST(whats(store) == "edit retention");
    BOOST_TEST(rows_of(store).front().id == 3);
    BOOST_TEST(findings(store) == "");

    clock.advance(400 * day);
    BOOST_TEST(Audit(store).drop_old() == 2);
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
    BOOST_TEST(audit.drop_old() == 0);
    clock.advance(7 * day);
    BOOST_TEST(audit.drop_old() == 1);
}

BOOST_AUTO_TEST_CASE(a_clock_set_ahead_drops_nothing_where_the_county_tells_the_time)
{
    made("person", {{"name", "张桂山"}});
    store.rows().set_number("server_time", clock.now());
    clock.advance(4000 * day);
    BOOST_TEST(Audit(store).drop_old() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(audit_sync_test, tests::TwoLaptops)

BOOST_AUTO_TEST_CASE(joining_a_county_renames_versions_and_changes_no_step)
{
    tests::Laptop late(*this, "430922102", 3);
    const auto unit = late.add("unit", {{"name", "修山镇人民政府"}});
    late.change(unit, "address", "修山镇一号");

    late.join(Role::outlet, "430922102", "430922102");
    late.sync();

    BOOST_TEST(findings(late.store) == "");
}

BOOST_AUTO_TEST_CASE(history_that_leaves_with_its_record_is_no_tampering)
{
    const auto shared = share();
    const auto kept = town.add("unit", {{"name", "修山镇人民政府"}});
    {
        const auto& person = town.def("person");
        const FieldEdit phone{person.find("phone"), std::string("10000000007")};
        const FieldEdit name{town.def("unit").find("address"), std::string("二号")};
        Batch batch(town.store, {.label = {msgid("Edit {1}"), {"x"}}, .account = town.clerk});
        batch.set(shared.person, {&phone, 1});
        batch.set(kept, {&name, 1});
        batch.commit();
    }
    sync_all();
    const auto other = hall.add("place",
        {{"name", "桃花江镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922102"}});
    hall.change(shared.posting, "place", other.text());
    sync_all();

    BOOST_TEST(!town.store.find_any(shared.person).has_value());
    BOOST_TEST(whats(town.store).find("records_left") != std::string::npos);
    BOOST_TEST(findings(town.store) == "");
    town.db.handle().exec("UPDATE audit_left SET hash = randomblob(32)");
    BOOST_TEST(findings(town.store).find("step_changed") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_county_gone_back_in_time_leaves_the_logs_of_its_devices_whole)
{
    const auto person = shared_person();
    const auto backup = back_up();
    hall.change(person, "phone", "10000000009");
    hall.sync();
    restore(backup);
    lose_what_was_told(hall);
    sync_all();
    BOOST_TEST(findings(hall.store) == "");
    BOOST_TEST(findings(town.store) == "");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(audit_county_test, tests::TwoLaptops)

BOOST_AUTO_TEST_CASE(the_county_notes_codes_devices_and_what_they_sent)
{
    hall.add("unit", {{"name", "县公安局"}});
    hall.sync();
    hub.revoke(hall.store.self().device);

    BOOST_TEST(whats(store)
        == "device_code device_joined device_code device_joined pushed device_revoked");
    BOOST_TEST(rows_of(store).back().device == std::int64_t{hall.store.self().device});
    BOOST_TEST(findings(store) == "");
}

BOOST_AUTO_TEST_CASE(the_county_knows_how_far_the_log_of_a_device_was)
{
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    hall.sync();
    hall.change(unit, "phone", "0737-8880110");
    hall.sync();
    hall.sync();

    BOOST_TEST(hall.store.rows().number("audit_told") == Audit(hall.store).head().count);
    BOOST_TEST(whats(store).find("device_log") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_log_that_was_cut_and_written_anew_is_found_out_by_the_county_once)
{
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    for (const auto* phone : {"0737-8880111", "0737-8880112", "0737-8880113"})
        hall.change(unit, "phone", phone);
    hall.sync();
    hall.sync();
    const auto rows = rows_of(hall.store);
    auto& handle = hall.db.handle();
    handle.exec("DROP TRIGGER audit_is_not_cut");
    handle.exec("DELETE FROM audit WHERE id > 2");
    handle.exec("DELETE FROM history WHERE command > 2");
    handle.exec("DELETE FROM command WHERE id > 2");
    hall.store.rows().set_setting("audit_head", "2 " + rows.at(1).chain.hex());
    BOOST_TEST(findings(hall.store) == "");

    hall.sync();

    BOOST_TEST(rows_of(store).back().what == "device_log");
    hall.sync();
    hall.sync();
    BOOST_TEST(whats(store).find("device_log") == whats(store).rfind("device_log"));
}

BOOST_AUTO_TEST_CASE(an_answer_that_is_lost_is_no_tampering)
{
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    hall.sync();
    for (const auto* phone : {"0737-8880111", "0737-8880112", "0737-8880113"}) {
        hall.change(unit, "phone", phone);
        after = [](const HttpResponse&) { throw SyncError({msgid("The connection was cut")}); };
        BOOST_CHECK_THROW(hall.sync(), SyncError);
        after = {};
    }
    hall.sync();
    hall.sync();
    BOOST_TEST(whats(store).find("device_log") == std::string::npos);
    BOOST_TEST(hall.store.rows().number("audit_told") == Audit(hall.store).head().count);
}

BOOST_AUTO_TEST_CASE(a_county_gone_back_in_time_takes_no_log_for_tampered_with)
{
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    hall.sync();
    const auto backup = back_up();
    hall.change(unit, "phone", "0737-8880111");
    hall.sync();
    hall.sync();
    restore(backup);
    hall.sync();
    hall.change(unit, "phone", "0737-8880112");
    hall.sync();
    hall.sync();
    BOOST_TEST(whats(store).find("device_log") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_the_county_has_not_heard_of_is_not_dropped_by_age)
{
    hall.add("unit", {{"name", "县公安局"}});
    hall.sync();
    hall.sync();
    const auto told = hall.store.rows().number("audit_told");
    hall.add("unit", {{"name", "县税务局"}});
    hall.clock.advance(500 * day);
    hall.store.rows().set_number("server_time", hall.clock.now());

    BOOST_TEST(Audit(hall.store).drop_old() == told);
    BOOST_TEST(findings(hall.store) == "");
    hall.sync();
    BOOST_TEST(whats(store).find("device_log") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

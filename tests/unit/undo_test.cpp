#include "tests/support/editing.h"
#include "tests/support/temp_folder.h"

using namespace model;
using namespace std::chrono;

BOOST_FIXTURE_TEST_SUITE(undo_test, tests::Editing)

BOOST_AUTO_TEST_CASE(with_nothing_done_there_is_nothing_to_undo_or_redo)
{
    BOOST_TEST(!editor.undoable().has_value());
    BOOST_TEST(!editor.redoable().has_value());
    BOOST_TEST(!editor.undo().has_value());
    BOOST_TEST(!editor.redo().has_value());
}

BOOST_AUTO_TEST_CASE(undo_and_redo_walk_back_and_forth_over_the_steps)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    set(id, {{"phone", "12345"}});
    set(id, {{"phone", "12388"}, {"contact", "李文"}});

    BOOST_TEST(english(editor.undoable()->label) == "Edit 县公安局");
    editor.undo();
    BOOST_TEST(text(id, "phone") == "12345");
    BOOST_TEST(text(id, "contact") == "");
    editor.undo();
    BOOST_TEST(text(id, "phone") == "");
    BOOST_TEST(english(editor.undoable()->label) == "Add 县公安局");
    editor.undo();
    BOOST_TEST(is_deleted(id));
    BOOST_TEST(!editor.undo().has_value());

    BOOST_TEST(english(editor.redoable()->label) == "Add 县公安局");
    editor.redo();
    BOOST_TEST(!is_deleted(id));
    editor.redo();
    BOOST_TEST(text(id, "phone") == "12345");
    editor.redo();
    BOOST_TEST(text(id, "phone") == "12388");
    BOOST_TEST(text(id, "contact") == "李文");
    BOOST_TEST(!editor.redo().has_value());

    editor.undo();
    BOOST_TEST(text(id, "phone") == "12345");
    BOOST_TEST((digest() == digest_of({id})));
}

BOOST_AUTO_TEST_CASE(a_new_step_leaves_nothing_to_redo)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    set(id, {{"phone", "12345"}});
    editor.undo();
    set(id, {{"contact", "李文"}});
    BOOST_TEST(!editor.redoable().has_value());
    BOOST_TEST(english(editor.undoable()->label) == "Edit 县公安局");
    editor.undo();
    BOOST_TEST(text(id, "contact") == "");
    BOOST_TEST(english(editor.undoable()->label) == "Add 县公安局");
}

BOOST_AUTO_TEST_CASE(undo_takes_back_deleting_restoring_and_ending)
{
    const auto id = made("window", {{"number", "A01"}});
    editor.remove(id);
    editor.undo();
    BOOST_TEST(!is_deleted(id));
    editor.redo();
    BOOST_TEST(is_deleted(id));
    editor.restore(id);
    editor.undo();
    BOOST_TEST(is_deleted(id));
    editor.redo();

    editor.end(id, 2026y / January / 31, "合并");
    editor.undo();
    BOOST_TEST(text(id, "closed") == "");
    BOOST_TEST(text(id, "closed_reason") == "");
    editor.redo();
    BOOST_TEST(text(id, "closed") == "2026-01-31");
}

BOOST_AUTO_TEST_CASE(undo_of_making_anew_what_was_deleted_puts_it_back_into_the_bin_as_it_was)
{
    const auto id = made("unit", {{"name", "县公安局"}, {"phone", "12345"}});
    editor.remove(id);
    create("unit", {{"name", "县公安局"}, {"contact", "李文"}});
    editor.undo();
    BOOST_TEST(is_deleted(id));
    BOOST_TEST(text(id, "phone") == "12345");
    BOOST_TEST(text(id, "contact") == "");
}

BOOST_AUTO_TEST_CASE(undo_keeps_what_was_changed_since_and_says_so)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    set(id, {{"phone", "12345"}, {"contact", "李文"}});
    const Account other{Uuid::named("account", "other"), "王主任"};
    Editor(store, other).set(id, edits(def("unit"), {{"phone", "12388"}}));

    const auto outcome = editor.undo();

    BOOST_TEST(text(id, "phone") == "12388");
    BOOST_TEST(text(id, "contact") == "");
    BOOST_TEST(told(*outcome, "changed_since") == "warn changed_since phone");
    BOOST_TEST(sentence(*outcome, "changed_since").find("县公安局") != std::string::npos);

    editor.redo();
    BOOST_TEST(text(id, "phone") == "12388");
    BOOST_TEST(text(id, "contact") == "李文");
}

BOOST_AUTO_TEST_CASE(a_step_of_which_nothing_can_be_taken_back_is_out_of_the_way)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    set(id, {{"phone", "12345"}});
    change(id, "phone", "12388"); // a step of the same clerk, from another window
    db.handle().exec("UPDATE command SET kind = 'sync' WHERE id = 3");

    const auto outcome = editor.undo();
    BOOST_TEST(!outcome->changed);
    BOOST_TEST(outcome->command == 0);
    BOOST_TEST(!editor.redoable().has_value());
    BOOST_TEST(english(editor.undoable()->label) == "Add 县公安局");
    const auto steps = editor.steps(9);
    BOOST_REQUIRE(steps.size() == 2U);
    BOOST_TEST(!steps[0].is_undone); // its phone stands no more, but it was not taken back
}

BOOST_AUTO_TEST_CASE(a_step_that_stands_is_not_told_as_taken_back_and_may_be_later)
{
    const auto id = made("unit", {{"name", "丁局"}});
    const Account other{Uuid::named("account", "other"), "王主任"};
    Editor others(store, other);
    const auto window =
        others.create(def("window"), edits(def("window"), {{"number", "A01"}, {"unit", id.text()}}))
            .id;

    BOOST_TEST(!editor.undo()->changed);
    BOOST_TEST(!is_deleted(id));
    BOOST_TEST(!editor.steps(9).back().is_undone);
    BOOST_TEST(!editor.redoable().has_value());

    others.remove(window);
    BOOST_TEST(english(editor.undoable()->label) == "Add 丁局");
    BOOST_TEST(editor.undo()->changed);
    BOOST_TEST(is_deleted(id));
    BOOST_TEST(editor.steps(9).back().is_undone);
    editor.redo();
    BOOST_TEST(!is_deleted(id));
}

BOOST_AUTO_TEST_CASE(a_redo_in_vain_leaves_the_step_undone_and_is_in_nobodys_way)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    set(id, {{"phone", "12345"}});
    set(id, {{"contact", "李文"}});
    editor.undo();
    editor.undo();
    Editor others(store, {Uuid::named("account", "other"), "王主任"});
    others.set(id, edits(def("unit"), {{"phone", "12388"}}));

    BOOST_TEST(!editor.redo()->changed);
    BOOST_TEST(editor.steps(9)[2].is_undone); // the phone
    BOOST_TEST(english(editor.undoable()->label) == "Add 县公安局");
    BOOST_TEST(editor.redo()->changed);
    BOOST_TEST(text(id, "contact") == "李文");
    BOOST_TEST(text(id, "phone") == "12388");

    others.set(id, edits(def("unit"), {{"phone", ""}}));
    BOOST_TEST(editor.redo()->changed);
    BOOST_TEST(text(id, "phone") == "12345");
    BOOST_TEST(!editor.redoable().has_value());
}

BOOST_AUTO_TEST_CASE(going_back_over_several_steps_tells_which_of_them_stand)
{
    const auto id = made("unit", {{"name", "丁局"}});
    const auto first = editor.undoable()->command;
    Editor others(store, {Uuid::named("account", "other"), "王主任"});
    others.create(def("window"), edits(def("window"), {{"number", "A01"}, {"unit", id.text()}}));

    const auto none = editor.undo_back_to(first);
    BOOST_TEST(!none.changed);
    BOOST_TEST(none.taken_back.empty());
    BOOST_TEST((none.standing == std::vector{first}));
    BOOST_TEST((none.kept == std::vector{id}));

    const auto second = set(id, {{"phone", "12345"}}).command;
    const auto part = editor.undo_back_to(first);
    BOOST_TEST(part.changed);
    BOOST_TEST((part.taken_back == std::vector{second}));
    BOOST_TEST((part.standing == std::vector{first}));
    BOOST_TEST(!is_deleted(id));
    BOOST_TEST(text(id, "phone") == "");
}

BOOST_AUTO_TEST_CASE(going_back_over_several_steps_tries_once_more_what_was_in_vain)
{
    const auto id = made("unit", {{"name", "丁局"}});
    const auto first = editor.undoable()->command;
    const Account other{Uuid::named("account", "other"), "王主任"};
    Editor others(store, other);
    const auto window =
        others.create(def("window"), edits(def("window"), {{"number", "A01"}, {"unit", id.text()}}))
            .id;
    editor.undo();
    others.remove(window);
    made("unit", {{"name", "甲局"}});

    BOOST_TEST(editor.undo_back_to(first).changed);
    BOOST_TEST(is_deleted(id));
}

BOOST_AUTO_TEST_CASE(a_record_in_the_recycle_bin_is_not_changed_by_undo)
{
    const auto id = made("unit", {{"name", "县公安局"}, {"phone", "1"}});
    set(id, {{"phone", "12345"}});
    {
        Batch elsewhere(store, {.label = {msgid("Delete {1}"), {}}, .account = {new_id(), "王五"}});
        elsewhere.remove(id);
        elsewhere.commit();
    }
    const auto unsent = store.unsent();

    const auto outcome = editor.undo();

    BOOST_TEST(!outcome->changed);
    BOOST_TEST(
        sentence(*outcome, "deleted_since").starts_with("\"县公安局\" is in the recycle bin"));
    BOOST_TEST(text(id, "phone") == "12345");
    BOOST_TEST(store.unsent() == unsent);
}

BOOST_AUTO_TEST_CASE(a_record_somebody_worked_on_since_stays_when_its_making_is_undone)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    const auto command = editor.undoable()->command;
    set(id, {{"phone", "12345"}});

    const auto outcome = editor.undo_step(command);
    BOOST_TEST(!is_deleted(id));
    BOOST_TEST(told(outcome) == "warn changed_since phone");
}

BOOST_AUTO_TEST_CASE(each_account_undoes_its_own_steps)
{
    const Account other{Uuid::named("account", "other"), "王主任"};
    const auto id = made("unit", {{"name", "县公安局"}});
    Editor(store, other).set(id, edits(def("unit"), {{"phone", "12345"}}));
    BOOST_TEST(english(editor.undoable()->label) == "Add 县公安局");
    BOOST_TEST(english(Editor(store, other).undoable()->label) == "Edit 县公安局");
}

BOOST_AUTO_TEST_CASE(a_given_step_is_undone_once)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    const auto command = set(id, {{"phone", "12345"}}).command;
    set(id, {{"contact", "李文"}});

    editor.undo_step(command);
    BOOST_TEST(text(id, "phone") == "");
    BOOST_TEST(text(id, "contact") == "李文");
    BOOST_CHECK_THROW(editor.undo_step(command), UsageError);
    BOOST_CHECK_THROW(editor.undo_step(999), UsageError);
    BOOST_CHECK_THROW(editor.undo_step(command + 2), UsageError); // the undo itself
}

BOOST_AUTO_TEST_CASE(a_step_that_made_many_records_is_undone_whole)
{
    const auto unit = made("unit", {{"name", "县公安局"}, {"phone", "12345"}});
    std::int64_t command = 0;
    std::vector<Uuid> people;
    {
        Batch batch(store, {.label = {msgid("Import {1}"), {"花名册.xlsx"}}, .account = clerk});
        for (int i = 0; i < 500; ++i) {
            people.push_back(new_id());
            batch.create(
                tests::make(def("person"), people.back(), {{"name", "张" + std::to_string(i)}}));
        }
        const FieldEdit phone{def("unit").find("phone"), std::string("12388")};
        batch.set(unit, {&phone, 1});
        const FieldEdit name{def("person").find("name"), std::string("单雪梅")};
        batch.set(people[0], {&name, 1}); // the sheet named one of them twice
        command = batch.commit();
    }
    set(people[7], {{"phone", "13800000000"}});

    const auto outcome = editor.undo_step(command);

    BOOST_TEST(store.count({.def = &def("person")}) == 1);
    BOOST_TEST(!is_deleted(people[7]));
    BOOST_TEST(is_deleted(people[0]));
    BOOST_TEST(text(unit, "phone") == "12345");
    BOOST_TEST(told(outcome) == "warn changed_since phone");
    BOOST_TEST(sentence(outcome, "changed_since").find("张7") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_record_that_took_the_number_of_one_that_left_is_not_removed)
{
    const auto gone = made("unit", {{"name", "县公安局"}});
    const auto command = editor.undoable()->command;
    store.rows().purge(store.find_any(gone)->first);
    clock.advance(1000);
    const auto other = made("unit", {{"name", "县民政局"}});
    BOOST_REQUIRE(store.find_any(other)->first.rid == 1);

    editor.undo_step(command);
    BOOST_TEST(!is_deleted(other));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_by_now_is_told_when_a_step_is_taken_back)
{
    const auto hall = made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}});
    const auto id = made("window", {{"number", "A01"}, {"place", hall.text()}});
    const auto command = editor.end(id, 2025y / December / 1, "合并").command;
    made("window",
        {{"number", "A01"}, {"place", hall.text()}, {"name", "新窗口"},
            {"unit", made("unit", {{"name", "县公安局"}}).text()}});

    const auto outcome = editor.undo_step(command);
    BOOST_TEST(text(id, "closed") == "");
    BOOST_TEST(told(outcome) == "warn W01 number");
}

BOOST_AUTO_TEST_CASE(an_undone_edit_that_was_never_sent_leaves_nothing_to_send)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    db.handle().exec("UPDATE op SET payload = x'00'");
    const auto before = digest();
    set(id, {{"phone", "12345"}});
    editor.undo();
    BOOST_TEST(Outbox(store).read(1, 10, store.self()).size() == 1U); // the making of the unit
    BOOST_TEST(store.unsent() == 1);
    BOOST_TEST((digest() == before));
    BOOST_TEST(store.history(id).size() == 3U);
}

BOOST_AUTO_TEST_CASE(ops_that_came_to_nothing_leave_no_gap_among_the_others)
{
    const auto police = made("unit", {{"name", "县公安局"}});
    const auto taxes = made("unit", {{"name", "县税务局"}});
    db.handle().exec("UPDATE op SET payload = x'00'");
    const auto first = set(police, {{"phone", "12345"}}).command;
    const auto second = set(taxes, {{"phone", "67890"}}).command;
    const auto waiting = [&] { return Outbox(store).read(1, 10, store.self()).size(); };

    editor.undo_step(first);
    BOOST_TEST(waiting() == 4U); // the other one follows it
    BOOST_TEST(store.unsent() == 3);
    editor.undo_step(second);
    BOOST_TEST(waiting() == 2U);
    BOOST_TEST(store.unsent() == 2);

    set(taxes, {{"contact", "李文"}});
    const auto last = Outbox(store).read(1, 10, store.self()).back();
    BOOST_TEST(last.version.seq == 3U);
    BOOST_TEST((last.record == taxes));
    BOOST_TEST(last.fields.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(undo_across_restarts_test)

BOOST_AUTO_TEST_CASE(a_step_is_undone_after_the_file_was_closed_and_opened_again)
{
    tests::TempFolder folder;
    SystemRandom entropy;
    const auto key = DataKey::make(entropy);
    ManualClock clock(tests::new_year_2026);
    SeededRandom random(1);
    const Account clerk{Uuid::named("account", "clerk"), "李文员"};
    const auto& unit = hall_catalog().get("unit");
    Uuid id;
    {
        Database db(folder.file("hall.db"), key, {.opening = Opening::fresh});
        RecordStore store(db, hall_catalog(), clock, random);
        store.set_self({.region = "430922", .org = {Role::agency, "430922"}});
        Editor editor(store, clerk);
        const std::array name{FieldEdit{unit.find("name"), std::string("县公安局")}};
        id = editor.create(unit, name).id;
        const std::array phone{FieldEdit{unit.find("phone"), std::string("12345")}};
        editor.set(id, phone);
        editor.undo();
        editor.redo();
    }
    Database db(folder.file("hall.db"), key);
    RecordStore store(db, hall_catalog(), clock, random);
    Editor editor(store, clerk);

    BOOST_TEST(english(editor.undoable()->label) == "Edit 县公安局");
    editor.undo();
    BOOST_TEST(is_empty(store.find(unit, id).value()["phone"]));
    editor.undo();
    BOOST_TEST(!store.find(unit, id).has_value());
    editor.redo();
    BOOST_TEST(store.find(unit, id).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/sync/sync_report.h"
#include "tests/support/county.h"
#include "tests/support/editing.h"

using namespace model;

namespace {

struct WithSteps : tests::Editing {
    std::string words(const StepName& step)
    {
        return words_of(step, [](const char* id) { return std::string(id); });
    }
};

/// Two computers of one office that entered a phone differently; the second one knows of it.
struct TwoSay : WithSteps {
    TwoSay()
    {
        hall.sync();
        other.sync();
        hall.change(unit, "phone", "1");
        other.change(unit, "phone", "2");
        hall.sync();
        other.sync();
    }

    bool agree()
    {
        const auto all = [](Scope, const Uuid&) { return true; };
        return hall.store.rows().digest(all) == other.store.rows().digest(all);
    }

    tests::CountyServer county;
    tests::Laptop hall{county, Role::agency, "430922", "430922", 1};
    tests::Laptop other{county, Role::agency, "430922", "430922", 2};
    Uuid unit = hall.add("unit", {{"name", "县公安局"}});
    Editor back{other.store, other.clerk};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(steps_test, WithSteps)

BOOST_AUTO_TEST_CASE(an_edit_is_named_with_what_it_changed)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    BOOST_TEST(words(editor.undoable().value()) == "Add 县公安局");
    set(id, {{"phone", "12345"}});
    const auto phone = std::string(def("unit").find("phone")->label);
    const auto contact = std::string(def("unit").find("contact")->label);
    BOOST_TEST(words(editor.undoable().value()) == "Edit 县公安局: " + phone);
    set(id, {{"phone", "12388"}, {"contact", "李文"}});
    BOOST_TEST(words(editor.undoable().value()) == "Edit 县公安局: " + phone + ", " + contact);
    set(id, {{"phone", "1"}, {"contact", "2"}, {"address", "3"}, {"remark", "4"}});
    BOOST_TEST(words(editor.undoable().value()) == "Edit 县公安局");
    editor.undo();
    BOOST_TEST(words(editor.redoable().value()) == "Edit 县公安局");
}

BOOST_AUTO_TEST_CASE(the_steps_of_everybody_are_listed_newest_first)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    clock.advance(60'000);
    Editor wang(store, {Uuid::named("account", "wang"), "王敏"});
    const FieldEdit edit{def("unit").find("phone"), std::string("12345")};
    wang.set(id, {&edit, 1});
    set(id, {{"contact", "李文"}});
    editor.undo();

    const auto steps = editor.steps(50);
    BOOST_REQUIRE(steps.size() == 3u);
    BOOST_TEST(steps[0].is_undone);
    BOOST_TEST(steps[0].is_own);
    BOOST_TEST(steps[1].user == "王敏");
    BOOST_TEST(!steps[1].is_own);
    BOOST_TEST(!steps[1].is_undone);
    BOOST_TEST(steps[1].at == tests::new_year_2026 + 60'000);
    BOOST_TEST(words(steps[2].name) == "Add 县公安局");
    BOOST_TEST(editor.steps(1).size() == 1u);
}

BOOST_AUTO_TEST_CASE(several_steps_are_taken_back_at_once_and_done_again_one_by_one)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    set(id, {{"phone", "1"}});
    const auto first = editor.undoable()->command;
    set(id, {{"phone", "2"}});
    editor.remove(id);

    const auto outcome = editor.undo_back_to(first);
    BOOST_TEST(outcome.changed);
    BOOST_TEST(outcome.findings.empty());
    BOOST_TEST(!is_deleted(id));
    BOOST_TEST(text(id, "phone") == "");
    BOOST_CHECK_THROW(editor.undo_back_to(first), UsageError);

    editor.redo();
    BOOST_TEST(text(id, "phone") == "1");
    editor.redo();
    BOOST_TEST(text(id, "phone") == "2");
    editor.redo();
    BOOST_TEST(is_deleted(id));
    BOOST_TEST(!editor.redo().has_value());
}

BOOST_AUTO_TEST_CASE(steps_of_others_are_passed_over_and_not_taken_back)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    set(id, {{"phone", "1"}});
    const auto first = editor.undoable()->command;
    Editor wang(store, {Uuid::named("account", "wang"), "王敏"});
    const FieldEdit edit{def("unit").find("contact"), std::string("李文")};
    const auto others = wang.set(id, {&edit, 1}).command;
    set(id, {{"address", "大道"}});

    BOOST_CHECK_THROW(editor.undo_back_to(others), UsageError);
    editor.undo_back_to(first);
    BOOST_TEST(text(id, "phone") == "");
    BOOST_TEST(text(id, "address") == "");
    BOOST_TEST(text(id, "contact") == "李文");
}

BOOST_FIXTURE_TEST_CASE(a_decision_taken_back_before_it_was_sent_is_open_again, TwoSay)
{
    const auto item = other.inbox().at(0);
    const auto before = other.text(unit, "phone");
    Inbox(other.store).resolve(item.id, Value{std::string("3")}, other.clerk);

    const auto phone = std::string(def("unit").find("phone")->label);
    BOOST_TEST(words(back.undoable().value()) == "Settle 县公安局: " + phone);
    const auto outcome = back.undo();

    BOOST_TEST(other.text(unit, "phone") == before);
    BOOST_TEST(told(*outcome, "asked_again") == "warn asked_again ");
    BOOST_REQUIRE(other.inbox().size() == 1U);
    BOOST_TEST((other.inbox()[0].id == item.id));
    BOOST_TEST(!back.redoable().has_value());
    BOOST_TEST(other.store.unsent() == 0);
    BOOST_TEST(waiting_records(other.store, 9).empty());
    other.sync();
    hall.sync();
    BOOST_TEST(hall.inbox().size() == 1U);
    BOOST_TEST(agree());

    Inbox(other.store).resolve(item.id, Value{std::string("4")}, other.clerk);
    other.sync();
    hall.sync();
    BOOST_TEST(hall.text(unit, "phone") == "4");
    BOOST_TEST(hall.inbox().empty());
    BOOST_TEST(agree());
}

BOOST_FIXTURE_TEST_CASE(history_names_who_took_a_decision_back_and_where, TwoSay)
{
    hall.sync();
    const auto item = hall.inbox().at(0);
    BOOST_REQUIRE(!item.mine_stands);
    hall.db.handle().exec(
        "UPDATE device SET name = '二号' WHERE no = " + std::to_string(other.store.self().device));
    const auto own = hall.store.device_name(hall.store.self().device);
    BOOST_REQUIRE(own != "二号");
    Inbox(hall.store).resolve(item.id, Value{std::string("3")}, hall.clerk);
    BOOST_TEST(hall.store.history(unit).back().decided);
    const auto settled = Editor(hall.store, hall.clerk).undoable()->command;
    Editor(hall.store, {Uuid::named("account", "wang"), "王敏"}).undo_step(settled);

    const auto last = hall.store.history(unit).back();
    BOOST_TEST(to_text(last.before) == "3");
    BOOST_TEST(to_text(last.after) == hall.text(unit, "phone"));
    BOOST_TEST(last.user == "王敏");
    BOOST_TEST(last.device == own);
    BOOST_TEST(!last.decided);
}

BOOST_FIXTURE_TEST_CASE(a_decision_for_what_stands_is_open_again_too, TwoSay)
{
    const auto item = other.inbox().at(0);
    const auto before = other.text(unit, "phone");
    Inbox(other.store).resolve(item.id, item.mine_stands ? Take::mine : Take::theirs, other.clerk);
    BOOST_REQUIRE(other.inbox().empty());

    BOOST_TEST(back.undo()->changed);
    BOOST_TEST(other.text(unit, "phone") == before);
    BOOST_TEST(other.inbox().size() == 1U);
    other.sync();
    BOOST_TEST(other.inbox().size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(a_decision_that_was_edited_since_stays_decided, TwoSay)
{
    Inbox(other.store).resolve(other.inbox().at(0).id, Value{std::string("3")}, other.clerk);
    const auto settled = back.undoable()->command;
    other.change(unit, "phone", "5");

    back.undo_step(settled);
    BOOST_TEST(other.text(unit, "phone") == "5");
    BOOST_TEST(other.inbox().empty());
}

BOOST_FIXTURE_TEST_CASE(a_decision_the_county_was_told_stays_decided, TwoSay)
{
    const auto before = other.text(unit, "phone");
    Inbox(other.store).resolve(other.inbox().at(0).id, Value{std::string("3")}, other.clerk);
    other.sync();

    const auto outcome = back.undo();
    BOOST_TEST(other.text(unit, "phone") == before);
    BOOST_TEST(told(*outcome, "settled") == "warn settled ");
    BOOST_TEST(other.inbox().empty());
    other.sync();
    hall.sync();
    BOOST_TEST(hall.text(unit, "phone") == before);
}

BOOST_FIXTURE_TEST_CASE(what_was_taken_back_before_it_was_sent_counts_as_nothing_sent, TwoSay)
{
    const auto taxes = hall.add("unit", {{"name", "县税务局"}});
    hall.sync();
    Editor here(hall.store, hall.clerk);
    const auto first = here.set(unit, edits(def("unit"), {{"contact", "李文"}})).command;
    here.set(taxes, edits(def("unit"), {{"phone", "6"}}));

    here.undo_step(first); // its op stays, for another one follows it
    BOOST_TEST(hall.store.unsent() == 1);
    BOOST_TEST(hall.sync().pushed == 1);

    here.set(taxes, edits(def("unit"), {{"phone", "7"}}));
    here.undo();
    BOOST_TEST(hall.store.unsent() == 0);
    BOOST_TEST(hall.sync().pushed == 0);
    here.set(unit, edits(def("unit"), {{"contact", "王敏"}}));
    BOOST_TEST(hall.sync().pushed == 1);
    other.sync();
    BOOST_TEST(other.text(unit, "contact") == "王敏");
    BOOST_TEST(other.text(taxes, "phone") == "6");
    BOOST_TEST(agree());
}

BOOST_AUTO_TEST_CASE(a_notice_that_was_put_away_is_no_step)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    Batch batch(store, {.label = {msgid("Put away {1}"), {"x"}}, .account = clerk, .kind = "seen"});
    batch.acknowledge(id, Hash128{});
    batch.commit();
    BOOST_TEST(words(editor.undoable().value()) == "Add 县公安局");
    BOOST_TEST(editor.steps(9).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

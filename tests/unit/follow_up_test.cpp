#include "model/commands/follow_up.h"

#include "model/rules/finding.h"
#include "tests/support/editing.h"
#include "tests/support/extra_fields.h"
#include "tests/support/print.h"

using namespace model;

namespace {

std::string plain(const char* id)
{
    return id;
}

struct WithCases : tests::Editing {
    WithCases()
    {
        hall = made("place", {{"name", "县大厅"}, {"type", "hall"}, {"region", "430922"}});
        police = made("unit", {{"name", "县公安局"}});
        window =
            made("window", {{"number", "A01"}, {"place", hall.text()}, {"unit", police.text()}});
        found = made("finding",
            {{"name", "台席无人"}, {"window", window.text()}, {"place", hall.text()},
                {"unit", police.text()}, {"owner", "李科长"}, {"due", "2026-01-20"}});
        complaint = made("complaint",
            {{"number", "T1"}, {"matter", "等候太久"}, {"place", hall.text()}, {"handler", "王敏"},
                {"due", "2025-12-20"}});
    }

    Record task(const Uuid& of, const std::optional<Finding>& line = {})
    {
        return task_of(store, of, line, plain);
    }

    Uuid hall;
    Uuid police;
    Uuid window;
    Uuid found;
    Uuid complaint;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(follow_up_test, WithCases)

BOOST_AUTO_TEST_CASE(a_task_of_a_problem_has_its_words_its_day_and_who_answers)
{
    const auto outcome = follow_up(editor, task(found));

    BOOST_TEST_REQUIRE(outcome.done);
    const auto one = store.find(def("task"), outcome.id).value();
    BOOST_TEST(to_text(one["name"]) == "Correct: 台席无人");
    BOOST_TEST(to_text(one["source"]) == "finding");
    BOOST_TEST(to_text(one["finding"]) == found.text());
    BOOST_TEST(to_text(one["window"]) == window.text());
    BOOST_TEST(to_text(one["place"]) == hall.text());
    BOOST_TEST(to_text(one["unit"]) == police.text());
    BOOST_TEST(to_text(one["owner"]) == "李科长");
    BOOST_TEST(to_text(one["due"]) == "2026-01-20");
    BOOST_TEST(to_text(one["set_on"]) == to_iso(store.today()));
    BOOST_TEST(to_text(one["state"]) == "open");

    editor.undo();
    BOOST_TEST(store.count({.def = &def("task")}) == 0);
}

BOOST_AUTO_TEST_CASE(a_day_that_is_past_is_left_to_whoever_sets_the_task)
{
    const auto one = task(complaint);
    BOOST_TEST(to_text(one["name"]) == "Deal with the complaint: 等候太久");
    BOOST_TEST(to_text(one["complaint"]) == complaint.text());
    BOOST_TEST(to_text(one["owner"]) == "王敏");
    BOOST_TEST(is_empty(one["due"]));
}

BOOST_AUTO_TEST_CASE(a_line_of_the_board_leads_back_to_its_record)
{
    const Finding line{.rule = "W06",
        .level = Level::warn,
        .field = "number",
        .message = {msgid("Nobody is at the window")},
        .due = store.today()};
    const auto one = task(window, line);
    BOOST_TEST(to_text(one["name"]) == "A01: Nobody is at the window");
    BOOST_TEST(to_text(one["source"]) == "board");
    BOOST_TEST(to_text(one["window"]) == window.text());
    BOOST_TEST(to_text(one["place"]) == hall.text());
    BOOST_TEST(to_text(one["due"]) == to_iso(store.today()));
    BOOST_TEST(to_text(one["remark"]) == "From the board: Window “A01”, rule W06");
}

BOOST_AUTO_TEST_CASE(the_same_task_is_made_once_while_it_is_open)
{
    const auto first = follow_up(editor, task(found));
    const auto again = follow_up(editor, task(found));
    BOOST_TEST(!again.changed);
    BOOST_TEST(again.id == first.id);
    set(first.id, {{"state", "done"}, {"done_on", "2026-01-01"}});
    BOOST_TEST(follow_up(editor, task(found)).changed); // it came up once more
}

BOOST_AUTO_TEST_CASE(no_task_comes_of_tasks_accounts_and_tips)
{
    const auto one = follow_up(editor, task(found)).id;
    BOOST_CHECK_THROW(task(one), UsageError);
    BOOST_CHECK_THROW(task(add("user", {{"name", "王敏"}})), UsageError);
    BOOST_CHECK_THROW(task(add("tip", {{"number", "线索1号"}})), UsageError);
    BOOST_CHECK_THROW(task(new_id()), UsageError);
}

BOOST_AUTO_TEST_CASE(a_field_that_the_office_needs_is_asked_for)
{
    const auto definition = tests::define(
        *this, {{"register", "task"}, {"label", "督办科室"}, {"kind", "text"}, {"required", "1"}});
    const auto refused = follow_up(editor, task(found));
    BOOST_TEST(!refused.done);
    BOOST_REQUIRE(refused.findings.size() == 1u);
    const auto& field = *tests::extra(*this, "task", definition);
    BOOST_TEST(refused.findings[0].field == field.name);

    const FieldEdit edit{&field, std::string("督查科")};
    const auto outcome = follow_up(editor, task(found), {&edit, 1});
    BOOST_TEST_REQUIRE(outcome.done);
    BOOST_TEST(tests::extra_text(*this, outcome.id, definition) == "督查科");
}

BOOST_AUTO_TEST_SUITE_END()

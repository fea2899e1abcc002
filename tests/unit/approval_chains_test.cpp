#include "model/commands/approval_chains.h"

#include "model/commands/store_lookup.h"
#include "tests/support/editing.h"

#include <set>

using namespace model;

namespace {

struct Chains : tests::Editing {
    Uuid hall =
        made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    Uuid unit = made("unit", {{"name", "县水利局"}});
    Uuid person = made("person", {{"name", "张桂山"}});
    Uuid posting = made("posting",
        {{"person", person.text()}, {"unit", unit.text()}, {"place", hall.text()},
            {"source", "sent"}, {"from", "2025-06-01"}});
    Uuid leave = made("leave",
        {{"person", person.text()}, {"kind", "annual"}, {"from", "2026-01-05"},
            {"to", "2026-01-09"}, {"days", "5"}, {"state", "requested"}});

    /// Makes the steps and gives them in their order.
    std::vector<Uuid> made_steps(const Uuid& request)
    {
        const auto offered = lines_for(store, request);
        BOOST_REQUIRE(offered.size() == 1u);
        BOOST_REQUIRE(make_lines(editor, request, offered.front()).changed);
        std::vector<Uuid> ids;
        StoreLookup lookup(store);
        auto subject = subject_of(ApprovalMatter::leave).value();
        subject.id = request;
        for (const auto& step : steps_of(subject, lookup))
            ids.push_back(step.id);
        return ids;
    }

    Outcome decide(const Uuid& step, const std::string& decision, const std::string& day)
    {
        return set(step, {{"decision", decision}, {"day", day}, {"approver", "李主任"}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(approval_chains_test, Chains)

BOOST_AUTO_TEST_CASE(the_steps_of_a_leave_are_made_in_one_act)
{
    const auto offered = lines_for(store, leave).front();
    BOOST_TEST(offered.name == "窗口首席事务代表 → 派驻单位 → 中心主要负责人");
    const auto steps = made_steps(leave);
    BOOST_REQUIRE(steps.size() == 3u);
    BOOST_TEST(text(steps[1], "post") == "派驻单位");
    BOOST_TEST(text(steps[1], "on_paper") == "1");
    BOOST_TEST(text(steps[1], "place") == hall.text());
    BOOST_TEST(text(leave, "state") == "requested");
    BOOST_TEST(lines_for(store, leave).front().lines.empty());
    editor.undo();
    BOOST_TEST(store.count({.def = &def("approval")}) == 0);
}

BOOST_AUTO_TEST_CASE(the_request_follows_its_steps_and_undo_takes_back_both)
{
    const auto steps = made_steps(leave);
    decide(steps[0], "agree", "2026-01-01");
    decide(steps[1], "agree", "2026-01-01");
    BOOST_TEST(text(leave, "state") == "requested");
    decide(steps[2], "agree", "2026-01-01");
    BOOST_TEST(text(leave, "state") == "agreed");
    BOOST_TEST(text(leave, "approved") == "2026-01-01");
    BOOST_TEST(text(leave, "approver") == "李主任");

    editor.undo();
    BOOST_TEST(text(steps[2], "decision") == "");
    BOOST_TEST(text(leave, "state") == "requested");
    editor.redo();
    BOOST_TEST(text(leave, "state") == "agreed");

    decide(steps[2], "refuse", "2026-01-01");
    BOOST_TEST(text(leave, "state") == "refused");
    BOOST_TEST(text(leave, "approved") == "");
    set(steps[2], {{"decision", ""}});
    BOOST_TEST(text(leave, "state") == "requested");
}

BOOST_AUTO_TEST_CASE(a_step_that_is_entered_with_its_decision_counts_at_once)
{
    made("approval",
        {{"matter", "leave"}, {"leave", leave.text()}, {"place", hall.text()}, {"step", "1"},
            {"post", "窗口首席事务代表"}, {"decision", "refuse"}, {"day", "2026-01-01"}});
    BOOST_TEST(text(leave, "state") == "refused");
}

BOOST_AUTO_TEST_CASE(a_step_that_goes_to_another_request_or_into_the_bin_leaves_none_decided_behind)
{
    const auto other = made("leave",
        {{"person", person.text()}, {"kind", "annual"}, {"from", "2026-02-02"},
            {"to", "2026-02-06"}, {"days", "5"}, {"state", "requested"}});
    const auto steps = made_steps(leave);
    for (const auto& step : steps)
        decide(step, "agree", "2026-01-01");
    BOOST_TEST(text(leave, "state") == "agreed");

    set(steps[2], {{"leave", other.text()}});
    BOOST_TEST(text(leave, "state") == "requested");
    BOOST_TEST(text(leave, "approved") == "");
    editor.undo();
    BOOST_TEST(text(leave, "state") == "agreed");

    set(steps[2], {{"decision", "refuse"}});
    BOOST_TEST(text(leave, "state") == "refused");
    set(steps[2], {{"leave", other.text()}});
    BOOST_TEST(text(leave, "state") == "requested");
    BOOST_TEST(text(other, "state") == "refused");

    editor.remove(steps[2]);
    BOOST_TEST(text(other, "state") == "requested");
    editor.restore(steps[2]);
    BOOST_TEST(text(other, "state") == "refused");
    editor.remove(steps[2]);
    editor.undo();
    BOOST_TEST(text(other, "state") == "refused");
    editor.remove(steps[2]);
    editor.remove(steps[0]);
    editor.restore(std::vector{steps[0], steps[2]});
    BOOST_TEST(text(other, "state") == "refused");
}

BOOST_AUTO_TEST_CASE(what_was_entered_by_hand_or_withdrawn_stays)
{
    const auto steps = made_steps(leave);
    set(leave, {{"state", "agreed"}});
    decide(steps[0], "refuse", "2026-01-01");
    BOOST_TEST(text(leave, "state") == "agreed");
    set(leave, {{"state", "withdrawn"}});
    decide(steps[0], "agree", "2026-01-01");
    BOOST_TEST(text(leave, "state") == "withdrawn");
}

BOOST_AUTO_TEST_CASE(an_item_is_approved_with_day_and_document)
{
    const auto change = made("item_change",
        {{"name", "食品经营许可"}, {"kind", "withdraw"}, {"requested", "2025-12-20"},
            {"state", "requested"}});
    const auto offered = lines_for(store, change).front();
    BOOST_REQUIRE(offered.lines.size() == 2u);
    make_lines(editor, change, offered);
    const auto steps = store.where(def("approval"), "item_change", change);
    for (const auto& step : steps)
        set(step.id,
            {{"decision", "agree"}, {"day", "2025-12-30"}, {"document", "桃政函〔2025〕9号"}});
    BOOST_TEST(text(change, "state") == "approved");
    BOOST_TEST(text(change, "approved") == "2025-12-30");
    BOOST_TEST(text(change, "approval_document") == "桃政函〔2025〕9号");
}

BOOST_AUTO_TEST_CASE(a_duty_has_steps_once_it_is_swapped)
{
    const auto duty =
        made("roster", {{"place", hall.text()}, {"person", person.text()}, {"day", "2026-01-10"}});
    BOOST_CHECK_THROW(lines_for(store, duty), UsageError);
    const auto other = made("person", {{"name", "文国强"}});
    set(duty, {{"swapped_with", other.text()}});
    const auto offered = lines_for(store, duty).front();
    BOOST_TEST(offered.lines.size() == 1u);
    BOOST_TEST(make_lines(editor, duty, offered).changed);
    BOOST_TEST(to_text(store.where(def("approval"), "roster", duty).front()["post"])
        == "人员管理科室负责人");
}

BOOST_AUTO_TEST_CASE(staff_of_townships_have_no_chain_here)
{
    set(posting, {{"source", "township"}});
    BOOST_CHECK_THROW(lines_for(store, leave), UsageError);
}

BOOST_AUTO_TEST_CASE(what_comes_along_is_sound_and_entered_once)
{
    BOOST_TEST(enter_shipped_chains(editor).changed);
    BOOST_TEST(store.count({.def = &def("chain_step")}) == std::ssize(shipped_chains()));
    StoreLookup lookup(store);
    std::set<ApprovalMatter> matters;
    for (const auto& record : store.select({.def = &def("chain_step")})) {
        BOOST_TEST(check(record, lookup, store.today()).empty(), record.title());
        matters.insert(from_record<ChainStep>(record).matter.value());
    }
    BOOST_TEST(matters.size() == 4u);
    BOOST_TEST(!enter_shipped_chains(editor).changed);
    BOOST_TEST(lines_for(store, leave).front().lines.size() == 3u); // the same from the register
    editor.undo();
    BOOST_TEST(store.count({.def = &def("chain_step")}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

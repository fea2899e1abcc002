// The life cycle of a posting: what may follow what, what each change demands, and the step itself.
#include "model/rules/posting_moves.h"

#include "model/commands/move_posting.h"
#include "model/entities/posting_change.h"
#include "tests/support/editing.h"
#include "tests/support/rules.h"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace model;
using namespace std::chrono;

namespace {

struct Moves : tests::Editing {
    Moves() { clock.set(1795482000000); } // 24 November 2026

    Uuid posted(const char* status, const char* from = "2025-06-02")
    {
        return add("posting",
            {{"person", person.text()}, {"unit", unit.text()}, {"source", "sent"}, {"from", from},
                {"status", status}});
    }

    Outcome move(const Uuid& posting, const char* to,
        std::map<std::string, Value, std::less<>> given = {}, Date on = 2026y / November / 24)
    {
        return move_posting(editor, posting, {.to = to, .on = on, .given = std::move(given)});
    }

    std::vector<Record> changes(const Uuid& posting)
    {
        return store.where(def("posting_change"), "posting", posting);
    }

    static std::set<std::string> names(const OfferedMove& offered)
    {
        std::set<std::string> all;
        for (const auto& each : offered.fields)
            all.emplace(each.field->name);
        return all;
    }

    Uuid person = add("person", {{"name", "张桂山"}});
    Uuid unit = add("unit", {{"name", "县公安局"}});
};

Value words(const char* text)
{
    return Value{std::string(text)};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(posting_moves_test, Moves)

BOOST_AUTO_TEST_CASE(the_list_names_each_way_once_and_every_status_is_reached_and_left)
{
    std::set<std::pair<std::string, std::string>> ways;
    for (const auto& each : posting_moves()) {
        BOOST_TEST(ways.emplace(each.from, each.to).second, each.from << "→" << each.to);
        BOOST_TEST(label_of(choices_of<ChangeKind>, each.kind) != nullptr, each.kind);
    }
    for (const auto& status : choices_of<PostingStatus>) {
        BOOST_TEST(!moves_from(status.code).empty(), status.code);
        BOOST_TEST(ways.contains({"", std::string(status.code)}), status.code);
    }
    BOOST_TEST((move_between("proposed", "rotating") == nullptr));
    BOOST_TEST((move_between("left", "trial") == nullptr));
}

BOOST_AUTO_TEST_CASE(a_change_that_is_not_allowed_names_those_that_are)
{
    const auto posting = posted("trial");
    const auto outcome = set(posting, {{"status", "seconded"}});
    BOOST_TEST(!outcome.done);
    BOOST_TEST(told(outcome, "move") == "refuse move status");
    BOOST_TEST(sentence(outcome, "move")
        == "The status does not go from “On trial” to “Seconded”: it can become On duty、Left");
    const auto found = std::ranges::find(outcome.findings, "move", &Finding::rule);
    const auto said =
        render(found->message, [](const char* id) { return "<" + std::string(id) + ">"; });
    BOOST_TEST(said.find("“<Seconded>”") != std::string::npos, said);
    BOOST_TEST(text(posting, "status") == "trial");
    BOOST_TEST(!set(posting, {{"status", ""}}).done);
}

BOOST_AUTO_TEST_CASE(a_form_takes_what_it_can_hold_and_names_the_command_for_the_rest)
{
    const auto posting = posted("trial");
    auto outcome = set(posting, {{"status", "on_duty"}});
    BOOST_TEST(told(outcome, "move") == "refuse move status; refuse move approver");
    BOOST_TEST(sentence(outcome, "move").find("Approved by") != std::string::npos);
    BOOST_TEST(set(posting, {{"status", "on_duty"}, {"approver", "李主任"}}).done);

    outcome = set(posting, {{"status", "training"}});
    BOOST_TEST(told(outcome, "move") == "refuse move status");
    BOOST_TEST(sentence(outcome, "move").find("move-posting") != std::string::npos);
    BOOST_TEST(sentence(outcome, "move").find("Reason of the change、Expected until")
        != std::string::npos);
    BOOST_TEST(set(posting, {{"remark", "不动状态的修改"}}).done);
}

BOOST_AUTO_TEST_CASE(of_alternatives_one_will_do_and_both_are_named)
{
    const auto posting = posted("on_duty");
    const auto outcome = move(posting, "left");
    BOOST_TEST(!outcome.done);
    BOOST_TEST(sentence(outcome, "move").find("needs: Kind of end/Reason for the end.")
            != std::string::npos,
        sentence(outcome, "move"));
    BOOST_TEST(move(posting, "left", {{"end_reason", words("调回机关")}}).done);
    BOOST_TEST(text(posting, "end_reason") == "调回机关");
    BOOST_TEST(to_text(changes(posting).at(0)["reason"]) == "调回机关");
}

BOOST_AUTO_TEST_CASE(a_new_posting_begins_anywhere_but_who_left_has_a_last_day)
{
    for (const auto& status : choices_of<PostingStatus>) {
        const auto outcome = create("posting",
            {{"person", person.text()}, {"from", "2024-01-01"},
                {"status", std::string(status.code)}});
        BOOST_TEST(outcome.done == (status.code != "left"), status.code);
    }
    BOOST_TEST(create("posting",
        {{"person", person.text()}, {"from", "2024-01-01"}, {"to", "2025-01-01"},
            {"status", "left"}})
                   .done);
}

BOOST_AUTO_TEST_CASE(what_is_offered_is_what_is_demanded)
{
    const auto offered = moves_for(store, posted("on_duty"), store.today());
    std::map<std::string, std::set<std::string>> asked;
    for (const auto& each : offered)
        asked[each.move->to] = names(each);
    BOOST_TEST((asked.at("training") == std::set<std::string>{"reason", "until"}));
    BOOST_TEST((asked.at("out") == std::set<std::string>{"reason"}));
    BOOST_TEST(
        (asked.at("seconded") == std::set<std::string>{"approver", "document", "reason", "until"}));
    BOOST_TEST((asked.at("left") == std::set<std::string>{"end_kind", "end_reason"}));
    BOOST_TEST(!asked.contains("proposed"));

    const auto first = moves_for(store, posted("proposed", "2026-12-01"), 2026y / November / 24);
    BOOST_REQUIRE(!first.empty());
    BOOST_TEST(first[0].move->to == "trial");
    for (const auto& each : first[0].fields)
        if (each.field->name == "trial_until")
            BOOST_TEST(to_text(each.value) == "2026-12-23"); // a month from the day of the change
}

BOOST_AUTO_TEST_CASE(the_change_and_its_entry_are_one_step)
{
    const auto posting = posted("on_duty");
    auto outcome = move(posting, "training", {{"reason", words("业务轮训")}});
    BOOST_TEST(!outcome.done);
    BOOST_TEST(changes(posting).empty());

    outcome = move(posting, "training",
        {{"reason", words("业务轮训")}, {"until", Value{2026y / December / 4}}});
    BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
    BOOST_TEST(text(posting, "status") == "training");
    const auto entered = changes(posting);
    BOOST_REQUIRE(entered.size() == 1u);
    for (const auto& [field, value] : {std::pair{"kind", "status"}, {"status_from", "on_duty"},
             {"status_to", "training"}, {"until", "2026-12-04"}, {"reason", "业务轮训"},
             {"requested", "2026-11-24"}, {"settled", "2026-11-24"}, {"state", "done"}})
        BOOST_TEST(to_text(entered[0][field]) == value, field);
    BOOST_TEST(to_text(entered[0]["person"]) == person.text());

    editor.undo();
    BOOST_TEST(text(posting, "status") == "on_duty");
    BOOST_TEST(changes(posting).empty());
    editor.redo();
    BOOST_TEST(text(posting, "status") == "training");
    BOOST_TEST(move(posting, "on_duty").done);
    BOOST_TEST(changes(posting).size() == 2u);
    BOOST_TEST(!move(posting, "on_duty").changed); // as it is
}

BOOST_AUTO_TEST_CASE(a_dry_run_says_the_same_and_writes_nothing)
{
    const auto posting = posted("on_duty");
    const StatusChange change{
        .to = "out", .on = 2026y / November / 24, .given = {{"reason", words("下乡")}}};
    BOOST_TEST(move_posting(editor, posting, change, true).done);
    BOOST_TEST(!move_posting(editor, posting, {.to = "out", .on = change.on}, true).done);
    BOOST_TEST(text(posting, "status") == "on_duty");
    BOOST_TEST(changes(posting).empty());
}

BOOST_AUTO_TEST_CASE(nothing_changes_before_its_day)
{
    const auto posting = posted("on_duty");
    const StatusChange change{
        .to = "out", .on = 2026y / December / 30, .given = {{"reason", words("下乡")}}};
    const auto outcome = move_posting(editor, posting, change, false);
    BOOST_TEST(!outcome.done);
    BOOST_REQUIRE(!outcome.findings.empty());
    BOOST_TEST(english(outcome.findings[0].message)
        == "2026-12-30 is still to come: change the status on its day");
    BOOST_TEST(text(posting, "status") == "on_duty");
}

BOOST_AUTO_TEST_CASE(who_is_rotated_carries_out_the_request_for_it)
{
    const auto posting = posted("on_duty");
    BOOST_REQUIRE(move(posting, "rotating", {{"reason", words("驻满两年")}}).done);
    BOOST_REQUIRE(changes(posting).size() == 1u);
    BOOST_TEST(to_text(changes(posting)[0]["kind"]) == "rotation");
    BOOST_TEST(to_text(changes(posting)[0]["state"]) == "requested");

    BOOST_TEST(!move(posting, "left", {{"end_kind", words("rotation")}}).done);
    const auto outcome = move(posting, "left",
        {{"end_kind", words("rotation")}, {"document", words("桃审函〔2026〕9号")},
            {"approver", words("李主任")}});
    BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
    BOOST_TEST(text(posting, "to") == "2026-11-24");
    BOOST_TEST(text(posting, "document") == "桃审函〔2026〕9号");
    BOOST_TEST(text(posting, "status") == "left");
    const auto all = changes(posting);
    BOOST_TEST(all.size() == 2u);
    BOOST_TEST(std::ranges::count_if(all, [](const Record& each) {
        return to_text(each["kind"]) == "rotation" && to_text(each["state"]) == "done";
    }) == 2);

    // Entered by mistake: the end goes with it.
    BOOST_REQUIRE(
        move(posting, "on_duty", {{"reason", words("登记错误")}, {"approver", words("李主任")}})
            .done);
    BOOST_TEST(text(posting, "to") == "");
    BOOST_TEST(text(posting, "end_kind") == "");
}

BOOST_AUTO_TEST_CASE(an_open_request_is_carried_out_and_a_withdrawn_one_falls)
{
    const auto posting = posted("on_duty");
    const auto asked = add("posting_change",
        {{"posting", posting.text()}, {"person", person.text()}, {"kind", "transfer"},
            {"requested", "2026-11-02"}, {"reason", "调回机关"}, {"state", "agreed"}});
    BOOST_REQUIRE(move(posting, "left", {{"end_kind", words("transfer")}}).done);
    BOOST_TEST(changes(posting).size() == 1u);
    BOOST_TEST(text(asked, "state") == "done");
    BOOST_TEST(text(asked, "settled") == "2026-11-24");
    BOOST_TEST(text(asked, "reason") == "调回机关");
    BOOST_TEST(text(asked, "requested") == "2026-11-02");

    const auto other = posted("on_duty", "2024-01-01");
    BOOST_REQUIRE(move(other, "rotating", {{"reason", words("驻满两年")}}).done);
    const auto request = changes(other)[0].id;
    BOOST_REQUIRE(move(other, "on_duty", {{"reason", words("单位暂无人接替")}}).done);
    BOOST_TEST(text(request, "state") == "withdrawn");
    editor.undo();
    BOOST_TEST(text(request, "state") == "requested");
}

BOOST_AUTO_TEST_CASE(who_may_not_enter_changes_is_refused_and_nothing_is_written)
{
    const auto posting = posted("on_duty");
    const auto id = add("user", {{"name", "值班长"}, {"roles", "duty_leader"}});
    Editor leader(store, {id, "值班长"});
    const auto outcome = move_posting(
        leader, posting, {.to = "out", .on = store.today(), .given = {{"reason", words("下乡")}}});
    BOOST_TEST(!outcome.done);
    BOOST_TEST(text(posting, "status") == "on_duty");
    BOOST_TEST(changes(posting).empty());
}

BOOST_AUTO_TEST_CASE(the_postings_of_a_person_that_go_on)
{
    const auto old = posted("left", "2020-01-01");
    change(old, "to", "2022-01-01");
    const auto now = posted("on_duty");
    BOOST_TEST((current_postings(store, person) == std::vector{now}));
    const auto next = posted("on_duty", "2026-01-01");
    BOOST_TEST((current_postings(store, person) == std::vector{next, now}));
    BOOST_CHECK_THROW(moves_for(store, person, store.today()), UsageError);
}

BOOST_AUTO_TEST_SUITE_END()

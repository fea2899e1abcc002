#include "model/commands/ledger_steps.h"

#include "model/commands/merging.h"
#include "tests/support/assessed_office.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

using namespace model;
using namespace std::chrono;

namespace {

struct Ledger : tests::AssessedOffice {
    Ledger() { method(); }

    std::string wrong(const Uuid& person, const std::string& line, Date day, std::int64_t count = 1,
        std::optional<std::int64_t> minutes = {})
    {
        try {
            return enter(person, line, day, count, minutes).done ? "done" : "refused";
        } catch (const UsageError& error) {
            return english(error.message());
        }
    }

    static std::string rule(const Outcome& outcome)
    {
        return outcome.done || outcome.findings.empty() ? std::string("done")
                                                        : std::string(outcome.findings[0].rule);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(ledger_steps_test, Ledger)

BOOST_AUTO_TEST_CASE(an_entry_says_all_that_the_program_knows_of_it)
{
    const auto id = enter(zhang, "1.1", 2025y / December / 3, 1, 8).id;
    BOOST_TEST(text(id, "text") == "迟到10分钟以内");
    BOOST_TEST(text(id, "points") == "-1.00");
    BOOST_TEST(text(id, "unit") == police.text());
    BOOST_TEST(text(id, "place") == hall.text());
    BOOST_TEST(text(id, "recorder") == "李文员");
    BOOST_TEST(text(id, "recorded") == "2026-02-15");
    BOOST_TEST(text(enter(zhang, "1.3", 2025y / December / 4, 2).id, "points") == "-10.00");
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_is_refused_with_its_place)
{
    const auto day = 2025y / December / 3;
    BOOST_TEST(
        wrong(zhang, "9.9", day) == "“苍南县窗口工作人员考核办法（2019年）” has no rule 9.9");
    BOOST_TEST(wrong(zhang, "1.1", day) == "Rule 1.1 counts by minutes: say how many");
    BOOST_TEST(wrong(zhang, "1.1", day, 1, 45) == "Rule 1.1 says nothing of 45 minutes");
    BOOST_TEST(wrong(zhang, "1.2", day, 0).starts_with("The count is at least 1"));
    BOOST_TEST(wrong(zhang, "1.2", 2018y / May / 1).starts_with("No version of the method"));
    BOOST_TEST(wrong(zhang, "1.2", 2024y / May / 1)
        == "The object of the entry was not at the hall on 2024-05-01");
    BOOST_TEST(wrong(a01, "1.2", day).starts_with("The object of the entry was not at the hall"));
}

BOOST_AUTO_TEST_CASE(an_entry_is_taken_back_by_another_one_that_says_why)
{
    const auto december = open("2025-12");
    const auto id = enter(zhang, "1.3", 2025y / December / 8, 2).id; // -10
    BOOST_TEST(score_of(december, zhang) == "90");
    BOOST_TEST(rule(adjust_entry(editor, id, {.count = -1, .reason = "上午请假"})) == "M11");
    const auto adjusted = adjust_entry(
        editor, id, {.count = -1, .reason = "上午请假，条子后补", .approver = "王主任"});
    BOOST_TEST(adjusted.done);
    BOOST_TEST(text(adjusted.id, "points") == "5.00");
    BOOST_TEST(score_of(december, zhang) == "95");
    // One is left, and no more can be taken back.
    BOOST_TEST(rule(adjust_entry(editor, id, {.count = -2, .reason = "再冲", .approver = "王主任"}))
        == "M18");
    BOOST_TEST(rule(adjust_entry(editor, id, {.reason = "无", .approver = "王主任"})) == "M18");
    BOOST_TEST(rule(adjust_entry(
                   editor, adjusted.id, {.count = -1, .reason = "再改", .approver = "王主任"}))
        == "M12");
}

BOOST_AUTO_TEST_CASE(what_comes_from_its_steps_is_not_entered_plainly)
{
    const auto december = open("2025-12");
    const auto& periods = def("period");
    const std::vector<FieldEdit> locked{{periods.find("name"), std::string("2025-11")},
        {periods.find("place"), hall}, {periods.find("method"), *period(december).method},
        {periods.find("kind"), std::string("month")},
        {periods.find("first"), Date{2025y / November / 1}},
        {periods.find("locked"), Date{2025y / December / 31}}};
    BOOST_TEST(rule(editor.create(periods, locked)) == "M14");
    const auto& entries = def("ledger_entry");
    std::vector<FieldEdit> unknown{{entries.find("place"), hall},
        {entries.find("method"), *period(december).method}, {entries.find("person"), zhang},
        {entries.find("day"), Date{2025y / December / 3}},
        {entries.find("line"), std::string("9.9")}};
    BOOST_TEST(rule(editor.create(entries, unknown)) == "M15");
    lock(december);
    unknown.back().value = std::string("1.2");
    BOOST_TEST(rule(editor.create(entries, unknown)) == "M10");
}

BOOST_AUTO_TEST_CASE(of_two_people_that_are_one_the_entries_follow)
{
    const auto same = add("person", {{"name", "张桂山"}});
    const auto id = enter(zhang, "1.2", 2025y / December / 8).id;
    BOOST_TEST(merge_records(editor, same, zhang, {}).done);
    BOOST_TEST(text(id, "person") == same.text());
}

BOOST_AUTO_TEST_CASE(what_the_ledger_says_is_neither_changed_nor_deleted)
{
    const auto id = enter(zhang, "1.2", 2025y / December / 8).id;
    const auto& entries = def("ledger_entry");
    const FieldEdit count{entries.find("count"), std::int64_t{3}};
    BOOST_TEST(rule(editor.set(id, {&count, 1})) == "M13");
    BOOST_TEST(rule(editor.remove(id)) == "M13");
    const FieldEdit evidence{entries.find("evidence"), std::string("监控截图")};
    BOOST_TEST(editor.set(id, {&evidence, 1}).done);
}

BOOST_AUTO_TEST_CASE(a_version_that_closed_a_period_stays_as_it_is)
{
    const auto before = cangnan();
    auto other = before;
    other.replace(other.find("\"points\": -2"), 12, "\"points\": -4");
    BOOST_TEST(import_method(editor, other).outcome.done); // nothing was closed by it
    BOOST_TEST(import_method(editor, before).outcome.done);
    BOOST_TEST(lock(open("2025-12")).done);
    BOOST_TEST(rule(import_method(editor, other).outcome) == "M01");
    BOOST_TEST(import_method(editor, before).outcome.done); // the same again
    auto next = other;
    const std::string version = R"("version": "2019-06-12")";
    next.replace(next.find(version), version.size(), R"("version": "2026")");
    BOOST_TEST(import_method(editor, next).outcome.done);
    BOOST_TEST(store.count({.def = &def("method")}) == 2);
}

BOOST_AUTO_TEST_CASE(a_wrong_file_is_refused_with_all_that_is_wrong)
{
    const auto wrong = import_method(editor, R"({"format": 1, "id": "x"})");
    BOOST_TEST(!wrong.outcome.done);
    BOOST_TEST(!wrong.problems.empty());
    BOOST_TEST(store.count({.def = &def("method")}) == 1);
}

BOOST_AUTO_TEST_SUITE_END()

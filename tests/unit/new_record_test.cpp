#include "model/commands/new_record.h"

#include "assets/assets.h"
#include "model/base/text.h"
#include "model/exchange/import.h"
#include "tests/support/editing.h"
#include "tests/support/files.h"
#include "tests/support/temp_folder.h"

using namespace model;

namespace {

struct Entering : tests::Editing {
    /// As a person enters it: over what the form begins with.
    Outcome enter(std::string_view entity, Fields fields)
    {
        const auto& of = def(entity);
        return editor.create(of, entered_over(new_record(of, store.today()), edits(of, fields)));
    }

    /// "matter place", the fields that are asked for.
    static std::string asked(const Outcome& outcome)
    {
        std::vector<std::string> names;
        for (const auto& finding : outcome.findings)
            if (finding.rule == "needed" && finding.level == Level::refuse)
                names.emplace_back(finding.field);
        return join(names, " ");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(new_record_test, Entering)

BOOST_AUTO_TEST_CASE(an_empty_complaint_is_refused_with_the_field_that_is_missing)
{
    const auto outcome = enter("complaint", {});
    BOOST_TEST(!outcome.done);
    BOOST_TEST(asked(outcome) == "matter");
    BOOST_TEST(store.count({.def = &def("complaint")}) == 0);
}

BOOST_AUTO_TEST_CASE(a_new_record_was_received_today_unless_another_day_is_entered)
{
    const auto today = enter("complaint", {{"matter", "等候太久"}});
    BOOST_REQUIRE_MESSAGE(today.done, told(today));
    BOOST_TEST(text(today.id, "received") == "2026-01-01");
    const auto before = enter("complaint", {{"matter", "没人接听"}, {"received", "2025-12-30"}});
    BOOST_REQUIRE_MESSAGE(before.done, told(before));
    BOOST_TEST(text(before.id, "received") == "2025-12-30");
    BOOST_TEST(text(before.id, "number") == "投诉〔2025〕001号");
}

BOOST_AUTO_TEST_CASE(a_day_that_was_emptied_is_asked_for)
{
    const auto& of = def("complaint");
    auto given = edits(of, {{"matter", "等候太久"}});
    given.push_back({of.find("received"), {}});
    const auto outcome = editor.create(of, entered_over(new_record(of, store.today()), given));
    BOOST_TEST(!outcome.done);
    BOOST_TEST(asked(outcome) == "received");
}

BOOST_AUTO_TEST_CASE(of_several_one_of_which_is_needed_one_does)
{
    const auto place = made("place", {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}});
    BOOST_TEST(asked(enter("agency_case", {{"place", place.text()}})) == "item matter");
    BOOST_TEST(
        asked(enter("agency_case", {{"place", place.text()}, {"matter", "代领证件"}})) == "");
}

BOOST_AUTO_TEST_CASE(what_was_filled_in_is_not_emptied_and_an_old_record_is_worked_with)
{
    const auto old = made("complaint", {{"number", "T1"}}); // before anybody asked for the rest
    BOOST_TEST(set(old, {{"handler", "张桂山"}}).done);
    BOOST_TEST(set(old, {{"matter", "等候太久"}}).done);
    const FieldEdit emptied{def("complaint").find("matter"), {}};
    const auto outcome = editor.set(old, {&emptied, 1});
    BOOST_TEST(!outcome.done);
    BOOST_TEST(asked(outcome) == "matter");
    BOOST_TEST(text(old, "matter") == "等候太久");
}

BOOST_AUTO_TEST_CASE(a_sheet_that_lacks_it_is_imported_all_the_same)
{
    const tests::TempFolder folder;
    const auto sheet = tests::write_file(
        folder.file("巡查.csv"), "name,day\n日常巡查,2026-01-05\n早巡,2026-01-06\n");
    import_sheet(store, clerk, def("inspection"), sheet);
    BOOST_TEST(store.count({.def = &def("inspection")}) == 2); // without the place
}

BOOST_AUTO_TEST_CASE(needed_fields_are_told_from_others)
{
    const auto needed = [&](std::string_view entity, std::string_view field) {
        return is_needed(def(entity), *def(entity).find(field));
    };
    BOOST_TEST(needed("complaint", "matter"));
    BOOST_TEST(!needed("complaint", "handler"));
    BOOST_TEST(!needed("agency_case", "item")); // or its words
    BOOST_TEST(needed("unit", "name"));         // by its definition
    const auto by_sheet = [&](std::string_view entity, std::string_view field) {
        return is_needed(def(entity), *def(entity).find(field), EntryWay::sheet);
    };
    BOOST_TEST(by_sheet("complaint", "matter"));
    BOOST_TEST((needed("inspection", "place") && !by_sheet("inspection", "place")));
    BOOST_TEST((!needed("window_item", "item") && by_sheet("window_item", "item")));
}

BOOST_AUTO_TEST_CASE(every_line_of_the_table_names_fields_and_whom_it_binds)
{
    std::set<std::string> registers;
    std::set<std::string> known;
    const auto lines = split(assets::text("codes/needs.csv"), '\n');
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].empty())
            continue;
        const auto cells = split(lines[i], ',');
        BOOST_REQUIRE_MESSAGE(cells.size() == 4, lines[i]);
        const auto& of = def(cells[0]);
        BOOST_TEST(known.insert(cells[0] + ' ' + cells[1]).second, lines[i]);
        for (const auto& name : split(cells[1], '|'))
            BOOST_TEST(of.find(name), lines[i]);
        const std::set<std::string> binding{"hand", "sheet", "both"};
        BOOST_TEST(
            (binding.contains(cells[2]) || (cells[2].empty() && cells[3] == "today")), lines[i]);
        if (cells[2] == "hand" || cells[2] == "both")
            registers.insert(cells[0]);
        if (!cells[3].empty())
            BOOST_TEST((cells[3] == "today" && of.find(cells[1])->type == Type::date), lines[i]);
    }
    for (const auto* entity : {"complaint", "bad_rating", "unable_case", "tip", "reporter",
             "inspection", "finding", "commitment", "task", "leave", "approval", "agency_case",
             "roll_call", "attendance_day", "roster"})
        BOOST_TEST(registers.contains(entity), entity);
}

BOOST_AUTO_TEST_SUITE_END()

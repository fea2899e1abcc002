#include "model/commands/reorganise_places.h"

#include "model/day/hall_plan.h"
#include "model/entities/place_change.h"
#include "model/store/own_accounts.h"
#include "tests/support/editing.h"
#include "tests/support/print.h"

#include <algorithm>

using namespace model;

namespace {

/// A hall with a branch, and two townships with a window, somebody on duty and a village each.
struct WithPlaces : tests::Editing {
    WithPlaces()
    {
        hall = place("桃江县政务服务中心", "hall", "430922", {});
        xiushan = township("修山镇便民服务中心", "430922101");
        majitang = township("马迹塘镇便民服务中心", "430922102");
        village = place("舒塘村便民服务站", "village_station", "430922101201", xiushan);
        equipment = made("equipment", {{"name", "高拍仪"}, {"place", xiushan.text()}});
        made("outlet_patrol", {{"place", xiushan.text()}, {"day", "2025-12-01"}});
    }

    Uuid place(const char* name, const char* type, const char* region, const Uuid& parent)
    {
        return made("place",
            {{"name", name}, {"type", type}, {"region", region}, {"address", "老街 1 号"},
                {"parent", parent.is_nil() ? std::string() : parent.text()}});
    }

    Uuid township(const char* name, const char* region)
    {
        const auto id = place(name, "township_centre", region, hall);
        window(id, "1");
        const auto who = made("person", {{"name", "张桂山"}});
        made("posting",
            {{"person", who.text()}, {"place", id.text()}, {"source", "own"},
                {"from", "2025-01-06"}});
        return id;
    }

    Uuid window(const Uuid& at, const char* number)
    {
        const auto id = made("window", {{"number", number}, {"place", at.text()}});
        made("window_position",
            {{"window", id.text()}, {"x", "10"}, {"y", "10"}, {"width", "90"}, {"height", "90"}});
        return id;
    }

    Reform reform(ReformKind kind, std::vector<Uuid> old, std::vector<std::string> to)
    {
        Reform act{.kind = kind,
            .old = std::move(old),
            .successors = std::move(to),
            .day = store.today(),
            .document = "桃政发〔2026〕3号",
            .ends = ends_old(def("place"), kind)};
        if (has_successors(def("place"), kind))
            for (auto& reference :
                references_to(store, editor.permission(), def("place"), act.old, store.today()))
                if (reference.goes && goes_at_first(def("place"), kind, act.ends))
                    act.moves.push_back({reference, 0});
        return act;
    }

    std::vector<std::string> numbers_at(const Uuid& at)
    {
        std::vector<std::string> numbers;
        for (const auto& record : store.where(def("window"), "place", at))
            numbers.push_back(to_text(record["number"]));
        std::ranges::sort(numbers);
        return numbers;
    }

    std::size_t at_place(std::string_view entity, const Uuid& at)
    {
        return store.where(def(entity), "place", at).size();
    }

    Record entry_of(const Uuid& old)
    {
        const auto entries = store.where(def("place_change"), "place", old);
        BOOST_REQUIRE(entries.size() == 1u);
        return entries.front();
    }

    Uuid hall;
    Uuid xiushan;
    Uuid majitang;
    Uuid village;
    Uuid equipment;
};

std::string all_told(const ReformOutcome& outcome)
{
    std::string all;
    for (const auto& told : outcome.told)
        all += std::string(level_name(told.finding.level)) + ' ' + english(told.finding.message)
            + '\n';
    return all;
}

/// Of December 2025.
Date day(unsigned number)
{
    return std::chrono::year{2025} / 12 / std::chrono::day{number};
}

bool tells(const ReformOutcome& outcome, std::string_view words)
{
    return all_told(outcome).find(words) != std::string::npos;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(reorganise_places_test, WithPlaces)

BOOST_AUTO_TEST_CASE(two_townships_become_a_new_one_and_undo_takes_it_back)
{
    const auto outcome = reorganise_places(editor,
        reform(ReformKind::merged, {xiushan, majitang}, {"修马镇便民服务中心"}),
        {.region = "430922103"});

    BOOST_TEST_REQUIRE(outcome.done, all_told(outcome));
    const auto made = outcome.successors.at(0);
    BOOST_TEST(text(made, "type") == "township_centre");
    BOOST_TEST(text(made, "parent") == hall.text());
    BOOST_TEST(text(made, "region") == "430922103");
    BOOST_TEST(text(made, "opened") == to_iso(store.today()));
    BOOST_TEST(numbers_at(made) == (std::vector<std::string>{"1", "2"}));
    BOOST_TEST(tells(outcome, "gets the number 2"));
    BOOST_TEST(at_place("posting", made) == 2u);
    BOOST_TEST(text(equipment, "place") == made.text());
    BOOST_TEST(text(village, "parent") == made.text());
    BOOST_TEST(at_place("outlet_patrol", xiushan) == 1u); // what is past stays
    for (const auto& old : {xiushan, majitang}) {
        BOOST_TEST(text(old, "closed") == to_iso(store.today()));
        BOOST_TEST(to_text(entry_of(old)["successor"]) == made.text());
        BOOST_TEST(to_text(entry_of(old)["document"]) == "桃政发〔2026〕3号");
    }
    BOOST_TEST(to_text(entry_of(xiushan)["old_name"]) == "修山镇便民服务中心");
    BOOST_TEST(store.count({.def = &def("window_position")}) == 0); // two floors

    editor.undo();

    BOOST_TEST(numbers_at(xiushan) == std::vector<std::string>{"1"});
    BOOST_TEST(numbers_at(majitang) == std::vector<std::string>{"1"});
    BOOST_TEST(text(xiushan, "closed") == "");
    BOOST_TEST(text(village, "parent") == xiushan.text());
    BOOST_TEST(store.count({.def = &def("window_position")}) == 2);
    BOOST_TEST(store.count({.def = &def("place_change")}) == 0);
    BOOST_TEST(store.count({.def = &def("place")}) == 4);
}

BOOST_AUTO_TEST_CASE(a_station_goes_into_one_that_is_there)
{
    const auto other = place("九都村便民服务站", "village_station", "430922101202", xiushan);
    window(village, "A07");
    window(other, "A07");
    window(other, "A08");

    const auto outcome =
        reorganise_places(editor, reform(ReformKind::merged, {village}, {"九都村便民服务站"}), {});

    BOOST_TEST_REQUIRE(outcome.done, all_told(outcome));
    BOOST_TEST(outcome.successors.at(0) == other);
    BOOST_TEST(numbers_at(other) == (std::vector<std::string>{"A07", "A08", "A09"}));
    BOOST_TEST(tells(outcome, "1 windows are taken off the hall plan"));
    BOOST_TEST(text(other, "region") == "430922101202"); // it is what it was
}

BOOST_AUTO_TEST_CASE(a_branch_hall_is_split_off_and_the_hall_goes_on)
{
    const auto stays = window(hall, "A01");
    const auto goes = window(hall, "A02");
    auto act = reform(ReformKind::split, {hall}, {"桃江县政务服务中心灰山港分中心"});
    BOOST_TEST(act.moves.empty());
    for (auto& reference :
        references_to(store, editor.permission(), def("place"), act.old, store.today()))
        if (reference.record == goes)
            act.moves.push_back({reference, 0});

    const auto outcome = reorganise_places(
        editor, act, {.type = PlaceType::branch_hall, .address = "灰山港镇新街 2 号"});

    BOOST_TEST_REQUIRE(outcome.done, all_told(outcome));
    const auto branch = outcome.successors.at(0);
    BOOST_TEST(text(branch, "parent") == hall.text());
    BOOST_TEST(text(branch, "type") == "branch_hall");
    BOOST_TEST(text(branch, "address") == "灰山港镇新街 2 号");
    BOOST_TEST(text(branch, "basis_document") == "桃政发〔2026〕3号");
    BOOST_TEST(text(hall, "closed") == "");
    BOOST_TEST(text(stays, "place") == hall.text());
    BOOST_TEST(text(goes, "place") == branch.text());
    // The only floor the windows come from: they stand there as they stood.
    BOOST_TEST(read_hall_plan(store, editor.permission(), branch, store.today()).placed() == 1);
}

BOOST_AUTO_TEST_CASE(a_moved_place_takes_all_with_it_and_its_history_says_where_it_was)
{
    const auto outcome = reorganise_places(editor, reform(ReformKind::moved, {village}, {}),
        {.parent = majitang, .address = "新街 9 号", .region = "430922102201"});

    BOOST_TEST_REQUIRE(outcome.done, all_told(outcome));
    BOOST_TEST(text(village, "parent") == majitang.text());
    BOOST_TEST(store.find_any(village)->first.scope == Region::of("430922102201")->first);
    const auto entry = entry_of(village);
    BOOST_TEST(to_text(entry["old_parent"]) == "修山镇便民服务中心");
    BOOST_TEST(to_text(entry["new_parent"]) == "马迹塘镇便民服务中心");
    BOOST_TEST(to_text(entry["old_address"]) == "老街 1 号");
    BOOST_TEST(to_text(entry["new_region"]) == "430922102201");
    BOOST_TEST(text(village, "closed") == "");
}

BOOST_AUTO_TEST_CASE(a_village_in_another_township_is_asked_for_its_code)
{
    const auto outcome =
        reorganise_places(editor, reform(ReformKind::moved, {village}, {}), {.parent = majitang});

    BOOST_TEST(outcome.done);
    BOOST_TEST(tells(outcome, "warn The division code 430922101201 does not lie in that of"));
}

BOOST_AUTO_TEST_CASE(circles_and_wrong_levels_are_refused_with_a_sentence)
{
    const auto refusal = [&](const Uuid& moved, const Uuid& parent) {
        const auto outcome =
            reorganise_places(editor, reform(ReformKind::moved, {moved}, {}), {.parent = parent});
        BOOST_TEST(!outcome.done);
        return all_told(outcome);
    };
    BOOST_TEST(refusal(xiushan, village).find("belongs to “修山镇便民服务中心” itself")
        != std::string::npos);
    BOOST_TEST(refusal(hall, village).find("itself: choose") != std::string::npos);
    BOOST_TEST(refusal(xiushan, xiushan).find("itself: choose") != std::string::npos);
    BOOST_TEST(refusal(xiushan, majitang).find("which is no higher") != std::string::npos);
    BOOST_TEST(text(xiushan, "parent") == hall.text());
    BOOST_TEST(store.count({.def = &def("place_change")}) == 0);
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_is_refused)
{
    const auto told = [&](const Reform& act, const PlaceSite& site = {}) {
        const auto outcome = reorganise_places(editor, act, site);
        BOOST_TEST(!outcome.done);
        return all_told(outcome);
    };
    using enum ReformKind;
    BOOST_TEST(
        told(reform(moved, {village}, {})).find("Say where the place goes") != std::string::npos);
    BOOST_TEST(
        told(reform(merged, {village}, {})).find("Which place follows") != std::string::npos);
    BOOST_TEST(told(reform(merged, {village}, {"舒塘村便民服务站"})).find("does not follow itself")
        != std::string::npos);
    BOOST_TEST(
        told(reform(split, {village, xiushan}, {"甲"})).find("choose one") != std::string::npos);
    place("花桥村便民服务站", "village_station", "430922101203", xiushan);
    const auto twin = place("花桥村便民服务站", "village_station", "430922102203", majitang);
    BOOST_TEST(told(reform(merged, {village}, {"花桥村便民服务站"})).find("several places called")
        != std::string::npos);
    const auto outcome = reorganise_places(editor, reform(merged, {village}, {twin.text()}), {});
    BOOST_TEST(outcome.done, all_told(outcome));
    BOOST_TEST(text(village, "closed_reason").find("花桥村") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_renamed_place_has_its_old_name_on_earlier_days)
{
    auto act = reform(ReformKind::renamed, {xiushan}, {});
    act.new_name = "修山镇党群服务中心";
    act.day = day(15);

    BOOST_TEST_REQUIRE(reorganise_places(editor, act, {}).done);

    BOOST_TEST(store.title_of(xiushan) == "修山镇党群服务中心");
    BOOST_TEST(place_called_on(store, xiushan, day(14)) == "修山镇便民服务中心");
    BOOST_TEST(place_called_on(store, xiushan, day(15)) == "修山镇党群服务中心");
    const auto plan = read_hall_plan(store, editor.permission(), xiushan, day(1));
    BOOST_TEST(plan.name == "修山镇便民服务中心");
}

BOOST_AUTO_TEST_CASE(a_dry_run_says_all_and_writes_nothing)
{
    auto act = reform(ReformKind::merged, {xiushan, majitang}, {"修马镇便民服务中心"});
    act.dry_run = true;

    const auto outcome = reorganise_places(editor, act, {});

    BOOST_TEST(outcome.done);
    BOOST_TEST(tells(outcome, "gets the number 2"));
    BOOST_TEST(numbers_at(xiushan) == std::vector<std::string>{"1"});
    BOOST_TEST(store.count({.def = &def("place")}) == 4);
}

BOOST_AUTO_TEST_CASE(the_place_that_follows_does_not_stand_below_itself)
{
    auto act = reform(ReformKind::merged, {majitang}, {});
    const auto below = place("马迹塘园区服务中心", "park_centre", "430922102", hall);
    change(below, "parent", majitang.text()); // as a sync may bring it
    act = reform(ReformKind::merged, {majitang}, {"马迹塘园区服务中心"});

    const auto outcome = reorganise_places(editor, act, {});

    BOOST_TEST(outcome.done, all_told(outcome));
    BOOST_TEST(text(below, "parent") == hall.text());
}

BOOST_AUTO_TEST_CASE(whoever_may_not_change_places_moves_none)
{
    made("user", {{"name", "袁主任"}, {"roles", "founder"}, {"state", "active"}});
    const auto auditor =
        made("user", {{"name", "审计员"}, {"roles", "auditor"}, {"state", "active"}});
    add_own_account(store, {auditor, "审计员"});
    Editor other(store, {auditor, "审计员"});

    BOOST_CHECK_THROW(
        reorganise_places(other, reform(ReformKind::closed, {village}, {}), {}), Error);
    BOOST_TEST(text(village, "closed") == "");
}

BOOST_AUTO_TEST_SUITE_END()

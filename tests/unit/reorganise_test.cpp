#include "model/commands/reorganise.h"

#include "model/entities/unit.h"
#include "model/store/own_accounts.h"
#include "tests/support/editing.h"
#include "tests/support/print.h"

#include <algorithm>
#include <array>

using namespace model;

namespace {

/// Two units with an item, a window and somebody each, and a third.
struct WithUnits : tests::Editing {
    WithUnits()
    {
        hall =
            made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        commerce = unit_with("县商务局", "C1", "1", "张桂山");
        grain = unit_with("县粮食局", "G1", "2", "文国强");
        data = made("unit", {{"name", "县数据局"}});
        made("item",
            {{"code", "C0"}, {"name", "停办的事项"}, {"unit", commerce.text()},
                {"state", "cancelled"}});
        made("complaint", {{"number", "T1"}, {"matter", "等候太久"}, {"unit", commerce.text()}});
        made("complaint",
            {{"number", "T2"}, {"matter", "态度不好"}, {"unit", commerce.text()},
                {"received", "2025-11-03"}, {"closed", "2025-11-10"}});
        made("case_count", {{"month", "2025-12"}, {"unit", commerce.text()}, {"received", "7"}});
    }

    Uuid unit_with(const char* name, const char* code, const char* number, const char* person)
    {
        const auto unit = made("unit", {{"name", name}});
        made("item",
            {{"code", code}, {"name", std::string(name) + "的事项"}, {"unit", unit.text()}});
        made("window",
            {{"number", number}, {"name", name}, {"unit", unit.text()}, {"place", hall.text()}});
        const auto who = made("person", {{"name", person}});
        made("posting",
            {{"person", who.text()}, {"unit", unit.text()}, {"place", hall.text()},
                {"source", "sent"}, {"from", "2025-01-06"}});
        return unit;
    }

    Reform reform(UnitChangeKind kind, std::vector<Uuid> units, std::vector<std::string> to)
    {
        Reform act{.kind = kind,
            .old = std::move(units),
            .successors = std::move(to),
            .day = store.today(),
            .document = "桃办发〔2026〕1号"};
        act.ends = ends_old(def("unit"), kind);
        for (auto& reference : references(act.old))
            if (reference.goes)
                act.moves.push_back({reference, 0});
        return act;
    }

    std::vector<ReformReference> references(const std::vector<Uuid>& units)
    {
        return references_to(store, editor.permission(), def("unit"), units, store.today());
    }

    std::size_t of_unit(std::string_view entity, const Uuid& unit)
    {
        return store.where(def(entity), "unit", unit).size();
    }

    Record record(std::string_view entity, const Uuid& id)
    {
        return store.find(def(entity), id).value();
    }

    Uuid hall;
    Uuid commerce;
    Uuid grain;
    Uuid data;
};

bool tells(const ReformOutcome& outcome, std::string_view words)
{
    return std::ranges::any_of(outcome.told, [&](const ReformOutcome::Told& told) {
        return english(told.finding.message).find(words) != std::string::npos;
    });
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(reorganise_test, WithUnits)

BOOST_AUTO_TEST_CASE(what_goes_on_goes_over_and_what_is_past_stays)
{
    const auto found = references({commerce});

    const auto goes = [&](std::string_view entity) {
        std::vector<int> all;
        for (const auto& each : found)
            if (each.def->name == entity)
                all.push_back(each.goes);
        return all;
    };
    BOOST_TEST(goes("window") == std::vector<int>{1});
    BOOST_TEST(goes("posting") == std::vector<int>{1});
    BOOST_TEST(goes("case_count") == std::vector<int>{0});
    BOOST_TEST(goes("complaint") == (std::vector<int>{1, 0})); // what is dealt with stays
    auto items = goes("item");
    std::ranges::sort(items);
    BOOST_TEST(items == (std::vector<int>{0, 1}));
}

BOOST_AUTO_TEST_CASE(two_units_are_merged_into_a_new_one_in_one_step)
{
    const auto outcome =
        reorganise(editor, reform(UnitChangeKind::merged, {commerce, grain}, {"县商粮局"}));

    BOOST_TEST_REQUIRE(outcome.done);
    BOOST_TEST(outcome.moved == 7);
    const auto made = outcome.successors.at(0);
    BOOST_TEST(record("unit", made).title() == "县商粮局");
    for (const auto* entity : {"item", "window", "posting"})
        BOOST_TEST(of_unit(entity, made) == 2u, entity);
    BOOST_TEST(of_unit("item", commerce) == 1u); // the one that is over
    BOOST_TEST(of_unit("case_count", commerce) == 1u);
    for (const auto& old : {commerce, grain}) {
        BOOST_TEST(to_text(record("unit", old)["closed"]) == to_iso(store.today()));
        const auto entries = store.where(def("unit_change"), "unit", old);
        BOOST_TEST_REQUIRE(entries.size() == 1u);
        BOOST_TEST(to_text(entries.front()["successor"]) == made.text());
        BOOST_TEST(to_text(entries.front()["new_name"]) == "县商粮局");
        BOOST_TEST(to_text(entries.front()["document"]) == "桃办发〔2026〕1号");
    }

    editor.undo();

    BOOST_TEST(of_unit("window", commerce) == 1u);
    BOOST_TEST(of_unit("window", grain) == 1u);
    BOOST_TEST(is_empty(record("unit", commerce)["closed"]));
    BOOST_TEST(store.count({.def = &def("unit_change")}) == 0);
    BOOST_TEST(store.count({.def = &def("unit")}) == 3);
}

BOOST_AUTO_TEST_CASE(a_unit_is_split_record_by_record)
{
    auto act = reform(UnitChangeKind::split, {commerce}, {"县数据局", "县投促局"});
    for (auto& move : act.moves)
        if (move.reference.def->name == "window")
            move.to = 1;
    std::erase_if(
        act.moves, [](const Reform::Move& move) { return move.reference.def->name == "posting"; });

    const auto outcome = reorganise(editor, act);

    BOOST_TEST_REQUIRE(outcome.done);
    BOOST_TEST(outcome.successors.at(0) == data); // the one that is there
    BOOST_TEST(of_unit("item", data) == 1u);
    BOOST_TEST(of_unit("window", outcome.successors.at(1)) == 1u);
    BOOST_TEST(of_unit("posting", commerce) == 1u);
    BOOST_TEST(store.where(def("unit_change"), "unit", commerce).size() == 2u);
    BOOST_TEST(!is_empty(record("unit", commerce)["closed"]));
}

BOOST_AUTO_TEST_CASE(duties_move_and_the_unit_stays)
{
    const auto outcome =
        reorganise(editor, reform(UnitChangeKind::moved, {commerce}, {"县数据局"}));

    BOOST_TEST_REQUIRE(outcome.done);
    BOOST_TEST(is_empty(record("unit", commerce)["closed"]));
    BOOST_TEST(of_unit("window", data) == 1u);
}

BOOST_AUTO_TEST_CASE(a_renamed_unit_stays_the_same_and_keeps_its_old_name_in_the_register)
{
    auto act = reform(UnitChangeKind::renamed, {commerce}, {});
    act.moves.clear();
    act.new_name = "县商务和粮食局";

    const auto outcome = reorganise(editor, act);

    BOOST_TEST_REQUIRE(outcome.done);
    BOOST_TEST(record("unit", commerce).title() == "县商务和粮食局");
    BOOST_TEST(of_unit("window", commerce) == 1u);
    const auto entries = store.where(def("unit_change"), "unit", commerce);
    BOOST_TEST_REQUIRE(entries.size() == 1u);
    BOOST_TEST(to_text(entries.front()["old_name"]) == "县商务局");
    BOOST_TEST(to_text(entries.front()["new_name"]) == "县商务和粮食局");
    BOOST_TEST(is_empty(entries.front()["successor"]));
    editor.undo();
    BOOST_TEST(record("unit", commerce).title() == "县商务局");
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_is_refused_and_writes_nothing)
{
    const auto none = [&](Reform act, std::string_view words) {
        const auto outcome = reorganise(editor, act);
        BOOST_TEST(!outcome.done, words);
        BOOST_TEST(tells(outcome, words), words);
        BOOST_TEST(store.count({.def = &def("unit_change")}) == 0, words);
    };
    none(reform(UnitChangeKind::merged, {}, {"县数据局"}), "Choose the unit");
    none(reform(UnitChangeKind::split, {commerce, grain}, {"县数据局"}), "several old ones");
    none(reform(UnitChangeKind::merged, {commerce}, {"县商务局"}), "does not follow itself");
    none(reform(UnitChangeKind::merged, {commerce}, {}), "takes over is still missing");
    none(reform(UnitChangeKind::split, {commerce}, {"县投促局", " 县投促局"}), "named twice");
    none(reform(UnitChangeKind::split, {commerce}, {"县数据局", "县数据局"}), "named twice");
    none(reform(UnitChangeKind::closed, {commerce}, {}), "choose another kind");
    none(reform(UnitChangeKind::renamed, {commerce}, {}), "new name is missing");
    auto later = reform(UnitChangeKind::moved, {commerce}, {"县数据局"});
    later.day = std::chrono::sys_days{store.today()} + std::chrono::days{30};
    none(later, "is so today");
    auto stale = reform(UnitChangeKind::moved, {commerce}, {"县数据局"});
    const auto window = store.where(def("window"), "unit", commerce).front().id;
    const FieldEdit edit{def("window").find("unit"), grain};
    editor.set(window, {&edit, 1});
    none(stale, "was changed meanwhile");
}

BOOST_AUTO_TEST_CASE(the_rules_see_all_of_it_and_one_refusal_keeps_all_away)
{
    for (const auto& unit : {commerce, grain}) // of a month after the reform: they go over
        made("case_count", {{"month", "2026-02"}, {"unit", unit.text()}, {"received", "3"}});
    auto act = reform(UnitChangeKind::merged, {commerce, grain}, {"县商粮局"});

    const auto outcome = reorganise(editor, act);

    BOOST_TEST(!outcome.done); // two counts of one unit and month
    BOOST_TEST_REQUIRE(!outcome.told.empty());
    BOOST_TEST(outcome.told.front().def == &def("case_count"));
    BOOST_TEST(store.count({.def = &def("unit")}) == 3);
    BOOST_TEST(of_unit("window", commerce) == 1u);

    std::erase_if(act.moves, [&](const Reform::Move& move) {
        return move.reference.def->name == "case_count" && move.reference.of == grain;
    });
    BOOST_TEST(reorganise(editor, act).done);
}

BOOST_AUTO_TEST_CASE(a_dry_run_says_what_would_be_and_writes_nothing)
{
    auto act = reform(UnitChangeKind::merged, {commerce, grain}, {"县商粮局"});
    act.dry_run = true;

    const auto outcome = reorganise(editor, act);

    BOOST_TEST(outcome.done);
    BOOST_TEST(outcome.moved == 7);
    BOOST_TEST(store.count({.def = &def("unit")}) == 3);
    BOOST_TEST(of_unit("window", commerce) == 1u);
}

BOOST_AUTO_TEST_CASE(accounts_that_the_account_does_not_see_are_counted)
{
    add_own_account(store, clerk);
    made("user", {{"name", "袁主任"}, {"roles", "founder"}, {"state", "active"}});
    const auto section =
        made("user", {{"name", "业务股"}, {"roles", "business"}, {"state", "active"}});
    for (const auto* state : {"active", "left"})
        add("user",
            {{"name", std::string("联络员") + state}, {"roles", "liaison"},
                {"unit", commerce.text()}, {"state", state}});
    add_own_account(store, {section, "业务股"});
    Editor worker(store, {section, "业务股"});
    Reform act{.kind = UnitChangeKind::merged,
        .old = {commerce},
        .successors = {"县商粮局"},
        .day = store.today(),
        .dry_run = true};
    BOOST_TEST(std::ranges::none_of(
        references_to(store, worker.permission(), def("unit"), act.old, act.day),
        [](const ReformReference& reference) { return reference.def->administrative; }));

    const auto would = reorganise(worker, act);
    BOOST_TEST(would.done);
    BOOST_TEST(tells(would, "1 accounts stay with the old units"));

    act.dry_run = false;
    BOOST_TEST(tells(reorganise(worker, act), "1 accounts stay with the old units"));
    const auto left = [&](const Permission& who, UnitChangeKind kind) {
        return accounts_left(store, who, def("unit"), kind, std::array{commerce}, act.day)
            .has_value();
    };
    BOOST_TEST(!left(worker.permission(), UnitChangeKind::renamed));
    BOOST_TEST(!left(Permission(), UnitChangeKind::merged)); // who sees them has them listed
    BOOST_TEST(left(Permission(), UnitChangeKind::closed));
    BOOST_TEST(!accounts_left(store, worker.permission(), def("unit"), UnitChangeKind::merged,
        std::array{grain}, act.day));
}

BOOST_AUTO_TEST_CASE(whoever_may_not_change_units_reorganises_nothing)
{
    add_own_account(store, clerk);
    made("user", {{"name", "袁主任"}, {"roles", "founder"}, {"state", "active"}});
    const auto auditor =
        made("user", {{"name", "审计员"}, {"roles", "auditor"}, {"state", "active"}});
    add_own_account(store, {auditor, "审计员"});
    Editor stranger(store, {auditor, "审计员"});

    BOOST_CHECK_THROW(
        reorganise(stranger, reform(UnitChangeKind::moved, {commerce}, {"县数据局"})), Error);
    BOOST_TEST(of_unit("window", commerce) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

// What each kind of office works with, and what a unit's liaison fills in of what the hall keeps.
#include "model/commands/workplace.h"

#include "model/access/new_office.h"
#include "model/board/board.h"
#include "model/commands/rights.h"
#include "model/entities/catalog.h"
#include "model/rules/role_rights.h"
#include "model/store/own_accounts.h"
#include "tests/support/editing.h"
#include "tests/support/two_laptops.h"

#include <set>

using namespace model;

namespace {

/// A unit of the hall with a problem, a bad rating and a task to answer, and its liaison.
struct Answering : tests::Editing {
    Answering()
    {
        add_founder(store, clerk);
        add_own_account(store, clerk);
        hall =
            made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        police = made("unit", {{"name", "县公安局"}});
        tax = made("unit", {{"name", "县税务局"}});
        problem = made(
            "finding", {{"name", "窗口无人值守"}, {"place", hall.text()}, {"unit", police.text()}});
        rating = made("bad_rating",
            {{"content", "等候太久"}, {"place", hall.text()}, {"unit", police.text()}});
        task = made(
            "task", {{"name", "整改窗口值守"}, {"place", hall.text()}, {"unit", police.text()}});
        others =
            made("finding", {{"name", "未挂牌上岗"}, {"place", hall.text()}, {"unit", tax.text()}});
        const auto id = made("user",
            {{"name", "公安联络员"}, {"roles", "liaison"}, {"state", "active"},
                {"unit", police.text()}});
        liaison = {id, "公安联络员"};
        add_own_account(store, liaison);
    }

    /// Whether the liaison may write that into the field.
    bool fills(const Uuid& id, std::string_view field, const char* text)
    {
        Editor as(store, liaison);
        const auto outcome =
            as.set(id, edits(*store.find_any(id).value().first.def, {{field, text}}));
        BOOST_TEST(as.why_locked(id, *store.find_any(id)->first.def->find(field)).has_value()
            == !outcome.done);
        return outcome.done;
    }

    Uuid hall;
    Uuid police;
    Uuid tax;
    Uuid problem;
    Uuid rating;
    Uuid task;
    Uuid others;
    Account liaison;
};

std::set<std::string_view> added_by(const Permission& permission, Role role)
{
    std::set<std::string_view> names;
    for (const auto* def : hall_catalog().all())
        if (may_add(permission, role, *def))
            names.insert(def->name);
    return names;
}

} // namespace

BOOST_AUTO_TEST_SUITE(workplace_test)

/// What the list of rights lets a role enter is within its office's reach.
BOOST_AUTO_TEST_CASE(an_office_works_with_what_its_roles_may_enter)
{
    const auto enters = [](const char* role, const EntityDef& def) {
        return RoleRights::ours().where(role, Action::enter, &def) != RoleRights::Where::nowhere;
    };
    int entered = 0;
    for (const auto* def : hall_catalog().all()) {
        for (const auto* role : {"township_clerk", "village_clerk"})
            if (enters(role, *def)) {
                ++entered;
                BOOST_TEST(works_with(Role::outlet, *def), role << ' ' << def->name);
            }
        if (enters("liaison", *def)) {
            ++entered;
            BOOST_TEST(works_with(Role::unit, *def), "liaison " << def->name);
        }
        BOOST_TEST(works_with(Role::agency, *def), def->name);
        BOOST_TEST(works_with(Role::upstream, *def), def->name);
    }
    BOOST_TEST(entered > 40);
}

BOOST_AUTO_TEST_CASE(what_is_the_countys_is_no_matter_of_townships_and_units)
{
    for (const auto role : {Role::outlet, Role::unit})
        for (const auto* name : {"setting", "calendar_day", "retention", "tip", "reporter"})
            BOOST_TEST(!works_with(role, hall_catalog().get(name)), name);
    BOOST_TEST(!works_with(Role::outlet, hall_catalog().get("negative_entry")));
    BOOST_TEST(!works_with(Role::unit, hall_catalog().get("window")));
    BOOST_TEST(works_with(Role::unit, hall_catalog().get("complaint"))); // to read: it is about it
    BOOST_TEST(!keeps(Role::unit, hall_catalog().get("complaint")));
}

BOOST_AUTO_TEST_CASE(a_unit_adds_its_own_records_and_answers_to_the_halls)
{
    const auto names = added_by({}, Role::unit);
    for (const auto* own : {"person", "posting", "leave", "authorisation", "item_change"})
        BOOST_TEST(names.contains(own), own);
    for (const auto* of_the_hall : {"finding", "bad_rating", "task", "complaint", "place"}) {
        BOOST_TEST(!names.contains(of_the_hall), of_the_hall);
        BOOST_TEST(!english(why_not_add({}, Role::unit, hall_catalog().get(of_the_hall))).empty());
    }
    for (const auto* answered : {"finding", "bad_rating", "task"})
        BOOST_TEST(may_fill_in({}, Role::unit, hall_catalog().get(answered)), answered);
    BOOST_TEST(!may_fill_in({}, Role::unit, hall_catalog().get("complaint")));
}

BOOST_FIXTURE_TEST_CASE(a_liaison_fills_in_the_correction_and_nothing_else, Answering)
{
    BOOST_TEST(fills(problem, "correction", "已增派一人"));
    BOOST_TEST(fills(problem, "corrected", "2026-01-01"));
    for (const auto& [field, text] : std::map<std::string_view, const char*>{
             {"name", "没有问题"}, {"due", "2027-01-01"}, {"state", "closed"}, {"remark", "无"}})
        BOOST_TEST(!fills(problem, field, text), field);
    BOOST_TEST(fills(rating, "correction", "已道歉"));
    BOOST_TEST(!fills(rating, "excluded", "1"));
    BOOST_TEST(fills(task, "progress", "已完成一半"));
    BOOST_TEST(!fills(task, "closed", "2026-01-01"));
    BOOST_TEST(!fills(others, "correction", "不是本单位的"));
}

BOOST_FIXTURE_TEST_CASE(a_liaison_neither_adds_nor_deletes_what_the_hall_keeps, Answering)
{
    Editor as(store, liaison);
    BOOST_TEST(!as.remove(problem).done);
    const auto& ratings = def("bad_rating");
    const auto made_up =
        as.create(ratings, edits(ratings, {{"unit", police.text()}, {"correction", "已整改"}}));
    BOOST_TEST(!made_up.done);
    BOOST_TEST(!sentence(made_up, "rights").empty());
    const Permission permission(store, liaison.id);
    BOOST_TEST(!may_add(permission, Role::agency, ratings));
    BOOST_TEST(may_fill_in(permission, Role::agency, ratings));
    BOOST_TEST(may_add(permission, Role::agency, def("leave")));
}

/// In the unit's own file ownership says the same without any account.
BOOST_FIXTURE_TEST_CASE(a_units_own_file_makes_no_record_of_its_correction_alone, Answering)
{
    auto self = store.self();
    self.org = {Role::unit, police.text()};
    store.set_self(self);
    BOOST_TEST(set(problem, {{"correction", "已增派一人"}}).done);
    BOOST_TEST(!set(problem, {{"due", "2027-01-01"}}).done);
    BOOST_TEST(!create("bad_rating", {{"unit", police.text()}, {"correction", "已整改"}}).done);
}

/// The county believes no device that a liaison wrote more than his unit's fields.
BOOST_FIXTURE_TEST_CASE(the_county_takes_a_liaisons_correction_alone, tests::TwoLaptops)
{
    const auto police = hall.add("unit", {{"name", "县公安局"}});
    const auto place =
        hall.add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    const auto problem = hall.add(
        "finding", {{"name", "窗口无人值守"}, {"place", place.text()}, {"unit", police.text()}});
    const auto id = hall.add("user",
        {{"name", "公安联络员"}, {"roles", "liaison"}, {"state", "active"},
            {"unit", police.text()}});
    hall.sync();

    hall.clerk = {id, "公安联络员"};
    hall.change(problem, "correction", "已增派一人");
    BOOST_TEST(hall.sync().refused == 0u);
    hall.change(problem, "due", "2027-01-01");
    BOOST_TEST(hall.sync().refused == 1u);
    BOOST_TEST(to_text(store.find_any(problem).value().second["correction"]) == "已增派一人");
    BOOST_TEST(to_text(store.find_any(problem).value().second["due"]).empty());
}

/// What nobody there can open is no line of its board.
BOOST_FIXTURE_TEST_CASE(the_board_names_what_its_office_can_open, tests::Editing)
{
    const auto unit = made("unit", {{"name", "县公安局"}});
    made("finding",
        {{"name", "窗口无人值守"}, {"unit", unit.text()}, {"found", "2025-11-03"},
            {"due", "2025-12-01"}});
    made("setting", {{"matter", "complaint_reply"}, {"value", "5"}, {"from", "2026-01-01"}});
    made("window",
        {{"number", "A01"},
            {"place",
                made("place", {{"name", "大厅"}, {"type", "hall"}, {"region", "430922"}}).text()}});
    const auto registers = [&] {
        BoardReader reader(clerk.id);
        std::set<std::string_view> names;
        for (const auto& line : reader.read(store).lines)
            names.insert(line.def->name);
        return names;
    };
    const auto at_the_hall = registers();
    BOOST_REQUIRE(at_the_hall.contains("window"));
    BOOST_REQUIRE(at_the_hall.contains("finding"));

    auto self = store.self();
    self.org = {Role::unit, unit.text()};
    store.set_self(self);
    const auto at_the_unit = registers();
    BOOST_TEST(at_the_unit.contains("finding"));
    for (const auto name : at_the_unit)
        BOOST_TEST(works_with(Role::unit, def(name)), name);
}

/// A township posts its own staff, and keeps its centre's windows, leave, complaints and checks.
BOOST_AUTO_TEST_CASE(a_township_keeps_registers_of_its_own)
{
    tests::Editing town("430922101");
    const auto centre = town.made("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto person = town.made("person", {{"name", "张桂山"}});
    const auto posting = town.create("posting",
        {{"person", person.text()}, {"place", centre.text()}, {"source", "township"},
            {"from", "2025-06-01"}});
    BOOST_TEST(posting.done, tests::Editing::told(posting));
    for (const auto& [entity, fields] :
        std::map<std::string_view, std::vector<std::pair<std::string_view, std::string>>>{
            {"leave",
                {{"person", person.text()}, {"kind", "annual"}, {"from", "2026-01-05"},
                    {"to", "2026-01-05"}}},
            {"window", {{"number", "1"}, {"place", centre.text()}}},
            {"equipment", {{"name", "自助终端"}, {"place", centre.text()}}},
            {"complaint", {{"matter", "态度不好"}, {"place", centre.text()}}},
            {"finding", {{"name", "未公示指南"}, {"place", centre.text()}}},
            {"task", {{"name", "补公示"}, {"place", centre.text()}}},
            {"outlet_patrol", {{"place", centre.text()}, {"day", "2025-12-30"}}},
            {"inspection", {{"place", centre.text()}, {"day", "2025-12-30"}}}}) {
        const auto& def = town.def(entity);
        std::vector<FieldEdit> edits;
        for (const auto& [name, text] : fields) {
            const auto* field = def.find(name);
            BOOST_REQUIRE_MESSAGE(field, entity << ' ' << name);
            edits.push_back({field, parse_value(field->type, text, field->scale).value()});
        }
        const auto made = town.editor.create(def, edits, {.may_lack = true});
        BOOST_TEST(made.done, entity << ": " << tests::Editing::told(made));
        BOOST_TEST(may_add({}, Role::outlet, def), entity);
    }
}

BOOST_AUTO_TEST_SUITE_END()

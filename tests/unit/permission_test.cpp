#include "model/commands/permission.h"

#include "model/access/new_office.h"
#include "model/commands/serials.h"
#include "model/entities/user.h"
#include "model/store/own_accounts.h"
#include "tests/support/editing.h"

#include <map>
#include <set>

using namespace model;

namespace {

using Registers = std::set<std::string_view>;

/// What each role may enter, as the issue of duties at a hall has it: told here once more, so that
/// a slip in the list of rights is seen.
Registers all_of(std::initializer_list<Registers> groups)
{
    Registers all;
    for (const auto& group : groups)
        all.insert(group.begin(), group.end());
    return all;
}

const Registers halls{"place", "place_change", "unit", "item", "window", "window_item",
    "window_unit", "window_position", "window_staff", "person", "posting"};
const Registers personal{"impact_assessment", "provision", "retention"};
const Registers figures{"calendar_day", "setting", "local_field", "chain_step"};
const Registers lists{"checklist", "checklist_line"};
const Registers careers{"authorisation", "authorised_item", "posting_change", "handover_check",
    "training", "certificate", "award"};
const Registers days{"leave", "attendance_day", "roster", "roll_call", "approval"};
const Registers devices{"equipment", "equipment_patrol"};
const Registers catalog{"basis_document", "item_material", "item_fee", "bundle", "bundle_item",
    "item_change", "negative_entry", "unit_change", "type_code"};
const Registers outlets{"outlet_item", "agency_case", "outlet_patrol"};
const Registers inspections{"inspection", "inspection_line", "finding", "complaint", "bad_rating"};
const Registers cases{"unable_case", "commitment", "task"};
const Registers handlers{"tip", "reporter"};
const Registers assessments{
    "method", "period", "ledger_entry", "score", "ballot", "objection", "annual_grade"};

const std::map<std::string_view, Registers> enters{
    {"founder",
        all_of({halls, {"user", "case_count"}, personal, figures, lists, careers, days, devices,
            catalog, outlets, inspections, cases, handlers, assessments})},
    {"director", {"period", "score"}}, // who confirms what is assessed
    {"business",
        all_of({halls, {"case_count"}, personal, figures, lists, careers, days, devices, catalog,
            outlets, cases, assessments})},
    {"supervision",
        all_of({{"window", "window_staff", "attendance_day", "award", "outlet_patrol",
                    "ledger_entry", "objection"},
            lists, inspections, cases})},
    {"tip_handler", handlers},
    {"duty_leader",
        all_of({{"window", "window_item", "window_unit", "window_position", "window_staff", "leave",
                    "attendance_day", "roster", "roll_call", "inspection", "inspection_line",
                    "finding", "unable_case", "ledger_entry", "ballot"},
            devices})},
    {"uniform_keeper", {}},
    {"liaison", // of his own unit
        {"unit", "person", "posting", "authorisation", "authorised_item", "leave", "certificate",
            "posting_change", "item_change", "negative_entry", "objection"}},
    {"township_clerk",
        all_of({halls,
            {"local_field", "case_count", "leave", "attendance_day", "roster", "roll_call",
                "approval", "objection", "posting_change", "handover_check", "training",
                "certificate", "award"},
            devices, outlets, inspections, cases})},
    {"village_clerk",
        {"place", "person", "posting", "leave", "attendance_day", "outlet_item", "agency_case",
            "equipment_patrol"}},
    {"system", {"user"}},
    {"auditor", {}},
};

/// A county with one of everything in each of two townships, and accounts that work there.
struct Duties : tests::Editing {
    struct Town {
        std::string region;
        std::string name;
        std::string day; ///< off: the whole county's, so each brings one of its own
        std::map<std::string_view, Uuid> records;
    };

    Duties()
    {
        add_founder(store, clerk);
        add_own_account(store, clerk);
        set_up(xiushan);
        set_up(majitang);
    }

    void set_up(Town& town)
    {
        auto& at = town.records;
        at["place"] = made("place",
            {{"name", town.name + "便民服务中心"}, {"type", "township_centre"},
                {"region", town.region}});
        at["unit"] = made("unit", {{"name", town.name + "派出所"}});
        at["item"] = made("item", {{"name", "户口登记" + town.name}, {"code", "A" + town.region}});
        at["window"] = made("window", {{"number", "A01"}, {"place", at["place"].text()}});
        at["person"] = made("person", {{"name", "张桂山"}});
        at["posting"] = made("posting",
            {{"person", at["person"].text()}, {"place", at["place"].text()},
                {"unit", at["unit"].text()}, {"source", "sent"}, {"from", "2025-06-01"}});
        at["window_item"] =
            made("window_item", {{"window", at["window"].text()}, {"item", at["item"].text()}});
        at["window_position"] = made("window_position",
            {{"window", at["window"].text()}, {"x", "10"}, {"y", "10"}, {"width", "50"},
                {"height", "50"}});
        at["window_staff"] = made(
            "window_staff", {{"window", at["window"].text()}, {"person", at["person"].text()}});
        at["impact_assessment"] =
            made("impact_assessment", {{"matter", "名册提供"}, {"place", at["place"].text()}});
        at["provision"] = made("provision",
            {{"matter", "名册提供"}, {"receiver", "某公司"}, {"place", at["place"].text()}});
        at["retention"] =
            made("retention", {{"name", "离岗人员"}, {"subject", "left_staff"}, {"years", "3"}});
        at["calendar_day"] = made("calendar_day", {{"date", town.day}, {"kind", "off"}});
        at["setting"] = made(
            "setting", {{"matter", "complaint_reply"}, {"value", "5"}, {"from", "2026-01-01"}});
        at["local_field"] = made("local_field",
            {{"register", "task"}, {"label", "车牌号"}, {"kind", "text"}, {"region", town.region}});
        at["user"] = made("user",
            {{"name", "某" + town.name}, {"roles", "village_clerk"},
                {"place", at["place"].text()}});
        for (const auto* each : hall_catalog().all())
            if (!at.contains(each->name))
                at[each->name] = made_of(*each, town);
    }

    /// The least record of that register that lies in the town: what must be there, and one of each
    /// thing it can point at.
    Uuid made_of(const EntityDef& entity, const Town& town)
    {
        std::vector<FieldEdit> edits;
        std::set<std::string_view> named;
        for (const auto& field : entity.fields) {
            const bool subject = entity.name == "approval" && field.name != "place";
            if (field.type == Type::reference && town.records.contains(field.refers_to) && !subject
                && named.insert(field.refers_to).second)
                edits.push_back({&field, town.records.at(field.refers_to)});
            else if (field.required)
                edits.push_back({&field, town.name + std::string(entity.name)});
        }
        if (entity.name == "score") // no step of an editor makes one
            return scored(entity, edits);
        const auto made = editor.create(entity, edits, {.may_lack = true});
        BOOST_REQUIRE_MESSAGE(made.done, entity.name << ": " << told(made));
        return made.id;
    }

    Uuid scored(const EntityDef& entity, const std::vector<FieldEdit>& edits)
    {
        auto record = Record::empty(entity, Uuid::make(clock, random));
        for (const auto& edit : edits)
            record[edit.field->name] = edit.value;
        Batch batch(store, {.label = {msgid("Add {1}"), {"score"}}, .account = clerk});
        batch.create(record);
        batch.commit();
        return record.id;
    }

    /// An account of this file that works as that.
    Account account(const std::string& roles, const std::string& place = {},
        const std::string& unit = {}, const std::string& state = "active")
    {
        const auto id = made("user",
            {{"name", "账号" + std::to_string(++accounts)}, {"roles", roles}, {"place", place},
                {"unit", unit}, {"state", state}});
        add_own_account(store, {id, roles});
        return {id, roles};
    }

    /// Another record like that one, so that nothing but duties can speak against it.
    std::vector<FieldEdit> another(std::string_view entity, const Uuid& like)
    {
        auto record = store.find_any(like).value().second;
        const auto number = std::to_string(++others);
        if (entity == "item" || entity == "unit" || entity == "place" || entity == "user"
            || entity == "checklist")
            record["name"] = record.title() + number;
        if (entity == "item")
            record["code"] = to_text(record["code"]) + number;
        if (entity == "chain_step")
            record["post"] = to_text(record["post"]) + number;
        if (entity == "method")
            record["version"] = number;
        if (entity == "period")
            record["first"] =
                std::chrono::year{2030} / std::chrono::January / 1 + std::chrono::months{others};
        if (entity == "ballot")
            record["voter"] = number;
        if (entity == "annual_grade")
            record["year"] = std::int64_t{2030} + others;
        if (entity == "checklist_line")
            record["text"] = to_text(record["text"]) + number;
        if (entity == "calendar_day")
            record["date"] =
                std::chrono::year{2030} / std::chrono::January / 1 + std::chrono::months{others};
        if (entity == "window")
            record["number"] = "B" + number;
        if (entity == "window_position") {
            const auto window = store.find_any(std::get<Uuid>(record["window"]));
            record["window"] = made(
                "window", {{"number", "C" + number}, {"place", to_text(window->second["place"])}});
        }
        if (entity == "posting")
            record["from"] = Value{};
        if (entity == "local_field")
            record["label"] = "车牌号" + number;
        if (const auto* serial = serial_field(*record.def))
            record[serial->name] = Value{}; // the next one
        if (entity == "window_staff")
            record["person"] = made("person", {{"name", "文国强"}});
        if (entity == "authorised_item" || entity == "bundle_item" || entity == "outlet_item")
            record["item"] = made("item", {{"name", "临时"}, {"code", "Y" + number}});
        if (entity == "type_code")
            record["code"] = "T" + number;
        if (entity == "window_unit")
            record["unit"] = made("unit", {{"name", "临时单位" + number}});
        if (entity == "window_item")
            record["item"] = made("item", {{"name", "临时"}, {"code", "X" + number}});
        std::vector<FieldEdit> edits;
        for (std::size_t i = 0; i < record.values.size(); ++i)
            edits.push_back({&record.def->fields[i], record.values[i]});
        return edits;
    }

    static bool is_refused(const Outcome& outcome)
    {
        return std::ranges::any_of(outcome.findings, [](const Finding& finding) {
            return finding.rule == "rights" && finding.level == Level::refuse;
        });
    }

    /// Every command on the record, as that account; all of them must come out alike.
    void walk(const Account& who, std::string_view entity, const Uuid& id, bool may, bool creates)
    {
        BOOST_TEST_CONTEXT(who.name << " " << entity)
        {
            Editor as(store, who);
            const auto& entity_def = def(entity);
            const auto tried = [&](const Outcome& outcome, const char* what, bool expected) {
                BOOST_TEST(outcome.done == expected,
                    what << ": " << (outcome.done ? "done" : "refused") << " " << told(outcome));
                if (!expected)
                    BOOST_TEST(is_refused(outcome), what);
            };
            const bool is_account = entity_def.administrative;
            if (entity != "score")
                tried(as.create(entity_def, another(entity, id), {.may_lack = true}), "create",
                    creates);
            const FieldEdit remark{
                entity_def.find("remark"), std::string("备注") + std::to_string(++remarks)};
            tried(as.set(id, {&remark, 1}), "set", may);
            if (may) {
                const auto undone = as.undo();
                BOOST_REQUIRE(undone);
                BOOST_TEST(undone->changed == !is_account, "undo"); // accounts stay as they are
            }
            BOOST_TEST(!as.why_locked(id, *remark.field).has_value() == may, "why_locked");
            if (!entity_def.end.empty()) {
                const auto ended = as.end(id, store.today(), "调整");
                tried(ended, "end", may);
                if (may && is_account)
                    for (const auto& [field, value] : std::map<std::string_view, std::string>{
                             {"state", "active"}, {"to", ""}, {"end_reason", ""}})
                        change(id, field, value);
                else if (may)
                    as.undo();
            }
            if (entity == "ledger_entry" || entity == "score") { // nobody takes them out
                BOOST_TEST(!as.remove(id).done);
                return;
            }
            tried(as.remove(id), "remove", may && !is_account); // they are ended
            if (is_account)
                return;
            if (!may)
                editor.remove(id);
            // Without his place he is nowhere, and does not get it back himself.
            const bool is_own_place = text(who.id, "place") == id.text();
            tried(as.restore(id), "restore", may && !is_own_place);
            if (!may || is_own_place)
                editor.restore(id);
        }
    }

    Town xiushan{"430922101", "修山镇", "2027-05-01", {}};
    Town majitang{"430922102", "马迹塘镇", "2027-05-02", {}};
    int accounts = 0;
    int others = 0;
    int remarks = 0;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(permission_test, Duties)

BOOST_AUTO_TEST_CASE(every_command_of_every_role_on_every_register)
{
    std::set<std::string_view> known;
    for (const auto& role : user_roles) {
        known.insert(role.code);
        const auto& may = enters.at(role.code);
        const bool is_liaison = role.code == "liaison";
        const auto who = account(std::string(role.code), {},
            is_liaison ? xiushan.records["unit"].text() : std::string());
        for (const auto& [entity, id] : xiushan.records) {
            const bool enters_it = may.contains(entity);
            // A new unit is not his, and a person without a posting is nobody's yet.
            const bool creates =
                enters_it && (!is_liaison || (entity != "unit" && entity != "person"));
            walk(who, entity, id, enters_it, creates);
        }
    }
    BOOST_TEST(known.size() == enters.size());
}

BOOST_AUTO_TEST_CASE(personal_information_is_cleaned_up_by_director_and_business_section)
{
    for (const auto& role : user_roles) {
        const Permission permission(store, account(std::string(role.code)).id);
        const auto code = role.code;
        const bool may = code == "founder" || code == "director" || code == "business";
        BOOST_TEST(permission.may(Action::minimise) == may, code);
        BOOST_TEST(permission.may(Action::minimise, def("person"), {}, true) == may, code);
        BOOST_TEST(!permission.may(Action::minimise, def("unit"), {}) == (code != "founder"), code);
        for (const auto* entity : {"impact_assessment", "provision"})
            BOOST_TEST(
                permission.may_somewhere(Action::see, def(entity)) == (may || code == "auditor"),
                code);
    }
}

BOOST_AUTO_TEST_CASE(roles_count_at_their_place_and_below)
{
    const auto who = account("township_clerk", xiushan.records["place"].text());
    for (const auto& [entity, id] : majitang.records) {
        if (entity == "user")
            continue;
        // What the whole county reads lies nowhere in particular.
        const bool is_countywide = def(entity).reach == Reach::county;
        const auto where = store.find_any(id).value().first.scope;
        BOOST_TEST((where == county_wide) == is_countywide);
        const bool may = is_countywide && enters.at("township_clerk").contains(entity);
        walk(who, entity, id, may, may);
    }
    for (const auto& [entity, id] : xiushan.records)
        if (const bool enters_it = enters.at("township_clerk").contains(entity); entity != "user")
            walk(who, entity, id, enters_it,
                enters_it && entity != "person"); // who has no posting is at the hall
}

BOOST_AUTO_TEST_CASE(a_liaison_works_for_his_own_unit_alone)
{
    const auto who = account("liaison", {}, xiushan.records["unit"].text());
    for (const auto* entity : {"unit", "person", "posting"})
        walk(who, entity, majitang.records[entity], false, false);
}

BOOST_AUTO_TEST_CASE(who_is_locked_or_has_left_may_nothing)
{
    const auto locked = account("business", {}, {}, "locked");
    const auto left = account("business");
    editor.end(left.id, store.today(), "调离");
    for (const auto& who : {locked, left}) {
        BOOST_TEST(!Permission(store, who.id).may_sign_in());
        walk(who, "window", xiushan.records["window"], false, false);
    }
    const auto current = account("business");
    BOOST_TEST(Permission(store, current.id).may_sign_in());
}

BOOST_FIXTURE_TEST_CASE(a_file_that_states_no_duties_binds_nobody, tests::Editing)
{
    BOOST_TEST(Permission(store, clerk.id).may_everything());
    add_own_account(store, clerk);
    BOOST_TEST(Permission(store, clerk.id).may_everything());

    const auto first = made("user", {{"name", "王五"}, {"roles", "business"}});
    BOOST_TEST(Permission(store, clerk.id).may_everything()); // it opens another file
    add_own_account(store, {first, "王五"});
    BOOST_TEST(!Permission(store, clerk.id).may(Action::enter, def("window"), {}));
    BOOST_TEST(!Permission(store, clerk.id).may_sign_in());
    BOOST_TEST(Permission(store, first).may(Action::enter, def("window"), {}));
}

BOOST_AUTO_TEST_CASE(a_step_is_taken_back_only_by_who_may_still_take_it)
{
    const auto who = account("business");
    Editor as(store, who);
    const FieldEdit remark{def("window").find("remark"), std::string("靠门")};
    BOOST_REQUIRE(as.set(xiushan.records["window"], {&remark, 1}).done);
    change(who.id, "roles", "director");

    const auto undone = as.undo();
    BOOST_REQUIRE(undone);
    BOOST_TEST(!undone->changed);
    BOOST_TEST(text(xiushan.records["window"], "remark") == "靠门");
}

BOOST_AUTO_TEST_CASE(three_duties_are_three_accounts)
{
    const auto mixed = create("user", {{"name", "三合一"}, {"roles", "business,system"}});
    BOOST_TEST(!mixed.done);
    BOOST_TEST(told(mixed, "A02") == "refuse A02 roles");
    BOOST_TEST(!create("user", {{"name", "又一个"}, {"roles", "auditor,director"}}).done);
    BOOST_TEST(create("user", {{"name", "业务"}, {"roles", "business,supervision"}}).done);
    const auto sole = create("user", {{"name", "创建人"}, {"roles", "founder"}});
    BOOST_TEST(told(sole, "A03") == "remind A03 roles"); // there is the clerk
}

BOOST_AUTO_TEST_CASE(nobody_sees_more_than_his_duty)
{
    const auto sees = [&](const char* role, const char* entity) {
        return Permission(store, account(role).id).may_somewhere(Action::see, def(entity));
    };
    BOOST_TEST(!sees("system", "person"));
    BOOST_TEST(!sees("auditor", "person"));
    BOOST_TEST(!sees("business", "user"));
    BOOST_TEST(!sees("director", "user"));
    BOOST_TEST(sees("system", "user"));
    BOOST_TEST(sees("auditor", "user"));
    BOOST_TEST(Permission(store, account("auditor").id).may(Action::log));
    for (const auto* role : {"system", "business", "director", "township_clerk"})
        BOOST_TEST(!Permission(store, account(role).id).may(Action::log), role);
    BOOST_TEST(Permission(store, account("founder").id).may(Action::log));
}

BOOST_AUTO_TEST_CASE(personal_values_are_read_whole_by_few)
{
    const auto reveals = [&](const char* role) {
        return Permission(store, account(role).id).may_somewhere(Action::reveal, def("person"));
    };
    for (const auto* role : {"founder", "director", "business", "township_clerk", "village_clerk"})
        BOOST_TEST(reveals(role), role);
    for (const auto* role : {"supervision", "duty_leader", "uniform_keeper", "system", "auditor"})
        BOOST_TEST(!reveals(role), role);
}

BOOST_AUTO_TEST_CASE(a_list_of_rights_with_a_slip_is_no_list)
{
    const std::string heads = "role,duty,action,registers,fields,where\n";
    BOOST_CHECK_THROW(RoleRights(heads + "a,business,fly,*,*,\n"), std::logic_error);
    BOOST_CHECK_THROW(RoleRights(heads + "a,leisure,see,*,*,\n"), std::logic_error);
    BOOST_CHECK_THROW(RoleRights(heads + "a,business,see,*\n"), std::logic_error);
    BOOST_CHECK_THROW(RoleRights(heads + "a,business,see,*,*,on_the_moon\n"), std::logic_error);
    for (const auto& role : user_roles)
        BOOST_TEST(RoleRights::ours().duty(role.code).has_value(), role.code);
}

BOOST_AUTO_TEST_SUITE_END()

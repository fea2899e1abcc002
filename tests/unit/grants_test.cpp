// Who may give an account what, and that somebody stays who may manage them.
#include "model/commands/grants.h"

#include "model/access/accounts.h"
#include "model/access/new_office.h"
#include "model/commands/put_back.h"
#include "model/exchange/import.h"
#include "model/store/own_accounts.h"
#include "tests/support/editing.h"
#include "tests/support/importing.h"
#include "tests/support/two_laptops.h"

using namespace model;

namespace {

struct Granting : tests::Editing {
    Granting()
    {
        add_founder(store, clerk);
        add_own_account(store, clerk);
        town = made("place",
            {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
        other_town = made("place",
            {{"name", "马迹塘镇便民服务中心"}, {"type", "township_centre"},
                {"region", "430922102"}});
        admin = account("系统刘管理", "system");
        worker = account("业务王小明", "business");
    }

    Account account(const std::string& name, const std::string& roles, const Uuid& place = {})
    {
        const auto id = made("user",
            {{"name", name}, {"roles", roles}, {"state", "active"},
                {"place", place.is_nil() ? std::string() : place.text()}});
        add_own_account(store, {id, name});
        return {id, name};
    }

    Outcome as(const Account& who, const Uuid& id, Fields fields)
    {
        return Editor(store, who).set(id, edits(def("user"), fields));
    }

    /// One that this account makes.
    Account account_by(const Account& who, const std::string& name, const std::string& roles)
    {
        const auto outcome =
            Editor(store, who)
                .create(def("user"),
                    edits(def("user"), {{"name", name}, {"roles", roles}, {"state", "active"}}));
        BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
        add_own_account(store, {outcome.id, name});
        return {outcome.id, name};
    }

    std::string roles(const Uuid& id) { return text(id, "roles"); }

    Uuid town;
    Uuid other_town;
    Account admin;
    Account worker;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(grants_test, Granting)

BOOST_AUTO_TEST_CASE(only_a_founder_makes_founders_and_nobody_gives_to_himself)
{
    BOOST_TEST(
        told(as(admin, admin.id, {{"roles", "founder"}}), "rights") == "refuse rights roles");
    BOOST_TEST(
        told(as(admin, worker.id, {{"roles", "founder"}}), "rights") == "refuse rights roles");
    BOOST_TEST(told(as(admin, admin.id, {{"roles", "business"}})) == "refuse rights roles");
    BOOST_TEST(told(as(admin, clerk.id, {{"roles", "director"}})) == "refuse rights roles");
    BOOST_TEST(told(as(admin, clerk.id, {{"state", "locked"}})) == "refuse rights roles");
    const auto made_by_admin =
        Editor(store, admin)
            .create(def("user"), edits(def("user"), {{"name", "又一个"}, {"roles", "founder"}}));
    BOOST_TEST(!made_by_admin.done);
    BOOST_TEST(roles(admin.id) == "system");

    BOOST_TEST(as(admin, worker.id, {{"roles", "business,supervision"}}).done);
    BOOST_TEST(as(admin, admin.id, {{"remark", "管账号"}}).done);
    BOOST_TEST(as(clerk, worker.id, {{"roles", "founder"}}).done); // he hands over
    BOOST_TEST(as(worker, clerk.id, {{"roles", "director"}}).done);
    BOOST_TEST(roles(clerk.id) == "director");
}

BOOST_AUTO_TEST_CASE(a_sheet_makes_nobody_founder_and_leaves_a_manager)
{
    const tests::TempFolder folder;
    const ImportOptions options{.languages = {i18n::translator("zh_CN"), i18n::translator("en")}};
    const auto take = [&](const Account& who, const std::string& lines) {
        return tests::counts_of(import_sheet(store, who, def("user"),
            tests::write_file(folder.file("users.csv"), "账号名称,担任,账号状态\n" + lines),
            options));
    };
    BOOST_TEST(take(admin, "业务王小明,founder,active\n") == "0 new, 0 changed, 0 same, 1 wrong");
    BOOST_TEST(take(admin, "新来的,founder,active\n") == "0 new, 0 changed, 0 same, 1 wrong");
    BOOST_TEST(take(admin, "新来的,duty_leader,active\n") == "1 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(roles(worker.id) == "business");

    const auto second = account_by(clerk, "系统二号", "system");
    BOOST_REQUIRE(as(clerk, clerk.id, {{"roles", "director"}}).done);
    const auto third = account_by(admin, "系统三号", "system");
    BOOST_REQUIRE(as(admin, third.id, {{"state", "locked"}}).done);
    // Each by itself would leave the other.
    change(worker.id, "roles", "founder");
    change(worker.id, "state", "locked");
    BOOST_TEST(take(second, "系统刘管理,system,locked\n系统二号,system,locked\n")
        == "0 new, 1 changed, 0 same, 1 wrong"); // so that nothing is written
    BOOST_TEST(text(admin.id, "state") == "active");
}

BOOST_AUTO_TEST_CASE(somebody_stays_who_manages_accounts)
{
    BOOST_REQUIRE(as(clerk, clerk.id, {{"roles", "director"}}).done);
    Editor as_admin(store, admin);
    BOOST_TEST(!as(admin, admin.id, {{"state", "locked"}}).done);
    BOOST_TEST(!as_admin.end(admin.id, store.today(), "调离").done);
    BOOST_TEST(!as_admin.remove(admin.id).done);
    BOOST_TEST(!as_admin.remove(worker.id).done); // accounts are ended

    const auto second = account_by(admin, "系统二号", "system");
    BOOST_TEST(as(admin, second.id, {{"state", "locked"}}).done);
    BOOST_TEST(as(admin, second.id, {{"state", "active"}}).done);
    BOOST_TEST(as(second, admin.id, {{"state", "locked"}}).done);
    BOOST_TEST(!as(second, second.id, {{"place", town.text()}}).done);
}

BOOST_AUTO_TEST_CASE(one_that_works_for_a_time_does_not_stay)
{
    BOOST_REQUIRE(as(clerk, clerk.id, {{"roles", "director"}}).done);
    const auto second = account_by(admin, "系统二号", "system");
    BOOST_TEST(as(admin, second.id, {{"to", "2027-01-01"}}).done);
    BOOST_TEST(!as(second, admin.id, {{"state", "locked"}}).done);
}

BOOST_AUTO_TEST_CASE(an_account_of_a_township_moves_to_the_hall_by_its_place)
{
    const auto hall =
        made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    const auto clerk_there = account("李镇员", "township_clerk", town);
    const auto refused = as(clerk, clerk_there.id, {{"place", ""}});
    BOOST_TEST(!refused.done);
    BOOST_REQUIRE(!refused.findings.empty());
    BOOST_TEST(
        english(refused.findings[0].message).find("choose the hall") != std::string::npos);
    BOOST_TEST(as(clerk, clerk_there.id, {{"place", hall.text()}}).done);
    BOOST_TEST(as(clerk, clerk_there.id, {{"place", ""}}).done);
}

BOOST_AUTO_TEST_CASE(the_place_of_the_only_manager_is_not_deleted)
{
    const auto hall =
        made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    BOOST_REQUIRE(as(clerk, admin.id, {{"place", hall.text()}}).done);
    BOOST_REQUIRE(as(clerk, clerk.id, {{"roles", "business"}}).done);
    const auto gone = Editor(store, clerk).remove(hall);
    BOOST_TEST(!gone.done);
    BOOST_TEST(
        sentence(gone, "rights").find("Nobody else of this file") == 0, sentence(gone, "rights"));
    BOOST_TEST(Editor(store, clerk).remove(town).done);
}

BOOST_AUTO_TEST_CASE(undo_leaves_accounts_as_they_are)
{
    BOOST_REQUIRE(as(clerk, worker.id, {{"roles", "director"}}).done);
    const auto undone = editor.undo();
    BOOST_REQUIRE(undone);
    BOOST_TEST(!undone->changed);
    BOOST_TEST(sentence(*undone, "rights").find("not taken back by undo") != std::string::npos);
    BOOST_TEST(roles(worker.id) == "director");
    for (int i = 0; i < 10; ++i)
        editor.undo();
    BOOST_TEST(!is_deleted(worker.id));
    BOOST_TEST(!is_deleted(clerk.id));
}

BOOST_AUTO_TEST_CASE(a_backup_brings_no_account_back_beyond_what_its_taker_may_give)
{
    const auto then = store.find(def("user"), admin.id).value();
    auto raised = then;
    raised["roles"] = set_value({"founder"});
    Editor as_admin(store, admin);
    BOOST_TEST(!put_back(as_admin, std::array{raised}).done);

    BOOST_REQUIRE(as(clerk, clerk.id, {{"roles", "director"}}).done);
    const auto second = account_by(admin, "系统二号", "system");
    auto locked = store.find(def("user"), second.id).value();
    locked["state"] = std::string("locked");
    auto also = store.find(def("user"), admin.id).value();
    also["state"] = std::string("locked");
    const auto third = account_by(admin, "系统三号", "system");
    BOOST_TEST(as(admin, third.id, {{"state", "left"}}).done);
    const auto outcome = put_back(as_admin, std::array{locked, also});
    BOOST_TEST(told(outcome) == "refuse rights state"); // his own
    BOOST_TEST((managed(store) == Managed::for_good));
}

BOOST_AUTO_TEST_CASE(deleted_records_state_duties_and_may_nothing)
{
    Batch batch(store, {.label = {msgid("Delete {1}"), {"账号"}}, .account = clerk});
    for (const auto& id : {clerk.id, admin.id, worker.id})
        batch.remove(id);
    batch.commit();
    const Account stranger{new_id(), "陌生人"};
    for (const auto& who : {clerk, admin, worker, stranger}) {
        const Permission permission(store, who.id);
        BOOST_TEST(!permission.may_everything(), who.name);
        BOOST_TEST(!permission.may_sign_in(), who.name);
        BOOST_TEST(!permission.may(Action::see, def("person"), {}), who.name);
    }
    BOOST_TEST(!Permission::at_county(store, worker.id).may(Action::enter, def("person"), {}));

    let_somebody_manage(store, worker);
    BOOST_TEST(Permission(store, worker.id).may_everything());
    BOOST_TEST(roles(worker.id) == "founder");
}

BOOST_AUTO_TEST_CASE(a_place_that_is_not_there_is_nowhere)
{
    const auto who = account("镇上", "township_clerk", town);
    BOOST_TEST(Permission(store, who.id).may(Action::enter, def("item"), {}));
    BOOST_REQUIRE(editor.remove(town).done);
    const auto bound = [&] { return Permission(store, who.id); };
    const Surroundings county{county_wide, {}, "430922"};
    const Surroundings hall{430922000000, {}, "430922"};
    BOOST_TEST(!bound().may(Action::enter, def("person"), hall));
    BOOST_TEST(!bound().may(Action::enter, def("item"), county));
    BOOST_TEST(!bound().may_somewhere(Action::see, def("person")));
    BOOST_REQUIRE(editor.restore(town).done);
    BOOST_TEST(bound().may(Action::enter, def("item"), county));
    change(town, "region", "");
    BOOST_TEST(!bound().may(Action::enter, def("item"), county));
    change(who.id, "place", new_id().text()); // in no place of this file
    BOOST_TEST(!bound().may(Action::enter, def("item"), county));
}

BOOST_AUTO_TEST_CASE(a_bound_manager_manages_at_his_place)
{
    const auto bound = account("镇系统", "system", town);
    const auto here = account("镇上", "village_clerk", town);
    const auto there = account("别镇", "village_clerk", other_town);
    BOOST_TEST(as(bound, here.id, {{"roles", "township_clerk"}}).done);
    BOOST_TEST(!as(bound, here.id, {{"place", other_town.text()}}).done);
    BOOST_TEST(!as(bound, here.id, {{"place", ""}}).done);
    BOOST_TEST(!as(bound, there.id, {{"state", "locked"}}).done);
    BOOST_TEST(!as(bound, worker.id, {{"roles", "director"}}).done);
    BOOST_TEST(!as(bound, worker.id, {{"place", town.text()}}).done);
    const auto created =
        Editor(store, bound)
            .create(def("user"), edits(def("user"), {{"name", "全县"}, {"roles", "business"}}));
    BOOST_TEST(!created.done);
}

BOOST_AUTO_TEST_CASE(who_may_no_more_takes_no_unit_back)
{
    Editor as_worker(store, worker);
    const auto unit = as_worker.create(def("unit"), edits(def("unit"), {{"name", "县教育局"}}));
    BOOST_REQUIRE(unit.done);
    change(worker.id, "roles", "supervision");
    const auto undone = as_worker.undo();
    BOOST_REQUIRE(undone);
    BOOST_TEST(!undone->changed);
    BOOST_TEST(!is_deleted(unit.id));
}

BOOST_FIXTURE_TEST_CASE(an_old_file_gives_everybody_a_record_with_its_first_account, tests::Editing)
{
    const Account other{new_id(), "文国强"};
    const Account keyed{new_id(), "只在密钥文件里"};
    add_own_account(store, clerk);
    add_own_account(store, other);
    Accounts accounts(editor, {keyed});
    User wrong;
    wrong.name = "三合一";
    wrong.roles = {"business", "system"};
    BOOST_TEST(!accounts.add(wrong).done);
    BOOST_TEST(store.select({.def = &def("user")}).empty()); // nothing came of it
    BOOST_TEST(Permission(store, other.id).may_everything());

    User right;
    right.name = "系统";
    right.roles = {"system"};
    right.state = UserState::active;
    BOOST_TEST(accounts.add(right).done);
    for (const auto& who : {clerk, other, keyed})
        BOOST_TEST(Permission(store, who.id).may_everything(), who.name);
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

/// The county's founder and administrator, and a township with a founder of its own.
struct Counties : tests::TwoLaptops {
    Counties()
    {
        place = share().place;
        add_founder(hall.store, hall.clerk);
        town.clerk = {Uuid::named("account", "town"), "镇创建人"};
        add_founder(town.store, town.clerk);
        sync_all();
    }

    /// Writes past all rules, as a program that was tampered with would.
    static void force(tests::Laptop& laptop, const Uuid& id,
        std::initializer_list<std::pair<std::string_view, std::string>> fields)
    {
        Batch batch(
            laptop.store, {.label = {msgid("Edit {1}"), {"账号"}}, .account = laptop.clerk});
        std::vector<FieldEdit> edits;
        for (const auto& [name, text] : fields) {
            const auto* field = laptop.def("user").find(name);
            edits.push_back({field, parse_value(field->type, text).value()});
        }
        batch.set(id, edits);
        batch.commit();
    }

    std::string at_county(const Uuid& id, std::string_view field)
    {
        return to_text(store.find_any(id).value().second[field]);
    }

    Uuid place;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(grants_at_the_county_test, Counties)

BOOST_AUTO_TEST_CASE(a_township_raises_no_account_of_the_county)
{
    const auto user = hall.add("user",
        {{"name", "下派干部"}, {"roles", "business"}, {"state", "active"},
            {"place", place.text()}});
    sync_all();
    BOOST_REQUIRE(town.store.find_any(user).has_value());
    force(town, user, {{"roles", "founder"}, {"place", ""}});
    sync_all();
    BOOST_TEST(hall.text(user, "roles") == "business");
    BOOST_TEST(hall.text(user, "place") == place.text());
    BOOST_TEST(town.text(user, "roles") == "business");
    BOOST_TEST(town.inbox().size() == 2u);

    hall.change(user, "place", ""); // it stays in the township's sight
    sync_all();
    force(town, user, {{"roles", "founder"}});
    sync_all();
    BOOST_TEST(hall.text(user, "roles") == "business");
    BOOST_TEST(hall.sync().repaired + town.sync().repaired == 0);
}

BOOST_AUTO_TEST_CASE(a_township_cares_for_its_own_accounts)
{
    const auto own = town.add("user",
        {{"name", "镇村干部"}, {"roles", "village_clerk"}, {"state", "active"},
            {"place", place.text()}});
    const auto admin = town.add("user", {{"name", "镇系统"}, {"roles", "system"}});
    sync_all();
    force(town, own, {{"roles", "township_clerk"}});
    force(town, admin, {{"state", "locked"}});
    sync_all();
    BOOST_TEST(hall.text(own, "roles") == "township_clerk");
    BOOST_TEST(hall.text(admin, "state") == "locked");
    BOOST_TEST(town.inbox().empty());
}

BOOST_AUTO_TEST_CASE(the_county_too_lets_nobody_raise_himself_nor_delete_accounts)
{
    const auto user =
        hall.add("user", {{"name", "系统"}, {"roles", "system"}, {"state", "active"}});
    hall.sync();
    const auto founder = hall.clerk;
    hall.clerk = {user, "系统"};
    force(hall, user, {{"roles", "founder"}});
    force(hall, founder.id, {{"state", "locked"}});
    hall.sync();
    BOOST_TEST(at_county(user, "roles") == "system");
    BOOST_TEST(at_county(founder.id, "state") == "active");
    {
        Batch batch(hall.store, {.label = {msgid("Delete {1}"), {"账号"}}, .account = founder});
        batch.remove(user);
        batch.commit();
    }
    hall.sync();
    BOOST_TEST(!store.find_any(user)->first.deleted);
}

BOOST_AUTO_TEST_CASE(roles_entered_at_once_are_a_conflict_and_not_mixed)
{
    tests::Laptop second(*this, Role::agency, "430922", "430922", 5);
    const auto user =
        hall.add("user", {{"name", "某人"}, {"roles", "business"}, {"state", "active"}});
    hall.sync();
    second.sync();
    second.clerk = hall.clerk;
    force(hall, user, {{"roles", "business,supervision"}});
    second.clock.advance(1000);
    force(second, user, {{"roles", "system"}});
    for (int round = 0; round < 2; ++round) {
        hall.sync();
        second.sync();
    }
    BOOST_TEST(hall.text(user, "roles") == second.text(user, "roles"));
    BOOST_TEST((hall.text(user, "roles") == "system"
        || hall.text(user, "roles") == "business,supervision"));
    BOOST_TEST(hall.inbox().size() == 1u);
    BOOST_TEST(hall.sync().repaired + second.sync().repaired == 0);
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/entities/user.h"
#include "model/store/audit.h"
#include "model/sync/county_devices.h"
#include "tests/support/county.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

struct WithDesk {
    std::uint32_t number_of(tests::Laptop& laptop) { return laptop.store.self().device; }

    Account account(
        const std::string& name, const std::string& roles, const std::string& state = "active")
    {
        const auto id = desk.add("user", {{"name", name}, {"roles", roles}, {"state", state}});
        return {id, name};
    }

    /// What the county answers, by its problem's code.
    std::string outcome(tests::Laptop& at, const Account& who, tests::Laptop& of,
        DeviceChange change = DeviceChange::revoke)
    {
        try {
            change_device(at.store, county, who, number_of(of), change, "丢失");
        } catch (const Problem& problem) {
            return problem.code;
        }
        return "done";
    }

    DeviceState state_of(tests::Laptop& laptop)
    {
        return county.hub.device(number_of(laptop))->state();
    }

    tests::CountyServer county;
    tests::Laptop desk{county, Role::agency, "430922", "430922", 2};
    tests::Laptop lost{county, Role::outlet, "430922101", "430922101", 3};
};

} // namespace

BOOST_AUTO_TEST_SUITE(device_desk_test)

BOOST_FIXTURE_TEST_CASE(a_desk_of_the_hall_office_lists_and_changes_computers, WithDesk)
{
    const auto all = county_devices(desk.store, county, desk.clerk);
    BOOST_REQUIRE(all.size() == 2);
    BOOST_TEST(all[1].region == "430922101");
    BOOST_TEST((all[1].state == DeviceState::in_use));
    const auto now = change_device(
        desk.store, county, desk.clerk, number_of(lost), DeviceChange::report_lost, "落在班车上");
    BOOST_TEST((now.state == DeviceState::lost));
    BOOST_TEST(now.state_at == county.clock.now());
    BOOST_TEST(now.reason == "落在班车上");
    BOOST_TEST((state_of(lost) == DeviceState::lost));
    for (auto* store : {&county.store, &desk.store}) {
        const auto head = Audit(*store).head().count;
        auto& row = store->rows().statements().get(
            "SELECT what, account.name FROM audit JOIN account ON account.no = audit.account WHERE "
            "audit.id = ?");
        row.bind(1, head);
        BOOST_REQUIRE(row.executeStep());
        BOOST_TEST(row.getColumn(0).getString() == "device_lost");
        BOOST_TEST(row.getColumn(1).getString() == "李文员");
        row.reset();
    }
    BOOST_TEST(outcome(desk, desk.clerk, lost, DeviceChange::withdraw_loss) == "done");
    BOOST_TEST((state_of(lost) == DeviceState::in_use));
    BOOST_TEST(outcome(desk, desk.clerk, lost, DeviceChange::withdraw_loss) == "state");
    BOOST_TEST(outcome(desk, desk.clerk, desk) == "state"); // the one he sits at
}

BOOST_FIXTURE_TEST_CASE(another_offices_computer_manages_none, WithDesk)
{
    BOOST_TEST(outcome(lost, lost.clerk, desk) == "forbidden");
    BOOST_CHECK_THROW(county_devices(lost.store, county, lost.clerk), Problem);
    BOOST_TEST((state_of(desk) == DeviceState::in_use));
}

BOOST_FIXTURE_TEST_CASE(an_account_needs_the_right_that_the_county_knows_of, WithDesk)
{
    const auto it = account("系统管理员", "system");
    const auto clerk = account("业务", "business");
    const auto locked = account("已停", "system", "locked");
    desk.sync();
    BOOST_TEST(outcome(desk, clerk, lost) == "forbidden");
    BOOST_TEST(outcome(desk, locked, lost) == "forbidden");
    // Whoever the county does not know is no administrator because his computer says so.
    BOOST_TEST(outcome(desk, desk.clerk, lost) == "forbidden");
    BOOST_TEST((state_of(lost) == DeviceState::in_use));
    BOOST_TEST(outcome(desk, it, lost) == "done");
    BOOST_TEST((state_of(lost) == DeviceState::revoked));
}

BOOST_AUTO_TEST_SUITE_END()

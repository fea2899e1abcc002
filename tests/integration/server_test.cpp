#include "model/sync/connect.h"
#include "tests/support/office.h"
#include "tests/support/print.h"
#include "tests/support/server_process.h"

using namespace model;

BOOST_AUTO_TEST_SUITE(server_test)

BOOST_AUTO_TEST_CASE(an_office_joins_with_a_joining_file_and_its_records_reach_another_one)
{
    tests::ServerProcess server;
    tests::Office hall;
    tests::Office deputy("430922", 2);
    enrol_with(hall.store, server.new_code("agency", "430922"));
    enrol_with(deputy.store, server.new_code("agency", "430922"));

    const auto id = hall.add("unit", {{"name", "县公安局"}});
    const auto sent = sync_now(hall.store);
    const auto got = sync_now(deputy.store);

    BOOST_TEST(sent.pushed == 1);
    BOOST_TEST(got.pulled == 1);
    BOOST_TEST(deputy.text(id, "name") == "县公安局");
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/sync/connect.h"

#include "model/sync/sync_report.h"
#include "tests/support/county.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

struct Connected : tests::CountyServer {
    SyncResult sync() { return sync_and_note(hall.store, *this); }

    /// As when another window writes to the file without end.
    void keep_file_busy(bool is_busy)
    {
        hall.db.handle().exec(is_busy ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF");
    }

    tests::Laptop hall{*this, Role::agency, "430922", "430922", 1};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(connect_test, Connected)

BOOST_AUTO_TEST_CASE(a_failure_is_kept_and_thrown_as_it_was)
{
    before = [](auto&) { throw SyncError({msgid("The county server is busy")}); };
    BOOST_CHECK_THROW(sync(), SyncError);
    BOOST_TEST(last_sync(hall.store).failure == "The county server is busy");
    before = {};
    sync();
    BOOST_TEST(last_sync(hall.store).failure.empty());
}

BOOST_AUTO_TEST_CASE(an_error_that_is_no_sentence_of_ours_is_kept_too)
{
    before = [](auto&) { throw std::runtime_error("strange"); };
    BOOST_CHECK_THROW(sync(), std::runtime_error);
    BOOST_REQUIRE(last_sync(hall.store).failure_args.size() == 1u);
    BOOST_TEST(last_sync(hall.store).failure_args[0] == "strange");
}

BOOST_AUTO_TEST_CASE(a_file_that_takes_no_note_hides_no_reason)
{
    before = [this](auto&) {
        keep_file_busy(true);
        throw SyncError({msgid("The county server is busy")});
    };
    BOOST_CHECK_THROW(sync(), SyncError);
    keep_file_busy(false);
    BOOST_TEST(last_sync(hall.store).failed_at == 0);
}

BOOST_AUTO_TEST_CASE(a_finished_sync_that_cannot_be_noted_has_not_failed)
{
    tests::Laptop deputy{*this, Role::agency, "430922", "430922", 2};
    const auto unit = deputy.add("unit", {{"name", "公安局"}});
    deputy.sync();
    hall.db.handle().exec("CREATE TEMP TRIGGER busy BEFORE INSERT ON meta WHEN new.name = "
                          "'sync_came' BEGIN SELECT raise(ABORT, 'busy'); END");
    BOOST_CHECK_NO_THROW(sync());
    BOOST_TEST(hall.store.find_any(unit).has_value());
    BOOST_TEST(last_sync(hall.store).failed_at == 0);
}

BOOST_AUTO_TEST_SUITE_END()

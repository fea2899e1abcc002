#include "app/server/http_server.h"
#include "model/sync/connect.h"
#include "model/sync/inbox.h"
#include "tests/support/office.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"

#include <boost/test/data/test_case.hpp>

using namespace model;

namespace {

constexpr Instant ten_years = 3652LL * 24 * 3600 * 1000;

/// A server in this process, whose clock the test holds.
struct WithClocks {
    void join(tests::Office& office, const Instant& clock)
    {
        const app::World world{files, server_clock, random};
        app::County county(folder, world);
        const auto code =
            county.hub.new_code({{Role::agency, "430922"}, "430922", "桃江县政务服务中心"});
        office.clock.set(clock);
        enrol_with(office.store,
            {.server = "https://127.0.0.1:" + std::to_string(server.port()),
                .code = code.code,
                .pin = folder.pin()});
    }

    tests::TempFolder temp;
    SystemFiles files;
    ManualClock server_clock{tests::new_year_2026};
    SystemRandom random;
    app::DataFolder folder{files, random, temp.file("county"), app::DataFolder::Missing::make};
    app::CountyService service{folder, {files, server_clock, random}, "430922"};
    app::HttpServer server{
        service, folder, {.host = "127.0.0.1", .port = 0}, [](const app::Served&) {}};
};

struct Wrong {
    const char* whose;
    Instant server;
    Instant hall;
    Instant deputy;
};

std::ostream& operator<<(std::ostream& out, const Wrong& wrong)
{
    return out << wrong.whose;
}

constexpr std::array wrong_clocks{
    Wrong{"nobody's", 0, 0, 0},
    Wrong{"the server's is behind", -ten_years, 0, 0},
    Wrong{"the server's is ahead", ten_years, 0, 0},
    Wrong{"one office's is behind", 0, -ten_years, 0},
    Wrong{"one office's is ahead", 0, ten_years, 0},
    Wrong{"the other office's is ahead", 0, 0, ten_years},
    Wrong{"the offices' are twenty years apart", 0, -ten_years, ten_years},
};

} // namespace

BOOST_AUTO_TEST_SUITE(clock_test)

BOOST_DATA_TEST_CASE_F(WithClocks, whoever_s_clock_is_ten_years_wrong_the_outcome_is_the_same,
    boost::unit_test::data::make(wrong_clocks), wrong)
{
    server_clock.set(tests::new_year_2026 + wrong.server);
    tests::Office hall;
    tests::Office deputy("430922", 2);
    join(hall, tests::new_year_2026 + wrong.hall);
    join(deputy, tests::new_year_2026 + wrong.deputy);
    const auto pass_minutes = [&](int minutes) {
        for (auto* clock : {&server_clock, &hall.clock, &deputy.clock})
            clock->advance(minutes * 60'000);
    };
    const auto id = hall.add("person", {{"name", "袁燕涛"}, {"rank", "科员"}});
    for (auto* office : {&hall, &deputy, &hall})
        sync_now(office->store);

    // One after the other: the later edit had seen the earlier one and simply follows it.
    pass_minutes(10);
    hall.change(id, "phone", "13907370001");
    sync_now(hall.store);
    pass_minutes(10);
    sync_now(deputy.store);
    deputy.change(id, "phone", "13907370002");
    sync_now(deputy.store);
    sync_now(hall.store);
    for (auto* office : {&hall, &deputy}) {
        BOOST_TEST(office->text(id, "phone") == "13907370002");
        BOOST_TEST(Inbox(office->store).open(true).empty());
    }

    // At the same time: one conflict, one value, whatever the clocks say.
    pass_minutes(10);
    hall.change(id, "rank", "主任科员");
    deputy.change(id, "rank", "副主任科员");
    for (auto* office : {&hall, &deputy, &hall, &deputy})
        sync_now(office->store);
    BOOST_TEST(hall.text(id, "rank") == deputy.text(id, "rank"));
    BOOST_TEST(Inbox(hall.store).open().size() == 1);
    BOOST_TEST(Inbox(deputy.store).open().size() == 1);
    BOOST_TEST((Replica(hall.store).digest() == Replica(deputy.store).digest()));
}

BOOST_AUTO_TEST_SUITE_END()

// Assessments on two computers of one hall office.
#include "model/assessing/period_result.h"
#include "model/assessment/shipped_methods.h"
#include "model/commands/automatic_entries.h"
#include "model/commands/ledger_steps.h"
#include "model/commands/method_import.h"
#include "model/commands/period_steps.h"
#include "model/sync/inbox.h"
#include "tests/support/county.h"

#include <boost/test/unit_test.hpp>

using namespace model;
using namespace std::chrono;

namespace {

struct TwoDesks : tests::CountyServer {
    TwoDesks()
    {
        hall = one.add(
            "place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        person = one.add("person", {{"name", "张桂山"}});
        one.add("posting",
            {{"person", person.text()}, {"place", hall.text()}, {"from", "2025-01-01"},
                {"status", "on_duty"}});
        import_method(first, shipped_method("cangnan-2019")->bytes);
        november =
            open_period(first, hall, "cangnan-2019", AssessmentPeriod::parse("2025-11").value()).id;
        sync_all();
    }

    void sync_all()
    {
        for (int round = 0; round < 2; ++round)
            for (auto* desk : {&one, &two})
                desk->sync();
    }

    std::string score(tests::Laptop& desk)
    {
        const auto period = from_record<Period>(desk.store.find_any(november).value().second);
        const auto result = period_result(desk.store, period);
        const auto* standing = result.standing(person);
        return standing && standing->total ? standing->total->text() : "none";
    }

    void late(Editor& editor, Date day)
    {
        BOOST_TEST(add_entry(editor,
            {.method = "cangnan-2019",
                .line = "1.2",
                .kind = AssessedKind::staff,
                .object = person,
                .day = day})
                       .done);
    }

    void lock(Editor& editor)
    {
        using enum PeriodMove;
        const auto at = [](int day) { return 2025y / December / day; };
        for (const auto& [move, day] :
            {std::pair{draft, 1}, {notice, 2}, {make_public, 12}, {PeriodMove::lock, 20}})
            BOOST_TEST(move_period(editor, november, {.move = move, .on = Date{at(day)}}).done);
    }

    tests::Laptop one{*this, Role::agency, "430922", "430922", 1};
    tests::Laptop two{*this, Role::agency, "430922", "430922", 2};
    Editor first{one.store, one.clerk};
    Editor second{two.store, {Uuid::named("account", "second"), "王会计"}};
    Uuid hall;
    Uuid person;
    Uuid november;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(assessment_sync_test, TwoDesks)

BOOST_AUTO_TEST_CASE(what_both_take_from_the_registers_is_there_once_and_no_conflict)
{
    one.add("attendance_day",
        {{"person", person.text()}, {"day", "2025-11-10"}, {"state", "half_absent"}});
    sync_all();
    BOOST_TEST(enter_automatic(first, november, "登记已变更").changed);
    BOOST_TEST(enter_automatic(second, november, "登记已变更").changed);
    sync_all();
    for (auto* desk : {&one, &two}) {
        BOOST_TEST(desk->store.count({.def = &desk->def("ledger_entry")}) == 1);
        BOOST_TEST(Inbox(desk->store).open().empty());
        BOOST_TEST(score(*desk) == "95");
    }
}

BOOST_AUTO_TEST_CASE(entries_of_both_count)
{
    late(first, 2025y / November / 11);
    late(second, 2025y / November / 12);
    sync_all();
    BOOST_TEST(score(one) == "96");
    BOOST_TEST(score(two) == "96");
    BOOST_TEST(Inbox(one.store).open().empty());
}

BOOST_AUTO_TEST_CASE(a_period_that_both_lock_is_read_alike_by_both)
{
    late(first, 2025y / November / 11); // the other one has not heard of it
    lock(first);
    lock(second);
    BOOST_TEST(score(one) == "98");
    BOOST_TEST(score(two) == "100");
    sync_all();
    BOOST_TEST(score(one) == score(two));
    BOOST_TEST(score(one) != "none");
}

BOOST_AUTO_TEST_SUITE_END()

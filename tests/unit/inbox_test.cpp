#include "model/sync/inbox.h"

#include "tests/support/county.h"
#include "tests/support/editing.h"

using namespace model;

namespace {

/// Two computers of the hall that entered a credit code differently.
struct TwoCodes {
    TwoCodes()
    {
        hall.sync();
        other.sync();
        hall.change(unit, "credit_code", "11430922000000019A");
        other.change(unit, "credit_code", "124309220000000197");
        hall.sync();
        other.sync();
    }

    Outcome decide(const std::string& code)
    {
        return Inbox(other.store).resolve(other.inbox().at(0).id, Value{code}, other.clerk);
    }

    tests::CountyServer county;
    tests::Laptop hall{county, Role::agency, "430922", "430922", 1};
    tests::Laptop other{county, Role::agency, "430922", "430922", 2};
    Uuid unit = hall.add("unit", {{"name", "县公安局"}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(inbox_test, TwoCodes)

BOOST_AUTO_TEST_CASE(a_value_that_the_rules_refuse_settles_nothing)
{
    const auto before = other.text(unit, "credit_code");

    const auto outcome = decide("1143");

    BOOST_TEST(!outcome.done);
    BOOST_TEST(tests::Editing::told(outcome, "U01") == "refuse U01 credit_code");
    BOOST_TEST(other.inbox().size() == 1U);
    BOOST_TEST(other.text(unit, "credit_code") == before);
}

BOOST_AUTO_TEST_CASE(a_value_is_kept_in_the_form_it_is_compared_in)
{
    BOOST_TEST(decide(" 11430922mb0000019f ").done);
    BOOST_TEST(other.text(unit, "credit_code") == "11430922MB0000019F");
    BOOST_TEST(other.inbox().empty());
}

BOOST_AUTO_TEST_CASE(an_old_mistake_in_another_field_keeps_no_conflict_open)
{
    other.change(unit, "closed", "0202-01-01");
    BOOST_TEST(decide("11430922MB0000019F").done);
}

BOOST_AUTO_TEST_SUITE_END()

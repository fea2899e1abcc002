#include "model/store/order.h"

#include "tests/support/office.h"
#include "tests/support/print.h"

using namespace model;

namespace {

struct WithWindows : tests::Office {
    std::string numbers(std::string_view field, bool descending = false)
    {
        std::string all;
        for (const auto& record :
            store.select({.def = &def("window"),
            .order = order_by(*def("window").find(field), hall_catalog(), descending)}))
            all += record.title();
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(order_test, WithWindows)

BOOST_AUTO_TEST_CASE(a_reference_is_ordered_by_its_title_and_empty_cells_come_last)
{
    const auto b = add("unit", {{"name", "B"}});
    const auto a = add("unit", {{"name", "A"}});
    add("window", {{"number", "1"}, {"unit", b.text()}});
    add("window", {{"number", "2"}});
    add("window", {{"number", "3"}, {"unit", a.text()}});

    BOOST_TEST(numbers("unit") == "312");
    BOOST_TEST(numbers("unit", true) == "132");
}

BOOST_AUTO_TEST_CASE(a_choice_is_ordered_as_its_list)
{
    add("window", {{"number", "1"}, {"status", "adjusting"}});
    add("window", {{"number", "2"}, {"status", "open"}});
    add("window", {{"number", "3"}, {"status", "closed"}});

    BOOST_TEST(numbers("status") == "231");
}

BOOST_AUTO_TEST_CASE(every_listed_field_of_every_entity_can_be_ordered_by)
{
    for (const auto* entity : hall_catalog().all())
        for (const auto& field : entity->fields)
            BOOST_CHECK_NO_THROW(
                store.ids({.def = entity, .order = order_by(field, hall_catalog(), true)}));
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/exchange/register_check.h"

#include "model/board/judge.h"
#include "tests/support/office.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

using namespace model;

BOOST_FIXTURE_TEST_SUITE(register_check_test, tests::Office)

BOOST_AUTO_TEST_CASE(the_worst_finding_of_each_record_is_told_and_reminders_are_not)
{
    add("person", {{"name", "张桂山"}}); // its ID number is missing, which only reminds
    const auto wrong =
        add("person", {{"name", "李秀英"}, {"id_number", "430922198503120011"}, {"sex", "female"}});
    const auto odd =
        add("person", {{"name", "王建国"}, {"id_number", "430922198503120017"}, {"sex", "female"}});

    const auto found = check_register(store, def("person"));

    const std::map<Uuid, Level> expected{{wrong, Level::refuse}, {odd, Level::warn}};
    BOOST_TEST((found == expected));
    BOOST_TEST((check_record(store, def("person"), odd) == Level::warn));
    change(odd, "sex", "male");
    BOOST_TEST((check_record(store, def("person"), odd) == std::nullopt));
    BOOST_TEST((check_record(store, def("person"), Uuid{}) == std::nullopt));
}

BOOST_AUTO_TEST_CASE(it_says_the_same_as_a_check_of_the_whole_file)
{
    const auto hall = add("place", {{"name", "大厅"}, {"type", "hall"}});
    for (const auto* number : {"A1", "A1", "A2"})
        add("window", {{"number", number}, {"place", hall.text()}});
    const auto* window = &def("window");
    std::map<Uuid, Level> expected;
    for (const auto& [of, id, finding] : check_all(store, {&window, 1}))
        if (finding.level != Level::remind) {
            const auto known = expected.emplace(id, finding.level).first;
            known->second = std::max(known->second, finding.level);
        }
    BOOST_TEST(!expected.empty());
    BOOST_TEST((check_register(store, *window) == expected));
}

BOOST_AUTO_TEST_CASE(it_can_be_stopped)
{
    add("person", {{"name", "李秀英"}, {"id_number", "430922198503120011"}});
    add("person", {{"name", "王建国"}, {"id_number", "430922198503120011"}});
    BOOST_TEST(check_register(store, def("person"), [](double) { return false; }).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

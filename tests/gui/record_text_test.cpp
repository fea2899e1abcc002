#include "views/widgets/record_text.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"

using namespace model;

BOOST_FIXTURE_TEST_SUITE(record_text_test, tests::WithOffice)

BOOST_AUTO_TEST_CASE(a_set_is_read_in_the_order_of_its_list)
{
    const auto& duties = *office.def("window_item").find("duties");
    const auto both = set_value(make_set({"deliver", "receive", "本局自设"}));
    BOOST_TEST(views::display(duties, both, {}).utf8_string() == "受理、出件、本局自设");
}

BOOST_AUTO_TEST_CASE(a_record_titled_by_another_is_called_as_that_one)
{
    const auto person = office.add("person", {{"name", "张桂山"}});
    const auto posting = office.add("posting", {{"person", person.text()}});
    BOOST_TEST(views::title_of(office.store, posting).utf8_string() == "张桂山");
}

BOOST_AUTO_TEST_CASE(a_record_that_is_not_here_is_said_to_be_so)
{
    const auto elsewhere = views::title_of(office.store, office.new_id());
    BOOST_TEST(elsewhere.utf8_string() == "（不在本机数据中）");
    const auto posting = office.add("posting", {{"person", office.new_id().text()}});
    BOOST_TEST((views::title_of(office.store, posting) == elsewhere));
}

BOOST_AUTO_TEST_SUITE_END()

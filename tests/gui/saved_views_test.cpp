#include "views/list/saved_views.h"

#include "tests/support/office.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

namespace {

struct WithViews : tests::Office {
    const model::EntityDef& person = def("person");
    views::Settings settings;
    views::SavedViews saved{person, store.catalog(), settings};

    views::ListView women()
    {
        views::ListView view;
        view.layout.columns = {{person.find("name"), 90}, {person.find("sex"), 60}};
        view.layout.order = {{person.find("name"), true}};
        view.layout.group = person.find("sex");
        view.cells = {{person.find("sex"), "=女"}, {person.find("name"), "张 "}};
        view.anywhere = "科员";
        return view;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(saved_views_test, WithViews)

BOOST_AUTO_TEST_CASE(a_view_comes_back_after_a_restart)
{
    saved.save("女同志", women());
    const views::SavedViews again(person, store.catalog(), settings);

    BOOST_REQUIRE(again.find("女同志") != nullptr);
    auto expected = women();
    expected.cells[1].second = "张";
    BOOST_TEST((*again.find("女同志") == expected));
}

BOOST_AUTO_TEST_CASE(names_keep_their_order_and_a_name_is_there_once)
{
    saved.save("二", women());
    saved.save("一", women());
    saved.save("二", {.layout = views::ListLayout::standard(person)});
    const std::vector<std::string> names{"二", "一"};
    BOOST_TEST(saved.names() == names, boost::test_tools::per_element());
    BOOST_TEST(saved.find("二")->cells.empty());
    BOOST_TEST(saved.save(" \t ", women()).empty());
    BOOST_TEST(saved.save("a\tb\n", women()) == "a b");
}

BOOST_AUTO_TEST_CASE(a_view_is_renamed_unless_another_has_the_name)
{
    saved.save("一", women());
    saved.save("二", women());
    saved.begin_with("一");
    BOOST_TEST(!saved.rename("一", "二"));
    BOOST_TEST(!saved.rename("一", " "));
    BOOST_TEST(saved.rename("一", "三"));
    const views::SavedViews again(person, store.catalog(), settings);
    BOOST_TEST(again.find("一") == nullptr);
    BOOST_TEST(again.first() == "三");
}

BOOST_AUTO_TEST_CASE(the_list_begins_with_none_once_its_view_is_gone)
{
    saved.save("一", women());
    saved.begin_with("一");
    saved.remove("一");
    BOOST_TEST(saved.first().empty());
    const views::SavedViews again(person, store.catalog(), settings);
    BOOST_TEST(again.names().empty());
    BOOST_TEST(again.first().empty());
}

BOOST_AUTO_TEST_CASE(fields_that_are_gone_are_passed_over)
{
    settings.write("views/person", "x\nx\tname:90 gone:80/gone/gone\t\tgone=1\tname=张\nbroken");
    const views::SavedViews again(person, store.catalog(), settings);
    BOOST_REQUIRE(again.find("x") != nullptr);
    BOOST_TEST(again.find("x")->cells.size() == 1u);
    BOOST_TEST(again.find("x")->layout.group == nullptr);
    BOOST_TEST(again.names().size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

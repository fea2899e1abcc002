#include "views/list/record_list.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"

#include <wx/dataview.h>
#include <wx/srchctrl.h>

namespace {

struct WithStaff : tests::WithOffice {
    WithStaff()
    {
        zhang = office.add("person",
            {{"name", "张桂山"}, {"phone", "13873712345"}, {"id_number", "43092219850312001X"}});
        office.add("person", {{"name", "李秀英"}, {"sex", "female"}});
        office.add("person", {{"name", "王建国"}, {"sex", "male"}});
    }

    std::vector<std::string> names(views::RecordList& list)
    {
        std::vector<std::string> all;
        for (std::size_t row = 0; row < list.count(); ++row)
            all.push_back(views::from_wx(list.text(row, 0)));
        return all;
    }

    model::Uuid zhang;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(record_list_test, WithStaff)

BOOST_AUTO_TEST_CASE(the_columns_are_the_fields_with_a_width)
{
    const auto& def = office.def("person");
    auto* list = new views::RecordList(frame, office.store, def);
    const auto& table = tests::control<wxDataViewCtrl>(list, "table");
    const auto listed = std::ranges::count_if(def.fields, [](auto& field) { return field.width; });
    BOOST_TEST(table.GetColumnCount() == static_cast<unsigned>(listed));
}

BOOST_AUTO_TEST_CASE(the_rows_are_the_records_of_the_file)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    const std::vector<std::string> all{"张桂山", "李秀英", "王建国"};
    BOOST_TEST(names(*list) == all, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(personal_values_are_masked)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    BOOST_TEST(views::from_wx(list->text(0, 2)) == "430922**********1X");
    BOOST_TEST(views::from_wx(list->text(0, 3)) == "138****2345");
}

BOOST_AUTO_TEST_CASE(typing_into_the_filter_leaves_the_rows_that_hold_the_words)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));

    tests::control<wxSearchCtrl>(list, "filter").SetValue(views::to_wx("秀英"));
    tests::wait_until([&] { return list->count() == 1; });

    const std::vector<std::string> found{"李秀英"};
    BOOST_TEST(names(*list) == found, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_reference_is_shown_by_the_title_of_its_record)
{
    const auto unit = office.add("unit", {{"name", "桃江县公安局"}});
    office.add("window", {{"number", "A01"}, {"unit", unit.text()}});
    auto* list = new views::RecordList(frame, office.store, office.def("window"));
    BOOST_TEST(views::from_wx(list->text(0, 3)) == "桃江县公安局");
}

BOOST_AUTO_TEST_CASE(the_chosen_record_stays_chosen_when_another_is_added)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    list->select(zhang);

    office.add("person", {{"name", "赵敏"}});
    list->refresh();

    BOOST_TEST((list->selected() == zhang));
    BOOST_TEST(list->count() == 4u);
}

BOOST_AUTO_TEST_CASE(the_last_of_two_thousand_rows_is_there)
{
    {
        model::Batch batch(office.store, {.label = {"Add", {}}, .account = office.clerk});
        for (int i = 0; i < 2000; ++i)
            batch.create(tests::make(
                office.def("person"), office.new_id(), {{"name", "人员" + std::to_string(i)}}));
        batch.commit();
    }
    views::RecordRows rows(office.store, office.def("person"));
    rows.query({});

    BOOST_TEST(rows.size() == 2003u);
    BOOST_TEST(views::from_wx(rows.text(2002, 0)) == "人员1999");
}

BOOST_AUTO_TEST_CASE(a_column_of_references_is_sorted_by_their_titles)
{
    const auto b = office.add("unit", {{"name", "B局"}});
    const auto a = office.add("unit", {{"name", "A局"}});
    office.add("window", {{"number", "1"}, {"unit", b.text()}});
    office.add("window", {{"number", "2"}, {"unit", a.text()}});
    office.add("window", {{"number", "3"}});
    const auto& def = office.def("window");
    views::RecordRows rows(office.store, def);

    rows.query({.order = {{def.find("unit")}}});

    BOOST_TEST(views::from_wx(rows.text(0, 0)) == "2");
    BOOST_TEST(views::from_wx(rows.text(1, 0)) == "1");
    BOOST_TEST(views::from_wx(rows.text(2, 0)) == "3");
}

BOOST_AUTO_TEST_SUITE_END()

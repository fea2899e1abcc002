#include "model/listing/listing.h"

#include "model/base/text.h"
#include "model/store/filter.h"
#include "tests/support/office.h"
#include "tests/support/print.h"

#include <boost/test/data/test_case.hpp>

namespace data = boost::unit_test::data;
using namespace model;

namespace {

/// Chinese for the few labels the tests name.
std::string chinese(const char* id)
{
    const std::string_view label = id;
    if (label == "yes")
        return "是";
    if (label == "Service hall")
        return "政务服务中心";
    return id;
}

struct Registers : tests::Office {
    Uuid police = add("unit", {{"name", "县公安局（交警）"}, {"phone", "0737-8820110"}});
    Uuid civil = add("unit", {{"name", "县民政局"}, {"phone", "0737-8820111"}});
    Uuid hall = add("place",
        {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"floor_area", "1234.50"},
            {"floors", "4"}, {"opened", "2024-03-01"}});
    Uuid town = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"floor_area", "99.00"},
            {"floors", "10"}, {"opened", "2023-12-31"}, {"parent", hall.text()},
            {"zones", "waiting"}});
    Uuid village = add("place", {{"name", "九都村便民服务站"}, {"parent", town.text()}});
    Uuid a2 = add("window", {{"number", "A2"}, {"unit", police.text()}, {"place", hall.text()}});
    Uuid a10 = add("window", {{"number", "A10"}, {"unit", civil.text()}, {"place", hall.text()}});
    Uuid a1 = add("window", {{"number", "A1"}, {"place", hall.text()}});

    Listing listing(std::string_view entity)
    {
        std::vector<const FieldDef*> fields;
        for (const auto& field : def(entity).fields)
            fields.push_back(&field);
        Listing all(def(entity), chinese);
        all.read(store, fields);
        return all;
    }

    std::string titles(Listing& all, std::string_view entity, const ListingQuery& query)
    {
        std::vector<std::string> found;
        for (const auto record : all.select(query))
            found.push_back(all.text(record, *def(entity).find(def(entity).title)));
        return join(found, " ");
    }

    std::string typed(std::string_view entity, std::string_view field, const std::string& text)
    {
        auto all = listing(entity);
        return titles(all, entity, {.cells = {{def(entity).find(field), text}}});
    }

    std::string anywhere(std::string_view entity, const std::string& text)
    {
        auto all = listing(entity);
        ListingQuery query{.anywhere = text};
        for (const auto& field : def(entity).fields)
            query.searched.push_back(&field);
        return titles(all, entity, query);
    }
};

struct Case {
    const char* field;
    const char* typed;
    const char* filter; ///< what hallctl --where would be told
};

std::ostream& operator<<(std::ostream& out, const Case& c)
{
    return out << c.field << ' ' << c.typed;
}

const Case cases[] = {
    {"name", "便民", "name~便民"},
    {"name", "=桃江县政务服务中心", "name=桃江县政务服务中心"},
    {"name", "!=桃江县政务服务中心", "name!=桃江县政务服务中心"},
    {"type", "政务服务中心", "type~政务服务中心"},
    {"type", "=政务服务中心", "type=政务服务中心"},
    {"type", "=hall", "type=hall"},
    {"type", "!=hall", "type!=hall"},
    {"type", "=", "type="},
    {"type", "!=", "type!="},
    {"parent", "修山", "parent~修山"},
    {"parent", "=桃江县政务服务中心", "parent=桃江县政务服务中心"},
    {"parent", "!=桃江县政务服务中心", "parent!=桃江县政务服务中心"},
    {"floor_area", ">100", "floor_area>100"},
    {"floor_area", "<=99", "floor_area<=99"},
    {"floor_area", "=1234.5", "floor_area=1234.5"},
    {"floors", ">=10", "floors>=10"},
    {"floors", "!=10", "floors!=10"},
    {"floors", "4..9", "floors>=4 and floors<=9"},
    {"floors", "5..", "floors>=5"},
    {"opened", ">2023-12-31", "opened>2023-12-31"},
    {"opened", "<2024-03-01", "opened<2024-03-01"},
    {"opened", "2024", "opened~2024"},
    {"opened", "2023-01-01..2023-12-31", "opened>=2023-01-01 and opened<=2023-12-31"},
    {"zones", "=waiting", "zones=waiting"},
    {"zones", "!=waiting", "zones!=waiting"},
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(listing_test, Registers)

BOOST_DATA_TEST_CASE_F(
    Registers, a_cell_filter_finds_what_the_filter_language_finds, data::make(cases), c)
{
    Query query{.def = &def("place")};
    compile(c.filter, query, store.catalog(), chinese);
    std::vector<std::string> expected;
    for (const auto& record : store.select(query))
        expected.push_back(record.title());

    BOOST_TEST(typed("place", c.field, c.typed) == join(expected, " "));
}

BOOST_AUTO_TEST_CASE(case_width_and_blanks_make_no_difference)
{
    BOOST_TEST(typed("window", "number", "ａ1") == "A10 A1");
    BOOST_TEST(typed("unit", "name", "公安局(交") == "县公安局（交警）");
    BOOST_TEST(typed("unit", "name", " 公安 局 ") == "县公安局（交警）");
    BOOST_TEST(typed("place", "floors", "＞４") == "修山镇便民服务中心");
}

BOOST_AUTO_TEST_CASE(a_year_or_a_month_will_do_for_a_date)
{
    BOOST_TEST(typed("place", "opened", "=2024") == "桃江县政务服务中心");
    BOOST_TEST(typed("place", "opened", ">2023") == "桃江县政务服务中心");
    BOOST_TEST(typed("place", "opened", "<=2023年12月") == "修山镇便民服务中心");
    BOOST_TEST(typed("place", "opened", ">=20240301") == "桃江县政务服务中心");
}

BOOST_AUTO_TEST_CASE(what_is_not_understood_yet_filters_nothing)
{
    const auto& floors = *def("place").find("floors");
    for (const auto* text : {">", "<x", "..", "4..x", ">="}) {
        BOOST_TEST(!CellFilter(floors, text).is_understood(), text);
        BOOST_TEST(split(typed("place", "floors", text), ' ').size() == 3u, text);
    }
}

BOOST_AUTO_TEST_CASE(each_word_may_stand_in_another_column)
{
    BOOST_TEST(anywhere("window", "桃江 公安") == "A2");
    BOOST_TEST(anywhere("window", "桃江") == "A2 A10 A1");
    BOOST_TEST(anywhere("window", "桃江 无此") == "");
    BOOST_TEST(anywhere("window", " ") == "A2 A10 A1");
}

BOOST_AUTO_TEST_CASE(several_columns_sort_one_after_the_other_and_empty_cells_come_last)
{
    auto all = listing("window");
    const auto* unit = def("window").find("unit");
    const auto* number = def("window").find("number");

    BOOST_TEST(titles(all, "window", {.order = {{number}}}) == "A1 A2 A10");
    BOOST_TEST(titles(all, "window", {.order = {{number, true}}}) == "A10 A2 A1");
    BOOST_TEST(titles(all, "window", {.order = {{unit}, {number}}}) == "A2 A10 A1");
    BOOST_TEST(titles(all, "window", {.order = {{unit, true}, {number}}}) == "A10 A2 A1");
    BOOST_TEST(titles(all, "window", {}) == "A2 A10 A1");
}

BOOST_AUTO_TEST_CASE(choices_sort_in_the_order_of_their_list)
{
    auto all = listing("place");
    const auto& type = *def("place").find("type");
    std::vector<std::string> codes;
    for (const auto record : all.select({.order = {{&type}}}))
        codes.push_back(to_text(all.value(record, type)));
    BOOST_TEST(join(codes, " ") == "hall township_centre ");
}

BOOST_AUTO_TEST_CASE(a_deleted_record_is_not_listed_but_still_named)
{
    Batch batch(store, {.label = {msgid("Delete {1}"), {"x"}}, .account = clerk});
    batch.remove(police);
    batch.commit();

    auto units = listing("unit");
    auto windows = listing("window");

    BOOST_TEST(units.size() == 1u);
    BOOST_TEST(!units.find(police).has_value());
    BOOST_TEST(windows.text(0, *def("window").find("unit")) == "县公安局（交警）");
}

BOOST_AUTO_TEST_CASE(runs_tell_where_equal_values_begin)
{
    const auto& window = def("window");
    const auto* place = window.find("place");
    add("window", {{"number", "B1"}, {"place", town.text()}});
    add("window", {{"number", "C1"}});
    Listing list(window, chinese);
    list.read(store, {place});
    const auto found = list.select({.order = {{place}}});

    const std::vector<std::size_t> starts{0, 3, 4};
    BOOST_TEST(list.runs(found, *place) == starts, boost::test_tools::per_element());
    BOOST_TEST(list.runs({}, *place).empty());
}

BOOST_AUTO_TEST_CASE(a_value_is_kept_once_however_many_share_it)
{
    for (int i = 0; i < 300; ++i)
        add("window",
            {{"number", "N" + std::to_string(i)}, {"phone", std::to_string(1'000'000 + i % 150)}});
    const auto& window = def("window");
    const FieldDef* fields[] = {window.find("number"), window.find("phone")};
    const auto read = read_columns(store, window, fields);

    BOOST_TEST(read.columns[0].values.size() == 1u + 3 + 300); // the empty one, A2, A10 and A1
    BOOST_TEST(read.columns[1].values.size() == 1u + 150);
    BOOST_REQUIRE(read.ids.size() == 303u);
    for (std::size_t i = 0; i < 3; ++i)
        BOOST_TEST(is_empty(read.columns[1][i]));
    for (std::size_t i = 0; i < 300; ++i) {
        BOOST_TEST(to_text(read.columns[0][3 + i]) == "N" + std::to_string(i));
        BOOST_TEST(to_text(read.columns[1][3 + i]) == std::to_string(1'000'000 + i % 150));
    }
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/store/filter.h"

#include "model/base/text.h"
#include "model/store/filter_labels.h"
#include "model/store/filter_reading.h"
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
    if (label == "On duty")
        return "在岗";
    if (label == "On leave")
        return "请假";
    if (label == "General service")
        return "综合办事";
    if (label == "Phone")
        return "联系电话";
    if (label == "Item name")
        return "事项名称";
    if (label == "Main item")
        return "主项名称";
    return id;
}

struct Lists : tests::Office {
    Uuid police = add("unit", {{"name", "县公安局（交警）"}, {"phone", "0737-8820110"}});
    Uuid civil = add("unit", {{"name", "县民政局"}, {"remark", "100%_ok\\"}});
    Uuid hall = add("place",
        {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"floor_area", "1234.50"},
            {"floors", "4"}, {"opened", "2024-03-01"}});
    Uuid town = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"floor_area", "99.00"},
            {"floors", "10"}, {"parent", hall.text()}});
    Uuid zhang = add("person", {{"name", "张桂山"}, {"badge", "Ab12"}, {"own_uniform", "1"}});
    Uuid li = add("person", {{"name", "李文"}, {"own_uniform", "0"}});
    Uuid wang = add("person", {{"name", "王芳"}});

    std::string found(std::string_view entity, const std::string& expression)
    {
        Query query{.def = &def(entity)};
        compile(expression, query, store.catalog(), chinese);
        BOOST_TEST(store.count(query) == std::ssize(store.select(query)));
        std::vector<std::string> titles;
        for (const auto& record : store.select(query))
            titles.push_back(record.title());
        return join(titles, " ");
    }

    std::string fails(std::string_view entity, const std::string& expression)
    {
        try {
            Query query{.def = &def(entity)};
            compile(expression, query, store.catalog(), chinese);
        } catch (const UsageError& error) {
            return english(error.message());
        }
        return {};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(filter_test, Lists)

BOOST_AUTO_TEST_CASE(no_filter_finds_everything)
{
    BOOST_TEST(found("unit", "  ") == "县公安局（交警） 县民政局");
}

BOOST_AUTO_TEST_CASE(texts_are_compared)
{
    BOOST_TEST(found("unit", "name=县民政局") == "县民政局");
    BOOST_TEST(found("unit", "name != 县民政局") == "县公安局（交警）");
    BOOST_TEST(found("unit", "name=\"县公安局（交警）\"") == "县公安局（交警）");
    BOOST_TEST(found("person", "badge<B") == "张桂山");
    BOOST_TEST(found("unit", "name=民政") == "");
}

BOOST_AUTO_TEST_CASE(a_text_is_found_by_a_part_whatever_its_case_and_width)
{
    BOOST_TEST(found("unit", "name~民政") == "县民政局");
    BOOST_TEST(found("person", "badge~aB") == "张桂山");
    BOOST_TEST(found("person", "badge~ＡＢ１") == "张桂山");
    BOOST_TEST(found("unit", "name~\"(交警)\"") == "县公安局（交警）");
    BOOST_TEST(found("unit", "name~（交") == "县公安局（交警）");
}

BOOST_AUTO_TEST_CASE(signs_of_patterns_stand_for_themselves)
{
    BOOST_TEST(found("unit", "remark~0%_o") == "县民政局");
    BOOST_TEST(found("unit", "remark~%k") == "");
    BOOST_TEST(found("unit", "remark~1_0") == "");
    BOOST_TEST(found("unit", R"(remark~"ok\\")") == "县民政局");
}

BOOST_AUTO_TEST_CASE(empty_and_filled_fields_are_asked_for)
{
    BOOST_TEST(found("unit", "phone=") == "县民政局");
    BOOST_TEST(found("unit", "phone!=") == "县公安局（交警）");
    BOOST_TEST(found("unit", "phone=\"\"") == "县民政局");
    BOOST_TEST(found("unit", "phone= and name~民政") == "县民政局");
    BOOST_TEST(found("unit", "(phone=)") == "县民政局");
    BOOST_TEST(found("unit", "phone!=12345") == "县公安局（交警） 县民政局");
}

BOOST_AUTO_TEST_CASE(numbers_and_dates_are_compared_as_what_they_are)
{
    BOOST_TEST(found("place", "floors>=10") == "修山镇便民服务中心");
    BOOST_TEST(found("place", "floor_area>99") == "桃江县政务服务中心");
    BOOST_TEST(found("place", "floor_area=1234.5") == "桃江县政务服务中心");
    BOOST_TEST(found("place", "floor_area<=99.00") == "修山镇便民服务中心");
    BOOST_TEST(found("place", "opened<2024-03-02") == "桃江县政务服务中心");
    BOOST_TEST(found("place", "opened>2024-03-01") == "");
    BOOST_TEST(found("place", "opened~2024-03") == "桃江县政务服务中心");
}

BOOST_DATA_TEST_CASE(yes_has_several_words, data::make({"yes", "true", "1", "是", "Yes"}), word)
{
    BOOST_TEST(found("person", "own_uniform=" + std::string(word)) == "张桂山");
}

BOOST_DATA_TEST_CASE(no_has_several_words, data::make({"no", "false", "0", "否"}), word)
{
    BOOST_TEST(found("person", "own_uniform=" + std::string(word)) == "李文");
}

BOOST_AUTO_TEST_CASE(a_choice_is_named_by_code_or_label)
{
    const auto posting = [&](const Uuid& person, std::string status) {
        return add("posting", {{"person", person.text()}, {"status", status}});
    };
    posting(zhang, "on_duty");
    posting(li, "on_leave");
    posting(wang, "on_the_moon");
    const auto count = [&](const std::string& expression) {
        Query query{.def = &def("posting")};
        compile(expression, query, store.catalog(), chinese);
        return store.count(query);
    };
    BOOST_TEST(count("status=on_duty") == 1);
    BOOST_TEST(count("status=在岗") == 1);
    BOOST_TEST(count("status!=在岗") == 2);
    BOOST_TEST(count("status in (在岗, on_leave)") == 2);
    BOOST_TEST(count("status~假") == 1);
    BOOST_TEST(count("status~moon") == 1);
    BOOST_TEST(fails("posting", "status=onduty").find("on_duty (在岗)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_set_is_asked_for_a_word_it_holds)
{
    add("window", {{"number", "1"}, {"types", "general,delivery"}});
    add("window", {{"number", "2"}, {"types", "general_sector,潮汐窗口"}});
    add("window", {{"number", "3"}});
    BOOST_TEST(found("window", "types=general") == "1");
    BOOST_TEST(found("window", "types=综合办事") == "1");
    BOOST_TEST(found("window", "types=潮汐窗口") == "2");
    BOOST_TEST(found("window", "types!=general") == "2 3");
    BOOST_TEST(found("window", "types~潮汐") == "2");
    BOOST_TEST(found("window", "types~general") == "1 2");
    BOOST_TEST(found("window", "types in (delivery, general_sector)") == "1 2");
    BOOST_TEST(found("window", "types=") == "3");
}

BOOST_AUTO_TEST_CASE(a_reference_is_compared_by_the_title_of_what_it_names_or_by_its_id)
{
    add("window", {{"number", "1"}, {"unit", police.text()}});
    add("window", {{"number", "2"}, {"unit", civil.text()}});
    add("window", {{"number", "3"}});
    BOOST_TEST(found("window", "unit=县民政局") == "2");
    BOOST_TEST(found("window", "unit~公安") == "1");
    BOOST_TEST(found("window", "unit!=县民政局") == "1 3");
    BOOST_TEST(found("window", "unit=" + civil.text()) == "2");
    BOOST_TEST(found("window", "unit!=" + civil.text()) == "1 3");
    BOOST_TEST(found("window", "unit=") == "3");
    BOOST_TEST(found("place", "parent~桃江") == "修山镇便民服务中心");
}

BOOST_AUTO_TEST_CASE(a_title_that_is_a_reference_is_followed)
{
    struct Tables {
        FieldDef person{
            {.refers_to = "person"}, 1, "person", "Person", Owner::shared, Type::reference};
        FieldDef posting{
            {.refers_to = "posting"}, 1, "person", "Posting", Owner::shared, Type::reference};
    } tables;
    // window_staff stands in for an entity that refers to a posting, whose title is its person.
    const EntityDef staff{
        .id = 8, .name = "window_staff", .fields = {&tables.posting, 1}, .title = "person"};
    const EntityDef posting{
        .id = 5, .name = "posting", .fields = {&tables.person, 1}, .title = "person"};
    const std::array all{&staff, &posting, &def("person")};
    const auto id = add("posting", {{"person", zhang.text()}});
    add("window_staff", {{"person", id.text()}});

    Query query{.def = &staff};
    compile("person~桂山", query, Catalog(all), chinese);
    BOOST_TEST(store.count(query) == 1);
    query = {.def = &staff};
    compile("person=李文", query, Catalog(all), chinese);
    BOOST_TEST(store.count(query) == 0);
}

BOOST_AUTO_TEST_CASE(and_binds_closer_than_or_and_brackets_closest)
{
    BOOST_TEST(found("person", "name=李文 or name=王芳 and badge!=") == "李文");
    BOOST_TEST(found("person", "(name=李文 or name=王芳) and badge=") == "李文 王芳");
}

BOOST_AUTO_TEST_CASE(not_is_the_contrary_also_where_nothing_is_filled_in)
{
    BOOST_TEST(found("person", "not badge~ab") == "李文 王芳");
    BOOST_TEST(found("person", "not (own_uniform=yes or name=李文)") == "王芳");
    BOOST_TEST(found("person", "not not own_uniform=yes") == "张桂山");
    BOOST_TEST(found("person", "Not own_uniform=yes AND name=李文") == "李文");
}

BOOST_AUTO_TEST_CASE(a_list_of_values_asks_for_any_of_them)
{
    BOOST_TEST(found("person", "name in (李文, \"王芳\")") == "李文 王芳");
    BOOST_TEST(found("place", "floors in (4)") == "桃江县政务服务中心");
}

BOOST_AUTO_TEST_CASE(a_field_may_be_called_by_its_label)
{
    BOOST_TEST(found("unit", "联系电话~8820110") == "县公安局（交警）");
    BOOST_TEST(found("unit", "phone~8820110") == "县公安局（交警）");
    BOOST_TEST(found("unit", "\"Unit name\"~民政") == "县民政局");
    BOOST_TEST(found("unit", "电话~8820110") == "县公安局（交警）");
}

BOOST_AUTO_TEST_CASE(an_end_of_several_labels_is_that_of_the_title)
{
    add("item", {{"code", "A1"}, {"name", "取水许可"}, {"main_item", "水利许可"}});

    BOOST_TEST(found("item", "名称~取水") == "取水许可");
    BOOST_TEST(found("item", "名称~水利").empty());
}

BOOST_AUTO_TEST_CASE(a_condition_that_is_there_already_holds_too)
{
    Query query{.def = &def("person"),
        .where = "t.name = ? OR t.name = ?",
        .arguments = {std::string("李文"), std::string("王芳")}};
    compile("own_uniform=no", query, store.catalog(), chinese);
    BOOST_TEST(store.count(query) == 1);
}

BOOST_AUTO_TEST_CASE(an_unknown_field_is_named_with_those_there_are)
{
    const auto sentence = fails("unit", "colour=red");
    BOOST_TEST(sentence.find("\"colour\"") != std::string::npos);
    BOOST_TEST(sentence.find("credit_code") != std::string::npos);
}

BOOST_DATA_TEST_CASE(nonsense_is_quoted_where_it_begins,
    data::make({"name 县民政局", "name=a b", "name=a and =b", "name in a", "name in (a b)",
        "name<>a", "(name=a name=b)", "name~ and phone="})
        ^ data::make({"\"县民政局\"", "\"b\"", "\"=b\"", "\"a\"", "\"b)\"", "\">a\"", "\"name=b)\"",
            "\"phone=\""}),
    text, place)
{
    BOOST_TEST(fails("unit", text).find(place) != std::string::npos, fails("unit", text));
}

BOOST_AUTO_TEST_CASE(a_filter_is_read_with_labels_where_they_mean_the_same)
{
    const auto said = [&](std::string_view entity, const std::string& expression) {
        return with_labels(expression, def(entity), store.catalog(), chinese);
    };
    BOOST_TEST(said("posting", "status=on_duty or status in (on_leave, left)")
        == "Status=在岗 or Status in (请假, Left)");
    BOOST_TEST(said("unit", "phone~110 and not name=\"a phone=1\"")
        == "联系电话~110 and not name=\"a phone=1\"");
    BOOST_TEST(
        said("posting", "unit.phone!= and status!=on_duty") == "unit.联系电话!= and Status!=在岗");
    for (const auto* same : {"", "phone~", "what=1", "phone=(", "name=phone"})
        BOOST_TEST(said("unit", same) == same);
}

BOOST_AUTO_TEST_CASE(a_filter_is_read_as_a_sentence_without_codes_and_ids)
{
    const auto bureau = add("unit", {{"name", "县公安局"}});
    const auto said = [&](std::string_view entity, const std::string& expression) {
        return filter_for_reading(expression, def(entity), store, chinese);
    };
    BOOST_TEST(
        said("posting", "unit=" + bureau.text() + " and status!=left and (to= or to>2026-01-01)")
        == "Sending unit=县公安局 and Status≠Left and (To is empty or To>2026-01-01)");
    BOOST_TEST(said("unit", "phone!= and name~\"公安\"")
        == "联系电话 is filled in and Unit name contains 公安");
    BOOST_TEST(said("unit", "nonsense=") == "nonsense=");
}

BOOST_DATA_TEST_CASE(a_filter_that_breaks_off_says_so,
    data::make({"name", "name=a and", "(name=a", "name~", "not", "name in (a", "phone<"}), text)
{
    BOOST_TEST(fails("unit", text).find("breaks off") != std::string::npos, fails("unit", text));
}

BOOST_AUTO_TEST_CASE(an_open_quotation_mark_is_told)
{
    BOOST_TEST(fails("unit", "name=\"abc").find("\"abc") != std::string::npos);
}

BOOST_DATA_TEST_CASE(a_value_that_does_not_fit_its_field_is_told,
    data::make({"floors=x", "floor_area=1.234", "opened=2024-13-01", "opened<yesterday",
        "type<hall", "floor_area~1", "parent<a"}),
    text)
{
    BOOST_TEST(fails("place", text) != "");
}

BOOST_AUTO_TEST_CASE(what_no_person_would_write_is_refused_before_it_costs_anything)
{
    BOOST_TEST(fails("unit", std::string(9000, 'a')).find("too long") != std::string::npos);
    BOOST_TEST(fails("unit", std::string(2000, '(')).find("brackets") != std::string::npos);
    std::string many = "name=a";
    for (int i = 0; i < 300; ++i)
        many += " or name=a";
    BOOST_TEST(fails("unit", many).find("too many") != std::string::npos);
    std::string enough = "name~县";
    for (int i = 0; i < 190; ++i)
        enough += " or name~\"(x)\"";
    BOOST_TEST(found("unit", enough) == "县公安局（交警） 县民政局");
    std::string nots;
    for (int i = 0; i < 40; ++i)
        nots += "not ";
    BOOST_TEST(found("unit", nots + "name=县民政局") == "县民政局");
}

BOOST_AUTO_TEST_CASE(words_are_data_and_never_part_of_a_command)
{
    BOOST_TEST(found("unit", "name=\"' OR 1=1 --\"") == "");
    BOOST_TEST(found("unit", "name~';DROP") == "");
    BOOST_TEST(store.count({.def = &def("unit")}) == 2);
}

BOOST_DATA_TEST_CASE(a_value_written_for_a_filter_is_read_back_as_it_was,
    data::make({"县民政局", "two words", "a\"b\\c", "and", "IN", "", "a=b", "(x)", "\\", "\"",
        " padded "}),
    value)
{
    const auto remark = std::string(value);
    change(civil, "remark", remark);
    const auto expected = remark.empty() ? "县公安局（交警） 县民政局" : "县民政局";
    BOOST_TEST(found("unit", "remark=" + filter_word(remark)) == expected);
}

BOOST_AUTO_TEST_SUITE_END()

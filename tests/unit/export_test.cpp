#include "model/exchange/export.h"

#include "assets/assets.h"
#include "model/base/codes.h"
#include "tests/support/importing.h"
#include "tests/support/print.h"
#include "tests/support/sheets.h"

#include <boost/test/data/test_case.hpp>

#include <set>

using namespace model;

namespace {

std::string id_number(std::string_view first17)
{
    return std::string(first17) + id_check_digit(first17);
}

/// A small county: the demo sheets, and by hand what they do not hold.
struct County : tests::Importing {
    ExportOptions shape{.translate = i18n::translator("zh_CN")};

    County()
    {
        for (const auto* entity : {"unit", "item", "window"})
            take_text(entity, assets::text(std::string("demo/") + entity + "s.csv"));
        const auto hall = add("place",
            {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"},
                {"floor_area", "11000.50"}, {"floors", "3"}, {"zones", "waiting,self_service"},
                {"remark", "第一行\n第二行"}});
        add("place",
            {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"parent", hall.text()},
                {"region", "430922101"}});
        const auto unit = store.select({.def = &def("unit")}).front().id;
        const auto windows = store.ids({.def = &def("window")});
        change(windows[0], "place", hall.text());
        change(windows[0], "types", "general,one_thing,our_own_word");
        add("window", {{"number", text(windows[1], "number")}, {"place", hall.text()}});
        for (const std::string name : {"袁燕涛", "刘建国", "刘建国"}) {
            const auto person = add("person",
                {{"name", name}, {"phone", "13800001234"}, {"birth", "1990-01-31"},
                    {"sex", "female"}, {"address", "=芙蓉路1号"}, {"own_uniform", "1"},
                    {"education", "a_newer_code"}, {"emergency_phone", "1234567"},
                    {"id_number", id_number("43092219900131102")}});
            add("posting",
                {{"person", person.text()}, {"unit", unit.text()}, {"place", hall.text()},
                    {"source", "sent"}, {"from", "2025-01-01"}, {"chief", "0"}});
            add("window_staff",
                {{"person", person.text()}, {"window", windows[1].text()}, {"slot", "B"},
                    {"from", "2025-01-01"}});
        }
        const auto item = store.ids({.def = &def("item")}).front();
        add("window_item",
            {{"window", windows[1].text()}, {"item", item.text()}, {"duties", "deliver,receive"},
                {"from", "2025-01-01"}});
    }

    std::filesystem::path exported(std::string_view entity, const std::string& name)
    {
        export_records(store, {.def = &def(entity)}, {}, folder.file(name), shape);
        return folder.file(name);
    }
};

const std::vector<std::string> entities{
    "place", "unit", "window", "person", "posting", "item", "window_item", "window_staff"};

} // namespace

BOOST_FIXTURE_TEST_SUITE(export_test, County)

BOOST_DATA_TEST_CASE_F(County, an_export_imported_again_changes_nothing,
    boost::unit_test::data::make(entities)
        * boost::unit_test::data::make(std::vector<std::string>{"out.xlsx", "out.csv"}),
    entity, file)
{
    for (const bool reveal : {false, true}) {
        shape.reveal = reveal;
        const auto result = take(entity, exported(entity, file));

        const auto all = static_cast<int>(count(entity));
        BOOST_TEST(all > 0);
        BOOST_TEST(tests::counts_of(result)
            == "0 new, 0 changed, " + std::to_string(all) + " same, 0 wrong");
        for (const auto& error : result.errors)
            BOOST_TEST_MESSAGE(error.row << ' ' << error.column << ' ' << error.value << ' '
                                         << english(error.reason));
    }
}

BOOST_DATA_TEST_CASE_F(
    County, nor_does_an_export_in_english, boost::unit_test::data::make(entities), entity)
{
    shape.translate = i18n::translator("en");
    options.languages = {i18n::translator("en")};
    const auto result = take(entity, exported(entity, "out.xlsx"));

    BOOST_TEST(result.same == count(entity));
    BOOST_TEST(result.wrong + result.changed + result.new_ == 0);
}

BOOST_AUTO_TEST_CASE(every_head_of_an_entity_stands_for_its_own_field)
{
    for (const auto& entity : entities)
        for (const auto language : i18n::languages) {
            const auto translate = i18n::translator(language);
            std::set<std::string> heads;
            for (const auto& field : def(entity).fields)
                BOOST_TEST(heads.insert(translate(field.label)).second,
                    entity << " has two heads " << translate(field.label));
        }
}

BOOST_AUTO_TEST_CASE(what_a_clerk_changes_in_an_export_reaches_its_record)
{
    shape.encoding = Encoding::utf8;
    auto text = tests::bytes_of(exported("unit", "out.csv"));
    const std::string name = "县民政局";
    const auto id = one("unit", "name", name).id;
    text.replace(text.find(name), name.size(), "县民政与社会事务局");

    const auto result = take("unit", sheet(text));

    BOOST_TEST(result.changed == 1);
    BOOST_TEST(result.wrong + result.new_ == 0);
    BOOST_TEST(this->text(id, "name") == "县民政与社会事务局");
}

BOOST_AUTO_TEST_CASE(personal_fields_are_masked_unless_revealed)
{
    const auto number = id_number("43092219900131102");
    const auto masked = tests::bytes_of(exported("person", "masked.csv"));
    shape.reveal = true;
    const auto revealed = tests::bytes_of(exported("person", "revealed.csv"));

    BOOST_TEST(masked.find(number) == std::string::npos);
    BOOST_TEST(masked.find("13800001234") == std::string::npos);
    BOOST_TEST(masked.find("1990-01-31") == std::string::npos);
    BOOST_TEST(masked.find("138****1234") != std::string::npos);
    BOOST_TEST(revealed.find(number) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(text_like_a_formula_is_disarmed_in_csv)
{
    shape.reveal = true;
    const auto bytes = tests::bytes_of(exported("person", "out.csv"));

    BOOST_TEST(bytes.find(",'=芙蓉路1号") != std::string::npos);
    BOOST_TEST(bytes.find(",=芙蓉路1号") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(chosen_fields_stand_in_their_order_behind_the_id)
{
    const auto& unit = def("unit");
    const std::vector<const FieldDef*> fields{unit.find("phone"), unit.find("name")};
    Query query{.def = &unit, .where = "t.name = ?", .arguments = {std::string("县民政局")}};
    shape.translate = i18n::translator("en");

    const auto written = export_records(store, query, fields, folder.file("out.csv"), shape);

    BOOST_TEST(written == 1);
    const auto reader = open_sheet(folder.file("out.csv"));
    const auto lines = tests::lines_of(*reader);
    const auto record = one("unit", "name", "县民政局");
    BOOST_TEST(lines.at(0) == "1: id|Phone|Unit name");
    BOOST_TEST(
        lines.at(1) == "2: " + record.id.text() + "|" + to_text(record["phone"]) + "|县民政局");
}

BOOST_TEST_DECORATOR(*boost::unit_test::label("gb18030"))
BOOST_AUTO_TEST_CASE(what_the_encoding_cannot_hold_leaves_no_file)
{
    add("unit", {{"name", "𬭎业局"}});
    shape.encoding = Encoding::gbk;

    BOOST_CHECK_THROW(exported("unit", "out.csv"), SheetError);
    BOOST_TEST(!std::filesystem::exists(folder.file("out.csv")));
}

BOOST_AUTO_TEST_CASE(a_stopped_export_leaves_no_file)
{
    for (int i = 0; i < 600; ++i)
        add("unit", {{"name", "单位" + std::to_string(i)}});

    const auto written = export_records(store, {.def = &def("unit")}, {}, folder.file("out.csv"),
        shape, [](double) { return false; });

    BOOST_TEST(written == 0);
    BOOST_TEST(!std::filesystem::exists(folder.file("out.csv")));
}

BOOST_AUTO_TEST_SUITE_END()

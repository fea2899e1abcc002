#include "model/exchange/template_sheet.h"

#include "model/exchange/head_words.h"
#include "model/exchange/zip_file.h"
#include "tests/support/importing.h"
#include "tests/support/print.h"

using namespace model;

namespace {

/// The hidden sheet of what can be chosen.
std::string lists_of(const std::filesystem::path& workbook)
{
    ZipFile zip(workbook);
    const auto part = zip.open("xl/worksheets/sheet2.xml");
    std::string all;
    std::string piece(65536, '\0');
    while (const auto size = part->read(piece.data(), piece.size()))
        all.append(piece, 0, size);
    return all;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(template_sheet_test, tests::Importing)

BOOST_AUTO_TEST_CASE(a_template_of_every_register_is_understood_by_import)
{
    for (const auto* def : hall_catalog().all()) {
        const auto path = folder.file(std::string(def->name) + ".xlsx");
        write_template(*def, path, options.languages.front());

        const auto result = import_sheet(store, clerk, *def, path, options);

        BOOST_TEST_CONTEXT(def->name)
        {
            BOOST_TEST(tests::counts_of(result) == "0 new, 0 changed, 0 same, 0 wrong");
            BOOST_REQUIRE(result.notes.size() == 1U);
            BOOST_TEST(english(result.notes[0]) == "The sheet has heads and no record under them");
        }
    }
}

BOOST_AUTO_TEST_CASE(heads_that_must_be_filled_bear_a_star_and_lists_stay_out_of_sight)
{
    const auto path = folder.file("窗口.xlsx");

    write_template(def("window"), path, options.languages.front());

    const auto reader = open_sheet(path);
    SheetRow row;
    BOOST_REQUIRE(reader->next(row));
    BOOST_TEST(row.cells.at(0).text == "id");
    BOOST_TEST(row.cells.at(1).text == "*窗口编号");
    BOOST_TEST(!reader->next(row));
    BOOST_TEST(sheet_names(path).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_sheet_for_an_outlet_comes_back_filled_in)
{
    const auto place = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto item =
        add("item", {{"code", "11430922MB1234567A4000100001"}, {"name", "老年证办理"}});
    const auto person = add("person", {{"name", "袁燕涛"}});
    const auto gone = add("person", {{"name", "刘建国"}});
    add("outlet_item", {{"place", place.text()}, {"item", item.text()}});
    add("posting", {{"person", person.text()}, {"place", place.text()}, {"from", "2025-01-01"}});
    add("posting",
        {{"person", gone.text()}, {"place", place.text()}, {"from", "2024-01-01"},
            {"to", "2024-12-31"}});
    const auto path = folder.file("修山.xlsx");

    write_place_template(store, def("agency_case"), place, path, options.languages.front());

    const auto untouched = take("agency_case", path);
    BOOST_TEST(tests::counts_of(untouched) == "0 new, 0 changed, 0 same, 0 wrong");
    const auto reader = open_sheet(path);
    SheetRow heads;
    BOOST_REQUIRE(reader->next(heads));
    const auto column_of = [&](const std::string& head) {
        for (std::size_t i = 0; i < heads.cells.size(); ++i)
            if (bare_head(heads.cells[i].text) == head)
                return i;
        BOOST_FAIL("no column " << head);
        return heads.cells.size();
    };
    SheetRow row;
    BOOST_REQUIRE(reader->next(row));
    BOOST_TEST(row.cells.at(column_of("场所")).text == "修山镇便民服务中心");
    const auto bytes = lists_of(path);
    BOOST_TEST(bytes.find("老年证办理") != std::string::npos);
    BOOST_TEST(bytes.find("袁燕涛") != std::string::npos);
    BOOST_TEST(bytes.find("刘建国") == std::string::npos);

    options.mends = {{CellPlace{2, column_of("日期")}, "2025-12-01"},
        {CellPlace{2, column_of("申请人")}, "张三"},
        {CellPlace{2, column_of("事项")}, "老年证办理"},
        {CellPlace{2, column_of("代办员")}, "袁燕涛"}};
    const auto filled = take("agency_case", path);
    BOOST_TEST(tests::counts_of(filled) == "1 new, 0 changed, 0 same, 0 wrong");
    const auto one = store.select({.def = &def("agency_case")}).front();
    BOOST_TEST(to_text(one["place"]) == place.text());
    BOOST_TEST(to_text(one["item"]) == item.text());
    BOOST_TEST(to_text(one["agent"]) == person.text());
}

BOOST_AUTO_TEST_CASE(a_register_without_places_has_no_sheet_for_one)
{
    const auto place = add("place", {{"name", "甲"}, {"type", "hall"}, {"region", "430922"}});

    BOOST_CHECK_THROW(write_place_template(store, def("person"), place, folder.file("a.xlsx"),
                          options.languages.front()),
        UsageError);
}

BOOST_AUTO_TEST_SUITE_END()

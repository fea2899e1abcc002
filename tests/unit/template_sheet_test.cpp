#include "model/exchange/template_sheet.h"

#include "tests/support/importing.h"
#include "tests/support/print.h"

using namespace model;

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
    BOOST_TEST(row.cells.at(0).text == "*窗口编号");
    BOOST_TEST(!reader->next(row));
    BOOST_TEST(sheet_names(path).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

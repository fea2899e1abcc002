#include "model/exchange/demo_county.h"
#include "model/exchange/export.h"
#include "model/exchange/sheet.h"
#include "tests/support/importing.h"
#include "tests/support/print.h"

#include <algorithm>

using namespace model;

namespace {

/// A county with records in all its registers.
struct DemoCounty : tests::Importing {
    ExportOptions shape{.reveal = true, .translate = i18n::translator("zh_CN")};

    DemoCounty()
    {
        const auto hall =
            add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        load_demo_county(store, hall);
    }

    std::filesystem::path exported(const EntityDef& of)
    {
        const auto path = folder.file(std::string(of.name) + ".xlsx");
        export_records(store, {.def = &of}, {}, path, shape);
        return path;
    }

    /// The first record of the sheet, and the column of its remark.
    std::pair<Uuid, std::size_t> first_of(const std::filesystem::path& path)
    {
        const auto reader = open_sheet(path);
        SheetRow heads;
        SheetRow row;
        BOOST_REQUIRE(reader->next(heads) && reader->next(row));
        const auto column = std::ranges::find(heads.cells, "备注", &Cell::text);
        return {Uuid::parse(row.cells.front().text).value(),
            static_cast<std::size_t>(column - heads.cells.begin())};
    }
};

void tell(const EntityDef& def, const ImportResult& result)
{
    for (std::size_t i = 0; i < std::min<std::size_t>(3, result.errors.size()); ++i) {
        const auto& error = result.errors[i];
        BOOST_TEST_MESSAGE(def.name << ' ' << error.row << ' ' << error.column << ' ' << error.value
                                    << ' ' << english(error.reason));
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(3, result.changes.size()); ++i)
        for (const auto& field : result.changes[i].fields)
            BOOST_TEST_MESSAGE(def.name << ' ' << result.changes[i].row << ' ' << field.field->name
                                        << ' ' << to_text(field.before) << " -> "
                                        << to_text(field.after));
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(round_trip_test, DemoCounty)

BOOST_AUTO_TEST_CASE(a_sheet_of_each_register_comes_back_with_what_was_edited_and_nothing_else)
{
    int registers = 0;
    for (const auto* of : hall_catalog().all()) {
        const auto all = count(of->name);
        if (all == 0 || of->administrative)
            continue;
        ++registers;
        const auto path = exported(*of);
        const auto [id, column] = first_of(path);
        options.mends = {{CellPlace{2, column}, "已核对"}};

        const auto result = take(of->name, path);

        if (result.changed != 1 || result.wrong > 0)
            tell(*of, result);
        BOOST_TEST(tests::counts_of(result)
                == "0 new, 1 changed, " + std::to_string(all - 1) + " same, 0 wrong",
            of->name << ": " << tests::counts_of(result));
        BOOST_TEST(text(id, "remark") == "已核对", of->name);
        BOOST_TEST(count(of->name) == all);
        if (!result.changes.empty())
            BOOST_TEST(result.changes.front().fields.size() == 1U, of->name);
    }
    BOOST_TEST(registers > 30);
}

BOOST_AUTO_TEST_SUITE_END()

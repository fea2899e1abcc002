#include "views/stats/case_page.h"

#include "tests/gui/screen.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/import/cell_table.h"
#include "views/stats/report_grid.h"

#include <boost/test/unit_test.hpp>
#include <wx/button.h>

using namespace model;

namespace {

/// The office of New Year's Day 2026: the last month is December.
struct WithCounts : tests::WithOffice {
    WithCounts()
    {
        const auto unit = office.add("unit", {{"name", "县公安局"}});
        const auto other = office.add("unit", {{"name", "县税务局"}});
        office.add("case_count",
            {{"unit", unit.text()}, {"month", "2025-12"}, {"received", "120"}, {"done", "100"}});
        office.add("case_count",
            {{"unit", unit.text()}, {"month", "2025-11"}, {"received", "80"}, {"done", "80"}});
        office.add("case_count",
            {{"unit", other.text()}, {"month", "2025-12"}, {"received", "10"}, {"online", "5"},
                {"on_site", "6"}});
        page = new views::CasePage(frame, desk);
        page->on_open_list = [this](const EntityDef&, const std::string& where) { opened = where; };
        page->on_say = [](const wxString&) {};
        page->refresh();
    }

    std::string cell(int row, int column)
    {
        return tests::control<views::ReportGrid>(page, "report")
            .GetCellValue(row, column)
            .utf8_string();
    }

    views::Desk desk{.editor = editor};
    views::CasePage* page = nullptr;
    std::string opened;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(case_page_test, WithCounts)

BOOST_AUTO_TEST_CASE(the_last_month_is_shown_and_each_number_opens_its_list)
{
    BOOST_REQUIRE(page->report().has_value());
    BOOST_TEST(page->report()->month == "2025-12");
    BOOST_TEST(cell(0, 0) == "120");
    BOOST_TEST(cell(0, 7) == "+50.0%");
    page->open_list();
    BOOST_TEST(opened.starts_with("month=2025-12"));
    tests::control<views::ReportGrid>(page, "report").go_to(0, 6);
    page->open_list();
    BOOST_TEST(opened.starts_with("month=2025-11"));
}

BOOST_AUTO_TEST_CASE(what_does_not_add_up_stands_above_and_opens)
{
    auto& troubles = tests::control<views::CellTable>(page, "kept_out");
    BOOST_TEST(troubles.rows() == 1u);
    BOOST_TEST(views::from_wx(troubles.cell(0, 0).text).find("县税务局") != std::string::npos);
    troubles.choose_first();
    page->open_trouble();
    BOOST_TEST(opened.starts_with("month=2025-12"));
}

BOOST_AUTO_TEST_CASE(another_month_and_windows_are_shown)
{
    page->take_month("2025-11");
    BOOST_TEST(cell(0, 0) == "80");
    page->take_month("soon");
    BOOST_TEST(page->report()->month == "2025-11");
    page->show_part(CaseReportPart::windows);
    BOOST_TEST(tests::control<views::ReportGrid>(page, "report").GetNumberRows() == 1);
}

BOOST_AUTO_TEST_CASE(the_page_is_chinese)
{
    for (const auto& text : tests::said_by(*page))
        for (const auto& word : tests::english_in(text))
            BOOST_ERROR(word << " in \"" << text.utf8_string() << '"');
}

BOOST_AUTO_TEST_SUITE_END()

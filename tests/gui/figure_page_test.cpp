#include "views/stats/figure_page.h"

#include "model/entities/catalog.h"
#include "model/rules/divisions.h"
#include "tests/gui/screen.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/list/record_list.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/stats/cross_output.h"
#include "views/stats/figure_grid.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/stattext.h>

using namespace model;

namespace {

struct WithFigures : tests::WithOffice {
    WithFigures()
    {
        centre = office.add("place",
            {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
        office.add("place",
            {{"name", "鸬鹚渡镇便民服务中心"}, {"type", "township_centre"},
                {"region", "430922103"}});
        for (const auto* name : {"张桂山", "文国强"}) {
            const auto person = office.add("person", {{"name", name}});
            office.add("posting",
                {{"person", person.text()}, {"place", centre.text()}, {"from", "2025-01-06"}});
        }
        const auto unit = office.add("unit", {{"name", "县公安局"}});
        office.add("item",
            {{"name", "户口迁移"}, {"code", "1"}, {"unit", unit.text()}, {"type", "01"},
                {"stationing", "stationed"}});
        office.add("item",
            {{"name", "居住证"}, {"code", "2"}, {"unit", unit.text()}, {"type", "01"},
                {"stationing", "not_stationed"}});
    }
    ~WithFigures() { delete window; }

    views::FigurePage& open(const char* page)
    {
        if (!window)
            window = new views::MainFrame({.editor = editor, .file = "大厅.db"});
        BOOST_REQUIRE(window->show_page(page));
        auto* grid = shown_grid();
        BOOST_REQUIRE(grid);
        return *dynamic_cast<views::FigurePage*>(grid->GetParent());
    }

    /// That of the page which is to be seen; both pages have one.
    views::FigureGrid* shown_grid() const
    {
        views::FigureGrid* shown = nullptr;
        const std::function<void(wxWindow*)> look = [&](wxWindow* in) {
            for (auto* child : in->GetChildren()) {
                if (auto* grid = dynamic_cast<views::FigureGrid*>(child);
                    grid && grid->GetParent()->IsShown())
                    shown = grid;
                look(child);
            }
        };
        look(window);
        return shown;
    }

    std::string row(int at) const
    {
        auto& grid = *shown_grid();
        auto all = grid.GetRowLabelValue(at).utf8_string();
        for (int column = 0; column < grid.GetNumberCols(); ++column)
            all += ' ' + grid.GetCellValue(at, column).utf8_string();
        return all;
    }

    static void choose(wxWindow& page, int which)
    {
        auto& lines = tests::control<wxChoice>(&page, "lines");
        lines.SetSelection(which);
        wxCommandEvent event(wxEVT_CHOICE, lines.GetId());
        event.SetEventObject(&lines);
        lines.GetEventHandler()->ProcessEvent(event);
    }

    Uuid centre;
    views::MainFrame* window = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(figure_page_test, WithFigures)

BOOST_AUTO_TEST_CASE(each_figure_of_the_coverage_opens_its_list)
{
    auto& page = open("coverage");
    BOOST_TEST(row(0) == "修山镇 1 2 0 0 0 0");
    shown_grid()->go_to(0, 1);
    BOOST_TEST(tests::control<wxStaticText>(&page, "current").GetLabelText()
        == views::to_wx("修山镇，在岗人员：2"));
    page.open_list();
    BOOST_REQUIRE(window->record_page());
    BOOST_TEST(window->record_page()->def().name == "posting");
    BOOST_TEST(window->record_page()->list().count() == 2u);
    window->record_page()->list().clear_filters();

    auto& again = open("coverage");
    shown_grid()->go_to(0, 2);
    again.open_list(); // nothing is behind it
    BOOST_TEST(!window->record_page());
}

BOOST_AUTO_TEST_CASE(the_lines_that_lack_something_are_left)
{
    auto& page = open("coverage");
    const auto all = page.places().size();
    auto& lines = tests::control<wxChoice>(&page, "lines");
    BOOST_TEST(lines.GetString(2).StartsWith(views::to_wx("无站点")), lines.GetString(2));
    choose(page, 2); // without an outlet: all villages, with their townships, but those with none
    BOOST_TEST(page.places().size() < all + 1);
    choose(page, 3); // without staff
    for (const auto place : page.places()) {
        const auto& line = page.table()->lines[place];
        BOOST_TEST((line.figures[1].records.empty() || !line.is_part), line.name);
    }
    choose(page, 0);
    BOOST_TEST(page.places().size() == all);
}

BOOST_AUTO_TEST_CASE(stationing_parts_add_up_and_open_their_items)
{
    auto& page = open("stationing");
    BOOST_TEST(row(0) == "县公安局 2 1 0 0 0 1 0 0");
    BOOST_TEST(row(1) == "合计 2 1 0 0 0 1 0 0");
    shown_grid()->go_to(1, 5);
    page.open_list();
    BOOST_REQUIRE(window->record_page());
    BOOST_TEST(window->record_page()->def().name == "item");
    BOOST_TEST(window->record_page()->list().count() == 1u);
}

/// Counted anew when something was written, with the same lines as were chosen.
BOOST_AUTO_TEST_CASE(what_is_written_is_counted)
{
    auto& page = open("stationing");
    choose(page, 2);
    BOOST_TEST(page.places().size() == 1u);
    office.add(
        "item", {{"name", "驾驶证"}, {"code", "3"}, {"type", "01"}, {"stationing", "stationed"}});
    page.refresh();
    BOOST_TEST(tests::control<wxChoice>(&page, "lines").GetSelection() == 2);
    BOOST_TEST(row(1) == "合计 3 2 0 0 0 1 0 0");
}

BOOST_AUTO_TEST_CASE(no_english_on_these_pages)
{
    for (const auto* name : {"coverage", "stationing"}) {
        auto& page = open(name);
        for (const auto& words : tests::said_by(page))
            BOOST_TEST(!words.Contains("ith"), words.utf8_string());
    }
}

BOOST_AUTO_TEST_SUITE_END()

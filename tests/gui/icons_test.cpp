#include "views/widgets/icons.h"

#include "assets/assets.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/shell/main_frame.h"
#include "views/shell/page_table.h"

#include <wx/image.h>
#include <wx/toolbar.h>

#include <algorithm>
#include <set>

namespace {

/// How many pixels of the drawing are about of that colour.
int painted(const wxBitmapBundle& bundle, int size, const wxColour& colour)
{
    const auto image = bundle.GetBitmap({size, size}).ConvertToImage();
    int count = 0;
    for (int y = 0; y < image.GetHeight(); ++y)
        for (int x = 0; x < image.GetWidth(); ++x)
            if (image.GetAlpha(x, y) > 200 && image.GetRed(x, y) == colour.Red()
                && image.GetGreen(x, y) == colour.Green() && image.GetBlue(x, y) == colour.Blue())
                ++count;
    return count;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(icons_test, tests::WithOffice)

BOOST_AUTO_TEST_CASE(every_drawing_is_read_and_has_the_colour_asked_for)
{
    const wxColour red(200, 10, 20);
    int drawings = 0;
    for (const auto& asset : assets::all()) {
        if (!asset.name.starts_with("icons/") || asset.name == "icons/hallkeeper.svg")
            continue;
        ++drawings;
        const auto name = asset.name.substr(6, asset.name.size() - 10);
        BOOST_TEST(painted(views::icon(name, 48, red), 48, red) > 50, name);
        BOOST_TEST(painted(views::icon(name, 48, *wxWHITE), 48, red) == 0, name);
    }
    BOOST_TEST(drawings > 20);
}

BOOST_AUTO_TEST_CASE(every_page_of_the_window_has_a_drawing_of_its_own)
{
    for (const auto page : views::page_names()) {
        const auto file = "icons/" + std::string(page) + ".svg";
        BOOST_TEST(
            (std::ranges::find(assets::all(), file, &assets::Asset::name) != assets::all().end()),
            file);
    }
}

BOOST_AUTO_TEST_CASE(a_name_without_a_drawing_has_that_of_lists)
{
    const auto pixels = [](std::string_view name) {
        return painted(views::icon(name, 32, *wxBLACK), 32, *wxBLACK);
    };
    BOOST_TEST(pixels("no_such_register") == pixels("list"));
}

BOOST_AUTO_TEST_CASE(every_tool_has_its_drawing_beside_its_word)
{
    auto* window = new views::MainFrame({.editor = editor});
    auto* bar = window->GetToolBar();
    BOOST_TEST((bar->GetWindowStyle() & wxTB_TEXT) != 0);
    int tools = 0;
    for (std::size_t i = 0; i < bar->GetToolsCount(); ++i) {
        const auto* tool = bar->GetToolByPos(static_cast<int>(i));
        if (!tool->IsButton())
            continue;
        ++tools;
        BOOST_TEST(tool->GetNormalBitmapBundle().IsOk(), tool->GetLabel());
        BOOST_TEST(!tool->GetLabel().empty());
    }
    BOOST_TEST(tools >= 8);
    delete window;
}

BOOST_AUTO_TEST_CASE(the_program_has_its_icon_in_all_sizes)
{
    const auto icons = views::program_icons();
    std::set<int> sizes;
    for (std::size_t i = 0; i < icons.GetIconCount(); ++i)
        sizes.insert(icons.GetIconByIndex(i).GetWidth());
    BOOST_TEST((sizes == std::set{16, 24, 32, 48, 64, 128, 256}));
}

BOOST_AUTO_TEST_SUITE_END()

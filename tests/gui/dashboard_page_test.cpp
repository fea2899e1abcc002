#include "views/dashboard/dashboard_page.h"

#include "model/exchange/demo_county.h"
#include "tests/support/audit.h"
#include "tests/support/data_file.h"
#include "tests/support/files.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"
#include "views/dashboard/chart_canvas.h"
#include "views/dashboard/chart_picture.h"
#include "views/list/print_dialog.h"
#include "views/list/record_list.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/clipbrd.h>
#include <wx/dcmemory.h>
#include <wx/image.h>
#include <wx/menu.h>
#include <wx/stattext.h>

#include <algorithm>
#include <set>

using namespace model;

namespace {

struct WithCharts : tests::WithOffice {
    ~WithCharts() { delete window; }

    void add_windows()
    {
        office.add(
            "window", {{"number", "A01"}, {"types", "general,one_thing"}, {"status", "open"}});
        office.add("window", {{"number", "A02"}, {"types", "general"}, {"status", "open"}});
        office.add("window", {{"number", "A03"}, {"types", "general"}, {"status", "closed"}});
    }

    views::DashboardPage& open()
    {
        window = new views::MainFrame({.editor = editor, .file = "大厅.hall"});
        window->SetSize(1366, 768);
        window->Show();
        BOOST_REQUIRE(window->show_page("dashboard"));
        wxTheApp->Yield();
        return *dynamic_cast<views::DashboardPage*>(
            tests::control<wxButton>(window, "save_picture").GetParent());
    }

    views::ChartCanvas& canvas() { return tests::control<views::ChartCanvas>(window, "charts"); }

    void press(int key, int modifiers = wxMOD_NONE)
    {
        wxKeyEvent event(wxEVT_KEY_DOWN);
        event.m_keyCode = key;
        event.SetControlDown((modifiers & wxMOD_CONTROL) != 0);
        event.SetEventObject(&canvas());
        canvas().GetEventHandler()->ProcessEvent(event);
    }

    void mouse(wxEventType type, wxPoint at)
    {
        wxMouseEvent event(type);
        event.SetPosition(canvas().CalcScrolledPosition(at));
        event.SetEventObject(&canvas());
        canvas().GetEventHandler()->ProcessEvent(event);
    }

    std::string spoken() { return canvas().spoken().utf8_string(); }

    views::MainFrame* window = nullptr;
};

struct WithDemo : WithCharts {
    WithDemo()
    {
        const auto hall = office.add(
            "place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        load_demo_county(office.store, hall);
    }
};

int dark_pixels(const wxBitmap& bitmap)
{
    const auto image = bitmap.ConvertToImage();
    int count = 0;
    for (int y = 0; y < image.GetHeight(); ++y)
        for (int x = 0; x < image.GetWidth(); ++x)
            count += image.GetRed(x, y) < 100;
    return count;
}

} // namespace

BOOST_AUTO_TEST_SUITE(dashboard_page_test)

BOOST_FIXTURE_TEST_CASE(each_mark_opens_the_list_of_exactly_its_records, WithDemo)
{
    auto& page = open();
    BOOST_REQUIRE(page.dashboard());
    const auto charts = page.dashboard()->charts;
    BOOST_TEST(charts.size() == 11u);
    for (const auto& chart : charts) {
        const std::size_t step = std::max<std::size_t>(chart.heads.size() / 4, 1);
        for (std::size_t head = 0; head < chart.heads.size(); head += step)
            for (std::size_t series = 0; series < chart.series.size(); ++series) {
                BOOST_REQUIRE(window->show_page("dashboard"));
                canvas().go_to(chart.name, head, series);
                press(WXK_RETURN);
                BOOST_REQUIRE(window->record_page());
                BOOST_TEST(window->record_page()->def().name == chart.def->name);
                BOOST_TEST(static_cast<std::int64_t>(window->record_page()->list().rows().found())
                        == chart.mark(head, series).records,
                    chart.name << ' ' << chart.heads[head]);
            }
    }
}

BOOST_FIXTURE_TEST_CASE(the_arrow_keys_go_through_bars_and_charts, WithCharts)
{
    add_windows();
    open();
    canvas().SetFocus();
    BOOST_TEST(spoken() == "窗口（按状态）：启用 2 个");
    const auto first = spoken();
    press(WXK_DOWN);
    BOOST_TEST(spoken() == "窗口（按状态）：停用 1 个");
    press(WXK_DOWN); // the next chart, which is empty and says why
    BOOST_TEST(spoken().find("“派驻记录”台账还没有可统计的记录") != std::string::npos, spoken());
    BOOST_TEST(!canvas().mark());
    press(WXK_DOWN);
    BOOST_TEST(spoken() == "在用窗口（按类型）：综合办事窗口（无差别） 2 个");
    press(WXK_END);
    BOOST_TEST(spoken() == "在用窗口（按类型）：“一件事一次办”窗口 1 个");
    press(WXK_HOME);
    press(WXK_UP);
    press(WXK_UP);
    press(WXK_UP);
    BOOST_TEST(spoken() == first);
    press(WXK_PAGEDOWN);
    BOOST_TEST(canvas().chart()->name == "staff_by_source");
    press(WXK_PAGEUP);
    BOOST_TEST(canvas().chart()->name == "windows_by_state");
    BOOST_TEST(tests::control<wxStaticText>(window, "current").GetLabelText() == canvas().spoken());
}

BOOST_FIXTURE_TEST_CASE(every_place_is_reached_by_the_arrows_and_is_inside_its_chart, WithDemo)
{
    open();
    const auto& board = *canvas().board();
    for (std::size_t chart = 0; chart < board.count(); ++chart) {
        const auto& drawing = board.drawing(chart);
        const auto place = board.place(chart);
        const auto count = static_cast<int>(drawing.spots().size());
        BOOST_TEST(count == static_cast<int>(drawing.chart().marks.size()));
        std::set<int> reached{0};
        std::vector<int> open{0};
        while (!open.empty()) {
            const int from = open.back();
            open.pop_back();
            for (const auto step :
                {views::Step::left, views::Step::right, views::Step::up, views::Step::down})
                if (const int to = drawing.beside(from, step); to >= 0) {
                    BOOST_REQUIRE(to < count);
                    if (reached.insert(to).second)
                        open.push_back(to);
                }
        }
        BOOST_TEST(static_cast<int>(reached.size()) == count, drawing.chart().name);
        for (int mark = 0; mark < count; ++mark)
            BOOST_TEST(
                place.Contains(board.spot(chart, mark)), drawing.chart().name << ' ' << mark);
        BOOST_TEST(place.GetRight() < board.size().x);
    }
    BOOST_TEST(board.size().x <= canvas().GetClientSize().x);
}

BOOST_FIXTURE_TEST_CASE(a_click_opens_and_resting_there_tells_the_number, WithCharts)
{
    add_windows();
    open();
    const auto bar = canvas().board()->spot(0, 1);
    const wxPoint at = bar.GetPosition() + wxSize(bar.width / 2, bar.height / 2);
    mouse(wxEVT_MOTION, at);
    BOOST_TEST(canvas().GetToolTipText() == views::to_wx("停用 1 个"));
    mouse(wxEVT_MOTION, {1, 1});
    BOOST_TEST(canvas().GetToolTipText().empty());
    mouse(wxEVT_LEFT_DOWN, at);
    BOOST_REQUIRE(window->record_page());
    BOOST_TEST(window->record_page()->list().rows().found() == 1u);
}

BOOST_FIXTURE_TEST_CASE(what_is_written_is_counted_when_the_page_is_refreshed, WithCharts)
{
    add_windows();
    auto& page = open();
    canvas().go_to("windows_by_state", 1);
    const auto* before = page.dashboard();
    page.refresh();
    BOOST_TEST(page.dashboard() == before); // nothing was written
    office.add("window", {{"number", "A04"}, {"status", "closed"}});
    page.refresh();
    BOOST_TEST(spoken() == "窗口（按状态）：停用 2 个"); // and the keyboard stays
}

BOOST_FIXTURE_TEST_CASE(an_empty_county_says_so_and_nothing_can_be_opened, WithCharts)
{
    open();
    for (const auto& chart : canvas().board()->drawing(0).chart().heads)
        BOOST_TEST(chart.empty());
    BOOST_TEST(spoken().find("录入后这里就有图") != std::string::npos, spoken());
    press(WXK_RETURN);
    BOOST_TEST(!window->record_page());
    BOOST_TEST(!tests::control<wxButton>(window, "open").IsEnabled());
}

BOOST_FIXTURE_TEST_CASE(with_a_thread_of_its_own_it_is_shown_when_it_is_counted, WithCharts)
{
    tests::Office read_aside; // what is opened once more
    read_aside.add("window", {{"number", "A01"}, {"status", "open"}});
    views::Background thread;
    views::Desk desk{
        .editor = editor, .with_file = [&](const std::function<void(RecordStore&)>& work) {
            work(read_aside.store);
        }};
    auto* page = new views::DashboardPage(frame, desk, thread);
    page->refresh();
    BOOST_TEST(!page->dashboard());
    BOOST_TEST(!tests::control<wxButton>(page, "print").IsEnabled());
    BOOST_TEST(tests::wait_until([&] { return page->dashboard() != nullptr; }));
    BOOST_TEST(tests::control<wxButton>(page, "print").IsEnabled());
    BOOST_TEST(tests::control<views::ChartCanvas>(page, "charts").spoken()
        == views::to_wx("窗口（按状态）：启用 1 个"));
    delete page;
}

BOOST_FIXTURE_TEST_CASE(pictures_have_the_charts_and_can_be_saved_and_copied, WithDemo)
{
    auto& page = open();
    const auto& charts = page.dashboard()->charts;
    const auto all = views::picture_of(charts, *window, 1000);
    const auto one = views::picture_of({charts.data(), 1}, *window, 640);
    BOOST_TEST(all.GetWidth() >= 2000);
    BOOST_TEST(all.GetHeight() > 3 * one.GetHeight());
    BOOST_TEST(dark_pixels(all) > 10'000);
    BOOST_TEST(dark_pixels(one) > 500);

    const tests::TempFolder folder;
    const auto path = folder.file("概览.png");
    views::save_png(one, path);
    BOOST_TEST(tests::bytes_of(path).starts_with("\x89PNG"));
    wxImage read;
    BOOST_TEST(read.LoadFile(views::to_wx(path), wxBITMAP_TYPE_PNG));
    BOOST_TEST(read.GetWidth() == one.GetWidth());
    BOOST_CHECK_THROW(views::save_png(one, "/no/such/folder/a.png"), std::exception);

    BOOST_TEST(views::copy_picture(one));
    BOOST_REQUIRE(wxTheClipboard->Open());
    BOOST_TEST(wxTheClipboard->IsSupported(wxDF_BITMAP));
    wxTheClipboard->Close();
}

BOOST_FIXTURE_TEST_CASE(copying_is_noted_and_the_chart_with_the_frame_may_go_alone, WithCharts)
{
    add_windows();
    auto& page = open();
    tests::control<wxChoice>(window, "scope").SetSelection(1);
    page.copy();
    const auto rows = tests::rows_of(office.store);
    const auto noted = std::ranges::find(rows, "copy", &AuditRow::what);
    BOOST_REQUIRE(noted != rows.end());
    BOOST_TEST(noted->args.find("窗口（按状态）") != std::string::npos, noted->args);
    BOOST_TEST(noted->args.find("现有人员") == std::string::npos, noted->args);
}

BOOST_FIXTURE_TEST_CASE(on_paper_the_charts_are_whole_and_on_as_few_pages_as_they_need, WithDemo)
{
    auto& page = open();
    auto printed = std::make_shared<views::PrintedCharts>();
    printed->title = L"概览";
    printed->charts = page.dashboard()->charts;
    views::ChartPrintout printout(printed, *window);
    wxBitmap paper(1123, 794);
    paper.ConvertToImage();
    wxMemoryDC dc(paper);
    dc.SetBackground(*wxWHITE_BRUSH);
    dc.Clear();
    printout.SetDC(&dc);
    printout.SetPageSizeMM(297, 210);
    printout.SetPageSizePixels(1123, 794);
    printout.SetPaperRectPixels({0, 0, 1123, 794});
    printout.SetPPIScreen(96, 96);
    printout.SetPPIPrinter(96, 96);
    printout.OnPreparePrinting();
    BOOST_TEST(printout.count() >= 2);
    BOOST_TEST(printout.count() <= 6);
    BOOST_TEST(printout.OnPrintPage(1));
    BOOST_TEST(!printout.OnPrintPage(printout.count() + 1));
    dc.SelectObject(wxNullBitmap);
    BOOST_TEST(dark_pixels(paper) > 3000);
}

BOOST_FIXTURE_TEST_CASE(the_commands_of_lists_work_on_it, WithCharts)
{
    add_windows();
    open();
    const tests::Answering cancel(wxID_CANCEL);
    auto* list = window->GetMenuBar()->GetMenu(3);
    int sent = 0;
    for (const auto* item : list->GetMenuItems())
        if (item->GetItemLabelText().StartsWith(views::to_wx("打印所显示的内容"))) {
            BOOST_TEST(item->IsEnabled());
            wxCommandEvent event(wxEVT_MENU, item->GetId());
            window->GetEventHandler()->ProcessEvent(event);
            ++sent;
        }
    BOOST_TEST(sent == 1);
    BOOST_TEST(cancel.asked() == 1);
}

/// One chart of townships at a time; the others are not given out either.
BOOST_FIXTURE_TEST_CASE(the_tiles_of_townships_count_what_is_chosen, WithDemo)
{
    auto& page = open();
    auto& tiles = tests::control<wxChoice>(window, "tiles");
    BOOST_REQUIRE(tiles.GetCount() == 4u);
    BOOST_TEST(page.dashboard()->charts.back().name == "outlets_by_township");
    BOOST_REQUIRE(tiles.SetStringSelection(views::to_wx("各乡镇本月报送办件")));
    wxCommandEvent event(wxEVT_CHOICE, tiles.GetId());
    event.SetEventObject(&tiles);
    tiles.GetEventHandler()->ProcessEvent(event);
    const auto& charts = page.dashboard()->charts;
    BOOST_TEST(charts.size() == 11u);
    BOOST_TEST(charts.back().name == "reports_by_township");
    canvas().go_to("reports_by_township", 0, 0);
    press(WXK_RETURN);
    BOOST_REQUIRE(window->record_page());
    BOOST_TEST(window->record_page()->def().name == "agency_case");
}

BOOST_AUTO_TEST_SUITE_END()

#include "views/hall/hall_page.h"

#include "model/entities/window_position.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"
#include "views/form/attachment_picture.h"
#include "views/hall/hall_canvas.h"
#include "views/hall/hall_printout.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/dcmemory.h>
#include <wx/graphics.h>
#include <wx/image.h>
#include <wx/listbox.h>
#include <wx/slider.h>
#include <wx/stattext.h>

using namespace model;

namespace {

struct WithHall : tests::WithOffice {
    WithHall()
    {
        hall = office.add(
            "place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        one = window_of("A01", "户籍业务");
        two = window_of("A02", "社保业务");
        three = window_of("A03", "医保业务");
    }
    ~WithHall() { delete window; }

    Uuid window_of(const char* number, const char* business)
    {
        return office.add("window",
            {{"number", number}, {"business", business}, {"place", hall.text()},
                {"status", "open"}});
    }

    void put(const Uuid& id, const char* x, const char* y)
    {
        office.add("window_position",
            {{"window", id.text()}, {"x", x}, {"y", y}, {"width", "100"}, {"height", "120"}});
    }

    views::HallPage& open()
    {
        window = new views::MainFrame({.editor = editor, .file = "大厅.hall"});
        window->SetSize(1366, 768);
        window->Show();
        BOOST_REQUIRE(window->show_page("hall_plan"));
        wxTheApp->Yield();
        return *dynamic_cast<views::HallPage*>(
            tests::control<wxButton>(window, "take_off").GetParent());
    }

    views::HallCanvas& canvas() { return tests::control<views::HallCanvas>(window, "floor"); }
    wxListBox& unplaced() { return tests::control<wxListBox>(window, "unplaced"); }

    void press(int key, bool control = false, bool shift = false)
    {
        wxKeyEvent event(wxEVT_KEY_DOWN);
        event.m_keyCode = key;
        event.SetControlDown(control);
        event.SetShiftDown(shift);
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

    static wxImage drawn(const views::HallDrawing& drawing)
    {
        wxBitmap bitmap(drawing.size());
        wxMemoryDC dc(bitmap);
        dc.SetBackground(*wxWHITE_BRUSH);
        dc.Clear();
        {
            const std::unique_ptr<wxGraphicsContext> gc(wxGraphicsContext::Create(dc));
            drawing.draw(*gc, {});
        }
        dc.SelectObject(wxNullBitmap);
        return bitmap.ConvertToImage();
    }

    wxPoint middle_of(const Uuid& id)
    {
        const auto rect = canvas().drawing()->rect_of(
            *tests::control<views::HallCanvas>(window, "floor").drawing()->plan().find(id)->area);
        return rect.GetPosition() + wxSize(rect.width / 2, rect.height / 2);
    }

    PlanArea area(const views::HallPage& page, const Uuid& id)
    {
        return page.plan()->find(id)->area.value();
    }

    Uuid hall;
    Uuid one;
    Uuid two;
    Uuid three;
    views::MainFrame* window = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hall_page_test, WithHall)

BOOST_AUTO_TEST_CASE(windows_not_on_the_plan_stand_beside_it_and_are_put_on)
{
    put(one, "100", "100");
    auto& page = open();
    BOOST_TEST(unplaced().GetCount() == 2u);
    BOOST_TEST(unplaced().GetString(0) == views::to_wx("A02 社保业务"));
    page.put_on();
    BOOST_TEST(unplaced().GetCount() == 1u);
    BOOST_TEST(!area(page, one).overlaps(area(page, two)));
    BOOST_TEST((canvas().current()->id == two));
    BOOST_TEST(tests::control<wxStaticText>(window, "plan_counts").GetLabelText()
        == views::to_wx("窗口 3 个，已摆放 2 个"));
}

BOOST_AUTO_TEST_CASE(a_window_is_dragged_to_its_place_and_undo_brings_it_back)
{
    put(one, "100", "100");
    auto& page = open();
    const auto from = middle_of(one);
    mouse(wxEVT_LEFT_DOWN, from);
    mouse(wxEVT_MOTION, from + wxSize(120, 80));
    BOOST_TEST((area(page, one) == PlanArea{100, 100, 100, 120})); // not before it is let go
    mouse(wxEVT_LEFT_UP, from + wxSize(120, 80));
    BOOST_TEST(area(page, one).x > 150);
    BOOST_TEST(area(page, one).y > 150);
    BOOST_TEST(!window->record_page());

    editor.undo();
    page.refresh();
    BOOST_TEST((area(page, one) == PlanArea{100, 100, 100, 120}));
}

BOOST_AUTO_TEST_CASE(dragged_out_of_the_hall_it_stays_at_the_wall)
{
    put(one, "100", "100");
    auto& page = open();
    const auto from = middle_of(one);
    mouse(wxEVT_LEFT_DOWN, from);
    mouse(wxEVT_MOTION, from - wxSize(2000, 2000));
    mouse(wxEVT_LEFT_UP, from - wxSize(2000, 2000));
    BOOST_TEST((area(page, one) == PlanArea{0, 0, 100, 120}));
}

BOOST_AUTO_TEST_CASE(the_keys_go_from_window_to_window_move_size_and_take_off)
{
    put(one, "100", "100");
    put(two, "400", "100");
    put(three, "100", "500");
    auto& page = open();
    BOOST_TEST((canvas().current()->id == one));
    press(WXK_RIGHT);
    BOOST_TEST((canvas().current()->id == two));
    press(WXK_RIGHT); // nothing there
    BOOST_TEST((canvas().current()->id == two));
    press(WXK_LEFT);
    press(WXK_DOWN);
    BOOST_TEST((canvas().current()->id == three));
    BOOST_TEST(tests::control<wxStaticText>(window, "current").GetLabelText()
        == views::to_wx("A03 医保业务：今天无人、没有 B 岗"));

    press(WXK_RIGHT, true);
    press(WXK_UP, true);
    BOOST_TEST((area(page, three) == PlanArea{110, 490, 100, 120}));
    press(WXK_RIGHT, true, true);
    press(WXK_DOWN, true, true);
    BOOST_TEST((area(page, three) == PlanArea{110, 490, 110, 130}));
    BOOST_TEST((canvas().current()->id == three));
    press(WXK_DELETE);
    BOOST_TEST(unplaced().GetCount() == 1u);
    BOOST_TEST(office.store.count({.def = &def_of<WindowPosition>()}) == 2);
}

BOOST_AUTO_TEST_CASE(enter_and_a_click_open_the_window)
{
    put(one, "100", "100");
    put(two, "400", "100");
    open();
    press(WXK_RETURN);
    BOOST_REQUIRE(window->record_page());
    BOOST_TEST(window->record_page()->def().name == "window");
    window->show_page("hall_plan");
    mouse(wxEVT_LEFT_DOWN, middle_of(two));
    mouse(wxEVT_LEFT_UP, middle_of(two));
    BOOST_REQUIRE(window->record_page());
    BOOST_TEST(window->record_page()->def().name == "window");
}

BOOST_AUTO_TEST_CASE(all_are_arranged_by_number_as_one_step)
{
    auto& page = open();
    BOOST_TEST(unplaced().GetCount() == 3u);
    page.arrange();
    BOOST_TEST(unplaced().GetCount() == 0u);
    BOOST_TEST(area(page, one).x < area(page, two).x);
    BOOST_TEST(area(page, two).x < area(page, three).x);
    editor.undo();
    page.refresh();
    BOOST_TEST(unplaced().GetCount() == 3u);
}

BOOST_AUTO_TEST_CASE(drawn_larger_the_floor_scrolls)
{
    put(one, "100", "100");
    open();
    const int before = canvas().drawing()->size().x;
    press('+');
    press('+');
    BOOST_TEST(canvas().zoom() == 150);
    BOOST_TEST(canvas().drawing()->size().x > before);
    BOOST_TEST(canvas().GetVirtualSize().x >= canvas().drawing()->size().x);
    for (int i = 0; i < 30; ++i)
        press('-');
    BOOST_TEST(canvas().zoom() == 50);
}

BOOST_AUTO_TEST_CASE(on_paper_the_plan_is_one_page_with_its_legend)
{
    put(one, "100", "100");
    put(two, "400", "100");
    auto& page = open();
    auto job = std::make_shared<views::PrintedHall>();
    job->plan = std::make_shared<HallPlan>(*page.plan());
    job->office = L"桃江县政务服务中心";
    job->legend = L"停＝未启用";
    views::HallPrintout printout(job, *window);
    wxBitmap paper(1123, 794);
    wxMemoryDC dc(paper);
    dc.SetBackground(*wxWHITE_BRUSH);
    dc.Clear();
    printout.SetDC(&dc);
    printout.SetPageSizeMM(297, 210);
    printout.SetPageSizePixels(1123, 794);
    printout.SetPaperRectPixels({0, 0, 1123, 794});
    printout.SetPPIScreen(96, 96);
    printout.SetPPIPrinter(96, 96);
    BOOST_TEST(printout.OnPrintPage(1));
    BOOST_TEST(!printout.HasPage(2));
    dc.SelectObject(wxNullBitmap);
    const auto image = paper.ConvertToImage();
    int dark = 0;
    for (int y = 0; y < image.GetHeight(); ++y)
        for (int x = 0; x < image.GetWidth(); ++x)
            dark += image.GetRed(x, y) < 100;
    BOOST_TEST(dark > 500);
}

BOOST_AUTO_TEST_CASE(a_picture_lies_under_the_windows_and_is_drawn_paler)
{
    put(one, "100", "600");
    const tests::TempFolder folder;
    const auto path = folder.file("平面图.png");
    wxImage red(400, 400);
    red.SetRGB(wxRect(0, 0, 400, 400), 255, 0, 0);
    views::know_pictures();
    BOOST_REQUIRE(red.SaveFile(views::to_wx(path), wxBITMAP_TYPE_PNG));
    auto& page = open();
    BOOST_TEST(!tests::control<wxSlider>(window, "paleness").IsEnabled());
    const double depth = canvas().drawing()->depth();

    page.lay_picture(path);

    BOOST_TEST(depth == views::floor_depth);
    BOOST_TEST(canvas().drawing()->depth() == 1.0); // as deep as the picture
    BOOST_TEST(tests::control<wxStaticText>(window, "picture").GetLabelText()
        == views::to_wx("平面图.png"));
    const auto green_at = [&](int percent) {
        page.make_pale(percent);
        return static_cast<int>(drawn(*canvas().drawing()).GetGreen(100, 30));
    };
    const int as_it_is = green_at(0);
    BOOST_TEST(as_it_is < 20);
    BOOST_TEST(green_at(60) > as_it_is + 100);
    BOOST_TEST(page.plan()->picture->is_here);

    page.take_picture_away();
    BOOST_TEST(canvas().drawing()->depth() == views::floor_depth);
    BOOST_TEST(!page.plan()->picture);
    editor.undo();
    page.refresh();
    BOOST_TEST(canvas().drawing()->depth() == 1.0);
}

BOOST_AUTO_TEST_CASE(a_picture_that_has_not_come_is_told)
{
    put(one, "100", "100");
    office.add("attachment",
        {{"register", "place"}, {"record", hall.text()}, {"title", "平面图.png"}, {"kind", "plan"},
            {"media", "image/png"}, {"size", "300"}, {"hash", std::string(64, 'a')}});
    auto& page = open();
    BOOST_TEST(!page.plan()->picture->is_here);
    BOOST_TEST(tests::control<views::WrappedText>(window, "told")
                   .text()
                   .Contains(views::to_wx("底图还没有到这台电脑")));
    BOOST_TEST(canvas().drawing()->depth() == views::floor_depth);
}

BOOST_AUTO_TEST_CASE(the_number_is_drawn_however_large_the_letters_are)
{
    HallPlan plan;
    plan.windows.push_back({.id = one,
        .number = "A01",
        .plate = "户籍",
        .area = PlanArea{100, 100, 60, 90},
        .states = {PlanState::unmanned, PlanState::lacks_b}});
    open();
    auto look = views::ChartLook::on_paper(*window);
    look.bold.SetPixelSize({0, 60});
    look.small.SetPixelSize({0, 50});
    views::HallDrawing large(plan, look);
    large.lay_out(900);
    const auto rect = large.rect_of(*plan.windows.front().area);
    const auto image = drawn(large);
    // Dark dots in the left, the middle and the right third: all three letters stand there.
    int dark[3]{};
    for (int y = rect.y + 2; y < rect.GetBottom() - 1; ++y)
        for (int x = rect.x + 2; x < rect.GetRight() - 1; ++x)
            dark[(x - rect.x) * 3 / rect.width] += image.GetGreen(x, y) < 110;
    BOOST_TEST(dark[0] > 5);
    BOOST_TEST(dark[1] > 5);
    BOOST_TEST(dark[2] > 5);
}

BOOST_AUTO_TEST_CASE(a_hall_without_windows_says_what_to_do)
{
    for (const auto& id : {one, two, three})
        editor.remove(id);
    open();
    BOOST_TEST(tests::control<views::WrappedText>(window, "told")
                   .text()
                   .Contains(views::to_wx("请先录入窗口")));
    BOOST_TEST(!tests::control<wxButton>(window, "arrange").IsEnabled());
    press(WXK_RETURN);
    BOOST_TEST(!window->record_page());
}

BOOST_AUTO_TEST_SUITE_END()

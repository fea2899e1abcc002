#include "views/list/printed_list.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/list/print_dialog.h"
#include "views/list/record_list.h"

#include <wx/dcmemory.h>
#include <wx/statusbr.h>

namespace {

constexpr int width = 680;
constexpr int height = 990;

struct Printing : tests::WithOffice {
    Printing()
    {
        model::Batch batch(office.store, {.label = {"Add", {}}, .account = office.clerk});
        for (int i = 0; i < 100; ++i)
            batch.create(tests::make(office.def("person"), office.new_id(),
                {{"name", "人员" + std::to_string(i)}, {"sex", i % 2 ? "male" : "female"},
                    {"rank", i == 0 ? "县政务服务中心窗口首席代表兼综合受理窗口负责人" : ""}}));
        batch.commit();
        list = new views::RecordList(frame, office.store, office.def("person"));
    }

    wxBitmap picture{width, height};
    views::RecordList* list = nullptr;

    /// How many pixels of that part of the page are not white.
    long ink(const views::ListPages& pages, int page, wxRect part)
    {
        {
            wxMemoryDC dc(picture);
            dc.SetBackground(*wxWHITE_BRUSH);
            dc.Clear();
            pages.draw(dc, page);
        }
        const auto image = picture.ConvertToImage();
        long dark = 0;
        for (int y = part.y; y < part.y + part.height; ++y)
            for (int x = part.x; x < part.x + part.width; ++x)
                dark += image.GetRed(x, y) < 128;
        return dark;
    }

    static void lay_out(views::ListPages& pages, wxBitmap& picture, wxSize paper)
    {
        wxMemoryDC dc(picture);
        pages.lay_out(dc, paper);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(printed_list_test, Printing)

BOOST_AUTO_TEST_CASE(every_record_is_on_one_page_and_the_heads_on_each)
{
    const auto printed = list->printed();
    BOOST_TEST(printed->records == 100u);
    views::ListPages pages(*printed);
    lay_out(pages, picture, {width, height});

    BOOST_TEST(pages.count() > 1);
    std::size_t next = 0;
    for (int page = 1; page <= pages.count(); ++page) {
        BOOST_TEST(pages.lines_of(page).first == next);
        next = pages.lines_of(page).second;
        BOOST_TEST(ink(pages, page, {0, 40, width, 40}) > 500);
        BOOST_TEST(ink(pages, page, {width / 2, height - 20, width / 2, 20}) > 20);
    }
    BOOST_TEST(next == 100u);
}

BOOST_AUTO_TEST_CASE(wide_paper_takes_fewer_rows_a_page_and_is_filled)
{
    const auto printed = list->printed();
    views::ListPages upright(*printed);
    views::ListPages sideways(*printed);
    lay_out(upright, picture, {width, height});
    lay_out(sideways, picture, {height, width});
    BOOST_TEST(sideways.count() > upright.count());
    BOOST_TEST(ink(upright, 1, {width - 1, 200, 1, 300}) > 250);
}

BOOST_AUTO_TEST_CASE(long_texts_are_broken_and_nothing_of_them_is_lost)
{
    const wxString text = views::to_wx("县政务服务中心窗口首席代表 abc 12");
    wxMemoryDC dc(picture);
    const auto lines = views::ListPages::broken(dc, text, 60);
    BOOST_TEST(lines.size() > 2u);
    wxString joined;
    for (const auto& line : lines) {
        joined += line;
        BOOST_TEST(dc.GetTextExtent(line).x <= 64);
    }
    BOOST_TEST(joined == text);
    BOOST_TEST(views::ListPages::broken(dc, views::to_wx("宽"), 1).size() == 1u);
}

BOOST_AUTO_TEST_CASE(groups_stand_over_their_records_folded_up_or_not)
{
    list->group_by(office.def("person").find("sex"));
    list->fold_groups();
    list->filter("1");
    const auto printed = list->printed();
    BOOST_TEST(printed->lines.size() == printed->records + 2);
    BOOST_TEST(views::from_wx(printed->lines.front().cells.front()) == "性别：男（14 条）");
    BOOST_TEST(views::from_wx(printed->note) == "筛选：1");
    views::ListPages pages(*printed);
    lay_out(pages, picture, {width, height});
    for (int page = 1; page <= pages.count(); ++page)
        BOOST_TEST(!printed->lines[pages.lines_of(page).second - 1].is_group);
}

BOOST_AUTO_TEST_CASE(the_day_says_what_it_is)
{
    BOOST_TEST(views::from_wx(list->printed()->date).starts_with("打印日期："));
}

BOOST_AUTO_TEST_CASE(the_preview_has_the_keyboard_and_esc_closes_it)
{
    const auto preview = [] {
        return dynamic_cast<wxFrame*>(wxWindow::FindWindowByName("preview"));
    };
    frame->Show();
    views::PrintDialog dialog(frame, list->printed());
    tests::wait_until([&] { return frame->IsActive(); }, 500);
    dialog.CallAfter([&] {
        wxCommandEvent pressed(wxEVT_BUTTON, wxID_PREVIEW);
        tests::control<wxWindow>(&dialog, "preview").ProcessWindowEvent(pressed);
    });
    BOOST_TEST(dialog.ShowModal() == wxID_OK);
    if (!tests::wait_until([&] { return preview() != nullptr; }))
        return; // no printer, not even a file
    auto* shown = preview();
    BOOST_TEST(tests::wait_until([&] {
        auto* focused = wxWindow::FindFocus();
        return focused && wxGetTopLevelParent(focused) == shown;
    }));
    BOOST_TEST(views::from_wx(shown->GetStatusBar()->GetStatusText()).starts_with("第 1 页，共 "));

    wxKeyEvent escape(wxEVT_CHAR_HOOK);
    escape.m_keyCode = WXK_ESCAPE;
    escape.SetEventObject(shown);
    shown->GetEventHandler()->ProcessEvent(escape);
    BOOST_TEST(tests::wait_until([&] { return preview() == nullptr; }));
    BOOST_TEST(frame->IsEnabled());
}

BOOST_AUTO_TEST_CASE(an_empty_list_is_one_page)
{
    list->filter(views::to_wx("没有这个人"));
    const auto printed = list->printed();
    views::ListPages pages(*printed);
    lay_out(pages, picture, {width, height});
    BOOST_TEST(pages.count() == 1);
    BOOST_TEST(ink(pages, 1, {0, 0, width, height}) > 100);
}

BOOST_AUTO_TEST_SUITE_END()

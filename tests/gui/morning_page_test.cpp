#include "views/day/morning_page.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/import/cell_table.h"
#include "views/shell/main_frame.h"

#include <wx/stattext.h>
#include <wx/statusbr.h>

using namespace model;

namespace {

enum Column { number, plate, person, slot, state, minutes, cover, remark };

/// A hall of three windows: one with A and B, one with an A alone, one with nobody.
struct WithHall : tests::WithOffice {
    WithHall()
    {
        hall = office.add(
            "place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        zhang = office.add("person", {{"name", "张桂山"}});
        wen = office.add("person", {{"name", "文国强"}});
        shan = office.add("person", {{"name", "单雪梅"}});
        const auto a1 = window_of("A1", "公安");
        const auto a2 = window_of("A2", "社保");
        window_of("A10", "税务");
        at(a1, zhang, "A");
        at(a1, wen, "B");
        at(a2, shan, "A");
    }
    ~WithHall() { delete window; }

    Uuid window_of(const std::string& label, const std::string& name)
    {
        return office.add("window",
            {{"number", label}, {"name", name}, {"place", hall.text()}, {"status", "open"}});
    }
    void at(const Uuid& where, const Uuid& who, const std::string& post)
    {
        office.add(
            "window_staff", {{"window", where.text()}, {"person", who.text()}, {"slot", post}});
    }

    views::MorningPage& open()
    {
        window = new views::MainFrame({.editor = editor, .file = "大厅.db"});
        BOOST_REQUIRE(window->show_page("morning"));
        return *dynamic_cast<views::MorningPage*>(table().GetParent());
    }

    views::CellTable& table() { return tests::control<views::CellTable>(window, "morning"); }
    std::string cell(std::size_t row, std::size_t column)
    {
        return views::from_wx(table().cell(row, column).text);
    }
    std::string counts()
    {
        return tests::control<wxStaticText>(window, "roll_call_counts")
            .GetLabelText()
            .utf8_string();
    }
    std::string said() { return window->GetStatusBar()->GetStatusText(0).utf8_string(); }

    void press(int key)
    {
        wxKeyEvent event(wxEVT_KEY_DOWN);
        event.m_keyCode = key;
        event.SetEventObject(&table());
        table().GetEventHandler()->ProcessEvent(event);
    }
    void press_save()
    {
        wxKeyEvent event(wxEVT_CHAR_HOOK);
        event.m_keyCode = 'S';
        event.SetControlDown(true);
        event.SetEventObject(&table());
        event.ResumePropagation(wxEVENT_PROPAGATE_MAX);
        table().GetEventHandler()->ProcessEvent(event);
    }

    std::string attendance(const Uuid& who)
    {
        const auto found = office.store.where(office.def("attendance_day"), "person", who);
        return found.empty() ? "" : to_text(found.front()["state"]);
    }

    Uuid hall;
    Uuid zhang;
    Uuid wen;
    Uuid shan;
    views::MainFrame* window = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(morning_page_test, WithHall)

BOOST_AUTO_TEST_CASE(the_hall_stands_in_window_order_and_says_what_is_amiss_in_words)
{
    open();
    BOOST_REQUIRE(table().rows() == 4u);
    BOOST_TEST(cell(0, number) == "A1");
    BOOST_TEST(cell(0, person) == "张桂山");
    BOOST_TEST(cell(0, slot) == "A");
    BOOST_TEST(cell(0, state) == "出勤");
    BOOST_TEST(cell(0, remark) == "");
    BOOST_TEST(cell(1, person) == "文国强");
    BOOST_TEST(cell(2, remark) == "没有B岗");
    BOOST_TEST(cell(3, number) == "A10");
    BOOST_TEST(cell(3, remark) == "窗口无人、没有B岗");
    BOOST_TEST(cell(3, state) == "");
    BOOST_TEST(counts().starts_with("应到 3 人，实到 3 人，无人窗口 1 个"), counts());
}

BOOST_AUTO_TEST_CASE(the_keyboard_alone_marks_and_saves_it)
{
    auto& page = open();
    page.on_ask_cover = [&](const MorningRow& row) {
        BOOST_TEST(row.name == "单雪梅");
        return views::CoverChoice{wen, "文国强"};
    };
    table().go_to(0, number);
    press('2');
    BOOST_TEST(cell(0, state) == "迟到");
    BOOST_TEST(counts().starts_with("应到 3 人，实到 3 人"), counts());
    page.on_ask_minutes = [](const MorningRow& row) {
        BOOST_TEST(row.name == "张桂山");
        return views::MinutesChoice{10};
    };
    press('M');
    BOOST_TEST(cell(0, minutes) == "10");
    table().go_to(2, number);
    press(WXK_NUMPAD3);
    BOOST_TEST(cell(2, state) == "请假");
    BOOST_TEST(cell(2, remark) == "窗口无人、没有B岗");
    BOOST_TEST(counts().starts_with("应到 3 人，实到 2 人，无人窗口 2 个"), counts());
    press(WXK_RETURN);
    BOOST_TEST(cell(2, cover) == "文国强");
    BOOST_TEST(cell(2, remark) == "没有B岗");
    press('0');
    BOOST_TEST(cell(2, remark).ends_with("着装不规范"));
    BOOST_TEST(attendance(zhang) == "");

    press_save();

    BOOST_TEST(attendance(zhang) == "late");
    BOOST_TEST(attendance(shan) == "leave");
    BOOST_TEST(attendance(wen) == "");
    const auto calls = office.store.select({.def = &office.def("roll_call")});
    BOOST_REQUIRE(calls.size() == 1u);
    BOOST_TEST(to_text(calls[0]["present"]) == "2");
    BOOST_TEST(to_text(calls[0]["dress"]) == "1");
    BOOST_TEST(to_text(calls[0]["begun"]) == "08:00");
    BOOST_TEST(said() == "晨检已保存，可整体撤销");
    BOOST_TEST(cell(0, minutes) == "10");

    window->undo();
    BOOST_TEST(attendance(zhang) == "");
    BOOST_TEST(office.store.select({.def = &office.def("roll_call")}).empty());
    BOOST_TEST(cell(0, state) == "出勤");
}

BOOST_AUTO_TEST_CASE(a_window_without_anybody_is_marked_by_nobody)
{
    open();
    table().go_to(3, number);
    press('5');
    BOOST_TEST(said().find("窗口在岗人员") != std::string::npos, said());
    BOOST_TEST(cell(3, state) == "");
}

BOOST_AUTO_TEST_CASE(marks_stay_while_another_page_is_looked_at_and_are_asked_about_at_the_end)
{
    auto& page = open();
    table().go_to(0, number);
    press('4');
    window->show_page("roll_call");
    office.add("person", {{"name", "仇志远"}});
    window->show_page("morning");
    BOOST_TEST(cell(0, state) == "外出");
    {
        tests::Answering stay(wxID_CANCEL);
        BOOST_TEST(!page.may_close());
        BOOST_TEST(stay.asked() == 1);
    }
    tests::Answering save(wxID_YES);
    BOOST_TEST(page.may_close());
    BOOST_TEST(attendance(zhang) == "out");
    BOOST_TEST(page.may_close());
    BOOST_TEST(save.asked() == 1);
}

BOOST_AUTO_TEST_SUITE_END()

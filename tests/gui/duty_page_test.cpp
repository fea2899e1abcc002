#include "views/widgets/wrapped_text.h"
#include "views/day/duty_page.h"

#include "model/day/duty_turn.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/day/duty_grid.h"
#include "views/day/duty_turn_dialog.h"
#include "views/shell/main_frame.h"

#include <wx/choice.h>
#include <wx/stattext.h>
#include <wx/statusbr.h>

using namespace model;
using namespace std::chrono;

namespace {

/// A hall and three people; it is the 1st of January 2026, a Thursday.
struct WithRoster : tests::WithOffice {
    WithRoster()
    {
        hall = office.add(
            "place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        zhang = office.add("person", {{"name", "张桂山"}});
        wen = office.add("person", {{"name", "文国强"}});
        window = new views::MainFrame({.editor = editor, .file = "大厅.db"});
        BOOST_REQUIRE(window->show_page("duty_roster"));
        page = dynamic_cast<views::DutyPage*>(grid().GetParent());
        page->on_ask_person = [this](const wxString& question, const wxString& typed) {
            asked = question.utf8_string();
            letter = typed.utf8_string();
            return answer;
        };
    }
    ~WithRoster() { delete window; }
    WithRoster(const WithRoster&) = delete;
    WithRoster& operator=(const WithRoster&) = delete;

    views::DutyGrid& grid() { return tests::control<views::DutyGrid>(window, "duty_week"); }
    std::string cell(int row, int column) { return grid().GetCellValue(row, column).utf8_string(); }
    std::string said() { return window->GetStatusBar()->GetStatusText(0).utf8_string(); }
    std::string current()
    {
        return tests::control<views::WrappedText>(window, "current").text().utf8_string();
    }
    std::int64_t duties() { return office.store.count({.def = &office.def("roster")}); }

    void press(int key, wxEventType type = wxEVT_KEY_DOWN)
    {
        wxKeyEvent event(type);
        event.m_keyCode = key;
        event.m_uniChar = type == wxEVT_CHAR ? static_cast<wxChar>(key) : wxChar{0};
        event.SetEventObject(&grid());
        grid().GetEventHandler()->ProcessEvent(event);
    }

    Uuid hall;
    Uuid zhang;
    Uuid wen;
    std::optional<Uuid> answer;
    std::string asked;
    std::string letter;
    views::MainFrame* window = nullptr;
    views::DutyPage* page = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(duty_page_test, WithRoster)

BOOST_AUTO_TEST_CASE(a_cell_is_filled_added_to_emptied_and_brought_back_by_keyboard)
{
    grid().go_to(0, 4);
    answer = zhang;
    press('z', wxEVT_CHAR);
    wxTheApp->Yield(); // what an input method gives comes together
    BOOST_TEST(letter == "z");
    BOOST_TEST(asked.find("值班长") != std::string::npos, asked);
    BOOST_TEST(asked.find("2026-01-02") != std::string::npos, asked);
    BOOST_TEST(cell(0, 4) == "张桂山");
    BOOST_TEST(said().find("张桂山") != std::string::npos, said());

    answer = wen;
    press(WXK_INSERT);
    BOOST_TEST(cell(0, 4) == "张桂山、文国强");
    press(WXK_RETURN); // instead of both
    BOOST_TEST(cell(0, 4) == "文国强");
    BOOST_TEST(duties() == 1);
    BOOST_TEST((grid().current() == std::pair<std::size_t, std::size_t>(0, 4)));

    press(WXK_DELETE);
    BOOST_TEST(cell(0, 4) == "");
    editor.undo();
    window->refresh();
    BOOST_TEST(cell(0, 4) == "文国强");

    answer.reset(); // he thinks better of it
    press(WXK_RETURN);
    BOOST_TEST(cell(0, 4) == "文国强");
}

BOOST_AUTO_TEST_CASE(weeks_are_turned_and_come_back)
{
    BOOST_TEST(to_iso(page->week().monday) == "2025-12-29");
    press(WXK_PAGEDOWN);
    BOOST_TEST(to_iso(page->week().monday) == "2026-01-05");
    press(WXK_PAGEUP);
    press(WXK_PAGEUP);
    BOOST_TEST(to_iso(page->week().monday) == "2025-12-22");
    page->go_to(office.store.today());
    BOOST_TEST(to_iso(page->week().monday) == "2025-12-29");
    BOOST_TEST(
        tests::control<wxStaticText>(page, "title").GetLabelText().utf8_string().find("2025-12-29")
        != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_rules_warn_of_has_a_sign_and_is_told)
{
    office.add("leave",
        {{"person", zhang.text()}, {"kind", "annual"}, {"from", "2026-01-02"}, {"to", "2026-01-02"},
            {"state", "agreed"}, {"approver", "王主任"}});
    grid().go_to(0, 4);
    answer = zhang;
    press(WXK_RETURN);
    BOOST_TEST(cell(0, 4) != "张桂山");
    BOOST_TEST(cell(0, 4).find("张桂山") != std::string::npos);
    BOOST_TEST(current().find("当天") != std::string::npos, current());
}

BOOST_AUTO_TEST_CASE(a_turn_is_previewed_and_filled_in_one_step)
{
    views::DutyTurnDialog dialog(page, editor, duty_places(office.store, editor.permission()), hall,
        "hall_leader", 2026y / January / 5);
    BOOST_TEST(dialog.plan().days.empty()); // nobody is in the order yet
    dialog.add(zhang);
    dialog.add(wen);
    dialog.set_span(2026y / January / 5, 2026y / January / 9);
    BOOST_TEST(dialog.plan().count() == 5);
    BOOST_TEST(dialog.plan().days[1].name == "文国强");
    dialog.move(-1);
    BOOST_TEST(dialog.plan().days[0].name == "文国强");
    dialog.set_days(TurnDays::every);
    BOOST_TEST(dialog.plan().count() == 5);
    dialog.fill();
    BOOST_TEST(dialog.outcome().done);
    BOOST_TEST(duties() == 5);
    editor.undo();
    BOOST_TEST(duties() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

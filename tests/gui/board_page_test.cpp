#include "views/board/board_page.h"

#include "model/store/audit.h"
#include "tests/support/data_file.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/board/snooze_dialog.h"
#include "views/import/cell_table.h"
#include "views/shell/main_frame.h"
#include "views/shell/navigation.h"
#include "views/shell/record_page.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/menu.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

constexpr const char* good_number = "430922198503120017";

struct WithBoard : tests::WithOffice {
    ~WithBoard() { delete window; }

    views::BoardPage& open(views::Desk desk)
    {
        window = new views::MainFrame(std::move(desk));
        return page();
    }
    views::BoardPage& open() { return open({.editor = editor, .file = "大厅.db"}); }

    views::BoardPage& page()
    {
        return *dynamic_cast<views::BoardPage*>(control<wxButton>("board_again").GetParent());
    }

    template <class Control>
    Control& control(const char* name)
    {
        return tests::control<Control>(window, name);
    }
    views::CellTable& table() { return control<views::CellTable>("board"); }
    std::string cell(std::size_t row, std::size_t column)
    {
        return views::from_wx(table().cell(row, column).text);
    }
    void choose(std::size_t row)
    {
        table().go_to(row, 0);
        wxDataViewEvent chosen(
            wxEVT_DATAVIEW_SELECTION_CHANGED, &table(), table().GetCurrentItem());
        table().ProcessWindowEvent(chosen);
    }
    void press(const char* button)
    {
        wxCommandEvent event(wxEVT_BUTTON, control<wxButton>(button).GetId());
        control<wxButton>(button).ProcessWindowEvent(event);
    }

    /// The line of a page in the navigation, such as "待办（2）".
    std::string line_of(int at)
    {
        auto& tree = control<wxDataViewTreeCtrl>("navigation");
        return views::from_wx(tree.GetItemText(tree.GetNthChild({}, static_cast<unsigned>(at))));
    }

    Uuid add_trial(const char* until)
    {
        const auto person = office.add("person", {{"name", "张桂山"}, {"id_number", good_number}});
        return office.add("posting",
            {{"person", person.text()}, {"status", "trial"}, {"source", "unified"},
                {"from", "2025-01-01"}, {"document", "x"}, {"trial_until", until}});
    }

    views::MainFrame* window = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(board_page_test, WithBoard)

BOOST_AUTO_TEST_CASE(it_is_shown_first_with_what_is_to_be_done_by_when)
{
    add_trial("2025-06-01");
    office.add("person", {{"name", "李秀英"}});
    open();
    BOOST_REQUIRE(table().rows() == 4u);
    BOOST_TEST(cell(0, 0) == "逾期（1）");
    BOOST_TEST(cell(1, 0).find("2025-06-01") != std::string::npos);
    BOOST_TEST(cell(1, 1) == "张桂山");
    BOOST_TEST(cell(1, 2) == "派驻记录");
    BOOST_TEST(cell(1, 3) == "状态");
    BOOST_TEST(cell(1, 4) == "2025-06-01");
    BOOST_TEST(cell(1, 5) == "警告");
    BOOST_TEST(table().cell(1, 0).colour.IsOk());
    BOOST_TEST(cell(2, 0) == "待补充（1）");
    BOOST_TEST(cell(3, 1) == "李秀英");
    BOOST_TEST(cell(3, 5) == "提醒");
    BOOST_TEST(!table().cell(3, 0).colour.IsOk());
    const auto told = control<wxStaticText>("board_count").GetLabelText().utf8_string();
    BOOST_TEST(told.find("共判定 3 条记录") != std::string::npos, told);
}

BOOST_AUTO_TEST_CASE(a_line_opens_its_record_at_the_field)
{
    office.add("person", {{"name", "李秀英"}});
    auto& page = open();
    choose(1);
    page.open_chosen();
    BOOST_REQUIRE(window->record_page() != nullptr);
    BOOST_TEST(window->record_page()->def().name == "person");
    BOOST_TEST(tests::wait_until(
        [] { return wxWindow::FindFocus() && wxWindow::FindFocus()->GetName() == "id_number"; }));
}

BOOST_AUTO_TEST_CASE(a_task_is_made_of_a_line_and_of_a_record)
{
    const auto person = office.add("person", {{"name", "李秀英"}});
    auto& page = open();
    choose(1);
    page.follow_up_chosen();
    BOOST_REQUIRE(window->record_page() != nullptr);
    BOOST_TEST(window->record_page()->def().name == "task");
    const auto tasks = office.store.where(office.def("task"), "person", person);
    BOOST_REQUIRE(tasks.size() == 1u);
    BOOST_TEST(to_text(tasks[0]["source"]) == "board");
    BOOST_TEST(window->record_page()->shown() == tasks[0].id);

    const auto problem = office.add("finding", {{"name", "台席无人"}});
    window->refresh();
    window->show_page("finding");
    window->record_page()->open(problem);
    wxCommandEvent event(wxEVT_MENU,
        window->GetMenuBar()->FindMenuItem(views::tr("&Edit"), views::tr("Ma&ke a task of it")));
    window->ProcessWindowEvent(event);
    BOOST_TEST(office.store.where(office.def("task"), "finding", problem).size() == 1u);
    BOOST_TEST(window->record_page()->def().name == "task");
}

BOOST_AUTO_TEST_CASE(an_edit_takes_its_line_away_and_the_counts_follow)
{
    const auto posting = add_trial("2025-06-01");
    open();
    BOOST_TEST(line_of(0) == "待办（1）");
    office.change(posting, "status", "on_duty");
    window->refresh();
    BOOST_TEST(table().rows() == 0u);
    BOOST_TEST(line_of(0) == "待办");
    BOOST_TEST(!control<views::WrappedText>("board_state").text().empty());
}

BOOST_AUTO_TEST_CASE(it_can_be_grouped_by_area)
{
    office.add("person", {{"name", "李秀英"}});
    office.add("place", {{"name", "大厅"}, {"type", "self_service"}});
    open();
    BOOST_TEST(cell(0, 0) == "待补充（2）");
    auto& grouping = control<wxChoice>("board_grouping");
    grouping.SetSelection(1);
    wxCommandEvent event(wxEVT_CHOICE, grouping.GetId());
    grouping.ProcessWindowEvent(event);
    BOOST_TEST(table().rows() == 4u);
    BOOST_TEST(cell(0, 0).find("（1）") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_line_is_put_off_and_brought_back)
{
    const auto person = office.add("person", {{"name", "李秀英"}});
    auto& page = open();
    Snoozes(office.store)
        .put({person, "P02", "id_number"}, Level::remind, *parse_iso_date("2026-01-05"), "休假",
            office.clerk);
    window->refresh();
    BOOST_TEST(cell(0, 0) == "暂缓（1）");
    choose(1);
    BOOST_TEST(cell(1, 4) == "2026-01-05");
    BOOST_TEST(control<views::WrappedText>("board_whole").text().utf8_string().find("休假")
        != std::string::npos);
    BOOST_TEST(control<wxButton>("board_wake").IsEnabled());
    page.wake_chosen();
    BOOST_TEST(cell(0, 0) == "待补充（1）");
    BOOST_TEST(Snoozes(office.store).list().empty());
    choose(1);
    BOOST_TEST(!control<wxButton>("board_wake").IsEnabled());
    const tests::Answering cancel(wxID_CANCEL);
    press("board_snooze");
    BOOST_TEST(cancel.asked() == 1);
}

BOOST_AUTO_TEST_CASE(the_dialog_takes_a_day_and_tells_what_is_wrong_with_it)
{
    Date given{};
    std::string why;
    const auto today = office.store.today();
    views::SnoozeDialog dialog(frame, today, Level::refuse, [&](Date until, const auto& reason) {
        Snoozes(office.store).put({{}, "W01", ""}, Level::refuse, until, reason, office.clerk);
        given = until;
        why = reason;
    });
    const auto press_ok = [&] {
        wxCommandEvent event(wxEVT_BUTTON, wxID_OK);
        wxWindow::FindWindowById(wxID_OK, &dialog)->ProcessWindowEvent(event);
    };
    auto& day = tests::control<wxTextCtrl>(&dialog, "day");
    auto& problem = tests::control<views::WrappedText>(&dialog, "problem");
    day.SetValue("+30");
    BOOST_TEST(tests::control<wxRadioButton>(&dialog, "on_day").GetValue());
    press_ok();
    BOOST_TEST(problem.text().utf8_string().find("7 天") != std::string::npos);
    day.SetValue("什么时候");
    press_ok();
    BOOST_TEST(!problem.text().empty());
    day.SetValue("+2");
    tests::control<wxTextCtrl>(&dialog, "reason").SetValue(views::to_wx("等批复"));
    press_ok();
    BOOST_TEST(to_iso(given) == "2026-01-03");
    BOOST_TEST(why == "等批复");
}

BOOST_AUTO_TEST_CASE(rows_that_say_the_same_are_opened_and_closed)
{
    for (int i = 0; i < 25; ++i)
        office.add("person", {{"name", "李秀英" + std::to_string(i)}});
    auto& page = open();
    BOOST_TEST(table().rows() == 2u);
    BOOST_TEST(cell(1, 0).find("25") != std::string::npos);
    choose(1);
    page.open_chosen();
    BOOST_TEST(table().rows() == 27u);
    choose(1);
    page.open_chosen();
    BOOST_TEST(table().rows() == 2u);
}

BOOST_AUTO_TEST_CASE(late_backups_and_conflicts_are_told_in_red_and_lead_to_their_page)
{
    views::Desk desk{.editor = editor, .file = "大厅.db"};
    BackupState late;
    late.first = {.folder = "/备份",
        .is_there = true,
        .last = tests::new_year_2026 - 5 * a_day,
        .is_late = true,
        .days = 5};
    desk.backups.state = [late] { return late; };
    desk.sync.status = [] { return views::SyncStatus{.conflicts = 1, .enrolled = true}; };
    InboxItem item;
    item.kind = "conflict";
    item.state = "open";
    item.def = &office.def("person");
    item.record = office.add("person", {{"name", "张桂山"}, {"id_number", good_number}});
    item.field = item.def->find("phone");
    desk.conflicts.open = [item] { return std::vector{item}; };
    auto& page = open(desk);
    BOOST_REQUIRE(tests::wait_until([this] { return table().rows() == 4u; }));
    BOOST_TEST(cell(0, 0) == "逾期（1）");
    BOOST_TEST(cell(1, 5) == "须改正");
    BOOST_TEST(table().cell(1, 0).colour.IsOk());
    BOOST_TEST(cell(2, 0) == "今天（1）");
    BOOST_TEST(cell(3, 1) == "张桂山");
    BOOST_TEST(line_of(0) == "待办（2）");
    choose(3);
    page.open_chosen();
    BOOST_TEST(&control<wxWindow>("conflicts") != nullptr);
}

BOOST_AUTO_TEST_CASE(it_goes_to_paper_as_it_is_shown)
{
    add_trial("2025-06-01");
    office.add("person", {{"name", "李秀英"}});
    auto& page = open();
    const auto list = page.printed();
    BOOST_REQUIRE(list->lines.size() == 4u);
    BOOST_TEST(list->lines[0].is_group);
    BOOST_TEST(list->lines[0].cells.size() == 1u);
    BOOST_TEST(list->lines[1].cells.size() == list->columns.size());
    BOOST_TEST(list->records == 2u);
    list->on_printed();
    const tests::Answering cancel(wxID_CANCEL);
    press("board_print");
    BOOST_TEST(cancel.asked() == 1);
}

BOOST_AUTO_TEST_CASE(a_file_is_judged_aside_and_follows_what_another_program_writes)
{
    tests::DataFile file;
    {
        Batch batch(*file.store, {.label = {msgid("Add {1}"), {"x"}}, .account = file.clerk});
        for (int i = 0; i < 1500; ++i)
            batch.create(tests::make(hall_catalog().get("person"),
                Uuid::named("person", std::to_string(i)), {{"name", "张" + std::to_string(i)}}));
        batch.commit();
    }
    const auto session = file.open();
    auto desk = session->desk();
    desk.index = {};
    desk.backups = {};
    open(desk);
    BOOST_TEST(table().rows() == 0u); // nobody waited for it
    BOOST_REQUIRE(tests::wait_until([this] { return table().rows() > 0; }, 60'000));
    BOOST_TEST(table().rows() == 2u);
    BOOST_TEST(cell(0, 0) == "待补充（1500）");

    const FieldEdit edit{hall_catalog().get("person").find("id_number"), std::string(good_number)};
    Editor(*file.store, file.clerk).set(Uuid::named("person", "7"), {&edit, 1});
    window->refresh();
    BOOST_TEST(tests::wait_until([this] { return cell(0, 0) == "待补充（1499）"; }, 60'000));
}

BOOST_AUTO_TEST_SUITE_END()

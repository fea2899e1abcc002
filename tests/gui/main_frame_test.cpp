#include "views/shell/main_frame.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/shell/navigation.h"
#include "views/shell/record_page.h"

#include <wx/menu.h>
#include <wx/statusbr.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

struct WithFrame : tests::WithOffice {
    WithFrame() { zhang = office.add("person", {{"name", "张桂山"}}); }
    ~WithFrame() { delete window; }

    views::MainFrame& open(views::SyncLink sync = {})
    {
        window = new views::MainFrame({.editor = editor, .file = "大厅.db", .sync = sync});
        return *window;
    }

    std::string status(int part)
    {
        return window->GetStatusBar()->GetStatusText(part).utf8_string();
    }

    wxTextCtrl& name() { return tests::control<wxTextCtrl>(window->record_page(), "name"); }

    Uuid zhang;
    views::MainFrame* window = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(main_frame_test, WithFrame)

BOOST_AUTO_TEST_CASE(every_page_of_the_navigation_can_be_shown)
{
    auto& main = open();
    for (const auto name : views::page_names())
        BOOST_TEST(main.show_page(std::string(name)), name);
    BOOST_TEST(!main.show_page("no_such_page"));
}

BOOST_AUTO_TEST_CASE(every_register_has_its_page)
{
    for (const auto* def : hall_catalog().all())
        BOOST_TEST((std::ranges::count(views::page_names(), def->name) == 1), def->name);
}

BOOST_AUTO_TEST_CASE(the_status_bar_tells_the_sync_as_it_is)
{
    open({.status = [] {
        return views::SyncStatus{
            .unsent = 3, .last_acknowledged = 1767225600000, .conflicts = 2, .enrolled = true};
    }});

    BOOST_TEST(status(1).find('3') != std::string::npos);
    BOOST_TEST(status(2).find("2026-01-01 08:00") != std::string::npos);
    BOOST_TEST(status(3).find('2') != std::string::npos);
    BOOST_TEST(status(4).find("桃江县政务服务中心") != std::string::npos);
    BOOST_TEST(status(4).find("李文员") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(undo_takes_back_the_saved_step_and_redo_does_it_again)
{
    auto& main = open();
    main.show_page("person");
    main.record_page()->open(zhang);
    name().SetValue(views::to_wx("张桂珊"));
    BOOST_REQUIRE(main.record_page()->save());

    main.undo();
    BOOST_TEST(office.text(zhang, "name") == "张桂山");
    BOOST_TEST(name().GetValue() == views::to_wx("张桂山"));

    main.redo();
    BOOST_TEST(office.text(zhang, "name") == "张桂珊");
}

BOOST_AUTO_TEST_CASE(undo_touches_no_saved_step_while_entries_wait_to_be_saved)
{
    auto& main = open();
    main.show_page("person");
    main.record_page()->open(zhang);
    name().SetValue(views::to_wx("张桂珊"));
    BOOST_REQUIRE(main.record_page()->save());
    name().SetValue(views::to_wx("张桂三"));

    main.undo();

    BOOST_TEST(office.text(zhang, "name") == "张桂珊");
}

BOOST_AUTO_TEST_CASE(what_another_program_wrote_appears_by_itself)
{
    std::int64_t version = 1;
    window = new views::MainFrame(
        {.editor = editor, .file = "大厅.db", .data_version = [&] { return version; }});
    window->show_page("person");
    window->record_page()->open(zhang);

    office.change(zhang, "name", "张桂珊");
    ++version;

    BOOST_TEST(tests::wait_until([&] { return name().GetValue() == views::to_wx("张桂珊"); }));
}

BOOST_AUTO_TEST_CASE(ctrl_enter_in_a_text_saves_and_shows_the_next_record)
{
    const auto li = office.add("person", {{"name", "李秀英"}});
    auto& main = open();
    main.show_page("person");
    main.record_page()->open(zhang);
    name().SetValue(views::to_wx("张桂珊"));

    wxKeyEvent enter(wxEVT_CHAR_HOOK);
    enter.m_keyCode = WXK_RETURN;
    enter.SetControlDown(true);
    enter.SetEventObject(&name());
    name().GetEventHandler()->ProcessEvent(enter);

    BOOST_TEST(office.text(zhang, "name") == "张桂珊");
    BOOST_TEST((main.record_page()->form().id() == li));
}

BOOST_AUTO_TEST_SUITE_END()

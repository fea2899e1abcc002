#include "views/shell/main_frame.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/import/cell_table.h"
#include "views/list/record_list.h"
#include "views/shell/navigation.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"
#include "views/widgets/tr.h"

#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/dialog.h>
#include <wx/menu.h>
#include <wx/statusbr.h>
#include <wx/textctrl.h>
#include <wx/timer.h>
#include <wx/toolbar.h>

#include <map>

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

    /// Chooses an item of the menus by the beginning of its label.
    void choose(const char* label)
    {
        const auto& bar = *window->GetMenuBar();
        for (std::size_t i = 0; i < bar.GetMenuCount(); ++i)
            for (auto* item : bar.GetMenu(i)->GetMenuItems())
                if (item->GetItemLabelText().StartsWith(views::to_wx(label))) {
                    wxCommandEvent event(wxEVT_MENU, item->GetId());
                    window->ProcessWindowEvent(event);
                    return;
                }
        BOOST_FAIL("No menu item " << label);
    }

    /// Opens a window that sees others write to the file, at a person.
    void open_watching()
    {
        window = new views::MainFrame(
            {.editor = editor, .file = "大厅.db", .data_version = [this] { return version; }});
        window->show_page("person");
        window->record_page()->open(zhang);
    }

    wxTextCtrl& name() { return tests::control<wxTextCtrl>(window->record_page(), "name"); }

    Uuid zhang;
    views::MainFrame* window = nullptr;
    std::int64_t version = 1; ///< of the file, for open_watching()
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

BOOST_AUTO_TEST_CASE(keys_that_gtk_would_take_come_to_the_window)
{
    auto& main = open();
    main.show_page("person");
    const auto press = [&](int key) {
        wxKeyEvent event(wxEVT_CHAR_HOOK);
        event.m_keyCode = key;
        event.SetControlDown(true);
        event.SetEventObject(&name());
        name().GetEventHandler()->ProcessEvent(event);
    };
    auto& tabs = main.record_page()->tabs();

    press('3');
    BOOST_TEST(tabs.GetSelection() == views::RecordTabs::history_tab);
    press('2');
    BOOST_TEST(tabs.GetSelection() == views::RecordTabs::links_tab);
    press('1');
    BOOST_TEST(tabs.GetSelection() == views::RecordTabs::form_tab);

    const tests::Answering cancel(wxID_CANCEL);
    press(',');
    BOOST_TEST(cancel.asked() == 1); // the settings
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
    open_watching();

    office.change(zhang, "name", "张桂珊");
    ++version;

    BOOST_TEST(tests::wait_until([&] { return name().GetValue() == views::to_wx("张桂珊"); }));
}

BOOST_AUTO_TEST_CASE(what_another_program_wrote_waits_for_the_dialog_that_is_open)
{
    open_watching();
    office.change(zhang, "name", "张桂珊");
    ++version;

    wxDialog dialog(window, wxID_ANY, "?");
    wxTimer later(&dialog);
    wxString under;
    dialog.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
        under = name().GetValue();
        dialog.EndModal(wxID_OK);
    });
    later.StartOnce(2500); // longer than from one look to the next
    dialog.ShowModal();

    BOOST_TEST(under == views::to_wx("张桂山"));
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

BOOST_AUTO_TEST_CASE(the_menu_of_lists_reaches_what_lists_can_do)
{
    auto& main = open();
    main.show_page("person");
    auto& list = main.record_page()->list();
    list.select(zhang);
    const tests::Answering cancel(wxID_CANCEL);

    choose("批量修改所选行");
    BOOST_TEST(cancel.asked() == 1);
    choose("打印所显示的内容");
    BOOST_TEST(cancel.asked() == 2);
    choose("管理视图");
    BOOST_TEST(cancel.asked() == 3);
    choose("另存为视图");
    BOOST_TEST(cancel.asked() == 4);
    choose("按此栏分组");
    BOOST_TEST((list.layout().group != nullptr));
    choose("收起全部分组");
    BOOST_TEST(!list.first().has_value());
    choose("展开全部分组");
    BOOST_TEST(list.first().has_value());
    choose("核对列表");
    BOOST_TEST(status(0) == "核对完毕，未发现问题");
    choose("只看有冲突的行");
    BOOST_TEST(status(0) == "此列表没有冲突");
}

BOOST_AUTO_TEST_CASE(without_a_selected_row_nothing_is_changed_at_once)
{
    auto& main = open();
    main.show_page("unit");
    const tests::Answering cancel(wxID_CANCEL);
    choose("批量修改所选行");
    BOOST_TEST(cancel.asked() == 0);
    BOOST_TEST(!status(0).empty());
}

BOOST_AUTO_TEST_CASE(the_clipboard_is_pasted_over_the_list)
{
    auto& main = open();
    main.show_page("person");
    main.record_page()->list().select(zhang);
    const tests::Answering cancel(wxID_CANCEL);
    BOOST_REQUIRE(wxTheClipboard->Open());
    wxTheClipboard->SetData(new wxTextDataObject(views::to_wx("姓名\t职务\r\n张桂山\t科员\r\n")));
    wxTheClipboard->Close();

    choose("粘贴到列表");

    BOOST_TEST(cancel.asked() == 1);
    BOOST_TEST(office.text(zhang, "rank") == "");
}

BOOST_AUTO_TEST_CASE(rows_with_a_conflict_are_known_from_the_inbox)
{
    InboxItem item;
    item.kind = "conflict";
    item.def = &office.def("person");
    item.record = zhang;
    InboxItem notice = item;
    notice.kind = "on_behalf";
    notice.record = office.add("person", {{"name", "李秀英"}});
    views::Desk desk{.editor = editor};
    desk.conflicts.open = [=] { return std::vector{item, notice}; };
    window = new views::MainFrame(desk);
    window->show_page("person");
    auto& list = window->record_page()->list();

    BOOST_TEST(list.rows().conflicts() == 1u);
    choose("只看有冲突的行");
    BOOST_TEST(list.count() == 1u);
    BOOST_TEST((list.rows().id(0) == zhang));
}

BOOST_AUTO_TEST_CASE(undo_is_lit_where_there_is_something_to_take_back)
{
    Editor newcomer(office.store, {office.new_id(), "王敏"}); // who has taken no step yet
    window = new views::MainFrame({.editor = newcomer, .file = "大厅.db"});
    auto& main = *window;
    main.show_page("person");
    main.record_page()->open(zhang);
    const auto id = main.GetMenuBar()->GetMenu(1)->FindItemByPosition(0)->GetId();
    const auto is_lit = [&] {
        main.UpdateWindowUI(wxUPDATE_UI_RECURSE);
        main.DoMenuUpdates();
        const bool in_menu = main.GetMenuBar()->IsEnabled(id);
        BOOST_TEST(main.GetToolBar()->GetToolEnabled(id) == in_menu);
        return in_menu;
    };
    BOOST_TEST(!is_lit());
    name().SetValue(views::to_wx("张桂珊"));
    BOOST_TEST(is_lit()); // what is typed
    BOOST_TEST(main.record_page()->save());
    main.refresh();
    BOOST_TEST(is_lit());
    choose("撤销");
    BOOST_TEST(!is_lit());
    delete window;
    window = nullptr;
}

BOOST_AUTO_TEST_CASE(every_area_of_the_view_menu_has_a_letter)
{
    const auto* view = open().GetMenuBar()->GetMenu(2);
    std::size_t areas = 0;
    for (const auto* item : view->GetMenuItems()) {
        if (item->IsSeparator())
            continue;
        BOOST_TEST(item->GetItemLabel().Contains("(&"), item->GetItemLabel());
        if (!item->IsSubMenu())
            continue;
        ++areas;
        for (const auto* page : item->GetSubMenu()->GetMenuItems())
            BOOST_TEST(page->GetItemLabel().Contains("(&"), page->GetItemLabel());
    }
    BOOST_TEST(areas > 5);
}

BOOST_AUTO_TEST_CASE(no_two_items_of_a_menu_have_the_same_letter)
{
    for (const auto* language : {"en", "zh_CN"}) {
        views::set_language(language);
        const auto& bar = *open().GetMenuBar();
        for (std::size_t i = 0; i < bar.GetMenuCount(); ++i) {
            std::map<wxUniChar, wxString> taken;
            for (const auto* item : bar.GetMenu(i)->GetMenuItems()) {
                const auto label = item->GetItemLabel();
                const auto at = label.find('&');
                if (at == wxString::npos)
                    continue;
                const auto [other, is_free] = taken.emplace(wxToupper(label[at + 1]), label);
                BOOST_TEST(is_free, other->second << " / " << label);
            }
        }
        delete window;
        window = nullptr;
    }
}

BOOST_AUTO_TEST_CASE(what_the_county_did_not_take_leads_to_its_field)
{
    InboxItem item;
    item.kind = "refused";
    item.def = &office.def("person");
    item.field = office.def("person").find("phone");
    item.record = zhang;
    item.title = "张桂山";
    item.reason = "This device must join again";
    auto& main = open({.refused = [=] { return std::vector{item}; }});
    main.Show();
    main.show_page("sync");
    auto& table = tests::control<views::CellTable>(window, "refused");
    BOOST_TEST(table.cell(0, 2).text == views::to_wx("联系电话"));

    table.on_activate(0);

    BOOST_REQUIRE(main.record_page());
    BOOST_TEST((main.record_page()->form().id() == zhang));
    BOOST_TEST(tests::wait_until(
        [&] { return tests::control<wxTextCtrl>(main.record_page(), "phone").HasFocus(); }));
}

BOOST_AUTO_TEST_SUITE_END()

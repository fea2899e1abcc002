#include "views/shell/backup_page.h"

#include "tests/support/data_file.h"
#include "tests/support/files.h"
#include "tests/support/gui.h"
#include "views/import/cell_table.h"
#include "views/shell/backup_bar.h"
#include "views/shell/backup_records.h"
#include "views/shell/backup_settings.h"
#include "views/shell/exit_work.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"

#include <boost/test/unit_test.hpp>
#include <wx/button.h>
#include <wx/menu.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>
#include <wx/statusbr.h>
#include <wx/textctrl.h>

#include <filesystem>

using namespace model;

namespace {

/// The real window on a real file.
struct WithFile : tests::WithWindow {
    ~WithFile() { delete main; }

    void settings(const std::function<void(BackupSettings&)>& change)
    {
        auto now = backup_settings(here.db->handle());
        change(now);
        set_backup_settings(*here.store, here.path, now);
    }

    views::MainFrame& open()
    {
        session = here.open();
        auto desk = session->desk();
        desk.backups.look = [this](const Backup& copy) { looked_at = copy.path; };
        desk.backups.restore = [this](const Backup& copy) { restored = copy.path; };
        main = new views::MainFrame(std::move(desk));
        return *main;
    }

    views::BackupBar& bar() { return tests::control<views::BackupBar>(main, "backup_bar"); }
    std::string warning()
    {
        return bar().IsShown()
            ? tests::control<wxStaticText>(main, "backup_warning").GetLabel().utf8_string()
            : std::string();
    }

    views::BackupPage& page()
    {
        BOOST_REQUIRE(main->show_page("backup"));
        auto* table = wxWindow::FindWindowByName("copies", main);
        return dynamic_cast<views::BackupPage&>(*table->GetParent());
    }

    std::size_t copies() { return backups_in(here.files, default_backup_folder(here.path)).size(); }

    tests::DataFile here;
    std::unique_ptr<app::Session> session;
    views::MainFrame* main = nullptr;
    std::string looked_at;
    std::string restored;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(backup_page_test, WithFile)

BOOST_AUTO_TEST_CASE(the_first_opening_of_a_day_makes_a_copy_and_nothing_is_red)
{
    here.add_units(3);
    open();
    BOOST_TEST(tests::wait_until([&] { return copies() == 1 && bar().state(); }));
    BOOST_TEST(tests::wait_until([&] { return !bar().state()->is_late(); }));
    BOOST_TEST(warning() == "");
    BOOST_TEST(!bar().is_behind());
    bar().look();
    wxMilliSleep(200);
    wxTheApp->Yield();
    BOOST_TEST(copies() == 1u);
}

BOOST_AUTO_TEST_CASE(before_the_end_the_file_is_copied_and_what_hinders_is_told)
{
    here.add_units(3);
    settings([](BackupSettings& now) { now.daily = false; });
    open();
    const auto link = session->desk().backups;
    views::Background thread;
    {
        views::ExitWork dialog(main, views::backing_up(link), thread);
        dialog.Show();
        BOOST_TEST(tests::wait_until([&] { return !dialog.IsShown(); }));
        BOOST_TEST(dialog.GetReturnCode() == wxID_OK);
    }
    BOOST_TEST(copies() == 1u);

    settings([&](BackupSettings& now) { now.folder = here.folder.file("没插的盘"); });
    views::ExitWork dialog(main, views::backing_up(link), thread);
    dialog.Show();
    BOOST_TEST(tests::wait_until([&] { return !dialog.is_running(); }));
    BOOST_TEST(dialog.IsShown());
    auto problem = tests::control<wxStaticText>(&dialog, "problem").GetLabel().utf8_string();
    std::erase(problem, '\n'); // where lines end depends on how long the folder's name is
    BOOST_TEST(problem.find("没插的盘") != std::string::npos, problem);
    BOOST_TEST(
        tests::control<wxStaticText>(&dialog, "state").GetLabel().utf8_string() == "没有备份成功");
    BOOST_TEST(!tests::control<wxWindow>(&dialog, "progress").IsShown());
    for (const auto* name : {"problem", "again", "leave"}) {
        const auto& part = tests::control<wxWindow>(&dialog, name);
        BOOST_TEST(part.GetSize().y >= part.GetBestSize().y, name);
        BOOST_TEST(part.GetRect().GetBottom() < dialog.GetClientSize().y, name);
    }
}

BOOST_AUTO_TEST_CASE(without_a_copy_the_window_says_so_and_its_button_makes_one)
{
    here.add_units(3);
    settings([](BackupSettings& now) { now.daily = false; });
    open();
    BOOST_TEST(tests::wait_until([&] { return !warning().empty(); }));
    BOOST_TEST(
        warning() == "备份文件夹 " + default_backup_folder(here.path) + " 里还没有本文件的备份。");
    bar().make();
    BOOST_TEST(tests::wait_until([&] { return copies() == 1 && warning().empty(); }));
}

BOOST_AUTO_TEST_CASE(the_bar_leads_to_no_page_that_the_account_has_not)
{
    settings([](BackupSettings& now) { now.daily = false; });
    open();
    BOOST_TEST(tests::control<wxButton>(main, "backup_page").IsShown());
    Batch batch(*here.store, {.label = {msgid("Add {1}"), {"user"}}, .account = here.clerk});
    batch.create(tests::make(hall_catalog().get("user"), here.clerk.id,
        {{"name", "李文员"}, {"roles", "auditor"}, {"state", "active"}}));
    batch.commit();
    main->refresh();
    BOOST_TEST(!tests::control<wxButton>(main, "backup_page").IsShown());
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_away_is_told_where_the_copy_was_asked_for)
{
    settings([&](BackupSettings& now) {
        now.daily = false;
        now.folder = here.folder.file("没插的盘");
    });
    open();
    bar().make();
    BOOST_TEST(tests::wait_until([&] { return warning().find("没插的盘") != std::string::npos; }));
}

BOOST_AUTO_TEST_CASE(the_page_lists_the_copies_and_looks_at_one)
{
    here.add_units(3);
    open();
    BOOST_TEST(tests::wait_until([&] { return copies() == 1 && !bar().is_busy(); }));
    auto& shown = page();
    BOOST_TEST(tests::wait_until([&] { return shown.count() == 1; }));
    auto& table = tests::control<views::CellTable>(main, "copies");
    BOOST_TEST(table.cell(0, 1).text.utf8_string() == "每天自动");
    BOOST_TEST(table.cell(0, 4).text.utf8_string() == "备份时核对完好");
    shown.check();
    BOOST_TEST(
        tests::wait_until([&] { return table.cell(0, 4).text.utf8_string() == "刚检查过，完好"; }));
    shown.look();
    BOOST_TEST(looked_at.ends_with(".hall"));

    auto bytes = tests::bytes_of(looked_at);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    tests::write_file(looked_at, bytes);
    shown.check();
    BOOST_TEST(
        tests::wait_until([&] { return table.cell(0, 4).text.utf8_string() == "已坏，不能用"; }));
}

BOOST_AUTO_TEST_CASE(the_whole_file_is_restored_only_where_the_user_is_sure)
{
    here.add_units(1);
    open();
    BOOST_TEST(tests::wait_until([&] { return copies() == 1 && !bar().is_busy(); }));
    auto& shown = page();
    BOOST_TEST(tests::wait_until([&] { return shown.count() == 1; }));
    {
        const tests::Answering no(wxID_CANCEL);
        shown.restore();
        BOOST_TEST(no.asked() == 1);
        BOOST_TEST(restored == "");
    }
    const tests::Answering yes(wxID_OK);
    shown.restore();
    BOOST_TEST(restored.ends_with(".hall"));
}

BOOST_AUTO_TEST_CASE(records_of_a_copy_come_back_and_undo_takes_that_back)
{
    here.add_units(3);
    open();
    BOOST_TEST(tests::wait_until([&] { return copies() == 1 && !bar().is_busy(); }));
    here.set(here.unit(0), "address", "新地址");
    Editor(*here.store, here.clerk).remove(here.unit(1));
    const auto copy = backups_in(here.files, default_backup_folder(here.path)).front();
    auto desk = session->desk();
    views::BackupRecords dialog(main, desk.editor, desk.backups, copy);
    BOOST_TEST(tests::wait_until([&] { return dialog.count() == 2; }));
    auto& table = tests::control<views::CellTable>(&dialog, "others");
    BOOST_TEST(table.cell(0, 2).text.utf8_string() == "修改过：地址");
    BOOST_TEST(table.cell(1, 2).text.utf8_string() == "已删除");
    dialog.filter(views::to_wx("单位1"));
    BOOST_TEST(dialog.count() == 1u);
    dialog.filter({});
    table.choose({0, 1});
    dialog.take();
    BOOST_TEST(dialog.has_written());
    BOOST_TEST(dialog.count() == 0u);
    BOOST_TEST(!here.store->find_any(here.unit(1))->first.deleted);
    main->undo();
    BOOST_TEST(here.store->find_any(here.unit(1))->first.deleted);
}

BOOST_AUTO_TEST_CASE(of_a_copy_the_records_are_offered_that_the_account_may_see)
{
    here.add_units(1);
    const auto person = Uuid::named("person", "张桂山");
    const auto write = [&](std::string_view entity, const Uuid& id,
                           std::initializer_list<std::pair<std::string_view, std::string>> values) {
        Batch batch(*here.store, {.label = {msgid("Add {1}"), {"张桂山"}}, .account = here.clerk});
        batch.create(tests::make(hall_catalog().get(entity), id, values));
        batch.commit();
    };
    write("person", person, {{"name", "张桂山"}});
    open();
    BOOST_TEST(tests::wait_until([&] { return copies() == 1 && !bar().is_busy(); }));
    here.set(here.unit(0), "address", "新地址");
    Editor(*here.store, here.clerk).remove(person);
    const auto copy = backups_in(here.files, default_backup_folder(here.path)).front();
    const auto link = session->desk().backups;
    BOOST_TEST(link.others(copy).size() == 2u);
    write("user", here.clerk.id, {{"name", "李文员"}, {"roles", "system"}, {"state", "active"}});
    const auto others = link.others(copy);
    BOOST_REQUIRE(others.size() == 1u);
    BOOST_TEST((others.front().record.id == here.unit(0)));
}

BOOST_AUTO_TEST_CASE(a_folder_that_does_not_exist_is_made_if_he_wants_it)
{
    open();
    auto desk = session->desk();
    const auto folder = here.folder.file("新建/备份");
    const auto take = [&] {
        views::BackupSettingsDialog dialog(main, desk.backups);
        tests::control<wxTextCtrl>(&dialog, "second").SetValue(views::to_wx(folder));
        dialog.Show();
        wxCommandEvent press(wxEVT_BUTTON, wxID_OK);
        dialog.FindWindow(wxID_OK)->GetEventHandler()->ProcessEvent(press);
        return tests::control<wxStaticText>(&dialog, "problem").GetLabel().utf8_string();
    };
    {
        const tests::Answering yes(wxID_YES);
        BOOST_TEST(take() == "");
        BOOST_TEST(yes.asked() == 1);
        BOOST_TEST(std::filesystem::is_directory(folder));
    }
    const tests::Answering nothing(wxID_NO);
    BOOST_TEST(take() == "");
    BOOST_TEST(nothing.asked() == 0);
}

BOOST_AUTO_TEST_CASE(settings_are_asked_and_nonsense_is_told)
{
    open();
    auto desk = session->desk();
    views::BackupSettingsDialog dialog(main, desk.backups);
    const auto twice = here.folder.file("同一个");
    tests::control<wxTextCtrl>(&dialog, "first").SetValue(views::to_wx(twice));
    tests::control<wxTextCtrl>(&dialog, "second").SetValue(views::to_wx(twice));
    tests::control<wxSpinCtrl>(&dialog, "days").SetValue(9);
    BOOST_TEST(dialog.chosen().keep.days == 9);
    wxCommandEvent press(wxEVT_BUTTON, wxID_OK);
    dialog.FindWindow(wxID_OK)->GetEventHandler()->ProcessEvent(press);
    BOOST_TEST(!tests::control<wxStaticText>(&dialog, "problem").GetLabel().empty());
    BOOST_TEST(backup_settings(here.db->handle()).keep.days == 7);
}

BOOST_AUTO_TEST_CASE(a_copy_is_a_window_in_which_nothing_can_be_changed)
{
    here.add_units(2);
    open();
    BOOST_TEST(tests::wait_until([&] { return copies() == 1 && !bar().is_busy(); }));
    const auto copy = backups_in(here.files, default_backup_folder(here.path)).front();
    const auto before = tests::bytes_of(copy.path);
    Database db(copy.path, session->unlocked().key, {.opening = Opening::read_only});
    RecordStore store(db, hall_catalog(), here.clock, here.random);
    Editor reader(store, here.clerk);
    auto* window =
        new views::MainFrame({.editor = reader, .file = copy.path, .copy_of = "2026-11-27 08:30"});
    window->Show();
    window->show_page("unit");
    BOOST_TEST(window->GetTitle().utf8_string().find("备份副本 2026-11-27 08:30，只能看")
        != std::string::npos);
    BOOST_TEST(tests::control<wxStaticText>(window, "copy_note").IsShownOnScreen());
    window->record_page()->open(here.unit(0));
    auto& name = tests::control<wxTextCtrl>(&window->record_page()->form(), "name");
    BOOST_TEST(!name.IsEditable());
    auto* bar = window->GetMenuBar();
    int may = 0;
    for (const auto* item : {"撤销", "新建", "导入", "同步"})
        for (std::size_t menu = 0; menu < bar->GetMenuCount(); ++menu)
            if (menu != 2) // the pages, which can be looked at
                for (auto* entry : bar->GetMenu(menu)->GetMenuItems())
                    if (entry->GetItemLabelText().utf8_string().starts_with(item))
                        may += entry->IsEnabled() ? 1 : 0;
    BOOST_TEST(may == 0);
    for (const auto page : {views::sync_page, views::conflicts_page, views::backup_page})
        BOOST_TEST(!window->show_page(std::string(page)), page);
    for (const int part : {1, 2, 3})
        BOOST_TEST(window->GetStatusBar()->GetStatusText(part) == "");
    window->record_page()->add();
    window->undo();
    delete window;
    BOOST_TEST((tests::bytes_of(copy.path) == before));
}

BOOST_AUTO_TEST_SUITE_END()

#include "views/shell/audit_page.h"

#include "model/store/own_accounts.h"
#include "tests/support/data_file.h"
#include "tests/support/files.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"
#include "views/import/cell_table.h"
#include "views/list/printed_list.h"
#include "views/list/record_list.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/stattext.h>
#include <wx/statusbr.h>
#include <wx/textctrl.h>

#include <chrono>

using namespace model;

namespace {

constexpr Instant day = 24LL * 3'600'000;

struct WithLog : tests::WithOffice {
    WithLog()
    {
        person = office.add("person", {{"name", "张桂山"}, {"phone", "13800001234"}});
        office.clock.advance(40 * day);
        change("13900001234");
        office.clock.advance(day);
        Audit(office.store)
            .note({.what = audited::sign_in,
                .who = other,
                .detail = {
                    msgid("Signed in with {1} on the computer {2}"), {"hallkeeper", "DT-01"}}});
    }
    ~WithLog() { delete window; }

    void change(const std::string& phone)
    {
        const FieldEdit edit{office.def("person").find("phone"), phone};
        editor.set(person, {&edit, 1});
    }

    views::AuditPage& open()
    {
        window = new views::MainFrame({.editor = editor, .file = "大厅.db"});
        BOOST_REQUIRE(window->show_page("audit"));
        return *dynamic_cast<views::AuditPage*>(
            tests::control<wxButton>(window, "export").GetParent());
    }

    template <class Control>
    Control& control(const char* name)
    {
        return tests::control<Control>(window, name);
    }
    std::string cell(std::size_t row, std::size_t column)
    {
        return views::from_wx(control<views::CellTable>("log").cell(row, column).text);
    }
    void choose(const char* name, int item)
    {
        auto& choice = control<wxChoice>(name);
        choice.SetSelection(item);
        wxCommandEvent event(wxEVT_CHOICE, choice.GetId());
        choice.ProcessWindowEvent(event);
    }
    void type_day(const char* name, const wxString& text)
    {
        auto& typed = control<wxTextCtrl>(name);
        typed.SetValue(text);
        wxCommandEvent event(wxEVT_TEXT_ENTER, typed.GetId());
        typed.ProcessWindowEvent(event);
    }

    Uuid person;
    Account other{Uuid::named("account", "other"), "王敏"};
    views::MainFrame* window = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(audit_page_test, WithLog)

BOOST_AUTO_TEST_CASE(the_last_month_is_shown_newest_first_with_values_masked)
{
    auto& page = open();
    BOOST_TEST(page.count() == 2u);
    BOOST_TEST(cell(0, 1) == "王敏");
    BOOST_TEST(cell(0, 2) == "本机");
    BOOST_TEST(cell(0, 3) == "登录");
    BOOST_TEST(cell(0, 4) == "");
    BOOST_TEST(cell(0, 5) == "用桌面程序登录，电脑 DT-01");
    BOOST_TEST(cell(1, 3) == "修改");
    BOOST_TEST(cell(1, 4) == "窗口人员");
    BOOST_TEST(cell(1, 5) == "修改 张桂山");
    BOOST_TEST(cell(1, 6) == "联系电话 138****1234 → 139****1234");
    BOOST_TEST(control<wxStaticText>("count").GetLabelText().utf8_string() == "共 2 条");
}

BOOST_AUTO_TEST_CASE(days_persons_kinds_and_words_leave_what_is_looked_for)
{
    auto& page = open();
    type_day("from", {});
    BOOST_TEST(page.count() == 3u);
    type_day("to", "2026-01-01");
    BOOST_TEST(page.count() == 1u);
    type_day("to", {});
    choose("user", 2);
    BOOST_TEST(page.count() == 1u);
    BOOST_TEST(cell(0, 1) == "王敏");
    choose("user", 0);
    choose("kind", 1); // sign-ins
    BOOST_TEST(page.count() == 1u);
    choose("kind", 0);
    page.filter(views::to_wx("张桂山 修改"));
    BOOST_TEST(page.count() == 1u);
    page.filter(views::to_wx("没有的"));
    BOOST_TEST(page.count() == 0u);
    BOOST_TEST(!control<wxButton>("export").IsEnabled());
}

BOOST_AUTO_TEST_CASE(enter_opens_the_record_of_an_entry_that_has_one)
{
    open();
    BOOST_TEST(!control<wxButton>("open").IsEnabled()); // a sign-in
    auto& table = control<views::CellTable>("log");
    table.go_to(1, 0);
    table.on_activate(1);
    BOOST_REQUIRE(window->record_page() != nullptr);
    BOOST_TEST(!window->show_page("nothing"));
}

BOOST_AUTO_TEST_CASE(the_whole_of_the_chosen_entry_stands_below_the_table)
{
    open();
    auto& table = control<views::CellTable>("log");
    table.go_to(1, 0);
    wxDataViewEvent chosen(wxEVT_DATAVIEW_SELECTION_CHANGED, &table, table.GetCurrentItem());
    table.ProcessWindowEvent(chosen);
    BOOST_TEST(control<views::WrappedText>("whole").text().utf8_string()
        == "修改 张桂山\n联系电话 138****1234 → 139****1234");
}

BOOST_AUTO_TEST_CASE(f8_shows_all_again)
{
    auto& page = open();
    choose("kind", 1);
    page.filter(views::to_wx("没有的"));
    BOOST_TEST(page.count() == 0u);
    wxKeyEvent key(wxEVT_CHAR_HOOK);
    key.m_keyCode = WXK_F8;
    key.SetEventObject(&page);
    page.GetEventHandler()->ProcessEvent(key);
    BOOST_TEST(page.count() == 2u);
    BOOST_TEST(tests::control<wxTextCtrl>(&page, "filter").GetValue() == "");
}

BOOST_AUTO_TEST_CASE(an_auditor_is_told_that_it_is_his_account_that_may_not_look)
{
    {
        Batch batch(office.store, {.label = {msgid("Add {1}"), {"user"}}, .account = office.clerk});
        batch.create(tests::make(office.def("user"), office.clerk.id,
            {{"name", "李文员"}, {"roles", "auditor"}, {"state", "active"}}));
        batch.commit();
    }
    add_own_account(office.store, office.clerk);
    open().on_open_record(office.def("person"), person);
    BOOST_TEST(
        window->GetStatusBar()->GetStatusText(0).utf8_string() == "本账号无权查看“窗口人员”台账");
}

BOOST_AUTO_TEST_CASE(what_is_shown_goes_into_a_sheet_and_that_into_the_log)
{
    const tests::TempFolder folder;
    auto& page = open();
    page.write(folder.file("日志.csv"));

    const auto sheet = tests::bytes_of(folder.file("日志.csv"));
    BOOST_TEST(sheet.find("联系电话 138****1234 → 139****1234") != std::string::npos);
    BOOST_TEST(sheet.find("13900001234") == std::string::npos);
    BOOST_TEST(page.count() == 3u);
    BOOST_TEST(cell(0, 3) == "导出");
    BOOST_TEST(cell(0, 1) == "李文员");
}

BOOST_AUTO_TEST_CASE(the_page_says_whether_the_log_is_as_it_was_written)
{
    auto& page = open();
    auto& state = control<views::WrappedText>("state");
    BOOST_TEST(state.text().utf8_string() == "审计日志完整，未被改动：共 3 条");
    office.db.handle().exec("DROP TRIGGER audit_is_not_changed");
    office.db.handle().exec("UPDATE audit SET at = at - 1 WHERE id = 2");
    page.refresh();
    BOOST_TEST(state.text().utf8_string().find("审计日志第 2 条") != std::string::npos);
    BOOST_TEST(cell(0, 3) != "日志被改动"); // it was noted after the page was read
    page.refresh();
    BOOST_TEST(cell(0, 3) == "日志被改动");
}

BOOST_AUTO_TEST_CASE(copies_and_sheets_of_a_register_are_noted)
{
    open();
    window->show_page("person");
    auto* page = window->record_page();
    BOOST_REQUIRE(page != nullptr);
    page->list().select_all();
    page->list().copy();
    BOOST_TEST(audit_entries(office.store).front().what == audited::copy);
    BOOST_TEST(audit_entries(office.store).front().user == "李文员");
    page->list().printed()->on_printed();
    BOOST_TEST(audit_entries(office.store).front().what == audited::print);
}

BOOST_AUTO_TEST_CASE(a_hundred_thousand_entries_are_shown_and_found_quickly)
{
    auto& page = open();
    {
        Transaction all(office.db);
        Audit audit(office.store);
        for (int i = 0; i < 100'000; ++i)
            audit.note({.what = audited::sync,
                .who = other,
                .detail = {msgid("Sent {1}"), {std::to_string(i)}}});
        all.commit();
    }
    const auto begin = std::chrono::steady_clock::now();
    page.refresh();
    const auto read = std::chrono::steady_clock::now();
    page.filter(views::to_wx("99999"));
    const auto found = std::chrono::steady_clock::now();

    BOOST_TEST(page.count() == 1u);
    const auto ms = [](auto time) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
    };
    BOOST_TEST_MESSAGE(
        "100,000 entries: read " << ms(read - begin) << " ms, found " << ms(found - read) << " ms");
    BOOST_TEST(ms(read - begin) < 20'000); // of a debug build on a busy machine
}

BOOST_AUTO_TEST_CASE(a_long_log_is_read_aside_and_what_is_there_is_shown_first)
{
    tests::DataFile file;
    {
        Transaction all(*file.db);
        Audit audit(*file.store);
        for (int i = 0; i < 30'000; ++i)
            audit.note({.what = audited::sync,
                .who = other,
                .detail = {msgid("Sent {1}"), {std::to_string(i)}}});
        all.commit();
    }
    const auto session = file.open();
    auto desk = session->desk();
    // What these write would be one more reason to read and to look.
    desk.index = {};
    desk.backups = {};
    const auto entries = audit_entries(*file.store).size();
    int opened = 0;
    desk.with_file = [&opened, with_file = desk.with_file](const auto& work) {
        ++opened;
        with_file(work);
    };
    window = new views::MainFrame(desk);
    auto& board = control<wxStaticText>("board_count");
    BOOST_REQUIRE(tests::wait_until(
        [&] { return board.GetLabelText().Contains(views::to_wx("判定")); }, 60'000));
    opened = 0;
    BOOST_REQUIRE(window->show_page("audit"));
    auto& page =
        *dynamic_cast<views::AuditPage*>(tests::control<wxButton>(window, "export").GetParent());
    BOOST_TEST(page.count() == 200u);
    BOOST_TEST(page.is_reading());
    BOOST_TEST(control<wxStaticText>("count").GetLabelText().utf8_string().find("正在读取")
        != std::string::npos);
    control<views::CellTable>("log").go_to(3, 0);
    const auto chosen = cell(3, 5);
    BOOST_REQUIRE(tests::wait_until([&] { return !page.is_reading(); }, 60'000));
    BOOST_TEST(page.count() == entries);
    BOOST_REQUIRE(control<views::CellTable>("log").current().has_value());
    BOOST_TEST(cell(*control<views::CellTable>("log").current(), 5) == chosen);

    const auto begin = std::chrono::steady_clock::now();
    page.filter(views::to_wx("29999"));
    BOOST_TEST(page.count() == 1u);
    const auto passed = std::chrono::steady_clock::now() - begin;
    BOOST_TEST(std::chrono::duration_cast<std::chrono::milliseconds>(passed).count() < 2000);

    auto& state = control<views::WrappedText>("state");
    BOOST_TEST(tests::wait_until([&] { return !state.text().empty(); }, 60'000));
    BOOST_TEST(state.text().utf8_string()
        == "审计日志完整，未被改动：共 " + std::to_string(entries) + " 条");
    BOOST_TEST(opened == 2); // one look through the log, and the rows
}

BOOST_AUTO_TEST_SUITE_END()

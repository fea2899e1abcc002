#include "app/desktop/office_making.h"
#include "tests/gui/screen.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"
#include "views/help/help_window.h"
#include "views/import/import_wizard.h"
#include "views/list/record_list.h"
#include "views/shell/main_frame.h"
#include "views/shell/navigation.h"
#include "views/shell/new_record_dialog.h"
#include "views/shell/questions.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"
#include "views/start/first_start.h"
#include "views/start/passphrase_dialog.h"
#include "views/start/start_dialog.h"
#include "views/widgets/calendar_dialog.h"
#include "views/widgets/platform_words.h"

#include <boost/test/unit_test.hpp>
#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/filedlg.h>
#include <wx/menu.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>
#ifdef __WXGTK__
#include <libintl.h>
#endif

using namespace model;

namespace {

void check_words(const std::vector<wxString>& texts, const std::string& where)
{
    for (const auto& text : texts)
        for (const auto& word : tests::english_in(text))
            BOOST_ERROR(where << ": " << word << " in \"" << text.utf8_string() << '"');
}

/// Looks at every dialog that is about to be shown, and closes it.
class Looking : public wxModalDialogHook {
public:
    Looking() { Register(); }
    ~Looking() override { Unregister(); }

    const std::set<std::string>& titles() const { return titles_; }

private:
    int Enter(wxDialog* dialog) override
    {
        const auto title = dialog->GetTitle().utf8_string();
        titles_.insert(title);
        check_words(tests::said_by(*dialog), title);
        if (!dynamic_cast<wxFileDialog*>(dialog)) // the system's own
            for (const auto& part : tests::focusable_in(*dialog))
                BOOST_TEST((tests::has_chinese(part.name) || part.role == "scroll bar"),
                    title << ": " << part.role << " \"" << part.name << '"');
        return wxID_CANCEL;
    }

    std::set<std::string> titles_;
};

struct WithScreens : tests::WithOffice {
    WithScreens()
    {
        const auto place = office.add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}});
        const auto unit = office.add("unit", {{"name", "县公安局"}});
        office.add("window",
            {{"number", "A01"}, {"name", "户政窗口"}, {"place", place.text()},
                {"unit", unit.text()}});
        const auto person = office.add("person", {{"name", "张桂山"}, {"phone", "123"}});
        office.add(
            "posting", {{"person", person.text()}, {"unit", unit.text()}, {"place", place.text()}});
        office.change(person, "name", "张桂珊");
        main.reset(new views::MainFrame({.editor = editor, .file = "大厅.hall"}));
        main->Show();
        wxTheApp->Yield();
    }

    std::unique_ptr<views::MainFrame> main;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(chinese_screens_test, WithScreens)

BOOST_AUTO_TEST_CASE(english_words_are_noticed_and_names_are_not)
{
    BOOST_TEST(tests::english_in("Save as Excel").size() == 2u);
    BOOST_TEST(tests::english_in(views::to_wx("存为 PDF（Ctrl+S）")).empty());
}

BOOST_AUTO_TEST_CASE(menus_tools_and_the_status_bar_are_chinese)
{
    const auto menus = tests::said_by(*main->GetMenuBar());
    BOOST_TEST(menus.size() > 40u);
    check_words(menus, "menus");
}

BOOST_AUTO_TEST_CASE(menus_have_their_letters_in_the_chinese_manner)
{
    const auto& bar = *main->GetMenuBar();
    for (std::size_t i = 0; i < bar.GetMenuCount(); ++i) {
        const auto label = bar.GetMenuLabel(i);
        BOOST_TEST(label.Matches("?*(&?)"), label);
    }
}

BOOST_AUTO_TEST_CASE(every_page_is_chinese)
{
    for (const auto name : views::page_names()) {
        main->show_page(std::string(name));
        wxTheApp->Yield();
        check_words(tests::said_by(*main), std::string(name));
        auto* page = main->record_page();
        if (!page)
            continue;
        page->add();
        page->save(); // shows all findings where fields are required
        check_words(tests::said_by(*main), std::string(name) + ", new");
        const tests::Answering give_up(wxID_YES);
        page->give_up();
        page->tabs().go_to(views::RecordTabs::links_tab);
        page->tabs().go_to(views::RecordTabs::history_tab);
        check_words(tests::said_by(*main), std::string(name) + ", history");
    }
}

BOOST_AUTO_TEST_CASE(every_dialog_of_the_menus_is_chinese_and_speaks)
{
    main->show_page("person");
    main->record_page()->list().select(*main->record_page()->list().first());
    BOOST_REQUIRE(wxTheClipboard->Open());
    wxTheClipboard->SetData(new wxTextDataObject(views::to_wx("姓名\t职务\r\n张桂珊\t科员\r\n")));
    wxTheClipboard->Close();
    Looking looking;
    std::vector<int> commands;
    const auto& bar = *main->GetMenuBar();
    for (std::size_t i = 0; i < bar.GetMenuCount(); ++i)
        for (const auto* item : bar.GetMenu(i)->GetMenuItems())
            if (item->GetItemLabel().Contains(L"…") || item->GetId() == wxID_ABOUT)
                commands.push_back(item->GetId());
    for (const int id : commands) {
        main->show_page("person");
        wxCommandEvent event(wxEVT_MENU, id);
        main->ProcessWindowEvent(event);
    }
    BOOST_TEST(looking.titles().size() >= 11u);
    for (const auto& title : looking.titles())
        BOOST_TEST_MESSAGE(title);
}

BOOST_AUTO_TEST_CASE(every_step_of_an_import_is_chinese)
{
    views::ImportWizard wizard(main.get(), {.editor = editor}, office.def("person"));
    wizard.take_pasted("姓名\t身份证号\n李秀英\t430922198512310024\n");
    for (int step = 0; step < 2; ++step) {
        check_words(tests::said_by(wizard), "import");
        wizard.next();
    }
    check_words(tests::said_by(wizard), "import, check");
}

BOOST_AUTO_TEST_CASE(the_windows_before_the_main_one_are_chinese_and_speak)
{
    Looking looking;
    views::ask_start(nullptr, {});
    views::ask_start(nullptr, {"/数据/大厅.hall"});
    views::PassphraseDialog passphrase(
        nullptr, "/数据/大厅.hall", {"李文员", "王主任"}, [](const auto&, const auto&) {});
    passphrase.ShowModal();
    views::FirstStart first(nullptr, app::office_making(), {});
    first.ShowModal();
    BOOST_TEST(looking.titles().size() >= 3u);
}

BOOST_AUTO_TEST_CASE(the_small_dialogs_of_forms_are_chinese_and_speak)
{
    Looking looking;
    const auto today = parse_iso_date("2026-01-08").value();
    views::ask_date(main.get(), today, today);
    views::ask_new_record(main.get(), editor, office.def("unit"), "县林业局");
    views::ask_unsaved(main.get());
    views::ask_give_up(main.get());
    views::ask_remove(main.get(), views::to_wx("张桂珊"));
    views::ask_join(main.get(), views::to_wx("这个文件已加入另一个县。"));
    views::tell(main.get(), views::to_wx("打印失败"));
    BOOST_TEST(looking.titles().size() >= 3u);
}

BOOST_AUTO_TEST_CASE(the_manual_speaks)
{
    views::HelpWindow help(main.get(), {});
    check_words(tests::said_by(help), "manual");
    help.Show();
    for (const auto& part : tests::focusable_in(help))
        BOOST_TEST(tests::has_chinese(part.name), part.role << " \"" << part.name << '"');
    help.Hide();
}

#ifdef __WXGTK__
// What a user sees where he chooses a file, on a system that has GTK's words in Chinese.
BOOST_AUTO_TEST_CASE(gtk_speaks_the_language_of_the_program)
{
    views::speak_in_toolkit("en");
    BOOST_TEST(std::string(dgettext("gtk30", "Recent")) == "Recent");
    views::speak_in_toolkit("zh_CN");
    if (std::filesystem::exists("/usr/share/locale/zh_CN/LC_MESSAGES/gtk30.mo"))
        BOOST_TEST(tests::has_chinese(dgettext("gtk30", "Recent")));
}
#endif

BOOST_AUTO_TEST_SUITE_END()

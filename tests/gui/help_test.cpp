#include "assets/assets.h"
#include "tests/gui/screen.h"
#include "tests/support/files.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"
#include "views/help/chinese_lines.h"
#include "views/help/help_menu.h"
#include "views/help/help_window.h"
#include "views/help/html_pages.h"
#include "views/help/shortcuts.h"
#include "views/import/import_wizard.h"
#include "views/list/record_list.h"
#include "views/shell/main_frame.h"
#include "views/shell/page_table.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"

#include <boost/test/unit_test.hpp>
#include <wx/html/htmlcell.h>
#include <wx/html/htmlwin.h>
#include <wx/listbox.h>
#include <wx/menu.h>
#include <wx/modalhook.h>
#include <wx/srchctrl.h>

#include <memory>
#include <regex>
#include <set>

using namespace views;

namespace {

struct WithHelp : tests::WithOffice {
    WithHelp() { office.add("person", {{"name", "张桂山"}}); }

    HelpWindow& help()
    {
        if (!window)
            window = std::make_unique<HelpWindow>(frame, "<p>Ctrl+S</p>");
        return *window;
    }

    std::vector<std::string> listed()
    {
        std::vector<std::string> titles;
        const auto& list = tests::control<wxListBox>(window.get(), "help_pages");
        for (unsigned i = 0; i < list.GetCount(); ++i)
            titles.push_back(from_wx(list.GetString(i)));
        return titles;
    }

    std::unique_ptr<HelpWindow> window;
};

/// The pictures and pages that the manual's pages name.
std::set<std::string> named(const std::string& html, const char* pattern)
{
    const std::regex wanted(pattern);
    std::set<std::string> names;
    for (std::sregex_iterator found(html.begin(), html.end(), wanted), end; found != end; ++found)
        names.insert((*found)[1]);
    return names;
}

int sheets(const std::string& pdf)
{
    const std::regex page("/Type /Page\\b");
    return static_cast<int>(
        std::distance(std::sregex_iterator(pdf.begin(), pdf.end(), page), std::sregex_iterator()));
}

/// Of the menu and of those inside it.
std::size_t items_with_keys(const wxMenu& menu)
{
    std::size_t keyed = 0;
    for (const auto* item : menu.GetMenuItems())
        keyed += item->GetSubMenu()               ? items_with_keys(*item->GetSubMenu())
            : item->GetItemLabel().Contains("\t") ? 1
                                                  : 0;
    return keyed;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(help_test, WithHelp)

BOOST_AUTO_TEST_CASE(every_page_has_a_title_a_heading_and_text)
{
    for (const auto& page : manual_pages({})) {
        BOOST_TEST(!page.title.empty(), page.name);
        BOOST_TEST(plain_text(page.body).Trim(false).StartsWith(page.title), page.name);
        BOOST_TEST(plain_text(page.body).length() > 100u, page.name);
    }
}

BOOST_AUTO_TEST_CASE(what_the_pages_name_is_there)
{
    int links = 0;
    for (const auto& asset : assets::all()) {
        if (!asset.name.starts_with("manual/") || !asset.name.ends_with(".html"))
            continue;
        const std::string html(asset.bytes);
        for (const auto& picture : named(html, "src=\"\\.\\./pictures/([^\"]*)\""))
            BOOST_CHECK_NO_THROW(assets::text("manual/pictures/" + picture));
        for (const auto& page : named(html, "href=\"([^\"]*)\\.html\"")) {
            BOOST_CHECK_NO_THROW(assets::text("manual/zh_CN/" + page + ".html"));
            ++links;
        }
    }
    BOOST_TEST(links > 5);
}

BOOST_AUTO_TEST_CASE(every_page_of_the_window_has_its_page_of_the_manual)
{
    std::set<std::string> written;
    for (const auto& page : manual_pages({}))
        written.insert(page.name);
    for (const auto page : page_names())
        BOOST_TEST(written.contains(std::string(manual_page_of(page, nullptr))), page);
    BOOST_TEST(manual_page_of("conflicts", nullptr) == "conflicts");
    BOOST_TEST(manual_page_of("person", nullptr) == "list");
}

BOOST_AUTO_TEST_CASE(f1_in_a_form_is_about_forms)
{
    const std::unique_ptr<MainFrame> main(new MainFrame({.editor = editor}));
    main->show_page("person");
    BOOST_TEST(manual_page_of("person", wxWindow::FindWindowByName("phone", main.get())) == "form");
    BOOST_TEST(manual_page_of("person", &main->record_page()->list()) == "list");
    auto& tabs = main->record_page()->tabs();
    tabs.ChangeSelection(RecordTabs::attachments_tab);
    BOOST_TEST(manual_page_of("person", wxWindow::FindWindowByName("attach", main.get()))
        == "attachments");
    BOOST_TEST(manual_page_of("person", &tabs) == "attachments");
}

BOOST_AUTO_TEST_CASE(the_menu_opens_the_page_of_what_is_shown)
{
    const std::unique_ptr<MainFrame> main(new MainFrame({.editor = editor}));
    main->show_page("sync");
    const auto id = main->GetMenuBar()->FindMenuItem(tr("&Help"), tr("&Manual"));
    BOOST_REQUIRE(id != wxNOT_FOUND);

    wxCommandEvent event(wxEVT_MENU, id);
    main->ProcessWindowEvent(event);

    auto& opened = tests::control<HelpWindow>(main.get(), "help");
    BOOST_TEST(opened.page().name == "sync");
    BOOST_TEST(opened.IsShown());
    opened.Close();
    BOOST_TEST(!opened.IsShown());
}

/// Notes which page of the manual is shown over a dialog, and closes it.
struct NotingHelp : wxModalDialogHook {
    NotingHelp() { Register(); }
    ~NotingHelp() override { Unregister(); }

    int Enter(wxDialog* dialog) override
    {
        if (const auto* help = dynamic_cast<HelpWindow*>(dialog))
            page = help->page().name;
        return wxID_CANCEL;
    }

    std::string page;
};

BOOST_AUTO_TEST_CASE(f1_in_a_dialog_opens_its_page_over_it)
{
    ImportWizard wizard(frame, {.editor = editor}, office.def("person"));
    NotingHelp noting;
    wxKeyEvent key(wxEVT_CHAR_HOOK);
    key.m_keyCode = WXK_F1;
    key.SetEventObject(&wizard);

    wizard.GetEventHandler()->ProcessEvent(key);

    BOOST_TEST(noting.page == "import");
}

BOOST_AUTO_TEST_CASE(words_leave_the_pages_they_stand_in_the_best_first)
{
    help().search(to_wx("恢复密钥"));
    BOOST_TEST(listed().size() >= 3u);
    BOOST_TEST(listed().size() < manual_pages({}).size());

    help().search(to_wx("导入"));
    BOOST_TEST(listed().front() == "导入");

    help().search(to_wx("ctrl+z"));
    BOOST_TEST(!listed().empty());

    help().search("no such words");
    BOOST_TEST(listed().empty());

    help().search({});
    BOOST_TEST(listed().size() == manual_pages({}).size());
}

BOOST_AUTO_TEST_CASE(marks_stand_around_words_and_in_no_tag)
{
    const auto marked = with_marks("<p title=\"b\">a b &nbsp; <b>B</b></p>", "b");
    BOOST_TEST(marked.StartsWith("<p title=\"b\">a <a name=\"found\"></a><b><font"));
    BOOST_TEST(marked.Contains("&nbsp;"));
    BOOST_TEST(plain_text(marked) == plain_text("<p title=\"b\">a b &nbsp; <b>B</b></p>"));
}

BOOST_AUTO_TEST_CASE(a_screen_reader_hears_the_text_of_the_page)
{
    help().show_page("trouble");
    BOOST_TEST(plain_text(help().page().body).Contains(to_wx("恢复密钥")));
    BOOST_TEST(plain_text("<p>1 &lt; 2</p>").Contains("1 < 2"));
}

BOOST_AUTO_TEST_CASE(the_shortcuts_are_those_of_the_menus)
{
    const std::unique_ptr<MainFrame> main(new MainFrame({.editor = editor}));
    const auto shortcuts = shortcuts_of(*main->GetMenuBar());

    std::size_t keyed = 0;
    for (std::size_t i = 0; i < main->GetMenuBar()->GetMenuCount(); ++i)
        keyed += items_with_keys(*main->GetMenuBar()->GetMenu(i));
    BOOST_TEST(shortcuts.size() == keyed);
    const auto has = [&](const char* command, const char* keys) {
        return std::ranges::any_of(shortcuts, [&](const Shortcut& shortcut) {
            return shortcut.command == to_wx(command) && shortcut.keys == keys;
        });
    };
    BOOST_TEST(has("保存", "Ctrl+S"));
    BOOST_TEST(has("使用手册", "F1"));
    BOOST_TEST(has("导入表格", "Ctrl+I"));
    std::set<wxString> keys;
    for (const auto& shortcut : shortcuts)
        BOOST_TEST(keys.insert(shortcut.keys).second, "twice: " + shortcut.keys);
    BOOST_TEST(shortcut_table(shortcuts).Contains("Ctrl+Shift+F"));
}

BOOST_AUTO_TEST_CASE(the_card_for_townships_is_two_sheets)
{
    const tests::TempFolder folder;
    help().show_page(card_page);
    BOOST_TEST(help().save_pdf(to_wx(folder.file("card.pdf"))) == 2);
    const auto pdf = tests::bytes_of(folder.file("card.pdf"));
    BOOST_TEST(pdf.starts_with("%PDF-"));
    BOOST_TEST(sheets(pdf) == 2);
}

BOOST_AUTO_TEST_CASE(a_pdf_that_cannot_be_written_is_told)
{
    help();
    BOOST_CHECK_THROW(help().save_pdf("/no/such/folder/card.pdf"), model::Error);
}

BOOST_AUTO_TEST_CASE(chinese_may_be_broken_at_any_character_but_not_before_its_punctuation)
{
    const auto html = to_wx("<p title=\"甲\">按 F9，“好”。</p>");
    BOOST_TEST(with_chinese_lines(html)
        == to_wx("<p title=\"甲\"><cjk t=\"按 \">F9<cjk t=\"，\"><cjk t=\"“好”。\"></p>"));
}

BOOST_AUTO_TEST_CASE(no_line_of_the_manual_is_wider_than_its_window)
{
    help().SetSize(frame->FromDIP(wxSize(700, 500)));
    help().Show();
    wxTheApp->Yield();
    auto& text = tests::control<wxHtmlWindow>(window.get(), "help_text");
    for (const auto& page : manual_pages({})) {
        help().show_page(page.name);
        const auto* cells = text.GetInternalRepresentation();
        const bool has_picture = page.body.Contains("<img");
        BOOST_TEST(text.ToText().Contains(page.title), page.name);
        BOOST_TEST((has_picture || cells->GetWidth() <= text.GetClientSize().x), page.name);
    }
}

/// Chinese stands in it only where it is what to type or who is found.
BOOST_AUTO_TEST_CASE(the_english_manual_is_in_english_and_has_every_page)
{
    const auto chinese = manual_pages({});
    set_language("en");
    const auto pages = manual_pages({});
    set_language("zh_CN");
    BOOST_REQUIRE(pages.size() == chinese.size());
    BOOST_TEST(pages.front().title == "First steps");
    for (std::size_t i = 0; i < pages.size(); ++i) {
        BOOST_TEST(pages[i].name == chinese[i].name);
        BOOST_TEST(!tests::has_chinese(pages[i].title.utf8_string()), pages[i].name);
        auto body = pages[i].body;
        for (const auto* shown : {"不动产登记", "张桂山", "张gs"})
            body.Replace(to_wx(shown), {});
        BOOST_TEST(!tests::has_chinese(body.utf8_string()), pages[i].name);
        BOOST_TEST(named(pages[i].body.utf8_string(), "src=\"([^\"]*)\"").size()
            == named(chinese[i].body.utf8_string(), "src=\"([^\"]*)\"").size());
    }
}

BOOST_AUTO_TEST_SUITE_END()

#include "views/shell/record_tabs.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

struct WithTabs : tests::WithOffice {
    WithTabs()
    {
        police = office.add("unit", {{"name", "桃江县公安局"}});
        zhang = office.add("person", {{"name", "张桂山"}, {"phone", "13873712345"}});
        posting = office.add("posting", {{"person", zhang.text()}, {"unit", police.text()}});
        page = new views::RecordPage(frame, office.def("person"), editor);
        page->open(zhang);
    }

    void set(const char* field, const char* words, const EntryOptions& options = {})
    {
        const auto* def = office.def("person").find(field);
        const FieldEdit edit{def, parse_value(def->type, words).value()};
        BOOST_REQUIRE(editor.set(zhang, {&edit, 1}, options).done);
        page->open(zhang);
    }

    std::string cell(const char* list, int row, int column)
    {
        return views::from_wx(
            tests::control<wxDataViewListCtrl>(page, list)
                .GetTextValue(static_cast<unsigned>(row), static_cast<unsigned>(column)));
    }

    void press(const char* name)
    {
        auto& button = tests::control<wxButton>(page, name);
        BOOST_TEST(button.IsThisEnabled());
        wxCommandEvent pressed(wxEVT_BUTTON, button.GetId());
        button.ProcessWindowEvent(pressed);
    }

    Uuid police;
    Uuid zhang;
    Uuid posting;
    views::RecordPage* page = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(record_tabs_test, WithTabs)

BOOST_AUTO_TEST_CASE(the_history_tells_who_changed_what_and_by_which_document)
{
    set("rank", "科员", {.on_behalf = true, .document = "桃公政〔2026〕3号"});

    page->tabs().go_to(views::RecordTabs::history_tab);

    BOOST_TEST(page->tabs().history().count() == 2u);
    BOOST_TEST(cell("history", 0, 0) == "2026-01-01 08:00");
    BOOST_TEST(cell("history", 0, 1) == "李文员");
    BOOST_TEST(cell("history", 0, 2) == "职务");
    BOOST_TEST(cell("history", 0, 3) == "（空）");
    BOOST_TEST(cell("history", 0, 4) == "科员");
    BOOST_TEST(cell("history", 0, 5) == "（本机）");
    BOOST_TEST(cell("history", 0, 6) == "桃公政〔2026〕3号");
    BOOST_TEST(cell("history", 1, 2) == "（新增）");
}

BOOST_AUTO_TEST_CASE(a_single_value_is_put_back_and_that_can_be_undone)
{
    set("phone", "13900000000");
    set("phone", "13911111111");
    set("name", "张桂珊");
    page->tabs().go_to(views::RecordTabs::history_tab);

    page->tabs().history().choose(2); // 13873712345 became 13900000000
    press("restore_before");

    BOOST_TEST(office.text(zhang, "phone") == "13873712345");
    BOOST_TEST(office.text(zhang, "name") == "张桂珊");
    BOOST_TEST(tests::control<wxTextCtrl>(page, "phone").GetValue() == "13873712345");
    BOOST_TEST(cell("history", 0, 4) == "138****2345"); // masked as in the form
    page->tabs().history().mask_personal(false);
    BOOST_TEST(cell("history", 0, 4) == "13873712345");

    editor.undo();
    BOOST_TEST(office.text(zhang, "phone") == "13911111111");

    page->open(zhang);
    page->tabs().history().choose(4);
    press("restore_after");
    BOOST_TEST(office.text(zhang, "phone") == "13900000000");
}

BOOST_AUTO_TEST_CASE(a_value_that_stands_already_is_not_offered)
{
    set("phone", "13900000000");
    page->tabs().go_to(views::RecordTabs::history_tab);

    BOOST_TEST(!tests::control<wxButton>(page, "restore_after").IsThisEnabled());
    BOOST_TEST(tests::control<wxButton>(page, "restore_before").IsThisEnabled());
    page->tabs().history().choose(1);
    BOOST_TEST(!tests::control<wxButton>(page, "restore_before").IsThisEnabled());
}

BOOST_AUTO_TEST_CASE(links_are_told_both_ways_and_open)
{
    auto* main = new views::MainFrame({.editor = editor, .file = "大厅.db"});
    main->show_page("posting");
    main->record_page()->open(posting);
    page = main->record_page();
    page->tabs().go_to(views::RecordTabs::links_tab);
    BOOST_REQUIRE(page->tabs().links().lines().size() == 2u);
    BOOST_TEST(cell("links", 0, 0) == "窗口人员");
    BOOST_TEST(cell("links", 0, 2) == "张桂山");
    BOOST_TEST(cell("links", 1, 2) == "桃江县公安局");

    page->tabs().links().open(1);

    page = main->record_page();
    BOOST_TEST(tests::control<wxTextCtrl>(page, "name").GetValue() == views::to_wx("桃江县公安局"));
    BOOST_TEST(page->tabs().GetPageText(1) == views::to_wx("关联（1）"));
    page->tabs().go_to(views::RecordTabs::links_tab);
    BOOST_TEST(tests::control<wxStaticText>(page, "links.counts")
                   .GetLabelText()
                   .utf8_string()
                   .find("派驻记录：1")
        != std::string::npos);
    page->tabs().links().open(0);
    BOOST_TEST((main->record_page()->list().selected() == posting));
    delete main;
}

BOOST_AUTO_TEST_CASE(following_a_link_asks_for_what_is_not_saved)
{
    auto* main = new views::MainFrame({.editor = editor, .file = "大厅.db"});
    main->show_page("posting");
    page = main->record_page();
    page->open(posting);
    tests::control<wxTextCtrl>(page, "post").SetValue(views::to_wx("窗口主任"));
    const tests::Answering go_on(wxID_CANCEL);

    page->tabs().links().show(posting);
    page->tabs().links().open(0);

    BOOST_TEST(go_on.asked() == 1);
    BOOST_TEST((main->record_page() == page));
    BOOST_TEST(page->is_changed());
    delete main;
}

BOOST_AUTO_TEST_CASE(a_new_record_shows_its_form)
{
    page->tabs().go_to(views::RecordTabs::history_tab);
    page->add();
    BOOST_TEST(page->tabs().GetSelection() == int(views::RecordTabs::form_tab));
}

BOOST_AUTO_TEST_SUITE_END()

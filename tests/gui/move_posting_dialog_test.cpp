// The dialog that changes the status of a posting, and the menu's way to it.
#include "views/shell/move_posting_dialog.h"

#include "model/entities/person.h"
#include "tests/gui/screen.h"
#include "tests/support/editing.h"
#include "tests/support/gui.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/widgets/wrapped_text.h"

#include <wx/choice.h>
#include <wx/menu.h>
#include <wx/stattext.h>

using namespace model;

namespace {

struct WithPosting : tests::WithWindow, tests::Editing {
    WithPosting()
    {
        person = made("person", {{"name", "张桂山"}});
        posting = made("posting",
            {{"person", person.text()}, {"source", "sent"}, {"from", "2025-06-02"},
                {"status", "on_duty"}});
    }
    ~WithPosting()
    {
        delete dialog;
        delete main;
    }
    WithPosting(const WithPosting&) = delete;
    WithPosting& operator=(const WithPosting&) = delete;

    void open() { dialog = new views::MovePostingDialog(frame, editor, posting); }

    std::string told()
    {
        return tests::control<views::WrappedText>(dialog, "told").text().utf8_string();
    }

    std::vector<std::string> choices()
    {
        std::vector<std::string> all;
        for (const auto& each : tests::control<wxChoice>(dialog, "to_status").GetStrings())
            all.push_back(each.utf8_string());
        return all;
    }

    bool asks(const char* name) { return wxWindow::FindWindowByName(name, dialog); }

    const wxMenuItem* item_of(const char* label)
    {
        for (const auto* each : main->GetMenuBar()->GetMenu(1)->GetMenuItems())
            if (each->GetItemLabel() == wxString::FromUTF8(label))
                return each;
        return nullptr;
    }

    views::MovePostingDialog* dialog = nullptr;
    views::MainFrame* main = nullptr;
    Uuid person;
    Uuid posting;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(move_posting_dialog_test, WithPosting)

BOOST_AUTO_TEST_CASE(only_what_may_follow_is_offered_and_only_its_needs_are_asked)
{
    open();
    BOOST_TEST(choices()
            == (std::vector<std::string>{"请假", "外出", "培训", "挂职借调", "轮换申请中", "离岗"}),
        boost::test_tools::per_element());
    dialog->choose("out");
    BOOST_TEST(asks("reason"));
    BOOST_TEST(!asks("until"));
    dialog->choose("seconded");
    for (const auto* name : {"day", "reason", "document", "approver", "until"})
        BOOST_TEST(asks(name), name);
    dialog->choose("left");
    BOOST_TEST(asks("end_kind"));
    BOOST_TEST(!asks("reason"));
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_said_and_what_is_there_is_done)
{
    open();
    dialog->choose("training");
    dialog->type("reason", views::to_wx("业务轮训"));
    dialog->move();
    BOOST_TEST(dialog->GetReturnCode() != wxID_OK);
    BOOST_TEST(told().find("预计到") != std::string::npos, told());
    BOOST_TEST(told().find("从“在岗”可以变动为") != std::string::npos, told());
    BOOST_TEST(text(posting, "status") == "on_duty");

    dialog->type("until", "2026-01-15");
    dialog->move();
    BOOST_TEST(dialog->GetReturnCode() == wxID_OK, told());
    BOOST_TEST(text(posting, "status") == "training");
    BOOST_TEST(store.count({.def = &def("posting_change")}) == 1);
    editor.undo();
    BOOST_TEST(text(posting, "status") == "on_duty");
    BOOST_TEST(store.count({.def = &def("posting_change")}) == 0);
}

BOOST_AUTO_TEST_CASE(a_day_that_is_none_is_told)
{
    open();
    dialog->choose("out");
    dialog->type("day", "");
    dialog->move();
    BOOST_TEST(told().find("还没填变动日期") != std::string::npos, told());
}

BOOST_AUTO_TEST_CASE(it_is_chinese_and_speaks)
{
    open();
    dialog->Show();
    for (const auto* to : {"out", "seconded", "left"}) {
        dialog->choose(to);
        for (const auto& words : tests::said_by(*dialog))
            BOOST_TEST(tests::english_in(words).empty(), words.utf8_string());
    }
}

BOOST_AUTO_TEST_CASE(the_menu_has_it_on_postings_and_staff)
{
    main = new views::MainFrame({.editor = editor, .file = "大厅.db"});
    main->show_page("posting");
    const auto* item = item_of("办理状态变动(&J)…\tCtrl+Shift+G");
    const auto* portrait = item_of("设置头像(&Q)…");
    BOOST_REQUIRE(item);
    BOOST_REQUIRE(portrait);
    for (const auto& [name, may_move, has_portrait] :
        {std::tuple{"posting", true, false}, {"person", true, true}, {"leave", false, false}}) {
        main->show_page(name);
        BOOST_TEST(item->IsEnabled() == may_move, name);
        BOOST_TEST(portrait->IsEnabled() == has_portrait, name);
    }
    for (const auto& [name, record] : {std::pair{"posting", posting}, {"person", person}}) {
        main->show_page(name);
        main->record_page()->open(record);
        const tests::Answering cancel(wxID_CANCEL);
        main->record_page()->move_posting();
        BOOST_TEST(cancel.asked() == 1, name);
    }
    made("posting", {{"person", person.text()}, {"from", "2025-07-01"}});
    const tests::Answering cancel(wxID_CANCEL);
    main->record_page()->move_posting(); // which of the two?
    BOOST_TEST(cancel.asked() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

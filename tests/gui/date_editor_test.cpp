#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/form/field_editor.h"

#include <wx/button.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

struct WithDate : tests::WithOffice {
    std::unique_ptr<views::FieldEditor> editor_of_birth =
        views::FieldEditor::make(frame, *office.def("person").find("birth"), office.store);

    wxTextCtrl& text() { return dynamic_cast<wxTextCtrl&>(*editor_of_birth->focus()); }

    void type(const char* words)
    {
        text().Clear();
        text().WriteText(views::to_wx(words));
    }

    std::string read()
    {
        const auto entry = editor_of_birth->get();
        const auto* value = std::get_if<Value>(&entry);
        return value ? to_text(*value) : views::from_wx(views::tr(std::get<Message>(entry)));
    }

    void leave()
    {
        wxFocusEvent left(wxEVT_KILL_FOCUS, text().GetId());
        text().GetEventHandler()->ProcessEvent(left);
    }

    std::string shown() { return views::from_wx(text().GetValue()); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(date_editor_test, WithDate)

BOOST_AUTO_TEST_CASE(a_date_typed_in_short_is_shown_in_full_once_the_keyboard_leaves)
{
    for (const auto* words : {"1-8", "20260108", "2026年1月8日", "2026。1。8", "+7"}) {
        type(words);
        BOOST_TEST(read() == "2026-01-08");
        leave();
        BOOST_TEST(shown() == "2026-01-08");
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_date_stays_as_typed_and_is_explained)
{
    type("2月30日");
    leave();

    BOOST_TEST(shown() == "2月30日");
    BOOST_TEST(read() == "2026 年 2 月只有 28 天");
}

BOOST_AUTO_TEST_CASE(an_emptied_date_is_no_value)
{
    editor_of_birth->set(Date{std::chrono::year{2020} / 5 / 4});
    type("");
    BOOST_TEST(read() == "");
}

BOOST_AUTO_TEST_CASE(f4_picks_from_a_calendar_that_begins_at_the_date_typed)
{
    int changes = 0;
    editor_of_birth->on_change = [&] { ++changes; };
    type("3-5");
    const auto typed = changes;
    const tests::Answering take(wxID_OK);

    wxKeyEvent f4(wxEVT_CHAR);
    f4.m_keyCode = WXK_F4;
    text().GetEventHandler()->ProcessEvent(f4);

    BOOST_TEST(take.asked() == 1);
    BOOST_TEST(shown() == "2026-03-05");
    BOOST_TEST(changes == typed + 1);
}

BOOST_AUTO_TEST_CASE(a_calendar_that_is_closed_changes_nothing)
{
    type("3-5");
    const tests::Answering leave_it(wxID_CANCEL);

    wxKeyEvent down(wxEVT_CHAR);
    down.m_keyCode = WXK_DOWN;
    down.SetAltDown(true);
    text().GetEventHandler()->ProcessEvent(down);

    BOOST_TEST(leave_it.asked() == 1);
    BOOST_TEST(shown() == "3-5");
}

BOOST_AUTO_TEST_CASE(a_locked_date_opens_no_calendar)
{
    editor_of_birth->allow(false);
    const tests::Answering take(wxID_OK);

    wxKeyEvent f4(wxEVT_CHAR);
    f4.m_keyCode = WXK_F4;
    text().GetEventHandler()->ProcessEvent(f4);

    BOOST_TEST(take.asked() == 0);
}

BOOST_AUTO_TEST_SUITE_END()

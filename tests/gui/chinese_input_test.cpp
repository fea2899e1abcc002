#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/form/record_form.h"
#include "views/list/record_list.h"
#include "views/shell/record_page.h"

#include <wx/clipbrd.h>
#include <wx/srchctrl.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

struct WithTyping : tests::WithOffice {
    /// Every text of the page that can be typed into, by its name.
    static void collect(wxWindow* window, std::vector<wxTextCtrl*>& texts)
    {
        if (auto* text = dynamic_cast<wxTextCtrl*>(window); text && text->IsEditable())
            texts.push_back(text);
        for (auto* child : window->GetChildren())
            collect(child, texts);
    }

    /// What an input method does when the user has chosen his characters: they arrive all at once,
    /// in the middle of what stands there.
    static void commit(wxTextCtrl& text, const char* characters)
    {
        text.WriteText(views::to_wx(characters));
    }

    /// Whether somebody took the key before the text could have it.
    static bool press(wxTextCtrl& text, int key)
    {
        wxKeyEvent event(wxEVT_CHAR_HOOK);
        event.m_keyCode = key;
        event.SetEventObject(&text);
        return text.GetEventHandler()->ProcessEvent(event);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(chinese_input_test, WithTyping)

BOOST_AUTO_TEST_CASE(characters_reach_every_text_of_every_form_whole_and_in_order)
{
    for (const auto* def : hall_catalog().all()) {
        auto* page = new views::RecordPage(frame, *def, editor);
        page->add();
        std::vector<wxTextCtrl*> texts;
        collect(&page->form(), texts);
        BOOST_TEST(texts.size() >= 3u);
        for (auto* text : texts) {
            text->ChangeValue({}); // such as the day with which a new record begins
            commit(*text, "桃花江");
            text->SetInsertionPoint(1);
            commit(*text, "𠮷镇"); // one character outside the basic plane
            wxTheApp->Yield();
            BOOST_TEST(text->GetValue() == views::to_wx("桃𠮷镇花江"),
                def->name << ' ' << text->GetName());
        }
        page->Destroy();
    }
}

BOOST_AUTO_TEST_CASE(text_pasted_into_a_form_is_entered)
{
    const auto zhang = office.add("person", {{"name", "张桂山"}});
    auto* page = new views::RecordPage(frame, office.def("person"), editor);
    frame->Show();
    page->open(zhang);
    if (!wxTheClipboard->Open())
        return; // no clipboard on this display
    wxTheClipboard->SetData(new wxTextDataObject(views::to_wx("政务服务股\n副股长")));
    wxTheClipboard->Close();

    auto& rank = tests::control<wxTextCtrl>(page, "rank");
    rank.SetFocus();
    rank.Paste();

    tests::wait_until([&] { return !rank.GetValue().empty(); });
    BOOST_TEST(page->save());
    BOOST_TEST(office.text(zhang, "rank").starts_with("政务服务股"));
}

// A key that belongs to the input method (Enter takes the letters, Esc drops them, Page Up turns
// its pages) comes as CHAR_HOOK first, so nothing of ours may act on that in a text.
BOOST_AUTO_TEST_CASE(keys_of_the_input_method_are_left_to_it)
{
    const auto zhang = office.add("person", {{"name", "张桂山"}});
    office.add("person", {{"name", "李秀英"}});
    auto* page = new views::RecordPage(frame, office.def("person"), editor);
    page->refresh();
    frame->Show();
    page->open(zhang);
    auto& name = tests::control<wxTextCtrl>(page, "name");
    name.SetFocus();
    BOOST_REQUIRE(tests::wait_until([&] { return name.HasFocus(); }));
    const tests::Answering give_up(wxID_YES);
    commit(name, "zh");

    for (const int key : {int(WXK_RETURN), int(WXK_ESCAPE), int(WXK_PAGEUP), int(WXK_PAGEDOWN),
             int(WXK_SPACE), int(WXK_UP), int(WXK_DOWN), int('1')})
        BOOST_TEST(!press(name, key), key);

    BOOST_TEST(name.HasFocus());
    BOOST_TEST(give_up.asked() == 0);
    BOOST_TEST((page->list().selected() == zhang));
}

BOOST_AUTO_TEST_CASE(the_filters_of_a_list_take_characters)
{
    office.add("person", {{"name", "张桂山"}});
    office.add("person", {{"name", "李秀英"}});
    auto* page = new views::RecordPage(frame, office.def("person"), editor);
    page->refresh();
    page->list().filter(views::to_wx("秀"));
    BOOST_TEST(page->list().count() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

#include "views/shell/record_split.h"

#include "tests/support/gui.h"

#include <boost/test/unit_test.hpp>
#include <wx/button.h>
#include <wx/panel.h>
#include <wx/textctrl.h>

namespace {

constexpr int bar = 60;

struct WithSplit : tests::WithWindow {
    WithSplit()
    {
        split->hold(list, [] { return bar; }, form, head);
    }

    void resize(int width, int height)
    {
        split->SetSize(frame->FromDIP(wxSize(width, height)));
        split->arrange();
    }

    static void enter(wxWindow* control)
    {
        wxChildFocusEvent event(control);
        control->GetEventHandler()->ProcessEvent(event);
    }

    bool is_at(int sash)
    {
        return tests::wait_until([&] { return split->GetSashPosition() == sash; });
    }

    views::RecordSplit* split = new views::RecordSplit(frame);
    wxPanel* list = new wxPanel(split);
    wxPanel* form = new wxPanel(split);
    wxPanel* head = new wxPanel(form, wxID_ANY, {0, 6}, {100, 30});
    wxTextCtrl* filter = new wxTextCtrl(list, wxID_ANY);
    wxTextCtrl* field = new wxTextCtrl(form, wxID_ANY, {}, {0, 50});
    wxButton* next = new wxButton(head, wxID_ANY, "next");
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(record_split_test, WithSplit)

BOOST_AUTO_TEST_CASE(a_wide_window_has_them_side_by_side_and_a_narrow_one_one_over_the_other)
{
    resize(1100, 600);
    BOOST_TEST(split->GetSplitMode() == wxSPLIT_VERTICAL);
    resize(700, 600);
    BOOST_TEST(split->GetSplitMode() == wxSPLIT_HORIZONTAL);
    BOOST_TEST(!split->is_low());
    const int sash = split->GetSashPosition();
    BOOST_TEST(sash < split->GetClientSize().y / 2);
    enter(field);
    wxTheApp->Yield();
    BOOST_TEST(split->GetSashPosition() == sash);
}

BOOST_AUTO_TEST_CASE(in_a_low_window_the_one_with_the_keyboard_has_the_room)
{
    resize(500, 260);
    BOOST_TEST(split->is_low());
    const int sash = split->GetSashPosition();
    BOOST_TEST(sash > split->GetClientSize().y * 2 / 3);
    BOOST_TEST(sash < split->GetClientSize().y - split->GetSashSize());
    enter(field);
    BOOST_TEST(is_at(bar));
    enter(filter);
    BOOST_TEST(is_at(sash));
}

BOOST_AUTO_TEST_CASE(the_buttons_of_the_head_stay_under_the_pointer)
{
    resize(500, 260);
    const int sash = split->GetSashPosition();
    enter(next);
    wxTheApp->Yield();
    BOOST_TEST(split->GetSashPosition() == sash);
    BOOST_TEST(!split->is_at_form());
}

BOOST_AUTO_TEST_CASE(what_was_dragged_stays_until_the_keyboard_goes_over)
{
    resize(500, 260);
    split->SetSashPosition(120);
    enter(filter);
    wxTheApp->Yield();
    BOOST_TEST(split->GetSashPosition() == 120);
    enter(field);
    BOOST_TEST(is_at(bar));
}

BOOST_AUTO_TEST_SUITE_END()

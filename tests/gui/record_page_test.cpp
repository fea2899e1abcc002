#include "views/shell/record_page.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/form/record_form.h"
#include "views/list/record_list.h"
#include "views/widgets/suggest_box.h"

#include <wx/button.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

struct WithPage : tests::WithOffice {
    WithPage()
    {
        zhang = office.add("person", {{"name", "张桂山"}, {"phone", "13873712345"}});
        page = new views::RecordPage(frame, office.def("person"), editor);
    }

    void type(const char* field, const char* text)
    {
        tests::control<wxTextCtrl>(page, field).SetValue(views::to_wx(text));
    }

    Uuid zhang;
    views::RecordPage* page = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(record_page_test, WithPage)

BOOST_AUTO_TEST_CASE(saving_writes_what_was_typed_and_shows_it_in_the_list)
{
    page->open(zhang);
    type("name", "张桂珊");

    BOOST_TEST(page->save());

    BOOST_TEST(office.text(zhang, "name") == "张桂珊");
    BOOST_TEST(views::from_wx(page->list().text(0, 0)) == "张桂珊");
    BOOST_TEST(!page->is_changed());
}

BOOST_AUTO_TEST_CASE(a_refused_entry_is_told_beside_its_field_and_not_written)
{
    page->open(zhang);
    type("id_number", "430922198503120011");

    BOOST_TEST(!page->save());

    BOOST_TEST(office.text(zhang, "id_number") == "");
    BOOST_TEST(wxWindow::FindWindowByName("id_number.findings", page)->IsShown());
    BOOST_TEST(page->is_changed());
}

BOOST_AUTO_TEST_CASE(the_rules_look_while_the_user_types)
{
    page->open(zhang);
    type("id_number", "430922198503120011");

    auto* said = wxWindow::FindWindowByName("id_number.findings", page);
    BOOST_TEST(tests::wait_until([&] { return said->IsShown(); }));
}

BOOST_AUTO_TEST_CASE(an_empty_complaint_is_refused_at_the_field_that_is_missing)
{
    page = new views::RecordPage(frame, office.def("complaint"), editor);
    page->add();
    BOOST_TEST(tests::control<wxTextCtrl>(page, "received").GetValue() == "2026-01-01");
    BOOST_TEST(!page->is_changed()); // that is no entry of the user's
    const auto label = [&](const char* field) {
        return tests::control<wxStaticText>(page, std::string(field) + ".label")
            .GetLabelText()
            .utf8_string();
    };
    BOOST_TEST(label("matter").ends_with('*'), label("matter"));
    BOOST_TEST(!label("handler").ends_with('*'), label("handler"));

    BOOST_TEST(!page->save());
    BOOST_TEST(wxWindow::FindWindowByName("matter.findings", page)->IsShown());
    BOOST_TEST(office.store.count({.def = &office.def("complaint")}) == 0);

    type("matter", "等候太久");
    BOOST_TEST(page->save());
    const auto made = office.store.select({.def = &office.def("complaint")}).at(0);
    BOOST_TEST(to_text(made["received"]) == "2026-01-01");
    BOOST_TEST(to_text(made["number"]) == "投诉〔2026〕001号");
}

BOOST_AUTO_TEST_CASE(an_empty_new_record_is_not_blamed_before_it_is_saved)
{
    page->add();
    type("rank", "科员");
    tests::wait_until([] { return false; });

    BOOST_TEST(!wxWindow::FindWindowByName("name.findings", page)->IsShown());
    BOOST_TEST(!page->save());
    BOOST_TEST(wxWindow::FindWindowByName("name.findings", page)->IsShown());
}

BOOST_AUTO_TEST_CASE(a_new_record_is_in_the_list_and_chosen_after_it_is_saved)
{
    page->add();
    type("name", "李秀英");

    BOOST_TEST(page->save());

    BOOST_REQUIRE(page->list().selected().has_value());
    BOOST_TEST(office.text(*page->list().selected(), "name") == "李秀英");
}

BOOST_AUTO_TEST_CASE(a_new_account_is_in_use_unless_somebody_says_otherwise)
{
    auto* accounts = new views::RecordPage(frame, office.def("user"), editor);
    accounts->add();
    BOOST_TEST(!accounts->is_changed());
    tests::control<wxTextCtrl>(accounts, "name").SetValue(views::to_wx("王敏"));
    BOOST_TEST(accounts->save());
    BOOST_REQUIRE(!accounts->shown().is_nil());
    BOOST_TEST(office.text(accounts->shown(), "state") == "active");
}

BOOST_AUTO_TEST_CASE(going_on_editing_keeps_what_was_typed)
{
    page->open(zhang);
    type("name", "张桂珊");
    const tests::Answering go_on(wxID_CANCEL);

    BOOST_TEST(!page->may_leave());

    BOOST_TEST(go_on.asked() == 1);
    BOOST_TEST(page->is_changed());
}

BOOST_AUTO_TEST_CASE(giving_up_puts_back_what_was_saved)
{
    page->open(zhang);
    type("name", "张桂珊");
    const tests::Answering give_up(wxID_YES);

    page->give_up();

    BOOST_TEST(tests::control<wxTextCtrl>(page, "name").GetValue() == views::to_wx("张桂山"));
    BOOST_TEST(office.text(zhang, "name") == "张桂山");
}

BOOST_AUTO_TEST_CASE(giving_up_a_new_record_goes_back_to_the_one_before)
{
    page->open(zhang);
    page->add();
    type("name", "李秀英");
    const tests::Answering give_up(wxID_YES);

    page->give_up();

    BOOST_TEST(tests::control<wxTextCtrl>(page, "name").GetValue() == views::to_wx("张桂山"));
    BOOST_TEST((page->list().selected() == zhang));
}

BOOST_AUTO_TEST_CASE(after_a_deletion_the_record_next_to_it_is_shown)
{
    office.add("person", {{"name", "李秀英"}});
    page->refresh();
    page->open(zhang);
    const tests::Answering yes(wxID_YES);

    page->remove();

    BOOST_TEST(tests::control<wxTextCtrl>(page, "name").GetValue() == views::to_wx("李秀英"));
}

BOOST_AUTO_TEST_CASE(what_a_filter_hides_is_not_what_delete_is_about)
{
    const auto li = office.add("person", {{"name", "李秀英"}});
    page->refresh();
    page->open(zhang);
    page->list().filter(views::to_wx("李"));

    BOOST_TEST((page->shown() == li));
    BOOST_TEST((page->list().selected() == li));
    BOOST_TEST(tests::control<wxStaticText>(page, "position").GetLabelText()
        == views::to_wx("第 1 条，共 1 条"));

    page->list().filter(views::to_wx("没有这个人"));
    BOOST_TEST(page->shown().is_nil());
    const tests::Answering yes(wxID_YES);
    page->remove();
    BOOST_TEST(yes.asked() == 0);
    BOOST_TEST(office.store.count({.def = &office.def("person")}) == 2);

    page->list().clear_filters();
    BOOST_TEST(!page->shown().is_nil());
}

BOOST_AUTO_TEST_CASE(what_is_half_typed_stays_though_a_filter_hides_it)
{
    office.add("person", {{"name", "李秀英"}});
    page->refresh();
    page->open(zhang);
    type("rank", "科员");

    page->list().filter(views::to_wx("李"));

    BOOST_TEST((page->shown() == zhang));
    BOOST_TEST(page->is_changed());
    BOOST_TEST(tests::control<wxStaticText>(page, "position").GetLabelText() == "");
}

BOOST_AUTO_TEST_CASE(down_from_the_filter_chooses_the_first_row)
{
    page->list().select({});
    auto& filter = tests::control<wxWindow>(page, "filter");
    wxKeyEvent down(wxEVT_CHAR_HOOK);
    down.m_keyCode = WXK_DOWN;
    down.SetEventObject(&filter);

    filter.GetEventHandler()->ProcessEvent(down);

    BOOST_TEST((page->list().selected() == zhang));
}

BOOST_AUTO_TEST_CASE(a_refresh_keeps_what_was_typed_and_not_saved)
{
    page->open(zhang);
    type("name", "张桂珊");
    office.change(zhang, "phone", "13900000000");

    page->refresh();

    BOOST_TEST(tests::control<wxTextCtrl>(page, "name").GetValue() == views::to_wx("张桂珊"));
    BOOST_TEST(page->save());
    BOOST_TEST(office.text(zhang, "phone") == "13900000000");
}

BOOST_AUTO_TEST_CASE(an_entry_by_document_is_kept_as_made_on_behalf)
{
    page->open(zhang);
    type("rank", "副科长");
    type("on_behalf", "桃公政〔2026〕3号");

    BOOST_TEST(page->save());

    BOOST_TEST(office.store.history(zhang).back().document == "桃公政〔2026〕3号");
}

BOOST_AUTO_TEST_CASE(a_deleted_record_leaves_the_list)
{
    page->open(zhang);
    const tests::Answering yes(wxID_YES);

    page->remove();

    BOOST_TEST(page->list().count() == 0u);
    BOOST_TEST(!office.store.find(office.def("person"), zhang).has_value());
}

BOOST_AUTO_TEST_CASE(saving_and_going_on_shows_the_next_record)
{
    const auto li = office.add("person", {{"name", "李秀英"}});
    page->refresh();
    page->open(zhang);
    type("rank", "科员");

    page->save_and_go_on();

    BOOST_TEST(office.text(zhang, "rank") == "科员");
    BOOST_TEST((page->form().id() == li));
    BOOST_TEST(tests::control<wxStaticText>(page, "position").GetLabelText()
        == views::to_wx("第 2 条，共 2 条"));
    BOOST_TEST(!tests::control<wxButton>(page, "next").IsThisEnabled());
}

BOOST_AUTO_TEST_CASE(one_new_record_after_the_other_can_be_entered)
{
    page->add();
    for (const auto* name : {"李秀英", "王建国"}) {
        type("name", name);
        page->save_and_go_on();
        BOOST_TEST(tests::control<wxTextCtrl>(page, "name").GetValue() == "");
    }
    BOOST_TEST(office.store.count({.def = &office.def("person")}) == 3);
}

BOOST_AUTO_TEST_CASE(a_refused_entry_keeps_the_record_it_is_in)
{
    office.add("person", {{"name", "李秀英"}});
    page->refresh();
    page->open(zhang);
    type("birth", "去年");

    page->save_and_go_on();

    BOOST_TEST((page->form().id() == zhang));
    BOOST_TEST(page->is_changed());
}

BOOST_AUTO_TEST_CASE(stepping_through_the_list_follows_its_order_and_stops_at_its_ends)
{
    const auto li = office.add("person", {{"name", "李秀英"}});
    page->refresh();
    page->open(zhang);

    page->step(1);
    BOOST_TEST((page->form().id() == li));
    page->step(1);
    BOOST_TEST((page->form().id() == li));
    page->step(-1);
    BOOST_TEST((page->form().id() == zhang));
}

BOOST_AUTO_TEST_CASE(documents_used_before_are_offered_again)
{
    page->open(zhang);
    type("rank", "副科长");
    type("on_behalf", "桃公政〔2026〕3号");
    BOOST_REQUIRE(page->save());
    BOOST_TEST(tests::control<wxTextCtrl>(page, "on_behalf").GetValue() == "");

    auto* box =
        dynamic_cast<views::SuggestBox*>(tests::control<wxTextCtrl>(page, "on_behalf").GetParent());
    BOOST_REQUIRE(box);
    frame->Show();
    box->open();

    BOOST_REQUIRE(box->offered().size() == 1u);
    BOOST_TEST(box->offered()[0].text == views::to_wx("桃公政〔2026〕3号"));
}

BOOST_AUTO_TEST_CASE(an_entry_made_on_behalf_is_marked_at_its_field)
{
    const auto unit = office.add("unit", {{"name", "县公安局"}});
    office.add("posting", {{"person", zhang.text()}, {"unit", unit.text()}, {"source", "sent"}});
    page->open(zhang);
    const auto mark = [&](const char* field) {
        return views::from_wx(
            tests::control<wxStaticText>(page, std::string(field) + ".owner").GetLabelText());
    };
    BOOST_TEST(mark("rank") == "派驻单位");
    BOOST_TEST(mark("badge") == "");
    type("rank", "副科长");
    type("on_behalf", "桃公政〔2026〕3号");

    BOOST_REQUIRE(page->save());

    BOOST_TEST(mark("rank") == "派驻单位 代录");
    BOOST_TEST(tests::control<wxStaticText>(page, "rank.owner")
                   .GetToolTipText()
                   .Contains(views::to_wx("桃公政〔2026〕3号")));
    BOOST_TEST(mark("name") == "派驻单位");
}

BOOST_AUTO_TEST_SUITE_END()

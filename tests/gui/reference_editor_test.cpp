#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/form/field_editor.h"
#include "views/widgets/suggest_box.h"

#include <wx/button.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

struct WithReference : tests::WithOffice {
    WithReference()
    {
        police = office.add("unit", {{"name", "桃江县公安局"}, {"short_name", "公安"}});
        tax = office.add("unit", {{"name", "桃江县税务局"}});
        closed = office.add("unit", {{"name", "公安消防大队"}, {"closed", "2020-01-01"}});
        editor_of_unit =
            views::FieldEditor::make(frame, *office.def("window").find("unit"), office.store);
        frame->Show();
    }

    wxTextCtrl& text() { return dynamic_cast<wxTextCtrl&>(*editor_of_unit->focus()); }
    views::SuggestBox& box() { return dynamic_cast<views::SuggestBox&>(*text().GetParent()); }

    /// The lines offered for these words.
    std::vector<std::string> type(const char* words)
    {
        text().Clear();
        text().WriteText(views::to_wx(words));
        box().open();
        std::vector<std::string> lines;
        for (const auto& line : box().offered())
            lines.push_back(views::from_wx(line.text));
        return lines;
    }

    void press(int key)
    {
        wxKeyEvent event(wxEVT_CHAR);
        event.m_keyCode = key;
        text().GetEventHandler()->ProcessEvent(event);
    }

    void enter()
    {
        wxCommandEvent event(wxEVT_TEXT_ENTER, text().GetId());
        text().GetEventHandler()->ProcessEvent(event);
    }

    Value value()
    {
        const auto entry = editor_of_unit->get();
        const auto* value = std::get_if<Value>(&entry);
        return value ? *value : Value{};
    }

    Uuid police;
    Uuid tax;
    Uuid closed;
    std::unique_ptr<views::FieldEditor> editor_of_unit;
};

using Lines = std::vector<std::string>;

} // namespace

BOOST_FIXTURE_TEST_SUITE(reference_editor_test, WithReference)

BOOST_AUTO_TEST_CASE(words_pinyin_and_initials_find_the_record)
{
    for (const auto* words : {"税务", "shuiwu", "swj", "taojiangxiansw", "tjxswj"})
        BOOST_TEST((type(words) == Lines{"桃江县税务局"}), words);
    BOOST_TEST(type("没有的").empty());
}

BOOST_AUTO_TEST_CASE(enter_takes_the_first_line_and_goes_on)
{
    bool went_on = false;
    editor_of_unit->on_enter = [&] { went_on = true; };
    type("swj");
    enter();

    BOOST_TEST((value() == Value{tax}));
    BOOST_TEST(text().GetValue() == views::to_wx("桃江县税务局"));
    BOOST_TEST(went_on);
}

BOOST_AUTO_TEST_CASE(a_record_that_has_ended_stands_last_and_says_so)
{
    BOOST_TEST((type("公安") == Lines{"桃江县公安局", "公安消防大队"}));
    BOOST_TEST(views::from_wx(box().offered()[1].detail).find("2020-01-01") != std::string::npos);

    press(WXK_DOWN);
    press(WXK_TAB);
    BOOST_TEST((value() == Value{closed}));
}

BOOST_AUTO_TEST_CASE(only_records_the_account_may_see_are_offered)
{
    editor_of_unit->offer_only({.record = [this](const Meta& meta) { return meta.id != tax; },
        .where = [](const auto&) { return "t.name <> '桃江县税务局'"; }});

    BOOST_TEST(type("swj").empty());
    BOOST_TEST(type("税务").empty());
    BOOST_TEST((type("公安") == Lines{"桃江县公安局", "公安消防大队"}));
}

BOOST_AUTO_TEST_CASE(of_two_records_of_one_name_none_is_taken_unasked)
{
    office.add("unit", {{"name", "县档案馆"}, {"short_name", "老馆"}});
    const auto second = office.add("unit", {{"name", "县档案馆"}, {"short_name", "新馆"}});

    BOOST_TEST(type("dag").size() == 2u);
    enter();
    BOOST_TEST(is_empty(value()));

    type("dag");
    press(WXK_DOWN);
    press(WXK_DOWN);
    enter();
    BOOST_TEST((value() == Value{second}));
}

BOOST_AUTO_TEST_CASE(nothing_is_taken_from_a_list_closed_with_esc)
{
    type("swj");
    press(WXK_ESCAPE);
    enter();
    BOOST_TEST(is_empty(value()));
    BOOST_TEST(text().GetValue() == "swj");
}

BOOST_AUTO_TEST_CASE(a_new_record_can_be_entered_where_none_is_found)
{
    std::string title;
    std::optional<Uuid> made;
    editor_of_unit->offer_new([&](const EntityDef& def, const std::string& typed) {
        title = typed;
        made = office.add(def.name, {{"name", typed}});
        return made;
    });
    BOOST_TEST((type("县粮食局") == Lines{"新增单位“县粮食局”…"}));

    enter();
    BOOST_TEST(title == ""); // not unasked

    type("县粮食局");
    press(WXK_DOWN);
    enter();
    BOOST_TEST(title == "县粮食局");
    BOOST_TEST((value() == Value{*made}));
    BOOST_TEST(text().GetValue() == views::to_wx("县粮食局"));
}

BOOST_AUTO_TEST_CASE(words_stay_where_no_new_record_was_made)
{
    editor_of_unit->offer_new([](const auto&, const auto&) { return std::nullopt; });
    type("县粮食局");
    press(WXK_DOWN);
    enter();
    BOOST_TEST(is_empty(value()));
    BOOST_TEST(text().GetValue() == views::to_wx("县粮食局"));
}

BOOST_AUTO_TEST_CASE(the_record_that_stands_there_can_be_opened)
{
    Uuid opened;
    editor_of_unit->offer_to_follow([&](const EntityDef&, const Uuid& id) { opened = id; });
    auto& follow = tests::control<wxButton>(editor_of_unit->control(), "unit.follow");
    BOOST_TEST(!follow.IsShown());

    editor_of_unit->set(Value{tax});
    BOOST_TEST(follow.IsShown());
    wxCommandEvent pressed(wxEVT_BUTTON, follow.GetId());
    follow.ProcessWindowEvent(pressed);
    BOOST_TEST((opened == tax));

    type("x");
    BOOST_TEST(!follow.IsShown());
}

BOOST_AUTO_TEST_SUITE_END()

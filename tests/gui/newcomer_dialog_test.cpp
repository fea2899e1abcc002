#include "views/shell/newcomer_dialog.h"

#include "tests/gui/screen.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>
#include <wx/button.h>
#include <wx/stattext.h>

using namespace model;

namespace {

struct WithNewcomer : tests::WithOffice {
    WithNewcomer()
    {
        const auto hall = office.add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}});
        office.add("unit", {{"name", "县公安局"}});
        office.add("window", {{"number", "A01"}, {"place", hall.text()}});
        dialog = new views::NewcomerDialog(frame, editor);
    }
    ~WithNewcomer() { delete dialog; }
    WithNewcomer(const WithNewcomer&) = delete;
    WithNewcomer& operator=(const WithNewcomer&) = delete;

    std::int64_t count(std::string_view entity)
    {
        return office.store.count({.def = &office.def(entity)});
    }
    std::string told(const char* name)
    {
        return tests::control<wxStaticText>(dialog, name).GetLabelText().utf8_string();
    }

    views::NewcomerDialog* dialog = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(newcomer_dialog_test, WithNewcomer)

BOOST_AUTO_TEST_CASE(the_number_fills_birth_and_sex_and_all_is_one_step)
{
    dialog->type("person.name", views::to_wx("单雪梅"));
    dialog->type("person.id_number", "430922199003071225");
    dialog->type("posting.unit", views::to_wx("县公安局"));
    dialog->type("window_staff.window", "A01");
    dialog->save();

    BOOST_TEST(!dialog->made().is_nil(), told("told"));
    BOOST_TEST(office.text(dialog->made(), "birth") == "1990-03-07");
    BOOST_TEST(office.text(dialog->made(), "sex") == "female");
    BOOST_TEST(count("posting") == 1);
    BOOST_TEST(count("window_staff") == 1);
    const auto steps = office.store.history(dialog->made());
    BOOST_REQUIRE(!steps.empty());
    BOOST_TEST(steps.front().document == "窗口工作人员基本情况表（盖章）");
    editor.undo();
    BOOST_TEST(count("person") + count("posting") + count("window_staff") == 0);
}

BOOST_AUTO_TEST_CASE(whoever_is_called_so_is_named_while_one_types_and_may_come_back)
{
    const auto before = office.add("person", {{"name", "单雪梅"}, {"phone", "13900000041"}});
    dialog->type("person.name", views::to_wx("单雪"));
    BOOST_TEST(told("doubles") == "");
    dialog->type("person.name", views::to_wx("单雪梅"));
    BOOST_TEST(told("doubles").find("台账里已有单雪梅") != std::string::npos, told("doubles"));
    dialog->take_namesake();
    dialog->save();
    BOOST_TEST((dialog->made() == before));
    BOOST_TEST(count("person") == 1);
    BOOST_TEST(office.text(before, "phone") == "13900000041");
}

BOOST_AUTO_TEST_CASE(whatever_was_entered_first_is_asked_about_before_it_is_lost)
{
    BOOST_TEST(!dialog->is_begun());
    dialog->type("person.phone", "13900000041");
    BOOST_TEST(dialog->is_begun());
    dialog->type("person.phone", "");
    BOOST_TEST(!dialog->is_begun());
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_told_and_nothing_is_written)
{
    dialog->type("person.name", views::to_wx("单雪梅"));
    dialog->type("person.id_number", "430922199003071226");
    dialog->save();
    BOOST_TEST(dialog->made().is_nil());
    BOOST_TEST(told("told") != "");
    BOOST_TEST(count("person") == 0);
}

BOOST_AUTO_TEST_CASE(it_is_chinese_and_speaks)
{
    dialog->Show();
    for (const auto& text : tests::said_by(*dialog))
        for (const auto& word : tests::english_in(text))
            BOOST_ERROR(word << " in \"" << text.utf8_string() << '"');
    for (const auto& part : tests::focusable_in(*dialog))
        BOOST_TEST((tests::has_chinese(part.name) || part.role == "scroll bar"),
            part.role << " \"" << part.name << '"');
}

BOOST_AUTO_TEST_SUITE_END()

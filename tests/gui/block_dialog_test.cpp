#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/import/bulk_edit.h"
#include "views/import/cell_table.h"
#include "views/import/paste_rows.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/radiobut.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

struct WithRows : tests::WithOffice {
    WithRows()
    {
        zhang = office.add("person", {{"name", "张桂山"}, {"rank", "科员"}});
        li = office.add("person", {{"name", "李秀英"}, {"rank", "主任"}});
    }

    const FieldDef& field(std::string_view name) { return *office.def("person").find(name); }

    views::BulkEdit bulk_edit(std::string_view first)
    {
        return {frame, desk, office.def("person"), {zhang, li}, field(first)};
    }

    PasteTarget target()
    {
        return {.records = {zhang, li},
            .columns = {&field("name"), &field("rank"), &field("phone")},
            .titles = {"张桂山", "李秀英"},
            .selected = {0},
            .first_column = 0};
    }

    static void press(wxButton& button)
    {
        wxCommandEvent event(wxEVT_BUTTON, button.GetId());
        button.ProcessWindowEvent(event);
    }

    static void choose(wxWindow* dialog, const char* name, int line)
    {
        auto& choice = tests::control<wxChoice>(dialog, name);
        choice.SetSelection(line);
        wxCommandEvent event(wxEVT_CHOICE, choice.GetId());
        event.SetInt(line);
        choice.ProcessWindowEvent(event);
    }

    static void tick(wxCheckBox& box)
    {
        box.SetValue(true);
        wxCommandEvent event(wxEVT_CHECKBOX, box.GetId());
        event.SetInt(1);
        box.ProcessWindowEvent(event);
    }

    static void settle(views::BlockDialog& dialog)
    {
        tests::wait_until([&] { return !dialog.is_working(); });
    }

    static std::string cell(wxWindow* dialog, std::size_t row, std::size_t column)
    {
        return views::from_wx(
            tests::control<views::CellTable>(dialog, "check").cell(row, column).text);
    }

    Uuid zhang;
    Uuid li;
    views::Desk desk{.editor = editor};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(block_dialog_test, WithRows)

BOOST_AUTO_TEST_CASE(what_is_typed_is_shown_for_each_record_before_it_is_written)
{
    auto dialog = bulk_edit("rank");
    const auto& change = tests::control<wxButton>(&dialog, "change");
    BOOST_TEST(!change.IsEnabled());

    tests::control<wxTextCtrl>(&dialog, "rank").SetValue(views::to_wx("副主任"));
    settle(dialog);

    BOOST_TEST(cell(&dialog, 0, 0) == "张桂山");
    BOOST_TEST(cell(&dialog, 0, 1) == "职务：科员 → 副主任");
    BOOST_TEST(cell(&dialog, 1, 1) == "职务：主任 → 副主任");
    BOOST_TEST(change.IsEnabled());
    BOOST_TEST(office.text(zhang, "rank") == "科员");

    dialog.take_in();

    BOOST_TEST(dialog.written() == 2);
    BOOST_TEST(office.text(li, "rank") == "副主任");
    editor.undo();
    BOOST_TEST(office.text(zhang, "rank") == "科员");
    BOOST_TEST(office.text(li, "rank") == "主任");
}

BOOST_AUTO_TEST_CASE(a_field_is_emptied_only_if_that_is_ticked)
{
    auto dialog = bulk_edit("rank");
    dialog.take_in();
    BOOST_TEST(dialog.written() == 0);

    tick(tests::control<wxCheckBox>(&dialog, "empty1"));
    settle(dialog);
    dialog.take_in();

    BOOST_TEST(dialog.written() == 2);
    BOOST_TEST(office.text(zhang, "rank") == "");
}

BOOST_AUTO_TEST_CASE(a_value_that_the_rules_refuse_is_told_for_each_record)
{
    auto dialog = bulk_edit("id_number");
    tests::control<wxTextCtrl>(&dialog, "id_number").SetValue("430922198503120011");
    settle(dialog);

    auto& errors = tests::control<views::CellTable>(&dialog, "errors");
    BOOST_TEST(errors.rows() == 2u);
    BOOST_TEST(cell(&dialog, 0, 0) == "张桂山");
    BOOST_TEST(!tests::control<wxButton>(&dialog, "change").IsEnabled());
}

BOOST_AUTO_TEST_CASE(several_fields_change_in_one_step)
{
    auto dialog = bulk_edit("rank");
    press(tests::control<wxButton>(&dialog, "more"));
    const auto& fields = office.def("person").fields;
    int line = 1;
    for (const auto& each : fields) {
        if (each.name == "sex")
            break;
        line += each.type != Type::attachment;
    }
    choose(&dialog, "field2", line);
    choose(&dialog, "sex", 2);
    tests::control<wxTextCtrl>(&dialog, "rank").SetValue(views::to_wx("科长"));
    settle(dialog);
    dialog.take_in();

    BOOST_TEST(office.text(zhang, "rank") == "科长");
    BOOST_TEST(office.text(zhang, "sex") != "");
    editor.undo();
    BOOST_TEST(office.text(zhang, "sex") == "");
}

BOOST_AUTO_TEST_CASE(a_pasted_table_goes_to_the_records_its_names_tell)
{
    views::PasteRows dialog(frame, desk, office.def("person"), target(),
        "姓名\t职务\r\n李秀英\t副主任\r\n张桂山\t科长\r\n");
    settle(dialog);
    BOOST_TEST(cell(&dialog, 0, 0) == "李秀英");
    dialog.take_in();
    BOOST_TEST(office.text(zhang, "rank") == "科长");
    BOOST_TEST(office.text(li, "rank") == "副主任");
}

BOOST_AUTO_TEST_CASE(cells_without_heads_go_where_the_user_says)
{
    views::PasteRows dialog(frame, desk, office.def("person"), target(), "科长\r\n13800000002\r\n");
    choose(&dialog, "column", 1);
    settle(dialog);
    BOOST_TEST(cell(&dialog, 0, 1) == "职务：科员 → 科长");
}

BOOST_AUTO_TEST_CASE(wrong_cells_stay_out_when_only_the_good_rows_are_wanted)
{
    views::PasteRows dialog(frame, desk, office.def("person"), target(),
        "姓名\t职务\t身份证号\r\n张桂山\t科长\t\r\n李秀英\t科长\t430922198503120011\r\n");
    settle(dialog);
    dialog.take_in();
    BOOST_TEST(dialog.written() == 0);

    auto& good = tests::control<wxRadioButton>(&dialog, "take_good");
    good.SetValue(true);
    wxCommandEvent event(wxEVT_RADIOBUTTON, good.GetId());
    good.ProcessWindowEvent(event);
    dialog.take_in();

    BOOST_TEST(dialog.written() == 1);
    BOOST_TEST(office.text(zhang, "rank") == "科长");
    BOOST_TEST(office.text(li, "rank") == "主任");
}

BOOST_AUTO_TEST_CASE(a_warning_is_told_beside_what_changes)
{
    office.change(li, "id_number", "430922198503120017");
    auto dialog = bulk_edit("birth");
    tests::control<wxTextCtrl>(&dialog, "birth").SetValue("1990-01-02");
    settle(dialog);
    BOOST_TEST(cell(&dialog, 0, 1) == "出生日期：（空） → 1990-01-02");
    BOOST_TEST(cell(&dialog, 1, 1).find("▲") != std::string::npos, cell(&dialog, 1, 1));
}

BOOST_AUTO_TEST_CASE(text_that_is_no_table_is_none)
{
    const views::PasteRows dialog(frame, desk, office.def("person"), target(), "");
    BOOST_TEST(!dialog.has_table());
}

BOOST_AUTO_TEST_CASE(tab_goes_through_the_window_from_top_to_bottom)
{
    auto dialog = bulk_edit("name");
    press(tests::control<wxButton>(&dialog, "more"));
    const auto place = [&](const char* name) {
        auto* window = wxWindow::FindWindowByName(name, &dialog);
        return window->GetParent()->GetChildren().IndexOf(window);
    };
    BOOST_TEST(place("field1") < place("empty1"));
    BOOST_TEST(place("empty1") < place("field2"));
    BOOST_TEST(place("empty2") < place("more"));
    auto* rows = wxWindow::FindWindowByName("check", &dialog)->GetParent();
    BOOST_TEST(place("show_wrong") < rows->GetParent()->GetChildren().IndexOf(rows));
}

BOOST_AUTO_TEST_SUITE_END()

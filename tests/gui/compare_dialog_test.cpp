#include "views/import/compare_dialog.h"

#include "model/exchange/edition_keep.h"
#include "model/exchange/import.h"
#include "tests/gui/screen.h"
#include "tests/support/files.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"
#include "views/import/all_languages.h"
#include "views/import/cell_table.h"
#include "views/import/type_codes_dialog.h"
#include "views/shell/main_frame.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/menu.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

enum Column { take, difference, row, code, name, unit, changes };

struct WithDialog : tests::WithOffice {
    WithDialog()
    {
        const auto old = tests::write_file(folder.file("旧目录.csv"),
            heads
                + "县水利局,取水许可,B1,行政许可,5\n县水利局,河道采砂许可,B2,行政许可,5\n"
                  "县市监局,企业登记,A2,行政确认,5\n");
        import_sheet(office.store, office.clerk, office.def("item"), old,
            {.languages = views::all_languages()});
        dialog = new views::CompareDialog(frame, desk);
    }

    /// The edition, compared.
    void compare(const std::string& rows)
    {
        dialog->take_file(tests::write_file(folder.file("新目录.csv"), heads + rows).string());
        dialog->next();
        dialog->next();
        BOOST_TEST_REQUIRE(dialog->step() == views::CompareDialog::compare);
    }

    template <class Control>
    Control& control(const char* named)
    {
        return tests::control<Control>(dialog, named);
    }

    void press(const char* named)
    {
        auto& button = control<wxButton>(named);
        wxCommandEvent event(wxEVT_BUTTON, button.GetId());
        event.SetEventObject(&button);
        button.ProcessWindowEvent(event);
    }

    void show_only(const char* named)
    {
        auto& radio = control<wxRadioButton>(named);
        radio.SetValue(true);
        wxCommandEvent event(wxEVT_RADIOBUTTON, radio.GetId());
        event.SetEventObject(&radio);
        radio.ProcessWindowEvent(event);
    }

    void space_in(const char* table)
    {
        wxKeyEvent event(wxEVT_KEY_DOWN);
        event.m_keyCode = WXK_SPACE;
        auto& window = control<views::CellTable>(table);
        event.SetEventObject(&window);
        window.GetEventHandler()->ProcessEvent(event);
    }

    std::string cell(const char* table, std::size_t at, std::size_t column)
    {
        return views::from_wx(control<views::CellTable>(table).cell(at, column).text);
    }
    std::string figures() { return control<wxStaticText>("figures").GetLabelText().utf8_string(); }
    std::string said() { return control<wxStaticText>("said").GetLabelText().utf8_string(); }

    std::string of(const std::string& item, std::string_view field)
    {
        const auto found = office.store.where(office.def("item"), "code", item);
        return found.empty() ? "(none)" : to_text(found.front()[field]);
    }

    const std::string heads = "部门,事项名称,事项编码,事项类型,承诺时限\n";
    const std::string edition = "县水利局,取水许可,B1,行政许可,3\n"
                                "县市监局,企业登记,A2-26,行政确认,4\n"
                                "县市监局,食品经营许可,A1,行政许可,10\n"
                                "县市监局,坏行,A7,行政许可,几天\n";
    tests::TempFolder folder;
    views::Desk desk{.editor = editor};
    views::CompareDialog* dialog = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(compare_dialog_test, WithDialog)

BOOST_AUTO_TEST_CASE(every_line_is_told_with_its_kind_and_the_figures_add_up)
{
    compare(edition);

    BOOST_TEST(control<views::CellTable>("differences").rows() == 5u);
    BOOST_TEST(cell("differences", 0, difference) == "新增");
    BOOST_TEST(cell("differences", 1, difference) == "修改");
    BOOST_TEST(cell("differences", 1, changes) == "承诺办结时限：5 → 3");
    BOOST_TEST(cell("differences", 2, difference) == "换码");
    BOOST_TEST(cell("differences", 3, difference) == "拟取消");
    BOOST_TEST(cell("differences", 4, difference) == "无法识别");
    BOOST_TEST(cell("differences", 4, row) == "5");
    BOOST_TEST(cell("differences", 4, code) == "A7");
    BOOST_TEST(cell("differences", 4, name) == "坏行");
    control<views::CellTable>("differences").go_to(4, 0);
    control<views::CellTable>("differences").on_choose(4);
    BOOST_TEST(control<views::CellTable>("fields").rows() == 2u);
    BOOST_TEST(cell("fields", 0, 3) == "几天");
    BOOST_TEST(
        figures().find("新目录 4 行 = 相同 0 + 修改 1 + 划转 0 + 换码 1 + 新增 1 + 无法识别 1")
            != std::string::npos,
        figures());
    BOOST_TEST(!control<wxButton>("next").IsEnabled()); // nothing is taken unasked
    BOOST_TEST(of("B1", "promised_days") == "5");
}

BOOST_AUTO_TEST_CASE(the_space_bar_takes_a_line_and_one_step_takes_it_in)
{
    compare(edition);
    auto& table = control<views::CellTable>("differences");
    table.go_to(1, 0);
    space_in("differences");
    BOOST_TEST(cell("differences", 1, take) == "√");
    BOOST_TEST(control<wxButton>("next").GetLabelText() == views::to_wx("采纳 1 项(T)"));
    dialog->next();

    BOOST_TEST(of("B1", "promised_days") == "3");
    BOOST_TEST(of("A1", "name") == "(none)");
    BOOST_TEST(dialog->has_written());
    BOOST_TEST(said().find("已采纳 1 项") != std::string::npos, said());
    BOOST_TEST(control<views::CellTable>("differences").rows() == 4u);

    editor.undo();
    BOOST_TEST(of("B1", "promised_days") == "5");
}

BOOST_AUTO_TEST_CASE(what_was_taken_here_is_taken_back_here)
{
    const auto press_undo = [&] {
        wxKeyEvent event(wxEVT_CHAR_HOOK);
        event.m_keyCode = 'Z';
        event.SetControlDown(true);
        event.SetEventObject(dialog);
        dialog->GetEventHandler()->ProcessEvent(event);
    };
    compare(edition);
    press_undo();
    BOOST_TEST(said().find("没有可撤销的") != std::string::npos, said());
    control<views::CellTable>("differences").go_to(1, 0);
    space_in("differences");
    dialog->next();
    BOOST_TEST(of("B1", "promised_days") == "3");

    press_undo();

    BOOST_TEST(of("B1", "promised_days") == "5");
    BOOST_TEST(control<views::CellTable>("differences").rows() == 5u);
    BOOST_TEST(said().find("已撤销上一次采纳") != std::string::npos, said());
    press_undo();
    BOOST_TEST(said().find("没有可撤销的") != std::string::npos, said());
}

BOOST_AUTO_TEST_CASE(codes_that_differ_at_their_end_are_told_apart)
{
    compare(edition);
    auto& table = control<views::CellTable>("differences");
    BOOST_TEST((table.GetColumn(code)->GetRenderer()->GetEllipsizeMode() == wxELLIPSIZE_MIDDLE));
    BOOST_TEST((table.GetColumn(name)->GetRenderer()->GetEllipsizeMode() == wxELLIPSIZE_END));
}

BOOST_AUTO_TEST_CASE(a_kind_is_taken_as_a_whole)
{
    compare(edition);
    show_only("show_withdrawn");
    BOOST_TEST(control<views::CellTable>("differences").rows() == 1u);
    press("mark_shown");
    control<wxTextCtrl>("day").ChangeValue("2025-12-31");
    dialog->next();

    BOOST_TEST(of("B2", "state") == "cancelled");
    BOOST_TEST(of("B2", "cancelled") == "2025-12-31");
    BOOST_TEST(of("B1", "promised_days") == "5");
}

BOOST_AUTO_TEST_CASE(a_field_is_left_out_with_the_space_bar_but_not_the_one_that_matters)
{
    compare(edition);
    control<views::CellTable>("differences").go_to(2, 0); // the new code, and another limit
    control<views::CellTable>("differences").on_choose(2);
    auto& fields = control<views::CellTable>("fields");
    BOOST_TEST_REQUIRE(fields.rows() == 2u);
    BOOST_TEST(cell("fields", 0, 1) == "事项编码");
    fields.go_to(0, 0);
    space_in("fields");
    BOOST_TEST(cell("fields", 0, 0) == "√");
    fields.go_to(1, 0);
    space_in("fields");
    BOOST_TEST(cell("fields", 1, 0).empty());
    space_in("differences");
    dialog->next();

    BOOST_TEST(of("A2-26", "promised_days") == "5");
}

BOOST_AUTO_TEST_CASE(a_field_is_left_out_of_all_lines_at_once)
{
    compare(edition);
    BOOST_TEST(
        figures().find("本中心自己填写的栏目：承诺办结时限") != std::string::npos, figures());
    control<views::CellTable>("differences").go_to(1, 0);
    control<views::CellTable>("differences").on_choose(1);
    control<views::CellTable>("fields").go_to(0, 0); // the promised limit
    press("field_of_all");
    BOOST_TEST(said().find("2 行") != std::string::npos, said());
    press("mark_shown");
    BOOST_TEST(control<wxButton>("next").GetLabelText() == views::to_wx("采纳 3 项(T)"));
    dialog->next();

    BOOST_TEST(of("B1", "promised_days") == "5"); // nothing of it was left to take
    BOOST_TEST(of("A2-26", "promised_days") == "5");
    BOOST_TEST(of("A1", "promised_days") == "10"); // an added item comes whole
}

BOOST_AUTO_TEST_CASE(what_is_open_is_there_again_after_closing)
{
    compare(edition);
    dialog->Destroy();
    dialog = new views::CompareDialog(frame, desk);
    BOOST_TEST(control<wxChoice>("kept").GetParent()->IsShown());
    press("resume");

    BOOST_TEST(dialog->step() == views::CompareDialog::compare);
    BOOST_TEST(control<views::CellTable>("differences").rows() == 5u);

    dialog->back();
    BOOST_TEST(dialog->step() == views::CompareDialog::source);
    {
        const tests::Answering yes(wxID_YES);
        press("drop");
    }
    BOOST_TEST(kept_editions(office.store).empty());
    BOOST_TEST(!control<wxChoice>("kept").GetParent()->IsShown());
}

BOOST_AUTO_TEST_CASE(what_is_covered_can_be_said)
{
    compare("县水利局,取水许可,B1,行政许可,5\n");
    BOOST_TEST(control<views::CellTable>("differences").rows() == 1u);
    auto& covered = control<wxChoice>("covered");
    const auto choose = [&](int line) {
        covered.SetSelection(line);
        wxCommandEvent event(wxEVT_CHOICE, covered.GetId());
        event.SetInt(line);
        covered.ProcessWindowEvent(event);
    };
    choose(1);
    BOOST_TEST(control<views::CellTable>("differences").rows() == 2u);
    choose(2);
    BOOST_TEST(control<views::CellTable>("differences").rows() == 0u);
}

BOOST_AUTO_TEST_CASE(item_types_of_another_list_are_said_and_compared_anew)
{
    compare("县水利局,水利咨询,B7,14,5\n");
    const auto last = control<views::CellTable>("differences").rows() - 1;
    BOOST_TEST(cell("differences", last, difference) == "无法识别");
    views::TypeCodesDialog types(dialog, {{"14", 1, {}}});
    BOOST_TEST(types.codes().empty());
    auto& choice = tests::control<wxChoice>(&types, "type_14");
    BOOST_TEST(choice.GetStringSelection() == views::to_wx("（不清楚）"));
    choice.SetSelection(choice.FindString(views::to_wx("20 公共服务")));
    BOOST_TEST(types.codes() == (TypeCodes{{"14", "20"}}));
}

BOOST_AUTO_TEST_CASE(every_step_is_chinese_and_speaks)
{
    const auto check = [&] {
        for (const auto& text : tests::said_by(*dialog)) {
            const auto words = tests::english_in(text);
            BOOST_TEST(words.empty(), text.utf8_string());
        }
    };
    check();
    compare(edition);
    check();
    dialog->Show();
    wxTheApp->Yield();
    for (const auto& [role, spoken] : tests::focusable_in(*dialog))
        BOOST_TEST(tests::has_chinese(spoken), role << " \"" << spoken << '"');
}

BOOST_AUTO_TEST_CASE(the_menu_opens_it)
{
    const std::unique_ptr<views::MainFrame> main(new views::MainFrame({.editor = editor}));
    const auto id = main->GetMenuBar()->FindMenuItem(
        views::tr("&File"), views::tr("Compare an &edition of the catalog…"));
    BOOST_TEST_REQUIRE(id != wxNOT_FOUND);
    BOOST_TEST(main->GetMenuBar()->IsEnabled(id));
    const tests::Answering cancel(wxID_CANCEL);
    wxCommandEvent event(wxEVT_MENU, id);
    main->GetEventHandler()->ProcessEvent(event);
    BOOST_TEST(cancel.asked() == 1);
}

BOOST_AUTO_TEST_SUITE_END()

#include "views/shell/step_history.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/import/cell_table.h"
#include "views/shell/main_frame.h"

#include <wx/button.h>
#include <wx/menu.h>
#include <wx/stattext.h>
#include <wx/toolbar.h>

using namespace model;

namespace {

struct WithHistory : tests::WithOffice {
    WithHistory()
    {
        police = office.add("unit", {{"name", "县公安局"}});
        for (const auto* phone : {"1", "2", "3"}) {
            const FieldEdit edit{office.def("unit").find("phone"), std::string(phone)};
            editor.set(police, {&edit, 1});
        }
        Editor wang(office.store, {Uuid::named("account", "wang"), "王敏"});
        const FieldEdit edit{office.def("unit").find("contact"), std::string("李文")};
        wang.set(police, {&edit, 1});
    }

    Uuid police;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(step_history_test, WithHistory)

BOOST_AUTO_TEST_CASE(steps_are_told_in_words_with_who_took_them)
{
    views::StepHistory dialog(frame, editor);
    auto& table = tests::control<views::CellTable>(&dialog, "steps");
    BOOST_REQUIRE(table.rows() == 5u);
    BOOST_TEST(table.cell(0, 1).text.utf8_string() == "王敏");
    BOOST_TEST(table.cell(1, 2).text.utf8_string() == "修改 县公安局 的联系电话");
    BOOST_TEST(table.cell(4, 2).text.utf8_string() == "新增 县公安局");
}

BOOST_AUTO_TEST_CASE(one_goes_back_to_before_a_step)
{
    views::StepHistory dialog(frame, editor);
    auto& table = tests::control<views::CellTable>(&dialog, "steps");
    table.go_to(0, 0);
    table.on_choose(0);
    BOOST_TEST(!tests::control<wxButton>(&dialog, "take_back").IsEnabled());
    table.go_to(2, 0);
    table.on_choose(2);
    BOOST_TEST(tests::control<wxButton>(&dialog, "take_back").IsEnabled());
    BOOST_TEST(
        tests::control<wxStaticText>(&dialog, "said").GetLabel().utf8_string().find("共 2 步")
        != std::string::npos);

    dialog.take_back();

    BOOST_TEST(dialog.has_written());
    BOOST_TEST(office.text(police, "phone") == "1");
    BOOST_TEST(office.text(police, "contact") == "李文");
    BOOST_TEST(table.cell(1, 3).text.utf8_string() == "已撤销");
    BOOST_TEST(!tests::control<wxButton>(&dialog, "take_back").IsEnabled());
}

BOOST_AUTO_TEST_CASE(the_menu_and_the_tool_say_what_would_be_taken_back)
{
    const FieldEdit edit{office.def("unit").find("name"), std::string("公安局 & 派出所")};
    editor.set(police, {&edit, 1});
    const FieldEdit again{office.def("unit").find("phone"), std::string("4")};
    editor.set(police, {&again, 1});
    auto* window = new views::MainFrame({.editor = editor, .file = "大厅.db"});
    auto* edits = window->GetMenuBar()->GetMenu(1);
    const auto* undo = edits->FindItemByPosition(0);
    BOOST_TEST(undo->GetItemLabelText().utf8_string().find("修改 公安局 & 派出所 的联系电话")
            != std::string::npos,
        undo->GetItemLabelText().utf8_string());
    BOOST_TEST(window->GetToolBar()->GetToolShortHelp(undo->GetId()).utf8_string()
        == "撤销：修改 公安局 & 派出所 的联系电话 (Ctrl+Z)");
    delete window;
}

BOOST_AUTO_TEST_SUITE_END()

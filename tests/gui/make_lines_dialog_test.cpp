#include "views/shell/make_lines_dialog.h"

#include "tests/support/editing.h"
#include "tests/support/gui.h"
#include "views/help/shortcuts.h"
#include "views/import/cell_table.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/menu.h>

#include <algorithm>
#include <set>

using namespace model;

namespace {

struct WithInspection : tests::WithWindow, tests::Editing {
    WithInspection()
    {
        place =
            made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        inspection = made("inspection",
            {{"name", "清廉大厅自查"}, {"kind", "self_check"}, {"place", place.text()},
                {"day", "2026-01-01"}});
    }
    ~WithInspection()
    {
        delete dialog;
        delete main;
    }

    void open()
    {
        dialog =
            new views::MakeLinesDialog(frame, editor, inspection, lines_for(store, inspection));
    }

    views::RecordPage& page(const char* name, const Uuid& record)
    {
        main = new views::MainFrame({.editor = editor, .file = "大厅.db"});
        main->show_page(name);
        main->record_page()->open(record);
        return *main->record_page();
    }

    std::int64_t lines() { return store.count({.def = &def("inspection_line")}); }

    std::string told()
    {
        return tests::control<views::WrappedText>(dialog, "told").text().utf8_string();
    }

    views::MakeLinesDialog* dialog = nullptr;
    views::MainFrame* main = nullptr;
    Uuid place;
    Uuid inspection;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(make_lines_dialog_test, WithInspection)

BOOST_AUTO_TEST_CASE(the_list_that_fits_is_shown_with_its_lines_and_made)
{
    open();
    auto& list = tests::control<wxChoice>(dialog, "list");
    BOOST_TEST(list.GetStringSelection().utf8_string() == "清廉大厅自查清单");
    auto& table = tests::control<views::CellTable>(dialog, "lines");
    const auto count = table.rows();
    BOOST_TEST(count > 10u);
    BOOST_TEST(table.cell(0, 1).text.utf8_string() == "责任落实");
    BOOST_TEST(told().find("将生成 " + std::to_string(count) + " 行") != std::string::npos, told());

    dialog->make();
    BOOST_TEST(dialog->GetReturnCode() == wxID_OK);
    BOOST_TEST(dialog->made() == count);
    BOOST_TEST(lines() == static_cast<std::int64_t>(count));
}

BOOST_AUTO_TEST_CASE(another_list_is_chosen_and_one_that_is_there_cannot_be_made_again)
{
    open();
    dialog->choose(1);
    BOOST_TEST(tests::control<views::CellTable>(dialog, "lines").cell(0, 1).text.utf8_string()
        == "人员在岗");
    dialog->make();
    delete dialog;
    open(); // the inspection names its list now, which stands first
    BOOST_TEST(told().find("都已经有了") != std::string::npos, told());
    BOOST_TEST(!tests::control<wxButton>(dialog, "make_now").IsEnabled());
}

BOOST_AUTO_TEST_CASE(the_menu_offers_it_where_records_get_lines)
{
    page("inspection", inspection);
    const wxMenuItem* item = nullptr;
    for (const auto* each : main->GetMenuBar()->GetMenu(1)->GetMenuItems())
        if (each->GetItemLabel() == wxString::FromUTF8("生成清单或审批步骤(&K)…\tCtrl+Shift+M"))
            item = each;
    BOOST_REQUIRE(item);
    BOOST_TEST(item->IsEnabled());
    for (const auto& [name, may] : {std::pair{"person", false}, {"posting", true}, {"leave", true},
             {"posting_change", true}, {"item_change", true}, {"roster", true}}) {
        main->show_page(name);
        BOOST_TEST(item->IsEnabled() == may, name);
    }
}

BOOST_AUTO_TEST_CASE(no_two_commands_share_a_key)
{
    page("inspection", inspection);
    std::set<std::string> keys;
    for (const auto& shortcut : views::shortcuts_of(*main->GetMenuBar()))
        BOOST_TEST(keys.insert(shortcut.keys.utf8_string()).second,
            shortcut.command.utf8_string() << ' ' << shortcut.keys.utf8_string());
    BOOST_TEST(keys.contains("Ctrl+Shift+M"));
}

BOOST_AUTO_TEST_CASE(what_is_related_is_added_beside_the_record_with_what_both_have)
{
    auto& shown = page("inspection", inspection);
    shown.tabs().go_to(views::RecordTabs::links_tab);
    auto& links = shown.tabs().links();
    const auto& addable = links.addable();
    const auto finding = std::ranges::find(addable, &def("finding"), &Relating::def);
    BOOST_REQUIRE(finding != addable.end());
    BOOST_TEST(static_cast<std::size_t>(tests::control<wxChoice>(&links, "add_into").GetCount())
        == addable.size());

    std::string begun;
    links.on_add = [&](const EntityDef& into, const FieldDef& field) {
        for (const auto& edit :
            begun_beside(store.find(def("inspection"), inspection).value(), {&into, &field}))
            begun += std::string(edit.field->name) + '=' + to_text(edit.value) + ' ';
    };
    links.add_here(static_cast<std::size_t>(finding - addable.begin()));
    BOOST_TEST(begun == "inspection=" + inspection.text() + " place=" + place.text() + ' ');
}

BOOST_AUTO_TEST_CASE(what_comes_along_is_entered_by_a_button_of_its_page)
{
    main = new views::MainFrame({.editor = editor, .file = "大厅.db"});
    main->show_page("checklist");
    auto& button = tests::control<wxButton>(main, "enter_shipped");
    BOOST_TEST(button.IsEnabled());
    wxCommandEvent pressed(wxEVT_BUTTON, button.GetId());
    button.ProcessWindowEvent(pressed);
    BOOST_TEST(store.count({.def = &def("checklist")}) == 4);
    editor.undo();
    BOOST_TEST(store.count({.def = &def("checklist")}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

#include "views/stats/cross_page.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/list/record_list.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/stats/cross_choices.h"
#include "views/stats/cross_grid.h"
#include "views/stats/cross_output.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

struct WithTables : tests::WithOffice {
    WithTables()
    {
        police = office.add("unit", {{"name", "县公安局"}});
        welfare = office.add("unit", {{"name", "县民政局"}});
        sent("张桂山", police, "institution");
        sent("文国强", police, "civil_servant");
        sent("李秀英", welfare, "institution");
    }
    ~WithTables() { delete window; }

    void sent(const std::string& name, const Uuid& unit, const char* identity)
    {
        const auto id = office.add("person", {{"name", name}});
        office.add("posting",
            {{"person", id.text()}, {"unit", unit.text()}, {"identity", identity},
                {"from", "2026-01-05"}});
    }

    views::CrossPage& open()
    {
        window = new views::MainFrame({.editor = editor, .file = "大厅.db", .settings = settings});
        BOOST_REQUIRE(window->show_page("crosstab"));
        return *dynamic_cast<views::CrossPage*>(
            tests::control<wxButton>(window, "keep").GetParent());
    }

    views::CrossGrid& grid() { return tests::control<views::CrossGrid>(window, "crosstab"); }
    std::string cell(int row, int column) { return grid().GetCellValue(row, column).utf8_string(); }
    wxChoice& choice(const char* name) { return tests::control<wxChoice>(window, name); }

    static void choose(wxChoice& choice, const char* label)
    {
        BOOST_REQUIRE_MESSAGE(choice.SetStringSelection(views::to_wx(label)), label);
        wxCommandEvent event(wxEVT_CHOICE, choice.GetId());
        event.SetEventObject(&choice);
        choice.GetEventHandler()->ProcessEvent(event);
    }

    void press(int key, int modifiers = wxMOD_NONE)
    {
        wxKeyEvent event(wxEVT_KEY_DOWN);
        event.m_keyCode = key;
        event.SetControlDown((modifiers & wxMOD_CONTROL) != 0);
        event.SetEventObject(grid().GetGridWindow());
        grid().GetGridWindow()->GetEventHandler()->ProcessEvent(event);
    }

    views::Settings settings;
    Uuid police;
    Uuid welfare;
    views::MainFrame* window = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cross_page_test, WithTables)

BOOST_AUTO_TEST_CASE(the_first_table_is_there_at_once_with_totals)
{
    auto& page = open();
    BOOST_REQUIRE(page.table());
    BOOST_TEST(grid().GetRowLabelValue(0).utf8_string() == "县公安局");
    BOOST_TEST(grid().GetColLabelValue(1).utf8_string() == "事业编制");
    BOOST_TEST(grid().GetNumberRows() == 3);
    BOOST_TEST(cell(0, 0) == "1");
    BOOST_TEST(cell(1, 0) == "");
    BOOST_TEST(cell(2, 2) == "3");
}

BOOST_AUTO_TEST_CASE(the_arrow_keys_go_to_a_number_and_enter_lists_its_records)
{
    open();
    grid().SetFocus();
    press(WXK_RIGHT);
    press(WXK_DOWN);
    BOOST_TEST(grid().spoken().utf8_string() == "县民政局，事业编制：1");
    press(WXK_RETURN);

    BOOST_REQUIRE(window->record_page());
    auto& list = window->record_page()->list();
    BOOST_TEST(window->record_page()->def().name == "posting");
    BOOST_TEST(list.rows().found() == 1u);
    BOOST_TEST(list.is_filtered());
    BOOST_TEST(list.printed()->note.Contains("identity=institution"));

    list.clear_filters();
    BOOST_TEST(list.rows().found() == 3u);
}

BOOST_AUTO_TEST_CASE(a_list_that_was_asked_follows_what_is_written)
{
    open();
    grid().go_to(0, 2);
    press(WXK_RETURN);
    auto& list = window->record_page()->list();
    BOOST_TEST(list.rows().found() == 2u);
    sent("王小军", police, "worker");
    list.refresh();
    BOOST_TEST(list.rows().found() == 3u);
}

BOOST_AUTO_TEST_CASE(other_choices_make_another_table)
{
    open();
    choose(choice("register"), "单位");
    BOOST_TEST(grid().GetNumberRows() == 2); // 未填 and the total
    choose(choice("rows"), "单位名称");
    BOOST_TEST(grid().GetNumberRows() == 3);
    choose(choice("columns"), "（不分列）");
    BOOST_TEST(grid().GetNumberCols() == 1);

    auto& where = tests::control<wxTextCtrl>(window, "where");
    const auto type = [&](const char* text) {
        where.ChangeValue(views::to_wx(text));
        wxCommandEvent enter(wxEVT_TEXT_ENTER, where.GetId());
        enter.SetEventObject(&where);
        where.GetEventHandler()->ProcessEvent(enter);
    };
    type("name~公安");
    BOOST_TEST(grid().GetNumberRows() == 2);
    auto& told = tests::control<views::WrappedText>(window, "told");
    type("name~");
    BOOST_TEST(told.text().Contains(views::to_wx("name~")), told.text().utf8_string());
    BOOST_TEST(grid().GetNumberRows() == 2);
    type("");
    BOOST_TEST(told.text().empty());
    BOOST_TEST(grid().GetNumberRows() == 3);
}

BOOST_AUTO_TEST_CASE(tables_are_kept_under_a_name)
{
    views::KeptTables kept(settings, office.store.catalog());
    const auto question =
        views::question_of(views::preset_tables()[1], office.store.today(), office.store.catalog());
    BOOST_TEST(!kept.keep(" ", question));
    BOOST_TEST(kept.keep("我的表", question).value() == 0u);
    auto other = question;
    other.columns.reset();
    other.where = "status=open";
    kept.keep("另一张", other);

    const views::KeptTables again(settings, office.store.catalog());
    BOOST_REQUIRE(again.all().size() == 2u);
    BOOST_TEST((again.all()[0].question == question));
    BOOST_TEST((again.all()[1].question == other));
    auto& page = open();
    choose(choice("tables"), "另一张");
    BOOST_TEST((page.table()->question == other));
    kept.drop(0);
    BOOST_TEST(views::KeptTables(settings, office.store.catalog()).all().size() == 1u);
}

BOOST_AUTO_TEST_CASE(every_ready_made_table_can_be_counted)
{
    auto& page = open();
    for (const auto& preset : views::preset_tables()) {
        choose(choice("tables"), views::from_wx(views::tr(preset.label)).c_str());
        BOOST_TEST(page.table()->question.def->name == preset.entity);
    }
}

BOOST_AUTO_TEST_CASE(it_is_copied_and_printed_with_its_heads)
{
    auto& page = open();
    const auto text = views::as_text(*page.table());
    BOOST_TEST(
        text.find("\t公务员\t事业编制\t合计\r\n县公安局\t1\t1\t2\r\n") != std::string::npos, text);
    const auto html = views::as_html(*page.table());
    BOOST_TEST(html.find("<td>2</td>") != std::string::npos, html);
    const auto list = views::printed(*page.table(), office.store);
    BOOST_TEST(list->columns.size() == 4u);
    BOOST_TEST(list->lines.size() == 3u);
    BOOST_TEST(list->records == 3u);
    BOOST_TEST(!list->note.empty());

    const tests::Answering cancel(wxID_CANCEL);
    page.print();
    page.export_shown();
    BOOST_TEST(cancel.asked() == 2);
}

BOOST_AUTO_TEST_SUITE_END()

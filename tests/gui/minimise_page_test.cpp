#include "views/shell/minimise_page.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/import/cell_table.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/stattext.h>
#include <wx/statusbr.h>

using namespace model;

namespace {

struct WithLeft : tests::WithOffice {
    WithLeft()
    {
        police = office.add("unit", {{"name", "县公安局"}});
        zhang = left("张桂山", "2020-12-31");
        wen = left("文国强", "2019-06-30");
        left("李秀英", "2024-06-30");
    }
    ~WithLeft() { delete window; }

    Uuid left(const std::string& name, const std::string& to)
    {
        const auto id = office.add("person", {{"name", name}, {"phone", "13873712345"}});
        office.add("posting",
            {{"person", id.text()}, {"unit", police.text()}, {"from", "2016-01-01"}, {"to", to}});
        return id;
    }

    views::MinimisePage& open()
    {
        window = new views::MainFrame({.editor = editor, .file = "大厅.db"});
        BOOST_REQUIRE(window->show_page("minimise"));
        return *dynamic_cast<views::MinimisePage*>(button("clean_up").GetParent());
    }

    wxButton& button(const char* name) { return tests::control<wxButton>(window, name); }
    views::CellTable& table() { return tests::control<views::CellTable>(window, "due"); }
    std::string cell(std::size_t row, std::size_t column)
    {
        return views::from_wx(table().cell(row, column).text);
    }
    std::string count()
    {
        return tests::control<wxStaticText>(window, "count").GetLabelText().utf8_string();
    }

    Uuid police;
    Uuid zhang;
    Uuid wen;
    views::MainFrame* window = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(minimise_page_test, WithLeft)

BOOST_AUTO_TEST_CASE(who_left_longest_ago_stands_first_with_what_goes)
{
    auto& page = open();
    BOOST_TEST(page.count() == 2u);
    BOOST_TEST(cell(0, 0) == "文国强");
    BOOST_TEST(cell(0, 1) == "县公安局");
    BOOST_TEST(cell(0, 2) == "2019-06-30");
    BOOST_TEST(cell(0, 3) == "联系电话");
    BOOST_TEST(cell(1, 0) == "张桂山");
    BOOST_TEST(count() == "到期 2 人，已选 1 人");
    const auto kept = tests::control<views::WrappedText>(window, "kept").text().utf8_string();
    BOOST_TEST(kept.find("保存 3 年 0 个月") != std::string::npos, kept);
    BOOST_TEST(kept.find("备份") != std::string::npos, kept);
}

BOOST_AUTO_TEST_CASE(the_chosen_ones_are_cleaned_up_after_a_yes_and_no_undo_brings_it_back)
{
    auto& page = open();
    table().go_to(1, 0);
    {
        tests::Answering no(wxID_NO);
        page.clean_up();
        BOOST_TEST(no.asked() == 1);
        BOOST_TEST(office.text(zhang, "phone") == "13873712345");
    }
    tests::Answering yes(wxID_YES);
    page.clean_up();
    BOOST_TEST(yes.asked() == 1);
    BOOST_TEST(office.text(zhang, "phone") == "");
    BOOST_TEST(office.text(zhang, "minimised") == "2026-01-01");
    BOOST_TEST(office.text(wen, "phone") == "13873712345");
    BOOST_TEST(page.count() == 1u);
    BOOST_TEST(
        window->GetStatusBar()->GetStatusText(0).utf8_string() == "已永久删除 1 人的个人信息");
    window->undo();
    BOOST_TEST(office.text(zhang, "phone") == "");

    table().SelectAll();
    page.clean_up();
    BOOST_TEST(page.count() == 0u);
    BOOST_TEST(count() == "没有到期人员");
    BOOST_TEST(!button("clean_up").IsEnabled());
}

BOOST_AUTO_TEST_CASE(the_page_leads_to_the_person_and_to_the_time_of_keeping)
{
    open();
    table().on_activate(0);
    BOOST_REQUIRE(window->record_page());
    BOOST_TEST(window->record_page()->def().name == "person");
    window->show_page("minimise");
    wxCommandEvent click(wxEVT_BUTTON, button("times").GetId());
    click.SetEventObject(&button("times"));
    button("times").GetEventHandler()->ProcessEvent(click);
    BOOST_REQUIRE(window->record_page());
    BOOST_TEST(window->record_page()->def().name == "retention");
}

BOOST_AUTO_TEST_CASE(what_another_window_changes_is_there_when_the_page_is_shown_again)
{
    auto& page = open();
    window->show_page("retention");
    office.add("retention", {{"name", "离岗人员"}, {"subject", "left_staff"}, {"years", "1"}});
    window->show_page("minimise");
    BOOST_TEST(page.count() == 3u);
}

BOOST_AUTO_TEST_SUITE_END()

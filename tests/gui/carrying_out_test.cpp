// Planned changes and what else the pages of items, windows and postings show of them.
#include "views/shell/carrying_out.h"

#include "tests/support/editing.h"
#include "tests/support/gui.h"
#include "views/form/field_editor.h"
#include "views/form/record_links.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"
#include "views/widgets/suggest_box.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

struct WithChange : tests::WithWindow, tests::Editing {
    ~WithChange() { delete main; }

    Uuid unit = made("unit", {{"name", "县税务局"}, {"category", "vertical"}});
    Uuid item = made("item",
        {{"code", "43A1"}, {"name", "临时救助"}, {"promised_days", "10"},
            {"promised_unit", "working_day"}});

    Uuid planned(const std::string& effective)
    {
        return made("item_change",
            {{"name", "临时救助"}, {"item", item.text()}, {"kind", "content"},
                {"requested", "2025-11-03"}, {"reviewed", "2025-11-10"}, {"approved", "2025-12-01"},
                {"approval_document", "桃政办函〔2025〕9号"}, {"published", "2025-12-08"},
                {"effective", effective}, {"state", "published"}, {"new_promised_days", "1"}});
    }

    views::RecordPage& page(const char* name, const Uuid& record)
    {
        main = new views::MainFrame({.editor = editor, .file = "大厅.db"});
        main->show_page(name);
        main->record_page()->open(record);
        return *main->record_page();
    }

    std::string days() { return to_text(store.find_any(item)->second["promised_days"]); }

    views::MainFrame* main = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(carrying_out_test, WithChange)

BOOST_AUTO_TEST_CASE(a_change_is_carried_out_by_the_button_of_its_page)
{
    page("item_change", planned("2026-01-01"));
    auto& button = tests::control<wxButton>(main, "carry_out");
    BOOST_REQUIRE(button.IsEnabled());
    wxCommandEvent pressed(wxEVT_BUTTON, button.GetId());
    button.ProcessWindowEvent(pressed);
    BOOST_TEST(days() == "1");
    BOOST_TEST(!button.IsEnabled());
    BOOST_TEST(!button.GetToolTipText().empty());
    editor.undo();
    BOOST_TEST(days() == "10");
}

BOOST_AUTO_TEST_CASE(before_its_day_the_tip_of_the_button_says_when)
{
    page("item_change", planned("2026-03-02"));
    auto& button = tests::control<wxButton>(main, "carry_out");
    BOOST_TEST(!button.IsEnabled());
    BOOST_TEST(views::from_wx(button.GetToolTipText()).find("2026-03-02") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_related_to_a_posting_tells_who_assesses)
{
    const auto person = made("person", {{"name", "张桂山"}});
    const auto posting = made("posting",
        {{"person", person.text()}, {"unit", unit.text()}, {"source", "sent"},
            {"identity", "civil_servant"}, {"from", "2025-01-06"}});
    auto& links = page("posting", posting).tabs().links();
    main->record_page()->tabs().go_to(views::RecordTabs::links_tab);
    const auto told =
        views::from_wx(tests::control<views::WrappedText>(&links, "links.counts").text());
    BOOST_TEST(told.find("县税务局") != std::string::npos, told);
    BOOST_TEST(told.find("基本称职") != std::string::npos, told);
}

BOOST_AUTO_TEST_CASE(items_that_are_not_in_force_stand_last_and_say_why)
{
    made("item", {{"code", "43A2"}, {"name", "临时占用绿地"}, {"effective", "2027-01-01"}});
    made("item", {{"code", "43A3"}, {"name", "临时用地审批"}, {"state", "suspended"}});
    auto field = views::FieldEditor::make(frame, *def("window_item").find("item"), store);
    frame->Show();
    auto& text = dynamic_cast<wxTextCtrl&>(*field->focus());
    auto& box = dynamic_cast<views::SuggestBox&>(*text.GetParent());
    text.WriteText(views::to_wx("临时"));
    box.open();
    const auto lines = box.offered();
    BOOST_REQUIRE(lines.size() >= 3u);
    BOOST_TEST((lines[0].id == item));
    std::string details;
    for (const auto& line : lines)
        details += views::from_wx(line.detail) + '\n';
    BOOST_TEST(details.find("2027-01-01 起生效") != std::string::npos, details);
    BOOST_TEST(details.find("已暂停") != std::string::npos, details);
}

BOOST_AUTO_TEST_SUITE_END()

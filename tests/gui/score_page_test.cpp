#include "views/assessment/score_page.h"

#include "tests/gui/screen.h"
#include "tests/support/assessed_office.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/assessment/event_dialog.h"
#include "views/assessment/period_dialogs.h"
#include "views/import/cell_table.h"
#include "views/widgets/wrapped_text.h"

#include <boost/test/unit_test.hpp>
#include <wx/button.h>
#include <wx/stattext.h>

using namespace model;
using namespace std::chrono;

namespace {

struct Scoring : tests::WithWindow, tests::AssessedOffice {
    Scoring()
    {
        method();
        december = open("2025-12");
        enter(zhang, "1.1", 2025y / December / 3, 1, 8);
        enter(li, "1.3", 2025y / December / 8, 2);
        page = new views::ScorePage(frame, desk);
        page->on_say = [this](const wxString& text) { said = text.utf8_string(); };
        page->refresh();
    }

    std::string cell(std::size_t row, std::size_t column)
    {
        return tests::control<views::CellTable>(page, "ranking")
            .cell(row, column)
            .text.utf8_string();
    }
    std::string words()
    {
        return tests::control<views::WrappedText>(page, "words").text().utf8_string();
    }
    std::string label(const char* name)
    {
        return tests::control<wxButton>(page, name).GetLabelText().utf8_string();
    }

    void take(PeriodMove move, const char* text = "")
    {
        views::PeriodStepDialog dialog(frame, editor, period(december), move);
        dialog.type_words(views::to_wx(text));
        dialog.take();
        page->refresh();
    }

    views::Desk desk{.editor = editor, .file = "大厅.db"};
    Uuid december;
    views::ScorePage* page = nullptr;
    std::string said;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(score_page_test, Scoring)

BOOST_AUTO_TEST_CASE(the_ranking_stands_with_where_each_score_comes_from)
{
    BOOST_TEST(cell(0, 0) == "1");
    BOOST_TEST(cell(0, 1) == "张桂山");
    BOOST_TEST(cell(0, 2) == "桃江县公安局");
    BOOST_TEST(cell(0, 3) == "99.00");
    BOOST_TEST(cell(1, 1) == "李文静");
    BOOST_TEST(cell(1, 3) == "90.00");
    auto& explanation = tests::control<views::CellTable>(page, "explanation");
    BOOST_REQUIRE(explanation.rows() >= 3U);
    std::string all;
    for (std::size_t row = 0; row < explanation.rows(); ++row)
        all += explanation.cell(row, 1).text.utf8_string() + '\n';
    BOOST_TEST(all.find("迟到10分钟以内") != std::string::npos, all);
}

BOOST_AUTO_TEST_CASE(enter_on_an_event_opens_its_entry)
{
    Uuid opened;
    page->on_open_record = [&](const EntityDef& def, const Uuid& id) {
        BOOST_TEST(def.name == "ledger_entry");
        opened = id;
    };
    auto& explanation = tests::control<views::CellTable>(page, "explanation");
    for (std::size_t row = 0; row < explanation.rows(); ++row)
        explanation.on_activate(row);
    BOOST_TEST((opened == store.where(def("ledger_entry"), "person", zhang).at(0).id));
}

BOOST_AUTO_TEST_CASE(the_next_step_says_what_it_is_and_what_it_lacks)
{
    BOOST_TEST(label("next_step").find("形成初评") != std::string::npos, label("next_step"));
    BOOST_TEST(!tests::control<wxButton>(page, "reopen").IsEnabled());
    take(PeriodMove::draft);
    BOOST_TEST(label("next_step").find("通知单位") != std::string::npos);
    take(PeriodMove::notice);
    BOOST_TEST(words().find("异议") != std::string::npos, words());
    BOOST_TEST(tests::control<wxButton>(page, "reopen").IsEnabled());
    {
        views::PeriodStepDialog dialog(frame, editor, period(december), PeriodMove::make_public);
        dialog.take(); // today, while objections may still come
        BOOST_TEST(tests::control<views::WrappedText>(&dialog, "told")
                       .text()
                       .utf8_string()
                       .find("之后公示")
            != std::string::npos);
    }
    take(PeriodMove::reopen); // without a reason
    BOOST_TEST((period(december).state == PeriodState::noticed));
    take(PeriodMove::reopen, "漏登");
    BOOST_TEST((period(december).state == PeriodState::draft));
}

BOOST_AUTO_TEST_CASE(events_are_entered_one_after_the_other)
{
    views::EventDialog dialog(frame, editor);
    dialog.type_rule("1.2");
    dialog.name_object(li);
    dialog.type_day("2025-12-10");
    dialog.enter();
    BOOST_TEST(dialog.entered() == 1U);
    dialog.enter(); // nobody is named
    BOOST_TEST(dialog.entered() == 1U);
    BOOST_TEST(tests::control<views::WrappedText>(&dialog, "told").text() != "");
    dialog.type_rule("1.1");
    dialog.name_object(li);
    dialog.type_minutes("90");
    dialog.enter();
    BOOST_TEST(tests::control<views::WrappedText>(&dialog, "told").text().utf8_string().find("90")
        != std::string::npos);
    dialog.type_minutes("5");
    dialog.enter();
    BOOST_TEST(dialog.entered() == 2U);
    page->refresh();
    BOOST_TEST(score_of(december, li) == "87");
}

BOOST_AUTO_TEST_CASE(what_the_registers_tell_is_taken_once)
{
    add("attendance_day", {{"person", zhang.text()}, {"day", "2025-12-15"}, {"state", "missed"}});
    page->collect();
    BOOST_TEST(said == "各台账中的情况已记入考核记录");
    BOOST_TEST(score_of(december, zhang) == "97");
    page->collect();
    BOOST_TEST(said == "各台账中的情况此前已全部记入");
}

BOOST_AUTO_TEST_CASE(a_period_is_opened_by_typing_its_month)
{
    views::OpenPeriodDialog dialog(frame, editor);
    dialog.type_span("2025年11月");
    dialog.take();
    BOOST_TEST(dialog.opened().is_nil());
    dialog.type_span("2025-11");
    dialog.take();
    BOOST_TEST(!dialog.opened().is_nil());
    page->refresh();
    page->show_period(dialog.opened());
    BOOST_TEST(cell(0, 3) == "100.00");
}

BOOST_AUTO_TEST_SUITE_END()

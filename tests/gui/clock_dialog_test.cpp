#include "views/day/clock_dialog.h"

#include "tests/gui/screen.h"
#include "tests/support/files.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"
#include "views/day/clock_check_page.h"
#include "views/day/clock_source_page.h"
#include "views/day/difference_dialog.h"
#include "views/import/cell_table.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/stattext.h>

using namespace model;

namespace {

constexpr Instant february = 1769990400000; // 2026-02-02 08:00 in China

struct WithClockFile : tests::WithOffice {
    WithClockFile()
    {
        office.clock.set(february);
        for (const auto& [name, badge] :
            {std::pair{"张桂山", "12"}, {"文国强", "13"}, {"单雪梅", ""}, {"单雪梅", ""}})
            people.push_back(office.add("person", {{"name", name}, {"badge", badge}}));
        dialog = new views::ClockDialog(frame, desk);
    }
    ~WithClockFile() { delete dialog; }
    WithClockFile(const WithClockFile&) = delete;
    WithClockFile& operator=(const WithClockFile&) = delete;

    void take(const std::string& rows)
    {
        dialog->take_file(tests::write_file(folder.file("打卡.csv"), rows).string());
    }

    template <class Control>
    Control& control(const char* named)
    {
        return tests::control<Control>(dialog, named);
    }

    std::string cell(const char* table, std::size_t at, std::size_t column)
    {
        return views::from_wx(control<views::CellTable>(table).cell(at, column).text);
    }
    std::string said() { return control<wxStaticText>("said").GetLabelText().utf8_string(); }

    std::int64_t entries() { return office.store.count({.def = &office.def("attendance_day")}); }

    const std::string rows = "工号,姓名,打卡时间\n12,张桂山,2026-01-05 09:25\n"
                             "12,张桂山,2026-01-05 17:02\n13,文国强,2026-01-05 08:50\n"
                             "13,文国强,2026-01-05 17:05\n";
    tests::TempFolder folder;
    std::vector<Uuid> people;
    views::Desk desk{.editor = editor};
    views::ClockDialog* dialog = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(clock_dialog_test, WithClockFile)

BOOST_AUTO_TEST_CASE(a_clock_file_is_taken_in_step_by_step)
{
    take(rows);
    BOOST_TEST(control<views::CellTable>("clock_columns").rows() == 3u);
    BOOST_TEST(cell("clock_columns", 0, 1) == "工号或机号");
    BOOST_TEST(cell("clock_columns", 2, 1) == "打卡日期或时间");
    dialog->next();
    BOOST_TEST_REQUIRE((dialog->step() == views::ClockDialog::check));
    BOOST_TEST(control<views::CellTable>("clock_days").rows() == 1u);
    BOOST_TEST(cell("clock_days", 0, 0) == "新增");
    BOOST_TEST(cell("clock_days", 0, 4) == "迟到 25 分钟");
    BOOST_TEST(entries() == 0);

    dialog->next();

    BOOST_TEST((dialog->step() == views::ClockDialog::done));
    BOOST_TEST(dialog->has_written());
    BOOST_TEST(entries() == 1);
    BOOST_TEST(said().find("已导入 1 条") != std::string::npos, said());
    BOOST_TEST(!control<wxButton>("next").IsShown()); // nothing is to be decided
}

BOOST_AUTO_TEST_CASE(namesakes_are_asked_for_and_wrong_cells_told)
{
    take(rows + ",单雪梅,2026-01-05 09:30\n12,张桂山,2026-01-06 ab\n");
    dialog->next();
    BOOST_TEST_REQUIRE((dialog->step() == views::ClockDialog::check));
    BOOST_TEST(cell("clock_days", 0, 1) == "单雪梅");
    BOOST_TEST(cell("clock_days", 1, 0) == "第 7 行");
    BOOST_TEST(!control<wxButton>("next").IsEnabled());
    BOOST_TEST(control<wxCheckBox>("good").IsShown());

    dialog->check_page().on_ask_person = [this](std::size_t) { return std::optional(people[3]); };
    control<views::CellTable>("clock_days").on_activate(0);
    BOOST_TEST(cell("clock_days", 0, 0) == "第 7 行"); // he is known now
    auto& good = control<wxCheckBox>("good");
    good.SetValue(true);
    wxCommandEvent event(wxEVT_CHECKBOX, good.GetId());
    event.SetEventObject(&good);
    good.ProcessWindowEvent(event);
    BOOST_TEST(control<wxButton>("next").IsEnabled());
    dialog->next();
    BOOST_TEST(entries() == 2);
}

BOOST_AUTO_TEST_CASE(columns_nobody_knows_are_said_and_a_month_is_asked_for)
{
    take("代码,谁,何时\n12,张桂山,2026-01-05 09:25\n");
    BOOST_TEST(!control<wxButton>("next").IsEnabled());
    BOOST_TEST(cell("clock_columns", 1, 0) == "谁");
    dialog->source_page().take_role(1, ClockRole::name);
    dialog->source_page().take_role(2, ClockRole::when);
    BOOST_TEST(control<wxButton>("next").IsEnabled());

    take("工号,姓名,5,6,7,8,9\n12,张桂山,09:25 17:00,,,,\n");
    BOOST_TEST(!control<wxButton>("next").IsEnabled());
    dialog->source_page().take_month("2026-01");
    BOOST_TEST(control<wxButton>("next").IsEnabled());
    BOOST_TEST(cell("clock_columns", 2, 1) == "当月 5 日");
}

BOOST_AUTO_TEST_CASE(differences_are_decided_by_one_key_each)
{
    office.add("attendance_day",
        {{"person", people[0].text()}, {"day", "2026-01-05"}, {"state", "absent"},
            {"source", "roll_call"}});
    take(rows);
    dialog->next();
    BOOST_TEST(cell("clock_days", 0, 0) == "不一致");
    BOOST_TEST(cell("clock_days", 0, 5) == "旷工");
    dialog->next();
    BOOST_TEST(control<wxButton>("next").IsShown());
    dialog->next();
    BOOST_TEST(dialog->wants_differences());

    auto* shown = new views::DifferenceDialog(frame, editor);
    auto& table = tests::control<views::CellTable>(shown, "differing_days");
    BOOST_TEST(table.rows() == 1u);
    BOOST_TEST(views::from_wx(table.cell(0, 4).text) == "迟到 25 分钟");
    BOOST_TEST(views::from_wx(table.cell(0, 5).text) == "旷工");
    wxKeyEvent key(wxEVT_KEY_DOWN);
    key.m_keyCode = '1';
    key.SetEventObject(&table);
    table.GetEventHandler()->ProcessEvent(key);
    BOOST_TEST(table.rows() == 0u);
    BOOST_TEST(shown->has_written());
    shown->show_all(true);
    BOOST_TEST(views::from_wx(table.cell(0, 7).text) == "迟到 25 分钟（打卡记录）");
    delete shown;
    editor.undo();
    const auto record = office.store.select({.def = &office.def("attendance_day")}).front();
    BOOST_TEST(to_text(record["state"]) == "absent");
}

BOOST_AUTO_TEST_CASE(both_windows_are_chinese_and_speak)
{
    take(rows);
    dialog->Show();
    const auto look = [](wxWindow& window) {
        for (const auto& text : tests::said_by(window))
            for (const auto& word : tests::english_in(text))
                BOOST_ERROR(word << " in \"" << text.utf8_string() << '"');
        for (const auto& part : tests::focusable_in(window))
            BOOST_TEST((tests::has_chinese(part.name) || part.role == "scroll bar"),
                part.role << " \"" << part.name << '"');
    };
    look(*dialog);
    dialog->next();
    look(*dialog);
    views::DifferenceDialog differences(frame, editor);
    differences.Show();
    look(differences);
}

BOOST_AUTO_TEST_SUITE_END()

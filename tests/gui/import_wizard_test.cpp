#include "views/import/import_wizard.h"

#include "model/exchange/import_runs.h"
#include "model/store/own_accounts.h"
#include "tests/support/files.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"
#include "views/import/cell_table.h"
#include "views/import/check_page.h"
#include "views/import/import_history.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>

using namespace model;

namespace {

/// A wizard over a file in memory: its work is done at once.
struct WithWizard : tests::WithOffice {
    WithWizard() { wizard = new views::ImportWizard(frame, desk, office.def("window")); }

    void open(std::string_view bytes)
    {
        wizard->take_file(tests::write_file(folder.file("窗口.csv"), bytes).string());
    }

    void open_and_check(std::string_view bytes)
    {
        open(bytes);
        wizard->next();
        wizard->next();
    }

    template <class Control>
    Control& control(const char* name)
    {
        return tests::control<Control>(wizard, name);
    }

    void choose(const char* name, int item)
    {
        auto& choice = control<wxChoice>(name);
        choice.SetSelection(item);
        wxCommandEvent event(wxEVT_CHOICE, choice.GetId());
        event.SetInt(item);
        event.SetEventObject(&choice);
        choice.ProcessWindowEvent(event);
    }

    void press(const char* name)
    {
        auto& button = control<wxButton>(name);
        wxCommandEvent event(wxEVT_BUTTON, button.GetId());
        event.SetEventObject(&button);
        button.ProcessWindowEvent(event);
    }

    void choose_radio(const char* name)
    {
        auto& radio = control<wxRadioButton>(name);
        radio.SetValue(true);
        wxCommandEvent event(wxEVT_RADIOBUTTON, radio.GetId());
        event.SetEventObject(&radio);
        radio.ProcessWindowEvent(event);
    }

    std::string cell(const char* table, std::size_t row, std::size_t column)
    {
        return views::from_wx(control<views::CellTable>(table).cell(row, column).text);
    }

    std::int64_t windows() { return office.store.count({.def = &office.def("window")}); }

    tests::TempFolder folder;
    views::Desk desk{.editor = editor};
    views::ImportWizard* wizard = nullptr;
};

constexpr std::string_view two_good_one_wrong =
    "窗口编号,窗口名称,启用日期\nA1,综合,2026-01-01\nA2,税务,昨天下午\nA3,公安,2026-01-03\n";

} // namespace

BOOST_FIXTURE_TEST_SUITE(import_wizard_test, WithWizard)

/// A line of a roster is a person, his posting and the window he holds.
BOOST_AUTO_TEST_CASE(a_roster_of_staff_goes_through_the_same_steps)
{
    office.add("unit", {{"name", "县税务局"}});
    office.add("window", {{"number", "A01"}});
    const auto register_called = [&](const std::string& name) {
        return control<wxChoice>("register").FindString(views::to_wx(name));
    };
    const auto lines =
        std::string("花名册\n姓名,单位,窗口,职务,身份/编制,进驻时间\n"
                    "袁燕涛,县税务局,A01,科员,事业编制,2025-03-01\n刘建国,县没有局,,,,\n");
    choose("register", register_called(views::from_wx(views::tr(office.def("person").plural))));
    open(lines);
    wizard->next();
    const auto advice = [&] {
        return views::from_wx(control<views::WrappedText>("advice").text());
    };
    BOOST_TEST(advice().find("人员花名册") != std::string::npos, advice());
    wizard->back();
    choose("register", register_called("人员花名册"));
    BOOST_TEST(cell("rows", 2, 1) == "袁燕涛");
    wizard->next();
    BOOST_TEST(advice().find("人员花名册") == std::string::npos, advice());
    BOOST_TEST(control<wxChoice>("column4").GetStringSelection() == views::to_wx("人员身份"));
    wizard->next();
    BOOST_REQUIRE(wizard->step() == views::ImportWizard::check);
    BOOST_TEST(cell("check", 0, 1).find("县没有局") != std::string::npos); // the wrong one first
    choose_radio("take_good");
    wizard->next();
    BOOST_TEST(wizard->step() == views::ImportWizard::result);
    const auto count = [&](const char* of) { return office.store.count({.def = &office.def(of)}); };
    BOOST_TEST((count("person") == 1 && count("posting") == 1 && count("window_staff") == 1));
    BOOST_TEST(wizard->register_shown().name == "person");

    views::ImportHistory history(frame, desk);
    BOOST_TEST(views::from_wx(tests::control<views::CellTable>(&history, "runs").cell(0, 2).text)
        == "人员花名册");
    press("take_back");
    BOOST_TEST((count("person") == 0 && count("posting") == 0 && count("window_staff") == 0));
}

BOOST_AUTO_TEST_CASE(a_sheet_goes_from_the_file_to_the_register)
{
    open("窗口编号,窗口名称\nA1,综合\nA2,税务\n");
    BOOST_TEST(cell("rows", 1, 2) == "综合");
    wizard->next();
    BOOST_TEST(wizard->step() == views::ImportWizard::columns);
    wizard->next();
    BOOST_TEST(control<views::CellTable>("check").rows() == 2U);
    wizard->next();

    BOOST_TEST(wizard->step() == views::ImportWizard::result);
    BOOST_TEST(windows() == 2);
    BOOST_TEST(wizard->has_written());
    BOOST_TEST(views::from_wx(control<wxStaticText>("result").GetLabelText()) == "导入完成");
}

BOOST_AUTO_TEST_CASE(another_encoding_shows_at_once)
{
    open("\xB4\xB0\xBF\xDA\xB1\xE0\xBA\xC5,\xC3\xFB\nA1,\xD7\xDB\xBA\xCF\n"); // 窗口编号 in GBK
    BOOST_TEST(cell("rows", 1, 2) == "综合");

    choose("encoding", 1); // UTF-8

    BOOST_TEST(control<views::CellTable>("rows").rows() == 0U);
    BOOST_TEST(wxWindow::FindWindowByName("problem", wizard)->IsShown());

    choose("encoding", 0);

    BOOST_TEST(cell("rows", 1, 2) == "综合");
}

BOOST_AUTO_TEST_CASE(foreign_heads_are_matched_by_hand_and_known_the_next_time)
{
    constexpr std::string_view foreign = "甲,乙\nA1,综合\nA2,税务\n";
    open(foreign);
    wizard->next();
    BOOST_TEST(wizard->step() == views::ImportWizard::source);
    choose("head_row", 1);
    wizard->next();
    BOOST_TEST(!control<wxButton>("next").IsEnabled());
    choose("column0", 2); // the first field, after "not imported" and the id
    wizard->next();
    BOOST_TEST(control<views::CellTable>("check").rows() == 2U);
    wizard->next();
    BOOST_TEST(windows() == 2);

    press("another");
    open(foreign);
    wizard->next();

    BOOST_TEST(wizard->step() == views::ImportWizard::columns);
    BOOST_TEST(control<wxChoice>("column0").GetSelection() == 2);
    BOOST_TEST(control<wxChoice>("column1").GetSelection() == 0);
}

BOOST_AUTO_TEST_CASE(a_changed_row_tells_what_was_and_what_will_be)
{
    office.add("window", {{"number", "A1"}, {"name", "综合"}});
    const auto unit = office.add("unit", {{"name", "县税务局"}});
    office.add("window", {{"number", "B1"}, {"name", "旧名"}, {"unit", unit.text()}});

    open_and_check("窗口编号,窗口名称,单位\nB1,新名,县税务局\nB2,加开,县税务局\n");

    BOOST_TEST(cell("check", 0, 1) == "窗口名称：旧名 → 新名");
    BOOST_TEST(cell("check", 1, 1) == "新增");
}

BOOST_AUTO_TEST_CASE(with_a_wrong_row_all_or_none_cannot_be_imported)
{
    open_and_check(two_good_one_wrong);

    BOOST_TEST(!control<wxButton>("next").IsEnabled());
    BOOST_TEST(control<views::CellTable>("check").rows() == 1U); // the wrong one first
    BOOST_TEST(cell("errors", 0, 0) == "3");
    BOOST_TEST(cell("errors", 0, 2) == "昨天下午");
    wizard->next();
    BOOST_TEST(windows() == 0);

    choose_radio("take_good");
    wizard->next();

    BOOST_TEST(windows() == 2);
}

BOOST_AUTO_TEST_CASE(a_wrong_cell_is_mended_where_it_stands_and_checked_at_once)
{
    open_and_check(two_good_one_wrong);
    auto& rows = control<views::CellTable>("check");
    BOOST_TEST(rows.cell(0, 4).background.IsOk());

    rows.type(0, 4, views::to_wx("2026-01-02"));

    BOOST_TEST(cell("check", 0, 1) == "新增");
    BOOST_TEST(!rows.cell(0, 4).background.IsOk());
    BOOST_TEST(control<views::CellTable>("errors").rows() == 0U);
    wizard->next();
    BOOST_TEST(windows() == 3);
}

BOOST_AUTO_TEST_CASE(choosing_an_error_goes_to_its_row)
{
    open_and_check(two_good_one_wrong);
    choose_radio("show_all");
    auto& errors = control<views::CellTable>("errors");
    BOOST_REQUIRE(errors.on_choose);

    errors.on_choose(0);

    BOOST_TEST(control<views::CellTable>("check").current().value() == 1U);
}

BOOST_AUTO_TEST_CASE(what_is_odd_in_a_row_that_is_taken_is_counted_and_told)
{
    open_and_check("窗口编号,窗口名称,咨询电话\nA1,综合,139073\nA2,税务,0737-8820000\n");
    auto& warned = control<wxRadioButton>("show_warned");
    BOOST_TEST(warned.IsShown());
    BOOST_TEST(warned.GetLabelText().utf8_string() == "请看一看：1");
    choose_radio("show_warned");
    BOOST_TEST(control<views::CellTable>("check").rows() == 1u);
    BOOST_TEST(cell("check", 0, 1).find("139073") != std::string::npos, cell("check", 0, 1));
}

BOOST_AUTO_TEST_CASE(columns_that_are_not_taken_are_told_before_the_import)
{
    open_and_check("窗口编号,窗口名称,地砖颜色\nA1,综合,灰\n");

    const auto& notes = control<views::WrappedText>("notes");
    BOOST_TEST(notes.IsShown());
    BOOST_TEST(views::from_wx(notes.text()) == "未导入的列（没有对应栏目）：地砖颜色");
}

BOOST_AUTO_TEST_CASE(where_every_column_is_taken_nothing_is_told_of_them)
{
    open_and_check("窗口编号,窗口名称\nA1,综合\n");

    BOOST_TEST(!control<views::WrappedText>("notes").IsShown());
}

BOOST_AUTO_TEST_CASE(an_import_is_taken_back_from_its_result)
{
    open_and_check("窗口编号,窗口名称\nA1,综合\nA2,税务\n");
    wizard->next();

    press("take_back");

    BOOST_TEST(windows() == 0);
    BOOST_TEST(imports(office.store).front().undone);
    BOOST_TEST(!control<wxButton>("take_back").IsShown());
}

BOOST_AUTO_TEST_CASE(an_import_of_which_all_stays_is_not_told_as_taken_back)
{
    open_and_check("窗口编号,窗口名称\nA1,综合\n");
    wizard->next();
    const auto number = Value(std::string("A1"));
    const auto window = office.store.where(office.def("window"), "number", number).front().id;
    const auto item = office.add("item", {{"code", "43A1"}, {"name", "食品经营许可"}});
    office.add("window_item", {{"window", window.text()}, {"item", item.text()}});

    press("take_back");

    BOOST_TEST(windows() == 1);
    BOOST_TEST(!imports(office.store).front().undone);
    BOOST_TEST(control<wxButton>("take_back").IsShown());
    BOOST_TEST(views::from_wx(control<wxStaticText>("result").GetLabelText()) == "导入未能撤销");
}

BOOST_AUTO_TEST_CASE(an_import_is_taken_back_from_the_history)
{
    open_and_check("窗口编号,窗口名称\nA1,综合\nA2,税务\n");
    wizard->next();
    auto* history = new views::ImportHistory(frame, desk);
    auto& runs = tests::control<views::CellTable>(history, "runs");
    BOOST_TEST(views::from_wx(runs.cell(0, 3).text) == "窗口.csv");
    BOOST_TEST(views::from_wx(runs.cell(0, 4).text) == "2");
    runs.go_to(0, 0);

    history->take_back();

    BOOST_TEST(windows() == 0);
    BOOST_TEST(views::from_wx(runs.cell(0, 8).text) == "已撤销");
}

BOOST_AUTO_TEST_CASE(who_may_not_enter_into_the_register_takes_no_import_back)
{
    open_and_check("窗口编号,窗口名称\nA1,综合\nA2,税务\n");
    wizard->next();
    {
        Batch batch(office.store, {.label = {msgid("Add {1}"), {"user"}}, .account = office.clerk});
        batch.create(tests::make(office.def("user"), office.clerk.id,
            {{"name", "李文员"}, {"roles", "system"}, {"state", "active"}}));
        batch.commit();
    }
    add_own_account(office.store, office.clerk);
    auto* history = new views::ImportHistory(frame, desk);

    BOOST_TEST(!tests::control<wxButton>(history, "take_back").IsEnabled());
    const auto said = tests::control<wxStaticText>(history, "said").GetLabelText().utf8_string();
    BOOST_TEST(said.find("李文员") != std::string::npos, said);
    history->take_back();
    BOOST_TEST(windows() == 2);
}

BOOST_AUTO_TEST_CASE(a_pasted_table_is_imported)
{
    wizard->take_pasted("窗口编号\t窗口名称\nA1\t综合\n");
    wizard->next();
    wizard->next();
    wizard->next();

    BOOST_TEST(windows() == 1);
    BOOST_TEST(imports(office.store).front().file == "剪贴板");
}

BOOST_AUTO_TEST_CASE(the_work_is_done_beside_the_window_where_there_is_a_file)
{
    const auto path = folder.file("office.hall");
    const auto key = DataKey::make(office.random);
    SystemClock clock;
    SystemRandom random;
    Database fresh(path, key, {.opening = Opening::fresh});
    RecordStore store(fresh, hall_catalog(), clock, random);
    store.set_self(office.store.self());
    desk.with_file = [&](const std::function<void(RecordStore&)>& work) {
        Database other(path, key);
        RecordStore own(other, hall_catalog(), clock, random);
        work(own);
    };

    open("窗口编号,窗口名称\nA1,综合\nA2,税务\n");
    BOOST_TEST(wizard->is_working());
    for (int step = 0; step < 3; ++step) {
        tests::wait_until([&] { return !wizard->is_working(); });
        wizard->next();
    }

    BOOST_TEST(tests::wait_until([&] { return wizard->step() == views::ImportWizard::result; }));
    BOOST_TEST(store.count({.def = &office.def("window")}) == 2);
}

BOOST_AUTO_TEST_SUITE_END()

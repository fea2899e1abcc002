#include "model/sync/connect.h"
#include "tests/support/data_file.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/server_process.h"
#include "views/conflicts/conflict_page.h"
#include "views/import/cell_table.h"
#include "views/list/printed_list.h"
#include "views/list/record_list.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/shell/sync_details.h"
#include "views/shell/sync_page.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/gauge.h>
#include <wx/stattext.h>
#include <wx/statusbr.h>
#include <wx/textctrl.h>

#include <set>

using namespace model;
using tests::DataFile;

namespace {

constexpr int many = 6000; ///< more than goes into one request, so that there is progress to see

/// The real window on a real file, and a county server of its own process.
struct WithCounty : tests::WithWindow {
    ~WithCounty() { delete main; }

    views::MainFrame& open()
    {
        here.join(server);
        session = here.open();
        main = new views::MainFrame(session->desk());
        main->show_page("sync");
        return *main;
    }

    /// The other laptop joins, and both enter another phone of the first unit.
    void disagree_with(DataFile& there)
    {
        there.join(server);
        sync_now(*there.store);
        there.set(DataFile::unit(0), "phone", "0737-8888001");
        sync_now(*there.store);
        here.set(DataFile::unit(0), "phone", "0737-8888002");
    }

    std::string status(int part) { return main->GetStatusBar()->GetStatusText(part).utf8_string(); }

    template <class Control>
    Control& control(const char* name)
    {
        return tests::control<Control>(main, name);
    }

    std::string label(const char* name)
    {
        return control<wxStaticText>(name).GetLabelText().utf8_string();
    }

    std::string result()
    {
        return dynamic_cast<views::SyncPage*>(control<wxButton>("sync_now").GetParent())
            ->result()
            .utf8_string();
    }

    void press(const char* name)
    {
        auto& button = control<wxButton>(name);
        BOOST_REQUIRE_MESSAGE(button.IsShown() && button.IsEnabled(), name);
        wxCommandEvent press(wxEVT_BUTTON, button.GetId());
        button.ProcessWindowEvent(press);
    }

    bool is_running() { return control<wxGauge>("progress").IsShown(); }

    /// Syncs by the button of the page, looking on until it is over.
    void sync(const std::function<void()>& look = [] {})
    {
        press("sync_now");
        BOOST_TEST(is_running());
        for (int i = 0; i < 30 && is_running(); ++i)
            tests::wait_until([&] {
                look();
                return !is_running();
            });
        BOOST_REQUIRE(!is_running());
    }

    /// How many rows of the register shown are marked for a conflict.
    std::size_t marks_of(const char* page)
    {
        main->show_page(page);
        return main->record_page()->list().rows().conflicts();
    }

    views::SyncDetails& details() { return control<views::SyncDetails>("sync_details"); }

    std::string cell(const char* table, std::size_t row, std::size_t column)
    {
        return control<views::CellTable>(table).cell(row, column).text.utf8_string();
    }

    tests::ServerProcess server;
    DataFile here;
    std::unique_ptr<app::Session> session;
    views::MainFrame* main = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(desktop_sync_test, WithCounty)

BOOST_AUTO_TEST_CASE(a_sync_shows_how_far_it_is_and_ends_with_what_the_county_acknowledged)
{
    here.add_units(many);
    open();
    BOOST_TEST(status(1) == "未报送：6000");
    BOOST_TEST(status(2) == "上次同步：从未");
    BOOST_TEST(label("unsent") == "6000");

    std::set<std::string> states;
    std::set<int> values;
    sync([&] {
        if (!is_running())
            return;
        states.insert(label("state"));
        values.insert(control<wxGauge>("progress").GetValue());
        BOOST_TEST(!control<wxButton>("sync_now").IsEnabled());
        BOOST_TEST(control<wxButton>("cancel").IsShown());
    });

    BOOST_TEST(states.contains("正在报送"));
    BOOST_TEST(values.size() > 1u);
    BOOST_TEST(result().find("6000") != std::string::npos, result());
    BOOST_TEST(status(1) == "未报送：0");
    BOOST_TEST(status(2).find("上次同步：20") == 0u, status(2));
    BOOST_TEST(status(3) == "待裁定冲突：0");
    BOOST_TEST(label("unsent") == "0");
    BOOST_TEST(control<wxButton>("sync_now").IsEnabled());
}

BOOST_AUTO_TEST_CASE(a_conflict_of_two_laptops_is_counted_settled_and_gone)
{
    here.add_units(2);
    open();
    sync();
    main->show_page("unit"); // what is open already follows the sync
    main->show_page("sync");
    DataFile there;
    disagree_with(there);

    sync();
    BOOST_TEST(status(3) == "待裁定冲突：1");
    main->show_page("unit");
    main->record_page()->open(DataFile::unit(0));
    const auto told = tests::control<wxStaticText>(main->record_page(), "phone.conflict")
                          .GetLabel()
                          .utf8_string();
    BOOST_TEST(marks_of("unit") == 1u);
    BOOST_TEST((main->record_page()->list().rows().mark(0) == views::RowMark::conflict));
    BOOST_TEST((main->record_page()->list().rows().mark(1) == views::RowMark::none));
    BOOST_TEST(told.find("您填的：0737-8888002") != std::string::npos, told);
    BOOST_TEST(told.find("填的：0737-8888001") != std::string::npos, told);
    auto& decide = tests::control<wxButton>(main->record_page(), "phone.decide");
    wxCommandEvent pressed(wxEVT_BUTTON, decide.GetId());
    decide.ProcessWindowEvent(pressed);
    BOOST_TEST(label("mine") == "0737-8888002");
    BOOST_TEST(label("theirs") == "0737-8888001");
    press("take_mine");

    BOOST_TEST(status(1) == "未报送：1");
    BOOST_TEST(status(3) == "待裁定冲突：0");
    main->show_page("unit");
    BOOST_TEST(!wxWindow::FindWindowByName("phone.conflict", main->record_page())->IsShown());
    BOOST_TEST(marks_of("unit") == 0u);
    main->show_page("sync");
    sync();
    BOOST_TEST(status(1) == "未报送：0");
    sync_now(*there.store);
    const auto settled = there.store->find(hall_catalog().get("unit"), DataFile::unit(0));
    BOOST_TEST(to_text((*settled)["phone"]) == "0737-8888002");
}

BOOST_AUTO_TEST_CASE(a_decision_taken_back_before_it_is_sent_is_open_again_wherever_it_shows)
{
    here.add_units(2);
    open();
    sync();
    main->show_page("unit");
    DataFile there;
    disagree_with(there);
    main->show_page("sync");
    sync();
    main->show_page("conflicts");
    auto& page =
        dynamic_cast<views::ConflictPage&>(*control<wxButton>("take_mine").GetGrandParent());
    BOOST_REQUIRE(page.count() == 1u);
    press("take_mine");
    BOOST_TEST(page.count() == 0u);
    BOOST_TEST(marks_of("unit") == 0u);

    main->show_page("conflicts");
    main->undo();

    BOOST_TEST(status(0).find("的冲突已恢复为待裁定") != std::string::npos, status(0));
    BOOST_TEST(status(3) == "待裁定冲突：1");
    BOOST_REQUIRE(page.count() == 1u);
    BOOST_TEST(control<wxButton>("take_mine").IsShown());
    BOOST_TEST(control<wxButton>("take_mine").GetParent()->IsShown());
    BOOST_TEST(label("mine") == "0737-8888002");
    BOOST_TEST(label("theirs") == "0737-8888001");
    BOOST_TEST(marks_of("unit") == 1u);
    main->record_page()->open(DataFile::unit(0));
    BOOST_TEST(wxWindow::FindWindowByName("phone.conflict", main->record_page())->IsShown());
    BOOST_TEST(tests::control<wxTextCtrl>(main->record_page(), "phone").GetValue()
        == "0737-8888002");               // the later one stands until it is decided
    BOOST_TEST(status(1) == "未报送：0"); // of the decision nothing is left to send

    main->show_page("conflicts");
    press("take_mine");
    BOOST_TEST(status(3) == "待裁定冲突：0");
    main->show_page("sync");
    BOOST_TEST(cell("waiting", 0, 2) == "修改 联系电话");
}

BOOST_AUTO_TEST_CASE(a_long_register_is_read_beside_the_window)
{
    here.add_units(many);
    open();
    main->show_page("unit");
    auto& list = main->record_page()->list();
    BOOST_TEST(list.is_reading());
    BOOST_TEST(list.rows().found() == 200u); // the first screen is there at once
    BOOST_TEST(list.count() == std::size_t{many});
    BOOST_TEST(list.text(0, 0) == views::to_wx("单位0"));

    BOOST_TEST(tests::wait_until([&] { return !list.is_reading(); }));
    BOOST_TEST(list.count() == std::size_t{many});
    BOOST_TEST(tests::control<wxTextCtrl>(main->record_page(), "name").GetValue()
        == views::to_wx("单位0"));

    here.set(DataFile::unit(0), "name", "改了名");
    BOOST_TEST(tests::wait_until([&] { return list.text(0, 0) == views::to_wx("改了名"); }));
}

BOOST_AUTO_TEST_CASE(whoever_wants_all_of_a_long_register_gets_all_of_it)
{
    here.add_units(many);
    open();
    main->show_page("unit");
    auto& list = main->record_page()->list();
    BOOST_REQUIRE(list.rows().is_begun());

    list.select_all();

    BOOST_TEST(list.selected_rows().size() == std::size_t{many});
    BOOST_TEST(tests::wait_until([&] { return !list.is_reading(); }));
    BOOST_TEST(list.count() == std::size_t{many});
    BOOST_TEST(list.selected_rows().size() == std::size_t{many});
}

BOOST_AUTO_TEST_CASE(what_is_selected_while_a_register_is_read_stays_selected)
{
    here.add_units(many);
    open();
    main->show_page("unit");
    auto& list = main->record_page()->list();
    BOOST_REQUIRE(list.rows().is_begun());
    auto& table = tests::control<wxDataViewCtrl>(main->record_page(), "table");
    auto& model = dynamic_cast<wxDataViewVirtualListModel&>(*table.GetModel());
    table.UnselectAll();
    for (const unsigned row : {3U, 7U, 9U})
        table.Select(model.GetItem(row));
    wxDataViewEvent chosen(wxEVT_DATAVIEW_SELECTION_CHANGED, &table, model.GetItem(9));
    table.ProcessWindowEvent(chosen);

    BOOST_TEST(tests::wait_until([&] { return !list.is_reading(); }));

    const std::vector<std::size_t> rows{3, 7, 9};
    BOOST_TEST(list.selected_rows() == rows, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_printed_at_once_under_a_remembered_sort_is_all_of_it)
{
    here.add_units(many);
    open();
    main->show_page("unit");
    auto& list = main->record_page()->list();
    list.sort_by(*hall_catalog().get("unit").find("name"), false);
    BOOST_REQUIRE(list.is_reading());

    BOOST_TEST(list.printed()->records == std::size_t{many});
}

BOOST_AUTO_TEST_CASE(what_is_filtered_while_a_register_is_read_comes_when_it_is_read)
{
    here.add_units(many);
    open();
    main->show_page("unit");
    auto& list = main->record_page()->list();
    BOOST_REQUIRE(list.rows().is_begun());

    list.filter(views::to_wx("单位" + std::to_string(many - 1)));

    BOOST_TEST(list.count() == 0u);
    BOOST_TEST(tests::wait_until([&] { return !list.is_reading(); }));
    BOOST_TEST(list.count() == 1u);
}

BOOST_AUTO_TEST_CASE(a_server_that_is_away_is_told_and_changes_nothing_else_the_status_bar_says)
{
    here.add_units(1);
    open();
    sync();
    const auto acknowledged = status(2);
    here.set(DataFile::unit(0), "phone", "0737-8888001");
    server.stop();

    sync();

    BOOST_TEST(status(1) == "未报送：1");
    BOOST_TEST(status(2) == acknowledged + "（此后未成功）");
    BOOST_TEST(!result().empty());
    server.start();
    sync();
    BOOST_TEST(status(1) == "未报送：0");
}

BOOST_AUTO_TEST_CASE(the_other_laptop_sees_the_conflict_at_its_rows_and_fields_too)
{
    here.add_units(2);
    open();
    sync();
    DataFile there;
    there.join(server);
    sync_now(*there.store);
    there.set(DataFile::unit(1), "phone", "0737-8888001");
    sync_now(*there.store);
    here.set(DataFile::unit(1), "phone", "0737-8888002");
    sync();
    sync_now(*there.store);

    const auto other = there.open();
    auto* window = new views::MainFrame(other->desk());
    window->show_page("unit");
    auto& list = window->record_page()->list();
    BOOST_TEST(list.rows().conflicts() == 1u);
    BOOST_TEST((list.rows().mark(1) == views::RowMark::conflict));
    window->record_page()->open(DataFile::unit(1));
    BOOST_TEST(wxWindow::FindWindowByName("phone.conflict", window->record_page())->IsShown());
    list.show_only(views::RowsQuery::Only::conflicts);
    BOOST_TEST(list.count() == 1u);
    delete window;

    main->show_page("conflicts");
    press("take_theirs");
    main->show_page("sync");
    sync();
    sync_now(*there.store);
    BOOST_TEST(marks_of("unit") == 0u);
    BOOST_TEST(Inbox(*there.store).count_open() == 0);
}

BOOST_AUTO_TEST_CASE(the_sync_page_tells_what_waits_and_leads_to_it)
{
    here.add_units(2);
    open();
    BOOST_TEST(cell("waiting", 0, 0) == "单位（2）");
    BOOST_TEST(cell("waiting", 0, 2) == "新增");
    BOOST_TEST(label("light") == "还没有同步过");
    sync();
    BOOST_TEST(control<views::CellTable>("waiting").rows() == 0u);
    BOOST_TEST(label("light").find("已与县里一致") != std::string::npos, label("light"));

    here.set(DataFile::unit(1), "phone", "0737-8888002");
    main->refresh();
    BOOST_TEST(label("light") == "还有 1 处修改没有报送");
    BOOST_TEST(cell("waiting", 0, 1) == "单位1");
    BOOST_TEST(cell("waiting", 0, 2) == "修改 联系电话");
    details().open_waiting(0);
    BOOST_REQUIRE(main->record_page());
    BOOST_TEST((main->record_page()->form().id() == DataFile::unit(1)));
}

BOOST_AUTO_TEST_CASE(the_sync_page_tells_what_came_and_a_failure_until_it_is_over)
{
    DataFile there;
    there.join(server);
    there.add_units(3);
    sync_now(*there.store);
    open();
    sync();
    BOOST_TEST(cell("came", 0, 0) == "单位");
    BOOST_TEST(cell("came", 0, 1) == "3");

    server.stop();
    sync();
    BOOST_TEST(label("light").find("的同步没有成功") != std::string::npos, label("light"));
    BOOST_TEST(status(2).find("此后未成功") != std::string::npos, status(2));
    // Nor is it forgotten by a program that is started anew.
    BOOST_TEST(last_sync(*here.store).failed_at != 0);
    server.start();
    sync();
    BOOST_TEST(label("light").find("已与县里一致") != std::string::npos, label("light"));
}

BOOST_AUTO_TEST_CASE(a_refusal_of_the_county_leads_to_its_field)
{
    here.add_units(1);
    open();
    sync();
    // Of a township that has no say in the county's units.
    DataFile there;
    enrol_with(*there.store, server.new_code("outlet", "430922101"), true);
    sync_now(*there.store);
    const FieldEdit edit{hall_catalog().get("unit").find("phone"), std::string("0737-8888009")};
    {
        Batch batch(*there.store, {.label = {msgid("Edit {1}"), {"x"}}, .account = there.clerk});
        batch.set(DataFile::unit(0), {&edit, 1});
        batch.commit();
    }
    sync_now(*there.store);

    const auto other = there.open();
    auto* window = new views::MainFrame(other->desk());
    window->show_page("sync");
    auto& table = tests::control<views::CellTable>(window, "refused");
    BOOST_REQUIRE(table.rows() == 1u);
    BOOST_TEST(table.cell(0, 1).text.utf8_string() == "单位0");
    BOOST_TEST(table.cell(0, 2).text.utf8_string() == "联系电话");
    BOOST_TEST(!table.cell(0, 3).text.empty());
    BOOST_TEST(tests::control<wxStaticText>(window, "light").GetLabel().utf8_string()
        == "有 1 条冲突或退回等您处理");
    delete window;
}

BOOST_AUTO_TEST_SUITE_END()

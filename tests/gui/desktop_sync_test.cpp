#include "model/sync/connect.h"
#include "tests/support/data_file.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/server_process.h"
#include "views/conflicts/conflict_page.h"
#include "views/list/record_list.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/shell/sync_page.h"

#include <wx/button.h>
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
    BOOST_TEST(status(1) == "未上报：6000");
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

    BOOST_TEST(states.contains("正在上报"));
    BOOST_TEST(values.size() > 1u);
    BOOST_TEST(result().find("6000") != std::string::npos, result());
    BOOST_TEST(status(1) == "未上报：0");
    BOOST_TEST(status(2).find("上次同步：20") == 0u, status(2));
    BOOST_TEST(status(3) == "待裁定冲突：0");
    BOOST_TEST(label("unsent") == "0");
    BOOST_TEST(control<wxButton>("sync_now").IsEnabled());
}

BOOST_AUTO_TEST_CASE(a_conflict_of_two_laptops_is_counted_settled_and_gone)
{
    here.add_units(1);
    open();
    sync();
    DataFile there;
    there.join(server);
    sync_now(*there.store);
    there.set(DataFile::unit(0), "phone", "0737-8888001");
    sync_now(*there.store);
    here.set(DataFile::unit(0), "phone", "0737-8888002");

    sync();
    BOOST_TEST(status(3) == "待裁定冲突：1");
    main->show_page("unit");
    main->record_page()->open(DataFile::unit(0));
    const auto told = tests::control<wxStaticText>(main->record_page(), "phone.conflict")
                          .GetLabel()
                          .utf8_string();
    BOOST_TEST(told.find("您填的：0737-8888002") != std::string::npos, told);
    BOOST_TEST(told.find("填的：0737-8888001") != std::string::npos, told);
    auto& decide = tests::control<wxButton>(main->record_page(), "phone.decide");
    wxCommandEvent pressed(wxEVT_BUTTON, decide.GetId());
    decide.ProcessWindowEvent(pressed);
    BOOST_TEST(label("mine") == "0737-8888002");
    BOOST_TEST(label("theirs") == "0737-8888001");
    press("take_mine");

    BOOST_TEST(status(1) == "未上报：1");
    BOOST_TEST(status(3) == "待裁定冲突：0");
    main->show_page("unit");
    BOOST_TEST(!wxWindow::FindWindowByName("phone.conflict", main->record_page())->IsShown());
    main->show_page("sync");
    sync();
    BOOST_TEST(status(1) == "未上报：0");
    sync_now(*there.store);
    const auto settled = there.store->find(hall_catalog().get("unit"), DataFile::unit(0));
    BOOST_TEST(to_text((*settled)["phone"]) == "0737-8888002");
}

BOOST_AUTO_TEST_CASE(a_long_register_is_read_beside_the_window)
{
    here.add_units(many);
    open();
    main->show_page("unit");
    auto& list = main->record_page()->list();
    BOOST_TEST(list.is_reading());
    BOOST_TEST(list.count() == 0u);

    BOOST_TEST(tests::wait_until([&] { return !list.is_reading(); }));
    BOOST_TEST(list.count() == std::size_t{many});
    BOOST_TEST(tests::control<wxTextCtrl>(main->record_page(), "name").GetValue()
        == views::to_wx("单位0"));

    here.set(DataFile::unit(0), "name", "改了名");
    BOOST_TEST(tests::wait_until([&] { return list.text(0, 0) == views::to_wx("改了名"); }));
}

BOOST_AUTO_TEST_CASE(a_server_that_is_away_changes_nothing_the_status_bar_says)
{
    here.add_units(1);
    open();
    sync();
    const auto acknowledged = status(2);
    here.set(DataFile::unit(0), "phone", "0737-8888001");
    server.stop();

    sync();

    BOOST_TEST(status(1) == "未上报：1");
    BOOST_TEST(status(2) == acknowledged);
    BOOST_TEST(!result().empty());
    server.start();
    sync();
    BOOST_TEST(status(1) == "未上报：0");
}

BOOST_AUTO_TEST_SUITE_END()

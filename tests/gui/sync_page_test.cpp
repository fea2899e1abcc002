#include "views/shell/sync_page.h"

#include "model/base/error.h"
#include "model/entities/catalog.h"
#include "model/sync/joining.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/import/cell_table.h"
#include "views/shell/sync_details.h"

#include <wx/button.h>
#include <wx/stattext.h>

namespace {

struct WithSync : tests::WithWindow {
    views::SyncPage* open() { return new views::SyncPage(frame, link, background); }

    views::SyncStatus status{.unsent = 5, .enrolled = true};
    views::SyncLink link{.status = [this] { return status; }};
    views::Background background;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sync_page_test, WithSync)

BOOST_AUTO_TEST_CASE(a_sync_tells_what_it_did)
{
    link.run = [](views::Progress&) {
        return model::SyncResult{.pushed = 7, .pulled = 12, .conflicts = 1, .refused = 0};
    };
    auto* page = open();

    page->start();
    BOOST_TEST(tests::wait_until([&] { return !page->is_running(); }));

    const auto said = page->result().utf8_string();
    BOOST_TEST(said.find('7') != std::string::npos);
    BOOST_TEST(said.find("12") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(attachments_that_still_wait_are_counted)
{
    auto* page = open();
    auto& contents = tests::control<wxStaticText>(page, "contents");
    BOOST_TEST(contents.GetLabelText() == views::to_wx("无"));
    status.contents_to_send = 2;
    status.contents_to_fetch = 3;
    page->refresh();
    BOOST_TEST(contents.GetLabelText() == views::to_wx("待上传 2 个，待下载 3 个"));

    link.run = [](views::Progress&) {
        return model::SyncResult{.contents_sent = 2, .contents_to_fetch = 1};
    };
    page->start();
    BOOST_TEST(tests::wait_until([&] { return !page->is_running(); }));
    BOOST_TEST(
        page->result().utf8_string().find("附件：上传 2 个，下载 0 个") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_sync_that_fails_tells_the_reason_and_may_be_tried_again)
{
    link.run = [](views::Progress&) -> model::SyncResult {
        throw model::SyncError({"县服务器没有回答"});
    };
    auto* page = open();

    page->start();
    BOOST_TEST(tests::wait_until([&] { return !page->is_running(); }));

    BOOST_TEST(page->result().utf8_string() == "县服务器没有回答");
    BOOST_TEST(wxWindow::FindWindowByName("sync_now", page)->IsEnabled());
}

BOOST_AUTO_TEST_CASE(cancelling_reaches_the_running_sync)
{
    link.run = [](views::Progress& progress) {
        while (!progress.cancelled)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return model::SyncResult{};
    };
    auto* page = open();
    page->start();
    BOOST_TEST(page->is_running());

    auto& cancel = tests::control<wxButton>(page, "cancel");
    wxCommandEvent press(wxEVT_BUTTON, cancel.GetId());
    cancel.ProcessWindowEvent(press);

    BOOST_TEST(tests::wait_until([&] { return !page->is_running(); }));
}

BOOST_AUTO_TEST_CASE(what_the_server_makes_doubtful_is_asked_at_the_first_try)
{
    const model::Message doubt{"This file has joined {1}", {"另一台服务器"}};
    int tries = 0;
    bool has_joined = false;
    link.enrol = [&](const std::string&, const std::optional<model::Message>& agreed) {
        ++tries;
        if (agreed != doubt)
            throw model::JoiningDoubt(doubt);
        has_joined = true;
    };
    auto* page = open();
    const auto join = [&](int answer) {
        const tests::Answering user(answer);
        page->join("county.join");
        tests::wait_until([&] { return user.asked() > 0 && !page->is_running(); });
        return user.asked();
    };

    BOOST_TEST(join(wxID_NO) == 1);
    BOOST_TEST(!has_joined);
    BOOST_TEST(page->result().empty());
    BOOST_TEST(tries == 1);
    BOOST_TEST(join(wxID_NO) == 1); // once more, for nobody has said yes
    BOOST_TEST(!has_joined);
    BOOST_TEST(join(wxID_YES) == 1);
    BOOST_TEST(has_joined);
    BOOST_TEST(!page->result().empty());
}

BOOST_AUTO_TEST_CASE(a_file_that_never_synced_says_never_and_one_outside_a_county_says_so)
{
    auto* page = open();
    const auto& when = tests::control<wxStaticText>(page, "acknowledged");
    const auto never = when.GetLabelText();

    status.enrolled = false;
    page->refresh();

    BOOST_TEST(!never.empty());
    BOOST_TEST(when.GetLabelText() != never);
    BOOST_TEST(!wxWindow::FindWindowByName("sync_now", page)->IsEnabled());
}

BOOST_AUTO_TEST_CASE(keys_go_through_the_tabs_and_choose_a_line_to_open)
{
    const auto& person = *model::hall_catalog().find("person");
    link.refused = [&] {
        return std::vector{model::InboxItem{.kind = "refused",
            .def = &person,
            .record = model::Uuid::named("test", "refused"),
            .field = person.find("sex")}};
    };
    auto* page = open();
    auto& tabs = page->details();
    const auto press = [&](int key, bool shift = false) {
        wxKeyEvent event(wxEVT_CHAR_HOOK);
        event.m_keyCode = key;
        event.SetControlDown(true);
        event.SetShiftDown(shift);
        page->GetEventHandler()->ProcessEvent(event);
    };
    press(WXK_TAB);
    BOOST_TEST(tabs.GetSelection() == views::SyncDetails::came_tab);
    press(WXK_PAGEDOWN);
    BOOST_TEST(tabs.GetSelection() == views::SyncDetails::refused_tab);
    const auto& table = tests::control<views::CellTable>(page, "refused");
    BOOST_TEST((table.current() == std::optional<std::size_t>(0)));
    press(WXK_PAGEUP);
    press(WXK_TAB, true);
    BOOST_TEST(tabs.GetSelection() == views::SyncDetails::waiting_tab);
    press(WXK_PAGEUP); // the last one: there is no schedule here
    BOOST_TEST(tabs.GetSelection() == views::SyncDetails::refused_tab);
}

BOOST_AUTO_TEST_SUITE_END()

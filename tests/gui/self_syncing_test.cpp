#include "views/shell/self_syncing.h"

#include "model/base/error.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/shell/exit_work.h"
#include "views/shell/main_frame.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>

#include <atomic>

using namespace model;

namespace {

constexpr std::int64_t minute = 60'000;

/// A window whose syncs are counted, with a clock that tests set.
struct WithSchedule : tests::WithOffice {
    ~WithSchedule() { delete window; }

    views::MainFrame& open()
    {
        window = new views::MainFrame({.editor = editor, .file = "大厅.db", .sync = link});
        return *window;
    }

    /// Whether a sync begins by itself within the next looks of the window.
    bool syncs()
    {
        const int before = syncs_begun;
        return tests::wait_until([&] { return syncs_begun > before; });
    }

    std::atomic<int> syncs_begun = 0;
    std::atomic<bool> fails = false;
    views::SyncStatus status{.enrolled = true};
    SyncSchedule schedule{.at_start_of_day = false, .when_idle = false, .on_exit = false};
    views::SyncLink link{.status = [this] { return status; },
        .run =
            [this](views::Progress&) {
                ++syncs_begun;
                if (fails)
                    throw SyncError({"县服务器没有回答"});
                status.unsent = 0;
                return SyncResult{.complete = true};
            },
        .schedule = [this] { return schedule; },
        .set_schedule = [this](const SyncSchedule& other) { schedule = other; },
        .clock = &office.clock,
        .random = &office.random};
    views::MainFrame* window = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(self_syncing_test, WithSchedule)

BOOST_AUTO_TEST_CASE(the_window_syncs_by_itself_after_a_random_delay_and_shows_no_other_page)
{
    schedule = {.delay = 10, .when_idle = false, .on_exit = false};
    auto& main = open();
    main.show_page("person");
    BOOST_TEST(syncs_begun == 0);
    office.clock.advance(11 * minute);
    BOOST_TEST(syncs());
    BOOST_TEST(main.record_page() != nullptr);
}

BOOST_AUTO_TEST_CASE(what_was_entered_is_sent_when_nobody_types)
{
    schedule.when_idle = true;
    schedule.idle = 5;
    open();
    views::SelfSyncing watch(link);
    status.unsent = 2;
    office.clock.advance(4 * minute);
    wxKeyEvent key(wxEVT_KEY_DOWN);
    watch.FilterEvent(key);
    office.clock.advance(4 * minute);
    BOOST_TEST(!watch.is_due());
    office.clock.advance(minute);
    BOOST_TEST(watch.is_due());
    status.enrolled = false;
    BOOST_TEST(!watch.is_due());
}

BOOST_AUTO_TEST_CASE(the_schedule_is_set_on_the_sync_page_and_counts_at_once)
{
    auto& main = open();
    main.show_page("sync");
    auto& daily = tests::control<wxCheckBox>(window, "daily");
    BOOST_TEST(!daily.GetValue());
    BOOST_TEST(!tests::control<wxSpinCtrl>(window, "daily_minutes").IsEnabled());
    daily.SetValue(true);
    wxCommandEvent checked(wxEVT_CHECKBOX, daily.GetId());
    daily.ProcessWindowEvent(checked);
    BOOST_TEST(schedule.at_start_of_day);
    BOOST_TEST(tests::control<wxSpinCtrl>(window, "daily_minutes").IsEnabled());
    office.clock.advance(11 * minute);
    BOOST_TEST(syncs());
}

BOOST_AUTO_TEST_CASE(before_the_end_what_waits_is_sent_and_the_dialog_closes_by_itself)
{
    views::Background background;
    status.unsent = 3;
    views::ExitWork dialog(frame, views::sending(link), background);
    dialog.Show();
    BOOST_TEST(tests::wait_until([&] { return !dialog.IsShown(); }));
    BOOST_TEST(dialog.GetReturnCode() == wxID_OK);
    BOOST_TEST(syncs_begun == 1);
}

BOOST_AUTO_TEST_CASE(one_that_fails_before_the_end_is_told_and_may_be_tried_again_or_left)
{
    views::Background background;
    status.unsent = 3;
    fails = true;
    views::ExitWork dialog(frame, views::sending(link), background);
    dialog.Show();
    BOOST_TEST(tests::wait_until([&] { return !dialog.is_running(); }));
    BOOST_TEST(dialog.IsShown());
    const auto problem = tests::control<wxStaticText>(&dialog, "problem").GetLabel().utf8_string();
    BOOST_TEST(problem.find("县服务器没有回答") == 0u, problem);
    fails = false;
    dialog.start();
    BOOST_TEST(tests::wait_until([&] { return !dialog.IsShown(); }));
    BOOST_TEST(syncs_begun == 2);
}

BOOST_AUTO_TEST_CASE(who_does_not_wait_leaves_and_the_sync_is_stopped)
{
    std::atomic<bool> cancelled = false;
    link.run = [&](views::Progress& progress) {
        while (!progress.cancelled)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        cancelled = true;
        return SyncResult{};
    };
    status.unsent = 3;
    views::Background background;
    views::ExitWork dialog(frame, views::sending(link), background);
    dialog.Show();
    auto& leave = tests::control<wxButton>(&dialog, "leave");
    wxCommandEvent press(wxEVT_BUTTON, leave.GetId());
    leave.ProcessWindowEvent(press);
    BOOST_TEST(dialog.GetReturnCode() == wxID_OK);
    BOOST_TEST(tests::wait_until([&] { return cancelled.load(); }));
}

BOOST_AUTO_TEST_CASE(the_window_asks_for_it_only_where_the_schedule_says_so_and_something_waits)
{
    const tests::Answering stay(wxID_CANCEL);
    auto& main = open();
    status.unsent = 1;
    schedule.on_exit = true;
    BOOST_TEST(!main.Close());
    BOOST_TEST(stay.asked() == 1);
    status.unsent = 0;
    BOOST_TEST(main.Close());
    BOOST_TEST(stay.asked() == 1);
    window = nullptr; // closed
}

BOOST_AUTO_TEST_CASE(another_file_is_opened_only_once_what_waits_here_is_sent)
{
    auto& main = open();
    schedule.on_exit = true;
    BOOST_TEST(main.may_close_file());
    const tests::Answering stay(wxID_CANCEL);
    status.unsent = 1;
    BOOST_TEST(!main.may_close_file());
    BOOST_TEST(stay.asked() == 1);
}

BOOST_AUTO_TEST_SUITE_END()

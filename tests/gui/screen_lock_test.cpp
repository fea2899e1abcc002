#include "views/shell/screen_lock.h"

#include "model/access/audit_log.h"
#include "model/store/drafts.h"
#include "tests/support/data_file.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/shell/main_frame.h"
#include "views/shell/new_record_dialog.h"
#include "views/shell/record_page.h"
#include "views/widgets/tr.h"

#include <wx/bitmap.h>
#include <wx/button.h>
#include <wx/image.h>
#include <wx/menu.h>
#include <wx/msgdlg.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <gtk/gtk.h>

using namespace model;

namespace {

/// Does its steps one after the other while dialogs wait for the user: each is asked again until it
/// says that it is done.
class Script {
public:
    using Step = std::function<bool()>;

    explicit Script(std::vector<Step> steps) : steps_(std::move(steps))
    {
        timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
            if (at_ < steps_.size() && steps_[at_]())
                ++at_;
        });
        timer_.Start(50);
    }

    bool is_done() const { return at_ == steps_.size(); }

private:
    std::vector<Step> steps_;
    std::size_t at_ = 0;
    wxTimer timer_;
};

/// Saves what is half typed and waits for nothing else.
class Leaving : public wxModalDialogHook {
public:
    Leaving() { Register(); }
    ~Leaving() override { Unregister(); }

private:
    int Enter(wxDialog* dialog) override
    {
        return dialog->GetName().StartsWith("exit_") ? wxID_OK : wxID_YES;
    }
};

wxWindow* lock_window()
{
    auto* found = wxWindow::FindWindowByName("screen_lock");
    return found && found->IsShown() ? found : nullptr;
}

void press(wxWindow& dialog, int id)
{
    auto* button = dialog.FindWindow(id);
    BOOST_REQUIRE(button);
    wxCommandEvent event(wxEVT_BUTTON, id);
    event.SetEventObject(button);
    button->ProcessWindowEvent(event);
}

bool try_words(const std::string& passphrase)
{
    auto* dialog = lock_window();
    if (!dialog)
        return false;
    tests::control<wxTextCtrl>(dialog, "passphrase").SetValue(views::to_wx(passphrase));
    press(*dialog, wxID_OK);
    return true;
}

/// What the screen shows where that window is.
wxImage seen(const wxWindow& window, wxSize size)
{
    const auto from = window.GetScreenPosition();
    auto* pixels =
        gdk_pixbuf_get_from_window(gdk_get_default_root_window(), from.x, from.y, size.x, size.y);
    BOOST_REQUIRE(pixels);
    return wxBitmap(pixels).ConvertToImage(); // which owns them
}

/// How many of a hundred points differ.
int differing(const wxImage& one, const wxImage& other)
{
    int differ = 0;
    int all = 0;
    for (int y = 0; y < one.GetHeight(); y += 3)
        for (int x = 0; x < one.GetWidth(); x += 3, ++all)
            if (one.GetRed(x, y) != other.GetRed(x, y) || one.GetBlue(x, y) != other.GetBlue(x, y))
                ++differ;
    return differ * 100 / all;
}

struct WithLock : tests::WithWindow {
    WithLock()
    {
        desk.emplace(session->desk());
        window = new views::MainFrame(*desk);
        window->Show();
        BOOST_REQUIRE(window->show_page("person"));
        window->record_page()->add();
        tests::wait_until([] { return false; }, 300); // drawn
    }
    ~WithLock() { delete window; }

    wxTextCtrl& text(wxWindow* in, const char* field)
    {
        return tests::control<wxTextCtrl>(in, field);
    }

    int noted(const char* what)
    {
        return file.db->handle()
            .execAndGet("SELECT count(*) FROM audit WHERE what = '" + std::string(what) + "'")
            .getInt();
    }

    tests::DataFile file;
    std::unique_ptr<app::Session> session = file.open();
    std::optional<views::Desk> desk;
    views::MainFrame* window = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(screen_lock_test, WithLock)

BOOST_AUTO_TEST_CASE(nothing_is_seen_while_locked_and_what_was_typed_is_as_before)
{
    auto& name = text(window->record_page(), "name");
    name.SetFocus();
    name.WriteText(L"张桂");
    tests::wait_until([] { return false; }, 500);
    const wxSize part{150, 300}; // the navigation, where no caret blinks
    const auto before = seen(*window, part);
    wxImage locked;
    std::string problem;
    const Script user({[&] { return lock_window() != nullptr; },
        [&] {
            locked = seen(*window, part);
            return true;
        },
        [&] { return try_words("a guess"); },
        [&] {
            problem =
                views::from_wx(tests::control<wxStaticText>(lock_window(), "problem").GetLabel());
            return try_words(file.passphrase);
        }});

    window->lock();

    BOOST_TEST(user.is_done());
    BOOST_TEST(problem.find("口令不正确") != std::string::npos, problem);
    BOOST_TEST(differing(before, locked) > 90);
    BOOST_TEST(tests::wait_until([&] { return differing(before, seen(*window, part)) == 0; }));
    BOOST_TEST(views::from_wx(name.GetValue()) == "张桂");
    BOOST_TEST((Drafts(*file.store, file.clerk).newest().has_value()));
    name.WriteText(L"山"); // and goes on
    BOOST_TEST(views::from_wx(name.GetValue()) == "张桂山");
    BOOST_TEST(noted("locked") == 1);
    BOOST_TEST(noted("unlock_refused") == 1);
    BOOST_TEST(noted("unlocked") == 1);
}

BOOST_AUTO_TEST_CASE(a_dialog_that_is_open_waits_beneath_and_keeps_what_is_half_typed)
{
    window->record_page()->form().load(
        Record::empty(hall_catalog().get("person"), {}), [](const auto&) { return std::nullopt; });
    wxWindow* dialog = nullptr;
    std::string kept;
    bool could_change_account = true;
    wxImage before;
    wxImage locked;
    wxTimer lock;
    lock.Bind(wxEVT_TIMER, [&](wxTimerEvent&) { window->lock(); });
    const wxSize part{200, 200};
    int wait = 0;
    const Script user({[&] {
                           return (dialog = wxWindow::FindWindowByName("new_record")) != nullptr;
                       },
        [&] {
            text(dialog, "address").WriteText(L"桃花江镇");
            return true;
        },
        [&] { return ++wait > 20; }, // drawn, and its draft written
        [&] {
            before = seen(*dialog, part);
            lock.StartOnce(1);
            return true;
        },
        [&] { return lock_window() != nullptr; },
        [&] {
            locked = seen(*dialog, part);
            could_change_account = lock_window()->FindWindow(wxID_OPEN)->IsEnabled();
            return try_words(file.passphrase);
        },
        [&] { return !lock_window(); }, [&] { return differing(before, seen(*dialog, part)) < 10; },
        [&] {
            BOOST_TEST(dialog->IsShown());
            kept = views::from_wx(text(dialog, "address").GetValue());
            const auto draft = Drafts(*file.store, file.clerk).find(hall_catalog().get("unit"), {});
            BOOST_TEST(draft.has_value());
            text(dialog, "name").SetValue(L"县教育局");
            press(*dialog, wxID_OK);
            return true;
        }});

    const auto made =
        views::ask_new_record(window, desk->editor, hall_catalog().get("unit"), "县教育");

    BOOST_TEST(user.is_done());
    BOOST_TEST(differing(before, locked) > 30);
    BOOST_TEST(!could_change_account);
    BOOST_TEST(kept == "桃花江镇");
    BOOST_REQUIRE(made.has_value());
    BOOST_TEST(to_text(file.store->find(hall_catalog().get("unit"), *made).value()["address"])
        == "桃花江镇");
    BOOST_TEST(!Drafts(*file.store, file.clerk).find(hall_catalog().get("unit"), {}).has_value());
}

BOOST_AUTO_TEST_CASE(guessing_at_the_locked_screen_is_held_up)
{
    bool may_go_on = true;
    int asked = 0;
    std::vector<Script::Step> steps(5, [] { return try_words("a guess"); });
    steps.push_back([&] {
        auto* dialog = lock_window();
        may_go_on = dialog->FindWindow(wxID_OK)->IsEnabled();
        wxMessageDialog other(window, "someone asks");
        asked = other.ShowModal(); // is not shown
        press(*dialog, wxID_OPEN);
        return true;
    });
    bool is_left = false;
    desk->access.lock.open_anew = [&] { is_left = true; };
    delete window;
    window = new views::MainFrame(*desk);
    window->Show();
    const Script user(std::move(steps));

    window->lock();

    BOOST_TEST(user.is_done());
    BOOST_TEST(!may_go_on);
    BOOST_TEST(asked == wxID_CANCEL);
    BOOST_TEST(is_left);
    BOOST_TEST(noted("unlock_refused") == 5);
    BOOST_CHECK_THROW(session->desk().access.lock.unlock(file.passphrase), Error);
    BOOST_CHECK_THROW(file.open(), Error); // nor by signing in
}

BOOST_AUTO_TEST_CASE(another_user_is_asked_for_from_the_menu_once_nothing_is_half_typed)
{
    int left = 0;
    desk->access.lock.open_anew = [&] { ++left; };
    desk->backups.run = {}; // which may be asked about first, as at any end
    delete window;
    window = new views::MainFrame(*desk);
    window->Show();
    BOOST_REQUIRE(window->show_page("person"));
    window->record_page()->add();
    text(window->record_page(), "name").SetValue(L"张桂山");
    auto* menu = window->GetMenuBar();
    const int item = menu->FindMenuItem(views::tr("&File"), views::tr("S&witch user…"));
    BOOST_REQUIRE(item != wxNOT_FOUND);
    BOOST_TEST(menu->IsEnabled(item));
    {
        const tests::Answering stays(wxID_CANCEL);
        window->ProcessCommand(item);
        BOOST_TEST(left == 0);
        BOOST_TEST(window->record_page()->is_changed());
    }
    const Leaving saves;
    window->ProcessCommand(item);
    BOOST_TEST(left == 1);
    BOOST_TEST(
        !file.store->where(hall_catalog().get("person"), "name", std::string("张桂山")).empty());
}

BOOST_AUTO_TEST_CASE(an_account_that_was_locked_meanwhile_does_not_come_back)
{
    const auto& user = hall_catalog().get("user");
    const auto make = [&](const Account& who, const char* role, const char* state) {
        auto record = tests::make(user, who.id, {{"name", who.name}, {"state", state}});
        record["roles"] = set_value({role});
        Batch batch(*file.store, {.label = {msgid("Add {1}"), {who.name}}, .account = file.clerk});
        batch.create(record);
        batch.commit();
    };
    make({file.clerk.id, file.clerk.name}, "business", "locked");
    BOOST_CHECK_THROW(session->desk().access.lock.unlock(file.passphrase), Error);
}

BOOST_AUTO_TEST_CASE(it_locks_by_itself_when_nobody_worked_for_so_long)
{
    Instant steady = 0;
    Instant wall = 0;
    int locked = 0;
    views::Locking link = session->desk().access.lock;
    link.noted = [&](views::LockedBy by) { locked += by == views::LockedBy::itself ? 1 : 0; };
    views::ScreenLock lock(link, "李文员", 5, {[&] { return steady; }, [&] { return wall; }});
    const Script user({[&] {
                           steady = 5 * 60'000 - 1;
                           return true;
                       },
        [&, looks = 0]() mutable { return ++looks > 50; },
        [&] {
            BOOST_TEST(locked == 0);
            steady += 1;
            return true;
        },
        [&] { return try_words(file.passphrase); }});
    BOOST_TEST(tests::wait_until([&] { return user.is_done() && !lock.is_locked(); }, 8000));
    BOOST_TEST(locked == 1);
}

BOOST_AUTO_TEST_CASE(a_sleeping_computer_counts_as_idle_and_a_clock_set_back_as_nothing)
{
    Instant steady = 1000;
    Instant wall = 5'000'000;
    views::PassedTime idle([&] { return steady; }, [&] { return wall; });
    wall -= 4'000'000;
    steady += 30;
    BOOST_TEST(idle.passed() == 30);
    idle.begin();
    wall += 900'000;
    BOOST_TEST(idle.passed() == 900'000);
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/access/reveal.h"

#include "model/store/audit.h"
#include "model/store/own_accounts.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/form/record_form.h"
#include "views/list/record_list.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/shell/reveal_dialog.h"

#include <wx/button.h>
#include <wx/combobox.h>
#include <wx/modalhook.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

/// Answers the next question for a reason.
class Giving : public wxModalDialogHook {
public:
    explicit Giving(std::string reason) : reason_(std::move(reason)) { Register(); }
    ~Giving() override { Unregister(); }

    int Enter(wxDialog* dialog) override
    {
        ++asked;
        tests::control<wxComboBox>(dialog, "reason").SetValue(views::to_wx(reason_));
        wxCommandEvent press(wxEVT_BUTTON, wxID_OK);
        auto* ok = dialog->FindWindow(wxID_OK);
        press.SetEventObject(ok);
        ok->ProcessWindowEvent(press);
        const auto* problem = wxWindow::FindWindowByName("problem", dialog);
        refused = problem && problem->IsShown();
        return refused ? wxID_CANCEL : wxID_OK;
    }

    int asked = 0;
    bool refused = false;

private:
    std::string reason_;
};

struct WithPersons : tests::WithOffice {
    WithPersons()
    {
        zhang = office.add("person",
            {{"name", "张桂山"}, {"phone", "13873712345"}, {"id_number", "430922198503120018"}});
        wen = office.add("person", {{"name", "文国强"}, {"phone", "13800000000"}});
        page = new views::RecordPage(frame, office.def("person"), editor);
        page->open(zhang);
    }

    wxString masked(const char* field)
    {
        return tests::control<wxTextCtrl>(page, field + std::string(".masked")).GetValue();
    }

    bool is_whole(const char* field)
    {
        const auto* masked = wxWindow::FindWindowByName(field + std::string(".masked"), page);
        return wxWindow::FindWindowByName(field, page)->IsShown()
            && (!masked || !masked->IsShown());
    }

    std::size_t reveals()
    {
        auto& rows = office.store.rows().statements().get(
            "SELECT count(*) FROM audit WHERE what = 'reveal'");
        rows.executeStep();
        const auto count = rows.getColumn(0).getInt();
        rows.reset();
        return static_cast<std::size_t>(count);
    }

    Uuid zhang;
    Uuid wen;
    views::RecordPage* page = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(reveal_test, WithPersons)

BOOST_AUTO_TEST_CASE(personal_values_stand_masked_and_empty_ones_can_be_entered)
{
    BOOST_TEST(masked("phone") == "138****2345");
    BOOST_TEST(masked("id_number") == "430922**********18");
    BOOST_TEST(!is_whole("phone"));
    BOOST_TEST(is_whole("emergency_phone")); // nothing to hide
    BOOST_TEST(is_whole("name"));            // nothing personal
    BOOST_TEST(wxWindow::FindWindowByName("reveal", page)->IsShown());

    page->add();
    BOOST_TEST(is_whole("phone"));
    BOOST_TEST(!wxWindow::FindWindowByName("reveal", page)->IsShown());
}

BOOST_AUTO_TEST_CASE(a_reason_shows_one_record_whole_and_is_kept)
{
    {
        Giving user("核对证件");
        page->reveal();
        BOOST_TEST(user.asked == 1);
    }
    BOOST_TEST(is_whole("phone"));
    BOOST_TEST(is_whole("id_number"));
    BOOST_TEST(reveals() == 1u);

    auto& phone = tests::control<wxTextCtrl>(page, "phone");
    BOOST_TEST(phone.GetValue() == "13873712345");
    phone.SetValue("13873754321");
    BOOST_TEST(page->save());
    BOOST_TEST(is_whole("phone")); // still the same record
    BOOST_TEST(office.text(zhang, "phone") == "13873754321");

    page->open(wen);
    BOOST_TEST(!is_whole("phone"));
    page->open(zhang);
    BOOST_TEST(masked("phone") == "138****4321");
    BOOST_TEST(reveals() == 1u);
}

BOOST_AUTO_TEST_CASE(after_a_minute_without_a_key_it_is_masked_again)
{
    wxString said;
    page->on_say = [&](const wxString& text) { said = text; };
    {
        Giving user("核对证件");
        page->reveal();
    }
    BOOST_TEST(said.utf8_string().find("一分钟") != std::string::npos);
    auto& phone = tests::control<wxTextCtrl>(page, "phone");
    office.clock.advance(50'000);
    phone.SetValue("13873754321"); // still at work
    office.clock.advance(50'000);
    BOOST_TEST(!tests::wait_until([&] { return !is_whole("id_number"); }, 2500));

    office.clock.advance(11'000);
    BOOST_TEST(tests::wait_until([&] { return !is_whole("id_number"); }, 4000));
    BOOST_TEST(masked("id_number") == "430922**********18");
    BOOST_TEST(is_whole("phone")); // he typed it himself, and has not saved it
    BOOST_TEST(said.utf8_string().find("Ctrl+R") != std::string::npos);
    BOOST_TEST(page->save());
    BOOST_TEST(office.text(zhang, "phone") == "13873754321");
    BOOST_TEST(masked("phone") == "138****4321");
}

BOOST_AUTO_TEST_CASE(another_page_or_the_lock_masks_it_at_once)
{
    views::FileAccess access;
    bool was_masked = false;
    views::MainFrame* window = nullptr;
    const auto whole = [&] {
        const auto* shown = wxWindow::FindWindowByName("phone", window->record_page());
        return shown && shown->IsShown();
    };
    access.lock.unlock = [](const std::string&) {};
    access.lock.noted = [&](views::LockedBy) { was_masked = !whole(); };
    window = new views::MainFrame({.editor = editor, .file = "大厅.db", .access = access});
    window->Show();
    BOOST_REQUIRE(window->show_page("person"));
    const auto reveal = [&] {
        window->record_page()->open(zhang);
        Giving user("核对证件");
        window->record_page()->reveal();
        BOOST_TEST(whole());
    };
    reveal();
    BOOST_REQUIRE(window->show_page("window"));
    BOOST_REQUIRE(window->show_page("person"));
    BOOST_TEST(!whole());

    reveal();
    wxTimer unlocks;
    unlocks.Bind(wxEVT_TIMER, [](wxTimerEvent&) {
        if (auto* lock = wxWindow::FindWindowByName("screen_lock"))
            dynamic_cast<wxDialog*>(lock)->EndModal(wxID_OK);
    });
    unlocks.Start(100);
    window->lock();
    BOOST_TEST(was_masked);
    BOOST_TEST(!whole());
    delete window;
}

BOOST_AUTO_TEST_CASE(without_a_reason_or_the_right_nothing_is_shown)
{
    {
        Giving user("  ");
        page->reveal();
        BOOST_TEST(user.refused);
    }
    BOOST_TEST(!is_whole("phone"));

    const auto id = office.add("user", {{"name", "督查"}, {"roles", "supervision"}});
    add_own_account(office.store, {id, "督查"});
    Editor supervisor(office.store, {id, "督查"});
    BOOST_CHECK_THROW(reveal_personal(supervisor, zhang, "核对证件"), Error);
    auto* his = new views::RecordPage(frame, office.def("person"), supervisor);
    his->open(zhang);
    BOOST_TEST(!wxWindow::FindWindowByName("reveal", his)->IsShown()); // nothing to press
    {
        Giving user("核对证件");
        BOOST_CHECK_THROW(his->reveal(), Error);
        BOOST_TEST(user.asked == 0);
    }
    BOOST_TEST(!wxWindow::FindWindowByName("phone", his)->IsShown());
    BOOST_TEST(reveals() == 0u);
}

BOOST_AUTO_TEST_CASE(what_is_masked_is_not_taken_for_an_edit)
{
    auto& name = tests::control<wxTextCtrl>(page, "name");
    name.SetValue(views::to_wx("张桂珊"));
    BOOST_TEST(page->save());
    BOOST_TEST(office.text(zhang, "phone") == "13873712345");
    BOOST_TEST(office.text(zhang, "id_number") == "430922198503120018");
    BOOST_TEST(!page->is_changed());
}

BOOST_AUTO_TEST_SUITE_END()

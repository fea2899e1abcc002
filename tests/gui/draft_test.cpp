#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"
#include "tests/support/where.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"

#include <Poco/PipeStream.h>
#include <Poco/Process.h>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <iostream>
#include <thread>

using namespace model;

namespace {

const DataKey no_secret;

struct WithFile : tests::WithWindow {
    explicit WithFile(const std::string& path) : db(path, no_secret)
    {
        store.set_self(
            {.region = "430922", .office = "桃江县政务服务中心", .org = {Role::agency, "430922"}});
    }

    SystemClock clock;
    SystemRandom random;
    Database db;
    RecordStore store{db, hall_catalog(), clock, random};
    Editor editor{store, {Uuid::named("account", "clerk"), "李文员"}};
};

struct WithDrafts : tests::WithOffice {
    WithDrafts()
    {
        zhang = office.add("person", {{"name", "张桂山"}, {"phone", "13873712345"}});
        make_page();
    }

    void make_page() { page = new views::RecordPage(frame, office.def("person"), editor); }

    /// As after a crash: nothing was asked, and the windows are made anew.
    void crash()
    {
        page->Destroy();
        make_page();
        page->open_first();
    }

    wxTextCtrl& text(const char* field) { return tests::control<wxTextCtrl>(page, field); }

    void type(const char* field, const char* words)
    {
        auto& control = text(field);
        control.Clear();
        control.WriteText(views::to_wx(words));
    }

    bool is_kept(const Uuid& id)
    {
        return Drafts(office.store, office.clerk).find(office.def("person"), id).has_value();
    }

    bool wait_until_kept(const Uuid& id)
    {
        return tests::wait_until([&] { return is_kept(id); });
    }

    bool is_told() { return wxWindow::FindWindowByName("draft", page)->IsShown(); }

    std::string told()
    {
        return views::from_wx(tests::control<wxStaticText>(page, "draft.text").GetLabelText());
    }

    void press(const char* name)
    {
        auto& button = tests::control<wxButton>(page, name);
        wxCommandEvent pressed(wxEVT_BUTTON, button.GetId());
        button.ProcessWindowEvent(pressed);
    }

    Uuid zhang;
    views::RecordPage* page = nullptr;
};

} // namespace

BOOST_AUTO_TEST_SUITE(draft_test)

/// Not a test of its own: what the child of the test below does.
BOOST_AUTO_TEST_CASE(type_until_killed, *boost::unit_test::disabled())
{
    const auto& suite = boost::unit_test::framework::master_test_suite();
    if (suite.argc != 2)
        return; // chosen with the whole suite, not by the parent
    WithFile child(suite.argv[1]);
    auto* page = new views::RecordPage(child.frame, hall_catalog().get("person"), child.editor);
    page->add();
    tests::control<wxTextCtrl>(page, "name").WriteText(views::to_wx("李秀英"));
    tests::control<wxTextCtrl>(page, "birth").WriteText(views::to_wx("1985年3"));
    for (int n = 0;; ++n) { // somebody who types without a pause
        tests::control<wxTextCtrl>(page, "remark").WriteText("x");
        wxTheApp->Yield();
        wxMilliSleep(20);
        if (n == 100)
            std::cout << "typed" << std::endl;
    }
}

BOOST_AUTO_TEST_CASE(what_was_half_typed_in_a_killed_program_comes_back)
{
    tests::TempFolder folder;
    const auto path = folder.file("hall.db");
    Database(path, no_secret, {.opening = Opening::fresh});
    Poco::Pipe out;
    auto child = Poco::Process::launch(tests::bin_dir() + "/gui_tests",
        {"--run_test=draft_test/type_until_killed", "--log_level=nothing", "--report_level=no",
            "--", path},
        nullptr, &out, nullptr);
    Poco::PipeInputStream said(out);
    for (std::string line; std::getline(said, line) && line != "typed";)
        continue;
    Poco::Process::kill(child);
    child.wait();

    WithFile after(path);
    auto* page = new views::RecordPage(after.frame, hall_catalog().get("person"), after.editor);
    page->open_first();

    BOOST_TEST(tests::control<wxTextCtrl>(page, "name").GetValue() == views::to_wx("李秀英"));
    BOOST_TEST(tests::control<wxTextCtrl>(page, "birth").GetValue() == views::to_wx("1985年3"));
    BOOST_TEST(tests::control<wxTextCtrl>(page, "remark").GetValue().length() > 30u);
    BOOST_TEST(wxWindow::FindWindowByName("draft", page)->IsShown());
    BOOST_TEST(page->is_changed());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(drafts_of_a_page_test, WithDrafts)

BOOST_AUTO_TEST_CASE(entries_of_every_kind_come_back_and_can_be_saved)
{
    page->open(zhang);
    type("rank", "科员");
    type("birth", "去年");
    tests::control<wxChoice>(page, "sex").SetSelection(2);
    type("on_behalf", "桃公政〔2026〕3号");
    BOOST_REQUIRE(wait_until_kept(zhang));

    crash();

    BOOST_TEST(is_told());
    BOOST_TEST(text("rank").GetValue() == views::to_wx("科员"));
    BOOST_TEST(text("birth").GetValue() == views::to_wx("去年"));
    BOOST_TEST(tests::control<wxChoice>(page, "sex").GetSelection() == 2);
    BOOST_TEST(text("on_behalf").GetValue() == views::to_wx("桃公政〔2026〕3号"));

    type("birth", "");
    BOOST_TEST(page->save());
    BOOST_TEST(office.text(zhang, "rank") == "科员");
    BOOST_TEST(office.text(zhang, "sex") == "female");
    BOOST_TEST(!is_kept(zhang));
    BOOST_TEST(!is_told());
}

BOOST_AUTO_TEST_CASE(a_draft_can_be_dropped)
{
    page->open(zhang);
    type("name", "张桂珊");
    BOOST_REQUIRE(wait_until_kept(zhang));
    crash();

    press("drop_draft");

    BOOST_TEST(text("name").GetValue() == views::to_wx("张桂山"));
    BOOST_TEST(!is_kept(zhang));
    BOOST_TEST(!is_told());
    BOOST_TEST(!page->is_changed());
}

BOOST_AUTO_TEST_CASE(a_new_record_that_is_dropped_gives_way_to_the_first)
{
    page->add();
    type("name", "李秀英");
    BOOST_REQUIRE(wait_until_kept({}));
    crash();
    BOOST_TEST(text("name").GetValue() == views::to_wx("李秀英"));

    press("drop_draft");

    BOOST_TEST(text("name").GetValue() == views::to_wx("张桂山"));
    BOOST_TEST(!is_kept({}));
}

BOOST_AUTO_TEST_CASE(giving_up_leaves_no_draft)
{
    page->open(zhang);
    type("name", "张桂珊");
    BOOST_REQUIRE(wait_until_kept(zhang));
    {
        const tests::Answering give_up(wxID_YES);
        page->give_up();
    }
    BOOST_TEST(!is_kept(zhang));

    type("name", "张桂三");
    BOOST_REQUIRE(wait_until_kept(zhang));
    const tests::Answering do_not_save(wxID_NO);
    BOOST_TEST(page->may_leave());
    BOOST_TEST(!is_kept(zhang));
    BOOST_TEST(!page->is_changed());
}

BOOST_AUTO_TEST_CASE(an_entry_typed_back_leaves_no_draft)
{
    page->open(zhang);
    type("name", "张桂珊");
    BOOST_REQUIRE(wait_until_kept(zhang));
    type("name", "张桂山");
    BOOST_TEST(tests::wait_until([&] { return !is_kept(zhang); }));
}

BOOST_AUTO_TEST_CASE(what_others_changed_meanwhile_is_told)
{
    page->open(zhang);
    type("phone", "13900000000");
    BOOST_REQUIRE(wait_until_kept(zhang));
    office.change(zhang, "phone", "13911111111");

    crash();

    BOOST_TEST(text("phone").GetValue() == "13900000000");
    BOOST_TEST(told().find("联系电话") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_draft_of_a_record_that_is_gone_is_told_and_not_lost_silently)
{
    page->open(zhang);
    type("name", "张桂珊");
    BOOST_REQUIRE(wait_until_kept(zhang));
    editor.remove(zhang);
    const tests::Answering ok(wxID_OK);

    crash();

    BOOST_TEST(ok.asked() == 1);
    BOOST_TEST(!is_kept(zhang));
}

BOOST_AUTO_TEST_CASE(the_program_begins_at_the_register_with_the_draft)
{
    page->open(zhang);
    type("name", "张桂珊");
    BOOST_REQUIRE(wait_until_kept(zhang));

    auto* main = new views::MainFrame({.editor = editor, .file = "大厅.db"});
    main->resume_draft();

    BOOST_REQUIRE(main->record_page());
    BOOST_TEST(tests::control<wxTextCtrl>(main->record_page(), "name").GetValue()
        == views::to_wx("张桂珊"));
    delete main;
}

BOOST_AUTO_TEST_SUITE_END()

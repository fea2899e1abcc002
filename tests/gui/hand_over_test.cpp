#include "model/access/accounts.h"
#include "model/store/own_accounts.h"
#include "tests/support/data_file.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/form/field_row.h"
#include "views/shell/hand_over_dialog.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

constexpr const char* passphrase = "bamboo-hill-2027";

struct WithAccounts : tests::WithWindow {
    WithAccounts()
    {
        desk.emplace(session->desk());
        unit = make("unit", {{"name", "县公安局"}});
        person = make("person", {{"name", "张桂山"}});
        const auto window = make("window", {{"number", "7"}});
        make("window_staff",
            {{"window", window.text()}, {"person", person.text()}, {"from", "2025-01-01"}});
        User user;
        user.name = "张桂山";
        user.roles = {"liaison"};
        user.unit = unit;
        user.person = person;
        user.state = UserState::active;
        const auto outcome = Accounts(desk->editor).add(user);
        BOOST_REQUIRE(outcome.done);
        old = outcome.id;
        desk->access.give_passphrase(old, "张桂山", "bamboo-hill-2026");
    }
    ~WithAccounts() { delete dialog; }

    Uuid make(const char* entity, const std::map<std::string, std::string>& values)
    {
        const auto& def = hall_catalog().get(entity);
        std::vector<FieldEdit> edits;
        for (const auto& [name, text] : values)
            edits.push_back({def.find(name), parse_value(def.find(name)->type, text).value()});
        const auto outcome = desk->editor.create(def, edits);
        BOOST_REQUIRE(outcome.done);
        return outcome.id;
    }

    void open(const Uuid& of)
    {
        dialog = new views::HandOverDialog(frame, desk->editor, desk->access, of);
    }
    void type(const char* name, const std::string& text)
    {
        tests::control<wxTextCtrl>(dialog, name).SetValue(views::to_wx(text));
    }
    void press_ok()
    {
        auto* button = dialog->FindWindow(wxID_OK);
        wxCommandEvent event(wxEVT_BUTTON, wxID_OK);
        event.SetEventObject(button);
        button->ProcessWindowEvent(event);
    }
    std::string said(const char* name)
    {
        return tests::control<views::WrappedText>(dialog, name).text().utf8_string();
    }
    void fill()
    {
        type("name", "文国强");
        type("end_reason", "调离");
        type("passphrase", passphrase);
        type("again", passphrase);
    }
    bool opens(const std::string& name, const char* words)
    {
        try {
            KeyFile::load(file.files, file.path).unlock(name, words);
            return true;
        } catch (const Error&) {
            return false;
        }
    }
    User user(const Uuid& id)
    {
        return from_record<User>(desk->editor.store().find(def_of<User>(), id).value());
    }

    tests::DataFile file;
    std::unique_ptr<app::Session> session = file.open();
    std::optional<views::Desk> desk;
    Uuid unit;
    Uuid person;
    Uuid old;
    views::HandOverDialog* dialog = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hand_over_test, WithAccounts)

BOOST_AUTO_TEST_CASE(what_goes_over_and_what_stays_is_listed_first)
{
    open({});
    BOOST_TEST(said("preview").find("请先选择") != std::string::npos, said("preview"));
    type("old", "张桂山");
    type("name", "文国强");
    const auto text = said("preview");
    BOOST_TEST(text.find("文国强") != std::string::npos, text);
    BOOST_TEST(text.find("派驻单位联络员") != std::string::npos, text);
    BOOST_TEST(text.find("县公安局") != std::string::npos, text);
    BOOST_TEST(text.find("窗口在岗人员：还有 1 条") != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(one_step_lets_the_new_one_in_and_the_old_one_out)
{
    open(old);
    fill();
    press_ok();
    const auto made = dialog->made();
    BOOST_REQUIRE(!made.is_nil());
    BOOST_TEST(!dialog->ends_own());
    BOOST_TEST((user(made).roles == Set{"liaison"}));
    BOOST_TEST((user(made).unit == unit));
    BOOST_TEST((user(old).state == UserState::left));
    BOOST_TEST(user(old).end_reason == "调离");
    BOOST_TEST(opens("文国强", passphrase));
    BOOST_TEST(!opens("张桂山", "bamboo-hill-2026"));
    BOOST_TEST(said("preview").find("工牌") != std::string::npos, said("preview"));
    BOOST_TEST(!wxWindow::FindWindowByName("name", dialog)->IsShown());
    const auto noted = [&](const char* what) {
        return file.db->handle()
            .execAndGet("SELECT count(*) FROM audit WHERE what = '" + std::string(what) + "'")
            .getInt();
    };
    BOOST_TEST(noted("account_added") == 1);
    BOOST_TEST(noted("account_removed") == 1);
}

BOOST_AUTO_TEST_CASE(what_is_refused_stands_at_its_field_and_nothing_is_done)
{
    open(old);
    fill();
    type("name", "张桂山");
    press_ok();
    BOOST_TEST(dialog->made().is_nil());
    BOOST_TEST(said("name.findings").find("已经存在") != std::string::npos, said("name.findings"));
    type("name", "文国强");
    BOOST_TEST(said("name.findings").empty());
    type("from", "去年");
    press_ok();
    BOOST_TEST(!said("from.findings").empty());
    type("from", "今天");
    type("again", "another-2027");
    press_ok();
    BOOST_TEST(!said("problem").empty());
    BOOST_TEST(dialog->made().is_nil());
    BOOST_TEST((user(old).state == UserState::active));
    BOOST_TEST(!opens("文国强", passphrase));
    BOOST_TEST(opens("张桂山", "bamboo-hill-2026"));
}

BOOST_AUTO_TEST_CASE(until_a_later_day_both_open_the_file)
{
    open(old);
    fill();
    type("from", "+7");
    press_ok();
    BOOST_REQUIRE(!dialog->made().is_nil());
    BOOST_TEST(opens("文国强", passphrase));
    BOOST_TEST(opens("张桂山", "bamboo-hill-2026"));
}

BOOST_AUTO_TEST_CASE(a_key_file_that_cannot_be_written_leaves_both_as_they_were)
{
    HandOver wish{.old = user(old),
        .on = desk->editor.store().today(),
        .reason = "调离",
        .passphrase = passphrase};
    wish.next.name = "文国强";
    struct Full : SystemFiles {
        void write(const std::string&, std::string_view, Readers) override
        {
            throw Error({msgid("The disk is full")});
        }
    } full;
    const auto key = file.keys.unlock(file.clerk.name, file.passphrase).key;
    BOOST_CHECK_THROW(hand_over(desk->editor, full, file.path, key, wish), Error);
    BOOST_TEST((user(old).state == UserState::active));
    BOOST_TEST(desk->editor.store().where(def_of<User>(), "name", std::string("文国强")).empty());
    BOOST_TEST(opens("张桂山", "bamboo-hill-2026"));
}

BOOST_AUTO_TEST_SUITE_END()

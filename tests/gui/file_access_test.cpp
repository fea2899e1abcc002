#include "app/desktop/opening.h"
#include "model/access/recovery_key.h"
#include "tests/support/data_file.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/shell/main_frame.h"
#include "views/start/passphrase_change.h"
#include "views/start/passphrase_dialog.h"
#include "views/start/recover_dialog.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/menu.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

constexpr const char* other_passphrase = "bamboo-hill-2027";

/// Does something with each dialog that would wait for the user, and closes it with its answer.
class Doing : public wxModalDialogHook {
public:
    using Do = std::function<void(wxDialog&)>;

    explicit Doing(std::vector<Do> steps) : steps_(std::move(steps)) { Register(); }
    ~Doing() override { Unregister(); }

    bool is_done() const { return at_ == steps_.size(); }

private:
    int Enter(wxDialog* dialog) override
    {
        if (at_ == steps_.size())
            return wxID_CANCEL;
        dialog->SetReturnCode(wxID_CANCEL);
        steps_[at_++](*dialog);
        return dialog->GetReturnCode();
    }

    std::vector<Do> steps_;
    std::size_t at_ = 0;
};

void type(wxWindow& dialog, const char* name, const std::string& text)
{
    tests::control<wxTextCtrl>(&dialog, name).SetValue(views::to_wx(text));
}

void press(wxWindow& dialog, int id)
{
    auto* button = dialog.FindWindow(id);
    BOOST_REQUIRE(button);
    wxCommandEvent event(wxEVT_BUTTON, id);
    event.SetEventObject(button);
    button->ProcessWindowEvent(event);
}

void press(wxWindow& dialog, const char* name)
{
    press(dialog, tests::control<wxButton>(&dialog, name).GetId());
}

std::string shown(wxWindow& dialog, const char* name)
{
    auto text = views::from_wx(tests::control<wxStaticText>(&dialog, name).GetLabel());
    std::erase(text, '\n');
    return text;
}

struct WithFile : tests::WithWindow {
    std::string key()
    {
        return recovery_text(file.keys.unlock(file.clerk.name, file.passphrase).key);
    }

    bool opens_with(const std::string& passphrase)
    {
        try {
            KeyFile::load(file.files, file.path).unlock(file.clerk.name, passphrase);
            return true;
        } catch (const Error&) {
            return false;
        }
    }

    tests::TempFolder lock;
    app::Opening opening{lock.file("locks"), [](const std::string&) {}};
    tests::DataFile file;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(file_access_test, WithFile)

BOOST_AUTO_TEST_CASE(a_forgotten_passphrase_is_replaced_with_the_recovery_key)
{
    const Doing user({[&](wxDialog& ask) {
                          type(ask, "passphrase", "no idea");
                          press(ask, wxID_OK);
                          BOOST_TEST(!shown(ask, "problem").empty());
                          press(ask, "recover");
                      },
        [&](wxDialog& recover) {
            type(recover, "key", key());
            BOOST_TEST(shown(recover, "key_state") == "密钥完整");
            type(recover, "passphrase", "123");
            type(recover, "again", "123");
            press(recover, wxID_OK);
            BOOST_TEST(shown(recover, "problem").find("口令太短") == 0u);
            type(recover, "passphrase", other_passphrase);
            type(recover, "again", other_passphrase);
            press(recover, wxID_OK);
        }});

    const auto opened = opening.open(frame, file.path);

    BOOST_TEST(user.is_done());
    BOOST_REQUIRE(opened.has_value());
    BOOST_TEST((opened->session->desk().editor.account() == file.clerk));
    BOOST_TEST(opens_with(other_passphrase));
    BOOST_TEST(!opens_with(file.passphrase));
}

BOOST_AUTO_TEST_CASE(too_many_wrong_passphrases_are_counted_down_and_the_recovery_key_opens)
{
    const Doing user({[&](wxDialog& ask) {
                          auto* ok = ask.FindWindow(wxID_OK);
                          for (int i = 0; i < 5; ++i) {
                              BOOST_TEST(ok->IsEnabled());
                              type(ask, "passphrase", "no idea");
                              press(ask, wxID_OK);
                          }
                          BOOST_TEST(!ok->IsEnabled());
                          const auto first = shown(ask, "problem");
                          BOOST_TEST(first.find("连续输错") != std::string::npos, first);
                          BOOST_TEST(
                              tests::wait_until([&] { return shown(ask, "problem") != first; }));
                          BOOST_TEST(!ok->IsEnabled());
                          press(ask, "recover");
                      },
        [&](wxDialog& recover) {
            type(recover, "key", key());
            type(recover, "passphrase", other_passphrase);
            type(recover, "again", other_passphrase);
            press(recover, wxID_OK);
        }});
    BOOST_TEST(opening.open(frame, file.path).has_value());
    BOOST_TEST(user.is_done());
    const auto opened = opening.open(file.path, "李文员", other_passphrase); // at once
    BOOST_TEST(bool(opened.session));
}

BOOST_AUTO_TEST_CASE(whose_passphrase_is_meant_is_asked_where_several_have_one)
{
    BOOST_TEST(app::Opening::knows_whose(file.path, ""));
    BOOST_TEST(app::Opening::knows_whose(file.path + ".none", "")); // what is wrong is told
    {
        SystemFiles files;
        auto keys = KeyFile::load(files, file.path);
        const auto secret = keys.unlock(file.clerk.name, file.passphrase).key;
        keys.add_slot({Uuid::named("account", "王敏"), "王敏"}, other_passphrase, secret,
            file.random, {.passes = 1, .memory = 1U << 16U});
        keys.save(files, file.path);
    }
    BOOST_TEST(!app::Opening::knows_whose(file.path, ""));
    BOOST_TEST(app::Opening::knows_whose(file.path, "王敏"));
}

BOOST_AUTO_TEST_CASE(mistakes_in_the_key_are_told_group_by_group)
{
    views::RecoverDialog dialog(frame, file.path,
        {.accounts =
                [](const std::string&) {
                    return std::vector<std::string>{"李文员", "王敏"};
                },
            .recover = [](auto&&...) {}});
    const auto whole = key();
    type(dialog, "key", whole.substr(0, 13));
    BOOST_TEST(shown(dialog, "key_state") == "已输入 2 组，共 13 组");
    auto wrong = whole.substr(0, 11);
    wrong[6] = wrong[6] == '0' ? '2' : '0';
    type(dialog, "key", wrong);
    BOOST_TEST(shown(dialog, "key_state") == "第 2 组有误：请与纸上核对");
    press(dialog, wxID_OK);
    BOOST_TEST(!shown(dialog, "problem").empty());
    BOOST_TEST(!tests::control<wxChoice>(&dialog, "account").IsShown());
    type(dialog, "key", whole);
    BOOST_TEST(tests::control<wxChoice>(&dialog, "account").IsShown());
    BOOST_TEST(tests::control<wxChoice>(&dialog, "account").GetCount() == 2u);
}

BOOST_AUTO_TEST_CASE(the_key_of_another_file_is_told_before_a_passphrase_is_thought_up)
{
    const tests::DataFile other;
    const auto theirs = recovery_text(other.keys.unlock(other.clerk.name, other.passphrase).key);
    const Doing user({[&](wxDialog& ask) { press(ask, "recover"); },
        [&](wxDialog& recover) {
            type(recover, "key", theirs);
            BOOST_TEST(shown(recover, "problem").find("另一个数据文件") != std::string::npos,
                shown(recover, "problem"));
        }});
    BOOST_TEST(!opening.open(frame, file.path).has_value());
    BOOST_TEST(user.is_done());
    BOOST_TEST(opens_with(file.passphrase));
}

BOOST_AUTO_TEST_CASE(a_lost_key_file_leaves_the_recovery_key)
{
    const auto saved = key();
    file.files.remove(KeyFile::path_of(file.path));
    file.add_units(1); // by which the file knows its clerk
    const Doing user({[&](wxDialog& ask) {
                          BOOST_TEST(!shown(ask, "problem").empty());
                          press(ask, "recover");
                      },
        [&](wxDialog& recover) {
            type(recover, "key", saved);
            type(recover, "passphrase", other_passphrase);
            type(recover, "again", other_passphrase);
            press(recover, wxID_OK);
        }});
    BOOST_TEST(opening.open(frame, file.path).has_value());
    BOOST_TEST(opens_with(other_passphrase));
}

BOOST_AUTO_TEST_CASE(the_passphrase_is_changed_by_who_knows_it)
{
    const auto session = file.open();
    const auto desk = session->desk();
    views::PassphraseChange dialog(frame, desk.access, file.clerk.name);
    type(dialog, "before", "wrong horse");
    type(dialog, "passphrase", other_passphrase);
    type(dialog, "again", "bamboo-hill-2028");
    press(dialog, wxID_OK);
    BOOST_TEST(shown(dialog, "problem") == "两次输入的口令不一致：请把第二次重新输入。");
    type(dialog, "again", other_passphrase);
    press(dialog, wxID_OK);
    BOOST_TEST(!shown(dialog, "problem").empty());
    BOOST_TEST(opens_with(file.passphrase));

    type(dialog, "before", file.passphrase);
    press(dialog, wxID_OK);
    BOOST_TEST(dialog.GetReturnCode() == wxID_OK);
    BOOST_TEST(opens_with(other_passphrase));
    BOOST_TEST(!opens_with(file.passphrase));
}

BOOST_AUTO_TEST_CASE(who_manages_the_accounts_gives_them_passphrases)
{
    const auto session = file.open();
    const auto desk = session->desk();
    const auto& user = hall_catalog().get("user");
    const std::vector<FieldEdit> fields{{user.find("name"), std::string("王五")},
        {user.find("roles"), Set{"business"}}, {user.find("state"), std::string("active")}};
    const auto made = desk.editor.create(user, fields);
    BOOST_REQUIRE(made.done);
    BOOST_TEST(!desk.access.opens(made.id));

    views::PassphraseChange dialog(frame, desk.access, made.id, "王五");
    type(dialog, "passphrase", "short");
    type(dialog, "again", "short");
    press(dialog, wxID_OK);
    BOOST_TEST(!shown(dialog, "problem").empty());
    type(dialog, "passphrase", other_passphrase);
    type(dialog, "again", other_passphrase);
    press(dialog, wxID_OK);
    BOOST_TEST(dialog.GetReturnCode() == wxID_OK);
    BOOST_TEST(desk.access.opens(made.id));

    const auto keys = KeyFile::load(file.files, file.path);
    app::Session his(file.path, keys, "王五", other_passphrase);
    BOOST_CHECK_THROW(
        his.desk().access.give_passphrase(file.clerk.id, "李文员", "bamboo-hill-2029"), Error);
    file.keys = keys;
    BOOST_TEST(opens_with(file.passphrase)); // the founder's is as it was
}

BOOST_AUTO_TEST_CASE(the_recovery_key_on_paper_is_checked_and_never_shown)
{
    const auto session = file.open();
    const auto desk = session->desk();
    views::RecoveryCheck dialog(frame, desk.access);
    type(dialog, "key", key());
    BOOST_TEST(shown(dialog, "answer") == "这就是本文件的恢复密钥。");
    SystemRandom random;
    type(dialog, "key", recovery_text(DataKey::make(random)));
    BOOST_TEST(
        shown(dialog, "answer").find("不是本文件的") != std::string::npos, shown(dialog, "answer"));
}

BOOST_AUTO_TEST_CASE(what_a_window_cannot_do_stays_grey_in_its_menu)
{
    const auto session = file.open();
    auto desk = session->desk();
    int asked = 0;
    desk.access.open_other = [&] { ++asked; };
    auto* window = new views::MainFrame(desk);
    const auto item = [&](const char* label) {
        for (auto* each : window->GetMenuBar()->GetMenu(0)->GetMenuItems())
            if (each->GetItemLabelText().StartsWith(views::to_wx(label)))
                return each;
        return static_cast<wxMenuItem*>(nullptr);
    };
    BOOST_REQUIRE(item("打开另一个文件"));
    wxCommandEvent event(wxEVT_MENU, item("打开另一个文件")->GetId());
    window->ProcessWindowEvent(event);
    BOOST_TEST(asked == 1);
    BOOST_TEST(item("更换口令")->IsEnabled());
    delete window;

    desk.access = {};
    window = new views::MainFrame(desk);
    for (const auto* label : {"打开另一个文件", "更换口令", "核对恢复密钥"})
        BOOST_TEST(!item(label)->IsEnabled(), label);
    delete window;
}

BOOST_AUTO_TEST_CASE(a_file_that_has_a_window_already_is_not_opened_twice)
{
    const auto first = opening.open(file.path, file.clerk.name, file.passphrase);
    BOOST_CHECK_THROW(opening.open(file.path, file.clerk.name, file.passphrase), Error);
}

BOOST_AUTO_TEST_SUITE_END()

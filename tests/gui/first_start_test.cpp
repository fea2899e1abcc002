#include "views/start/first_start.h"

#include "app/desktop/office_making.h"
#include "model/access/key_file.h"
#include "model/access/recovery_key.h"
#include "model/base/text.h"
#include "model/sync/connect.h"
#include "model/sync/replica.h"
#include "tests/support/gui.h"
#include "tests/support/server_process.h"
#include "views/widgets/platform_look.h"

#include <boost/test/unit_test.hpp>
#include <wx/stattext.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

struct WithFirstStart : tests::WithWindow {
    ~WithFirstStart() { delete dialog; }

    views::FirstStart& open(std::optional<JoinFile> join = {})
    {
        auto making = app::office_making();
        making.folder = folder.file("");
        making.account = account;
        dialog = new views::FirstStart(frame, std::move(making), std::move(join));
        dialog->Show();
        return *dialog;
    }

    void type(const char* control, const std::string& text)
    {
        tests::control<wxTextCtrl>(dialog, control).SetValue(views::to_wx(text));
    }

    std::string shown(const char* control)
    {
        return views::from_wx(tests::control<wxStaticText>(dialog, control).GetLabel());
    }

    std::string typed(const char* control)
    {
        return views::from_wx(tests::control<wxTextCtrl>(dialog, control).GetValue());
    }

    /// Through the file page with a good passphrase, until the file is there or refused.
    void make()
    {
        type("passphrase", passphrase);
        type("again", passphrase);
        dialog->next();
        tests::wait_until([&] { return !dialog->is_working(); });
    }

    std::string key() { return join(split(on_one_line(shown("recovery_key")), ' '), ""); }

    static std::string on_one_line(std::string text)
    {
        std::ranges::replace(text, '\n', ' ');
        return text;
    }

    std::string group(std::size_t number)
    {
        return recovery_text(parse_recovery(key())).substr((number - 1) * 6, 5);
    }

    /// The number in "…第 4 组".
    std::size_t asked()
    {
        for (std::size_t number = 13; number > 0; --number)
            if (page_text().find("第 " + std::to_string(number) + " 组") != std::string::npos)
                return number;
        return 0;
    }

    std::string page_text()
    {
        std::string all;
        for (auto* child : tests::control<wxTextCtrl>(dialog, "group").GetParent()->GetChildren())
            if (auto* text = dynamic_cast<wxStaticText*>(child))
                all += views::from_wx(text->GetLabel()) + '\n';
        return all;
    }

    std::string account = "李文员"; ///< proposed
    const std::string passphrase = "bamboo-hill-2026";
    tests::TempFolder folder;
    views::FirstStart* dialog = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(first_start_test, WithFirstStart)

BOOST_AUTO_TEST_CASE(all_of_every_page_shows_with_large_letters)
{
    struct Large {
        Large() { views::apply_letter_size(150); }
        ~Large() { views::apply_letter_size(100); }
    } large;
    auto& start = open();
    const auto fits = [&](const char* control) {
        const auto* window = wxWindow::FindWindowByName(control, dialog);
        BOOST_TEST_REQUIRE(window != nullptr);
        const auto* page = window->GetParent();
        return window->GetRect().GetBottom() <= page->GetClientSize().y
            && page->GetRect().GetBottom() <= page->GetParent()->GetClientSize().y;
    };
    type("division", "桃江县 430922");
    start.next();
    type("passphrase", "short");
    start.next();
    BOOST_TEST(shown("problem") != "");
    BOOST_TEST(fits("again"));
    BOOST_TEST(fits("advice"));
    make();
    BOOST_REQUIRE_MESSAGE(start.step() == views::FirstStart::recovery, shown("problem"));
    BOOST_TEST(fits("group"));
}

BOOST_AUTO_TEST_CASE(an_office_gets_its_file_and_a_key_that_opens_it)
{
    auto& start = open();
    type("division", "历城区 370112"); // of which we ship no townships
    BOOST_TEST(shown("where") == "山东省 济南市 历城区（乡镇、村名单需另行导入）");
    type("division", "桃江县 430922");
    BOOST_TEST(shown("where") == "湖南省 益阳市 桃江县");
    BOOST_TEST(typed("office") == "桃江县政务服务中心");
    start.next();
    BOOST_REQUIRE(start.step() == views::FirstStart::file);
    BOOST_TEST(typed("path") == folder.file("桃江县政务服务中心.hall"));
    BOOST_TEST(typed("account") == "李文员");
    make();
    BOOST_REQUIRE_MESSAGE(start.step() == views::FirstStart::recovery, shown("problem"));

    SystemFiles files;
    const auto opened =
        KeyFile::load(files, start.wish().path).unlock(start.wish().account, passphrase);
    BOOST_TEST((opened.key == parse_recovery(key())));
    Database db(start.wish().path, opened.key);
    SystemClock clock;
    SystemRandom random;
    RecordStore store(db, hall_catalog(), clock, random);
    BOOST_TEST(store.self().region == "430922");
    BOOST_TEST(store.ids({.def = &hall_catalog().get("place")}).size() == 1);
}

BOOST_AUTO_TEST_CASE(only_the_name_of_a_person_is_proposed_as_the_account)
{
    BOOST_TEST(app::person_named("张桂山") == "张桂山");
    BOOST_TEST(app::person_named("欧阳文员") == "欧阳文员");
    for (const auto* user : {"", "root", "Administrator", "张", "user 张", "系统管理员", "大厅1号",
             "政务服务中心", "\xFF\xFE"})
        BOOST_TEST(app::person_named(user) == "", user);
}

BOOST_AUTO_TEST_CASE(where_no_name_is_proposed_the_keyboard_waits_for_one)
{
    account.clear();
    auto& start = open();
    type("division", "430922");
    start.next();
    BOOST_REQUIRE(start.step() == views::FirstStart::file);
    BOOST_TEST(typed("account") == "");
    BOOST_TEST(views::from_wx(tests::control<wxTextCtrl>(dialog, "account").GetHint())
        == "使用人的真实姓名");
    make();
    BOOST_TEST(start.step() == views::FirstStart::file);
    BOOST_TEST(shown("problem") == "请填写使用这个文件的人的姓名。");
}

BOOST_AUTO_TEST_CASE(the_key_has_to_be_in_hand_before_it_goes_away)
{
    auto& start = open();
    type("division", "430922");
    start.next();
    make();
    BOOST_REQUIRE(start.step() == views::FirstStart::recovery);
    const auto number = asked();
    BOOST_REQUIRE(number > 0);

    type("group", "XXXXX");
    start.next();
    BOOST_TEST(shown("problem").find("这不是密钥的第") == 0);
    BOOST_TEST(start.GetReturnCode() != wxID_OK);

    type("group", folded(group(number)));
    start.next();
    BOOST_TEST(start.GetReturnCode() == wxID_OK);
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_said_and_what_was_typed_stays)
{
    auto& start = open();
    start.next();
    BOOST_TEST(shown("problem") == "请填写单位名称，与公章一致。");
    type("office", "某县政务服务中心");
    type("division", "没有的县");
    start.next();
    BOOST_TEST(shown("problem").find("请从列表中选择行政区划") == 0);
    type("division", "桃江");
    BOOST_TEST(typed("office") == "某县政务服务中心");
    start.next(); // the only one of that name
    BOOST_REQUIRE(start.step() == views::FirstStart::file);

    type("passphrase", "1");
    start.next();
    BOOST_TEST(shown("problem").find("口令太短") == 0);
    type("passphrase", passphrase);
    type("again", "bamboo-hill-2027");
    start.next();
    BOOST_TEST(shown("problem") == "两次输入的口令不一致：请把第二次重新输入。");
    SystemFiles().write(typed("path"), "another's");
    make();
    BOOST_TEST(shown("problem").find("保持原样") != std::string::npos);
    BOOST_TEST(start.step() == views::FirstStart::file);
    BOOST_TEST(SystemFiles().read(typed("path")).value() == "another's");
}

BOOST_AUTO_TEST_CASE(a_joining_file_makes_a_device_of_the_county)
{
    const tests::ServerProcess server;
    auto& start = open(server.new_code("outlet", "430922101", {"--name", "修山镇便民服务中心"}));
    BOOST_TEST(typed("division") == "桃江县 430922");
    BOOST_TEST(typed("office") == "修山镇便民服务中心");
    start.next();
    make();
    BOOST_REQUIRE_MESSAGE(start.step() == views::FirstStart::recovery, shown("problem"));

    Database db(start.wish().path, parse_recovery(key()));
    SystemClock clock;
    SystemRandom random;
    RecordStore store(db, hall_catalog(), clock, random);
    BOOST_TEST(Replica(store).is_enrolled());
    BOOST_TEST(store.self().region == "430922101");
}

BOOST_AUTO_TEST_CASE(a_code_that_was_used_is_refused_and_leaves_nothing)
{
    const tests::ServerProcess server;
    const auto join = server.new_code("outlet", "430922101", {"--name", "修山镇便民服务中心"});
    {
        Database db = Database::in_memory();
        SystemClock clock;
        SystemRandom random;
        RecordStore store(db, hall_catalog(), clock, random);
        enrol_with(store, join);
    }
    auto& start = open(join);
    start.next();
    make();

    BOOST_TEST(start.step() == views::FirstStart::file);
    BOOST_TEST(!shown("problem").empty());
    SystemFiles files;
    BOOST_TEST(files.list(folder.file("")).empty());
}

BOOST_AUTO_TEST_SUITE_END()

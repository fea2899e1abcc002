#include "tests/support/files.h"
#include "tests/support/hallctl.h"
#include "tests/support/print.h"

#include <algorithm>
#include <filesystem>

using namespace tests;

namespace {

/// A file with an account for each duty; the passphrase of each is its name.
struct WithAccounts : HallctlWithFile {
    WithAccounts()
    {
        environment["LC_ALL"] = "zh_CN.UTF-8";
        model::SystemFiles files;
        model::SystemRandom random;
        auto keys = model::KeyFile::load(files, file("hall.db"));
        const auto key = keys.unlock({}, passphrase).key;
        for (const auto& [name, role] :
            std::vector<std::pair<std::string, std::string>>{{"业务王小明", "business"},
                {"督查文国强", "督查股"}, {"系统刘管理", "system"}, {"审计陈审计", "auditor"}}) {
            const auto id = create({"user", "name=" + name, "roles=" + role, "state=active"});
            keys.add_slot({model::Uuid::parse(id).value(), name}, name, key, random,
                {.passes = 1, .memory = 1U << 16U});
        }
        keys.save(files, file("hall.db"));
    }

    /// hallctl as that account.
    Run as(const std::string& name, std::vector<std::string> words)
    {
        environment["HALLKEEPER_PASSPHRASE"] = name == "李文员" ? passphrase : name;
        words.insert(words.begin(), {"--user", name});
        return on_file(words);
    }

    void expect_refused(const Run& ran, const std::string& word)
    {
        BOOST_TEST(ran.exit == 1, ran.out + ran.err);
        BOOST_TEST(ran.err.find(word) != std::string::npos, ran.err);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_account_test, WithAccounts)

BOOST_AUTO_TEST_CASE(each_account_does_its_own_work_and_no_other)
{
    BOOST_TEST(
        as("业务王小明", {"create", "person", "name=张桂山", "phone=13812345678"}).exit == 0);
    BOOST_TEST(as("业务王小明", {"list", "person"}).exit == 0);
    expect_refused(as("业务王小明", {"list", "user"}), "账号 业务王小明 无权查看此项");
    expect_refused(as("业务王小明", {"account", "lock", "李文员"}), "无权管理账号");

    expect_refused(
        as("督查文国强", {"set", "person", "张桂山", "badge=007"}), "无权录入或修改此项");
    expect_refused(as("督查文国强", {"delete", "person", "张桂山"}), "无权录入或修改此项");
    expect_refused(as("督查文国强", {"import", "person", file("none.csv")}), "无权录入或修改此项");
    expect_refused(as("督查文国强", {"get", "person", "张桂山", "--reveal"}), "完整的个人信息");
    expect_refused(
        as("督查文国强", {"export", "person", file("p.csv"), "--reveal"}), "完整的个人信息");

    expect_refused(as("系统刘管理", {"list", "person"}), "无权查看此项");
    expect_refused(as("系统刘管理", {"export", "person", file("p.csv")}), "无权查看此项");
    expect_refused(as("审计陈审计", {"list", "person"}), "无权查看此项");
    expect_refused(as("审计陈审计", {"create", "unit", "name=县教育局"}), "无权录入或修改此项");
    BOOST_TEST(as("审计陈审计", {"list", "user"}).exit == 0);

    BOOST_TEST(as("审计陈审计", {"audit"}).exit == 0);
    expect_refused(as("系统刘管理", {"audit"}), "无权查看审计日志");
    expect_refused(as("业务王小明", {"audit", "--export", file("log.csv")}), "无权查看审计日志");
    BOOST_TEST(as("业务王小明", {"backup", file("copy.hall")}).exit == 0); // anybody's care
    expect_refused(as("业务王小明", {"restore-from", file("copy.hall")}), "无权恢复备份");
    BOOST_TEST(as("系统刘管理", {"restore-from", file("copy.hall")}).exit == 0);
}

BOOST_AUTO_TEST_CASE(answers_for_scripts_are_masked_for_who_may_not_read_whole)
{
    as("业务王小明", {"create", "person", "name=张桂山", "phone=13812345678"});
    const auto phone = [&](const std::string& who) {
        const auto ran = as(who, {"--json", "get", "person", "张桂山"});
        return std::string(ran.json().at("record").at("phone").as_string());
    };
    BOOST_TEST(phone("业务王小明") == "13812345678");
    BOOST_TEST(phone("督查文国强") == "138****5678");
    const auto found = as("系统刘管理", {"--json", "search", "张桂山"});
    BOOST_TEST(found.json().at("hits").as_array().empty());
}

BOOST_AUTO_TEST_CASE(a_locked_account_opens_nothing_until_it_is_unlocked)
{
    BOOST_TEST(as("系统刘管理", {"account", "lock", "业务王小明"}).exit == 0);
    expect_refused(as("业务王小明", {"list", "person"}), "已锁定或已停用");
    BOOST_TEST(as("系统刘管理", {"account", "unlock", "业务王小明"}).exit == 0);
    BOOST_TEST(as("业务王小明", {"list", "person"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(guessing_is_held_up_for_one_account_and_for_every_command)
{
    environment["HALLKEEPER_PASSPHRASE"] = "猜一个";
    for (int i = 0; i < 4; ++i)
        expect_refused(on_file({"--user", "业务王小明", "list", "unit"}), "口令不正确");
    BOOST_TEST(on_file({"--user", "业务王小明", "account", "list"}).exit == 0); // a guess as well
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"list", "person"}, {"account", "passphrase"}, {"sync"}})
        expect_refused(as("业务王小明", words), "连续输错次数太多");
    BOOST_TEST(as("督查文国强", {"list", "unit"}).exit == 0);
    expect_refused(as("业务王小明", {"list", "unit"}), "请等 ");
}

BOOST_AUTO_TEST_CASE(a_new_account_is_made_with_its_duties)
{
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "值班长的口令";
    BOOST_TEST(as("系统刘管理",
                   {"account", "add", "值班长", "--role", "duty_leader,督查股", "--place",
                       "桃江县政务服务中心"})
                   .exit
        == 0);
    const auto user = as("审计陈审计", {"--json", "get", "user", "值班长"}).json().at("record");
    BOOST_TEST(user.at("roles") == boost::json::array({"duty_leader", "supervision"}));
    BOOST_TEST(user.at("place") == made.at("place"));
    environment["HALLKEEPER_PASSPHRASE"] = "值班长的口令";
    BOOST_TEST(on_file({"--user", "值班长", "list", "window"}).exit == 0);
    expect_refused(as("系统刘管理", {"account", "add", "值班长"}), "账号 值班长 已经存在");
    expect_refused(as("业务王小明", {"account", "add", "又一个"}), "无权管理账号");
}

BOOST_AUTO_TEST_CASE(roles_are_given_by_name_and_three_duties_stay_apart)
{
    expect_refused(as("李文员", {"account", "role", "业务王小明", "business,system"}), "三员分立");
    const auto unknown = as("李文员", {"account", "role", "业务王小明", "局长"});
    BOOST_TEST(unknown.exit == 2);
    BOOST_TEST(unknown.err.find("业务股 (business)") != std::string::npos, unknown.err);

    BOOST_TEST(as("李文员", {"account", "role", "业务王小明", "督查股,大厅值班长"}).exit == 0);
    const auto listed = as("李文员", {"--json", "account", "list"}).json();
    for (const auto& account : listed.at("accounts").as_array())
        if (account.at("name").as_string() == "业务王小明")
            BOOST_TEST(account.at("roles") == boost::json::array({"duty_leader", "supervision"}));
}

BOOST_AUTO_TEST_CASE(the_list_tells_where_the_roles_of_each_count)
{
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "专干的口令";
    const auto made_by_business = [&](std::vector<std::string> command) {
        command.insert(command.begin(), {"--json", "create"});
        return text(as("业务王小明", command).json(), "id");
    };
    const auto place = made_by_business(
        {"place", "name=修山镇便民服务中心", "type=township_centre", "region=430922104"});
    const auto unit = made_by_business({"unit", "name=县公安局"});
    BOOST_TEST(as("系统刘管理",
                   {"account", "add", "修山专干", "--role", "township_clerk", "--place", place})
                   .exit
        == 0);
    BOOST_TEST(as("系统刘管理",
                   {"account", "add", "公安联络员", "--role", "liaison", "--unit", "县公安局"})
                   .exit
        == 0);

    const auto listed = as("系统刘管理", {"--json", "account", "list"}).json();
    std::map<std::string, boost::json::object> accounts;
    for (const auto& account : listed.at("accounts").as_array())
        accounts[text(account.as_object(), "name")] = account.as_object();
    const auto& clerk = accounts.at("修山专干");
    BOOST_TEST(clerk.at("place").at("id").as_string() == place);
    BOOST_TEST(clerk.at("place").at("title").as_string() == "修山镇便民服务中心");
    BOOST_TEST(clerk.at("at").as_string() == "修山镇便民服务中心");
    const auto& liaison = accounts.at("公安联络员");
    BOOST_TEST(liaison.at("unit").at("id").as_string() == unit);
    BOOST_TEST(liaison.at("place").is_null());
    BOOST_TEST(liaison.at("at").as_string() == "桃江县政务服务中心");

    const auto table = as("系统刘管理", {"account", "list"}).out;
    for (const auto* line : {"修山专干", "公安联络员"}) {
        const auto from = table.find(line);
        BOOST_REQUIRE_MESSAGE(from != std::string::npos, table);
        const auto row = table.substr(from, table.find('\n', from) - from);
        const auto* where = line == std::string("修山专干") ? "修山镇便民服务中心" : "县公安局";
        BOOST_TEST(row.find(where) != std::string::npos, row);
    }
}

BOOST_AUTO_TEST_CASE(somebody_can_always_manage_accounts)
{
    expect_refused(as("李文员", {"account", "lock", "李文员"}), "没有别的账号可以管理账号");
    BOOST_TEST(as("系统刘管理", {"list", "user"}).exit == 0); // now he opens the file, too
    BOOST_TEST(as("李文员", {"account", "role", "李文员", "director"}).exit == 0);
    expect_refused(
        as("系统刘管理", {"account", "role", "系统刘管理", "auditor"}), "不能改自己账号的权限");
    expect_refused(as("系统刘管理", {"account", "lock", "系统刘管理"}), "不能改自己账号的权限");
    expect_refused(
        as("系统刘管理", {"account", "remove", "系统刘管理"}), "没有别的账号可以管理账号");
    BOOST_TEST(as("系统刘管理", {"account", "list"}).exit == 0); // it opens the file as before
}

BOOST_AUTO_TEST_CASE(an_account_that_is_removed_ends_and_what_it_entered_stays)
{
    as("业务王小明", {"create", "unit", "name=县教育局"});
    BOOST_TEST(as("系统刘管理", {"account", "remove", "业务王小明", "--reason", "调离"}).exit == 0);
    BOOST_TEST(as("业务王小明", {"list", "unit"}).exit == 1);
    const auto users = as("审计陈审计", {"--json", "list", "user", "--where", "state=left"}).json();
    BOOST_REQUIRE(users.at("total").to_number<int>() == 1);
    BOOST_TEST(users.at("records").at(0).at("end_reason").as_string() == "调离");
    BOOST_TEST(as("李文员", {"get", "unit", "县教育局"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(a_post_is_handed_over_in_one_step)
{
    BOOST_TEST(as("业务王小明",
                   {"create", "place", "name=修山镇便民服务中心", "type=township_centre",
                       "region=430922104"})
                   .exit
        == 0);
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "旧专干的口令";
    BOOST_TEST(as("系统刘管理",
                   {"account", "add", "旧专干", "--role", "township_clerk", "--place",
                       "修山镇便民服务中心"})
                   .exit
        == 0);
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "新专干的口令";
    expect_refused(
        as("业务王小明", {"account", "hand-over", "旧专干", "--to", "新专干"}), "无权管理账号");
    expect_refused(as("系统刘管理", {"account", "hand-over", "旧专干", "--to", "审计陈审计"}),
        "账号 审计陈审计 已经存在");
    BOOST_TEST(as("系统刘管理", {"account", "hand-over", "旧专干"}).exit == 2);
    const auto state = [&](const std::string& name) {
        return as("审计陈审计", {"--json", "get", "user", name}).json().at("record").as_object();
    };
    BOOST_TEST(state("旧专干").at("state").as_string() == "active"); // nothing was half done

    BOOST_TEST(
        as("系统刘管理", {"account", "hand-over", "旧专干", "--to", "新专干", "--reason", "轮岗"})
            .exit
        == 0);
    const auto old = state("旧专干");
    const auto next = state("新专干");
    BOOST_TEST(old.at("state").as_string() == "left");
    BOOST_TEST(old.at("end_reason").as_string() == "轮岗");
    BOOST_TEST(next.at("roles") == boost::json::array({"township_clerk"}));
    BOOST_TEST(next.at("place") == old.at("place"));
    BOOST_TEST(next.at("from") == old.at("to"));
    environment["HALLKEEPER_PASSPHRASE"] = "新专干的口令";
    BOOST_TEST(on_file({"--user", "新专干", "list", "place"}).exit == 0);
    environment["HALLKEEPER_PASSPHRASE"] = "旧专干的口令";
    BOOST_TEST(on_file({"--user", "旧专干", "list", "place"}).exit == 1);
    expect_refused(
        as("系统刘管理", {"account", "hand-over", "旧专干", "--to", "再一个"}), "已经离岗");
}

BOOST_AUTO_TEST_CASE(until_the_day_of_a_hand_over_both_open_the_file)
{
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "接班人的口令";
    BOOST_TEST(as("系统刘管理",
                   {"account", "hand-over", "督查文国强", "--to", "接班人", "--on", "2099-01-01"})
                   .exit
        == 0);
    BOOST_TEST(as("督查文国强", {"list", "unit"}).exit == 0);
    environment["HALLKEEPER_PASSPHRASE"] = "接班人的口令";
    BOOST_TEST(on_file({"--user", "接班人", "list", "unit"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(a_key_file_that_cannot_be_written_leaves_the_post_with_whom_it_is)
{
    // What stands where the new key file is written first keeps even root from writing it.
    const auto in_the_way = file("hall.db.keys.part");
    std::filesystem::create_directories(in_the_way + "/full");
    const auto keys = tests::bytes_of(file("hall.db.keys"));
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "接班人的口令";
    const std::vector<std::string> hand_over{
        "account", "hand-over", "督查文国强", "--to", "接班人"};

    const auto ran = as("系统刘管理", hand_over);

    expect_refused(ran, "未写入 " + file("hall.db.keys"));
    BOOST_TEST(std::ranges::count(ran.err, '\n') == 1, ran.err);
    BOOST_TEST((tests::bytes_of(file("hall.db.keys")) == keys));
    const auto user = as("审计陈审计", {"--json", "get", "user", "督查文国强"}).json();
    BOOST_TEST(user.at("record").at("state").as_string() == "active");
    BOOST_TEST(as("审计陈审计", {"get", "user", "接班人"}).exit == 1);
    BOOST_TEST(as("督查文国强", {"list", "unit"}).exit == 0);

    std::filesystem::remove_all(in_the_way);
    BOOST_TEST(as("系统刘管理", hand_over).exit == 0);
    BOOST_TEST(as("督查文国强", {"list", "unit"}).exit == 1);
    environment["HALLKEEPER_PASSPHRASE"] = "接班人的口令";
    BOOST_TEST(on_file({"--user", "接班人", "list", "unit"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(two_who_add_accounts_at_once_lose_neither_s)
{
    constexpr int each = 3;
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "新账号的口令";
    environment["HALLKEEPER_PASSPHRASE"] = "系统刘管理";
    const auto add = [this](const std::string& whose) {
        std::string troubles;
        for (int i = 0; i < each; ++i) {
            const auto ran =
                on_file({"--user", "系统刘管理", "account", "add", whose + std::to_string(i)});
            troubles += ran.exit == 0 ? std::string() : ran.err;
        }
        return troubles;
    };
    auto others = std::async(std::launch::async, add, "上午账号");
    const auto troubles = add("下午账号") + others.get();

    BOOST_TEST(troubles.empty(), troubles);
    model::SystemFiles files;
    const auto keys = model::KeyFile::load(files, file("hall.db"));
    for (const std::string whose : {"上午账号", "下午账号"})
        for (int i = 0; i < each; ++i) {
            const auto name = whose + std::to_string(i);
            BOOST_TEST(keys.account_called(name).has_value(), name);
            BOOST_TEST(on_file({"--json", "--user", "系统刘管理", "get", "user", name}).exit == 0);
        }
}

BOOST_AUTO_TEST_CASE(who_manages_accounts_sets_the_passphrase_that_another_forgot)
{
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "另给的口令";
    const std::vector<std::string> give{"account", "passphrase", "业务王小明"};
    expect_refused(as("督查文国强", give), "无权管理账号");
    expect_refused(
        as("系统刘管理", {"account", "passphrase", "李文员"}), "只有创建人可以设置创建人的口令");
    expect_refused(
        as("系统刘管理", {"account", "passphrase", "没有这个人"}), "没有账号 没有这个人");
    BOOST_TEST(as("系统刘管理", {"account", "list", "业务王小明"}).exit == 2);
    environment["HALLKEEPER_PASSPHRASE"] = "猜一个";
    for (int i = 0; i < 5; ++i)
        on_file({"--user", "业务王小明", "list", "unit"});
    expect_refused(as("业务王小明", {"list", "unit"}), "连续输错次数太多");

    const auto done = as("系统刘管理", give);

    BOOST_TEST(done.exit == 0, done.err);
    const auto with = [&](const std::string& words) {
        environment["HALLKEEPER_PASSPHRASE"] = words;
        return on_file({"--user", "业务王小明", "list", "unit"});
    };
    const auto opened = with("另给的口令"); // at once, whatever was guessed before
    BOOST_TEST(opened.exit == 0, opened.err);
    BOOST_TEST(with("业务王小明").exit == 1);
    const auto noted = as("审计陈审计", {"--json", "audit", "--what", "passphrase"}).json();
    const auto& entries = noted.at("entries").as_array();
    BOOST_REQUIRE(entries.size() == 1u);
    BOOST_TEST(entries[0].at("user").as_string() == "系统刘管理");
}

BOOST_AUTO_TEST_CASE(an_account_named_by_its_owner_is_his_own)
{
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "自己的新口令";
    const auto done = as("督查文国强", {"account", "passphrase", "督查文国强"});
    BOOST_TEST(done.exit == 0, done.err);
    environment["HALLKEEPER_PASSPHRASE"] = "自己的新口令";
    BOOST_TEST(on_file({"--user", "督查文国强", "list", "unit"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(backups_are_set_up_by_whoever_may_and_shown_to_all)
{
    BOOST_TEST(as("督查文国强", {"backup-settings"}).exit == 0);
    const auto refused = as("督查文国强", {"backup-settings", "--days", "3"});
    BOOST_TEST(refused.exit == 1, refused.out + refused.err);
    BOOST_TEST(as("系统刘管理", {"backup-settings", "--days", "3"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(who_alone_manages_accounts_can_hand_that_over)
{
    as("系统刘管理", {"account", "list"}); // from now on the file knows him
    BOOST_TEST(as("李文员", {"account", "role", "李文员", "business"}).exit == 0);
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "新管理员的口令";
    BOOST_TEST(
        as("系统刘管理", {"account", "hand-over", "系统刘管理", "--to", "新管理员"}).exit == 0);
    environment["HALLKEEPER_PASSPHRASE"] = "新管理员的口令";
    BOOST_TEST(on_file({"--user", "新管理员", "account", "lock", "业务王小明"}).exit == 0);
}

BOOST_AUTO_TEST_SUITE_END()

// The audit log at the command line.
#include "model/store/database.h"
#include "tests/support/files.h"
#include "tests/support/hallctl.h"
#include "tests/support/print.h"

#include <filesystem>

using tests::HallctlWithFile;

namespace {

struct WithLog : HallctlWithFile {
    boost::json::array entries(std::vector<std::string> words = {}) const
    {
        words.insert(words.begin(), "audit");
        return ask(std::move(words)).at("entries").as_array();
    }

    /// "sign_in add edit …", the oldest first.
    std::string whats(std::vector<std::string> words = {}) const
    {
        std::string all;
        for (const auto& entry : entries(std::move(words)))
            all = text(entry.as_object(), "what") + (all.empty() ? "" : " ") + all;
        return all;
    }

    /// What somebody does who has the key and a tool for SQLite.
    void tamper(const std::string& sql) const
    {
        model::SystemFiles files;
        const auto open = model::KeyFile::load(files, file("hall.db")).unlock({}, passphrase);
        model::Database db(file("hall.db"), open.key);
        for (const auto* trigger : {"audit_is_not_changed", "audit_is_not_cut"})
            db.handle().exec(std::string("DROP TRIGGER IF EXISTS ") + trigger);
        db.handle().exec(sql);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_audit_test, WithLog)

BOOST_AUTO_TEST_CASE(what_is_done_is_in_the_log_with_values_before_and_after)
{
    const auto id = create({"person", "name=张桂山", "phone=13800001234"});
    ask({"set", "person", id, "phone=13900001234"});
    ask({"undo"});
    on_file({"export", "person", file("o.csv")});

    BOOST_TEST(whats() == "sign_in add add add edit undo export");
    const auto edit = entries({"--what", "edit"}).at(0).as_object();
    BOOST_TEST(text(edit, "record") == id);
    BOOST_TEST(text(edit, "user") == "李文员");
    const auto change = edit.at("changes").at(0).as_object();
    BOOST_TEST(text(change, "field") == "phone");
    BOOST_TEST(text(change, "old") == "138****1234"); // whoever watches need not know them
    BOOST_TEST(text(change, "new") == "139****1234");

    const auto printed = on_file({"--lang", "zh_CN", "audit"}).out;
    BOOST_TEST(printed.find("联系电话 138****1234 → 139****1234") != std::string::npos);
    BOOST_TEST(printed.find("13900001234") == std::string::npos);
    BOOST_TEST(printed.find("导出 1 条记录到") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(personal_values_in_full_are_noted_and_masked_ones_are_not)
{
    create({"person", "name=张桂山", "phone=13800001234"});
    on_file({"list", "person"});
    on_file({"get", "person", "张桂山"});
    BOOST_TEST(whats().find("reveal") == std::string::npos);

    on_file({"list", "person", "--reveal"});
    on_file({"get", "person", "张桂山", "--json"});
    on_file({"list", "unit", "--reveal"});
    const auto shown = entries({"--what", "reveal"});
    BOOST_REQUIRE(shown.size() == 2u); // no look at the log is one
    BOOST_TEST(text(shown.at(1).as_object(), "entity") == "person");
}

BOOST_AUTO_TEST_CASE(refused_sign_ins_wait_beside_the_file_and_hold_no_word_that_was_typed)
{
    environment["HALLKEEPER_PASSPHRASE"] = "猜一个口令";
    on_file({"list", "unit"});
    on_file({"--user", "猜一个口令", "list", "unit"});
    environment["HALLKEEPER_PASSPHRASE"] = passphrase;

    const auto waiting = tests::bytes_of(file("hall.db.tries"));
    BOOST_TEST(waiting.find("猜一个口令") == std::string::npos);
    const auto refused = entries({"--what", "sign_in_refused"});
    BOOST_REQUIRE(refused.size() == 2u);
    BOOST_TEST(text(refused.at(1).as_object(), "user") == "李文员");
    BOOST_TEST(text(refused.at(0).as_object(), "user") == "");
    BOOST_TEST(!std::filesystem::exists(file("hall.db.tries")));
    BOOST_TEST(entries({"--what", "sign_in_refused"}).size() == 2u);
}

BOOST_AUTO_TEST_CASE(accounts_passphrases_and_recovery_are_noted)
{
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "另一个 passphrase";
    ask({"account", "add", "王敏"});
    ask({"--user", "王敏", "account", "list"});
    ask({"--user", "李文员", "account", "remove", "王敏"});
    ask({"recover", "--key", text(made, "recovery_key"), "--user", "李文员"});
    environment["HALLKEEPER_PASSPHRASE"] = "另一个 passphrase";
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "第三个 passphrase";
    ask({"account", "passphrase"});
    environment["HALLKEEPER_PASSPHRASE"] = "第三个 passphrase";

    const auto all = whats();
    for (const auto* what : {"account_added", "account_removed", "recover", "passphrase"})
        BOOST_TEST(all.find(what) != std::string::npos, what);
    BOOST_TEST(on_file({"verify"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(verify_tells_a_log_that_was_changed_from_a_damaged_disk)
{
    create({"unit", "name=县公安局"});
    create({"unit", "name=县税务局"});
    BOOST_TEST(ask({"verify"}).at("audit").at("findings").as_array().empty());
    tamper("UPDATE audit SET at = at - 60000 WHERE id = 2");

    const auto found = on_file({"--json", "verify"});
    BOOST_TEST(found.exit == 1);
    BOOST_TEST(found.json().at("damage").as_array().empty());
    const auto finding = found.json().at("audit").at("findings").at(0).as_object();
    BOOST_TEST(text(finding, "kind") == "row_changed");
    BOOST_TEST(finding.at("first").as_int64() == 2);
    const auto told = on_file({"--lang", "zh_CN", "verify"});
    BOOST_TEST(told.out.find("审计日志第 2 条") != std::string::npos);
    BOOST_TEST(told.err.find("不是磁盘损坏") != std::string::npos);
    BOOST_TEST(whats({"--what", "log_broken"}) == "log_broken");

    auto bytes = tests::bytes_of(file("hall.db"));
    bytes.at(bytes.size() / 2) = static_cast<char>(bytes.at(bytes.size() / 2) ^ 1);
    tests::write_file(file("hall.db"), bytes);
    const auto damaged = on_file({"--json", "verify"}).json();
    BOOST_TEST(!damaged.at("damage").as_array().empty());
    BOOST_TEST(!damaged.contains("audit"));
}

BOOST_AUTO_TEST_CASE(a_cut_log_is_told_at_the_next_command_once)
{
    create({"unit", "name=县公安局"});
    create({"unit", "name=县税务局"});
    tamper("DELETE FROM audit WHERE id > 2");

    const auto first = on_file({"list", "unit"});
    BOOST_TEST(first.exit == 0);
    BOOST_TEST(first.err.find("被人改动过") != std::string::npos);
    BOOST_TEST(on_file({"list", "unit"}).err.find("被人改动过") == std::string::npos);
    BOOST_TEST(on_file({"verify"}).exit == 1);
}

BOOST_AUTO_TEST_CASE(the_log_goes_into_a_sheet_by_days_persons_and_kinds)
{
    create({"unit", "name=县公安局"});
    const auto done = on_file({"--lang", "zh_CN", "audit", "--from", "今天", "--who", "李文员",
        "--what", "新增", "--export", file("log.csv")});
    BOOST_TEST(done.exit == 0);
    const auto sheet = tests::bytes_of(file("log.csv"));
    BOOST_TEST(sheet.find("新增 县公安局") != std::string::npos);
    BOOST_TEST(sheet.find("登录") == std::string::npos);
    BOOST_TEST(entries({"--to", "2020-01-01"}).empty());
    BOOST_TEST(entries({"--who", "没有的人"}).empty());
    BOOST_TEST(on_file({"audit", "--what", "nothing"}).exit == 2);
    BOOST_TEST(on_file({"audit", "--from", "nothing"}).exit == 2);
    BOOST_TEST(on_file({"audit", "--keep", "5"}).exit == 2);
    BOOST_TEST(ask({"audit", "--keep", "24"}).at("months").as_int64() == 24);
}

BOOST_AUTO_TEST_SUITE_END()

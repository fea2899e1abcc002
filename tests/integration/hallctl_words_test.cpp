#include "tests/support/hallctl.h"

#include <sstream>

namespace json = boost::json;

namespace {

bool is_one_sentence(const std::string& text)
{
    return !text.empty() && text.find('\n') == text.size() - 1;
}

} // namespace

BOOST_AUTO_TEST_SUITE(hallctl_words_test)

BOOST_FIXTURE_TEST_CASE(
    chinese_answers_speak_of_registers_and_owners_in_chinese, tests::HallctlWithFile)
{
    const auto registers = run({"entities"}).out;
    for (const auto* word : {"政务服务中心", "派驻单位", "单选", "日期"})
        BOOST_TEST(registers.find(word) != std::string::npos, word);
    std::istringstream lines(registers);
    for (std::string line, name, word; std::getline(lines, line);) {
        std::istringstream words(line);
        words >> name; // by which scripts call it
        while (words >> word)
            for (const auto* english : {"agency", "home_unit", "choice", "date"})
                BOOST_TEST(word != english, line);
    }
    const auto json = run({"--json", "entities"}).json().at("entities").as_array();
    BOOST_TEST(json.at(0).at("fields").as_array().at(0).at("type").as_string() == "text");

    const auto unknown = on_file({"create", "person", "fax=1"});
    BOOST_TEST(unknown.exit == 2);
    BOOST_TEST(unknown.err.starts_with("人员没有“fax”这个栏目"), unknown.err);
    const auto usage = run({"help", "recover"}).out;
    BOOST_TEST(usage.find("--key 密钥") != std::string::npos, usage);
}

BOOST_FIXTURE_TEST_CASE(with_json_help_is_one_document_too, tests::Hallctl)
{
    for (const auto& words : {std::vector<std::string>{"--json", "help"},
             std::vector<std::string>{"--json", "help", "import"},
             std::vector<std::string>{"import", "--help", "--json"}}) {
        const auto told = run(words);
        BOOST_TEST(told.exit == 0);
        BOOST_TEST(!told.json().at("help").as_string().empty());
    }
    BOOST_TEST(run({"--json", "--version"}).json().at("version").is_string());
}

BOOST_FIXTURE_TEST_CASE(a_part_of_a_label_is_enough_for_a_hint, tests::HallctlWithFile)
{
    const auto refused = on_file({"create", "person", "name=张三", "电话=1"});
    BOOST_TEST(refused.exit == 2);
    BOOST_TEST(refused.err.find("联系电话") != std::string::npos, refused.err);
}

BOOST_FIXTURE_TEST_CASE(wrong_usage_is_told_from_failure, tests::HallctlWithFile)
{
    const auto wrong = [&](std::vector<std::string> words) {
        const auto run = on_file(std::move(words));
        BOOST_TEST(run.exit == 2);
        BOOST_TEST(is_one_sentence(run.err));
        return run.err;
    };

    BOOST_TEST(wrong({"lits", "unit"}).find("list") != std::string::npos);
    BOOST_TEST(wrong({"list", "unitt"}).find("unit") != std::string::npos);
    BOOST_TEST(wrong({"create", "unit", "nmae=a"}).find("name") != std::string::npos);
    BOOST_TEST(wrong({"list", "unit", "--jsn"}).find("--json") != std::string::npos);
    wrong({"create", "unit", "name"});
    wrong({"create", "unit", "name=a", "name=b"});
    wrong({"list"});
    wrong({"list", "unit", "--demo"});
    wrong({"list", "unit", "--where"});
    wrong({"list", "unit", "--lang", "fr"});
    BOOST_TEST(run({"list", "unit"}).exit == 2);
    const auto in_json = on_file({"--json", "lits"});
    BOOST_TEST(!in_json.json().at("error").as_string().empty());
    BOOST_TEST(on_file({"get", "unit", "没有的"}).exit == 1);
    BOOST_TEST(on_file({"undo"}).exit == 1);
}

BOOST_FIXTURE_TEST_CASE(help_is_there_in_both_languages_and_for_every_command, tests::Hallctl)
{
    const auto chinese = run({"help"});
    const auto english = run({"--lang", "en", "help"});

    BOOST_TEST(chinese.exit == 0);
    BOOST_TEST(english.exit == 0);
    BOOST_TEST(english.out.find("add a record") != std::string::npos);
    for (const auto* command :
        {"init", "list", "create", "set", "end", "delete", "restore", "history", "undo", "redo",
            "search", "check", "import", "imports", "unimport", "export", "enrol", "sync",
            "conflicts", "resolve", "account", "verify", "recover", "entities", "get"}) {
        BOOST_TEST(chinese.out.find(command) != std::string::npos);
        BOOST_TEST(run({"--lang", "en", "help", command}).out.starts_with("hallctl --db FILE"));
    }
    environment["LC_ALL"] = "en_US.UTF-8";
    BOOST_TEST(run({"--help"}).out == english.out);
    const auto nothing = run({});
    BOOST_TEST(nothing.exit == 2);
    BOOST_TEST(nothing.out == "");
    BOOST_TEST(nothing.err == english.out);
    BOOST_TEST(run({"help", "nosuch"}).exit == 2);
}

BOOST_FIXTURE_TEST_CASE(what_is_typed_wrong_is_told_in_the_users_words, tests::HallctlWithFile)
{
    environment["LC_ALL"] = "zh_CN.UTF-8";
    struct Typed {
        std::vector<std::string> words;
        int exit;
        std::string told;
    };
    for (const auto& typed : std::vector<Typed>{{{"list", "没有"}, 2, "场所 (place)、单位 (unit)"},
             {{"list", "窗"}, 2, "窗口事项"}, {{"check", "--area", "没有"}, 2, "窗口 (window)"},
             {{"export", "person", "out.csv", "--fields", "没有"}, 2, "姓名 (name)、性别 (sex)"},
             {{"import", "person", "none.csv", "--map", "姓名=没有"}, 2, "人员没有“没有”这个栏目"},
             {{"list", "person", "--limit", "-1"}, 2, "不小于 0"},
             {{"list", "person", "--limit", "abc"}, 2, "“abc”"},
             {{"steps", "--limit", "0"}, 2, "不小于 1"},
             {{"search", "李", "--limit", "0"}, 2, "不小于 1"},
             {{"search", " "}, 2, "要查找的内容"}, {{"undo", "--back-to", "0"}, 2, "--back-to"},
             {{"list", "person", "--where"}, 2, "--where 后面要写值"},
             {{"list", "person", "--where", "--sort", "name"}, 2, "--where 后面要写值"},
             {{"list", "person", "-reveal"}, 2, "两个短横线"},
             {{"account", "list", "王"}, 2, "“王”"},
             {{"template", "person", "out.csv"}, 2, ".xlsx 结尾"},
             {{"get", "unit", "没有"}, 1, "search"},
             {{"end", "unit", "没有", "--on", "2026-01-31", "--reason", " "}, 2, "--reason"},
             {{"list", "person", "--sort", ","}, 2, "缺少栏目名称"},
             {{"import", "unit", "none.csv", "--map", "甲=name,甲=phone"}, 2, "“甲”写了两次"},
             {{"undo", "--back-to", "999"}, 1, "steps"}, {{"unimport", "9"}, 1, "imports"}}) {
        auto words = typed.words;
        words.insert(words.begin(), "--json");
        const auto refused = on_file(words);
        BOOST_TEST(refused.exit == typed.exit, refused.err);
        BOOST_TEST(refused.err.find(typed.told) != std::string::npos, refused.err);
        BOOST_TEST(std::string(refused.json().at("error").as_string()) + '\n' == refused.err);
    }
    BOOST_TEST(on_file({"list", "-h"}).exit == 0);
    BOOST_TEST(run({"help", "help"}).exit == 0);
    BOOST_TEST(run({"help"}).out.find("不加掩码") != std::string::npos);
    BOOST_TEST(on_file({"list", "person", "--limit", "0"}).exit == 0);
}

BOOST_AUTO_TEST_SUITE_END()

// What every role may do with the real program, and what it is refused.
#include "tests/support/hallctl.h"
#include "tests/support/print.h"

#include <fstream>
#include <set>

using namespace tests;

namespace {

using Roles = std::set<std::string>;

const Roles everybody{"founder", "director", "business", "supervision", "tip_handler",
    "duty_leader", "uniform_keeper", "liaison", "township_clerk", "village_clerk", "system",
    "auditor"};
const Roles at_work{"founder", "director", "business", "supervision", "tip_handler", "duty_leader",
    "uniform_keeper", "liaison", "township_clerk", "village_clerk"};

/// A command, and who may give it; everybody else is told that he may not.
struct Line {
    std::vector<std::string> words;
    Roles may;
};

/// A file with a person, a conflict-free past and an account for each role; the passphrase of each
/// is its name, which is the role's.
struct WithRoles : HallctlWithFile {
    WithRoles()
    {
        environment["LC_ALL"] = "zh_CN.UTF-8";
        unit = create({"unit", "name=县公安局"});
        other_unit = create({"unit", "name=县民政局"});
        town = create(
            {"place", "name=修山镇便民服务中心", "type=township_centre", "region=430922101"});
        window = create({"window", "number=A01", "place=" + town});
        zhang = person("张桂山", "13812349009", unit, town);
        wen =
            person("文国强", "13912348008", other_unit, std::string(made.at("place").as_string()));
        for (const auto& role : everybody)
            account(role, {"roles=" + role});
        model::SystemFiles files;
        keys.save(files, file("hall.db"));
    }

    std::string person(const std::string& name, const std::string& phone, const std::string& from,
        const std::string& place)
    {
        const auto id = create({"person", "name=" + name, "phone=" + phone});
        create({"posting", "person=" + id, "unit=" + from, "place=" + place, "source=sent",
            "from=2025-06-01"});
        return id;
    }

    void account(const std::string& name, std::vector<std::string> fields)
    {
        fields.insert(fields.begin(), {"--json", "create", "user", "name=" + name, "state=active"});
        const auto id = std::string(as("李文员", fields).json().at("id").as_string());
        keys.add_slot({model::Uuid::parse(id).value(), name}, name, key, random,
            {.passes = 1, .memory = 1U << 16U});
    }

    Run as(const std::string& name, std::vector<std::string> words, const std::string& input = {})
    {
        environment["HALLKEEPER_PASSPHRASE"] = name == "李文员" ? passphrase : name;
        words.insert(words.begin(), {"--user", name});
        return on_file(words, input);
    }

    void walk(const Line& line)
    {
        for (const auto& role : everybody) {
            const auto ran = as(role, line.words);
            const bool is_refused = ran.exit == 1 && ran.err.find("无权") != std::string::npos;
            BOOST_TEST(is_refused == !line.may.contains(role),
                role << ' ' << line.words[0] << ' ' << line.words[1 % line.words.size()] << ": "
                     << ran.exit << ' ' << ran.err);
        }
    }

    std::string sheet()
    {
        std::ofstream(file("people.csv")) << "姓名,手机号码\n新来的,13712345678\n";
        return file("people.csv");
    }

    model::SystemFiles files;
    model::SystemRandom random;
    model::KeyFile keys = model::KeyFile::load(files, file("hall.db"));
    model::DataKey key = keys.unlock({}, passphrase).key;
    std::string unit;
    std::string other_unit;
    std::string town;
    std::string window;
    std::string zhang;
    std::string wen;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_rights_test, WithRoles)

BOOST_AUTO_TEST_CASE(every_role_with_every_command)
{
    const Roles enters_people{"founder", "business", "township_clerk", "village_clerk"};
    const Roles reads_whole{"founder", "director", "business", "township_clerk", "village_clerk"};
    const Roles cares{"founder", "system"};
    walk({{"list", "person"}, at_work});
    walk({{"get", "person", zhang}, at_work});
    walk({{"history", "person", zhang}, at_work});
    walk({{"list", "user"}, {"founder", "system", "auditor"}});
    walk({{"get", "person", zhang, "--reveal"}, reads_whole});
    walk({{"history", "person", zhang, "--reveal"}, reads_whole});
    walk({{"list", "person", "--reveal"}, reads_whole});
    walk({{"set", "person", zhang, "badge=007"}, enters_people});
    walk({{"import", "person", sheet(), "--dry-run"}, enters_people});
    walk({{"set", "window", window, "remark=靠门"},
        {"founder", "business", "supervision", "duty_leader", "township_clerk"}});
    walk({{"create", "user", "name=临时", "--dry-run"}, cares});
    walk({{"export", "person", file("out.csv")},
        {"founder", "director", "business", "supervision", "uniform_keeper", "township_clerk"}});
    walk({{"export", "person", file("out.csv"), "--reveal"},
        {"founder", "director", "business", "township_clerk"}});
    walk({{"account", "unlock", "director"}, cares});
    walk({{"account", "role", "director", "director"}, cares});
    walk({{"account", "remove", "nobody"}, cares}); // who hears that there is no such account
}

BOOST_AUTO_TEST_CASE(what_concerns_the_program_is_for_who_cares_for_it)
{
    const Roles cares{"founder", "system"};
    walk({{"audit", "--keep", "12"}, cares});
    walk({{"audit"}, {"founder", "auditor"}});
    walk({{"audit", "--export", file("log.csv")}, {"founder", "auditor"}});
    walk({{"enrol", "--server", "https://127.0.0.1:1", "--code", "ABCD-EFGH", "--pin",
              std::string(64, 'a')},
        cares});
    walk({{"conflicts"}, everybody});
    walk({{"steps"}, everybody});
}

BOOST_AUTO_TEST_CASE(nobody_is_found_out_who_may_not_be_seen)
{
    for (const auto* role : {"system", "auditor"})
        for (const auto& words : std::vector<std::vector<std::string>>{{"check"}, {"steps"},
                 {"search", "张桂山"}, {"search", "9009"}, {"set", "person", "张", "badge=1"},
                 {"--json", "check"}, {"--json", "steps"}}) {
            const auto ran = as(role, words);
            BOOST_TEST((ran.out + ran.err).find("桂山") == std::string::npos,
                role << ' ' << words[0] << ran.out << ran.err);
        }
    for (const auto* role : {"supervision", "duty_leader", "uniform_keeper", "liaison"}) {
        for (const auto& words :
            std::vector<std::vector<std::string>>{{"list", "person", "--where", "phone~9009"},
                {"list", "person", "--where", "phone>13800000000"},
                {"list", "person", "--sort", "-birth"}}) {
            const auto ran = as(role, words);
            BOOST_TEST(ran.exit == 2, role << ran.out << ran.err);
            BOOST_TEST(ran.err.find("是个人信息") != std::string::npos, ran.err);
        }
        BOOST_TEST(as(role, {"search", "12349009"}).out.find("桂山") == std::string::npos);
    }
    BOOST_TEST(as("business", {"list", "person", "--where", "phone~9009"}).out.find("桂山")
        != std::string::npos);
    BOOST_TEST(as("business", {"search", "12349009"}).out.find("桂山") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(tips_are_for_the_handlers_who_are_named_and_withheld_in_the_log)
{
    const auto made = as("tip_handler",
        {"--json", "create", "tip", "number=线索甲", "content=窗口收红包", "received=2026-01-05"});
    BOOST_REQUIRE_MESSAGE(made.exit == 0, made.err);
    const auto tip = std::string(made.json().at("id").as_string());
    BOOST_REQUIRE(as("tip_handler", {"set", "tip", tip, "result=查无实据"}).exit == 0);
    BOOST_REQUIRE(as("tip_handler", {"create", "reporter", "name=何举报", "tip=" + tip}).exit == 0);

    std::ofstream(file("王某举报李某.txt")) << "来信\n";
    BOOST_REQUIRE(as("tip_handler", {"attach", "tip", tip, file("王某举报李某.txt")}).exit == 0);
    const auto kept = as("tip_handler", {"--json", "attachments", "tip", tip}).json();
    const auto letter = std::string(kept.at("attachments").at(0).at("id").as_string());
    // A file that leaves the program is one that is exported.
    BOOST_TEST(
        as("tip_handler", {"fetch", letter, file("a.txt"), "--reason", "核对来信"}).exit == 1);
    const auto saved = as("founder", {"fetch", letter, file("b.txt"), "--reason", "移送"});
    BOOST_TEST(saved.exit == 0, saved.err);

    const Roles handlers{"founder", "tip_handler"};
    walk({{"list", "tip"}, handlers});
    walk({{"get", "tip", tip}, handlers});
    walk({{"get", "tip", tip, "--reveal"}, handlers});
    walk({{"list", "reporter"}, handlers});
    walk({{"set", "tip", tip, "handler=刘督查"}, handlers});
    walk({{"export", "tip", file("tips.csv")}, {"founder"}});

    for (const auto& words :
        std::vector<std::vector<std::string>>{{"audit"}, {"--json", "audit"}}) {
        const auto log = as("auditor", words);
        BOOST_REQUIRE(log.exit == 0);
        for (const auto* secret : {"线索甲", "红包", "查无实据", "何举报", "刘督查", "王某举报"})
            BOOST_TEST(log.out.find(secret) == std::string::npos, secret << log.out);
        BOOST_TEST(log.out.find("仅限专办人员") != std::string::npos, log.out);
    }
}

BOOST_AUTO_TEST_CASE(own_unit_and_place_bind_record_by_record)
{
    account("联络员", {"roles=liaison", "unit=" + unit});
    account("村干部", {"roles=village_clerk", "place=" + town});
    account("专干", {"roles=township_clerk", "place=" + town});
    keys.save(files, file("hall.db"));

    const auto phones = [&](const std::string& who) {
        std::map<std::string, std::string> all;
        const auto answer = as(who, {"--json", "list", "person"}).json();
        for (const auto& record : answer.at("records").as_array())
            all[std::string(record.at("name").as_string())] =
                std::string(record.at("phone").as_string());
        BOOST_TEST(answer.at("total").to_number<std::size_t>() == all.size());
        return all;
    };
    const auto liaison = phones("联络员");
    BOOST_TEST(liaison.at("张桂山") == "13812349009");
    BOOST_TEST(liaison.at("文国强") == "139****8008");
    const auto village = phones("村干部");
    BOOST_TEST(village.size() == 1u);
    BOOST_TEST(village.at("张桂山") == "13812349009");

    for (const auto& words : std::vector<std::vector<std::string>>{
             {"--json", "coverage"}, {"--json", "figures", "stationing"}}) {
        BOOST_TEST(as("专干", words).json().at("partial").as_bool());
        BOOST_TEST(!as("director", words).json().at("partial").as_bool());
    }
    BOOST_TEST(as("村干部", {"coverage"}).out.find("不是全县") != std::string::npos);

    BOOST_TEST(as("联络员", {"get", "person", zhang, "--reveal"}).exit == 0);
    BOOST_TEST(as("联络员", {"get", "person", wen}).exit == 0);
    BOOST_TEST(as("联络员", {"get", "person", wen, "--reveal"}).exit == 1);
    BOOST_TEST(as("联络员", {"history", "person", wen, "--reveal"}).exit == 1);
    BOOST_TEST(as("村干部", {"get", "person", wen}).exit == 1);
    BOOST_TEST(as("村干部", {"get", "person", "文国强"}).exit == 1);
    BOOST_TEST(as("村干部", {"history", "person", wen}).exit == 1);
    BOOST_TEST(as("村干部", {"search", "文国强"}).out.find(wen) == std::string::npos);

    const auto written = as("联络员", {"--json", "export", "person", file("own.csv")});
    BOOST_TEST(written.json().at("records").to_number<int>() == 1);
}

BOOST_AUTO_TEST_CASE(nobody_makes_himself_more_than_he_is)
{
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"account", "role", "system", "founder"}, {"set", "user", "system", "roles=founder"},
             {"set", "user", "business", "roles=founder"},
             {"set", "user", "founder", "state=locked"},
             {"create", "user", "name=又一个", "roles=founder"}, {"delete", "user", "business"},
             {"end", "user", "李文员", "--on", "2026-01-01", "--reason", "调离"}}) {
        const auto ran = as("system", words);
        BOOST_TEST(ran.exit == 1, words[0] << ' ' << words[2] << ran.out << ran.err);
    }
    std::ofstream(file("users.csv")) << "账号名称,担任\nsystem,founder\nbusiness,founder\n";
    BOOST_TEST(as("system", {"import", "user", file("users.csv"), "--no-backup"}).exit == 1);
    BOOST_TEST(as("business", {"list", "user"}).exit == 1);
    BOOST_TEST(as("system", {"audit"}).exit == 1);
}

BOOST_AUTO_TEST_CASE(undo_gives_nobody_back_what_was_taken)
{
    BOOST_REQUIRE(as("system", {"account", "role", "director", "business"}).exit == 0);
    const auto undone = as("system", {"undo"});
    BOOST_TEST(undone.err.find("不能撤销") != std::string::npos, undone.out + undone.err);
    BOOST_REQUIRE(as("system", {"account", "remove", "director"}).exit == 0);
    as("system", {"undo"});
    const auto user = as("auditor", {"--json", "get", "user", "director"}).json().at("record");
    BOOST_TEST(user.at("state").as_string() == "left");
    BOOST_TEST(user.at("roles") == boost::json::array({"business"}));
}

BOOST_AUTO_TEST_CASE(a_locked_account_is_refused_everywhere_and_noted_so)
{
    BOOST_REQUIRE(as("system", {"account", "lock", "business"}).exit == 0);
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "另一个口令在这里";
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"list", "unit"}, {"verify"}, {"account", "passphrase"}}) {
        const auto ran = as("business", words);
        BOOST_TEST(ran.exit == 1, words[0] << ran.out << ran.err);
        BOOST_TEST(ran.err.find("已锁定或已停用") != std::string::npos, ran.err);
    }
    const auto kinds = [&](const std::string& what) {
        return as("auditor", {"--json", "audit", "--who", "business", "--what", what})
            .json()
            .at("entries")
            .as_array()
            .size();
    };
    BOOST_TEST(kinds("sign_in") == 0u);
    BOOST_TEST(kinds("sign_in_refused") == 3u);
}

BOOST_AUTO_TEST_CASE(the_log_tells_no_personal_value_and_no_reveal_that_was_none)
{
    as("business", {"set", "person", zhang, "phone=13512340001"});
    const auto log = as("auditor", {"--json", "audit"});
    BOOST_TEST(log.out.find("13512340001") == std::string::npos);
    BOOST_TEST(log.out.find("135****0001") != std::string::npos);
    as("supervision", {"--json", "list", "person"});
    as("supervision", {"--json", "get", "person", zhang});
    as("business", {"--json", "get", "person", zhang});
    const auto revealed = as("auditor", {"--json", "audit", "--what", "reveal"}).json();
    BOOST_REQUIRE(revealed.at("entries").as_array().size() == 1u);
    BOOST_TEST(revealed.at("entries").at(0).at("user").as_string() == "business");

    as("village_clerk", {"export", "person", file("out.csv")});
    as("system", {"account", "role", "system", "founder"});
    const auto refused = as("auditor", {"--json", "audit", "--what", "refused"}).json();
    BOOST_TEST(refused.at("entries").as_array().size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()

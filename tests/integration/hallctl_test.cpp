#include "tests/support/hallctl.h"

#include "tests/support/files.h"

#include <fstream>

namespace json = boost::json;

namespace {

json::array list_of(const json::object& object, const char* key)
{
    return object.at(key).as_array();
}

/// The finding at that field, or an empty object.
json::object finding_at(const json::object& answer, const char* field)
{
    for (const auto& finding : list_of(answer, "findings"))
        if (finding.at("field").as_string() == field)
            return finding.as_object();
    return {};
}

bool is_one_sentence(const std::string& text)
{
    return !text.empty() && text.find('\n') == text.size() - 1;
}

} // namespace

BOOST_AUTO_TEST_SUITE(hallctl_test)

BOOST_FIXTURE_TEST_CASE(init_makes_an_encrypted_file_and_tells_the_recovery_key, tests::Hallctl)
{
    const auto made = init();

    BOOST_TEST(made.at("account").as_string() == "李文员");
    BOOST_TEST(made.at("recovery_key").as_string().size() > 60);
    const auto bytes = tests::bytes_of(file("hall.db"));
    BOOST_TEST(bytes.size() > 4096);
    BOOST_TEST(!bytes.starts_with("SQLite format 3"));
    BOOST_TEST(bytes.find("桃江县") == std::string::npos);
    BOOST_TEST(tests::bytes_of(file("hall.db.keys")).find("一个 good") == std::string::npos);
    const auto place = ask({"get", "place", std::string(made.at("place").as_string())});
    const auto record = place.at("record").as_object();
    BOOST_TEST(record.at("name").as_string() == "桃江县政务服务中心");
    BOOST_TEST(record.at("type").as_string() == "hall");
    BOOST_TEST(record.at("region").as_string() == "430922");
}

BOOST_FIXTURE_TEST_CASE(a_new_file_wants_a_passphrase_that_is_hard_to_guess, tests::Hallctl)
{
    environment["HALLKEEPER_PASSPHRASE"] = "1234567";

    const auto refused = on_file({"init", "--region", "430922", "--office", "桃江县政务服务中心"});

    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(is_one_sentence(refused.err));
    BOOST_TEST(!std::filesystem::exists(file("hall.db")));
    BOOST_TEST(!std::filesystem::exists(file("hall.db.keys")));
}

BOOST_FIXTURE_TEST_CASE(init_never_touches_a_file_that_is_there, tests::HallctlWithFile)
{
    const auto before = tests::bytes_of(file("hall.db")) + tests::bytes_of(file("hall.db.keys"));

    const auto again = on_file({"init", "--region", "430922", "--office", "别的"});

    BOOST_TEST(again.exit == 1);
    BOOST_TEST(is_one_sentence(again.err));
    BOOST_TEST(
        (tests::bytes_of(file("hall.db")) + tests::bytes_of(file("hall.db.keys")) == before));
}

BOOST_FIXTURE_TEST_CASE(the_kind_of_the_office_follows_from_its_region, tests::Hallctl)
{
    const auto init_as = [&](const std::string& region) {
        const auto db = file(region + ".db");
        const auto made = run({"--db", db, "--json", "init", "--region", region, "--office", "甲"});
        BOOST_REQUIRE_MESSAGE(made.exit == 0, made.err);
        const std::string place(made.json().at("place").as_string());
        return std::string(run({"--db", db, "--json", "get", "place", place})
                               .json()
                               .at("record")
                               .at("type")
                               .as_string());
    };

    BOOST_TEST(init_as("430922101") == "township_centre");
    BOOST_TEST(init_as("430922101005") == "village_station");
    BOOST_TEST(run({"--db", file("x.db"), "init", "--region", "4309", "--office", "甲"}).exit == 2);
    BOOST_TEST(run({"--db", file("x.db"), "init", "--region", "430922"}).exit == 2);
}

BOOST_FIXTURE_TEST_CASE(each_thing_that_keeps_a_file_shut_has_its_sentence, tests::HallctlWithFile)
{
    const auto refuses = [&](const char* what) {
        const auto run = on_file({"list", "unit"});
        BOOST_TEST_CONTEXT(what)
        {
            BOOST_TEST(run.exit == 1);
            BOOST_TEST(run.out.empty());
            BOOST_TEST(is_one_sentence(run.err));
        }
        return run.err;
    };

    environment["HALLKEEPER_PASSPHRASE"] = "wrong";
    const auto wrong = refuses("a wrong passphrase");
    environment["HALLKEEPER_PASSPHRASE"] = passphrase;
    std::filesystem::rename(file("hall.db.keys"), file("away"));
    const auto missing = refuses("a missing key file");
    std::filesystem::rename(file("away"), file("hall.db.keys"));
    {
        std::fstream damaged(file("hall.db"), std::ios::in | std::ios::out | std::ios::binary);
        damaged.seekp(2000).put('x').put('y').put('z');
    }
    const auto damaged = refuses("a damaged page");

    BOOST_TEST(wrong != missing);
    BOOST_TEST(missing != damaged);
    BOOST_TEST(on_file({"verify"}).exit == 1);
    BOOST_TEST(run({"--db", file("nowhere.db"), "list", "unit"}).exit == 1);
}

BOOST_FIXTURE_TEST_CASE(
    chinese_answers_speak_of_registers_and_owners_in_chinese, tests::HallctlWithFile)
{
    const auto registers = run({"entities"}).out;
    for (const auto* word : {"政务服务中心", "派驻单位", "单选", "日期"})
        BOOST_TEST(registers.find(word) != std::string::npos, word);
    for (const auto* word : {"agency", "home_unit", "choice", " date"})
        BOOST_TEST(registers.find(word) == std::string::npos, word);
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

BOOST_FIXTURE_TEST_CASE(a_region_nobody_knows_is_pointed_out, tests::Hallctl)
{
    const auto made = on_file({"init", "--region", "999999", "--office", "x"});
    BOOST_TEST(made.exit == 0);
    BOOST_TEST(made.err.find("999999") != std::string::npos, made.err);
}

BOOST_FIXTURE_TEST_CASE(a_search_that_stops_says_so, tests::HallctlWithFile)
{
    for (const auto* name : {"县公安局", "县公路局", "县公园办"})
        create({"unit", std::string("name=") + name});
    const auto cut = on_file({"search", "公", "--limit", "2"}).out;
    BOOST_TEST(cut.find("--limit") != std::string::npos, cut);
    const auto hits = ask({"search", "公", "--limit", "2"});
    BOOST_TEST(hits.at("hits").as_array().size() == 2U);
    BOOST_TEST(hits.at("more").as_bool());
    BOOST_TEST(!ask({"search", "公", "--limit", "3"}).at("more").as_bool());
}

BOOST_FIXTURE_TEST_CASE(a_deleted_record_is_still_called_by_its_name, tests::HallctlWithFile)
{
    const auto unit = create({"unit", "name=县公安局"});
    const auto window = create({"window", "number=A01", "unit=" + unit});
    ask({"delete", "unit", unit});

    for (const auto& told : {on_file({"get", "window", window}), on_file({"list", "window"})}) {
        BOOST_TEST(told.out.find("县公安局（已删除）") != std::string::npos, told.out);
        BOOST_TEST(told.out.find(unit) == std::string::npos, told.out);
    }
}

BOOST_FIXTURE_TEST_CASE(what_is_no_data_file_is_told, tests::HallctlWithFile)
{
    const auto says = [&](const std::string& path, const std::string& text) {
        const auto run = this->run({"--db", path, "--lang", "en", "list", "unit"});
        BOOST_TEST(run.exit == 1);
        BOOST_TEST(run.err.starts_with(text), run.err);
    };
    model::SystemRandom random;
    std::string noise(64U << 10U, '\0');
    random.fill({reinterpret_cast<std::uint8_t*>(noise.data()), noise.size()});

    for (const auto& content : {std::string("a letter"), noise}) {
        tests::write_file(file("other.hall"), content);
        std::filesystem::copy_file(file("hall.db.keys"), file("other.hall.keys"),
            std::filesystem::copy_options::overwrite_existing);
        says(file("other.hall"), file("other.hall") + " is no data file of Hallkeeper");
    }
    says(file(""), file("") + " is a folder");
}

BOOST_FIXTURE_TEST_CASE(steps_are_listed_and_several_taken_back_at_once, tests::HallctlWithFile)
{
    const auto unit = create({"unit", "name=县公安局"});
    ask({"set", "unit", unit, "phone=0737-8888001"});
    ask({"set", "unit", unit, "contact=李文"});
    const auto steps = ask({"steps"}).at("steps").as_array();
    BOOST_REQUIRE(steps.size() == 3u);
    BOOST_TEST(steps[1].at("label").as_string() == "修改 县公安局 的联系电话");
    BOOST_TEST(steps[1].at("own").as_bool());
    const auto number = std::to_string(steps[1].at("step").as_int64());

    BOOST_TEST(ask({"undo", "--back-to", number}).at("changed").as_bool());

    BOOST_TEST(record("unit", unit).at("phone").is_null());
    BOOST_TEST(record("unit", unit).at("contact").is_null());
    BOOST_TEST(on_file({"undo", "--back-to", number}).exit != 0);
    BOOST_TEST(ask({"steps", "--limit", "1"}).at("steps").as_array().size() == 1u);
}

BOOST_FIXTURE_TEST_CASE(the_recovery_key_opens_the_bare_file, tests::HallctlWithFile)
{
    const auto unit = create({"unit", "name=县公安局"});
    std::filesystem::remove(file("hall.db.keys"));
    const auto key = text(made, "recovery_key");

    environment["HALLKEEPER_PASSPHRASE"] = "another one";
    BOOST_TEST(on_file({"recover", "--key", key + "x"}).exit == 1);
    BOOST_TEST(text(ask({"recover", "--key", key}), "account") == "李文员");

    BOOST_TEST(record("unit", unit).at("name").as_string() == "县公安局");
    BOOST_TEST(on_file({"verify"}).exit == 0);
    // The history goes on under the same account.
    ask({"undo"});
}

BOOST_FIXTURE_TEST_CASE(
    who_recovers_a_file_of_several_people_says_who_he_is, tests::HallctlWithFile)
{
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "的第二 passphrase";
    ask({"account", "add", "王五"});
    std::filesystem::remove(file("hall.db.keys"));
    const auto key = text(made, "recovery_key");

    const auto unsaid = on_file({"recover", "--key", key});
    BOOST_TEST(unsaid.exit == 2);
    BOOST_TEST(unsaid.err.find("李文员、王五") != std::string::npos, unsaid.err);
    BOOST_TEST(!std::filesystem::exists(file("hall.db.keys")));

    BOOST_TEST(text(ask({"--user", "王五", "recover", "--key", key}), "account") == "王五");
    // The new passphrase is the one of the variable for new ones, not the old one.
    BOOST_TEST(on_file({"list", "unit"}).exit == 1);
    environment["HALLKEEPER_PASSPHRASE"] = "的第二 passphrase";
    ask({"list", "unit"});
}

BOOST_FIXTURE_TEST_CASE(
    the_recovery_key_of_another_file_is_told_from_a_lost_key_file, tests::HallctlWithFile)
{
    tests::Hallctl other;
    const auto key = text(other.init(), "recovery_key");

    const auto refused = on_file({"recover", "--key", key});

    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.err.find("另一个数据文件") != std::string::npos, refused.err);
    BOOST_TEST(refused.err.find(".keys") == std::string::npos, refused.err);
}

BOOST_FIXTURE_TEST_CASE(verify_takes_no_empty_file_for_a_sound_one, tests::HallctlWithFile)
{
    tests::write_file(file("empty.hall"), "");
    std::filesystem::copy_file(file("hall.db.keys"), file("empty.hall.keys"));

    const auto empty = run({"--db", file("empty.hall"), "--lang", "zh_CN", "verify"});

    BOOST_TEST(empty.exit == 1);
    BOOST_TEST(empty.out.find("是空文件") != std::string::npos, empty.out + empty.err);
}

BOOST_FIXTURE_TEST_CASE(verify_calls_no_file_damaged_for_a_foreign_key, tests::HallctlWithFile)
{
    ask({"create", "unit", "name=县公安局"});
    run({"--db", file("other.hall"), "init", "--region", "430922", "--office", "别处"});
    std::filesystem::copy_file(file("other.hall.keys"), file("hall.db.keys"),
        std::filesystem::copy_options::overwrite_existing);

    const auto wrong = on_file({"--lang", "zh_CN", "verify"});

    BOOST_TEST(wrong.exit == 1);
    BOOST_TEST(wrong.out.find("密钥") != std::string::npos, wrong.out + wrong.err);
    BOOST_TEST(
        (wrong.out + wrong.err).find("最近的备份") == std::string::npos, wrong.out + wrong.err);
}

BOOST_FIXTURE_TEST_CASE(several_accounts_open_one_file, tests::HallctlWithFile)
{
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "x";
    BOOST_TEST(on_file({"account", "add", "王五"}).exit == 1);
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "the second one";
    ask({"--user", "李文员", "account", "add", "王五"});
    environment["HALLKEEPER_PASSPHRASE"] = "the second one";

    BOOST_TEST(on_file({"list", "unit"}).exit == 2);
    const auto unit = text(ask({"--user", "王五", "create", "unit", "name=县教育局"}), "id");
    const auto steps = list_of(ask({"--user", "王五", "history", "unit", unit}), "steps");
    BOOST_TEST(steps.at(0).at("user").as_string() == "王五");
    BOOST_TEST(list_of(ask({"account", "list"}), "accounts").size() == 2);
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "the third one";
    ask({"--user", "王五", "account", "passphrase"});
    BOOST_TEST(on_file({"--user", "王五", "list", "unit"}).exit == 1);
    environment["HALLKEEPER_PASSPHRASE"] = "the third one";
    ask({"--user", "王五", "account", "remove", "李文员"});
    BOOST_TEST(on_file({"list", "unit"}).exit == 0);
}

BOOST_FIXTURE_TEST_CASE(entities_tells_every_field_with_type_and_owner, tests::HallctlWithFile)
{
    const auto entities = list_of(ask({"entities"}), "entities");

    BOOST_TEST(entities.size() == 8);
    for (const auto& entity : entities) {
        BOOST_TEST(!entity.at("label").as_string().empty());
        for (const auto& field : entity.at("fields").as_array())
            for (const auto* key : {"name", "label", "type", "owner", "required", "personal"})
                BOOST_TEST(field.as_object().contains(key));
    }
}

BOOST_FIXTURE_TEST_CASE(a_record_lives_from_create_to_restore, tests::HallctlWithFile)
{
    const auto id = create({"person", "name=袁燕涛", "sex=Female", "phone=13812345678",
        "id_number=11010119900307002ｘ"});
    const auto has = [&](const char* field) { return record("person", id).at(field); };
    BOOST_TEST(has("sex").as_string() == "female");
    BOOST_TEST(has("id_number").as_string() == "11010119900307002X");
    BOOST_TEST(has("address").is_null());

    BOOST_TEST(
        ask({"set", "person", id, "phone=13900000000", "badge=007"}).at("changed").as_bool());
    BOOST_TEST(!ask({"set", "person", "袁燕涛", "badge=007"}).at("changed").as_bool());
    BOOST_TEST(has("phone").as_string() == "13900000000");
    ask({"undo"});
    BOOST_TEST(has("phone").as_string() == "13812345678");
    ask({"redo"});
    BOOST_TEST(has("badge").as_string() == "007");
    ask({"set", "person", id, "badge="});
    BOOST_TEST(has("badge").is_null());

    ask({"delete", "person", id});
    BOOST_TEST(ask({"list", "person"}).at("total").as_int64() == 0);
    BOOST_TEST(ask({"list", "person", "--deleted"}).at("total").as_int64() == 1);
    BOOST_TEST(on_file({"get", "person", id}).exit == 1);
    ask({"restore", "person", id});
    BOOST_TEST(has("phone").as_string() == "13900000000");

    const auto steps = list_of(ask({"history", "person", id}), "steps");
    BOOST_REQUIRE(steps.size() >= 6);
    BOOST_TEST(steps.at(0).at("field").is_null());
    BOOST_TEST(steps.at(1).at("user").as_string() == "李文员");
    BOOST_TEST(steps.at(1).at("at").as_string().ends_with("+08:00"));
    BOOST_TEST(steps.at(1).at("old").as_string() == "13812345678");
    BOOST_TEST(steps.at(1).at("new").as_string() == "13900000000");
}

BOOST_FIXTURE_TEST_CASE(what_was_used_ends_with_its_reason, tests::HallctlWithFile)
{
    const auto id = create({"window", "number=A01", "place=桃江县政务服务中心"});

    BOOST_TEST(on_file({"end", "window", id}).exit == 2);
    ask({"end", "window", id, "--on", "20260131", "--reason", "撤并"});

    BOOST_TEST(record("window", id).at("closed").as_string() == "2026-01-31");
    BOOST_TEST(record("window", id).at("closed_reason").as_string() == "撤并");
    const auto person = create({"person", "name=甲"});
    BOOST_TEST(on_file({"end", "person", person, "--on", "2026-01-31", "--reason", "x"}).exit == 2);
}

BOOST_FIXTURE_TEST_CASE(references_are_written_by_name_and_given_by_id, tests::HallctlWithFile)
{
    const auto unit = create({"unit", "name=县公安局", "short_name=公安"});
    const auto window =
        create({"window", "number=B01", "unit=公安", "types=General service,payment"});

    const auto stored = record("window", window);
    BOOST_TEST(stored.at("unit").as_string() == unit);
    BOOST_TEST(stored.at("types") == json::value({"general", "payment"}));
    const auto refused = on_file({"--json", "create", "window", "number=B02", "unit=没有的局"});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.json().at("id").is_null());
    BOOST_TEST(finding_at(refused.json(), "unit").at("level").as_string() == "refuse");
    BOOST_TEST(on_file({"get", "window", window}).out.find("县公安局") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(fields_are_read_from_one_json_object, tests::HallctlWithFile)
{
    const auto added = ask({"create", "item", "-"},
        R"({"code": "430922-1", "name": "取水许可", "type": "01", "promised_days": 5, "fee": false,
            "forms": ["window", "online"], "remark": null})");
    const auto id = text(added, "id");

    const auto stored = record("item", id);
    BOOST_TEST(stored.at("promised_days").as_int64() == 5);
    BOOST_TEST(stored.at("fee").as_bool() == false);
    BOOST_TEST(stored.at("forms") == json::value({"online", "window"}));
    // What get gives, set takes.
    BOOST_TEST(!ask({"set", "item", id, "-"}, json::serialize(stored)).at("changed").as_bool());
    BOOST_TEST(on_file({"create", "item", "-"}, "[1]").exit == 2);
    BOOST_TEST(on_file({"create", "item", "-"}, R"({"code": {"a": 1}})").exit == 2);
    BOOST_TEST(on_file({"create", "item", "-"}, R"({"id": "x", "code": "1"})").exit == 2);
}

BOOST_FIXTURE_TEST_CASE(what_the_rules_refuse_is_not_saved, tests::HallctlWithFile)
{
    const auto refused =
        on_file({"--json", "create", "person", "name=甲", "id_number=110101199003070021"});

    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.json().at("id").is_null());
    BOOST_TEST(finding_at(refused.json(), "id_number").at("level").as_string() == "refuse");
    BOOST_TEST(!refused.err.empty());
    BOOST_TEST(ask({"list", "person"}).at("total").as_int64() == 0);
    BOOST_TEST(on_file({"create", "person", "sex=男"}).exit == 1);
    BOOST_TEST(on_file({"create", "person", "name=甲", "birth=昨天以前"}).exit == 1);
    BOOST_TEST(on_file({"create", "person", "name=甲", "photo=@a.jpg"}).exit == 1);
    BOOST_TEST(on_file({"create", "person", "name=甲", "--dry-run"}).exit == 0);
    BOOST_TEST(ask({"list", "person"}).at("total").as_int64() == 0);
}

BOOST_FIXTURE_TEST_CASE(
    people_see_personal_values_masked_and_scripts_in_full, tests::HallctlWithFile)
{
    create({"person", "name=甲", "id_number=11010119900307002X", "phone=13812345678"});

    for (const auto* command : {"list", "get"}) {
        std::vector<std::string> words{command, "person"};
        if (words[0] == "get")
            words.emplace_back("甲");
        const auto masked = on_file(words).out;
        BOOST_TEST(masked.find("11010119900307002X") == std::string::npos);
        BOOST_TEST(masked.find("110101**********2X") != std::string::npos);
        BOOST_TEST(masked.find("138****5678") != std::string::npos);
        words.emplace_back("--reveal");
        BOOST_TEST(on_file(words).out.find("11010119900307002X") != std::string::npos);
    }
    const auto records = list_of(ask({"list", "person"}), "records");
    BOOST_TEST(records.at(0).at("phone").as_string() == "13812345678");
}

BOOST_FIXTURE_TEST_CASE(a_list_is_filtered_sorted_and_cut, tests::HallctlWithFile)
{
    create({"unit", "name=县公安局", "category=vertical"});
    create({"unit", "name=县教育局", "category=county_department"});
    create({"unit", "name=县税务局", "category=vertical"});

    const auto vertical =
        ask({"list", "unit", "--where", "category=vertical", "--sort", "-name", "--limit", "1"});
    BOOST_TEST(vertical.at("entity").as_string() == "unit");
    BOOST_TEST(vertical.at("total").as_int64() == 2);
    BOOST_REQUIRE(list_of(vertical, "records").size() == 1);
    BOOST_TEST(list_of(vertical, "records").at(0).at("name").as_string() == "县税务局");
    BOOST_TEST(ask({"list", "unit", "--where", "name~教育"}).at("total").as_int64() == 1);
    BOOST_TEST(on_file({"list", "unit", "--where", "nosuch=1"}).exit == 2);
    BOOST_TEST(on_file({"list", "unit", "--sort", "nosuch"}).exit == 2);
    BOOST_TEST(on_file({"list", "unit", "--limit", "many"}).exit == 2);
}

BOOST_FIXTURE_TEST_CASE(search_finds_words_in_every_register, tests::HallctlWithFile)
{
    const auto unit = create({"unit", "name=县公安局"});
    create({"window", "number=A01", "name=公安窗口"});

    const auto hits = list_of(ask({"search", "公安"}), "hits");

    BOOST_REQUIRE(hits.size() == 2);
    BOOST_TEST(hits.at(0).at("entity").as_string() == "unit");
    BOOST_TEST(hits.at(0).at("id").as_string() == unit);
    BOOST_TEST(hits.at(0).at("title").as_string() == "县公安局");
    BOOST_TEST(hits.at(0).at("matched").as_string() == "name");
}

BOOST_FIXTURE_TEST_CASE(check_ends_with_4_where_the_rules_find_something, tests::HallctlWithFile)
{
    ask({"set", "place", "桃江县政务服务中心", "responsible=李主任"});
    BOOST_TEST(on_file({"check"}).exit == 0);
    create({"item", "code=1", "name=甲", "stationing=stationed", "legal_days=5",
        "legal_unit=working_day", "promised_days=9", "promised_unit=working_day"});

    const auto checked = on_file({"--json", "check"});
    BOOST_TEST(checked.exit == 4);
    const auto finding = finding_at(checked.json(), "promised_days");
    BOOST_TEST(finding.at("entity").as_string() == "item");
    BOOST_TEST(finding.at("level").as_string() == "warn");
    BOOST_TEST(!finding.at("message").as_string().empty());
    BOOST_TEST(on_file({"check", "--area", "nowhere"}).exit == 2);
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
    const auto chinese = run({});
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
    BOOST_TEST(run({}).out == english.out);
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

BOOST_FIXTURE_TEST_CASE(a_record_in_the_recycle_bin_is_said_to_be_there, tests::HallctlWithFile)
{
    create({"unit", "name=县公安局"});
    ask({"delete", "unit", "县公安局"});
    const auto refused = on_file({"get", "unit", "县公安局"});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.err.find("回收站") != std::string::npos, refused.err);
}

BOOST_FIXTURE_TEST_CASE(who_opens_a_file_of_several_people_is_asked_by_name, tests::HallctlWithFile)
{
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "another 口令 of hers";
    ask({"account", "add", "王小明"});
    const auto refused = on_file({"list", "unit"});
    BOOST_TEST(refused.exit == 2);
    BOOST_TEST(refused.err.find("李文员、王小明") != std::string::npos, refused.err);
}

BOOST_FIXTURE_TEST_CASE(a_file_that_was_cut_off_says_what_to_do, tests::HallctlWithFile)
{
    std::filesystem::resize_file(
        file("hall.db"), std::filesystem::file_size(file("hall.db")) - 2 * 4096);
    const auto found = on_file({"verify"});
    BOOST_TEST(found.exit == 1);
    BOOST_TEST(found.out.find("末尾缺 2 页") != std::string::npos, found.out);
    BOOST_TEST(found.err.find("备份") != std::string::npos, found.err);
    BOOST_TEST(on_file({"--json", "verify"}).json().at("damage").as_array().size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()

#include "tests/support/hallctl.h"

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

} // namespace

BOOST_AUTO_TEST_SUITE(hallctl_test)

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

BOOST_FIXTURE_TEST_CASE(what_undo_cannot_take_back_is_told_and_no_success, tests::HallctlWithFile)
{
    const auto own = environment["HALLKEEPER_PASSPHRASE"];
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "the second one";
    ask({"account", "add", "王五"});
    const auto unit = text(ask({"--user", "李文员", "create", "unit", "name=县公安局"}), "id");
    const auto number = ask({"--user", "李文员", "steps"}).at("steps").at(0).at("step").as_int64();
    environment["HALLKEEPER_PASSPHRASE"] = "the second one";
    ask({"--user", "王五", "create", "window", "number=A01", "unit=" + unit});
    environment["HALLKEEPER_PASSPHRASE"] = own;
    const auto back = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"--user", "李文员"});
        return on_file(words);
    };
    const auto words = std::vector<std::string>{"undo", "--back-to", std::to_string(number)};

    const auto told = back(words);
    BOOST_TEST(told.exit == 1, told.err);
    BOOST_TEST(told.out == "这些步骤一处也没能撤销\n");
    for (const auto& undo : {words, std::vector<std::string>{"undo"}}) {
        auto as_json = undo;
        as_json.insert(as_json.begin(), "--json");
        const auto none = back(as_json);
        BOOST_TEST(none.exit == 1, none.err);
        BOOST_TEST(!none.json().at("changed").as_bool());
        BOOST_REQUIRE(none.json().at("kept").as_array().size() == 1U);
        BOOST_TEST(none.json().at("kept").at(0).at("id").as_string() == unit);
        BOOST_TEST(none.json().at("kept").at(0).at("title").as_string() == "县公安局");
    }

    ask({"--user", "李文员", "set", "unit", unit, "phone=0737-8888001"});
    const auto part = back({"--json", "undo", "--back-to", std::to_string(number)});
    BOOST_TEST(part.exit == 3, part.err);
    BOOST_TEST(part.json().at("changed").as_bool());
    BOOST_TEST(part.json().at("taken_back").as_array().size() == 1U);
    BOOST_TEST(part.json().at("standing").at(0).as_int64() == number);
    const auto redone = ask({"--user", "李文员", "redo"});
    BOOST_TEST(redone.at("kept").as_array().empty());
}

BOOST_FIXTURE_TEST_CASE(entities_tells_every_field_with_type_and_owner, tests::HallctlWithFile)
{
    const auto entities = list_of(ask({"entities"}), "entities");

    BOOST_TEST(entities.size() == 65);
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

BOOST_FIXTURE_TEST_CASE(a_complaint_without_its_matter_is_refused, tests::HallctlWithFile)
{
    const auto refused = on_file({"--json", "create", "complaint", "handler=甲"});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(finding_at(refused.json(), "matter").at("rule").as_string() == "needed");

    const auto id = create({"complaint", "matter=等候太久", "received=2025-12-30"});
    BOOST_TEST(
        ask({"get", "complaint", id}).at("record").at("number").as_string() == "投诉〔2025〕001号");
    const auto today = create({"complaint", "matter=没人接听"});
    BOOST_TEST(!ask({"get", "complaint", today}).at("record").at("received").is_null());
}

BOOST_FIXTURE_TEST_CASE(what_would_go_along_with_a_merger_is_told, tests::HallctlWithFile)
{
    const auto kept = create({"unit", "name=县公安局"});
    const auto other = create({"unit", "name=公安"});
    create({"window", "number=A01", "unit=" + other});
    const auto would = ask({"merge", "unit", kept, other, "--sure", "--dry-run"});
    const auto& followers = would.at("followers").as_array();
    BOOST_REQUIRE(followers.size() == 1u);
    BOOST_TEST(followers[0].at("register").as_string() == "window");
    BOOST_TEST(followers[0].at("count").as_int64() == 1);
    const auto said =
        on_file({"--lang", "zh_CN", "merge", "unit", kept, other, "--sure", "--dry-run"});
    BOOST_TEST(said.out.find("改为指向保留一条的有 1 条") != std::string::npos, said.out);
    BOOST_TEST(ask({"list", "unit"}).at("total").as_int64() == 2);
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
    ask({"set", "place", "桃江县政务服务中心", "responsible=李主任",
        "zones=guidance,form_filling,waiting,service,self_service,nursery,barrier_free,"
        "complaints"});
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

BOOST_FIXTURE_TEST_CASE(a_record_in_the_recycle_bin_is_said_to_be_there, tests::HallctlWithFile)
{
    create({"unit", "name=县公安局"});
    ask({"delete", "unit", "县公安局"});
    const auto refused = on_file({"get", "unit", "县公安局"});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.err.find("回收站") != std::string::npos, refused.err);
}

BOOST_AUTO_TEST_SUITE_END()

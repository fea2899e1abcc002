#include "model/store/search.h"

#include "model/base/text.h"
#include "model/store/migrations.h"
#include "model/store/search_index.h"
#include "tests/support/office.h"
#include "tests/support/print.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>

#include <algorithm>
#include <array>

using namespace model;
namespace data = boost::unit_test::data;

namespace {

struct WithPeople : tests::Office {
    Uuid person(const std::string& name) { return add("person", {{"name", name}}); }

    /// The titles found, best first.
    std::string found(const std::string& typed, std::int64_t limit = 20)
    {
        std::vector<std::string> titles;
        for (const auto& hit : search(store, typed, limit))
            titles.push_back(hit.title);
        return model::join(titles, " ");
    }

    void remove(const Uuid& id)
    {
        Batch batch(store, {.label = {msgid("Delete {1}"), {"x"}}, .account = clerk});
        batch.remove(id);
        batch.commit();
    }

    std::int64_t number(const char* sql) { return db.handle().execAndGet(sql).getInt64(); }
};

struct Spelling {
    const char* typed;
    const char* title;
};

std::ostream& operator<<(std::ostream& out, const Spelling& spelling)
{
    return out << spelling.typed;
}

constexpr Spelling spellings[] = {{"张桂山", "张桂山"}, {"桂", "张桂山"}, {"桂山", "张桂山"},
    {"zhangguishan", "张桂山"}, {"zhang gui shan", "张桂山"}, {"ZhangGuiShan", "张桂山"},
    {"zhanggui", "张桂山"}, {"zhangg", "张桂山"}, {"zhanggs", "张桂山"}, {"zgs", "张桂山"},
    {"zhgsh", "张桂山"}, {"guishan", "张桂山"}, {"gs", "张桂山"}, {"张gs", "张桂山"},
    {"ｚｇｓ", "张桂山"}, {"shanxm", "单雪梅"}, {"sxm", "单雪梅"}, {"danxuemei", "单雪梅"},
    {"xie", "解晓东"}, {"qiuheping", "仇和平"}, {"zengguoqiang", "曾国强"}, {"zgq", "曾国强"},
    {"yuchigong", "尉迟恭"}, {"ycg", "尉迟恭"}, {"zhaly", "查良镛"}, {"lvhong", "吕红"},
    {"lüh", "吕红"}, {"zhabuz", "鲊埠镇窗口"}, {"鲊", "鲊埠镇窗口"}, {"zbz", "鲊埠镇窗口"},
    {"xian", "西安路所"}, {"xial", "西安路所"}, {"mmt", "买买提·艾力"}, {"mmtal", "买买提·艾力"},
    {"maimaitiaili", "买买提·艾力"}, {"提·艾", "买买提·艾力"}, {"䶮", "刘䶮"}, {"𠮷", "林𠮷"},
    {"liuy", "刘䶮"}, {"changsha", "长沙人"}, {"zhangsha", "长沙人"}, {"csr", "长沙人"}};

} // namespace

BOOST_FIXTURE_TEST_SUITE(search_test, WithPeople)

BOOST_DATA_TEST_CASE_F(WithPeople, a_name_is_found_as_people_type_it, data::make(spellings), each)
{
    for (const auto* name : {"张桂山", "单雪梅", "解晓东", "仇和平", "曾国强", "尉迟恭", "查良镛",
             "吕红", "刘䶮", "林𠮷", "买买提·艾力", "长沙人"})
        person(name);
    add("unit", {{"name", "鲊埠镇窗口"}});
    add("unit", {{"name", "西安路所"}});

    BOOST_TEST(found(each.typed) == each.title);
}

BOOST_AUTO_TEST_CASE(letters_that_spell_nothing_find_nothing)
{
    person("张桂山");

    for (const auto* typed : {"zhanggg", "sg", "zhagui", "zhuang", "v", "zgsx", "ghuishan", "桂z"})
        BOOST_TEST(found(typed) == "", typed);
}

BOOST_AUTO_TEST_CASE(the_whole_title_comes_first_then_what_begins_with_it)
{
    person("王张伟");
    person("张伟明");
    person("张伟");

    BOOST_TEST(found("张伟") == "张伟 张伟明 王张伟");
    BOOST_TEST(found("zhangwei") == "张伟 张伟明 王张伟");
    BOOST_TEST(found("zw") == "张伟 张伟明 王张伟"); // all of his initials before some of them
    BOOST_TEST(found("张", 2) == "张伟明 张伟");
}

BOOST_AUTO_TEST_CASE(registers_with_better_hits_come_first)
{
    add("unit", {{"name", "桃江县税务局"}});
    person("税务");

    BOOST_TEST(found("税务") == "税务 桃江县税务局");
}

BOOST_AUTO_TEST_CASE(codes_are_found_by_any_part_of_them)
{
    add("item", {{"name", "开办企业"}, {"code", "430922001000"}});

    for (const auto* typed : {"430922001000", "4309", "922001", "1000", "企业 2200"})
        BOOST_TEST(found(typed) == "开办企业", typed);
    BOOST_TEST(found("9999") == "");
}

BOOST_AUTO_TEST_CASE(of_personal_numbers_only_tails_are_found)
{
    const auto id = add("person",
        {{"name", "张桂山"}, {"phone", "13807371234"}, {"id_number", "43092219900101123X"},
            {"address", "桃花江镇 88881111 号"}, {"emergency_contact", "李四"}});

    for (const auto* typed :
        {"1234", "71234", "13807371234", "张 1234", "123x", "123X", "43092219900101123x"})
        BOOST_TEST(found(typed) == "张桂山", typed);
    BOOST_TEST(search(store, "1234", 1)[0].field->name == "phone");
    for (const auto* typed : {"234", "1380", "3807", "430922", "1990", "0101123x", "1123x",
             "桃花江", "李四", "lisi", "88881111"})
        BOOST_TEST(found(typed) == "", typed);

    change(id, "phone", "13899995678");
    BOOST_TEST(found("1234") == "");
    BOOST_TEST(found("5678") == "张桂山");
}

BOOST_AUTO_TEST_CASE(what_is_edited_deleted_and_brought_back_is_found_as_it_is)
{
    const auto id = person("张桂山");
    BOOST_TEST(found("guishan") == "张桂山");

    change(id, "name", "张桂珊");
    BOOST_TEST(found("山") == "");
    BOOST_TEST(found("珊") == "张桂珊");

    remove(id);
    BOOST_TEST(found("珊") == "");
    Batch batch(store, {.label = {msgid("Restore {1}"), {"x"}}, .account = clerk});
    batch.restore(id);
    batch.commit();
    BOOST_TEST(found("珊") == "张桂珊");
}

BOOST_AUTO_TEST_CASE(what_left_the_file_leaves_the_index_and_its_number_may_be_given_again)
{
    person("甲");
    const auto purge = [&](const Uuid& id) {
        Transaction transaction(db);
        store.rows().purge(store.rows().meta(id).value());
        transaction.commit();
    };
    const auto second = person("乙");
    BOOST_TEST(found("乙") == "乙");

    purge(second);
    const auto third = add("unit", {{"name", "丙"}});
    BOOST_TEST(found("乙") == "");
    BOOST_TEST(found("丙") == "丙");

    purge(third);
    BOOST_TEST(found("丙") == "");
    person("丁");
    BOOST_TEST(found("丁") == "丁");
    BOOST_TEST(number("SELECT count(*) FROM search_stale") == 0);
}

BOOST_AUTO_TEST_CASE(a_step_that_failed_leaves_nothing_to_be_found)
{
    const auto id = person("甲");
    BOOST_TEST(found("甲") == "甲");
    {
        Batch batch(store, {.label = {msgid("Add {1}"), {"x"}}, .account = clerk});
        batch.create(tests::make(def("person"), new_id(), {{"name", "乙"}}));
        const FieldEdit edit{def("person").find("name"), std::string("丙")};
        batch.set(id, {&edit, 1});
    }

    BOOST_TEST(found("乙") == "");
    BOOST_TEST(found("丙") == "");
    BOOST_TEST(found("甲") == "甲");
}

BOOST_AUTO_TEST_CASE(the_index_is_brought_up_to_date_piece_by_piece)
{
    for (int i = 0; i < 5; ++i)
        person("张" + std::to_string(i));

    BOOST_TEST(index_changes(store, 2));
    BOOST_TEST(index_changes(store, 2));
    BOOST_TEST(!index_changes(store, 2));
    BOOST_TEST(!index_changes(store, 2));
    BOOST_TEST(number("SELECT count(*) FROM search_index") == 5);
}

BOOST_AUTO_TEST_CASE(a_file_of_an_older_version_is_searched_like_any_other)
{
    person("张桂山");
    db.handle().exec("DROP TABLE search_index; DROP TABLE search_stale; PRAGMA user_version = 6");

    migrate(db.handle(), 7);

    BOOST_TEST(found("zgs") == "张桂山");
}

BOOST_AUTO_TEST_CASE(records_for_named_handlers_are_not_in_the_index)
{
    const auto tip = add("tip", {{"number", "举报一号"}, {"content", "举报窗口收红包"}});
    add("reporter", {{"name", "举报人"}, {"tip", tip.text()}});

    BOOST_TEST(search(store, "举报", 10).empty());
    BOOST_TEST(number("SELECT count(*) FROM search_index") == 0);
}

BOOST_AUTO_TEST_CASE(every_word_must_be_in_the_record)
{
    add("unit", {{"name", "县公安局"}, {"short_name", "公安"}});
    const auto tax = add("unit", {{"name", "县税务局"}, {"address", "桃花江大道 8 号"}});

    BOOST_TEST(search(store, "县", 10).size() == 2);
    const auto hits = search(store, "桃花江　县税", 10);
    BOOST_REQUIRE(hits.size() == 1);
    BOOST_TEST(hits[0].record.id == tax);
    BOOST_TEST(hits[0].field->name == "address");
    BOOST_TEST(search(store, "公安 桃花江", 10).empty());
    BOOST_TEST(search(store, "  ", 10).empty());
}

BOOST_AUTO_TEST_CASE(case_and_width_of_letters_do_not_matter)
{
    add("window", {{"number", "A01"}});
    add("window", {{"number", "Ａ０２"}});

    BOOST_TEST(search(store, "a01", 10).size() == 1);
    BOOST_TEST(search(store, "ａ０１", 10).size() == 1);
    BOOST_TEST(search(store, "A02", 10).size() == 1);
}

BOOST_AUTO_TEST_CASE(signs_of_patterns_are_letters_like_any_other)
{
    add("unit", {{"name", "完成100%的局"}});

    BOOST_TEST(search(store, "100%", 10).size() == 1);
    BOOST_TEST(search(store, "1%的", 10).empty());
    BOOST_TEST(search(store, "_", 10).empty());
}

BOOST_AUTO_TEST_CASE(the_recycle_bin_is_left_alone_and_the_limit_kept)
{
    const auto first = add("unit", {{"name", "一局"}});
    add("unit", {{"name", "二局"}});
    add("unit", {{"name", "三局"}});
    Batch batch(store, {.label = {msgid("Delete {1}"), {"一局"}}, .account = clerk});
    batch.remove(first);
    batch.commit();

    BOOST_TEST(search(store, "局", 10).size() == 2);
    BOOST_TEST(search(store, "局", 1).size() == 1);
}

BOOST_AUTO_TEST_CASE(one_register_is_searched_alone)
{
    person("公安华");
    add("unit", {{"name", "桃江县公安局"}});
    add("item", {{"name", "公安备案"}, {"code", "1"}});

    const auto titles = [&](const std::string& typed, std::int64_t limit = 20) {
        std::vector<std::string> found;
        for (const auto& hit : search_register(store, def("unit"), typed, limit))
            found.push_back(hit.title);
        return model::join(found, " ");
    };
    BOOST_TEST(titles("gaj") == "桃江县公安局");
    BOOST_TEST(titles("taojiangxga") == "桃江县公安局");
    BOOST_TEST(titles("公安") == "桃江县公安局");
    BOOST_TEST(titles("公安华") == "");

    add("unit", {{"name", "公安分局"}});
    BOOST_TEST(titles("公安") == "公安分局 桃江县公安局");
    BOOST_TEST(titles("公安", 1) == "公安分局");
}

BOOST_AUTO_TEST_SUITE_END()

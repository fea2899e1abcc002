#include "model/store/held_records.h"

#include "tests/support/office.h"
#include "tests/support/print.h"

#include <array>

using namespace model;

namespace {

struct Holding : tests::Office {
    HeldRecords::Index only(HeldRecords& held, std::string_view field, const std::string& text)
    {
        const auto at = held.def().index_of(field);
        const auto found = held.where({&at, 1}, {&text, 1});
        BOOST_REQUIRE_MESSAGE(found.size() == 1U, found.size() << " with " << text);
        return found.front();
    }

    std::size_t how_many(HeldRecords& held, std::string_view field, const std::string& text)
    {
        const auto at = held.def().index_of(field);
        return held.where({&at, 1}, {&text, 1}).size();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(held_records_test, Holding)

BOOST_AUTO_TEST_CASE(what_is_held_is_what_is_stored)
{
    const auto parent = add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}});
    const auto id = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"parent", parent.text()},
            {"floor_area", "1250.50"}, {"floors", "2"}, {"zones", "waiting,service"},
            {"opened", "2020-05-01"}, {"remark", std::string(300, 'x')}});

    HeldRecords held(store, def("place"));

    BOOST_TEST(held.count() == 2U);
    BOOST_TEST(held.record(*held.find(id)) == *store.find(def("place"), id));
    BOOST_TEST(held.text(*held.find(id), def("place").index_of("floor_area")) == "1250.50");
}

BOOST_AUTO_TEST_CASE(names_are_found_without_regard_to_width_and_white_space)
{
    add("unit", {{"name", "县ABC局"}, {"credit_code", "11430922000000115K"}});
    HeldRecords held(store, def("unit"));

    BOOST_TEST(only(held, "name", "县 ＡＢｃ局") == 0U);
    BOOST_TEST(how_many(held, "credit_code", "11430922000000115k") == 0U);
    BOOST_TEST(how_many(held, "credit_code", "11430922000000115K") == 1U);
    BOOST_TEST(how_many(held, "phone", "") == 0U);
}

BOOST_AUTO_TEST_CASE(several_fields_are_found_together)
{
    add("person", {{"name", "袁燕涛"}, {"phone", "1"}});
    const auto wanted = add("person", {{"name", "袁燕涛"}, {"phone", "2"}});
    HeldRecords held(store, def("person"));
    const std::array fields{def("person").index_of("name"), def("person").index_of("phone")};
    const std::array<std::string, 2> texts{"袁燕涛", "2"};

    const auto found = held.where(fields, texts);

    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST(held.id(found.front()) == wanted);
}

BOOST_AUTO_TEST_CASE(added_and_changed_records_are_found_by_what_they_say_now)
{
    const auto id = add("unit", {{"name", "县公安局"}});
    HeldRecords held(store, def("unit"));
    only(held, "name", "县公安局");

    auto changed = held.record(0);
    changed["name"] = std::string("县教育局");
    held.change(0, changed);
    held.add(tests::make(def("unit"), new_id(), {{"name", "县民政局"}}));

    BOOST_TEST(how_many(held, "name", "县公安局") == 0U);
    BOOST_TEST(held.id(only(held, "name", "县教育局")) == id);
    BOOST_TEST(only(held, "name", "县民政局") == 1U);
    BOOST_TEST(to_text(held.record(0)["name"]) == "县教育局");
}

BOOST_AUTO_TEST_CASE(the_recycle_bin_is_known_but_not_held)
{
    const auto id = add("unit", {{"name", "县公安局"}});
    Batch batch(store, {.label = {msgid("Delete {1}"), {"x"}}, .account = clerk});
    batch.remove(id);
    batch.commit();

    HeldRecords held(store, def("unit"));

    BOOST_TEST(held.count() == 0U);
    BOOST_TEST(held.is_deleted(id));
    BOOST_TEST(!held.is_deleted(new_id()));
}

BOOST_AUTO_TEST_SUITE_END()

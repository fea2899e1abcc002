#include "model/store/drafts.h"

#include "tests/support/office.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"

using namespace model;

namespace {

struct WithDrafts : tests::Office {
    Uuid zhang = add("person", {{"name", "张桂山"}});
    Drafts drafts{store, clerk};

    Draft draft(const Uuid& record, std::string_view field, const std::string& text)
    {
        const auto& person = def("person");
        return {.def = &person,
            .record = record,
            .entries = {{person.find(field), text, true, "旧值"}}};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(drafts_test, WithDrafts)

BOOST_AUTO_TEST_CASE(a_draft_comes_back_as_it_was_kept)
{
    auto kept = draft(zhang, "phone", "13873712345");
    kept.document = "桃公政〔2026〕3号";
    kept.entries.push_back({def("person").find("birth"), "去年\n“三月”", false, ""});
    clock.advance(60'000);

    BOOST_TEST(drafts.keep(kept));

    const auto found = drafts.find(def("person"), zhang);
    BOOST_REQUIRE(found);
    BOOST_TEST((found->entries == kept.entries));
    BOOST_TEST(found->document == kept.document);
    BOOST_TEST(found->at == clock.now());
}

BOOST_AUTO_TEST_CASE(a_later_draft_of_a_record_takes_the_place_of_the_earlier_one)
{
    drafts.keep(draft(zhang, "phone", "1"));
    drafts.keep(draft(zhang, "rank", "科员"));

    const auto found = drafts.find(def("person"), zhang);
    BOOST_REQUIRE(found);
    BOOST_REQUIRE(found->entries.size() == 1u);
    BOOST_TEST(found->entries[0].text == "科员");
}

BOOST_AUTO_TEST_CASE(a_form_with_nothing_in_it_leaves_no_draft)
{
    drafts.keep(draft(zhang, "phone", "1"));
    drafts.keep({.def = &def("person"), .record = zhang});
    BOOST_TEST(!drafts.find(def("person"), zhang));

    drafts.keep(draft(zhang, "phone", "1"));
    drafts.drop(def("person"), zhang);
    BOOST_TEST(!drafts.find(def("person"), zhang));
}

BOOST_AUTO_TEST_CASE(a_new_record_of_each_register_has_a_draft_of_its_own)
{
    drafts.keep(draft({}, "name", "李秀英"));
    drafts.keep(
        {.def = &def("unit"), .entries = {{def("unit").find("name"), "县粮食局", true, ""}}});

    BOOST_TEST(drafts.find(def("person"), {})->entries[0].text == "李秀英");
    BOOST_TEST(drafts.find(def("unit"), {})->entries[0].text == "县粮食局");
    BOOST_TEST(!drafts.find(def("place"), {}));
}

BOOST_AUTO_TEST_CASE(the_newest_draft_is_the_one_written_last)
{
    BOOST_TEST(!drafts.newest());
    drafts.keep(draft(zhang, "phone", "1"));
    clock.advance(1000);
    drafts.keep(
        {.def = &def("unit"), .entries = {{def("unit").find("name"), "县粮食局", true, ""}}});

    BOOST_TEST(drafts.newest()->def->name == "unit");
    BOOST_TEST((drafts.newest(&def("person"))->record == zhang));
    BOOST_TEST(!drafts.newest(&def("place")));
}

BOOST_AUTO_TEST_CASE(nobody_is_shown_the_draft_of_another_account)
{
    drafts.keep(draft(zhang, "phone", "1"));

    Drafts others(store, {Uuid::named("account", "other"), "王文员"});

    BOOST_TEST(!others.find(def("person"), zhang));
    BOOST_TEST(!others.newest());
}

BOOST_AUTO_TEST_CASE(a_draft_is_no_entry_of_the_record_and_nothing_to_send)
{
    const auto before = store.unsent();
    const auto steps = store.history(zhang).size();

    drafts.keep(draft(zhang, "phone", "13873712345"));

    BOOST_TEST(text(zhang, "phone") == "");
    BOOST_TEST(store.unsent() == before);
    BOOST_TEST(store.history(zhang).size() == steps);
}

BOOST_AUTO_TEST_CASE(a_draft_survives_the_end_of_the_program)
{
    tests::TempFolder folder;
    const auto key = DataKey::make(random);
    const auto path = folder.file("hall.db");
    {
        Database file(path, key, {.opening = Opening::fresh});
        RecordStore kept(file, hall_catalog(), clock, random);
        BOOST_TEST(Drafts(kept, clerk).keep(draft({}, "name", "李秀英")));
    }
    Database file(path, key);
    RecordStore again(file, hall_catalog(), clock, random);
    BOOST_TEST(Drafts(again, clerk).newest()->entries[0].text == "李秀英");
}

BOOST_AUTO_TEST_CASE(a_draft_does_not_wait_for_another_writer)
{
    tests::TempFolder folder;
    const auto key = DataKey::make(random);
    const auto path = folder.file("hall.db");
    Database file(path, key, {.opening = Opening::fresh});
    RecordStore mine(file, hall_catalog(), clock, random);
    Database other(path, key);
    const auto start = std::chrono::steady_clock::now();
    {
        const Transaction writing(other);
        BOOST_TEST(!Drafts(mine, clerk).keep(draft({}, "name", "李秀英")));
    }
    BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(2)));
    BOOST_TEST(Drafts(mine, clerk).keep(draft({}, "name", "李秀英")));
}

BOOST_AUTO_TEST_SUITE_END()

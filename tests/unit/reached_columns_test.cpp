// Columns of a list that stand in the record a reference names.
#include "model/access/new_office.h"
#include "model/exchange/export.h"
#include "model/exchange/list_sight.h"
#include "model/listing/reached_values.h"
#include "model/schema/reached_field.h"
#include "model/store/own_accounts.h"
#include "tests/support/editing.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"

using namespace model;

namespace {

std::string plain(const char* id)
{
    return id;
}

struct Postings : tests::Editing {
    const EntityDef& posting = def("posting");
    Uuid police = made("unit", {{"name", "县公安局"}});
    Uuid civil = made("unit", {{"name", "县民政局"}});
    Uuid zhang = post("张桂山", "13812349009", "party_member", police);
    Uuid li = post("李秀英", "13912348008", "none", civil);
    Uuid nobody = made("posting", {{"unit", civil.text()}, {"from", "2025-02-01"}});

    Uuid post(const char* name, const char* phone, const char* status, const Uuid& unit)
    {
        const auto person =
            made("person", {{"name", name}, {"phone", phone}, {"political_status", status}});
        return made("posting",
            {{"person", person.text()}, {"unit", unit.text()}, {"source", "sent"},
                {"from", "2025-01-01"}});
    }

    const FieldDef* column(std::string_view name)
    {
        return find_column(posting, store.catalog(), name);
    }

    std::string people(Listing& list, const ListingQuery& query)
    {
        std::string all;
        for (const auto record : list.select(query))
            all += list.text(record, *posting.find("person")) + ' ';
        return all;
    }

    Account account(const char* roles)
    {
        add_founder(store, clerk);
        add_own_account(store, clerk);
        const auto id = made("user", {{"name", roles}, {"roles", roles}, {"state", "active"}});
        add_own_account(store, {id, roles});
        return {id, roles};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(reached_columns_test, Postings)

BOOST_AUTO_TEST_CASE(a_column_is_called_by_its_reference_and_is_the_same_each_time)
{
    const auto* phone = column("person.phone");
    BOOST_REQUIRE(phone);
    BOOST_TEST(phone == column("person.phone"));
    BOOST_TEST(phone->name == "person.phone");
    BOOST_TEST(phone->personal);
    BOOST_TEST(column_label(*phone, plain) == "Person: Phone");
    BOOST_TEST(reached_by(*phone)->field == def("person").find("phone"));
    BOOST_TEST(!reached_by(*posting.find("unit")));
    BOOST_TEST(column("unit") == posting.find("unit"));
    for (const auto* none : {"person.gone", "from.phone", "gone.phone", "person.photo", "person."})
        BOOST_TEST(!column(none), none);
}

BOOST_AUTO_TEST_CASE(all_but_titles_files_and_what_named_handlers_read_can_be_reached)
{
    const auto columns = reachable_columns(posting, store.catalog());
    const auto holds = [&](std::string_view name) {
        return std::ranges::find(columns, name, [](auto* each) { return each->name; })
            != columns.end();
    };
    BOOST_TEST((holds("person.phone") && holds("unit.category") && holds("place.address")));
    BOOST_TEST((!holds("person.name") && !holds("person.photo")));
    for (const auto* entity : store.catalog().all())
        for (const auto* each : reachable_columns(*entity, store.catalog()))
            BOOST_TEST((reached_by(*each)->def->reach != Reach::restricted
                           && !reached_by(*each)->def->administrative),
                each->name);
}

BOOST_AUTO_TEST_CASE(a_list_filters_sorts_and_groups_by_it)
{
    const auto* phone = column("person.phone");
    const auto* status = column("person.political_status");
    Listing list(posting, plain);
    list.read(store, {posting.find("person"), phone, status});

    BOOST_TEST(list.text(*list.find(zhang), *phone) == "13812349009");
    BOOST_TEST(list.text(*list.find(nobody), *phone).empty());
    BOOST_TEST(people(list, {.cells = {{phone, "8008"}}}) == "李秀英 ");
    BOOST_TEST(people(list, {.cells = {{status, "=party_member"}}}) == "张桂山 ");
    BOOST_TEST(people(list, {.cells = {{phone, "="}}}) == " ");
    BOOST_TEST(people(list, {.anywhere = "1391234", .searched = {phone}}) == "李秀英 ");
    BOOST_TEST(people(list, {.order = {{phone, true}}}) == "李秀英 张桂山  ");
    const auto found = list.select({.order = {{status}}});
    BOOST_TEST(list.runs(found, *status).size() == 3U);
}

BOOST_AUTO_TEST_CASE(it_follows_what_becomes_of_the_record)
{
    const auto* phone = column("person.phone");
    const auto read = [&](const Uuid& id) {
        const auto all = read_columns(store, posting, {{phone}});
        BOOST_TEST(all.columns.size() == 1U); // and not the reference it goes by
        const auto place = std::ranges::find(all.ids, id) - all.ids.begin();
        return to_text(all.columns[0][static_cast<std::size_t>(place)]);
    };
    const auto person = std::get<Uuid>((*store.find(posting, zhang))["person"]);
    set(person, {{"phone", "18800001111"}});
    BOOST_TEST(read(zhang) == "18800001111");
    editor.remove(person);
    BOOST_TEST(read(zhang).empty());
    BOOST_TEST(read(li) == "13912348008");
}

BOOST_AUTO_TEST_CASE(a_reference_of_the_other_register_is_shown_by_its_title)
{
    const auto hall =
        made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    const auto town = made("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"},
            {"parent", hall.text()}});
    set(zhang, {{"place", town.text()}});
    Listing list(posting, plain);
    list.read(store, {column("place.parent")});
    BOOST_TEST(list.text(*list.find(zhang), *column("place.parent")) == "桃江县政务服务中心");
}

BOOST_AUTO_TEST_CASE(many_are_read_in_one_pass_as_few_are)
{
    for (int i = 0; i < 700; ++i)
        post(("人员" + std::to_string(i)).c_str(), std::to_string(13000000000 + i).c_str(),
            "party_member", police);
    const auto* phone = column("person.phone");
    const FieldDef* fields[] = {posting.find("person"), phone};
    const auto all = read_columns(store, posting, fields);
    BOOST_REQUIRE(all.ids.size() == 703U);
    for (std::size_t i = 3; i < all.ids.size(); ++i)
        BOOST_TEST(to_text(all.columns[1][i]) == std::to_string(13000000000 + i - 3));
    const auto few = read_columns(store, posting, fields, 2);
    BOOST_TEST(few.ids.size() == 2U);
    BOOST_TEST(to_text(few.columns[1][0]) == "13812349009");
}

BOOST_AUTO_TEST_CASE(what_the_account_may_not_read_whole_is_masked_and_not_found)
{
    const auto leader = Permission(store, account("duty_leader").id);
    BOOST_REQUIRE(!leader.reads_all_whole(def("person")));
    const auto* phone = column("person.phone");
    Listing list(posting, plain, sight_of(leader, posting));
    list.read(store, {posting.find("person"), phone});
    BOOST_TEST(list.text(*list.find(zhang), *phone) == "138****9009");
    BOOST_TEST(people(list, {.cells = {{phone, "1381234"}}}).empty());
    BOOST_TEST(people(list, {.cells = {{phone, "9009"}}}) == "张桂山 ");
}

BOOST_AUTO_TEST_CASE(of_a_register_that_is_not_seen_there_is_nothing)
{
    Sight sight;
    sight.through = [](const EntityDef& other) {
        return Sight{.condition = other.name == "person" ? "0" : ""};
    };
    Listing list(posting, plain, sight);
    list.read(store, {column("person.phone"), column("unit.name")});
    BOOST_TEST(list.text(*list.find(zhang), *column("person.phone")).empty());
    BOOST_TEST(list.text(*list.find(zhang), *column("unit.name")) == "县公安局");
}

BOOST_AUTO_TEST_CASE(an_export_has_it_masked_under_its_own_head_and_comes_back)
{
    const tests::TempFolder folder;
    const auto path = std::filesystem::path(folder.file("岗位.csv"));
    const FieldDef* fields[] = {posting.find("person"), column("person.phone")};
    ExportOptions options{.reveal = true, .translate = plain};
    BOOST_TEST(export_records(store, {.def = &posting}, fields, path, options) == 3);
    const auto sheet = open_sheet(path);
    std::string text;
    for (SheetRow row; sheet->next(row);)
        text += row.cells.at(1).text + '|' + (row.cells.size() > 2 ? row.cells[2].text : "") + '\n';
    BOOST_TEST(text == "Person|Person: Phone\n张桂山|138****9009\n李秀英|139****8008\n|\n");
    const auto again = import_sheet(store, clerk, posting, path, {.languages = {plain}});
    BOOST_TEST((again.same == 3 && again.wrong == 0 && again.changed == 0));
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/commands/minimise.h"

#include "model/commands/put_back.h"
#include "model/store/drafts.h"
#include "model/store/forget.h"
#include "model/store/search_index.h"
#include "tests/support/attached.h"
#include "tests/support/audit.h"
#include "tests/support/editing.h"
#include "tests/support/rules.h"
#include "tests/support/two_laptops.h"

#include <sqlite3.h>

#include <algorithm>

using namespace model;
using namespace std::chrono;

namespace {

constexpr const char* id_number = "430922199003071233";
constexpr const char* phone = "13873712345";

/// Every value of every table that holds one of the texts, as "table.column".
std::string places_of(Database& db, std::initializer_list<std::string> texts)
{
    std::string found;
    SQLite::Statement tables(db.handle(),
        "SELECT m.name, c.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c "
        "WHERE m.type = 'table' AND m.name <> 'search_index'");
    while (tables.executeStep()) {
        const auto table = tables.getColumn(0).getString();
        const auto column = tables.getColumn(1).getString();
        for (const auto& text : texts) {
            SQLite::Statement rows(db.handle(),
                "SELECT count(*) FROM \"" + table + "\" WHERE instr(CAST(\"" + column
                    + "\" AS BLOB), CAST(? AS BLOB)) > 0");
            rows.bind(1, text);
            rows.executeStep();
            if (rows.getColumn(0).getInt() > 0)
                found += table + '.' + column + ' ';
        }
    }
    return found;
}

/// Whether the bytes stand anywhere in the file's pages, also free ones and between cells.
bool is_in_pages(Database& db, std::string_view bytes)
{
    sqlite3_int64 size = 0;
    auto* pages = sqlite3_serialize(db.handle().getHandle(), "main", &size, 0);
    BOOST_REQUIRE(pages != nullptr);
    const std::string_view all(
        reinterpret_cast<const char*>(pages), static_cast<std::size_t>(size));
    const bool found = all.find(bytes) != std::string_view::npos;
    sqlite3_free(pages);
    return found;
}

/// Somebody who left five years ago, and somebody who is still there.
struct Left : tests::Editing {
    Left()
    {
        unit = made("unit", {{"name", "桃江县公安局"}});
        gone = made("person",
            {{"name", "张桂山"}, {"id_number", id_number}, {"phone", "13900000000"},
                {"address", "桃花江镇建设路18号"}});
        set(gone, {{"phone", phone}});
        made("posting",
            {{"person", gone.text()}, {"unit", unit.text()}, {"source", "sent"},
                {"from", "2017-01-01"}, {"to", "2020-12-31"}, {"end_reason", "轮换"},
                {"status", "left"}});
        here = made("person", {{"name", "文国强"}, {"phone", "13900000001"}});
        made("posting", {{"person", here.text()}, {"source", "sent"}, {"from", "2019-01-01"}});
    }

    std::vector<DueForMinimising> due(Date on)
    {
        return due_for_minimising(store, editor.permission(), on);
    }
    std::vector<DueForMinimising> due() { return due(store.today()); }

    Outcome clean_up() { return minimise(editor, std::array{gone}); }

    Hash128 sum_of_rows()
    {
        Hash128 sum;
        for (const auto* each : hall_catalog().all())
            for (const auto& id : store.ids({.def = each}))
                sum ^= store.rows().hash_of(store.find_any(id)->first);
        return sum;
    }

    Uuid unit;
    Uuid gone;
    Uuid here;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(minimise_test, Left)

BOOST_AUTO_TEST_CASE(who_left_longer_ago_than_is_kept_is_due_and_nobody_else)
{
    const auto found = due();
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].id == gone));
    BOOST_TEST(found[0].name == "张桂山");
    BOOST_TEST(found[0].unit == "桃江县公安局");
    BOOST_TEST((found[0].left == 2020y / December / 31));
    BOOST_TEST(!found[0].why_not);
    std::string fields;
    for (const auto* field : found[0].filled)
        fields += std::string(field->name) + ' ';
    BOOST_TEST(fields == "id_number phone address ");

    BOOST_TEST(due(2023y / December / 30).empty());
    BOOST_TEST(due(2023y / December / 31).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_posting_that_is_open_or_has_no_last_day_keeps_everything)
{
    const auto again =
        made("posting", {{"person", gone.text()}, {"source", "sent"}, {"from", "2025-11-01"}});
    BOOST_TEST(due().empty());
    BOOST_TEST(!clean_up().done);
    BOOST_TEST(text(gone, "phone") == phone);
    editor.remove(again);
    BOOST_TEST(due().size() == 1u);
}

BOOST_AUTO_TEST_CASE(files_kept_with_any_record_about_the_person_are_counted)
{
    Attachments files(editor);
    unsigned seed = 0;
    const auto attach = [&](const Uuid& record) {
        BOOST_TEST_REQUIRE(files.add(record, tests::photo_file(2000, ++seed)).done);
    };
    const auto counted = [&](const Uuid& person) {
        const auto found = due();
        const auto at = std::ranges::find(found, person, &DueForMinimising::id);
        return at == found.end() ? -1 : at->attachments;
    };
    attach(here);
    attach(unit);
    BOOST_TEST(counted(gone) == 0);
    attach(gone);
    BOOST_TEST(counted(gone) == 1);
    for (const auto* entity : {"posting", "leave", "certificate", "training", "posting_change"}) {
        const auto person = add("person", {{"name", entity}});
        const auto posting = add("posting", {{"person", person.text()}, {"to", "2020-12-31"}});
        BOOST_TEST(counted(person) == -1, entity); // nothing of him is kept
        const bool is_posting = entity == std::string_view("posting");
        attach(is_posting ? posting : add(entity, {{"person", person.text()}}));
        BOOST_TEST(counted(person) == 1, entity);
    }

    BOOST_TEST_REQUIRE(clean_up().done);
    BOOST_TEST(counted(gone) == -1);
    attach(gone);
    BOOST_TEST(counted(gone) == 1);
}

BOOST_AUTO_TEST_CASE(the_county_says_how_long_and_from_when)
{
    made("retention",
        {{"name", "离岗人员"}, {"subject", "left_staff"}, {"years", "5"}, {"months", "6"}});
    BOOST_TEST(due().empty());
    BOOST_TEST(due(2026y / June / 30).size() == 1u);
    made("retention",
        {{"name", "离岗人员"}, {"subject", "left_staff"}, {"years", "1"}, {"from", "2026-03-01"}});
    BOOST_TEST(due().empty());
    BOOST_TEST(due(2026y / March / 1).size() == 1u);
    BOOST_TEST(!create("retention", {{"name", "甲"}, {"subject", "left_staff"}}).done);
}

BOOST_AUTO_TEST_CASE(the_values_are_gone_from_every_table_and_the_log_is_still_sound)
{
    Drafts(store, clerk)
        .keep({.def = &def("person"),
            .record = gone,
            .entries = {{.field = def("person").find("phone"), .text = phone, .base = phone}}});
    while (index_changes(store))
        continue;
    BOOST_TEST(!places_of(db, {id_number, phone, "13900000000", "建设路"}).empty());

    BOOST_TEST(is_in_pages(db, phone));

    const auto outcome = clean_up();

    BOOST_TEST(outcome.done);
    for (const auto* bytes : {id_number, phone, "13900000000", "建设路"})
        BOOST_TEST(!is_in_pages(db, bytes), bytes);
    BOOST_TEST(places_of(db, {id_number, phone, "13900000000", "建设路"}) == "");
    BOOST_TEST(text(gone, "name") == "张桂山");
    BOOST_TEST(text(gone, "minimised") == "2026-01-01");
    BOOST_TEST(text(here, "phone") == "13900000001");
    BOOST_TEST(tests::findings(store) == "");
    BOOST_TEST(due().empty());
    const auto log = tests::whats(store);
    BOOST_TEST(log.find("records_left minimise") != std::string::npos, log);
    BOOST_TEST((digest() == sum_of_rows()));
}

BOOST_AUTO_TEST_CASE(nothing_of_it_can_be_taken_back)
{
    clean_up();
    const auto step = editor.undoable();
    BOOST_TEST((!step
        || step->label.id
            != std::string_view("Clean up the personal information of "
                                "{1} people")));
    while (editor.undoable()) {
        const auto before = editor.undoable()->command;
        editor.undo();
        if (editor.undoable() && editor.undoable()->command == before)
            break;
    }
    BOOST_TEST(places_of(db, {id_number, phone, "13900000000"}) == "");
}

BOOST_AUTO_TEST_CASE(the_day_is_not_filled_in_by_hand)
{
    BOOST_TEST(
        told(set(gone, {{"minimised", "2026-01-01"}}), "rights") == "refuse rights minimised");
    BOOST_TEST(told(create("person", {{"name", "甲"}, {"minimised", "2026-01-01"}}), "rights")
        == "refuse rights minimised");
    BOOST_TEST(editor.why_locked(gone, *def("person").find("minimised")).has_value());
}

BOOST_AUTO_TEST_CASE(a_copy_of_before_does_not_bring_it_back)
{
    const auto before = store.find_any(gone)->second;
    clean_up();
    const auto outcome = put_back(editor, std::array{before});
    BOOST_TEST(text(gone, "phone") == "");
    BOOST_TEST(!outcome.changed);
}

BOOST_AUTO_TEST_CASE(who_is_filled_in_again_is_due_again)
{
    clean_up();
    set(gone, {{"phone", phone}});
    const auto again = due();
    BOOST_REQUIRE(again.size() == 1u);
    BOOST_TEST((again[0].minimised == 2026y / January / 1));
    BOOST_TEST(clean_up().done);
    BOOST_TEST(places_of(db, {phone}) == "");
    BOOST_TEST(tests::findings(store) == "");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_CASE(who_is_due_is_reminded_of, tests::Rulebook)
{
    const auto person = add("person", {{"name", "张桂山"}, {"phone", phone}});
    BOOST_TEST(says("P12", person) == "");
    add("posting", {{"person", person.text()}, {"from", "2017-01-01"}, {"to", "2020-12-31"}});
    BOOST_TEST(says("P12", person) == "remind minimised");
    BOOST_TEST(sentence().find("2020-12-31") != std::string::npos, sentence());
    add("posting", {{"person", person.text()}, {"from", "2024-01-01"}});
    BOOST_TEST(says("P12", person) == "");
}

namespace {

struct LeftOfTwo : tests::TwoLaptops {
    LeftOfTwo()
    {
        shared = share();
        hall.change(shared.posting, "from", "2017-01-01");
        hall.change(shared.posting, "to", "2020-12-31");
        town.change(shared.person, "phone", phone);
        sync_all();
    }

    Outcome clean_up()
    {
        Editor editor(hall.store, hall.clerk);
        return minimise(editor, std::array{shared.person});
    }

    std::string places()
    {
        return places_of(hall.db, {phone, "10000000001"})
            + places_of(town.db, {phone, "10000000001"}) + places_of(db, {phone, "10000000001"});
    }

    bool agree()
    {
        const auto sum = Replica(hall.store).digest();
        return sum == Replica(town.store).digest();
    }

    Shared shared;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(minimise_sync_test, LeftOfTwo)

BOOST_AUTO_TEST_CASE(the_county_and_all_its_files_drop_the_values_when_they_hear_of_it)
{
    BOOST_TEST(!places().empty());
    BOOST_TEST(clean_up().done);
    sync_all();
    BOOST_TEST(places() == "");
    for (auto* file : {&hall.db, &town.db, &db})
        BOOST_TEST(!is_in_pages(*file, phone));
    for (auto* laptop : {&hall, &town}) {
        BOOST_TEST(laptop->text(shared.person, "minimised") == "2026-01-01");
        BOOST_TEST(laptop->text(shared.person, "name") == "单雪梅");
        BOOST_TEST(tests::findings(laptop->store) == "");
        BOOST_TEST(laptop->inbox().empty());
    }
    BOOST_TEST(tests::findings(store) == "");
    BOOST_TEST(agree());
}

BOOST_AUTO_TEST_CASE(an_edit_that_knew_nothing_of_it_waits_for_a_decision_whichever_came_first)
{
    for (const bool town_is_first : {false, true}) {
        BOOST_TEST_CONTEXT(town_is_first)
        {
            LeftOfTwo county;
            county.town.change(county.shared.person, "phone", "10000000009");
            BOOST_TEST(county.clean_up().done);
            if (town_is_first)
                county.town.sync();
            county.sync_all();

            for (auto* laptop : {&county.hall, &county.town}) {
                BOOST_TEST(laptop->text(county.shared.person, "phone") == "");
                BOOST_REQUIRE(laptop->inbox().size() == 1u);
                BOOST_TEST(is_empty(laptop->inbox().front().base));
            }
            BOOST_TEST(county.places() == "");
            BOOST_TEST(county.agree());

            // Whoever decides that it stays empty leaves nothing of it anywhere.
            const auto item = county.hall.inbox().front();
            Inbox(county.hall.store)
                .resolve(item.id, item.mine_stands ? Take::mine : Take::theirs, county.hall.clerk);
            county.sync_all();
            for (auto* laptop : {&county.hall, &county.town}) {
                BOOST_TEST(laptop->inbox().empty());
                BOOST_TEST(places_of(laptop->db, {"10000000009"}) == "");
                BOOST_TEST(tests::findings(laptop->store) == "");
            }
            BOOST_TEST(places_of(county.db, {"10000000009"}) == "");
            BOOST_TEST(county.agree());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_field_that_was_empty_is_not_filled_unknowingly_either)
{
    town.change(shared.person, "address", "修山镇");
    BOOST_TEST(clean_up().done);
    sync_all();
    BOOST_TEST(hall.text(shared.person, "address") == "");
    BOOST_TEST(hall.inbox().size() == 1u);
}

BOOST_AUTO_TEST_CASE(who_knows_of_it_may_enter_anew_and_the_person_is_due_again)
{
    clean_up();
    sync_all();
    town.change(shared.person, "phone", "10000000009");
    sync_all();
    BOOST_TEST(hall.text(shared.person, "phone") == "10000000009");
    BOOST_TEST(hall.inbox().empty());
    Editor editor(hall.store, hall.clerk);
    BOOST_TEST(
        due_for_minimising(hall.store, editor.permission(), hall.store.today()).size() == 1u);
    BOOST_TEST(clean_up().done);
    sync_all();
    BOOST_TEST(places_of(town.db, {"10000000009"}) + places_of(db, {"10000000009"}) == "");
    BOOST_TEST(agree());
}

BOOST_AUTO_TEST_CASE(an_open_conflict_of_before_ends_with_it)
{
    disagree(shared.person);
    BOOST_TEST(hall.inbox().size() == 1u);
    BOOST_TEST(clean_up().done);
    sync_all();
    BOOST_TEST(hall.inbox().empty());
    BOOST_TEST(town.inbox().empty());
    for (auto* file : {&hall.db, &town.db, &db})
        BOOST_TEST(places_of(*file, {"10000000003", "10000000004"}) == "");
}

BOOST_AUTO_TEST_CASE(an_edit_on_its_way_is_heard_first)
{
    hall.change(shared.person, "phone", "10000000007");
    Replica(hall.store).next_push();
    BOOST_TEST(!clean_up().done);
    sync_all();
    BOOST_TEST(clean_up().done);
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/board/verdicts.h"

#include "model/commands/store_lookup.h"
#include "tests/support/office.h"
#include "tests/support/print.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace model;

namespace {

std::string in_words(const Finding& finding)
{
    return std::string(level_name(finding.level)) + ' ' + std::string(finding.field) + ' '
        + std::string(finding.rule) + ' ' + english(finding.message)
        + (finding.due ? to_iso(*finding.due) : "");
}

/// "warn unit D03 …" of every record.
std::map<Rid, std::multiset<std::string>> all_of(const Verdicts& verdicts)
{
    std::map<Rid, std::multiset<std::string>> all;
    verdicts.each([&](Rid rid, const Finding& finding) { all[rid].insert(in_words(finding)); });
    return all;
}

struct Hall : tests::Office {
    Rid rid(const Uuid& id) { return static_cast<Rid>(store.rows().any_meta(id).value().rid); }

    std::set<Rid> rids(std::initializer_list<Uuid> ids)
    {
        std::set<Rid> all;
        for (const auto& id : ids)
            all.insert(rid(id));
        return all;
    }

    std::set<Rid> judged_again()
    {
        const auto done = verdicts.refresh(store);
        BOOST_TEST(done.is_done);
        BOOST_TEST(!done.is_whole);
        return {done.records.begin(), done.records.end()};
    }

    void remove(const Uuid& id)
    {
        Batch batch(store, {.label = {msgid("Delete {1}"), {"x"}}, .account = clerk});
        batch.remove(id);
        batch.commit();
    }

    void bring_back(const Uuid& id)
    {
        Batch batch(store, {.label = {msgid("Restore {1}"), {"x"}}, .account = clerk});
        batch.restore(id);
        batch.commit();
    }

    void purge(const Uuid& id)
    {
        Transaction transaction(db);
        const auto meta = store.rows().any_meta(id).value();
        store.rows().uncount(meta);
        store.rows().purge(meta);
        store.rows().flush_digest();
        transaction.commit();
    }

    Verdicts verdicts;
};

/// Edits whose values meet, so that rules find doubles, gaps and what goes on too long.
struct RandomEdits : Hall {
    std::size_t below(std::size_t limit) { return chance.below(static_cast<std::uint32_t>(limit)); }

    std::string of(std::initializer_list<const char*> texts)
    {
        return texts.begin()[below(texts.size())];
    }

    std::string any(std::string_view entity)
    {
        const auto& ids = made[std::string(entity)];
        return ids.empty() ? std::string() : ids[below(ids.size())].text();
    }

    std::string day()
    {
        return of({"", "2025-03-01", "2025-12-30", "2026-01-01", "2026-01-03", "2027-05-01"});
    }

    std::string value(const FieldDef& field)
    {
        if (field.type == Type::reference)
            return any(field.refers_to);
        if (field.type == Type::date)
            return day();
        if (field.type == Type::choice)
            return below(4) == 0 ? std::string()
                                 : std::string(field.choices[below(field.choices.size())].code);
        if (field.type == Type::month)
            return of({"", "2025-12", "2026-01"});
        if (field.type == Type::integer)
            return of({"1", "3", "30"});
        if (field.name == "roles")
            return of({"founder", "liaison", "auditor", "auditor,director"});
        return field.type == Type::text ? of({"甲", "乙", "丙", "430922198503120017"}) : "";
    }

    void make_one()
    {
        const auto& def = this->def(of({"place", "unit", "item", "person", "window", "posting",
            "posting", "window_item", "window_staff", "user", "retention", "leave", "leave",
            "attendance_day", "attendance_day", "roster", "roll_call", "case_count",
            "inspection_line", "agency_case", "complaint"}));
        auto record = Record::empty(def, new_id());
        for (const auto& field : def.fields)
            if (field.required || below(2) == 0)
                record[field.name] =
                    parse_value(field.type, value(field), field.scale).value_or(Value{});
        Batch batch(store, {.label = {msgid("Add {1}"), {"x"}}, .account = clerk});
        batch.create(record);
        batch.commit();
        made[std::string(def.name)].push_back(record.id);
        all.push_back(record.id);
    }

    void change_one()
    {
        const auto id = all[below(all.size())];
        const auto found = store.find_any(id);
        if (!found)
            return;
        const auto& fields = found->first.def->fields;
        const auto& field = fields[below(fields.size())];
        if (const auto now = parse_value(field.type, value(field), field.scale)) {
            const FieldEdit edit{&field, *now};
            Batch batch(store, {.label = {msgid("Edit {1}"), {"x"}}, .account = clerk});
            batch.set(id, {&edit, 1});
            batch.commit();
        }
    }

    void step()
    {
        const auto what = below(20);
        const auto id = all.empty() ? Uuid{} : all[below(all.size())];
        const auto meta = store.rows().any_meta(id);
        if (all.size() < 30 || what < 4)
            make_one();
        else if (what < 16 || !meta)
            change_one();
        else if (what == 16)
            purge(id);
        else
            meta->deleted ? bring_back(id) : remove(id);
    }

    /// What the rules say where each record is looked up in the file, one by one.
    std::map<Rid, std::multiset<std::string>> looked_up()
    {
        std::map<Rid, std::multiset<std::string>> found;
        StoreLookup lookup(store);
        for (const auto* def : store.catalog().all())
            each_live(store, *def, [&](Rid rid, const Record& record) {
                for (const auto& finding : check(record, lookup, store.today()))
                    found[rid].insert(in_words(finding));
                return true;
            });
        return found;
    }

    SeededRandom chance{1};
    std::map<std::string, std::vector<Uuid>> made;
    std::vector<Uuid> all;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(verdicts_test, Hall)

BOOST_AUTO_TEST_CASE(it_says_what_a_check_of_the_file_says)
{
    const auto hall = add("place", {{"name", "大厅"}, {"type", "hall"}});
    for (const auto* number : {"A1", "A1", "A2"})
        add("window", {{"number", number}, {"place", hall.text()}});
    add("person", {{"name", "张桂山"}});
    const auto done = verdicts.refresh(store);
    BOOST_TEST(done.is_whole);
    BOOST_TEST(verdicts.records() == 5u);
    std::map<Rid, std::size_t> counted;
    for (const auto& found : check_all(store))
        ++counted[rid(found.id)];
    std::map<Rid, std::size_t> stands;
    verdicts.each([&](Rid of, const Finding&) { ++stands[of]; });
    BOOST_TEST(!counted.empty());
    BOOST_TEST((stands == counted));
}

BOOST_AUTO_TEST_CASE(an_edit_of_a_unit_is_followed_by_exactly_the_postings_that_looked_at_it)
{
    const auto police = add("unit", {{"name", "县公安局"}});
    const auto tax = add("unit", {{"name", "县税务局"}});
    const auto person = add("person", {{"name", "张桂山"}, {"id_number", "430922198503120017"}});
    const auto other = add("person", {{"name", "李秀英"}});
    const auto one = add("posting", {{"person", person.text()}, {"unit", police.text()}});
    const auto two = add("posting", {{"person", other.text()}, {"unit", police.text()}});
    const auto his = add("person", {{"name", "王敏"}});
    const auto third = add("posting", {{"person", his.text()}, {"unit", tax.text()}});
    verdicts.refresh(store);

    change(police, "phone", "0737-8880001");
    BOOST_TEST((judged_again() == rids({police, one, two})));
    BOOST_TEST(judged_again().empty());

    change(third, "unit", police.text());
    BOOST_TEST((judged_again() == rids({third, his}))); // who is the other unit's from now on
    change(police, "phone", "0737-8880002");
    BOOST_TEST((judged_again() == rids({police, one, two, third})));
    change(tax, "phone", "0737-8880003"); // which third does not look at any more: learnt here
    BOOST_TEST((judged_again() == rids({tax, third})));
    change(tax, "phone", "0737-8880004");
    BOOST_TEST((judged_again() == rids({tax})));
}

BOOST_AUTO_TEST_CASE(who_looked_for_a_value_is_judged_again_when_it_comes_and_goes)
{
    const auto one = add("person", {{"name", "张桂山"}, {"id_number", "430922198503120017"}});
    verdicts.refresh(store);
    const auto two = add("person", {{"name", "张桂山"}, {"id_number", "430922198503120017"}});
    BOOST_TEST((judged_again() == rids({one, two})));
    const auto has_double = [&](const Uuid& id) {
        return std::ranges::count(verdicts.of(rid(id)), "P05", &Finding::rule) == 1;
    };
    BOOST_TEST(has_double(one));
    BOOST_TEST(has_double(two));
    change(two, "id_number", "430922198503120025");
    BOOST_TEST((judged_again() == rids({one, two})));
    BOOST_TEST(!has_double(one));
    purge(two);
    judged_again();
    BOOST_TEST(verdicts.records() == 1u);
    BOOST_TEST(verdicts.of(rid(one)).size() == check_all(store).size());
}

BOOST_AUTO_TEST_CASE(a_new_day_and_very_many_changes_are_judged_as_a_whole)
{
    const auto unit = add("unit", {{"name", "县公安局"}});
    verdicts.refresh(store);
    clock.advance(a_day);
    BOOST_TEST(verdicts.refresh(store).is_whole);
    BOOST_TEST(judged_again().empty());
    {
        Batch batch(store, {.label = {msgid("Add {1}"), {"x"}}, .account = clerk});
        for (int i = 0; i < 2000; ++i)
            batch.create(
                tests::make(def("unit"), new_id(), {{"name", "单位" + std::to_string(i)}}));
        batch.commit();
    }
    BOOST_TEST(verdicts.refresh(store).is_whole);
    BOOST_TEST(verdicts.records() == 2001u);
    change(unit, "phone", "0737-8880001");
    BOOST_TEST((judged_again() == rids({unit})));
    const auto other = store.rows().any_meta(add("unit", {{"name", "县税务局"}})).value();
    const auto first = store.rows().any_meta(unit).value();
    {
        Transaction transaction(db);
        const FieldEdit edit{def("unit").find("phone"), std::string("0737-8880002")};
        for (int i = 0; i < 30'000; ++i)
            store.rows().write(i % 2 == 0 ? first : other, {&edit, 1});
        transaction.commit();
    }
    BOOST_TEST(verdicts.refresh(store).is_whole); // more than the file remembers
    BOOST_TEST(db.handle().execAndGet("SELECT count(*) FROM touched").getInt() <= 25'000);
}

BOOST_AUTO_TEST_CASE(what_was_given_up_begins_anew)
{
    for (int i = 0; i < 600; ++i)
        add("unit", {{"name", "单位" + std::to_string(i)}});
    BOOST_TEST(!verdicts.refresh(store, [](std::size_t, std::size_t) { return false; }).is_done);
    std::size_t told = 0;
    const auto done = verdicts.refresh(store, [&](std::size_t, std::size_t all) {
        told = all;
        return true;
    });
    BOOST_TEST(done.is_whole);
    BOOST_TEST(told == 600u);
}

/// Each of them goes by the calendar, which is read for the first alone.
BOOST_FIXTURE_TEST_CASE(a_day_off_judges_again_what_counts_working_days, Hall)
{
    const auto overdue = [&](const Uuid& complaint) {
        const auto found = verdicts.of(rid(complaint));
        return std::ranges::any_of(found, [](const Finding* finding) {
            return finding->rule == "J22" && finding->level == Level::warn;
        });
    };
    const auto first = add("complaint", {{"received", "2025-12-22"}});
    const auto second = add("complaint", {{"received", "2025-12-22"}});
    const auto unit = add("unit", {{"name", "县公安局"}});
    BOOST_TEST(verdicts.refresh(store).is_whole);
    BOOST_TEST(overdue(first)); // it was due on the 31st of December, the day before
    BOOST_TEST(overdue(second));

    const auto day = add("calendar_day", {{"date", "2025-12-31"}, {"kind", "off"}});
    BOOST_TEST((judged_again() == rids({first, second, day})));
    BOOST_TEST(!overdue(first));
    BOOST_TEST(!overdue(second));
    remove(day);
    BOOST_TEST(!judged_again().contains(rid(unit)));
    BOOST_TEST(overdue(second));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(verdicts_after_random_edits_test, RandomEdits)

BOOST_DATA_TEST_CASE(it_is_as_if_all_had_been_judged, boost::unit_test::data::make({1, 2, 3}), seed)
{
    chance = SeededRandom(static_cast<std::uint64_t>(seed));
    BOOST_TEST_CONTEXT("seed " << seed)
    {
        for (int i = 0; i < 40; ++i)
            step();
        verdicts.refresh(store);
        for (int i = 0; i < 200; ++i) {
            for (auto steps = 1 + below(3); steps > 0; --steps)
                step();
            BOOST_REQUIRE(!verdicts.refresh(store).is_whole);
            Verdicts anew;
            anew.refresh(store);
            BOOST_REQUIRE((all_of(verdicts) == all_of(anew)));
            BOOST_REQUIRE(verdicts.records() == anew.records());
            if (i % 20 == 0)
                BOOST_REQUIRE((all_of(anew) == looked_up()));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

#include "model/store/audit_check.h"
#include "model/store/copy_aside.h"
#include "model/store/damage.h"
#include "model/store/file_copy.h"
#include "model/store/rescue.h"
#include "model/store/store_message.h"
#include "tests/support/files.h"
#include "tests/support/office.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

using namespace model;

namespace {

constexpr int page_size = 4096;

/// An office's file with something in its registers, and every table and index of it.
struct WithOffice {
    WithOffice()
    {
        {
            Database db(path, key, {.opening = Opening::fresh});
            RecordStore store(db, hall_catalog(), clock, random);
            store.set_self({.region = "430922", .office = "桃江县政务服务中心"});
            fill(store);
            for (const auto* def : hall_catalog().all())
                records[def] = store.select({.def = def});
        }
        Database db(path, key);
        // An empty table is like any other empty one, so some of them are enough.
        SQLite::Statement names(
            db.handle(), "SELECT name, sum(ncell) FROM dbstat GROUP BY name ORDER BY name");
        int empty = 0;
        while (names.executeStep()) {
            const auto name = names.getColumn(0).getString();
            if (names.getColumn(1).getInt() == 0 && ++empty % 6 != 0)
                continue;
            SQLite::Statement page(db.handle(),
                "SELECT pageno FROM dbstat WHERE name = ? ORDER BY pagetype = 'leaf', path");
            page.bind(1, name);
            std::vector<int> found;
            while (page.executeStep())
                found.push_back(page.getColumn(0).getInt());
            pages[name] = found[found.size() / 2];
        }
    }

    void fill(RecordStore& store)
    {
        const auto add = [&](std::string_view entity, auto fields) {
            const auto record =
                tests::make(hall_catalog().get(entity), Uuid::make(clock, random), fields);
            Batch batch(store, {.label = {msgid("Add {1}"), {record.title()}}, .account = clerk});
            batch.create(record);
            batch.commit();
            return record.id;
        };
        using Fields = std::initializer_list<std::pair<std::string_view, std::string>>;
        const auto hall = add("place", Fields{{"name", "桃江县政务服务中心"}, {"type", "hall"}});
        for (int i = 0; i < 25; ++i) {
            const auto n = std::to_string(i);
            const auto unit =
                add("unit", Fields{{"name", "单位" + n}, {"remark", std::string(300, 'x')}});
            person = add("person", Fields{{"name", "张" + n}, {"remark", std::string(300, 'y')}});
            add("posting", Fields{{"person", person.text()}, {"unit", unit.text()}});
            add("window", Fields{{"number", n}, {"place", hall.text()}});
            add("item",
                Fields{{"code", n}, {"name", "事项" + n}, {"basis", std::string(300, 'z')}});
        }
        const FieldEdit edit{hall_catalog().get("person").find("phone"), "10000000001"};
        Batch batch(store, {.label = {msgid("Edit {1}"), {"张"}}, .account = clerk});
        batch.set(person, {&edit, 1});
        batch.commit();
    }

    void flip(int page) const
    {
        auto bytes = whole;
        auto& byte = bytes[static_cast<std::size_t>(page - 1) * page_size + 2048];
        byte = static_cast<char>(byte ^ 0x10);
        tests::write_file(path, bytes);
        std::filesystem::remove(path_of(path + "-wal"));
        std::filesystem::remove(path_of(path + "-shm"));
    }

    /// Whether the work says that the file is damaged; any other trouble is a mistake.
    template <class Work>
    bool tells(Work work)
    {
        try {
            work();
            return false;
        } catch (const StoreError& error) {
            BOOST_TEST((error.message() == damaged_message(path)), describe(error));
            return true;
        }
    }

    /// Lists give everything there was, or say that they cannot.
    bool list()
    {
        bool told = false;
        const auto look = [&](RecordStore& store, const EntityDef* def) {
            const auto& all = records[def];
            BOOST_TEST_REQUIRE((store.select({.def = def}) == all), def->name);
            BOOST_TEST_REQUIRE(store.count({.def = def}) == std::ssize(all));
        };
        std::vector<const EntityDef*> empty;
        for (const auto& [def, all] : records) {
            if (all.empty()) {
                empty.push_back(def);
                continue;
            }
            told |= tells([&, def = def] {
                Database db(path, key);
                RecordStore store(db, hall_catalog(), clock, random);
                look(store, def);
            });
        }
        return told | tells([&] {
            Database db(path, key);
            RecordStore store(db, hall_catalog(), clock, random);
            for (const auto* def : empty)
                look(store, def);
        });
    }

    /// What is saved stays saved, or is not taken.
    bool save()
    {
        const auto id = Uuid::make(clock, random);
        const auto record = tests::make(hall_catalog().get("unit"), id, {{"name", "新单位"}});
        if (tells([&] {
                Database db(path, key);
                RecordStore store(db, hall_catalog(), clock, random);
                Batch batch(store, {.label = {msgid("Add {1}"), {"x"}}, .account = clerk});
                batch.create(record);
                const FieldEdit edit{hall_catalog().get("person").find("phone"), "2"};
                batch.set(person, {&edit, 1});
                batch.commit();
            }))
            return true;
        return tells([&] {
            Database db(path, key);
            RecordStore store(db, hall_catalog(), clock, random);
            BOOST_TEST_REQUIRE((store.find(hall_catalog().get("unit"), id) == record));
        });
    }

    /// What can be read is told by number, and of the rest at least that there is one.
    void expect_honest_count()
    {
        for (const auto& found : readable(path, key, hall_catalog())) {
            const auto all = std::ssize(records[found.def]);
            BOOST_TEST_REQUIRE(found.records <= all);
            BOOST_TEST_REQUIRE((found.records == all || !found.whole), found.def->name);
            BOOST_TEST_REQUIRE(found.unreadable <= all - found.records);
            read += found.records;
            there += all;
        }
    }

    /// What is rescued is as it was, each record of a register whole; the file is sound, and what
    /// can be told of the lost ones is told.
    void expect_rescued(const std::string& name)
    {
        const auto to = folder.file("rescued.hall");
        std::filesystem::remove(path_of(to));
        const auto before = tests::bytes_of(path);
        Rescued rescued;
        try {
            rescued = rescue(path, key, to, hall_catalog(), clock, random);
        } catch (const StoreError&) {
            BOOST_TEST(name == "sqlite_schema"); // of which everything hangs
            BOOST_TEST(!std::filesystem::exists(path_of(to)));
            return;
        }
        BOOST_TEST_REQUIRE((tests::bytes_of(path) == before));
        BOOST_TEST_REQUIRE(damage(to, key).empty());
        Database db(to, key);
        RecordStore store(db, hall_catalog(), clock, random);
        std::int64_t kept = 0;
        for (const auto& [def, all] : records)
            for (const auto& record : store.select({.def = def})) {
                BOOST_TEST_REQUIRE((std::ranges::find(all, record) != all.end()));
                ++kept;
            }
        BOOST_TEST(kept == rescued.records);
        BOOST_TEST(rescued.records + std::ssize(rescued.lost) >= readable_now());
        const auto whole = [](Scope, const Uuid&) { return true; };
        auto sum = Hash128{};
        for (const auto& part : store.rows().sums_of_hashes(whole))
            sum ^= part;
        BOOST_TEST((store.rows().digest(whole) == sum));
        BOOST_TEST(
            (check_audit(store).is_sound() || rescued.history_lost || name.starts_with("audit")
                || name == "meta" || name.starts_with("history") || name == "command"));
        BOOST_TEST(!note_findings(store, check_audit(store)));
        BOOST_TEST(check_audit(store).is_from_rescue());
        told_lost += std::ssize(rescued.lost);
        if (!rescued.is_all())
            losing.insert(name);
        saved += kept;
        const auto id = Uuid::make(clock, random);
        Batch batch(store, {.label = {msgid("Add {1}"), {"x"}}, .account = clerk});
        batch.create(tests::make(hall_catalog().get("unit"), id, {{"name", "新单位"}}));
        batch.commit();
        BOOST_TEST(store.history(id).size() == 1U); // and nobody else's
    }

    std::int64_t readable_now() const
    {
        std::int64_t all = 0;
        for (const auto& found : readable(path, key, hall_catalog()))
            all += found.records;
        return all;
    }

    tests::TempFolder folder;
    SystemRandom random;
    ManualClock clock{tests::new_year_2026};
    Account clerk{Uuid::named("account", "clerk"), "李文员"};
    DataKey key = DataKey::make(random);
    std::string path = folder.file("hall.hall");
    Uuid person;
    std::map<const EntityDef*, std::vector<Record>> records;
    std::map<std::string, int> pages;
    std::string whole;
    std::int64_t read = 0;
    std::int64_t there = 0;
    std::int64_t saved = 0;
    std::int64_t told_lost = 0;
    std::set<std::string> losing; ///< tables and indexes whose damage costs something
};

/// Damage in the list of tables itself, where the newest copy is older than the file.
struct WithList : WithOffice {
    WithList()
    {
        {
            Database db(path, key);
            copy_state(db.handle(), {.to = copy, .key = key});
            SQLite::Statement list(
                db.handle(), "SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'");
            while (list.executeStep())
                list_pages.push_back(list.getColumn(0).getInt());
            RecordStore store(db, hall_catalog(), clock, random);
            for (int i = 0; i < 30; ++i) // more than the pages the file had
                younger = add(store, "后来的单位" + std::to_string(i));
        }
        whole = tests::bytes_of(path);
    }

    Uuid add(RecordStore& store, const std::string& name)
    {
        const auto id = Uuid::make(clock, random);
        Batch batch(store, {.label = {msgid("Add {1}"), {name}}, .account = clerk});
        batch.create(tests::make(
            hall_catalog().get("unit"), id, {{"name", name}, {"remark", std::string(600, 'x')}}));
        batch.commit();
        return id;
    }

    Rescued rescued(const std::string& like)
    {
        std::filesystem::remove(to);
        return rescue(path, key, to, hall_catalog(), clock, random, {}, like);
    }

    void expect_nothing(const std::string& like)
    {
        const auto before = tests::bytes_of(path);
        BOOST_CHECK_THROW(rescued(like), StoreError);
        for (const auto* ending : {"", ".lent", ".lent-wal", ".unfinished"})
            BOOST_TEST(!std::filesystem::exists(to + ending));
        BOOST_TEST((tests::bytes_of(path) == before));
    }

    std::string copy = folder.file("copy.hall");
    std::string to = folder.file("rescued.hall");
    std::vector<int> list_pages;
    Uuid younger;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(damaged_tables_test, WithOffice)

BOOST_AUTO_TEST_CASE(a_damaged_page_in_any_table_or_index_is_told_and_the_rest_is_given)
{
    whole = tests::bytes_of(path);
    int told_at_work = 0;
    for (const auto& [name, page] : pages)
        BOOST_TEST_CONTEXT(name << ", page " << page)
        {
            flip(page);
            const auto found = damage(path, key);
            BOOST_TEST_REQUIRE(found.size() == 1U);
            BOOST_TEST(found[0].args[0] == std::to_string(page));
            expect_honest_count();
            expect_rescued(name);
            bool told = list();
            told |= tells([&] {
                Database db(path, key);
                std::filesystem::remove(path_of(copy_aside(db)));
            });
            told |= save();
            told_at_work += told ? 1 : 0;
        }
    std::cout << "a damaged page in each of " << pages.size()
              << " tables and indexes: " << told_at_work << " told at work, " << read << " of "
              << there << " records still read, " << saved << " rescued, " << told_lost
              << " told lost\n";
    for (const auto& name : losing)
        std::cout << "  " << name << '\n';
    BOOST_TEST(pages.size() > 40U);
    BOOST_TEST(told_at_work > std::ssize(pages) / 2); // the others hold nothing that was asked for
    BOOST_TEST(read > there / 2);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(damaged_list_test, WithList)

BOOST_AUTO_TEST_CASE(with_the_list_of_the_newest_copy_all_that_came_after_it_is_saved_too)
{
    BOOST_TEST(list_pages.size() > 3U);
    for (const int page : list_pages)
        BOOST_TEST_CONTEXT("page " << page)
        {
            flip(page);
            expect_nothing({});
            const auto found = rescued(copy);
            BOOST_TEST(found.is_all());
            BOOST_TEST(damage(to, key).empty());
            Database db(to, key);
            RecordStore store(db, hall_catalog(), clock, random);
            for (const auto& [def, all] : records)
                for (const auto& record : all)
                    BOOST_TEST_REQUIRE((store.find(*def, record.id) == record));
            BOOST_TEST(store.find_any(younger).has_value());
            BOOST_TEST(check_audit(store).is_from_rescue());
        }
}

BOOST_AUTO_TEST_CASE(other_pages_may_be_damaged_as_well)
{
    flip(list_pages.back());
    whole = tests::bytes_of(path);
    flip(pages.at("unit"));
    const auto found = rescued(copy);
    BOOST_TEST(!found.lost.empty());
    BOOST_TEST(found.records > 100);
}

BOOST_AUTO_TEST_CASE(what_lies_in_the_log_of_a_program_that_died_is_saved_too)
{
    const auto dead = folder.file("dead.hall");
    Uuid in_log;
    {
        Database db(path, key);
        RecordStore store(db, hall_catalog(), clock, random);
        in_log = add(store, "日志里的单位");
        for (const auto* ending : {"", "-wal"})
            std::filesystem::copy_file(path + ending, dead + ending);
    }
    path = dead;
    auto bytes = tests::bytes_of(dead);
    for (const int page : list_pages)
        bytes[static_cast<std::size_t>(page - 1) * page_size + 2048] ^= 0x10;
    tests::write_file(dead, bytes);
    rescued(copy);
    Database db(to, key);
    RecordStore store(db, hall_catalog(), clock, random);
    BOOST_TEST(store.find_any(in_log).has_value());
}

BOOST_AUTO_TEST_CASE(the_list_of_another_file_or_of_another_arrangement_is_not_taken)
{
    flip(list_pages.front());
    expect_nothing(folder.file("not there.hall"));

    const auto other = folder.file("other.hall");
    const auto other_key = DataKey::make(random);
    Database(other, other_key, {.opening = Opening::fresh});
    expect_nothing(other);

    const auto same_key = folder.file("same key.hall");
    {
        Database db(same_key, key, {.opening = Opening::fresh});
        RecordStore(db, hall_catalog(), clock, random).set_self({.region = "430923"});
    }
    expect_nothing(same_key);

    Database(copy, key).handle().exec("VACUUM"); // tables begin elsewhere
    expect_nothing(copy);
}

BOOST_AUTO_TEST_SUITE_END()

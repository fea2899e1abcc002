#include "model/access/restored.h"

#include "model/access/audit_log.h"
#include "model/commands/permission.h"
#include "model/store/audit_check.h"
#include "model/store/batch.h"
#include "tests/support/file_on_disk.h"
#include "tests/support/files.h"

#include <boost/test/unit_test.hpp>

#include <vector>

using namespace model;

namespace {

/// A file and its copy, after which one account was locked and one made that opens the file, too.
struct WithAccounts : tests::FileOnDisk {
    WithAccounts()
    {
        {
            Database db(path, key, {.opening = Opening::fresh});
            RecordStore(db, hall_catalog(), clock, random).set_self(office());
        }
        set_passphrase("the first one");
        with_file([&](RecordStore& store) {
            write(store, [&](Batch& batch) {
                batch.create(user(clerk.id, clerk.name, "founder"));
                batch.create(user(li, "李四", "business"));
            });
        });
    }

    /// What came after it, too.
    void make_copy()
    {
        with_file([&](RecordStore& store) {
            copy = make_backup(tools, store.db().handle(), path, key, folder.file("副本.hall"),
                BackupReason::asked);
            const FieldEdit lock{def.find("state"), "locked"};
            write(store, [&](Batch& batch) {
                batch.set(li, {&lock, 1});
                batch.create(user(wang, "王五", "business"));
            });
        });
        auto keys = KeyFile::load(files, path);
        keys.add_slot(
            {wang, "王五"}, "the second one", key, random, {.passes = 1, .memory = 1U << 16U});
        keys.save(files, path);
    }

    template <class Work>
    void with_file(const Work& work)
    {
        Database db(path, key);
        RecordStore store(db, hall_catalog(), clock, random);
        work(store);
    }

    template <class Work>
    void write(RecordStore& store, const Work& work)
    {
        Batch batch(store, {.label = {msgid("Add {1}"), {"x"}}, .account = clerk});
        work(batch);
        batch.commit();
    }

    Record user(const Uuid& id, const std::string& name, const std::string& roles)
    {
        return tests::make(def, id, {{"name", name}, {"roles", roles}, {"state", "active"}});
    }

    void damage_table(const std::string& table)
    {
        std::vector<std::size_t> pages;
        with_file([&](RecordStore& store) {
            SQLite::Statement page(store.db().handle(), "SELECT pageno FROM dbstat WHERE name = ?");
            page.bind(1, table);
            while (page.executeStep())
                pages.push_back(static_cast<std::size_t>(page.getColumn(0).getInt()));
        });
        BOOST_REQUIRE(!pages.empty());
        constexpr std::size_t page_size = 4096;
        auto bytes = tests::bytes_of(path);
        for (const auto page : pages) {
            auto& byte = bytes.at((page - 1) * page_size + page_size / 2);
            byte = static_cast<char>(byte ^ 1);
        }
        tests::write_file(path, bytes);
    }

    std::vector<std::string> restore()
    {
        const auto done = restore_file(tools, copy, key, path, KeysAfter::as_now);
        std::vector<std::string> news;
        for (const auto& message : settle_restored(tools, random, key, path, done, copy, clerk))
            news.push_back(english(message));
        return news;
    }

    /// Empty for an account that is not there.
    std::string state_of(const Uuid& account)
    {
        std::string state;
        with_file([&](RecordStore& store) {
            if (const auto found = store.find(def, account))
                state = to_text((*found)["state"]);
        });
        return state;
    }

    std::string noted()
    {
        std::string sentence;
        with_file([&](RecordStore& store) {
            BOOST_TEST(check_audit(store).is_sound());
            const auto entries = audit_entries(store, {.what = audited::file_restored});
            BOOST_REQUIRE(entries.size() == 1u);
            sentence = sentence_of(entries[0], [](const char* id) { return std::string(id); });
        });
        return sentence;
    }

    const EntityDef& def = hall_catalog().get("user");
    Uuid li = Uuid::named("account", "li");
    Uuid wang = Uuid::named("account", "wang");
    Backup copy;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(restored_test, WithAccounts)

BOOST_AUTO_TEST_CASE(the_accounts_of_a_damaged_file_stay_where_they_can_still_be_read)
{
    make_copy();
    damage_table("meta");

    BOOST_TEST(restore().empty());

    BOOST_TEST(state_of(li) == "locked");
    BOOST_TEST(state_of(wang) == "active");
    BOOST_TEST(noted().ends_with("is damaged"), noted());
}

BOOST_AUTO_TEST_CASE(who_opens_the_file_but_cannot_be_read_stays_locked_and_without_duties)
{
    make_copy();
    damage_table("user");

    const auto news = restore();

    BOOST_REQUIRE(news.size() == 2u);
    BOOST_TEST(news[0].starts_with("Not all accounts could be read"), news[0]);
    BOOST_TEST(news[1].starts_with("The copy does not know 王五: kept, but locked"), news[1]);
    BOOST_TEST(state_of(clerk.id) == "active");
    BOOST_TEST(state_of(li) == "active"); // as the copy has it, which is told
    BOOST_TEST(state_of(wang) == "locked");
    with_file([&](RecordStore& store) {
        BOOST_TEST(is_empty((*store.find(def, wang))["roles"]));
        BOOST_TEST(!Permission(store, wang).may_sign_in());
        BOOST_TEST(Permission(store, clerk.id).may(Action::accounts));
    });
    KeyFile::load(files, path).unlock("王五", "the second one");
}

BOOST_AUTO_TEST_CASE(in_a_county_nothing_is_made_up_that_the_next_sync_would_spread)
{
    with_file([](RecordStore& store) { store.rows().set_number("device", 7); });
    make_copy();
    damage_table("user");

    const auto news = restore();

    BOOST_REQUIRE(news.size() == 1u);
    BOOST_TEST(news[0].ends_with("sync now, before anybody else signs in"), news[0]);
    BOOST_TEST(state_of(wang).empty());
}

BOOST_AUTO_TEST_CASE(a_sound_file_leaves_nothing_to_tell)
{
    make_copy();

    BOOST_TEST(restore().empty());

    BOOST_TEST(state_of(li) == "locked");
    BOOST_TEST(noted().find("its log goes to entry") != std::string::npos, noted());
}

BOOST_AUTO_TEST_SUITE_END()

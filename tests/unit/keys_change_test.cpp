#include "model/access/credentials.h"
#include "tests/support/file_on_disk.h"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <future>

using namespace model;

namespace {

/// A data file with its key file, opened anew by each who changes the keys.
struct WithKeys : tests::FileOnDisk {
    WithKeys()
    {
        const Database db(path, key, {.opening = Opening::fresh});
        set_passphrase("the first one");
    }

    struct Opened {
        explicit Opened(WithKeys& on)
            : db(on.path, on.key)
            , store(db, hall_catalog(), clock, random)
        {
        }

        ManualClock clock{tests::new_year_2026};
        SystemRandom random;
        Database db;
        RecordStore store;
    };

    void add(KeysChange& change, const std::string& name)
    {
        SystemRandom own;
        change.keys.add_slot({Uuid::named("account", name), name}, "a good passphrase", key, own,
            {.passes = 1, .memory = 1U << 16U});
    }

    std::string names()
    {
        std::string all;
        for (const auto& account : KeyFile::load(files, path).accounts())
            all += account.name + ' ';
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(keys_change_test, WithKeys)

BOOST_AUTO_TEST_CASE(who_changes_the_keys_waits_for_another_and_builds_on_what_he_wrote)
{
    Opened here(*this);
    std::promise<void> begins;
    std::future<void> other;
    {
        KeysChange first(here.store, files, path);
        other = std::async(std::launch::async, [&] {
            Opened there(*this);
            SystemFiles on_disk;
            begins.set_value();
            KeysChange second(there.store, on_disk, path);
            add(second, "乙");
            second.commit();
        });
        begins.get_future().wait();
        constexpr std::chrono::milliseconds enough_to_read_the_keys{200};
        BOOST_TEST((other.wait_for(enough_to_read_the_keys) == std::future_status::timeout));
        add(first, "甲");
        first.commit();
    }
    other.get();

    BOOST_TEST(names() == "李文员 甲 乙 ");
}

BOOST_AUTO_TEST_CASE(a_change_that_is_given_up_leaves_the_keys)
{
    Opened here(*this);
    {
        KeysChange change(here.store, files, path);
        add(change, "甲");
    }
    BOOST_TEST(names() == "李文员 ");
}

BOOST_AUTO_TEST_SUITE_END()

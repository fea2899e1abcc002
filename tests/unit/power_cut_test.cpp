#include "tests/support/numbered_units.h"
#include "tests/support/sim_vfs.h"

#include <boost/test/unit_test.hpp>

#include <iostream>

using namespace model;

namespace {

constexpr const char* path = "/hall.db";

/// Saves steps, and before every call that would change the disk looks at what a power cut at that
/// moment leaves of them.
struct Saving {
    tests::SimVfs vfs;
    tests::SimVfs second{"sim2"};
    SeededRandom cuts{20261123};
    DataKey key;
    int images = 0;
    int lost = 0;
    int broken = 0;
    int begun = 0; ///< images with the step that was under way
    int saved = 0;

    void look()
    {
        ++images;
        second.insert(vfs.disk().after_power_cut(cuts));
        try {
            Database db(path, key, {Opening::existing, second.name()});
            const int found = tests::NumberedUnits(db).count();
            broken += found < 0 || found > saved + 1 ? 1 : 0;
            lost += found >= 0 && found < saved ? 1 : 0;
            begun += found == saved + 1 ? 1 : 0;
        } catch (const std::exception&) { // it must not pass through SQLite
            ++broken;
        }
    }

    void run(int steps, const char* setting)
    {
        Database(path, key, {Opening::fresh, vfs.name()});
        while (saved < steps) {
            // Closing the file every 50 steps empties the log, too.
            Database db(path, key, {Opening::existing, vfs.name()});
            db.handle().exec(setting);
            vfs.before_change([this] { look(); });
            tests::NumberedUnits units(db);
            for (int i = 0; i < 50; ++i) {
                units.save(saved + 1);
                ++saved;
            }
            vfs.before_change({});
        }
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(power_cut_test, Saving)

BOOST_AUTO_TEST_CASE(a_saved_step_survives_a_power_cut_whole_and_no_step_is_there_in_part)
{
    run(200, "PRAGMA wal_autocheckpoint = 50");

    std::cout << "power cuts of saves: " << images << " disks, " << begun
              << " with the step under way\n";
    BOOST_TEST(images > 1000);
    BOOST_TEST(begun > 0);
    BOOST_TEST(lost == 0);
    BOOST_TEST(broken == 0);
}

BOOST_AUTO_TEST_CASE(the_same_notices_when_saves_are_not_synced)
{
    run(50, "PRAGMA synchronous = NORMAL");
    BOOST_TEST(lost > 0);
}

BOOST_AUTO_TEST_SUITE_END()

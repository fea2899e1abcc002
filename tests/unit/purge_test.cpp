#include "model/custody/purge.h"

#include "model/access/backup_plan.h"
#include "model/access/key_file.h"
#include "tests/support/county.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

using namespace model;
namespace json = boost::json;

namespace {

struct WithCounty {
    tests::CountyServer county;
    tests::Laptop laptop{county, Role::agency, "430922", "430922", 2};
    tests::Laptop other{county, Role::agency, "430922", "430922", 3};

    std::uint32_t number() { return laptop.store.self().device; }

    /// The code of what comes out of a sync: the problem's, "ordered" or "not genuine".
    static std::string outcome(tests::Laptop& of)
    {
        try {
            of.sync();
        } catch (const PurgeOrdered&) {
            return "ordered";
        } catch (const Problem& problem) {
            return problem.code;
        } catch (const SyncError&) {
            return "not genuine";
        }
        return "synced";
    }

    /// The order of the next answer, changed.
    void falsify(const std::function<void(json::object&)>& change)
    {
        county.after = [change](HttpResponse& response) {
            auto problem = json::parse(response.body).as_object();
            if (problem.contains("order"))
                change(problem["order"].as_object());
            response.body = json::serialize(problem);
        };
    }
};

/// A data file with keys, a copy of it and what is kept aside, on a disk.
struct WithFile {
    WithFile()
    {
        Database db(path, key, {.opening = Opening::fresh});
        keys.add_slot({Uuid::make(clock, random), "李文员"}, "一个好口令", key, random,
            {.passes = 1, .memory = 1U << 16U});
        keys.save(files, path);
        const auto made =
            back_up({files, clock}, db.handle(), path, key, BackupReason::asked, Wanted::always);
        BOOST_REQUIRE(made.made.size() == 1);
        copy = made.made[0].path;
        for (const auto* name :
            {"hall.before-restore-1.hall", "hall.before-restore-1.hall.keys", "hall.hall.tries"})
            files.write(folder.file(name), "encrypted");
        files.write(folder.file("名册.xlsx"), "of somebody");
        files.write(folder.file("other.hall"), "another data file");
    }

    std::vector<std::string> left()
    {
        auto names = files.list(folder.file(""));
        for (const auto& name : files.list(folder.file("备份")))
            names.push_back(name);
        return names;
    }

    tests::TempFolder folder;
    SystemFiles files;
    SystemClock clock;
    SystemRandom random;
    std::string path = folder.file("hall.hall");
    DataKey key = DataKey::make(random);
    KeyFile keys;
    std::string copy;
};

/// A disk that fails at its n-th step, as when power is cut there.
class CutFiles : public SystemFiles {
public:
    explicit CutFiles(int after) : steps_(after) {}

    void write(const std::string& path, std::string_view bytes, Readers readers) override
    {
        step();
        SystemFiles::write(path, bytes, readers);
    }
    bool remove(const std::string& path) override
    {
        step();
        return SystemFiles::remove(path);
    }
    bool destroy(const std::string& path) override
    {
        step();
        return SystemFiles::destroy(path);
    }

private:
    void step()
    {
        if (steps_-- == 0)
            throw Error({msgid("The disk is full, {1} was not written: make room and try again"),
                {"file"}});
    }

    int steps_;
};

const std::vector<std::string> not_ours{"other.hall", "名册.xlsx"};

} // namespace

BOOST_AUTO_TEST_SUITE(purge_test)

BOOST_FIXTURE_TEST_CASE(a_lost_device_is_ordered_to_purge_and_no_other, WithCounty)
{
    county.hub.set_contact("信息股 0737-8880000");
    county.hub.report_lost(number(), {.reason = "落在班车上"});
    BOOST_TEST(county.hub.device(number())->revoked);
    try {
        laptop.sync();
        BOOST_FAIL("no order");
    } catch (const PurgeOrdered& order) {
        BOOST_TEST(order.order.contact == "信息股 0737-8880000");
        BOOST_TEST(order.order.device == number());
        BOOST_CHECK_THROW(county.hub.note_purged(number(), "0"), Problem);
        BOOST_CHECK_THROW(county.hub.note_purged(other.store.self().device, order.proof), Problem);
        county.hub.note_purged(number(), order.proof);
    }
    const auto known = county.hub.device(number()).value();
    BOOST_TEST((known.state() == DeviceState::purged));
    BOOST_TEST(known.reason == "落在班车上");
    BOOST_TEST(outcome(laptop) == "ordered"); // a copy that turns up later is purged too
    BOOST_TEST(outcome(other) == "synced");
    BOOST_CHECK_THROW(county.hub.withdraw_loss(number()), Error);
}

BOOST_FIXTURE_TEST_CASE(nothing_a_lost_device_sends_is_taken, WithCounty)
{
    laptop.sync();
    const auto id = laptop.add("unit", {{"name", "桃江县民政局"}});
    county.hub.report_lost(number());
    BOOST_TEST(outcome(laptop) == "ordered");
    BOOST_TEST(!county.store.find_any(id).has_value());
    BOOST_TEST(laptop.store.unsent() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_loss_that_is_withdrawn_leaves_the_device_as_it_was, WithCounty)
{
    county.hub.report_lost(number());
    county.hub.withdraw_loss(number());
    BOOST_TEST(outcome(laptop) == "synced");
    BOOST_CHECK_THROW(county.hub.withdraw_loss(number()), Error);
    county.hub.revoke(number());
    BOOST_TEST(outcome(laptop) == "revoked");
    county.hub.report_lost(number());
    county.hub.withdraw_loss(number());
    BOOST_TEST(outcome(laptop) == "revoked");
}

BOOST_FIXTURE_TEST_CASE(a_purge_under_way_is_noted_though_the_loss_was_withdrawn, WithCounty)
{
    county.hub.report_lost(number());
    std::string proof;
    try {
        laptop.sync();
    } catch (const PurgeOrdered& order) {
        proof = order.proof;
    }
    county.hub.withdraw_loss(number());
    county.hub.note_purged(number(), proof);
    BOOST_TEST((county.hub.device(number())->state() == DeviceState::purged));
}

BOOST_FIXTURE_TEST_CASE(an_order_that_is_not_the_countys_is_not_obeyed, WithCounty)
{
    county.hub.report_lost(number());
    json::object kept;
    county.after = [&](HttpResponse& response) {
        kept = json::parse(response.body).as_object().at("order").as_object();
    };
    BOOST_TEST(outcome(laptop) == "ordered");

    // One of before, though it was genuine then.
    falsify([&](json::object& order) { order = kept; });
    BOOST_TEST(outcome(laptop) == "not genuine");
    falsify([&](json::object& order) { order["contact"] = "骗子 123"; });
    BOOST_TEST(outcome(laptop) == "not genuine");
    falsify([&](json::object& order) { order["seal"] = ""; });
    BOOST_TEST(outcome(laptop) == "not genuine");
    falsify([&](json::object& order) { order = {}; });
    BOOST_TEST(outcome(laptop) == "not genuine");
    falsify([&](json::object& order) { order["device"] = other.store.self().device; });
    BOOST_TEST(outcome(laptop) == "not genuine");

    // Another device's order, brought to this one.
    county.hub.withdraw_loss(number());
    county.after = [&](HttpResponse& response) {
        response = problem(county.clock.now(), 403, "purge", {msgid("x")});
        response.body.pop_back();
        response.body += ",\"order\":" + json::serialize(kept) + '}';
    };
    BOOST_TEST(outcome(other) == "not genuine");

    // Whoever answers has not shown the pinned key.
    county.after = {};
    county.hub.report_lost(number());
    county.pinned = false;
    BOOST_TEST(outcome(laptop) == "not genuine");
}

BOOST_FIXTURE_TEST_CASE(all_of_the_file_and_nothing_else_is_destroyed, WithFile)
{
    tests::Office office;
    {
        Database db(path, key);
        RecordStore store(db, hall_catalog(), clock, random);
        begin_purge(files, store, key, PurgeOrdered({.device = 3}, "", {msgid("x")}));
    }
    // Whoever takes the disk out at this moment reads nothing any more.
    BOOST_TEST(!files.exists(path + ".keys"));
    BOOST_TEST(!files.exists(copy + ".keys"));
    BOOST_TEST(files.exists(path));
    const auto said = finish_purge(files, path);
    BOOST_TEST(said.args.size() == 1);
    BOOST_TEST(left() == not_ours, boost::test_tools::per_element());
    BOOST_TEST(!purge_under_way(files, path));
}

BOOST_AUTO_TEST_CASE(a_purge_that_was_cut_anywhere_goes_on_at_the_next_start)
{
    for (int cut = 0;; ++cut) {
        WithFile office;
        CutFiles disk(cut);
        bool was_cut = false;
        try {
            {
                Database db(office.path, office.key);
                RecordStore store(db, hall_catalog(), office.clock, office.random);
                begin_purge(disk, store, office.key, PurgeOrdered({.device = 3}, "", {msgid("x")}));
            }
            finish_purge(disk, office.path);
        } catch (const Error&) {
            was_cut = true;
        }
        const bool has_begun = cut > 0;
        BOOST_TEST_REQUIRE(
            purge_under_way(office.files, office.path).has_value() == (was_cut && has_begun));
        if (!has_begun)
            continue; // not even the note was written: the county orders it again
        if (was_cut)
            finish_purge(office.files, office.path);
        BOOST_TEST_REQUIRE(office.left() == not_ours, boost::test_tools::per_element());
        if (!was_cut)
            return;
    }
}

BOOST_FIXTURE_TEST_CASE(a_note_that_somebody_wrote_destroys_no_other_files, WithFile)
{
    json::object note{{"server", ""}, {"proof", ""},
        {"files", {folder.file("名册.xlsx"), folder.file("备份/x.docx"), path}}};
    files.write(purge_note_path(path), json::serialize(note));
    finish_purge(files, path);
    BOOST_TEST(files.exists(folder.file("名册.xlsx")));
    BOOST_TEST(!files.exists(path));
    // What cannot be read goes on with the file itself.
    files.write(path, "again");
    files.write(purge_note_path(path), "{");
    finish_purge(files, path);
    BOOST_TEST(!files.exists(path));
    BOOST_TEST(!files.exists(path + ".keys"));
}

BOOST_FIXTURE_TEST_CASE(what_is_destroyed_is_overwritten_before_it_is_removed, WithFile)
{
    const auto second = folder.file("second-name");
    std::filesystem::create_hard_link(path_of(path), path_of(second));
    const auto size = files.read(second)->size();
    BOOST_TEST(size > 0);
    BOOST_TEST(files.destroy(path));
    BOOST_TEST(!files.destroy(path));
    const auto bytes = files.read(second).value();
    BOOST_TEST(bytes.size() == size);
    BOOST_TEST(bytes.find_first_not_of('\0') == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

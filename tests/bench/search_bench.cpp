// How long a key typed into the search over everything takes with a hundred thousand persons in an
// encrypted file, what the index costs, and what noting changes adds to writing.
#include "model/base/text.h"
#include "model/entities/catalog.h"
#include "model/exchange/demo_people.h"
#include "model/store/batch.h"
#include "model/store/search.h"
#include "model/store/search_index.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>

using namespace model;

namespace {

constexpr std::size_t many = 100'000;
constexpr std::int64_t shown = 8;

template <class Work>
double milliseconds(Work work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

void fill(RecordStore& store)
{
    const auto& def = store.catalog().get("person");
    Batch batch(store, {.label = {msgid("Add {1}"), {"persons"}}, .account = {}});
    for (const auto& person : demo_people(1, many)) {
        auto record = Record::empty(def, Uuid::make(store.clock(), store.random()));
        record["name"] = person.name;
        record["id_number"] = person.id_number;
        record["phone"] = person.phone;
        record["badge"] = std::to_string(batch.touched().size());
        batch.create(record);
    }
    batch.commit();
}

/// Types the text one key after the other and tells of the slowest key.
void type(RecordStore& store, const std::u32string& text)
{
    double slowest = 0;
    std::size_t hits = 0;
    for (std::size_t length = 1; length <= text.size(); ++length) {
        const auto typed = to_utf8(text.substr(0, length));
        slowest =
            std::max(slowest, milliseconds([&] { hits = search(store, typed, shown).size(); }));
    }
    std::cout << to_utf8(text) << ": slowest key " << slowest << " ms (" << hits << " hits)\n";
}

} // namespace

int main(int argc, char** argv)
{
    const std::string path = argc > 1 ? argv[1] : "search_bench.hall";
    SystemClock clock;
    SystemRandom random;
    std::filesystem::remove(path);
    const auto key = DataKey::make(random);
    {
        Database db(path, key, {.opening = Opening::fresh});
        RecordStore store(db, hall_catalog(), clock, random);
        store.set_self({.region = "430922", .office = "bench", .org = {Role::agency, "430922"}});
        std::cout << "written: " << milliseconds([&] { fill(store); }) << " ms\n";
        const auto before = std::filesystem::file_size(path);
        double longest = 0;
        std::cout << "indexed: " << milliseconds([&] {
            for (bool more = true; more;)
                longest = std::max(longest, milliseconds([&] { more = index_changes(store); }));
        }) << " ms, the longest transaction "
                  << longest << " ms\n";
        db.handle().exec("PRAGMA wal_checkpoint(TRUNCATE)");
        std::cout << "file: " << before / 1024 << " KiB, with index "
                  << std::filesystem::file_size(path) / 1024 << " KiB\n";
    }
    Database db(path, key);
    RecordStore store(db, hall_catalog(), clock, random);
    for (int i = 0; i < 2; ++i)
        for (const auto* text :
            {U"张", U"张伟", U"李文 13", U"zhangwei", U"zhang wei", U"zw", U"lxm", U"zhuoguangming",
                U"ouyang", U"zzzzz", U"99999", U"0000", U"1", U"xq", U"张lx"})
            type(store, text);
}

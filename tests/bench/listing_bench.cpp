// How long a list of a hundred thousand persons takes to be read, filtered and sorted.
#include "model/entities/catalog.h"
#include "model/exchange/demo_people.h"
#include "model/listing/listing.h"
#include "model/store/batch.h"

#include <chrono>
#include <filesystem>
#include <iostream>

using namespace model;

namespace {

constexpr std::size_t many = 100'000;

template <class Work>
void timed(const char* what, Work work)
{
    const auto start = std::chrono::steady_clock::now();
    const auto result = work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    std::cout << what << ": " << took.count() << " ms (" << result << ")\n";
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
        record["sex"] = std::string(choices_of<Sex>[static_cast<std::size_t>(person.sex)].code);
        record["political_status"] = std::string(
            choices_of<PoliticalStatus>[static_cast<std::size_t>(person.political_status)].code);
        batch.create(record);
    }
    batch.commit();
}

} // namespace

int main(int argc, char** argv)
{
    const std::string path = argc > 1 ? argv[1] : "listing_bench.hall";
    SystemClock clock;
    SystemRandom random;
    std::filesystem::remove(path);
    const auto key = DataKey::make(random);
    Database db(path, key, {.opening = Opening::fresh});
    RecordStore store(db, hall_catalog(), clock, random);
    store.set_self({.region = "430922", .office = "bench", .org = {Role::agency, "430922"}});
    fill(store);

    const auto& def = store.catalog().get("person");
    std::vector<const FieldDef*> shown;
    for (const auto& field : def.fields)
        if (field.width > 0)
            shown.push_back(&field);
    Listing all(def, [](const char* id) { return std::string(id); });
    timed("read", [&] {
        all.read(store, shown);
        return all.size();
    });
    const auto* name = def.find("name");
    const auto typed = [&](const char* what, const ListingQuery& query) {
        timed(what, [&] { return all.select(query).size(); });
    };
    typed("all", {});
    typed("sort by name", {.order = {{name}}});
    typed("sort by sex, name", {.order = {{def.find("sex")}, {name}}});
    for (int i = 0; i < 2; ++i) {
        typed("one column, first character", {.cells = {{name, "张"}}, .order = {{name}}});
        typed("one column, second", {.cells = {{name, "张三"}}, .order = {{name}}});
        typed("anywhere, one character", {.anywhere = "张", .searched = shown, .order = {{name}}});
        typed("anywhere, one digit", {.anywhere = "1", .searched = shown, .order = {{name}}});
        typed("anywhere, two words", {.anywhere = "张 139", .searched = shown, .order = {{name}}});
        typed("one column, compared", {.cells = {{def.find("id_number"), ">99"}}});
    }
}

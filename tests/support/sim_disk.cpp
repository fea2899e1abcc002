#include "tests/support/sim_disk.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace tests {

namespace {

constexpr std::size_t sector = 512;

void put(std::string& image, std::int64_t offset, std::string_view bytes)
{
    const auto at = static_cast<std::size_t>(offset);
    if (image.size() < at + bytes.size())
        image.resize(at + bytes.size());
    std::ranges::copy(bytes, image.begin() + offset);
}

void play(std::string& image, const SimFile::Change& change)
{
    if (change.truncates)
        image.resize(static_cast<std::size_t>(change.offset));
    else
        put(image, change.offset, change.bytes);
}

void tear(std::string& image, const SimFile::Change& change, model::SeededRandom& random)
{
    const std::string_view bytes = change.bytes;
    for (std::size_t at = 0; at < bytes.size();) {
        // Sectors lie on the disk, not in the change.
        const auto position = static_cast<std::size_t>(change.offset) + at;
        const auto length = std::min(sector - position % sector, bytes.size() - at);
        if (random.below(2) == 0)
            put(image, static_cast<std::int64_t>(position), bytes.substr(at, length));
        at += length;
    }
}

} // namespace

void SimFile::write(std::int64_t offset, std::string bytes)
{
    unsynced.push_back({offset, std::move(bytes)});
    play(now, unsynced.back());
}

void SimFile::truncate(std::int64_t size)
{
    unsynced.push_back({size, {}, true});
    play(now, unsynced.back());
}

void SimFile::sync()
{
    for (const auto& change : unsynced)
        play(synced, change);
    unsynced.clear();
}

std::string SimFile::torn(model::SeededRandom& random, unsigned keep) const
{
    std::string image = synced;
    for (const auto& change : unsynced) {
        if (random.below(256) < keep)
            play(image, change);
        else if (!change.truncates && random.below(2) == 0)
            tear(image, change, random);
    }
    return image;
}

SimDisk SimDisk::copy() const
{
    SimDisk other;
    for (const auto& [name, file] : names) {
        auto& one = other.names[name] = std::make_shared<SimFile>();
        one->now = one->synced = file->now;
    }
    other.sync_names();
    return other;
}

SimDisk SimDisk::after_power_cut(model::SeededRandom& random) const
{
    // From "nothing arrived" to "nearly everything arrived", so that all kinds occur.
    constexpr std::array<unsigned, 5> moods{0, 40, 128, 230, 256};
    const auto keep = moods[random.below(moods.size())];

    std::set<std::string> known;
    for (const auto* map : {&names, &durable_names})
        for (const auto& [name, file] : *map)
            known.insert(name);

    SimDisk found;
    for (const auto& name : known) {
        const auto& map = random.below(2) == 0 ? names : durable_names;
        const auto at = map.find(name);
        if (at == map.end())
            continue;
        auto file = std::make_shared<SimFile>();
        file->now = file->synced = at->second->torn(random, keep);
        found.names[name] = std::move(file);
    }
    found.sync_names();
    return found;
}

} // namespace tests

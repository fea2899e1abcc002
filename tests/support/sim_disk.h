#pragma once

#include "model/base/random.h"
#include "tests/support/sim_sharing.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tests {

/// A file of a simulated disk: what is surely on the disk, and in order what was only handed over.
struct SimFile {
    struct Change {
        std::int64_t offset; ///< of the bytes; of a truncation the new size
        std::string bytes;
        bool truncates = false;
    };

    std::string now; ///< what a program reads
    std::string synced;
    std::vector<Change> unsynced;
    SimSharing sharing;

    void write(std::int64_t offset, std::string bytes);
    void truncate(std::int64_t size);
    void sync();

    /// What may be on the disk after a power cut: each change kept, dropped or, by sectors of 512
    /// bytes, torn. `keep` of 256 are kept whole.
    std::string torn(model::SeededRandom& random, unsigned keep) const;
};

/// The files by name; a name too is only surely there once its folder was synced.
struct SimDisk {
    using Names = std::map<std::string, std::shared_ptr<SimFile>>;

    Names names;
    Names durable_names;

    void sync_names() { durable_names = names; }

    /// The same files once more; nothing is shared, and all of it is on the disk.
    SimDisk copy() const;

    /// A disk as it may be found when power comes back. Nothing is shared with this one.
    SimDisk after_power_cut(model::SeededRandom& random) const;
};

} // namespace tests

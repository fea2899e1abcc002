#pragma once

#include <array>
#include <memory>
#include <vector>

namespace tests {

/// Who shares a simulated file: SQLite's file locks, and the shared memory of a log with its locks.
/// Nothing of it outlives a power cut. The functions return SQLite's result codes.
class SimSharing {
public:
    /// What one who has the file open holds of it.
    struct Holder {
        int level = 0; ///< SQLITE_LOCK_…
        bool maps = false;
        unsigned shared = 0; ///< bits of the locks held in shared memory
        unsigned exclusive = 0;
    };

    int lock(Holder& holder, int level);
    void unlock(Holder& holder, int level);
    bool is_reserved() const { return reserved_ != nullptr; }

    int lock_memory(Holder& holder, int offset, int count, int flags);

    /// The region, made if `extend`; null if it is not there.
    void* map(Holder& holder, int index, int size, bool extend);
    void unmap(Holder& holder);

private:
    static constexpr int slots = 8; // SQLite's number of locks in a log's shared memory

    bool refuses(const Holder& holder, int slot, int flags) const;

    std::vector<std::unique_ptr<std::vector<char>>> regions_;
    std::array<int, slots> shared_{};
    std::array<bool, slots> exclusive_{};
    int mapped_ = 0;
    int readers_ = 0;
    const Holder* reserved_ = nullptr;
    const Holder* pending_ = nullptr;
};

} // namespace tests

#pragma once

#include "tests/support/sim_disk.h"

#include <functional>
#include <memory>
#include <string>

namespace tests {

enum class Lasting { once, from_then_on };

/// A file system for SQLite, kept in memory, that can fail and lose power. Open a Database on it
/// with `{.vfs = vfs.name()}`; the encrypting layer is put over it by itself. For one thread.
class SimVfs {
public:
    explicit SimVfs(std::string name = "sim");
    ~SimVfs(); ///< every database on it must be closed

    SimVfs(const SimVfs&) = delete;
    SimVfs& operator=(const SimVfs&) = delete;

    const std::string& name() const;
    const SimDisk& disk() const;

    /// For what writes files beside SQLite; counts as a changing call and gives its error.
    int change();
    SimDisk& disk_to_change();

    /// Puts another disk in. Whatever is still open on the one before gets I/O errors from now on,
    /// as if its program had died.
    void insert(SimDisk disk);

    /// Cuts the power: the disk becomes what is found afterwards.
    void crash(model::SeededRandom& random) { insert(disk().after_power_cut(random)); }

    /// The changing calls so far: write, truncate, sync, delete.
    int changes() const;

    /// Lets the n-th changing call from now (1 is the next) give that SQLite error instead.
    void fail_at(int n, int code, Lasting lasting = Lasting::once);
    void fail_no_more();

    /// All calls that a disk may refuse so far: besides the changing ones open, read, size, access
    /// and every lock that is asked for.
    int calls() const;

    /// Lets the n-th of them from now give the I/O error of its kind.
    void break_at(int n, Lasting lasting = Lasting::once);

    /// What the first call was called that failed so: "read", "sync" …; empty for none.
    const std::string& broken() const;

    /// Lets every read of files whose name ends so give an I/O error, until told otherwise.
    void fail_reads_of(std::string ending);
    void read_again() { fail_reads_of({}); }

    /// Called before each changing call; it must not throw, for it is called through SQLite.
    void before_change(std::function<void()> hook);

    /// A disk that says "synced" and does nothing: to see that a test would notice.
    void lie_about_syncs();

    struct State;

private:
    std::unique_ptr<State> state_;
};

} // namespace tests

#pragma once

#include "model/base/random.h"
#include "model/store/database.h"
#include "tests/support/sim_vfs.h"

#include <memory>
#include <optional>

namespace tests {

/// A computer with one data file, whose program may die at any moment and whose file may be copied.
class Machine {
public:
    virtual ~Machine() = default;

    virtual model::Database& db() = 0;

    /// Lets the program die some way into what it does next; `reach` is how far at most, from 0 to
    /// 255 of what the kind of machine can do.
    virtual void let_die_within(model::SeededRandom& random, unsigned reach) = 0;
    virtual bool is_dead() const = 0;

    /// Nothing befalls it any more; if it was dying, it was only one step that failed.
    virtual void let_live() = 0;

    /// Starts again on the file as the end of the program left it. Nothing may hold the database.
    virtual void restart(model::SeededRandom& random) = 0;

    /// The file as it is now, and putting such a file in the place of this one.
    struct Copy {
        std::shared_ptr<SQLite::Database> memory;
        SimDisk disk;
    };
    virtual Copy copy() = 0;
    virtual void put(const Copy& copy) = 0;
};

/// SQLite in memory: fast. The program dies between two steps of SQLite's machine, and what was not
/// committed is gone.
std::unique_ptr<Machine> machine_in_memory();

/// An encrypted file on a simulated disk: the power goes at some call to the file system, and what
/// was not synced is kept, lost or torn.
std::unique_ptr<Machine> machine_with_disk(model::SeededRandom& random);

} // namespace tests

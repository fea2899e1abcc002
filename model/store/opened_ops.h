#pragma once

#include "model/store/hlc.h"
#include "model/store/rows.h"

#include <span>
#include <string>
#include <vector>

namespace model {

/// The ops that create the records of one step, and the stamps of their versions. A long import
/// writes them by the dozen, for they differ in little, and nothing asks for them in between.
class OpenedOps {
public:
    /// What is the same in all ops of a step.
    struct Shared {
        Uuid group;
        std::int64_t account = 0;
        Instant at = 0;
        std::string document; ///< of an entry on behalf of the owner; mostly empty
    };

    OpenedOps(Rows& rows, Shared shared);

    void create(std::int64_t rid, Version version, Hlc hlc);

    /// Whoever is going to read ops or stamps, or commits, says so first.
    void flush();

private:
    struct Created {
        std::int64_t rid = 0;
        Version version;
        Hlc hlc = 0;
    };

    void insert(std::span<const Created> some);

    Rows& rows_;
    Shared shared_;
    std::vector<Created> waiting_;
};

} // namespace model

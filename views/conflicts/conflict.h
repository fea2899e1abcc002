#pragma once

#include "model/sync/inbox.h"

#include <functional>
#include <vector>

namespace views {

/// Where the entries come from that wait for a person, and where decisions go.
struct Conflicts {
    std::function<std::vector<model::InboxItem>()> open = [] {
        return std::vector<model::InboxItem>{};
    };

    /// Settles a conflict by one of its three values, or puts a notice away. Throws Error.
    std::function<void(const model::InboxItem&, model::Take)> take = {};

    /// Settles a conflict by a value of its own. Throws Error.
    std::function<void(const model::InboxItem&, const model::Value&)> enter = {};
};

} // namespace views

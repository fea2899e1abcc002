#pragma once

#include "model/sync/replica.h"
#include "model/sync/transport.h"

#include <boost/json/object.hpp>

namespace model {

/// The signed calls of one device to its county server.
class Calls {
public:
    Calls(RecordStore& store, Transport& transport, Replica::Membership membership);

    /// What the server answers. Throws the Problem it answers instead; SyncError where no answer
    /// comes; PurgeOrdered where the county orders that this device's data be destroyed, which is
    /// believed over a pinned connection alone, with the seal of both, for this device and for this
    /// very request, and is a SyncError otherwise.
    boost::json::object call(const std::string& path, const std::string& body);

    /// What other calls to this server learnt of its clock is known here, too.
    void go_on_from(const Calls& others) { offset_ = others.offset_; }

private:
    [[noreturn]] void expect_order(const HttpRequest& request, const HttpResponse& response);

    RecordStore& store_;
    Transport& transport_;
    Replica::Membership membership_;
    std::int64_t offset_ = 0; ///< server's clock minus ours
};

/// Throws the problem document of an answer as a SyncError; the Problem nested in it has the code.
[[noreturn]] void throw_problem(const HttpResponse& response);

} // namespace model

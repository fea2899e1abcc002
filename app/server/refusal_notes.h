#pragma once

#include "model/store/audit.h"
#include "model/sync/transport.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace app {

/// Which refused requests the audit log tells of: of one reason, device and address the first
/// within a quarter of an hour, with how many went before it unsaid. Of devices that signed it is a
/// hundred in that time, and of whoever did not another hundred, ten from one address, so that
/// nobody fills the log from outside or leaves no room in it for what devices do. Any thread may
/// ask.
class RefusalNotes {
public:
    static constexpr model::Instant window = 15 * 60'000;
    static constexpr std::size_t most = 100; ///< within the window
    static constexpr std::size_t most_of_address = 10;

    /// The entry, if it is time for one. Clocks that are wrong are no matter for the log.
    std::optional<model::AuditEvent> due(
        model::Instant now, const model::HttpRequest& request, const model::HttpResponse& refused);

private:
    struct Noted {
        model::Instant at = 0;
        std::int64_t unsaid = 0;
        bool is_signed = false;
        std::string client;
    };

    bool has_room(bool is_signed, const std::string& client) const;

    std::mutex mutex_;
    std::map<std::string, Noted> noted_;
};

} // namespace app

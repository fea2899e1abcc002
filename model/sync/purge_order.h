#pragma once

#include "model/base/error.h"
#include "model/sync/messages.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <string>

namespace model {

/// What the county orders a device that was reported lost: to destroy its copy of the data. It
/// comes instead of an answer, in a problem document of the code "purge", and cannot be forged: it
/// is sealed with the secret that the device and its county alone know, and names the device and
/// the very request it answers, so that none of before or of another device will do.
struct PurgeOrder {
    std::uint32_t device = 0;
    std::string request; ///< nonce of the request it answers
    std::string nonce;   ///< drawn when the device was reported lost; the confirmation names it
    std::string contact; ///< whom the person at the screen is to call
    std::string seal;

    /// With the seal that the secret makes.
    PurgeOrder sealed(const std::string& secret) const;

    /// Whether the seal is the one this secret makes; in constant time.
    bool is_sealed_with(const std::string& secret) const;
};

constexpr const char* purge_code = "purge";

/// {"device", "request", "nonce", "contact", "seal"}
std::string to_json(const PurgeOrder& order);

/// The order in a problem document; an empty one, which no seal fits, where there is none.
PurgeOrder read_purge_order(const boost::json::object& problem);

/// By what the county knows that it is the device which says that it obeyed. Good for this alone,
/// so that it may lie on the disk of a device which has no secret any more.
std::string proof_of_purge(
    std::uint32_t device, const std::string& nonce, const std::string& secret);

/// On the county's side: the answer to a device that was reported lost.
class PurgeDemanded : public Problem {
public:
    PurgeDemanded(PurgeOrder asked, Message message)
        : Problem(403, purge_code, std::move(message))
        , order(std::move(asked))
    {
    }

    PurgeOrder order;
};

/// On the device's side: the county has ordered it, and the order was found genuine.
class PurgeOrdered : public SyncError {
public:
    PurgeOrdered(PurgeOrder given, std::string confirmation, Message message)
        : SyncError(std::move(message))
        , order(std::move(given))
        , proof(std::move(confirmation))
    {
    }

    PurgeOrder order;
    std::string proof; ///< see proof_of_purge()
};

} // namespace model

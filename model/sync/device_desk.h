#pragma once

#include "model/sync/hub.h"

#include <boost/json/object.hpp>

#include <string>

namespace model {

/// What can be done to a device from a desk. Their names go over the wire.
enum class DeviceChange { revoke, report_lost, withdraw_loss };

std::string_view change_name(DeviceChange change);
std::optional<DeviceChange> parse_change(std::string_view name);

/// The county's devices, managed from a computer of the hall office by an account that may: the
/// county's side. Both calls throw Problem 403 for another office's computer and for an account
/// that may not manage computers, that is locked, or that the county does not know though it knows
/// accounts.
class DeviceDesk {
public:
    explicit DeviceDesk(Hub& hub) : hub_(hub) {}

    /// The JSON of POST /v1/devices.
    std::string list(const Device& caller, const boost::json::object& body);

    /// The JSON of POST /v1/device: the device as it is then. Throws Problem 409 with the reason
    /// where that cannot be, also for the computer that asks.
    std::string change(const Device& caller, const boost::json::object& body);

private:
    Account expect_may(const Device& caller, const boost::json::object& body);

    Hub& hub_;
};

} // namespace model

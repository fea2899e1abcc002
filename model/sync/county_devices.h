#pragma once

#include "model/sync/device_desk.h"
#include "model/sync/transport.h"

#include <string>
#include <vector>

namespace model {

/// A device of the county as it is told to a desk.
struct CountyDevice {
    std::uint32_t number = 0;
    std::string name;
    Role role = Role::unit;
    std::string region; ///< shortest form
    std::string joined_by;
    Instant enrolled_at = 0;
    Instant last_contact = 0; ///< 0: never
    DeviceState state = DeviceState::in_use;
    Instant state_at = 0; ///< 0 while in use
    std::string reason;
};

/// "430922101" for "430922101000".
std::string shortest_region(std::string code);

/// What people call a division: the place that the file keeps for it, or the county itself; else
/// its code.
std::string place_name(RecordStore& store, const std::string& region);

const char* office_label(Role role); ///< msgid: "Hall office of the county"

/// All devices of the county, asked of its server as `who`. Throws SyncError where the server is
/// away, Problem with its reason where it refuses, Error where the file has joined no county.
std::vector<CountyDevice> county_devices(
    RecordStore& store, Transport& transport, const Account& who);

/// Does something to one of them, and notes it in this file's audit log too; gives it as it is
/// then. Throws as county_devices() does.
CountyDevice change_device(RecordStore& store, Transport& transport, const Account& who,
    std::uint32_t number, DeviceChange change, const std::string& reason);

/// The same over the network.
std::vector<CountyDevice> county_devices(RecordStore& store, const Account& who);
CountyDevice change_device(RecordStore& store, const Account& who, std::uint32_t number,
    DeviceChange change, const std::string& reason);

} // namespace model

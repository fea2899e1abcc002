#pragma once

#include "model/sync/county_devices.h"

#include <functional>
#include <string>
#include <vector>

namespace views {

/// What the windows ask of the county's computers. Both take long, open the file for themselves on
/// a background thread, and throw as model::county_devices() does. None: there is no such page.
struct DeviceLink {
    std::function<std::vector<model::CountyDevice>()> list = {};
    std::function<model::CountyDevice(
        std::uint32_t number, model::DeviceChange change, const std::string& reason)>
        change = {};
};

} // namespace views

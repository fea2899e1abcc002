#pragma once

#include "model/base/random.h"

#include <array>
#include <cstdint>

namespace model {

/// The random key that encrypts one data file. Whoever holds it reads everything, so it lives only
/// in memory, wrapped in the key file and in the recovery key; its bytes are wiped when it goes.
struct DataKey {
    std::array<std::uint8_t, 32> bytes{};

    DataKey() = default;
    DataKey(const DataKey&) = default;
    DataKey& operator=(const DataKey&) = default;
    ~DataKey();

    static DataKey make(Random& random);

    bool operator==(const DataKey&) const = default;
};

} // namespace model

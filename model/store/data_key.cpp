#include "model/store/data_key.h"

#include <sodium.h>

namespace model {

DataKey::~DataKey()
{
    sodium_memzero(bytes.data(), bytes.size());
}

DataKey DataKey::make(Random& random)
{
    DataKey key;
    random.fill(key.bytes);
    return key;
}

} // namespace model

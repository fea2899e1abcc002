#include "tests/support/sim_sharing.h"

#include <sqlite3.h>

#include <algorithm>

namespace tests {

int SimSharing::lock(Holder& holder, int level)
{
    const auto taken = [&](const Holder* by) { return by != nullptr && by != &holder; };
    if (holder.level == SQLITE_LOCK_NONE) {
        if (taken(pending_))
            return SQLITE_BUSY;
        ++readers_;
        holder.level = SQLITE_LOCK_SHARED;
    }
    if (level >= SQLITE_LOCK_RESERVED) {
        if (taken(reserved_))
            return SQLITE_BUSY;
        reserved_ = &holder;
        holder.level = std::max(holder.level, SQLITE_LOCK_RESERVED);
    }
    if (level == SQLITE_LOCK_EXCLUSIVE) {
        if (taken(pending_))
            return SQLITE_BUSY;
        pending_ = &holder;
        holder.level = SQLITE_LOCK_PENDING;
        if (readers_ > 1)
            return SQLITE_BUSY;
        holder.level = SQLITE_LOCK_EXCLUSIVE;
    }
    return SQLITE_OK;
}

void SimSharing::unlock(Holder& holder, int level)
{
    if (level < SQLITE_LOCK_RESERVED) {
        if (reserved_ == &holder)
            reserved_ = nullptr;
        if (pending_ == &holder)
            pending_ = nullptr;
    }
    if (level == SQLITE_LOCK_NONE && holder.level > SQLITE_LOCK_NONE)
        --readers_;
    holder.level = std::min(holder.level, level);
}

bool SimSharing::refuses(const Holder& holder, int slot, int flags) const
{
    if ((flags & SQLITE_SHM_LOCK) == 0)
        return false;
    const unsigned bit = 1U << static_cast<unsigned>(slot);
    const bool others_read = shared_[slot] > ((holder.shared & bit) != 0 ? 1 : 0);
    const bool others_write = exclusive_[slot] && (holder.exclusive & bit) == 0;
    return others_write || ((flags & SQLITE_SHM_EXCLUSIVE) != 0 && others_read);
}

int SimSharing::lock_memory(Holder& holder, int offset, int count, int flags)
{
    for (int slot = offset; slot < offset + count; ++slot)
        if (refuses(holder, slot, flags))
            return SQLITE_BUSY;
    const bool take = (flags & SQLITE_SHM_LOCK) != 0;
    for (int slot = offset; slot < offset + count; ++slot) {
        const unsigned bit = 1U << static_cast<unsigned>(slot);
        if ((flags & SQLITE_SHM_EXCLUSIVE) != 0) {
            exclusive_[slot] = take;
            holder.exclusive = take ? holder.exclusive | bit : holder.exclusive & ~bit;
        } else if (((holder.shared & bit) != 0) != take) {
            shared_[slot] += take ? 1 : -1;
            holder.shared ^= bit;
        }
    }
    return SQLITE_OK;
}

void* SimSharing::map(Holder& holder, int index, int size, bool extend)
{
    if (!holder.maps) {
        holder.maps = true;
        ++mapped_;
    }
    const auto wanted = static_cast<std::size_t>(index);
    while (extend && regions_.size() <= wanted)
        regions_.push_back(std::make_unique<std::vector<char>>(static_cast<std::size_t>(size)));
    return wanted < regions_.size() ? regions_[wanted]->data() : nullptr;
}

void SimSharing::unmap(Holder& holder)
{
    if (holder.maps && --mapped_ == 0)
        regions_.clear();
    holder.maps = false;
}

} // namespace tests

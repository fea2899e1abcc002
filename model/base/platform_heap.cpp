#include "model/base/platform_heap.h"

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace model {

void share_heaps()
{
#if defined(M_ARENA_MAX) && defined(M_MMAP_THRESHOLD)
    constexpr int heaps = 2;
    constexpr int large = 128 * 1024;
    mallopt(M_ARENA_MAX, heaps);
    mallopt(M_MMAP_THRESHOLD, large);
#endif
}

} // namespace model

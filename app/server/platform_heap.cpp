#include "app/server/platform_heap.h"

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace app {

void share_heaps()
{
#ifdef M_ARENA_MAX
    constexpr int heaps = 2;
    mallopt(M_ARENA_MAX, heaps);
#endif
}

} // namespace app

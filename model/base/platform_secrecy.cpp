#include "model/base/platform_secrecy.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <sys/resource.h>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace model {

void keep_memory_private()
{
#ifdef _WIN32
    // No report of the crash, in which the memory would lie.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#else
    const rlimit nothing{0, 0};
    setrlimit(RLIMIT_CORE, &nothing);
#endif
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) // which looks at itself from outside
    // A program that collects crashes gets nothing either, whatever its limit.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace model

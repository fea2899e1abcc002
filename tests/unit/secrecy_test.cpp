#ifdef __linux__

#include "model/base/platform_secrecy.h"

#include <boost/test/unit_test.hpp>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

BOOST_AUTO_TEST_SUITE(secrecy_test)

BOOST_AUTO_TEST_CASE(a_crash_leaves_nothing_of_the_memory)
{
    const auto child = fork();
    BOOST_REQUIRE(child >= 0);
    if (child == 0) {
        model::keep_memory_private();
        rlimit core{1, 1};
        getrlimit(RLIMIT_CORE, &core);
#ifdef __SANITIZE_ADDRESS__
        const bool is_dumpable = false;
#else
        const bool is_dumpable = prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0;
#endif
        _exit(core.rlim_cur == 0 && core.rlim_max == 0 && !is_dumpable ? 0 : 1);
    }
    int ended = -1;
    waitpid(child, &ended, 0);
    BOOST_TEST((WIFEXITED(ended) && WEXITSTATUS(ended) == 0));
}

BOOST_AUTO_TEST_SUITE_END()

#endif

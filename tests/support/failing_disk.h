#pragma once

#include "model/base/error.h"
#include "tests/support/sim_vfs.h"

#include <boost/test/unit_test.hpp>
#include <sqlite3.h>

#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <string>

namespace tests {

/// How a disk fails.
struct Fault {
    const char* name;
    int code; ///< of changing calls; 0: the I/O error of each call's kind, of all calls
    Lasting lasting;
};

inline constexpr Fault faults[] = {
    {"full", SQLITE_FULL, Lasting::from_then_on},
    {"I/O error", 0, Lasting::once},
    {"I/O errors from then on", 0, Lasting::from_then_on},
};

/// What a program does between being well and being well again.
struct Trial {
    std::function<void()> prepare; ///< undisturbed
    std::function<void()> run;     ///< with the fault at one of its calls
    /// On a disk that works again; `is_done` is whether run() came to its end. Lets go of the file.
    std::function<void(bool is_done)> go_on;
    std::function<void(const model::Error&)> refused = {}; ///< what run() said
};

struct Tried {
    int refused = 0;
    std::map<std::string, int> kinds; ///< of the calls that were hit
};

namespace detail {

/// Whether there was a call left to fail at.
inline bool try_at(SimVfs& vfs, int n, const Fault& fault, const Trial& trial, Tried& tried)
{
    trial.prepare();
    const int changes = vfs.changes();
    const int calls = vfs.calls();
    if (fault.code != 0)
        vfs.fail_at(n, fault.code, fault.lasting);
    else
        vfs.break_at(n, fault.lasting);
    bool is_done = false;
    try {
        trial.run();
        is_done = true;
    } catch (const model::Error& error) {
        trial.refused(error);
    }
    const bool is_hit = fault.code != 0 ? vfs.changes() - changes >= n : vfs.calls() - calls >= n;
    if (fault.code == 0 && is_hit)
        ++tried.kinds[vfs.broken()];
    vfs.fail_no_more();
    trial.go_on(is_done);
    tried.refused += is_done ? 0 : 1;
    return is_hit;
}

} // namespace detail

/// How far on the next call is that is tried. The page-wise work of a long step repeats itself: of
/// it every seventh call is tried, unless HALLKEEPER_EVERY_CALL asks for all.
inline int stride_after(int call)
{
    constexpr int tried_all = 60;
    static const bool all = std::getenv("HALLKEEPER_EVERY_CALL") != nullptr;
    return all || call < tried_all ? 1 : 7;
}

/// Tries the step with the fault at its calls, and prints how many were tried.
inline Tried at_every_call(SimVfs& vfs, const char* step, const Fault& fault, const Trial& trial)
{
    Tried tried;
    int n = 1;
    int trials = -1; // the last hits nothing
    for (bool is_hit = true; is_hit; n += is_hit ? stride_after(n) : 0) {
        ++trials;
        BOOST_TEST_CONTEXT(step << ", " << fault.name << " at call " << n)
        {
            is_hit = detail::try_at(vfs, n, fault, trial, tried);
        }
    }
    std::cout << step << ", disk with " << fault.name << ": at " << trials << " of about " << n - 1
              << " calls, " << tried.refused << " times refused\n";
    BOOST_TEST(n > 1);
    return tried;
}

} // namespace tests

#pragma once

#include <chrono>

/// How long the work takes.
template <class Work>
double seconds_of(Work work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

#include "app/server/platform_signals.h"

#ifdef _WIN32
#include <Poco/Event.h>

#include <windows.h>
#else
#include <csignal>
#include <initializer_list>
#endif

namespace app {

#ifdef _WIN32

namespace {

Poco::Event& stop_asked()
{
    static Poco::Event event;
    return event;
}

BOOL WINAPI on_control(DWORD)
{
    stop_asked().set();
    return TRUE;
}

} // namespace

void hold_stop_requests()
{
    stop_asked();
    SetConsoleCtrlHandler(on_control, TRUE);
}

void wait_for_stop()
{
    stop_asked().wait();
}

#else

namespace {

sigset_t stop_signals()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, signal);
    return set;
}

} // namespace

void hold_stop_requests()
{
    const auto set = stop_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void wait_for_stop()
{
    const auto set = stop_signals();
    int signal = 0;
    while (sigwait(&set, &signal) != 0) {
    }
}

#endif

} // namespace app

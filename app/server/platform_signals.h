#pragma once

namespace app {

/// Keeps the system's request to stop (SIGTERM, Ctrl+C) for wait_for_stop(). To be called before
/// any other thread begins.
void hold_stop_requests();

/// Returns when the system asks the program to stop.
void wait_for_stop();

} // namespace app

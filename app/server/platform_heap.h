#pragma once

namespace app {

/// Lets all threads take memory from a few heaps: with one for each, as the C library has it, what
/// one thread frees is of no use to the others, and a server of many threads grows manyfold.
void share_heaps();

} // namespace app

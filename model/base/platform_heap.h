#pragma once

namespace model {

/// Lets all threads take memory from a few heaps, and large pieces from the system, to which they go
/// back at once. As the C library has it, each thread has a heap of its own, so that what one frees
/// is of no use to the others, and keeps large pieces: a program of several threads grows manyfold.
void share_heaps();

} // namespace model

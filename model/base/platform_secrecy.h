#pragma once

namespace model {

/// What this program has in its memory, keys and passphrases among it, is written to no file when
/// it crashes, and read by no other program of the same user. To be called first of all; what the
/// system does not know of is left out.
void keep_memory_private();

} // namespace model

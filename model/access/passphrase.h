#pragma once

#include <string_view>

namespace model {

/// Throws Error with the rule where the passphrase of a new file is too easy to guess: it has at
/// least eight characters, of which a Chinese one counts as two. White space at its ends does not
/// count (see KeyFile). What opened a file before goes on opening it.
void expect_hard_to_guess(std::string_view passphrase);

} // namespace model

#pragma once

#include <span>
#include <string>
#include <string_view>

namespace model {

/// Throws Error with the rule where the passphrase of a new file is too easy to guess: it has at
/// least eight characters, of which a Chinese one counts as two. White space at its ends does not
/// count (see KeyFile). What opened a file before goes on opening it.
void expect_hard_to_guess(std::string_view passphrase);

/// Throws Error that says what it is where it is among the first that others try: a word that many
/// take (assets/codes/common_passphrases.csv) or one of `names` (of the account, the office), also
/// with digits and signs around it, one thing again and again, a run of the keyboard or alphabet, a
/// day, a telephone or ID number.
void expect_uncommon(std::string_view passphrase, std::span<const std::string> names = {});

} // namespace model

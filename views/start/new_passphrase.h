#pragma once

#include <wx/string.h>

#include <span>
#include <string>

class wxTextCtrl;

namespace views {

/// What is wrong with a new passphrase that was typed twice, in a sentence, and the keyboard goes
/// where it has to be mended; empty where it is good. `names` are no passphrases (see
/// model::expect_uncommon).
wxString problem_of(
    wxTextCtrl& passphrase, wxTextCtrl& again, std::span<const std::string> names = {});

} // namespace views

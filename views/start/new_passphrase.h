#pragma once

#include <wx/string.h>

class wxTextCtrl;

namespace views {

/// What is wrong with a new passphrase that was typed twice, in a sentence, and the keyboard goes
/// where it has to be mended; empty where it is good.
wxString problem_of(wxTextCtrl& passphrase, wxTextCtrl& again);

} // namespace views

#pragma once

#include "model/commands/editor.h"

#include <string>

namespace model {

/// Lets the editor's account read the personal values of one record whole, which the audit log
/// keeps with the reason. Throws Error where the account may not, and UsageError for a record that
/// is not there or a reason that says nothing.
void reveal_personal(Editor& editor, const Uuid& record, const std::string& reason);

} // namespace model

#pragma once

#include "model/schema/field.h"

#include <wx/string.h>

namespace views {

/// The head of a list's column: the field's label, and before it that of the reference through
/// which it is reached, if it is: "人员：联系电话".
wxString column_head(const model::FieldDef& column);

} // namespace views

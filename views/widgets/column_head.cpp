#include "views/widgets/column_head.h"

#include "model/schema/reached_field.h"
#include "views/widgets/tr.h"

namespace views {

wxString column_head(const model::FieldDef& column)
{
    return to_wx(model::column_label(column, language()));
}

} // namespace views

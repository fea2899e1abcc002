#include "views/form/field_editor.h"

#include <stdexcept>

namespace views {

std::unique_ptr<FieldEditor> FieldEditor::make(
    wxWindow* parent, const model::FieldDef& field, model::RecordStore& store)
{
    using enum model::Type;
    switch (field.type) {
    case choice:
    case boolean:
        return make_choice_editor(parent, field);
    case set:
        // Without a list of its own a set is typed, its words parted by commas.
        return field.choices.empty() ? make_text_editor(parent, field, store)
                                     : make_set_editor(parent, field, store);
    case reference:
        return make_reference_editor(parent, field, store);
    case date:
        return make_date_editor(parent, store);
    case text:
    case integer:
    case decimal:
    case month:
    case time_of_day:
    case attachment:
        return make_text_editor(parent, field, store);
    }
    throw std::logic_error("A field type without an editor");
}

} // namespace views

#pragma once

#include "model/commands/editor.h"
#include "model/entities/local_field.h"
#include "tests/support/office.h"

#include <boost/test/unit_test.hpp>

namespace tests {

/// The definition of an extra field, added by the office's clerk.
inline Uuid define(
    Office& office, std::initializer_list<std::pair<std::string_view, std::string>> fields)
{
    Editor editor(office.store, office.clerk);
    const auto& def = *office.store.catalog().find("local_field");
    std::vector<FieldEdit> edits;
    for (const auto& [name, text] : fields)
        edits.push_back({def.find(name), parse_value(def.find(name)->type, text).value()});
    const auto outcome = editor.create(def, edits);
    BOOST_REQUIRE_MESSAGE(outcome.done,
        (outcome.findings.empty() ? std::string() : english(outcome.findings[0].message)));
    return outcome.id;
}

/// The field it gives, as the file has it now; nullptr where it has none.
inline const FieldDef* extra(Office& office, std::string_view entity, const Uuid& definition)
{
    return office.store.catalog().find(entity)->find(extra_field_id(definition));
}

/// Enters a value as the office's clerk; gives the outcome.
inline Outcome enter(Office& office, const Uuid& record, const FieldDef& field, const Value& value)
{
    const FieldEdit edit{&field, value};
    return Editor(office.store, office.clerk).set(record, {&edit, 1});
}

/// What the record holds of the field of that definition; empty too where the field is not known.
inline std::string extra_text(Office& office, const Uuid& record, const Uuid& definition)
{
    const auto found = office.store.find_any(record);
    const auto at = found ? found->second.def->index_of(extra_field_id(definition)) : 0;
    return found && at < found->second.values.size() ? to_text(found->second.values[at])
                                                     : std::string();
}

} // namespace tests

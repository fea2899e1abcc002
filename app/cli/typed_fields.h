#pragma once

#include "app/cli/call.h"

namespace app {

/// Fields as given on the command line, read into values; what could not be read is a finding that
/// refuses, at its field.
struct TypedFields {
    std::vector<model::FieldEdit> edits;
    model::Findings findings;

    bool readable() const { return findings.empty(); }
};

/// Reads the operands from `first` on: field=value each, or one "-" for a JSON object on the
/// standard input. Throws UsageError for an operand that is neither, an unknown field, a field
/// given twice. An "id" in the object must be `id`.
TypedFields read_fields(
    Call& call, const model::EntityDef& def, std::size_t first, const model::Uuid& id = {});

} // namespace app

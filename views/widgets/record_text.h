#pragma once

#include "model/rules/finding.h"
#include "model/store/record_store.h"

#include <wx/string.h>

#include <functional>

namespace views {

/// What people call the record of that id.
using TitleOf = std::function<wxString(const model::Uuid& id)>;

/// The title of a record of the file; that it is not in this file, where it is not: a township has
/// no records of the county's halls.
wxString title_of(model::RecordStore& store, const model::Uuid& id);

enum class Personal { masked, plain };

/// A value as the user reads it: a choice by its label, a set by its labels, a flag by yes or no, a
/// reference by its title, an attachment by its file name.
wxString display(const model::FieldDef& field, const model::Value& value, const TitleOf& title_of,
    Personal personal = Personal::masked);

/// What a rule says, and the document and article on which it rests where it names them.
wxString sentence_of(const model::Finding& finding);

/// An instant as China's clocks show it, to the minute: "2026-01-31 08:05"; nothing for 0, a time
/// that nobody knows.
wxString display(model::Instant at);

} // namespace views

#pragma once

#include "app/cli/call.h"

namespace app {

/// A value in a JSON answer: whole numbers, true and false, sets as arrays, everything else as the
/// text of to_text() (ISO dates, decimal strings, codes, ids); nothing is null.
boost::json::value to_json(const model::Value& value);

/// The same for the value of a field; a personal one with its middle hidden unless `whole`.
boost::json::value to_json(const model::FieldDef& field, const model::Value& value, bool whole);

/// {"id", "<field>": value, …} with every field of the entity. Personal values stand there whole
/// where the account may read them so: what reads the answer is its own script.
boost::json::object to_json(const model::Record& record, bool whole);

boost::json::object to_json(const model::Finding& finding, const model::Translate& translate);
boost::json::array to_json(const model::Findings& findings, const model::Translate& translate);

/// The text of a JSON value as a person would type it, for the reader of entries: null is empty, an
/// array is parted by line breaks. No value for objects.
std::optional<std::string> typed_text(const boost::json::value& value);

} // namespace app

#pragma once

#include "model/sync/messages.h"

#include <boost/json/value.hpp>

namespace model {

// What a page tells of one record: {"r": id, "f": {fields}, "v": {versions}, …}; see PageWriter.

const boost::json::value* find(const boost::json::object& object, std::string_view key);

Version version_of(const boost::json::value& value);

Uuid uuid_or_nil(const boost::json::object& object, std::string_view key);

/// Version of a field named by number in "v".
std::optional<Version> told_version(const boost::json::object& state, int fid);

/// The fields by number; none where the page tells none.
const boost::json::object& told_fields(const boost::json::object& state);

Value told_value(const boost::json::object& fields, const FieldDef& field);

bool is_told_deleted(const boost::json::object& state);

} // namespace model

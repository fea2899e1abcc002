#pragma once

#include "model/sync/messages.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace model {

// What a page tells of one record: {"r": id, "f": {fields}, "v": {versions}, …}; see PageWriter.

const boost::json::value* find(const boost::json::object& object, std::string_view key);

/// Each entry of the list of that name, if there is one.
template <class Each>
void for_each(const boost::json::object& page, std::string_view key, Each each)
{
    const auto* list = find(page, key);
    if (list && list->is_array())
        for (const auto& entry : list->get_array())
            each(entry);
}

Version version_of(const boost::json::value& value);

Uuid uuid_or_nil(const boost::json::object& object, std::string_view key);

/// Version of a field named by number in "v".
std::optional<Version> told_version(const boost::json::object& state, int fid);

/// The fields by number; none where the page tells none.
const boost::json::object& told_fields(const boost::json::object& state);

Value told_value(const boost::json::object& fields, const FieldDef& field);

bool is_told_deleted(const boost::json::object& state);

} // namespace model

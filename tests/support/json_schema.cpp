#include "tests/support/json_schema.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <regex>
#include <stdexcept>

namespace tests {

namespace {

namespace json = boost::json;

bool is_of_type(const json::value& value, const json::string& type)
{
    if (type == "object")
        return value.is_object();
    if (type == "array")
        return value.is_array();
    if (type == "string")
        return value.is_string();
    if (type == "integer")
        return value.is_int64() || value.is_uint64();
    if (type == "boolean")
        return value.is_bool();
    throw std::logic_error("a type the test does not know: " + std::string(type));
}

} // namespace

std::vector<std::string> JsonSchema::faults(
    const json::value& value, const json::object& schema) const
{
    std::vector<std::string> found;
    check(value, schema, "", found);
    return found;
}

const json::object& JsonSchema::resolved(const json::object& schema) const
{
    const auto* reference = schema.if_contains("$ref");
    if (!reference)
        return schema;
    const auto& path = reference->as_string();
    const auto pointer = json::string_view(path).substr(1);
    const json::value* target = nullptr;
    const json::object* at = &document_;
    for (std::size_t begin = 1; begin < pointer.size();) {
        const auto end = std::min(pointer.find('/', begin), pointer.size());
        target = &at->at(pointer.substr(begin, end - begin));
        at = target->if_object();
        begin = end + 1;
    }
    return target->as_object();
}

void JsonSchema::check(const json::value& value, const json::object& referring,
    const std::string& place, std::vector<std::string>& found) const
{
    const auto& schema = resolved(referring);
    if (const auto* type = schema.if_contains("type");
        type && !is_of_type(value, type->as_string())) {
        found.push_back(place + ": not of type " + std::string(type->as_string()));
        return;
    }
    if (const auto* choices = schema.if_contains("enum"))
        if (std::ranges::find(choices->as_array(), value) == choices->as_array().end())
            found.push_back(place + ": no choice: " + json::serialize(value));
    if (const auto* pattern = schema.if_contains("pattern"))
        if (!std::regex_search(
                std::string(value.as_string()), std::regex(std::string(pattern->as_string()))))
            found.push_back(place + ": not of the pattern: " + json::serialize(value));
    for (const auto* bound : {"minimum", "maximum"})
        if (const auto* limit = schema.if_contains(bound)) {
            const auto difference = value.as_int64() - limit->as_int64();
            if (std::string_view(bound) == "minimum" ? difference < 0 : difference > 0)
                found.push_back(place + ": beyond its " + bound);
        }
    if (const auto* items = schema.if_contains("items"))
        for (const auto& item : value.as_array())
            check(item, items->as_object(), place + "[]", found);
    if (value.is_object())
        check_object(value.get_object(), schema, place, found);
}

void JsonSchema::check_object(const json::object& value, const json::object& schema,
    const std::string& place, std::vector<std::string>& found) const
{
    if (const auto* required = schema.if_contains("required"))
        for (const auto& key : required->as_array())
            if (!value.contains(key.as_string()))
                found.push_back(place + '.' + std::string(key.as_string()) + ": missing");
    const auto* properties = schema.if_contains("properties");
    const auto* others = schema.if_contains("additionalProperties");
    if (!properties)
        return; // any keys
    for (const auto& [key, member] : value) {
        const auto where = place + '.' + std::string(key);
        const auto* known = properties->as_object().if_contains(key);
        if (!known)
            known = others;
        if (known)
            check(member, known->as_object(), where, found);
        else
            found.push_back(where + ": not described");
    }
}

} // namespace tests

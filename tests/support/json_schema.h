#pragma once

#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace tests {

/// The part of JSON Schema that our API description uses: type, required, properties,
/// additionalProperties, items, enum, pattern, minimum, maximum, $ref into the same document.
class JsonSchema {
public:
    /// `document` holds what "#/…" refers to; it must outlive this.
    explicit JsonSchema(const boost::json::object& document) : document_(document) {}

    /// Every way in which the value is not what the schema says, each with its place; a key that
    /// the schema does not describe is one of them.
    std::vector<std::string> faults(
        const boost::json::value& value, const boost::json::object& schema) const;

    /// The schema itself, or the one it refers to.
    const boost::json::object& resolved(const boost::json::object& schema) const;

private:
    void check(const boost::json::value& value, const boost::json::object& schema,
        const std::string& place, std::vector<std::string>& found) const;
    void check_object(const boost::json::object& value, const boost::json::object& schema,
        const std::string& place, std::vector<std::string>& found) const;

    const boost::json::object& document_;
};

} // namespace tests

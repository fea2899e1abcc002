#pragma once

#include "model/schema/value.h"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace model {

/// Appends JSON to a text without building a tree: messages hold thousands of records.
class JsonText {
public:
    explicit JsonText(std::string& out) : out_(out) {}

    JsonText& open(char bracket); ///< '{' or '['
    JsonText& close(char bracket);
    JsonText& key(std::string_view name);
    JsonText& key(int number);
    JsonText& text(std::string_view utf8);
    JsonText& number(std::int64_t number);
    JsonText& flag(bool flag);
    JsonText& null();
    JsonText& raw(std::string_view json);
    JsonText& value(const Value& value); ///< numbers and flags as such, all else as text

private:
    void comma();

    std::string& out_;
    bool first_ = true;
};

/// The text form of a JSON scalar that stands for a value of ours; nothing for null, arrays and
/// objects.
std::string scalar_text(const boost::json::value& value);

} // namespace model

#include "app/cli/json.h"

#include "model/access/masking.h"
#include "model/base/text.h"

#include <array>
#include <charconv>
#include <iostream>

namespace app {

namespace json = boost::json;

json::value to_json(const model::Value& value)
{
    if (model::is_empty(value))
        return nullptr;
    if (const auto* flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return *number;
    if (const auto* set = std::get_if<model::Set>(&value))
        return json::array(set->begin(), set->end());
    return json::string(model::to_text(value));
}

json::value to_json(const model::FieldDef& field, const model::Value& value, bool whole)
{
    if (whole || !field.personal || model::is_empty(value))
        return to_json(value);
    return json::string(model::masked(field, value));
}

json::object to_json(const model::Record& record, bool whole)
{
    json::object object{{"id", record.id.text()}};
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const auto& field = record.def->fields[i];
        object[field.name] = to_json(field, record.values[i], whole);
    }
    return object;
}

json::object to_json(const model::Finding& finding, const model::Translate& translate)
{
    json::object object{{"rule", finding.rule}, {"level", model::level_name(finding.level)},
        {"field", finding.field}, {"message", model::render(finding.message, translate)}};
    if (finding.due)
        object["due"] = model::to_iso(*finding.due);
    if (const auto& source = finding.source)
        object["source"] = {{"document", source->document}, {"article", source->article},
            {"since", model::to_iso(source->in_force_since)}};
    return object;
}

json::array to_json(const model::Findings& findings, const model::Translate& translate)
{
    json::array array;
    for (const auto& finding : findings)
        array.push_back(to_json(finding, translate));
    return array;
}

AnswerInParts::~AnswerInParts()
{
    write(is_begun_ ? "}\n" : "{}\n");
}

void AnswerInParts::put(std::string_view key, const json::value& value)
{
    begin(key);
    write(json::serialize(value));
}

void AnswerInParts::begin(std::string_view key)
{
    write(is_begun_ ? "," : "{");
    is_begun_ = true;
    write(json::serialize(json::string(key)));
    write(":");
}

void AnswerInParts::write(std::string_view text)
{
    std::cout << text;
}

std::optional<std::string> typed_text(const json::value& value)
{
    switch (value.kind()) {
    case json::kind::null:
        return std::string();
    case json::kind::bool_:
        return value.get_bool() ? "1" : "0";
    case json::kind::string:
        return std::string(value.get_string());
    case json::kind::double_: {
        std::array<char, 64> text{};
        const auto written = std::to_chars(
            text.data(), text.data() + text.size(), value.get_double(), std::chars_format::fixed);
        if (written.ec != std::errc{})
            return std::nullopt;
        return std::string(text.data(), written.ptr);
    }
    case json::kind::array: {
        std::vector<std::string> words;
        for (const auto& element : value.get_array()) {
            const auto word = typed_text(element);
            if (!word)
                return std::nullopt;
            words.push_back(*word);
        }
        return model::join(words, "\n");
    }
    case json::kind::object:
        return std::nullopt;
    default:
        return json::serialize(value);
    }
}

} // namespace app

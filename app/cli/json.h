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

/// The one document of an answer, written to the standard output as it is told, so that a long list
/// is never held as JSON. It ends with this object.
class AnswerInParts {
public:
    AnswerInParts() = default;
    ~AnswerInParts();
    AnswerInParts(const AnswerInParts&) = delete;
    AnswerInParts& operator=(const AnswerInParts&) = delete;

    void put(std::string_view key, const boost::json::value& value);

    /// An array of what `to_json` makes of each.
    template <class Things, class ToJson>
    void put_each(std::string_view key, const Things& things, ToJson to_json)
    {
        begin(key);
        write("[");
        bool is_first = true;
        for (const auto& thing : things) {
            if (!is_first)
                write(",");
            is_first = false;
            write(boost::json::serialize(boost::json::value(to_json(thing))));
        }
        write("]");
    }

private:
    void begin(std::string_view key);
    static void write(std::string_view text);

    bool is_begun_ = false;
};

/// The text of a JSON value as a person would type it, for the reader of entries: null is empty, an
/// array is parted by line breaks. No value for objects.
std::optional<std::string> typed_text(const boost::json::value& value);

} // namespace app

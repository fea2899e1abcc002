#include "app/cli/typed_fields.h"

#include "app/cli/json.h"
#include "app/terminal/platform_terminal.h"
#include "model/exchange/entry.h"

#include "i18n/translations.h"
#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::UsageError;

constexpr std::size_t input_limit = 16U << 20U;

class Reading {
public:
    Reading(Call& call, const model::EntityDef& def)
        : call_(call)
        , def_(def)
        , reader_(call.store(), {call.translate(), i18n::translator(i18n::languages[0])})
    {
    }

    void add(std::string_view name, const std::string& text)
    {
        const auto& field = call_.field(def_, name);
        if (std::ranges::find(read_.edits, &field, &model::FieldEdit::field) != read_.edits.end())
            throw UsageError(
                {msgid("The field {1} stands there twice"), {std::string(field.name)}});
        if (field.type == model::Type::attachment && text.starts_with('@'))
            throw model::Error(
                {msgid("This version keeps no files: leave out {1}"), {std::string(field.name)}});
        const auto entry = reader_.read(field, text);
        if (const auto* refused = std::get_if<model::Message>(&entry))
            read_.findings.push_back({.rule = "entry", .field = field.name, .message = *refused});
        else
            read_.edits.push_back({&field, std::get<model::Value>(entry)});
    }

    TypedFields done() { return std::move(read_); }

private:
    Call& call_;
    const model::EntityDef& def_;
    model::EntryReader reader_;
    TypedFields read_;
};

json::object object_from_input()
{
    const auto text = read_input(input_limit);
    if (text.size() > input_limit)
        throw UsageError({msgid("The standard input is too long for one record")});
    json::error_code trouble;
    auto document = json::parse(text, trouble);
    if (trouble || !document.is_object())
        throw UsageError({msgid("“-” needs one JSON object on the standard input")});
    return std::move(document.get_object());
}

void read_object(Reading& reading, const json::object& object, const model::Uuid& id)
{
    for (const auto& [name, value] : object) {
        if (name == "id") {
            if (id.is_nil() || !value.is_string() || value.get_string() != id.text())
                throw UsageError({msgid("The id of a record cannot be chosen: leave out “id”")});
            continue;
        }
        const auto text = typed_text(value);
        if (!text)
            throw UsageError(
                {msgid("The field {1} cannot be read from this JSON"), {std::string(name)}});
        reading.add(name, *text);
    }
}

} // namespace

TypedFields read_fields(
    Call& call, const model::EntityDef& def, std::size_t first, const model::Uuid& id)
{
    Reading reading(call, def);
    const auto& operands = call.line().operands;
    if (operands.size() == first + 1 && operands[first] == "-") {
        read_object(reading, object_from_input(), id);
        return reading.done();
    }
    for (auto i = first; i < operands.size(); ++i) {
        const auto sign = operands[i].find('=');
        if (sign == std::string::npos || sign == 0)
            throw UsageError(
                {msgid("“{1}” is not a field: write it as field=value"), {operands[i]}});
        reading.add(operands[i].substr(0, sign), operands[i].substr(sign + 1));
    }
    return reading.done();
}

} // namespace app

#include "model/rules/normal.h"

#include "model/base/codes.h"
#include "model/base/text.h"

namespace model {

namespace {

bool is_phone(const FieldDef& field)
{
    return field.name == "phone" || field.name.ends_with("_phone");
}

bool is_one_number(std::string_view text)
{
    return phone_kind(text) != PhoneKind::none;
}

/// The cell cut at the signs between numbers; the sign itself ends its part.
std::vector<std::string> parts(std::string_view cell)
{
    std::vector<std::string> found{""};
    for (const auto c : to_utf32(half_width(cell))) {
        found.back() += to_utf8({&c, 1});
        if (c == '/' || c == ',' || c == ';' || c == U'、')
            found.emplace_back();
    }
    return found;
}

/// A part without its sign, and the sign.
std::pair<std::string, std::string> without_sign(std::string_view part)
{
    for (const std::string_view sign : {"/", ",", ";", "、"})
        if (part.ends_with(sign))
            return {trimmed(part.substr(0, part.size() - sign.size())), std::string(sign)};
    return {trimmed(part), ""};
}

/// "0737 8820000" is one number; "13800000000 13900000000" are two and stay apart.
std::string normal_phone(std::string_view cell)
{
    std::string text;
    for (const auto& part : parts(cell)) {
        const auto [number, sign] = without_sign(part);
        text += (is_one_number(number) ? folded(number) : number) + sign;
    }
    return text;
}

std::string normal_text(const FieldDef& field, std::string text)
{
    if (field.name == "id_number")
        return normal_id_number(text);
    if (field.name == "credit_code")
        return normal_credit_code(text);
    if (is_phone(field))
        return normal_phone(text);
    return without_white_ends(text).size() == text.size() ? text : trimmed(text);
}

} // namespace

std::vector<std::string> phone_numbers(std::string_view cell)
{
    std::vector<std::string> numbers;
    for (const auto& part : parts(cell)) {
        const auto number = without_sign(part).first;
        for (const auto& word : is_one_number(number) ? std::vector{number} : split(number, ' '))
            if (!word.empty())
                numbers.push_back(word);
    }
    return numbers;
}

Value normalised(const FieldDef& field, Value value)
{
    if (auto* set = std::get_if<Set>(&value))
        return set_value(make_set(std::move(*set)));
    auto* text = std::get_if<std::string>(&value);
    if (!text)
        return value;
    auto normal = normal_text(field, std::move(*text));
    return normal.empty() ? Value{} : Value{std::move(normal)};
}

void normalise(Record& record)
{
    for (std::size_t i = 0; i < record.values.size(); ++i)
        record.values[i] = normalised(record.def->fields[i], std::move(record.values[i]));
}

} // namespace model

#include "model/rules/local_field_rules.h"

#include "model/base/text.h"
#include "model/rules/division_codes.h"

#include <algorithm>
#include <set>

namespace model {

namespace {

constexpr std::size_t most_choices = 50;
constexpr std::size_t longest_choice = 30;

std::string_view code_of(ExtendedRegister on)
{
    return choices_of<ExtendedRegister>.at(static_cast<std::size_t>(on)).code;
}

/// Heads of sheets, filters and cross-tables call it so.
std::optional<Finding> name_is_plain(const LocalField& field, const Context&)
{
    constexpr std::u32string_view signs =
        U" \t\u3000*:：,，、;；|｜.。/\\\"'“”‘’()（）[]【】{}<>《》=!！?？&+";
    const auto text = to_utf32(field.label);
    if (text.empty())
        return std::nullopt;
    const bool has_sign = text.find_first_of(signs) != std::u32string::npos;
    const bool begins_with_digit = text[0] >= U'0' && text[0] <= U'9';
    return finding_if(has_sign || begins_with_digit, Level::refuse, "label",
        {msgid("Only characters, letters and digits, without blanks and signs, and no digit first: "
               "such as 车牌号"),
            {}});
}

/// The fields of the same register that are in use, without this one.
std::vector<LocalField> others_of(const LocalField& field, const Context& context)
{
    std::vector<LocalField> others;
    for (const auto& record :
        context.lookup.where(def_of<LocalField>(), "register", std::string(code_of(*field.on)))) {
        auto other = from_record<LocalField>(record);
        if (other.id != field.id && !other.retired && other.region == field.region)
            others.push_back(std::move(other));
    }
    return others;
}

std::optional<Finding> name_is_free(const LocalField& field, const Context& context)
{
    if (!field.on || field.label.empty() || field.retired)
        return std::nullopt;
    const auto others = others_of(field, context);
    const bool is_taken = std::ranges::any_of(others,
        [&](const LocalField& other) { return folded(other.label) == folded(field.label); });
    return finding_if(is_taken, Level::refuse, "label",
        {msgid("This register has a field “{1}” of this office already: change that one, or choose "
               "another name"),
            {field.label}});
}

std::optional<Finding> are_not_too_many(const LocalField& field, const Context& context)
{
    if (!field.on || field.retired)
        return std::nullopt;
    const auto count = others_of(field, context).size();
    return finding_if(count >= most_local_fields, Level::refuse, "register",
        {msgid("An office may add {1} fields to one register, and has: end one that is not needed "
               "any more"),
            {std::to_string(most_local_fields)}});
}

std::optional<Finding> choice_has_a_list(const LocalField& field, const Context&)
{
    const auto choices = choices_in(field.choices);
    if (field.kind && *field.kind != ExtraKind::choice)
        return finding_if(!choices.empty(), Level::warn, "choices",
            {msgid("Only a choice has a list: leave this empty, or choose “Choice of a list”"),
                {}});
    return finding_if(field.kind && choices.empty(), Level::refuse, "choices",
        {msgid("Write what is to be chosen from, parted by |, such as 上午|下午|其他"), {}});
}

std::optional<Finding> list_is_sound(const LocalField& field, const Context&)
{
    const auto choices = choices_in(field.choices);
    if (choices.size() > most_choices)
        return Finding{.field = "choices",
            .message = {msgid("A list has at most {1} words"), {std::to_string(most_choices)}}};
    std::set<std::string> seen;
    for (const auto& choice : choices) {
        if (to_utf32(choice).size() > longest_choice)
            return Finding{.field = "choices",
                .message = {
                    msgid("“{1}” is too long: a word of the list has at most {2} characters"),
                    {choice, std::to_string(longest_choice)}}};
        if (choice.find(',') != std::string::npos)
            return Finding{.field = "choices",
                .message = {
                    msgid("“{1}” has a comma in it: part the words of the list by |"), {choice}}};
        if (!seen.insert(folded(choice)).second)
            return Finding{.field = "choices",
                .message = {msgid("“{1}” stands in the list twice: once is enough"), {choice}}};
    }
    return std::nullopt;
}

std::optional<Finding> region_is_a_division(const LocalField& field, const Context&)
{
    return division_finding("region", field.region);
}

constexpr std::array local_field_rules{
    Rule<LocalField>{"LF01", name_is_plain},
    Rule<LocalField>{"LF02", name_is_free},
    Rule<LocalField>{"LF03", are_not_too_many},
    Rule<LocalField>{"LF04", choice_has_a_list},
    Rule<LocalField>{"LF05", list_is_sound},
    Rule<LocalField>{"LF06", region_is_a_division},
};

} // namespace

Findings check_rules(const LocalField& field, const Context& context)
{
    return apply(local_field_rules, field, context);
}

} // namespace model

#include "model/rules/person_rules.h"

#include "model/base/codes.h"
#include "model/base/text.h"
#include "model/rules/left_staff.h"
#include "model/rules/limits.h"

namespace model {

namespace {

/// A spreadsheet keeps 15 digits of a number and makes zeros of the rest.
bool is_rounded(std::string_view number)
{
    return number.size() == 18 && number.ends_with("000");
}

bool is_written_right(std::string_view number)
{
    const auto digits = number.substr(0, 17);
    return digits.find_first_not_of("0123456789") == std::string_view::npos
        && std::string_view("0123456789X").find(number.back()) != std::string_view::npos;
}

Message what_is_wrong(const std::string& number)
{
    if (const auto length = to_utf32(number).size(); length != 18)
        return {msgid("An ID number has 18 characters, this one has {1}: compare it with the card"),
            {std::to_string(length)}};
    if (!is_written_right(number))
        return {
            msgid("An ID number has 17 digits and then a digit or X: compare it with the card")};
    if (is_rounded(number))
        return {
            msgid("The ID number ends in 000, as if a spreadsheet had rounded it: enter it anew "
                  "from the card")};
    if (id_check_digit(std::string_view(number).substr(0, 17)) == number.back())
        return {msgid("The ID number holds a birth date that does not exist: compare it with the "
                      "card")};
    return {
        msgid("The last character of the ID number does not fit the others: compare it with the "
              "card")};
}

std::optional<Finding> id_number_is_sound(const Person& person, const Context& context)
{
    const auto number = normal_id_number(person.id_number);
    if (number.empty())
        return std::nullopt;
    const auto birth = id_birth(number);
    if (!birth)
        return Finding{.field = "id_number", .message = what_is_wrong(number)};
    if (*birth > context.today)
        return Finding{.field = "id_number",
            .message = {msgid("The ID number holds a birth date that is still to come: compare it "
                              "with the card")}};
    return std::nullopt;
}

std::optional<Finding> id_number_is_there(const Person& person, const Context&)
{
    if (!person.id_number.empty() || person.minimised)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "id_number",
        .message = {msgid("The ID number is still missing")}};
}

std::optional<Finding> birth_agrees_with_id_number(const Person& person, const Context&)
{
    const auto birth = id_birth(normal_id_number(person.id_number));
    if (!birth || !person.birth || *birth == *person.birth)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "birth",
        .message = {msgid("The ID number says {1}: compare both with the card"), {to_iso(*birth)}}};
}

std::optional<Finding> sex_agrees_with_id_number(const Person& person, const Context&)
{
    const auto is_male = id_is_male(normal_id_number(person.id_number));
    if (!is_male || !person.sex || *is_male == (*person.sex == Sex::male))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "sex",
        .message = {*is_male ? msgid("The ID number is a man's: compare both with the card")
                             : msgid("The ID number is a woman's: compare both with the card")}};
}

std::optional<Finding> id_number_is_of_one_person(const Person& person, const Context& context)
{
    if (person.id_number.empty())
        return std::nullopt;
    const auto other = context.lookup.another(
        def_of<Person>(), "id_number", normal_id_number(person.id_number), person.id);
    if (!other)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "id_number",
        .message = {msgid("{1} has the same ID number: if both are one person, keep one of the two "
                          "records"),
            {other->title()}}};
}

std::optional<Finding> name_is_of_one_person(const Person& person, const Context& context)
{
    if (person.name.empty())
        return std::nullopt;
    const auto other = context.lookup.another(def_of<Person>(), "name", person.name, person.id);
    if (!other || (!person.id_number.empty() && (*other)["id_number"] == Value{person.id_number}))
        return std::nullopt; // the same number says it more loudly
    return Finding{.level = Level::remind,
        .field = "name",
        .message = {msgid("There is another person called {1}: see that it is not the same one"),
            {person.name}}};
}

std::optional<Finding> phone_has_a_shape(const Person& person, const Context&)
{
    return phone_finding("phone", person.phone);
}

std::optional<Finding> emergency_phone_has_a_shape(const Person& person, const Context&)
{
    return phone_finding("emergency_phone", person.emergency_phone);
}

std::optional<Finding> birth_is_past(const Person& person, const Context& context)
{
    if (!person.birth || *person.birth <= context.today)
        return std::nullopt;
    return Finding{.field = "birth", .message = {msgid("The birth date is still to come")}};
}

/// Nobody has to be of an age to be entered, but a year that slipped shows here.
std::optional<Finding> age_is_likely(const Person& person, const Context& context)
{
    const auto birth = person.birth ? person.birth : id_birth(normal_id_number(person.id_number));
    if (!birth || *birth > context.today)
        return std::nullopt;
    const auto youngest = limit_on("youngest_staff_years", context);
    const auto oldest = limit_on("oldest_staff_years", context);
    if (!youngest || !oldest)
        return std::nullopt;
    const auto is_younger_than = [&](const Limit& age) {
        return std::chrono::sys_days(*birth + std::chrono::years(age.value))
            > std::chrono::sys_days(context.today);
    };
    if (!is_younger_than(*youngest) && is_younger_than(*oldest))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = person.birth ? "birth" : "id_number",
        .message = {msgid("Born on {1}, the person would be under {2} or over {3}: compare it with "
                          "the card"),
            {to_iso(*birth), std::to_string(youngest->value), std::to_string(oldest->value)}}};
}

/// Only while it is needed: whoever left is kept by name, for scores and complaints of then.
std::optional<Finding> who_left_is_cleaned_up(const Person& person, const Context& context)
{
    if (!holds_personal_values(to_record(person)))
        return std::nullopt;
    const auto left = left_on(person.id, context.lookup, context.today);
    if (!left)
        return std::nullopt;
    const auto months = months_kept_after_leaving(context.lookup, context.today);
    const auto due = due_after(*left, months);
    if (due > context.today)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "minimised",
        .message = {msgid("Left on {1}, and personal information is kept for {2} months after "
                          "that: it is due to be cleaned up"),
            {to_iso(*left), std::to_string(months)}},
        .due = due};
}

using namespace std::chrono;

constexpr Source id_numbers{"GB 11643-1999", "", 1999y / July / 1};

constexpr std::array rules{
    Rule<Person>{"P01", id_number_is_sound, id_numbers},
    Rule<Person>{"P02", id_number_is_there},
    Rule<Person>{"P03", birth_agrees_with_id_number, id_numbers},
    Rule<Person>{"P04", sex_agrees_with_id_number, id_numbers},
    Rule<Person>{"P05", id_number_is_of_one_person, id_numbers},
    Rule<Person>{"P06", name_is_of_one_person},
    Rule<Person>{"P07", phone_has_a_shape},
    Rule<Person>{"P08", emergency_phone_has_a_shape},
    Rule<Person>{"P09", birth_is_past},
    Rule<Person>{"P11", age_is_likely},
    Rule<Person>{"P12", who_left_is_cleaned_up,
        Source{"中华人民共和国个人信息保护法", "第四十七条", 2021y / November / 1}},
};

} // namespace

Findings check_rules(const Person& person, const Context& context)
{
    return apply(rules, person, context);
}

} // namespace model

#include "model/assessment/method_json.h"

#include "model/base/text.h"

#include <boost/json/value.hpp>

namespace model {

namespace {

namespace json = boost::json;

constexpr std::int64_t largest_points = 10'000;

std::string words_of(std::span<const Choice> choices)
{
    std::string all;
    for (const auto& choice : choices)
        all += (all.empty() ? "" : " / ") + std::string(choice.code);
    return all;
}

} // namespace

std::string MethodProblem::sentence(const Translate& translate) const
{
    return render(
        {msgid("{1}: {2}"), {render(place, translate), render(what, translate)}}, translate);
}

void MethodProblems::add(const Message& place, Message what)
{
    if (list.size() < most)
        list.push_back({place, std::move(what)});
}

MethodJson::MethodJson(const json::object& object, Message place, MethodProblems& problems)
    : object_(object)
    , place_(std::move(place))
    , problems_(problems)
{
}

void MethodJson::refuse(Message what)
{
    problems_.add(place_, std::move(what));
}

const json::value* MethodJson::take(std::string_view key)
{
    taken_.emplace(key);
    return object_.if_contains(key);
}

std::string MethodJson::text(std::string_view key, std::size_t longest)
{
    const auto* value = take(key);
    if (!value)
        return {};
    const auto* held = value->if_string();
    if (!held) {
        refuse({msgid("“{1}” must be a text in quotation marks"), {std::string(key)}});
        return {};
    }
    std::string text(held->data(), held->size());
    if (to_utf32(text).size() > longest) {
        refuse({msgid("“{1}” has more than {2} characters: shorten it"),
            {std::string(key), std::to_string(longest)}});
        return {};
    }
    return trimmed(text);
}

std::string MethodJson::required_text(std::string_view key, std::size_t longest)
{
    const auto before = problems_.list.size();
    auto text = this->text(key, longest);
    if (text.empty() && problems_.list.size() == before)
        refuse({msgid("“{1}” is missing"), {std::string(key)}});
    return text;
}

std::vector<std::string> MethodJson::texts(std::string_view key)
{
    constexpr std::size_t most_texts = 50;
    std::vector<std::string> all;
    const auto* value = take(key);
    if (!value)
        return all;
    const auto* array = value->if_array();
    bool is_right = array && array->size() <= most_texts;
    for (std::size_t i = 0; is_right && i < array->size(); ++i) {
        const auto* held = (*array)[i].if_string();
        is_right = held && held->size() <= longest_text;
        if (is_right)
            all.emplace_back(held->data(), held->size());
    }
    if (!is_right)
        refuse({msgid("“{1}” must be a list of at most {2} texts, such as [\"…\", \"…\"]"),
            {std::string(key), std::to_string(most_texts)}});
    return all;
}

std::optional<Points> MethodJson::points(std::string_view key)
{
    const auto* value = take(key);
    if (!value)
        return std::nullopt;
    std::optional<Points> points;
    if (const auto* whole = value->if_int64();
        whole && *whole >= -largest_points && *whole <= largest_points)
        points = Points::of(*whole);
    else if (const auto* text = value->if_string())
        points = Points::parse({text->data(), text->size()});
    const auto limit = Points::of(largest_points);
    if (!points || *points > limit || *points < -limit) {
        refuse({msgid("“{1}” must be points such as \"-0.5\": a number in quotation marks with at "
                      "most two places, from -{2} to {2}"),
            {std::string(key), std::to_string(largest_points)}});
        return std::nullopt;
    }
    return points;
}

std::optional<std::int64_t> MethodJson::number(
    std::string_view key, std::int64_t least, std::int64_t largest)
{
    const auto* value = take(key);
    if (!value)
        return std::nullopt;
    const auto* number = value->if_int64();
    if (number && *number >= least && *number <= largest)
        return *number;
    refuse({msgid("“{1}” must be a whole number from {2} to {3}"),
        {std::string(key), std::to_string(least), std::to_string(largest)}});
    return std::nullopt;
}

std::optional<Date> MethodJson::date(std::string_view key)
{
    const auto word = text(key, longest_word);
    if (word.empty())
        return std::nullopt;
    const auto date = parse_iso_date(word);
    if (!date)
        refuse({msgid("“{1}” must be a day of the calendar such as \"2026-01-31\", not “{2}”"),
            {std::string(key), word}});
    return date;
}

bool MethodJson::flag(std::string_view key)
{
    const auto* value = take(key);
    if (!value)
        return false;
    if (!value->is_bool())
        refuse({msgid("“{1}” must be true or false, without quotation marks"), {std::string(key)}});
    return value->is_bool() && value->get_bool();
}

const json::object& MethodJson::part(std::string_view key)
{
    static const json::object nothing;
    const auto* value = take(key);
    if (!value)
        return nothing;
    if (const auto* object = value->if_object())
        return *object;
    refuse({msgid("“{1}” must be written in braces, { … }"), {std::string(key)}});
    return nothing;
}

std::vector<const json::object*> MethodJson::objects(std::string_view key, std::size_t most)
{
    std::vector<const json::object*> all;
    const auto* value = take(key);
    if (!value)
        return all;
    const auto* array = value->if_array();
    if (!array) {
        refuse({msgid("“{1}” must be a list, [ … ]"), {std::string(key)}});
        return all;
    }
    if (array->size() > most) {
        refuse({msgid("“{1}” has {2} entries, and a method may have {3} at most: a list that long "
                      "is no method that people work by"),
            {std::string(key), std::to_string(array->size()), std::to_string(most)}});
        return all;
    }
    for (std::size_t i = 0; i < array->size(); ++i)
        if (const auto* object = (*array)[i].if_object())
            all.push_back(object);
        else
            refuse({msgid("Entry {1} of “{2}” must be written in braces, { … }"),
                {std::to_string(i + 1), std::string(key)}});
    return all;
}

std::optional<std::size_t> MethodJson::choice_index(
    const std::string& word, std::span<const Choice> choices, std::string_view key)
{
    if (word.empty())
        return std::nullopt;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].code == word)
            return i;
    refuse({msgid("“{1}” does not know the word “{2}”: it takes {3}"),
        {std::string(key), word, words_of(choices)}});
    return std::nullopt;
}

void MethodJson::expect_nothing_else()
{
    for (const auto& [key, value] : object_)
        if (!taken_.contains(std::string_view(key)))
            refuse({msgid("The word “{1}” is not known here: look for a slip of the pen, or take "
                          "it out"),
                {std::string(key).substr(0, longest_word)}});
}

} // namespace model

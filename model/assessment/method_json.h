#pragma once

#include "model/assessment/method.h"
#include "model/base/message.h"

#include <boost/json/object.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// What is wrong with a method, and where: "Rule 3.2".
struct MethodProblem {
    Message place;
    Message what;

    /// "Rule 3.2: the points …".
    std::string sentence(const Translate& translate) const;
};

/// Problems as they are found, no more of them than anybody reads.
class MethodProblems {
public:
    static constexpr std::size_t most = 50;

    void add(const Message& place, Message what);

    bool empty() const { return list.empty(); }

    std::vector<MethodProblem> list;
};

/// The members of one object of a method file, each taken once; a wrong one is a problem and then
/// counts as absent.
class MethodJson {
public:
    static constexpr std::size_t longest_text = 500;
    static constexpr std::size_t longest_word = 40;

    MethodJson(const boost::json::object& object, Message place, MethodProblems& problems);

    const Message& place() const { return place_; }
    void name_place(Message place) { place_ = std::move(place); }
    void refuse(Message what);

    bool has(std::string_view key) const { return object_.contains(key); }

    /// Missing or empty is a problem where it is required.
    std::string text(std::string_view key, std::size_t longest = longest_text);
    std::string required_text(std::string_view key, std::size_t longest = longest_text);
    std::vector<std::string> texts(std::string_view key);

    /// Texts such as "-0.5", or whole numbers, of at most ±`largest`.
    std::optional<Points> points(std::string_view key);

    /// A whole number within those bounds.
    std::optional<std::int64_t> number(
        std::string_view key, std::int64_t least, std::int64_t largest);
    std::optional<Date> date(std::string_view key);
    bool flag(std::string_view key);

    template <class Enum>
    std::optional<Enum> choice(std::string_view key)
    {
        const auto index = choice_index(text(key, longest_word), choices_of<Enum>, key);
        return index ? std::optional(static_cast<Enum>(*index)) : std::nullopt;
    }

    template <class Enum>
    std::vector<Enum> choices(std::string_view key)
    {
        std::vector<Enum> all;
        for (const auto& word : texts(key))
            if (const auto index = choice_index(word, choices_of<Enum>, key))
                all.push_back(static_cast<Enum>(*index));
        return all;
    }

    /// Takes each object of an array; `place` names it by its number from 1 until it has a name.
    template <class Take>
    void each(std::string_view key, std::size_t most, const char* place, Take take)
    {
        std::size_t number = 0;
        for (const auto* object : objects(key, most)) {
            MethodJson part(*object, {place, {std::to_string(++number)}}, problems_);
            take(part);
            part.expect_nothing_else();
        }
    }

    /// The object of that key, or an empty one.
    const boost::json::object& part(std::string_view key);
    MethodProblems& problems() { return problems_; }

    /// Refuses members nobody has asked for.
    void expect_nothing_else();

private:
    const boost::json::value* take(std::string_view key);
    std::vector<const boost::json::object*> objects(std::string_view key, std::size_t most);
    std::optional<std::size_t> choice_index(
        const std::string& word, std::span<const Choice> choices, std::string_view key);

    const boost::json::object& object_;
    Message place_;
    MethodProblems& problems_;
    std::set<std::string, std::less<>> taken_;
};

} // namespace model

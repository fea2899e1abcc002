#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// Marks a text for translation without translating it. The model keeps msgids; who shows them
/// turns them into the user's words.
constexpr const char* msgid(const char* text)
{
    return text;
}

/// A sentence for the user that is not yet in his language: a msgid with places {1}, {2} … and what
/// goes into them (names, values, numbers; never words to translate).
struct Message {
    const char* id = "";
    std::vector<std::string> args = {};

    bool operator==(const Message& other) const
    {
        return std::string_view(id) == other.id && args == other.args;
    }
};

using Translate = std::function<std::string(const char* id)>;

/// The sentence in the language of `translate`, its places filled.
std::string render(const Message& message, const Translate& translate);

/// The sentence in English, for logs and tests.
std::string english(const Message& message);

} // namespace model

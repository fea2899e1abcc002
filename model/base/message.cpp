#include "model/base/message.h"

#include "model/base/message_terms.h"

namespace model {

namespace {

// Around a msgid that stands in an argument.
constexpr char term_begins = '\x01';
constexpr char term_ends = '\x02';

std::string with_terms(const std::string& argument, const Translate& translate)
{
    std::string text;
    for (std::size_t i = 0; i < argument.size(); ++i) {
        const auto end =
            argument[i] == term_begins ? argument.find(term_ends, i) : std::string::npos;
        if (end == std::string::npos) {
            text += argument[i];
            continue;
        }
        text += translate(argument.substr(i + 1, end - i - 1).c_str());
        i = end;
    }
    return text;
}

std::string fill(
    std::string_view pattern, const std::vector<std::string>& args, const Translate& translate)
{
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}'
            && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        if (!place) {
            text += pattern[i];
            continue;
        }
        const auto n = static_cast<std::size_t>(pattern[i + 1] - '1');
        if (n < args.size())
            text += with_terms(args[n], translate);
        i += 2;
    }
    return text;
}

} // namespace

std::string term(const char* id)
{
    return term_begins + std::string(id) + term_ends;
}

std::string terms(const std::vector<const char*>& ids)
{
    std::string all;
    for (const auto* id : ids)
        all += (all.empty() ? "" : "、") + term(id);
    return all;
}

std::string render(const Message& message, const Translate& translate)
{
    return fill(translate(message.id), message.args, translate);
}

std::string english(const Message& message)
{
    return fill(message.id, message.args, [](const char* id) { return std::string(id); });
}

} // namespace model

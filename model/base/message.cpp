#include "model/base/message.h"

namespace model {

namespace {

std::string fill(std::string_view pattern, const std::vector<std::string>& args)
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
            text += args[n];
        i += 2;
    }
    return text;
}

} // namespace

std::string render(const Message& message, const Translate& translate)
{
    return fill(translate(message.id), message.args);
}

std::string english(const Message& message)
{
    return fill(message.id, message.args);
}

} // namespace model

#include "model/base/error.h"

namespace model {

std::string describe(const std::exception& error, const Translate& translate)
{
    const auto* ours = dynamic_cast<const Error*>(&error);
    std::string text = ours ? render(ours->message(), translate) : error.what();
    try {
        std::rethrow_if_nested(error);
    } catch (const std::exception& cause) {
        text += ": " + describe(cause, translate);
    }
    return text;
}

std::string describe(const std::exception& error)
{
    return describe(error, [](const char* id) { return std::string(id); });
}

} // namespace model

#include "model/access/passphrase.h"

#include "model/base/error.h"
#include "model/base/text.h"

namespace model {

namespace {

constexpr int least = 8;

bool is_chinese(char32_t c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

} // namespace

void expect_hard_to_guess(std::string_view passphrase)
{
    int weight = 0;
    for (const auto c : to_utf32(trimmed(passphrase)))
        weight += is_chinese(c) ? 2 : 1;
    if (weight < least)
        throw Error({msgid("The passphrase is too short: take at least 8 characters, or 4 Chinese "
                           "ones")});
}

} // namespace model

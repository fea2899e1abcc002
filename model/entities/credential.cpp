#include "model/entities/credential.h"

#include "model/base/hash.h"
#include "model/base/text.h"

#include <charconv>

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array credential_fields{
    field<&Credential::account> (1, "account", msgid("Account"),               agency, {.required = true, .refers_to = "user"}),
    field<&Credential::sealed>  (2, "sealed",  msgid("What a passphrase opens"), agency, {.personal = true, .longest = 600}),
};
// clang-format on

constexpr auto credential_defs = defs(credential_fields);

constexpr EntityDef credential_def{
    .id = 23,
    .name = "credential",
    .label = msgid("Passphrase of an account"),
    .plural = msgid("Passphrases of accounts"),
    .fields = credential_defs,
    .reach = Reach::place,
    .scope_via = "account",
    .home_via = "account",
    .title = "account",
    .administrative = true,
    .hidden = true,
};

constexpr std::string_view format = "1";
constexpr std::size_t parts = 8;

template <std::size_t Size>
std::string hex_of(const std::array<std::uint8_t, Size>& bytes)
{
    return to_hex({reinterpret_cast<const char*>(bytes.data()), Size});
}

bool read_number(std::string_view text, std::uint64_t& number)
{
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end;
}

} // namespace

Uuid credential_id(const Uuid& account)
{
    return Uuid::named("credential", account.text());
}

std::string text_of(const SealedPair& pair)
{
    return join({std::string(format), std::to_string(pair.number), std::to_string(pair.cost.passes),
                    std::to_string(pair.cost.memory), hex_of(pair.salt), hex_of(pair.nonce),
                    hex_of(pair.secret), hex_of(pair.public_half)},
        " ");
}

std::optional<SealedPair> parse_pair(std::string_view text)
{
    constexpr std::size_t longest = 600;
    if (text.size() > longest)
        return std::nullopt;
    const auto part = split(text, ' ');
    SealedPair pair;
    const bool is_read = part.size() == parts && part[0] == format
        && read_number(part[1], pair.number) && read_number(part[2], pair.cost.passes)
        && read_number(part[3], pair.cost.memory) && read_hex(part[4], pair.salt)
        && read_hex(part[5], pair.nonce) && read_hex(part[6], pair.secret)
        && read_hex(part[7], pair.public_half);
    if (!is_read || pair.number < 1 || pair.number > SealedPair::greatest || !is_bearable(pair.cost)
        || text_of(pair) != text)
        return std::nullopt;
    return pair;
}

std::optional<SealedPair> pair_in(const Record& credential)
{
    const auto* account = std::get_if<Uuid>(&credential["account"]);
    if (!account || credential.id != credential_id(*account))
        return std::nullopt;
    return parse_pair(to_text(credential["sealed"]));
}

template <>
const EntityDef& def_of<Credential>()
{
    return credential_def;
}

template <>
std::span<const Field<Credential>> fields_of<Credential>()
{
    return credential_fields;
}

} // namespace model

#include "model/sync/signature.h"

#include "model/base/hash.h"

#include <array>
#include <sodium.h>

namespace model {

namespace {

std::string header_of(const HttpRequest& request, const char* name)
{
    const auto found = request.headers.find(name);
    return found == request.headers.end() ? std::string() : found->second;
}

std::string signature_of(const HttpRequest& request, const std::string& secret)
{
    std::string text = request.method + '\n' + request.path + '\n' + sha256_hex(request.body);
    for (const auto* name : {header::time, header::nonce, header::device})
        text += '\n' + header_of(request, name);

    return hmac_hex(text, secret);
}

} // namespace

std::string hmac_hex(std::string_view text, const std::string& secret)
{
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(
        &state, reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    crypto_auth_hmacsha256_update(
        &state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    crypto_auth_hmacsha256_final(&state, mac.data());
    return to_hex({reinterpret_cast<const char*>(mac.data()), mac.size()});
}

void sign(HttpRequest& request, std::uint32_t device, const std::string& secret, std::int64_t now,
    Random& random)
{
    std::string nonce(12, '\0');
    random.fill({reinterpret_cast<std::uint8_t*>(nonce.data()), nonce.size()});
    request.headers[header::device] = std::to_string(device);
    request.headers[header::time] = std::to_string(now);
    request.headers[header::nonce] = to_hex(nonce);
    request.headers[header::signature] = signature_of(request, secret);
}

bool is_signed_by(const HttpRequest& request, const std::string& secret)
{
    const auto given = header_of(request, header::signature);
    const auto right = signature_of(request, secret);
    return given.size() == right.size()
        && sodium_memcmp(given.data(), right.data(), given.size()) == 0;
}

} // namespace model

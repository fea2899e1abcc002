#pragma once

#include "model/base/random.h"
#include "model/sync/transport.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace model {

/// HMAC-SHA256 of the text, in hex.
std::string hmac_hex(std::string_view text, const std::string& secret);

/// Signs a request for a device: HMAC-SHA256 with its secret over method, path, SHA-256 of the
/// body, time, nonce and device. `now` is the server's time as far as the device knows it.
void sign(HttpRequest& request, std::uint32_t device, const std::string& secret, std::int64_t now,
    Random& random);

/// Whether the signature in the headers is the one this secret makes; in constant time.
bool is_signed_by(const HttpRequest& request, const std::string& secret);

} // namespace model

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace model::detail {

/// The number by which sqlite3mc_config() knows our page cipher; registers it at the first call.
///
/// It is the ChaCha20-Poly1305 of SQLite3 Multiple Ciphers to the byte, computed by libsodium,
/// which uses what the processor offers and takes a third of the time. Keys are raw ones ("raw:"
/// and 32 bytes); what they open, the other opens too.
int page_cipher();

constexpr std::size_t stream_key_length = 32;
constexpr std::size_t stream_nonce_length = 12;

/// ChaCha20 of RFC 8439 over the bytes, from that block on. The number of the block goes round
/// after 2^32 - 1, for a page begins at any of them.
void xor_stream(std::span<std::uint8_t> bytes, const std::uint8_t* key, const std::uint8_t* nonce,
    std::uint32_t block);

} // namespace model::detail

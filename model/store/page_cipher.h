#pragma once

namespace model::detail {

/// The number by which sqlite3mc_config() knows our page cipher; registers it at the first call.
///
/// It is the ChaCha20-Poly1305 of SQLite3 Multiple Ciphers to the byte, computed by OpenSSL,
/// which uses what the processor offers and takes a fraction of the time. Keys are raw ones ("raw:"
/// and 32 bytes); what they open, the other opens too.
int page_cipher();

} // namespace model::detail

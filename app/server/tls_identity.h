#pragma once

#include <string>

namespace app {

/// What the server proves itself with, in PEM: a P-256 key of its own and a certificate that it
/// signed itself. Devices know the key by its pin; nobody looks at the certificate's names or
/// dates.
struct TlsIdentity {
    std::string key;
    std::string certificate;

    /// Throws Error where the system's cryptography fails.
    static TlsIdentity make();
};

/// SHA-256 of the public key in a PEM certificate, in hex; empty for what is none.
std::string pin_of_certificate(const std::string& pem);

} // namespace app

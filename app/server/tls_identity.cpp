#include "app/server/tls_identity.h"

#include "model/base/error.h"
#include "model/base/hash.h"

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

namespace app {

namespace {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free_all>>;

void need(bool done)
{
    if (!done)
        throw model::Error({model::msgid("The server's TLS key could not be made")});
}

std::string content(BIO* memory)
{
    char* bytes = nullptr;
    const auto size = BIO_get_mem_data(memory, &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

Certificate self_signed(EVP_PKEY* key)
{
    constexpr int serial_bits = 63;
    Certificate certificate(X509_new());
    need(certificate != nullptr);
    std::uint64_t serial = 0;
    need(RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) == 1);
    need(ASN1_INTEGER_set_uint64(
             X509_get_serialNumber(certificate.get()), serial >> (64 - serial_bits))
        == 1);
    need(X509_set_version(certificate.get(), X509_VERSION_3) == 1);
    // Valid at any time: a certificate that runs out on a machine whose clock is wrong helps
    // nobody.
    need(ASN1_TIME_set_string(X509_getm_notBefore(certificate.get()), "20000101000000Z") == 1);
    need(ASN1_TIME_set_string(X509_getm_notAfter(certificate.get()), "99991231235959Z") == 1);
    auto* name = X509_get_subject_name(certificate.get());
    need(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
             reinterpret_cast<const unsigned char*>("hallkeeper-server"), -1, -1, 0)
        == 1);
    need(X509_set_issuer_name(certificate.get(), name) == 1);
    need(X509_set_pubkey(certificate.get(), key) == 1);
    need(X509_sign(certificate.get(), key, EVP_sha256()) > 0);
    return certificate;
}

} // namespace

TlsIdentity TlsIdentity::make()
{
    const Key key(EVP_EC_gen("P-256"));
    need(key != nullptr);
    const auto certificate = self_signed(key.get());
    const Memory key_text(BIO_new(BIO_s_mem()));
    const Memory certificate_text(BIO_new(BIO_s_mem()));
    need(PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
        == 1);
    need(PEM_write_bio_X509(certificate_text.get(), certificate.get()) == 1);
    return {content(key_text.get()), content(certificate_text.get())};
}

std::string pin_of_certificate(const std::string& pem)
{
    const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const Certificate certificate(
        memory ? PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!certificate)
        return {};
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &der);
    if (size <= 0)
        return {};
    auto pin =
        model::sha256_hex({reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return pin;
}

} // namespace app

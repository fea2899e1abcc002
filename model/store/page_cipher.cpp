#include "model/store/page_cipher.h"

#include "model/store/chacha_poly.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <sodium.h>
#include <stdexcept>
#include <string_view>

namespace model::detail {

namespace {

constexpr std::string_view raw_key = "raw:";
constexpr std::size_t salt_length = 16;

// At the end of each page stand 16 random bytes, of which twelve are the nonce and four begin the
// count of blocks, and then the seal.
constexpr std::size_t random_length = 16;
constexpr int reserved_length = random_length + seal_length;

// Of the first page SQLite reads this much before it knows the key.
constexpr std::size_t open_header = 24;
constexpr std::string_view file_mark{"SQLite format 3\0", 16};

struct PageCipher {
    std::array<std::uint8_t, stream_key_length> key{};
    std::array<std::uint8_t, salt_length> salt{};
    ChaChaPoly engine;

    /// Random bytes drawn for several pages at once: asking the system costs more than a nonce.
    std::array<std::uint8_t, 64 * random_length> drawn{};
    std::size_t left = 0;

    void draw(std::uint8_t* random)
    {
        if (left == 0) {
            randombytes_buf(drawn.data(), drawn.size());
            left = drawn.size();
        }
        left -= random_length;
        std::copy_n(drawn.data() + left, random_length, random);
    }
};

/// The keys of one page: one for its seal, one for its content.
class PageKeys {
public:
    PageKeys(PageCipher& cipher, int page, const std::uint8_t* random)
        : engine_(cipher.engine)
        , random_(random)
    {
        const auto* last = random + stream_nonce_length;
        const std::uint32_t begin = last[0] | std::uint32_t{last[1]} << 8U
            | std::uint32_t{last[2]} << 16U | std::uint32_t{last[3]} << 24U;
        block_ = begin ^ static_cast<std::uint32_t>(page);
        engine_.xor_stream(keys_, cipher.key.data(), random, block_);
    }
    ~PageKeys() { sodium_memzero(keys_.data(), keys_.size()); }

    PageKeys(const PageKeys&) = delete;
    PageKeys& operator=(const PageKeys&) = delete;

    void turn(std::span<std::uint8_t> content)
    {
        engine_.xor_stream(content, keys_.data() + stream_key_length, random_, block_ + 1);
    }

    void seal(std::span<const std::uint8_t> page, std::uint8_t* seal)
    {
        engine_.seal(page, keys_.data(), seal);
    }

    bool is_sealed(std::span<const std::uint8_t> page, const std::uint8_t* seal)
    {
        std::array<std::uint8_t, seal_length> right{};
        engine_.seal(page, keys_.data(), right.data());
        return sodium_memcmp(right.data(), seal, right.size()) == 0;
    }

private:
    ChaChaPoly& engine_;
    const std::uint8_t* random_;
    std::uint32_t block_ = 0;
    std::array<std::uint8_t, 2 * stream_key_length> keys_{};
};

PageCipher& cipher_of(void* cipher)
{
    return *static_cast<PageCipher*>(cipher);
}

void* allocate(sqlite3*)
try {
    return new PageCipher;
} catch (const std::exception&) { // SQLite, which is C, then says that memory ran out
    return nullptr;
}

void release(void* cipher)
{
    sodium_memzero(cipher_of(cipher).key.data(), stream_key_length);
    delete &cipher_of(cipher);
}

void clone(void* to, void* from)
{
    cipher_of(to).key = cipher_of(from).key;
    cipher_of(to).salt = cipher_of(from).salt;
}

int legacy(void*)
{
    return 0;
}

int page_size(void*)
{
    return 0; // any
}

int reserved(void*)
{
    return reserved_length;
}

unsigned char* salt(void* cipher)
{
    return cipher_of(cipher).salt.data();
}

void generate_key(void* into, char* text, int length, int rekey, unsigned char* salt_of_file)
{
    constexpr int in_wal_mode = 2; // the file keeps its salt
    auto& cipher = cipher_of(into);
    if (salt_of_file != nullptr && (rekey == 0 || rekey == in_wal_mode))
        std::copy_n(salt_of_file, salt_length, cipher.salt.begin());
    else
        randombytes_buf(cipher.salt.data(), cipher.salt.size());

    const std::string_view given(text, static_cast<std::size_t>(std::max(length, 0)));
    if (given.starts_with(raw_key) && given.size() == raw_key.size() + cipher.key.size())
        std::memcpy(cipher.key.data(), given.data() + raw_key.size(), cipher.key.size());
    else // no key of ours: one that opens nothing
        randombytes_buf(cipher.key.data(), cipher.key.size());
}

/// What of the page is encrypted: all but what SQLite wants to keep for us, and the header.
std::span<std::uint8_t> content_of(std::span<std::uint8_t> sealed, int page)
{
    return sealed.first(sealed.size() - random_length).subspan(page == 1 ? open_header : 0);
}

int encrypt_page(void* with, int page, unsigned char* data, int length, int kept)
try {
    if (kept < reserved_length)
        return SQLITE_CORRUPT;
    auto& cipher = cipher_of(with);
    const std::span sealed(data, static_cast<std::size_t>(length) - seal_length);
    auto* random = sealed.last(random_length).data();
    cipher.draw(random);
    PageKeys keys(cipher, page, random);
    keys.turn(content_of(sealed, page));
    if (page == 1)
        std::ranges::copy(cipher.salt, data);
    keys.seal(sealed, sealed.data() + sealed.size());
    return SQLITE_OK;
} catch (const std::runtime_error&) {
    return SQLITE_ERROR;
}

int decrypt_page(void* with, int page, unsigned char* data, int length, int kept, int check)
try {
    const int wrong = page == 1 ? SQLITE_NOTADB : SQLITE_CORRUPT;
    if (kept < reserved_length)
        return wrong;
    const std::span sealed(data, static_cast<std::size_t>(length) - seal_length);
    PageKeys keys(cipher_of(with), page, sealed.last(random_length).data());
    const bool is_sealed = keys.is_sealed(sealed, sealed.data() + sealed.size());
    keys.turn(content_of(sealed, page));
    if (check != 0 && !is_sealed)
        return wrong;
    if (page == 1)
        std::ranges::copy(file_mark, data);
    return SQLITE_OK;
} catch (const std::runtime_error&) {
    return SQLITE_ERROR;
}

int register_page_cipher()
{
    static const CipherDescriptor descriptor{"hallkeeper", allocate, release, clone, legacy,
        page_size, reserved, salt, generate_key, encrypt_page, decrypt_page};
    static const CipherParams no_parameters[] = {{"", 0, 0, 0, 0}};
    if (sodium_init() < 0 || sqlite3mc_register_cipher(&descriptor, no_parameters, 0) != SQLITE_OK)
        throw std::logic_error("The page cipher cannot be registered");
    return sqlite3mc_cipher_index(descriptor.m_name);
}

} // namespace

int page_cipher()
{
    static const int number = register_page_cipher();
    return number;
}

} // namespace model::detail

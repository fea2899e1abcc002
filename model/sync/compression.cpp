#include "model/sync/compression.h"

#include "model/sync/messages.h"

#include <memory>
#include <zstd.h>

namespace model {

namespace {

constexpr int level = 1;

} // namespace

std::string compressed(std::string_view bytes)
{
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    const auto size = ZSTD_compress(frame.data(), frame.size(), bytes.data(), bytes.size(), level);
    if (ZSTD_isError(size))
        throw std::logic_error("Compressing a message");
    frame.resize(size);
    return frame;
}

std::string inflated(std::string_view frame, std::size_t most)
{
    const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(
        ZSTD_createDStream(), ZSTD_freeDStream);
    std::string bytes;
    std::string piece(ZSTD_DStreamOutSize(), '\0');
    ZSTD_inBuffer in{frame.data(), frame.size(), 0};
    std::size_t left = 1;
    while (in.pos < in.size) {
        ZSTD_outBuffer out{piece.data(), piece.size(), 0};
        left = ZSTD_decompressStream(stream.get(), &out, &in);
        if (ZSTD_isError(left))
            throw Problem(400, "malformed", {msgid("The message is damaged")});
        bytes.append(piece.data(), out.pos);
        if (bytes.size() > most)
            throw Problem(413, "too_large", {msgid("The message is too large")});
        if (left == 0 && in.pos < in.size)
            throw Problem(400, "malformed", {msgid("The message is damaged")});
    }
    for (bool more = left != 0; more;) { // what the decoder still holds back
        ZSTD_outBuffer out{piece.data(), piece.size(), 0};
        left = ZSTD_decompressStream(stream.get(), &out, &in);
        if (ZSTD_isError(left) || (left != 0 && out.pos == 0))
            throw Problem(400, "malformed", {msgid("The message is damaged")});
        bytes.append(piece.data(), out.pos);
        if (bytes.size() > most)
            throw Problem(413, "too_large", {msgid("The message is too large")});
        more = left != 0;
    }
    return bytes;
}

} // namespace model

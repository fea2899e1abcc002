#include "model/base/unpacked.h"

#include <stdexcept>
#include <zstd.h>

namespace model {

std::string unpacked(std::string_view frame)
{
    const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
        throw std::logic_error("An asset that is no zstd frame");
    std::string bytes(size, '\0');
    const auto read = ZSTD_decompress(bytes.data(), bytes.size(), frame.data(), frame.size());
    if (ZSTD_isError(read) || read != size)
        throw std::logic_error("A damaged asset");
    return bytes;
}

} // namespace model

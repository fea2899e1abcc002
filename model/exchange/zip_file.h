#pragma once

#include "model/exchange/byte_source.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace model {

/// A file inside an archive, as its directory states it.
struct ZipEntry {
    std::string name;
    unsigned method = 0;
    unsigned flags = 0;
    std::uint32_t crc32 = 0;
    std::uint64_t packed = 0;
    std::uint64_t size = 0;
    std::uint64_t offset = 0; ///< of its own header
};

/// An unpacked part that counts what it has given.
class ZipPart : public ByteSource {
public:
    using ByteSource::ByteSource;
    virtual double done() const = 0; ///< the share given so far, 0 to 1
};

/// A Zip archive read by its directory, as spreadsheet programs read it. Poco's ZipArchive goes
/// through the local headers instead, which do not tell the sizes when the writer streamed.
class ZipFile {
public:
    /// Throws SheetError if it is cut off, damaged, too large or encrypted.
    explicit ZipFile(const std::filesystem::path& path);

    /// Names are compared without case and leading slash.
    bool has(std::string_view name) const;

    /// Unpacks one part; several may be open at once. It throws SheetError when the bytes are
    /// damaged (checksum, size) or come to more than sheet_limits allow, for all parts together.
    std::unique_ptr<ZipPart> open(std::string_view name);

    const std::string& file() const { return file_; }

private:
    void read_directory(std::istream& input, std::uint64_t size);

    std::filesystem::path path_;
    std::string file_;
    std::map<std::string, ZipEntry, std::less<>> entries_;
    std::shared_ptr<std::uint64_t> inflated_ = std::make_shared<std::uint64_t>(0);
};

} // namespace model

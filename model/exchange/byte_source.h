#pragma once

#include <cstddef>
#include <string>

namespace model {

/// Bytes that come one piece at a time, with the names that sentences about them need.
class ByteSource {
public:
    ByteSource(std::string file, std::string part) : file_(std::move(file)), part_(std::move(part))
    {
    }
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    /// Fills at most `size` bytes at `to`; 0 only at the end. Throws SheetError.
    virtual std::size_t read(char* to, std::size_t size) = 0;

    const std::string& file() const { return file_; }
    const std::string& part() const { return part_; } ///< the file inside the archive

private:
    std::string file_;
    std::string part_;
};

/// Ends reading with the sentence that this part of the file is damaged.
[[noreturn]] void refuse_damaged(const ByteSource& source);

} // namespace model

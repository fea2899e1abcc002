#pragma once

#include "model/exchange/encoding.h"

#include <cstdint>
#include <filesystem>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace model {

/// Counts lines that end in LF, CR or CRLF, piece by piece.
class LineCounter {
public:
    void pass(std::string_view piece);

    /// The line, from 1, that the next character stands in.
    int line() const { return line_; }

private:
    int line_ = 1;
    bool after_return_ = false;
};

/// A text file as pieces of UTF-8, whatever it is written in. Holds one piece in memory.
class TextFile {
public:
    /// Without an encoding it is found out: byte order mark, then UTF-8 if every byte of the file
    /// fits, then GB18030. Throws SheetError where one file mixes UTF-8 and GBK, naming the row.
    explicit TextFile(const std::filesystem::path& path, std::optional<Encoding> forced = {});

    /// Text that was pasted; `name` is what sentences call it.
    TextFile(const std::string& name, const std::string& utf8);

    /// Appends the next piece to `text`; false at the end. Throws SheetError at bytes that are no
    /// character, naming the row.
    bool read(std::string& text);

    Encoding encoding() const { return encoding_; }
    double done() const;

private:
    std::size_t read_bytes();
    Encoding guess_encoding();
    [[noreturn]] void refuse_bytes() const;

    std::filesystem::path path_;
    std::unique_ptr<std::istream> input_;
    std::uint64_t size_ = 0;
    std::uint64_t read_ = 0;
    LineCounter lines_;
    bool guessed_ = false;
    Encoding encoding_ = Encoding::utf8;
    std::optional<Decoder> decoder_;
    std::string buffer_;
};

} // namespace model

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// How a text file writes its characters. `gb18030` reads GBK and GB2312 as well, which are parts
/// of it; `gbk` is told apart only when writing.
enum class Encoding { utf8, utf16le, utf16be, gb18030, gbk };

/// "utf-8", "gbk", "gb18030", "gb2312", "utf-16le", "utf-16be", in any case, with or without the
/// hyphen.
std::optional<Encoding> parse_encoding(std::string_view name);
std::string encoding_name(Encoding encoding);

/// Turns bytes into UTF-8, piece by piece; a character may be cut between two pieces.
class Decoder {
public:
    explicit Decoder(Encoding encoding) : encoding_(encoding) {}

    /// Appends the characters of `bytes` to `text`, up to the first that is malformed. False if
    /// there was one; the decoder is then of no further use.
    bool feed(std::string_view bytes, std::string& text);

    /// Whether the last piece ended with a whole character.
    bool complete() const { return rest_.empty(); }

private:
    bool decode(std::string_view bytes, std::string& text);

    Encoding encoding_;
    std::string rest_; ///< the beginning of a cut character
};

/// UTF-8 text as the bytes of `encoding`. Characters that it has no bytes for are left out and,
/// each once, added to `missing`. GBK is the one- and two-byte part of GB18030.
std::string encode(std::string_view utf8, Encoding encoding, std::vector<std::string>& missing);

} // namespace model

#include "model/exchange/text_file.h"

#include "model/base/text.h"
#include "model/exchange/sheet.h"
#include "model/exchange/sheet_limits.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

namespace model {

namespace {

constexpr std::size_t piece_bytes = 64U << 10U;

/// Looks at every line of a file to tell UTF-8 from GBK. Chinese text in GBK is almost never
/// well-formed UTF-8, and never for several characters on end; so a file with lines of both kinds
/// was glued together from two, and neither reading of it would be right.
class Utf8Census {
public:
    void feed(std::string_view bytes)
    {
        if (first_good_ != 0 && first_bad_ == 0 && bad_ == 0 && pending_.empty())
            bytes.remove_prefix(sound_front(bytes));
        for (std::size_t i = 0; i < bytes.size();) {
            const auto first = static_cast<unsigned char>(bytes[i]);
            if (pending_.empty() && first < 0x80) {
                ascii(bytes[i++]);
                continue;
            }
            pending_ += bytes[i++];
            settle();
        }
    }

    void finish()
    {
        bad_ += pending_.size();
        end_line();
    }

    bool all_utf8() const { return first_bad_ == 0; }
    bool binary() const { return binary_; }

    /// The first row that is not written like the rest; 0 if the file is of one kind.
    int odd_row() const
    {
        if (damaged_ != 0)
            return damaged_;
        return first_bad_ != 0 && first_good_ != 0 ? std::max(first_bad_, first_good_) : 0;
    }

private:
    /// Passes over what is plainly UTF-8, once a row of it has been seen: the fast way through a
    /// large file. Gives the number of bytes passed.
    std::size_t sound_front(std::string_view bytes)
    {
        while (!bytes.empty() && static_cast<unsigned char>(bytes.back()) >= 0x80)
            bytes.remove_suffix(1);
        if (bytes.empty() || !is_utf8(bytes))
            return 0;
        binary_ = binary_ || bytes.find('\0') != std::string_view::npos;
        lines_.pass(bytes);
        long_ = high_ = 0;
        return bytes.size();
    }

    void ascii(char c)
    {
        binary_ = binary_ || c == '\0';
        if (c == '\n' || c == '\r')
            end_line();
        lines_.pass({&c, 1});
    }

    /// Takes the sequence that `pending_` holds off, once it is whole or cannot become one.
    void settle()
    {
        const auto first = static_cast<unsigned char>(pending_[0]);
        const std::size_t wanted = first < 0xC2 || first > 0xF4 ? 1
            : first < 0xE0                                      ? 2
            : first < 0xF0                                      ? 3
                                                                : 4;
        const bool tail =
            pending_.size() == 1 || (static_cast<unsigned char>(pending_.back()) & 0xC0U) == 0x80;
        if (tail && pending_.size() < wanted)
            return;
        if (tail && is_utf8(pending_)) {
            long_ += wanted > 2 ? wanted : 0;
            high_ += wanted;
            pending_.clear();
            return;
        }
        // The first byte stands alone; what follows it may start anew.
        const auto rest = std::exchange(pending_, {}).substr(1);
        ++bad_;
        ++high_;
        feed(rest);
    }

    void end_line()
    {
        constexpr std::size_t sure = 9; // three Chinese characters
        if (bad_ == 0 && long_ >= sure && first_good_ == 0)
            first_good_ = lines_.line();
        if (bad_ != 0 && first_bad_ == 0)
            first_bad_ = lines_.line();
        if (bad_ != 0 && long_ >= sure && long_ * 3 > high_ * 2 && damaged_ == 0)
            damaged_ = lines_.line();
        bad_ = long_ = high_ = 0;
    }

    std::string pending_;
    LineCounter lines_;
    std::size_t bad_ = 0;  ///< bytes of this line that belong to no UTF-8 character
    std::size_t long_ = 0; ///< bytes of this line in characters of three or four
    std::size_t high_ = 0; ///< bytes of this line that are not ASCII
    int first_bad_ = 0;
    int first_good_ = 0;
    int damaged_ = 0; ///< the first line that is UTF-8 for the most part, but not whole
    bool binary_ = false;
};

std::optional<Encoding> marked_encoding(std::string_view front)
{
    if (front.starts_with("\xEF\xBB\xBF"))
        return Encoding::utf8;
    if (front.starts_with("\xFF\xFE"))
        return Encoding::utf16le;
    if (front.starts_with("\xFE\xFF"))
        return Encoding::utf16be;
    return std::nullopt;
}

} // namespace

void LineCounter::pass(std::string_view piece)
{
    if (piece.empty())
        return;
    if (after_return_ && piece.front() == '\n')
        --line_; // counted with the CR that ended the piece before
    for (auto at = piece.find('\n'); at != std::string_view::npos; at = piece.find('\n', at + 1))
        ++line_;
    for (auto at = piece.find('\r'); at != std::string_view::npos; at = piece.find('\r', at + 1))
        line_ += at + 1 == piece.size() || piece[at + 1] != '\n';
    after_return_ = piece.back() == '\r';
}

TextFile::TextFile(const std::filesystem::path& path, std::optional<Encoding> forced)
    : path_(path)
    , input_(std::make_unique<std::ifstream>(path, std::ios::binary))
{
    std::error_code error;
    size_ = std::filesystem::file_size(path, error);
    if (error || !*input_)
        throw SheetError({msgid("{1} cannot be opened; see whether it is still there, whether you "
                                "may read it, and whether another program holds it."),
            {file_name(path)}});
    if (size_ > sheet_limits::file_bytes)
        throw SheetError({msgid("{1} is larger than {2} MiB; split it into smaller files."),
            {file_name(path), std::to_string(sheet_limits::file_bytes >> 20U)}});

    read_bytes();
    const auto marked = marked_encoding(buffer_);
    guessed_ = !marked && !forced;
    if (forced)
        encoding_ = *forced;
    else
        encoding_ = marked ? *marked : guess_encoding();
    decoder_.emplace(encoding_);
    const std::size_t mark = marked != encoding_ ? 0 : encoding_ == Encoding::utf8 ? 3 : 2;
    input_->clear();
    input_->seekg(static_cast<std::streamoff>(mark));
    read_ = mark;
}

TextFile::TextFile(const std::string& name, const std::string& utf8)
    : path_(std::u8string(name.begin(), name.end()))
    , input_(std::make_unique<std::istringstream>(
          marked_encoding(utf8) == Encoding::utf8 ? utf8.substr(3) : utf8))
    , size_(utf8.size())
    , decoder_(Encoding::utf8)
{
}

std::size_t TextFile::read_bytes()
{
    buffer_.resize(piece_bytes);
    input_->read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.resize(static_cast<std::size_t>(input_->gcount()));
    if (input_->bad())
        throw SheetError(
            {msgid("{1} cannot be read to its end; copy it to this computer's disk and "
                   "try again."),
                {file_name(path_)}});
    read_ += buffer_.size();
    return buffer_.size();
}

Encoding TextFile::guess_encoding()
{
    Utf8Census census;
    do
        census.feed(buffer_);
    while (read_bytes() != 0);
    census.finish();
    if (census.binary())
        throw SheetError({msgid("{1} is neither a workbook nor a table in a text file; save it as "
                                ".xlsx or .csv."),
            {file_name(path_)}});
    if (const int row = census.odd_row())
        throw SheetError({msgid("{1} mixes two encodings: row {2} is not written like the rest; "
                                "correct that row and save the file as UTF-8."),
            {file_name(path_), std::to_string(row)}});
    return census.all_utf8() ? Encoding::utf8 : Encoding::gb18030;
}

bool TextFile::read(std::string& text)
{
    const auto before = text.size();
    const bool any = read_bytes() != 0;
    const bool sound = any ? decoder_->feed(buffer_, text) : decoder_->complete();
    const auto piece = std::string_view(text).substr(before);
    lines_.pass(piece);
    if (!sound)
        refuse_bytes();
    if (piece.find('\0') != std::string_view::npos)
        throw SheetError({msgid("{1} is neither a workbook nor a table in a text file; save it as "
                                ".xlsx or .csv."),
            {file_name(path_)}});
    return any;
}

void TextFile::refuse_bytes() const
{
    const auto row = std::to_string(lines_.line());
    if (guessed_)
        throw SheetError({msgid("{1}: row {2} holds bytes that are neither UTF-8 nor GBK; save the "
                                "file again as UTF-8, or name its encoding."),
            {file_name(path_), row}});
    throw SheetError({msgid("{1}: row {2} holds bytes that are not {3}; correct that row and save "
                            "the file as UTF-8, or name its encoding."),
        {file_name(path_), row, encoding_name(encoding_)}});
}

double TextFile::done() const
{
    return size_ == 0 ? 1 : static_cast<double>(read_) / static_cast<double>(size_);
}

} // namespace model

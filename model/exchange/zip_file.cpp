#include "model/exchange/zip_file.h"

#include "model/base/text.h"
#include "model/exchange/sheet.h"
#include "model/exchange/sheet_limits.h"

#include <Poco/Checksum.h>
#include <Poco/Exception.h>
#include <Poco/InflatingStream.h>

#include <algorithm>
#include <fstream>
#include <optional>

namespace model {

namespace {

[[noreturn]] void refuse_file(const std::string& file)
{
    throw SheetError({msgid("{1} is cut off or damaged; fetch it again, or open it in Excel or WPS "
                            "and save it anew."),
        {file}});
}

/// Little-endian numbers out of a record; past its end there are only zeros.
class Record {
public:
    explicit Record(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number(std::size_t at, std::size_t width) const
    {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < width && at + i < bytes_.size(); ++i)
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes_[at + i]))
                << (8 * i);
        return value;
    }

private:
    std::string_view bytes_;
};

std::string read_at(std::istream& input, std::uint64_t offset, std::size_t length)
{
    std::string bytes(length, '\0');
    input.clear();
    input.seekg(static_cast<std::streamoff>(offset));
    input.read(bytes.data(), static_cast<std::streamsize>(length));
    bytes.resize(input ? length : 0);
    return bytes;
}

std::string part_key(std::string_view name)
{
    auto key = lower(name);
    std::ranges::replace(key, '\\', '/');
    key.erase(0, key.find_first_not_of('/'));
    return key;
}

/// Sizes and places that do not fit 32 bits stand in an extra field, in this order; some writers
/// always put them there.
void take_wide_fields(ZipEntry& entry, std::string_view extra)
{
    constexpr std::uint64_t elsewhere = 0xFFFF'FFFF;
    constexpr std::uint64_t wide_fields = 1;
    while (extra.size() >= 4) {
        const Record head(extra);
        const auto length = head.number(2, 2);
        if (head.number(0, 2) == wide_fields) {
            std::size_t at = 4;
            for (auto* field : {&entry.size, &entry.packed, &entry.offset})
                if (*field == elsewhere && at + 8 <= 4 + length) {
                    *field = head.number(at, 8);
                    at += 8;
                }
            return;
        }
        extra.remove_prefix(std::min<std::size_t>(extra.size(), 4 + length));
    }
}

constexpr std::size_t end_record_length = 22;
constexpr std::size_t entry_length = 46;
constexpr std::size_t local_header_length = 30;
constexpr unsigned encrypted = 1;
constexpr unsigned stored = 0;
constexpr unsigned deflated = 8;
constexpr int bare_deflate = -15; // zlib's window bits for a stream without a header of its own

class OpenPart : public ZipPart {
public:
    OpenPart(const std::filesystem::path& path, const std::string& file, const ZipEntry& entry,
        std::shared_ptr<std::uint64_t> inflated)
        : ZipPart(file, entry.name)
        , entry_(entry)
        , input_(path, std::ios::binary)
        , inflated_(std::move(inflated))
    {
        const auto header = read_at(input_, entry.offset, local_header_length);
        const Record record(header);
        if (!header.starts_with("PK\x03\x04") || (entry.flags & encrypted) != 0
            || (entry.method != stored && entry.method != deflated))
            refuse_damaged(*this);
        const auto data =
            entry.offset + local_header_length + record.number(26, 2) + record.number(28, 2);
        input_.seekg(static_cast<std::streamoff>(data));
        if (entry.method == deflated) {
            inflater_.emplace(input_, bare_deflate);
            inflater_->exceptions(std::ios::badbit); // or the stream would swallow zlib's complaint
        }
    }

    std::size_t read(char* to, std::size_t size) override
    {
        if (finished_)
            return 0;
        const auto count = take(to, size);
        given_ += count;
        *inflated_ += count;
        checksum_.update(to, static_cast<unsigned>(count));
        check_limits();
        if (count == 0) {
            finished_ = true;
            if (given_ != entry_.size || checksum_.checksum() != entry_.crc32)
                refuse_damaged(*this);
        }
        return count;
    }

    double done() const override
    {
        return entry_.size == 0 ? 1
                                : static_cast<double>(given_) / static_cast<double>(entry_.size);
    }

private:
    std::size_t take(char* to, std::size_t size)
    try {
        std::istream& from = inflater_ ? static_cast<std::istream&>(*inflater_) : input_;
        if (!inflater_)
            size = static_cast<std::size_t>(std::min<std::uint64_t>(size, entry_.size - given_));
        from.read(to, static_cast<std::streamsize>(size));
        return static_cast<std::size_t>(from.gcount());
    } catch (const Poco::Exception&) {
        refuse_damaged(*this);
    } catch (const std::ios::failure&) {
        refuse_damaged(*this);
    }

    void check_limits() const
    {
        const bool swollen = given_ > sheet_limits::free_bytes
            && given_ / sheet_limits::inflation_ratio > entry_.packed;
        if (*inflated_ > sheet_limits::inflated_bytes || swollen)
            throw SheetError(
                {msgid("{1} unpacks to more than a sheet can be (its part {2}); copy the "
                       "table alone into a new workbook and save that."),
                    {file(), part()}});
    }

    ZipEntry entry_;
    std::ifstream input_;
    std::optional<Poco::InflatingInputStream> inflater_;
    std::shared_ptr<std::uint64_t> inflated_;
    Poco::Checksum checksum_;
    std::uint64_t given_ = 0;
    bool finished_ = false;
};

} // namespace

void refuse_damaged(const ByteSource& source)
{
    throw SheetError(
        {msgid("{1} is damaged in its part {2}; fetch it again, or open it in Excel or "
               "WPS and save it anew."),
            {source.file(), source.part()}});
}

ZipFile::ZipFile(const std::filesystem::path& path) : path_(path), file_(file_name(path))
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream input(path, std::ios::binary);
    if (error || !input)
        throw SheetError({msgid("{1} cannot be opened; see whether it is still there, whether you "
                                "may read it, and whether another program holds it."),
            {file_}});
    if (size > sheet_limits::file_bytes)
        throw SheetError({msgid("{1} is larger than {2} MiB; split it into smaller files."),
            {file_, std::to_string(sheet_limits::file_bytes >> 20U)}});
    read_directory(input, size);
}

void ZipFile::read_directory(std::istream& input, std::uint64_t size)
{
    constexpr std::uint64_t longest_comment = 0xFFFF;
    const auto tail_length = std::min<std::uint64_t>(size, end_record_length + longest_comment);
    const auto tail = read_at(input, size - tail_length, static_cast<std::size_t>(tail_length));
    const auto end_at = tail.rfind("PK\x05\x06");
    if (end_at == std::string::npos || tail.size() - end_at < end_record_length)
        refuse_file(file_);
    const Record end(std::string_view(tail).substr(end_at));
    const auto count = end.number(10, 2);
    const auto length = end.number(12, 4);
    const auto offset = end.number(16, 4);
    if (count > sheet_limits::zip_entries || length > size || offset > size - length)
        refuse_file(file_);

    const auto bytes = read_at(input, offset, static_cast<std::size_t>(length));
    std::string_view left = bytes;
    for (std::uint64_t i = 0; i < count; ++i) {
        const Record record(left);
        const auto name_length = record.number(28, 2);
        const auto extra_length = record.number(30, 2);
        const auto whole = entry_length + name_length + extra_length + record.number(32, 2);
        if (!left.starts_with("PK\x01\x02") || whole > left.size())
            refuse_file(file_);
        ZipEntry entry{.name = std::string(left.substr(entry_length, name_length)),
            .method = static_cast<unsigned>(record.number(10, 2)),
            .flags = static_cast<unsigned>(record.number(8, 2)),
            .crc32 = static_cast<std::uint32_t>(record.number(16, 4)),
            .packed = record.number(20, 4),
            .size = record.number(24, 4),
            .offset = record.number(42, 4)};
        take_wide_fields(entry, left.substr(entry_length + name_length, extra_length));
        if (entry.packed > size || entry.offset > size - entry.packed)
            refuse_file(file_);
        auto key = part_key(entry.name);
        entries_.emplace(std::move(key), std::move(entry));
        left.remove_prefix(whole);
    }
}

bool ZipFile::has(std::string_view name) const
{
    return entries_.contains(part_key(name));
}

std::unique_ptr<ZipPart> ZipFile::open(std::string_view name)
{
    const auto found = entries_.find(part_key(name));
    if (found == entries_.end())
        refuse_file(file_);
    return std::make_unique<OpenPart>(path_, file_, found->second, inflated_);
}

} // namespace model

#include "model/rules/media_types.h"

#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace model {

namespace {

constexpr std::array kinds{
    MediaType{"image/jpeg", "jpg", true},
    MediaType{"image/png", "png", true},
    MediaType{"application/pdf", "pdf"},
    MediaType{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
    MediaType{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
    MediaType{"application/vnd.ms-works", "wps"},
    MediaType{"application/vnd.wps-et", "et"},
    MediaType{"text/plain", "txt"},
    MediaType{"application/ofd", "ofd"},
};

using std::string_view_literals::operator""sv;

constexpr auto jpeg = "\xff\xd8\xff"sv;
constexpr auto png = "\x89PNG\r\n\x1a\n"sv;
constexpr auto pdf = "%PDF-"sv;
constexpr auto zip = "PK\x03\x04"sv;
constexpr auto zip_entry = "PK\x01\x02"sv;
constexpr auto zip_end = "PK\x05\x06"sv;
constexpr auto compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv; ///< of WPS and the older Office

std::optional<MediaType> kind_of(std::string_view ending)
{
    const auto found = std::ranges::find(kinds, ending, &MediaType::ending);
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

std::string ending_of(std::string_view file_name)
{
    const auto dot = file_name.rfind('.');
    return dot == std::string_view::npos ? std::string() : folded(file_name.substr(dot + 1));
}

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::size_t number = 0;
    for (std::size_t i = size; i-- > 0;)
        number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::int64_t big_number_at(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::int64_t number = 0;
    for (std::size_t i = 0; i < size; ++i)
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

/// The names in the directory at the end of a zip file, as far as it can be read.
std::vector<std::string_view> names_in(std::string_view bytes)
{
    constexpr std::size_t end_size = 22;
    constexpr std::size_t entry_size = 46;
    std::vector<std::string_view> names;
    const auto end = bytes.rfind(zip_end);
    if (end == std::string_view::npos || end + end_size > bytes.size())
        return names;
    auto at = number_at(bytes, end + 16, 4);
    for (auto left = number_at(bytes, end + 10, 2); left > 0; --left) {
        if (at + entry_size > bytes.size() || bytes.substr(at, 4) != zip_entry)
            break;
        const auto length = number_at(bytes, at + 28, 2);
        if (at + entry_size + length > bytes.size())
            break;
        names.push_back(bytes.substr(at + entry_size, length));
        at += entry_size + length + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
    }
    return names;
}

std::optional<MediaType> kind_of_zip(std::string_view bytes)
{
    const auto names = names_in(bytes);
    const auto has = [&](std::string_view name) {
        return std::ranges::find(names, name) != names.end();
    };
    const bool has_macros = std::ranges::any_of(
        names, [](std::string_view name) { return name.ends_with("vbaProject.bin"); });
    if (has_macros)
        return std::nullopt;
    if (has("word/document.xml"))
        return kind_of("docx");
    if (has("xl/workbook.xml"))
        return kind_of("xlsx");
    if (has("OFD.xml"))
        return kind_of("ofd");
    return std::nullopt;
}

/// Words have no bytes that steer a machine, but those that end lines and pages.
bool is_text(std::string_view bytes)
{
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) // UTF-16, as Notepad has it
        return bytes.size() % 2 == 0;
    return std::ranges::none_of(bytes, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
    });
}

} // namespace

std::optional<MediaType> media_of(std::string_view bytes, std::string_view file_name)
{
    constexpr std::size_t before_pdf = 1024; // some scanners write a line of their own first
    const auto ending = ending_of(file_name);
    if (bytes.starts_with(jpeg))
        return kind_of("jpg");
    if (bytes.starts_with(png))
        return kind_of("png");
    if (bytes.substr(0, before_pdf).find(pdf) != std::string_view::npos)
        return kind_of("pdf");
    if (bytes.starts_with(zip))
        return kind_of_zip(bytes);
    if (bytes.starts_with(compound))
        return ending == "wps" || ending == "et" ? kind_of(ending) : std::nullopt;
    if (ending == "txt" && is_text(bytes))
        return kind_of("txt");
    return std::nullopt;
}

std::optional<MediaType> media_named(std::string_view name)
{
    const auto found = std::ranges::find(kinds, name, &MediaType::name);
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

std::optional<std::int64_t> dots_of_image(std::string_view bytes)
{
    constexpr std::size_t png_head = 24;
    if (bytes.starts_with(png) && bytes.size() >= png_head)
        return big_number_at(bytes, 16, 4) * big_number_at(bytes, 20, 4);
    if (!bytes.starts_with(jpeg))
        return std::nullopt;
    for (std::size_t at = 2; at + 9 <= bytes.size();) {
        const auto mark = static_cast<unsigned char>(bytes[at + 1]);
        if (static_cast<unsigned char>(bytes[at]) != 0xff)
            return std::nullopt;
        const bool is_frame =
            mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc;
        if (is_frame)
            return big_number_at(bytes, at + 5, 2) * big_number_at(bytes, at + 7, 2);
        const bool is_filling = mark == 0xff;
        at += is_filling ? 1 : 2 + static_cast<std::size_t>(big_number_at(bytes, at + 2, 2));
    }
    return std::nullopt;
}

std::string endings_kept()
{
    std::vector<std::string> endings;
    for (const auto& kind : kinds)
        endings.emplace_back(kind.ending);
    return join(endings, "、");
}

} // namespace model

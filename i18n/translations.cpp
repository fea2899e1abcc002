#include "i18n/translations.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>

namespace i18n {

namespace {

std::uint32_t number(std::string_view bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}

std::string_view entry(std::string_view bytes, std::size_t table, std::size_t i)
{
    return bytes.substr(number(bytes, table + 8 * i + 4), number(bytes, table + 8 * i));
}

using Table = std::map<std::string_view, std::string_view>;

/// The format is gettext's: a magic number, the count, and two tables of (length, offset).
std::shared_ptr<const Table> read(std::string_view bytes)
{
    auto table = std::make_shared<Table>();
    const auto count = number(bytes, 8);
    for (std::size_t i = 0; i < count; ++i)
        table->emplace(entry(bytes, number(bytes, 12), i), entry(bytes, number(bytes, 16), i));
    return table;
}

} // namespace

std::string_view language_of(std::string_view name)
{
    return name.starts_with("en") ? languages[1] : languages[0];
}

model::Translate translator(std::string_view language)
{
    const auto all = detail::catalogues();
    const auto found = std::ranges::find(all, language, &detail::Catalogue::language);
    if (found == all.end())
        return [](const char* id) { return std::string(id); };
    return [table = read(found->bytes)](const char* id) {
        const auto entry = table->find(id);
        return std::string(
            entry == table->end() || entry->second.empty() ? std::string_view(id) : entry->second);
    };
}

} // namespace i18n

#include "model/commands/serials.h"

#include "assets/assets.h"
#include "model/base/text.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace model {

namespace {

constexpr std::string_view after_serial = "号";

/// The words with which numbers begin, by register.
const std::map<std::string, std::string, std::less<>>& series()
{
    static const auto all = [] {
        std::map<std::string, std::string, std::less<>> words;
        const auto lines = split(assets::text("codes/serials.csv"), '\n');
        for (std::size_t i = 1; i < lines.size(); ++i)
            if (const auto cells = split(lines[i], ','); cells.size() == 2)
                words.emplace(cells[0], cells[1]);
        return words;
    }();
    return all;
}

/// 12 of "12号"; 0 where it is no serial.
std::int64_t serial_of(std::string_view text)
{
    std::int64_t serial = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), serial);
    const bool is_whole = error == std::errc{}
        && std::string_view(end, static_cast<std::size_t>(text.data() + text.size() - end))
            == after_serial;
    return is_whole ? serial : 0;
}

} // namespace

const FieldDef* serial_field(const EntityDef& def)
{
    return series().contains(def.name) ? def.find("number") : nullptr;
}

std::optional<std::string> next_serial(RecordStore& store, const EntityDef& def)
{
    const auto* field = serial_field(def);
    if (!field)
        return std::nullopt;
    auto before = series().find(def.name)->second + "〔"
        + std::to_string(static_cast<int>(store.today().year())) + "〕";
    if (const auto device = store.self().device; device != 0)
        before += std::to_string(device) + '-';
    return guarded(store.db(), [&] {
        SQLite::Statement rows(store.db().handle(),
            "SELECT " + quoted(field->name) + " FROM " + quoted(def.name) + " WHERE substr("
                + quoted(field->name) + ", 1, length(?1)) = ?1");
        rows.bind(1, before);
        std::int64_t greatest = 0;
        while (rows.executeStep())
            greatest =
                std::max(greatest, serial_of(rows.getColumn(0).getString().substr(before.size())));
        return before + std::to_string(greatest + 1) + std::string(after_serial);
    });
}

} // namespace model

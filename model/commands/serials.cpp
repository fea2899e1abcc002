#include "model/commands/serials.h"

#include "assets/assets.h"
#include "model/base/text.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace model {

namespace {

constexpr std::string_view after_serial = "号";

/// How a register numbers its records.
struct Series {
    std::string word;  ///< with which numbers begin
    std::string day;   ///< the field whose year they are of
    std::size_t width; ///< digits at least
};

const std::map<std::string, Series, std::less<>>& all_series()
{
    static const auto all = [] {
        constexpr std::size_t columns = 4;
        std::map<std::string, Series, std::less<>> series;
        const auto lines = split(assets::text("codes/serials.csv"), '\n');
        for (std::size_t i = 1; i < lines.size(); ++i)
            if (const auto cells = split(lines[i], ','); cells.size() == columns)
                series.emplace(cells[0],
                    Series{cells[1], cells[2], static_cast<std::size_t>(std::stoi(cells[3]))});
        return series;
    }();
    return all;
}

int year_of(const Record& record, const Series& series, Date today)
{
    const auto* day = std::get_if<Date>(&record[series.day]);
    return static_cast<int>((day ? *day : today).year());
}

std::string beginning(const Series& series, int year)
{
    return series.word + "〔" + std::to_string(year) + "〕";
}

std::string end(const Series& series, std::int64_t serial)
{
    auto digits = std::to_string(serial);
    digits.insert(0, series.width - std::min(series.width, digits.size()), '0');
    return digits + std::string(after_serial);
}

/// 12 of "012号"; 0 where it is no serial.
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
    return all_series().contains(def.name) ? def.find("number") : nullptr;
}

std::string serial_text(const EntityDef& def, int year, std::int64_t serial)
{
    const auto found = all_series().find(def.name);
    return found == all_series().end()
        ? std::string()
        : beginning(found->second, year) + end(found->second, serial);
}

std::optional<std::string> SerialNumbers::next(const Record& record)
{
    const auto& def = *record.def;
    const auto* field = serial_field(def);
    if (!field)
        return std::nullopt;
    const auto& series = all_series().find(def.name)->second;
    auto before = beginning(series, year_of(record, series, store_.today()));
    if (const auto device = store_.self().device; device != 0)
        before += std::to_string(device) + '-';
    const auto [known, is_new] = greatest_.try_emplace(before);
    if (is_new)
        known->second = greatest(*field, def, before);
    return before + end(series, ++known->second);
}

std::int64_t SerialNumbers::greatest(
    const FieldDef& field, const EntityDef& def, const std::string& before)
{
    return guarded(store_.db(), [&] {
        SQLite::Statement rows(store_.db().handle(),
            "SELECT " + quoted(field.name) + " FROM " + quoted(def.name) + " WHERE substr("
                + quoted(field.name) + ", 1, length(?1)) = ?1");
        rows.bind(1, before);
        std::int64_t greatest = 0;
        while (rows.executeStep())
            greatest =
                std::max(greatest, serial_of(rows.getColumn(0).getString().substr(before.size())));
        return greatest;
    });
}

std::optional<std::string> next_serial(RecordStore& store, const Record& record)
{
    return SerialNumbers(store).next(record);
}

} // namespace model

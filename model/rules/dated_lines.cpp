#include "model/rules/dated_lines.h"

#include "assets/assets.h"

#include <charconv>
#include <stdexcept>

namespace model {

namespace {

std::string_view cut(std::string_view& text, char separator)
{
    const auto end = text.find(separator);
    const auto part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

} // namespace

std::int64_t DatedLine::number() const
{
    std::int64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

std::vector<DatedLine> read_dated_lines(std::string_view asset)
{
    std::vector<DatedLine> lines;
    auto text = assets::text(asset);
    const bool has_unit = cut(text, '\n').find(",unit,") != std::string_view::npos;
    while (!text.empty()) {
        auto row = cut(text, '\n');
        DatedLine line;
        line.key = cut(row, ',');
        line.value = cut(row, ',');
        if (has_unit)
            line.unit = cut(row, ',');
        line.source.document = cut(row, ',');
        line.source.article = cut(row, ',');
        const auto since = parse_iso_date(row);
        if (!since)
            throw std::logic_error(std::string(asset) + ": a line without its day");
        line.source.in_force_since = *since;
        lines.push_back(line);
    }
    return lines;
}

const DatedLine* newest(const std::vector<DatedLine>& lines, std::string_view key, Date today)
{
    const DatedLine* best = nullptr;
    for (const auto& line : lines)
        if (line.key == key && line.source.in_force_since <= today
            && (!best || best->source.in_force_since <= line.source.in_force_since))
            best = &line;
    return best;
}

std::optional<Source> source_of(const DatedLine& line)
{
    return line.source.document.empty() ? std::nullopt : std::optional(line.source);
}

} // namespace model

#include "model/rules/limits.h"

#include "assets/assets.h"

#include <charconv>
#include <stdexcept>

namespace model {

namespace {

/// A line of one of our own lists: a key, what it stands for, and whence and since when.
struct Line {
    std::string_view key;
    std::string_view value;
    Source source;
};

std::string_view cut(std::string_view& text, char separator)
{
    const auto end = text.find(separator);
    const auto part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

/// The lists hold no quotation marks: each comma parts two cells.
std::vector<Line> read(std::string_view asset)
{
    std::vector<Line> lines;
    auto text = assets::text(asset);
    cut(text, '\n'); // the heads
    while (!text.empty()) {
        auto row = cut(text, '\n');
        Line line;
        line.key = cut(row, ',');
        line.value = cut(row, ',');
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

const Line* newest(const std::vector<Line>& lines, std::string_view key, Date today)
{
    const Line* best = nullptr;
    for (const auto& line : lines)
        if (line.key == key && line.source.in_force_since <= today
            && (!best || best->source.in_force_since <= line.source.in_force_since))
            best = &line;
    return best;
}

std::optional<Source> source_of(const Line& line)
{
    return line.source.document.empty() ? std::nullopt : std::optional(line.source);
}

} // namespace

std::optional<Limit> limit_on(std::string_view name, Date today)
{
    static const auto lines = read("codes/limits.csv");
    const auto* line = newest(lines, name, today);
    if (!line)
        return std::nullopt;
    Limit limit{.source = source_of(*line)};
    std::from_chars(line->value.data(), line->value.data() + line->value.size(), limit.value);
    return limit;
}

std::optional<PlaceName> place_name_on(std::string_view type, Date today)
{
    static const auto lines = read("codes/place_names.csv");
    const auto* line = newest(lines, type, today);
    if (!line)
        return std::nullopt;
    return PlaceName{line->value, source_of(*line)};
}

} // namespace model

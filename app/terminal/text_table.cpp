#include "app/terminal/text_table.h"

#include "model/base/text.h"

#include <algorithm>

namespace app {

namespace {

/// East Asian Width of UAX #11, with what is ambiguous taken as narrow.
int cells(char32_t c)
{
    constexpr std::pair<char32_t, char32_t> none[] = {
        {0x0300, 0x036F}, {0x200B, 0x200F}, {0xFE00, 0xFE0F}};
    constexpr std::pair<char32_t, char32_t> wide[] = {{0x1100, 0x115F}, {0x2E80, 0x303E},
        {0x3041, 0xA4CF}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
    const auto in = [c](const auto& range) { return c >= range.first && c <= range.second; };
    if (c < 0x20 || std::ranges::any_of(none, in))
        return 0;
    return std::ranges::any_of(wide, in) ? 2 : 1;
}

/// Whether a line may end between the two characters.
bool may_break(char32_t before, char32_t after)
{
    constexpr std::u32string_view closing = U"，。：；！？、）》”’…,.:;!?)]}";
    constexpr std::u32string_view opening = U"（《“‘([{";
    if (closing.find(after) != closing.npos || opening.find(before) != opening.npos)
        return false;
    return before == ' ' || cells(before) == 2 || cells(after) == 2;
}

} // namespace

int cells(std::string_view utf8)
{
    int total = 0;
    for (const auto c : model::to_utf32(utf8))
        total += cells(c);
    return total;
}

std::string cut(std::string_view utf8, int width)
{
    auto text = model::to_utf32(utf8);
    std::ranges::replace_if(
        text, [](char32_t c) { return c < 0x20; }, U' ');
    int used = 0;
    std::size_t fits = 0; // characters that leave room for the sign of the cut
    for (std::size_t i = 0; i < text.size(); ++i) {
        used += cells(text[i]);
        if (used <= width - 1)
            fits = i + 1;
    }
    if (used > width)
        text = text.substr(0, fits) + U'…';
    return model::to_utf8(text);
}

std::string padded(std::string text, int width)
{
    const int missing = width - cells(text);
    return text.append(static_cast<std::size_t>(std::max(missing, 0)), ' ');
}

std::vector<std::string> wrapped(std::string_view utf8, int width)
{
    std::vector<std::string> lines;
    for (const auto& paragraph : model::split(utf8, '\n')) {
        auto rest = model::to_utf32(paragraph);
        do {
            int used = 0;
            std::size_t end = 0; // the last place where the line may break
            std::size_t i = 0;
            for (; i < rest.size() && (used += cells(rest[i])) <= width; ++i)
                if (i + 1 < rest.size() && may_break(rest[i], rest[i + 1]))
                    end = i + 1;
            if (i == rest.size() || end == 0)
                end = i == rest.size() ? i : rest.find_first_of(U" ", i);
            end = std::min(end, rest.size());
            auto line = model::to_utf8(rest.substr(0, end));
            line.erase(line.find_last_not_of(' ') + 1);
            lines.push_back(std::move(line));
            rest.erase(0, end);
            rest.erase(0, rest.find_first_not_of(U' '));
        } while (!rest.empty());
    }
    return lines;
}

std::string moment(model::Instant at)
{
    constexpr std::size_t to_the_second = 19;
    auto text = at ? model::to_iso_time(at).substr(0, to_the_second) : std::string();
    std::ranges::replace(text, 'T', ' ');
    return text;
}

TextTable::TextTable(std::vector<std::string> heads, int widest)
    : heads_(std::move(heads))
    , widest_(widest)
{
}

void TextTable::add(std::vector<std::string> row)
{
    row.resize(heads_.size());
    for (auto& text : row)
        text = cut(text, widest_);
    rows_.push_back(std::move(row));
}

std::string TextTable::text() const
{
    std::vector<int> widths(heads_.size(), 0);
    for (const auto& row : rows_)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], cells(row[i]));
    for (std::size_t i = 0; i < heads_.size(); ++i)
        if (widths[i] > 0)
            widths[i] = std::max(widths[i], cells(heads_[i]));

    const auto line = [&](const std::vector<std::string>& row) {
        std::string text;
        for (std::size_t i = 0; i < row.size(); ++i)
            if (widths[i] > 0)
                text += padded(row[i], widths[i]) + "  ";
        text.erase(text.find_last_not_of(' ') + 1);
        return text + '\n';
    };
    std::string all = line(heads_);
    for (const auto& row : rows_)
        all += line(row);
    return all;
}

} // namespace app

#include "model/assessment/code_rows.h"

#include "assets/assets.h"
#include "model/base/text.h"

#include <stdexcept>

namespace model {

std::vector<std::vector<std::string>> code_rows(std::string_view asset)
{
    const auto lines = split(assets::text(asset), '\n');
    const auto width = split(lines.front(), ',').size();
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].empty())
            continue;
        rows.push_back(split(lines[i], ','));
        if (rows.back().size() != width)
            throw std::logic_error(std::string(asset) + ": a row of another width: " + lines[i]);
    }
    return rows;
}

void unknown_code(const std::string& cell)
{
    throw std::logic_error("a list of ours has the unknown word " + cell);
}

} // namespace model

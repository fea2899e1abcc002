// Files that name each person above his days.
#include "model/base/text.h"
#include "model/day/clock_layout.h"
#include "model/day/clock_text.h"

namespace model {

std::vector<int> days_of_row(const SheetRow& row)
{
    std::vector<int> days;
    std::size_t count = 0;
    int last = 0;
    for (const auto& cell : row.cells) {
        const auto day = cell.text.empty() ? std::nullopt : day_of_head(cell.text);
        if (!cell.text.empty() && (!day || *day <= last) && count > 0)
            return {};
        days.push_back(day.value_or(0));
        if (day) {
            ++count;
            last = *day;
        }
    }
    return count >= fewest_days ? days : std::vector<int>{};
}

std::optional<BlockHead> block_head(const SheetRow& row)
{
    struct Label {
        std::string_view word;
        std::string BlockHead::*into;
    };
    constexpr Label labels[]{{"工号", &BlockHead::number}, {"考勤号码", &BlockHead::number},
        {"登记号码", &BlockHead::number}, {"编号", &BlockHead::number}, {"姓名", &BlockHead::name},
        {"部门", &BlockHead::unit}};
    BlockHead head;
    std::string BlockHead::*waiting = nullptr; // its value stands in the next cell
    for (const auto& cell : row.cells) {
        const auto text = half_width(cell.text);
        if (trimmed(text).empty())
            continue;
        bool is_label = false;
        for (const auto& [word, into] : labels) {
            const auto at = text.find(word);
            if (at == std::string::npos || !(head.*into).empty())
                continue;
            auto rest = text.substr(at + word.size());
            const auto sign = rest.find_first_not_of(" :");
            rest = sign == std::string::npos ? std::string() : rest.substr(sign);
            head.*into = trimmed(rest.substr(0, rest.find_first_of(" \t\n")));
            waiting = (head.*into).empty() ? into : waiting;
            is_label = true;
        }
        if (!is_label && waiting) {
            head.*waiting = trimmed(text);
            waiting = nullptr;
        }
    }
    return head.number.empty() && head.name.empty() ? std::nullopt : std::optional(head);
}

} // namespace model

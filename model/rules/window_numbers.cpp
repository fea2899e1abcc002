#include "model/rules/window_numbers.h"

#include "model/base/text.h"
#include "model/entities/window.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::string_view former = "former_numbers";
constexpr const char* between = "、";

bool is_window(const Record& record)
{
    return record.def->id == def_of<Window>().id;
}

std::string text_of(const Record& window)
{
    return to_text(window[former]);
}

} // namespace

std::vector<std::string> former_numbers(const Record& window)
{
    std::vector<std::string> numbers;
    if (!is_window(window))
        return numbers;
    std::string number;
    const auto end_one = [&] {
        if (auto one = trimmed(number); !one.empty())
            numbers.push_back(std::move(one));
        number.clear();
    };
    constexpr std::u32string_view signs = U"、,;， ；　 ";
    for (const auto c : to_utf32(text_of(window))) {
        if (signs.find(c) != std::u32string_view::npos)
            end_one();
        else
            number += to_utf8(std::u32string(1, c));
    }
    end_one();
    return numbers;
}

bool once_had_number(const Record& window, std::string_view number)
{
    const auto wanted = folded(number);
    if (!is_window(window) || wanted.empty() || folded(to_text(window["number"])) == wanted)
        return false;
    return std::ranges::any_of(
        former_numbers(window), [&](const std::string& each) { return folded(each) == wanted; });
}

void keep_former_number(const Record& before, Record& after)
{
    if (!is_window(before) || is_empty(before["number"]) || before["number"] == after["number"])
        return;
    auto numbers = former_numbers(after);
    const auto drop = [&](const Value& number) {
        std::erase_if(numbers, [wanted = folded(to_text(number))](const std::string& each) {
            return folded(each) == wanted;
        });
    };
    drop(before["number"]);
    drop(after["number"]);
    numbers.push_back(to_text(before["number"]));
    after[former] = join(numbers, between);
}

} // namespace model

#include "model/exchange/row_doubles.h"

#include <algorithm>

namespace model {

namespace {

constexpr const char* otherwise =
    msgid("Row {1} is about the same record and says otherwise: keep one of the two");
constexpr const char* overwriting =
    msgid("It would overwrite “{1}”, of which another row said otherwise: clear this cell if this "
          "row is right, else delete the row");

/// Whether the text holds that sentence, whatever stands in its places.
bool holds_sentence(std::string_view text, std::string_view sentence)
{
    for (std::size_t at = 0; !sentence.empty();) {
        const auto open = sentence.find('{');
        const auto found = text.find(sentence.substr(0, open), at);
        if (found == std::string_view::npos)
            return false;
        at = found + std::min(open, sentence.size());
        const auto close = sentence.find('}');
        sentence.remove_prefix(close == std::string_view::npos ? sentence.size() : close + 1);
    }
    return true;
}

} // namespace

Message says_otherwise(int earlier_row)
{
    return {otherwise, {std::to_string(earlier_row)}};
}

Message would_overwrite(std::string title)
{
    return {overwriting, {std::move(title)}};
}

bool was_refused_as_double(
    const SheetRow& row, const ImportPlan& plan, const ImportOptions& options)
{
    if (!plan.reason_column || *plan.reason_column >= row.cells.size())
        return false;
    const auto& reason = row.cells[*plan.reason_column].text;
    const auto is_said_in = [&](const Translate& language) {
        return holds_sentence(reason, language(otherwise))
            || holds_sentence(reason, language(overwriting));
    };
    const auto untranslated = [](const char* id) { return std::string(id); };
    return !reason.empty()
        && (std::ranges::any_of(options.languages, is_said_in) || is_said_in(untranslated));
}

} // namespace model

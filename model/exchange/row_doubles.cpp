#include "model/exchange/row_doubles.h"

#include <algorithm>

namespace model {

namespace {

/// Rows that somebody mends by hand; of more nothing is kept.
constexpr std::size_t most_mended = 20'000;

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

void RefusedRows::note(const ReadRow& row)
{
    if (rows_.size() < most_mended)
        rows_.push_back({row.number, row.given, row.problems});
}

std::optional<HeldRecords::Index> RefusedRows::record_of(const Record& given)
{
    const auto same = given.id.is_nil() ? std::nullopt : held_.find(given.id);
    // Those that may be alike are none of an earlier row's for that alone.
    return same ? same : matcher_.find(given, [](HeldRecords::Index) { return true; }).record;
}

std::optional<RefusedRows::Double> RefusedRows::difference(
    const Refused& row, const Record& taken) const
{
    for (const auto& problem : row.problems)
        if (problem.field && !is_empty(taken[problem.field->name]))
            return Double{.field = problem.field, .problem = problem};
    for (std::size_t i = 0; i < taken.values.size(); ++i)
        if (const auto& value = row.given.values[i];
            !is_empty(value) && !is_empty(taken.values[i]) && value != taken.values[i])
            return Double{.field = &held_.def().fields[i], .value = value};
    return std::nullopt;
}

std::vector<RefusedRows::Double> RefusedRows::doubles(
    const std::unordered_map<HeldRecords::Index, int>& row_of)
{
    std::vector<Double> doubles;
    for (const auto& row : rows_) {
        const auto record = record_of(row.given);
        const auto other = record ? row_of.find(*record) : row_of.end();
        if (other == row_of.end() || other->second == row.number)
            continue;
        if (auto found = difference(row, held_.record(*record))) {
            found->row = row.number;
            found->other_row = other->second;
            doubles.push_back(std::move(*found));
        }
    }
    return doubles;
}

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

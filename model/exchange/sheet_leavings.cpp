#include "model/exchange/sheet_leavings.h"

#include "model/base/text.h"
#include "model/exchange/cell_reference.h"

namespace model {

void SheetLeavings::note(const SheetRow& row)
{
    hidden_ += row.hidden;
    note_difference(row);
    if (!may_be_headless_)
        note_headless(row);
}

/// Where two columns hold one field, what only the second says is dropped. A code beside its word
/// says the same.
void SheetLeavings::note_difference(const SheetRow& row)
{
    for (const auto& source : plan_.sources) {
        const auto is_worded = !source.field->choices.empty() || !source.field->refers_to.empty();
        if (source.columns.size() < 2 || is_worded)
            continue;
        std::string_view taken;
        for (const auto column : source.columns) {
            const auto text = column < row.cells.size() ? without_white_ends(row.cells[column].text)
                                                        : std::string_view{};
            if (!taken.empty() && !text.empty() && text != taken) {
                ++differing_[&source];
                break;
            }
            taken = taken.empty() ? text : taken;
        }
    }
}

/// What stands under no head goes nowhere, and nobody would miss it.
void SheetLeavings::note_headless(const SheetRow& row)
{
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if ((i >= plan_.heads.size() || plan_.heads[i].empty()) && !row.cells[i].text.empty())
            headless_.insert(i);
}

/// "姓名 A、姓名 F": two columns may have one head.
std::string SheetLeavings::places_of(const std::vector<std::size_t>& columns) const
{
    std::vector<std::string> places;
    for (const auto column : columns)
        places.push_back(plan_.heads[column] + ' ' + column_letters(column));
    return join(places, "、");
}

void SheetLeavings::tell(std::vector<Message>& notes) const
{
    for (const auto& [source, rows] : differing_)
        notes.push_back(
            {msgid("“{1}” stands in several columns ({2}): in {3} rows they differ, and only the "
                   "first counts"),
                {translate_(source->field->label), places_of(source->columns),
                    std::to_string(rows)}});
    if (!plan_.ignored.empty())
        notes.push_back({msgid("Columns left out, for nothing here is called so: {1}"),
            {join(plan_.ignored, "、")}});
    if (!headless_.empty()) {
        std::vector<std::string> letters;
        for (const auto column : headless_)
            letters.push_back(column_letters(column));
        notes.push_back(
            {msgid("Columns left out, for they have no head: {1}"), {join(letters, "、")}});
    }
    if (no_records_ > 0)
        notes.push_back({msgid("Rows left out, for they are totals, remarks, heads "
                               "once more or empty: {1}"),
            {std::to_string(no_records_)}});
    if (hidden_ > 0)
        notes.push_back({msgid("Rows that the sheet hides, read all the same: {1}"),
            {std::to_string(hidden_)}});
}

} // namespace model

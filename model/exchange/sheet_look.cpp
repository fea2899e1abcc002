#include "model/exchange/sheet_look.h"

#include "model/base/text.h"
#include "model/exchange/head_memory.h"
#include "model/exchange/import_plan.h"
#include "model/exchange/import_source.h"

#include <algorithm>
#include <ranges>

namespace model {

namespace {

constexpr std::size_t rows_shown = 40;
constexpr std::size_t rows_to_recall = 20;

/// Rows that were read already, once more.
class RowsAgain : public SheetReader {
public:
    explicit RowsAgain(const std::vector<SheetRow>& rows) : rows_(rows) {}

    bool next(SheetRow& row) override
    {
        if (at_ == rows_.size())
            return false;
        row = rows_[at_++];
        return true;
    }

    double done() const override { return 1; }

private:
    const std::vector<SheetRow>& rows_;
    std::size_t at_ = 0;
};

std::vector<SheetRow> first_rows(SheetReader& reader)
{
    std::vector<SheetRow> rows;
    SheetRow row;
    while (rows.size() < rows_shown && reader.next(row)) {
        while (!row.cells.empty() && row.cells.back().text.empty())
            row.cells.pop_back();
        rows.push_back(row);
    }
    return rows;
}

std::optional<ImportPlan> plan_of(
    const std::vector<SheetRow>& rows, const EntityDef& def, const ImportOptions& options)
{
    RowsAgain reader(rows);
    return find_heads(reader, def, head_words(def, options), options.head_row);
}

std::vector<std::string> heads_of(const SheetRow& row)
{
    std::vector<std::string> heads;
    for (const auto& cell : row.cells)
        heads.push_back(trimmed(cell.text));
    return heads;
}

/// A sheet whose heads are all foreign is known by any of its first rows.
bool recall(RecordStore& store, const EntityDef& def, const std::vector<SheetRow>& rows,
    ImportOptions& options)
{
    if (!options.map.empty())
        return false;
    const auto take = [&](std::span<const std::string> heads, int head_row) {
        const auto map = remembered_heads(store, def, heads);
        if (!map)
            return false;
        options.map = *map;
        options.head_row = head_row;
        return true;
    };
    if (const auto plan = plan_of(rows, def, options))
        return take(plan->heads, plan->head_row);
    return std::ranges::any_of(rows | std::views::take(rows_to_recall),
        [&](const SheetRow& row) { return take(heads_of(row), row.number); });
}

std::vector<SheetLook::Column> columns_of(
    const ImportPlan& plan, const EntityDef& def, const ImportOptions& options)
{
    const auto words = head_words(def, options);
    std::vector<SheetLook::Column> columns;
    for (const auto& head : plan.heads)
        columns.push_back({.head = head, .is_known = words.find(head).has_value()});
    for (const auto& source : plan.sources)
        for (const auto column : source.columns)
            columns[column].field = source.field->name;
    if (plan.id_column)
        columns[*plan.id_column].field = id_head;
    return columns;
}

} // namespace

SheetLook look_at_sheet(RecordStore& store, const EntityDef& def, const std::filesystem::path& path,
    const ImportOptions& options)
{
    SheetLook look;
    if (!options.pasted)
        look.sheets = sheet_names(path);
    const auto reader = open_import(path, options);
    look.encoding = reader->encoding();
    look.rows = first_rows(*reader);
    auto used = options;
    look.is_remembered = recall(store, def, look.rows, used);
    look.map = used.map;
    if (const auto plan = plan_of(look.rows, def, used)) {
        look.head_row = plan->head_row;
        look.last_head_row = plan->last_head_row;
        look.columns = columns_of(*plan, def, used);
    }
    return look;
}

bool recall_heads(RecordStore& store, const EntityDef& def, const std::filesystem::path& path,
    ImportOptions& options)
{
    const auto reader = open_import(path, options);
    return recall(store, def, first_rows(*reader), options);
}

} // namespace model

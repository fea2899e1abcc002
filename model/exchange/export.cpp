#include "model/exchange/export.h"

#include "model/access/masking.h"
#include "model/exchange/entry.h"
#include "model/exchange/sheet_columns.h"
#include "model/listing/reached_values.h"

#include <unordered_map>

namespace model {

namespace {

constexpr int rows_between_reports = 500;

std::vector<SheetColumn> columns_of(
    const EntityDef& def, const std::vector<const FieldDef*>& fields, const Translate& translate)
{
    std::vector<SheetColumn> columns{id_column()};
    for (const auto* field : fields)
        columns.push_back(sheet_column(def, *field, translate));
    return columns;
}

/// The texts of cells; what names of records and lists were looked up once is remembered.
class CellTexts {
public:
    CellTexts(RecordStore& store, const ExportOptions& options) : store_(store), options_(options)
    {
    }

    std::string text(const FieldDef& field, const Value& value, bool whole)
    {
        if (is_empty(value))
            return {};
        if (field.personal && !whole)
            return masked(field, value);
        if (field.type != Type::reference)
            return entry_text(field, value, store_, options_.translate);
        auto& name = names_[to_text(value)];
        if (name.empty())
            name = entry_text(field, value, store_, options_.translate);
        return name;
    }

private:
    RecordStore& store_;
    const ExportOptions& options_;
    std::unordered_map<std::string, std::string> names_;
};

/// Thrown out of the query when the user has had enough.
struct Cancelled {};

} // namespace

std::int64_t export_records(RecordStore& store, const Query& query,
    std::span<const FieldDef* const> fields, const std::filesystem::path& path,
    const ExportOptions& options, const Progress& progress)
{
    const auto chosen = fields.empty() ? fields_of_sheets(*query.def)
                                       : std::vector<const FieldDef*>(fields.begin(), fields.end());
    const auto sheet = create_sheet(path, columns_of(*query.def, chosen, options.translate),
        {.encoding = options.encoding, .sheet = options.translate(query.def->plural)});
    CellTexts texts(store, options);
    const ReachedValues values(store, *query.def, chosen, options.through);
    const auto total = progress ? store.count(query) : 0;
    std::int64_t count = 0;
    std::vector<std::string> cells;
    try {
        store.each(query, [&](const Record& record) {
            cells.assign(1, record.id.text());
            const bool whole = options.reveal && (!options.reveals || options.reveals(record.id));
            for (const auto* field : chosen)
                cells.push_back(
                    texts.text(*field, values.of(record, *field), whole && !reached_by(*field)));
            sheet->row(cells);
            if (++count % rows_between_reports == 0 && progress
                && !progress(static_cast<double>(count) / static_cast<double>(total)))
                throw Cancelled{};
        });
    } catch (const Cancelled&) {
        return 0;
    }
    sheet->finish();
    return count;
}

} // namespace model

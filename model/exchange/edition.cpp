#include "model/exchange/edition.h"

#include "model/base/hash.h"
#include "model/base/text.h"
#include "model/entities/item.h"
#include "model/exchange/import_source.h"

#include <boost/json.hpp>

#include <set>

namespace model {

namespace {

constexpr int rows_between_reports = 500;

/// Those that hold a field, and that of ids.
std::set<std::size_t> columns_that_count(const ImportPlan& plan)
{
    std::set<std::size_t> columns;
    for (const auto& source : plan.sources)
        columns.insert(source.columns.begin(), source.columns.end());
    if (plan.id_column)
        columns.insert(*plan.id_column);
    return columns;
}

SheetRow only(const SheetRow& row, const std::set<std::size_t>& columns)
{
    SheetRow kept{.number = row.number, .hidden = row.hidden};
    if (columns.empty())
        return kept;
    kept.cells.resize(std::min(row.cells.size(), *columns.rbegin() + 1));
    for (std::size_t i = 0; i < kept.cells.size(); ++i)
        if (columns.contains(i))
            kept.cells[i] = row.cells[i];
    return kept;
}

std::string fingerprint_of(const Edition& edition)
{
    std::string all;
    const auto add = [&](std::string_view text) {
        all += std::to_string(text.size());
        all += ':';
        all += text;
    };
    for (const auto& source : edition.plan.sources)
        add(source.field->name);
    for (const auto& row : edition.rows) {
        add(std::to_string(row.number));
        for (const auto& cell : row.cells)
            add(cell.text);
    }
    return sha256_hex(all);
}

std::string types_setting(const ImportPlan& plan)
{
    std::vector<std::string> heads;
    for (const auto& head : plan.heads)
        heads.push_back(folded(head));
    while (!heads.empty() && heads.back().empty())
        heads.pop_back();
    return "item_types/" + Uuid::named("heads", join(heads, "\n")).text();
}

TypeCodes remembered_type_codes(RecordStore& store, const ImportPlan& plan)
{
    boost::system::error_code error;
    const auto json = boost::json::parse(store.rows().setting(types_setting(plan)), error);
    TypeCodes codes;
    if (error || !json.is_object())
        return codes;
    for (const auto& [code, ours] : json.get_object())
        if (const auto* text = ours.if_string())
            codes.emplace(code, std::string(*text));
    return codes;
}

/// Without a code or a name no row says which item it is about.
void expect_items(const Edition& edition, const Translate& translate)
{
    if (edition.plan.source("code") || edition.plan.source("name") || edition.plan.id_column)
        return;
    const auto& def = def_of<Item>();
    throw HeadsError({msgid("{1} has neither a column of item codes nor one of item names: say "
                            "which column is “{2}”"),
        {edition.name, translate(def.find("code")->label)}});
}

} // namespace

Edition read_edition(RecordStore& store, const std::filesystem::path& path,
    const EditionOptions& options, const Progress& progress)
{
    const auto& def = def_of<Item>();
    const auto reader = open_import(path, options.sheet);
    Edition edition{.name = file_name(path), .covered = options.covered};
    const auto translate = first_language(options.sheet);
    edition.plan = plan_import(*reader, def, head_words(def, options.sheet), edition.name,
        translate, options.sheet.head_row);
    expect_items(edition, translate);
    const auto columns = columns_that_count(edition.plan);
    int until_report = rows_between_reports;
    const auto take = [&](const SheetRow& row) {
        if (kind_of(row, edition.plan) == RowKind::record)
            edition.rows.push_back(only(row, columns));
        else
            ++edition.left_out;
        if (!progress || --until_report > 0)
            return true;
        until_report = rows_between_reports;
        return progress(reader->done() / 2);
    };
    bool goes_on = !edition.plan.first_row || take(*edition.plan.first_row);
    edition.plan.first_row.reset();
    for (SheetRow row; goes_on && reader->next(row);)
        goes_on = take(row);
    edition.cancelled = !goes_on;
    edition.fingerprint = fingerprint_of(edition);
    // What the sheet says itself goes before the office's table, and what was said of such sheets
    // before both.
    edition.types = learn_type_codes(edition.plan, edition.rows, options.sheet.languages);
    edition.types.merge(type_codes_of(store));
    for (const auto& [code, ours] : remembered_type_codes(store, edition.plan))
        edition.types[code] = ours;
    for (const auto& [code, ours] : options.types)
        edition.types[code] = ours;
    return edition;
}

void remember_type_codes(RecordStore& store, const Edition& edition)
{
    // The table stays what it is: a line that is changed there counts.
    const auto table = type_codes_of(store);
    boost::json::object kept;
    for (const auto& [code, ours] : edition.types)
        if (const auto said = table.find(code); said == table.end() || said->second != ours)
            kept[code] = ours;
    store.rows().set_setting(types_setting(edition.plan), boost::json::serialize(kept));
}

} // namespace model

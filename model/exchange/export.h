#pragma once

#include "model/exchange/import.h"
#include "model/exchange/sheet_writer.h"
#include "model/store/filter.h"

#include <functional>
#include <span>

namespace model {

/// How records go into a sheet.
struct ExportOptions {
    bool reveal = false; ///< personal fields in full instead of masked

    /// Of which records, where not of all; asked with the id.
    std::function<bool(const Uuid&)> reveals = {};

    /// What of other registers is seen through references; none: all. Personal values that are
    /// reached so are masked in any case.
    SeenThrough through = {};
    Encoding encoding = Encoding::utf8; ///< of a .csv
    Translate translate;                ///< the language of heads and words
};

/// Writes the records that the query selects into an .xlsx or .csv, told by the name's ending: the
/// id (folded away in a workbook), then the fields, all but attachments if none are given, in
/// columns as a template has them (sheet_columns.h); fields that are reached through references
/// (reached_field.h) may be among them, which an import passes over. Choices and references stand
/// as people call them, codes and ID numbers as text. Imported again it changes nothing, masked
/// cells included, and what a clerk changed in it finds its record by the id. Gives the number of
/// records. Throws SheetError where the file cannot be written; the old one is then still there.
std::int64_t export_records(RecordStore& store, const Query& query,
    std::span<const FieldDef* const> fields, const std::filesystem::path& path,
    const ExportOptions& options, const Progress& progress = {});

} // namespace model

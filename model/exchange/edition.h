#pragma once

#include "model/exchange/import.h"
#include "model/exchange/import_plan.h"
#include "model/exchange/type_codes.h"

namespace model {

/// Of which items an edition would have to tell: only of these are those it does not name taken for
/// withdrawn.
enum class Covered {
    named,  ///< those of the units, levels, divisions and types that its rows name
    all,    ///< every item of the register
    nothing ///< none: it is a part of the catalog, or an amendment
};

/// How an edition is compared.
struct EditionOptions {
    ImportOptions sheet; ///< how the sheet is read: columns, encoding, languages
    Covered covered = Covered::named;
    TypeCodes types; ///< over what the sheet says itself and what is remembered
};

/// An edition of the item catalog as its sheet gives it: the rows that are records, and of them the
/// cells of the columns that count.
struct Edition {
    std::string name;        ///< of the sheet
    std::string fingerprint; ///< of what was read: the same sheet has the same
    ImportPlan plan;
    std::vector<SheetRow> rows;
    Covered covered = Covered::named;
    TypeCodes types;
    int left_out = 0; ///< rows that are totals, remarks, heads once more
    bool cancelled = false;
};

/// Reads the sheet whole. Throws as import_sheet() where it cannot be read as one of items; a sheet
/// that gives neither codes nor names is none. Nothing is written.
Edition read_edition(RecordStore& store, const std::filesystem::path& path,
    const EditionOptions& options, const Progress& progress = {});

/// Keeps what somebody said about the type codes of sheets with these heads.
void remember_type_codes(RecordStore& store, const Edition& edition);

} // namespace model

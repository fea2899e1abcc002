#pragma once

#include "views/list/record_rows.h"

#include <string>
#include <vector>

namespace views {

/// Puts rows on the clipboard under the heads of their columns: as text with tabs between the
/// cells, and as a table in which a spreadsheet leaves long numbers and codes as they are.
void copy_rows(RecordRows& rows, const std::vector<std::size_t>& which);

/// The same texts as copy_rows() gives.
std::string as_text(RecordRows& rows, const std::vector<std::size_t>& which);
std::string as_html(RecordRows& rows, const std::vector<std::size_t>& which);

/// Writes all records found, those in folded groups too, as they are shown to a new .xlsx or .csv,
/// in a sheet of that name; the ids stand first (sheet_columns.h), so that it can be changed and
/// taken in again. Throws SheetError.
void write_rows(RecordRows& rows, const std::string& path, const std::string& sheet);

} // namespace views

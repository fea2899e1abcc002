#pragma once

#include "model/listing/cross_table.h"
#include "views/list/printed_list.h"

#include <memory>

namespace model {
class RecordStore;
}

namespace views {

/// A table as texts, the first line of them its heads.
using TableLines = std::vector<std::vector<std::string>>;

/// The same of any table, whose first cells are heads too.
std::string as_text(const TableLines& lines);
std::string as_html(const TableLines& lines);
void copy_lines(const TableLines& lines);

/// The table under its heads for the clipboard: parted by tabs, and as a table for spreadsheets.
std::string as_text(const model::CrossTable& table);
std::string as_html(const model::CrossTable& table);
void copy_table(const model::CrossTable& table);

/// The table as it goes to paper.
std::shared_ptr<PrintedList> printed(const model::CrossTable& table, model::RecordStore& store);

} // namespace views

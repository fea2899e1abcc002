#pragma once

#include "model/listing/cross_table.h"
#include "views/list/printed_list.h"

#include <memory>

namespace model {
class RecordStore;
}

namespace views {

/// The table under its heads for the clipboard: parted by tabs, and as a table for spreadsheets.
std::string as_text(const model::CrossTable& table);
std::string as_html(const model::CrossTable& table);
void copy_table(const model::CrossTable& table);

/// The table as it goes to paper.
std::shared_ptr<PrintedList> printed(const model::CrossTable& table, model::RecordStore& store);

} // namespace views

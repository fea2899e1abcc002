#pragma once

#include "model/exchange/sheet.h"

#include <string>
#include <vector>

namespace tests {

/// The cells' texts, without the trailing empty ones.
std::vector<std::string> texts_of(const model::SheetRow& row);

/// All rows as "number: a|b|c".
std::vector<std::string> lines_of(model::SheetReader& reader);

/// The English sentence of the Error that reading the whole file ends in; empty if there is none.
std::string complaint_about(
    const std::filesystem::path& path, const model::SheetOptions& options = {});

} // namespace tests

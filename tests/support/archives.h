#pragma once

#include <map>
#include <string>
#include <string_view>

namespace tests {

using Parts = std::map<std::string, std::string>;

/// A Zip archive of these files, packed by Poco.
std::string zip_of(const Parts& parts);

/// The parts of a workbook with one sheet: `rows` is what stands in its sheetData. Put in, or over,
/// what a test is about.
Parts workbook_parts(std::string_view rows);

/// The same as an archive.
std::string workbook_of(std::string_view rows);

/// A sheet's XML around its rows.
std::string sheet_xml(std::string_view rows);

} // namespace tests

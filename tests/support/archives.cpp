#include "tests/support/archives.h"

#include <Poco/DateTime.h>
#include <Poco/Path.h>
#include <Poco/Zip/Compress.h>

#include <sstream>

namespace tests {

namespace {

constexpr auto declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr auto main_space = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
constexpr auto office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relation(const std::string& id, const std::string& type, const std::string& target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"" + office + "/" + type + "\" Target=\"" + target
        + "\"/>";
}

std::string relations(const std::string& inside)
{
    return std::string(declaration)
        + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
        + inside + "</Relationships>";
}

} // namespace

std::string zip_of(const Parts& parts)
{
    std::ostringstream out;
    Poco::Zip::Compress archive(out, true);
    for (const auto& [name, bytes] : parts) {
        std::istringstream in(bytes);
        archive.addFile(in, Poco::DateTime(2026, 1, 31), Poco::Path(name, Poco::Path::PATH_UNIX));
    }
    archive.close();
    return out.str();
}

std::string sheet_xml(std::string_view rows)
{
    return std::string(declaration) + "<worksheet " + main_space + "><sheetData>"
        + std::string(rows) + "</sheetData></worksheet>";
}

Parts workbook_parts(std::string_view rows)
{
    return {
        {"_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))},
        {"xl/workbook.xml",
            std::string(declaration) + "<workbook " + main_space + " xmlns:r=\"" + office
                + R"("><sheets><sheet name="人员" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
            relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                + relation("rId2", "sharedStrings", "/xl/sharedStrings.xml")
                + relation("rId3", "styles", "styles.xml"))},
        {"xl/worksheets/sheet1.xml", sheet_xml(rows)},
    };
}

std::string workbook_of(std::string_view rows)
{
    return zip_of(workbook_parts(rows));
}

} // namespace tests

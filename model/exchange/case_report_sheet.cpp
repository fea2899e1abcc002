#include "model/exchange/case_report_sheet.h"

#include "model/entities/unit.h"
#include "model/entities/window.h"
#include "model/exchange/sheet_writer.h"

namespace model {

void write_case_report(
    const CaseReport& report, const std::filesystem::path& path, const Translate& translate)
{
    constexpr double wide = 32;
    std::vector<SheetColumn> columns{
        {.head = translate(msgid("By")), .width = 12}, {.head = report.month, .width = wide}};
    for (const auto& column : case_columns()) {
        columns.push_back({.head = translate(column.head)});
        if (column.is_number)
            columns.back().decimals = 0;
    }
    const auto writer = create_sheet(
        path, columns, {.sheet = translate(msgid("Case report")) + ' ' + report.month});
    for (const auto part : {CaseReportPart::units, CaseReportPart::windows}) {
        const auto& def = part == CaseReportPart::units ? def_of<Unit>() : def_of<Window>();
        const auto lines = lines_of(report, part, translate);
        for (std::size_t i = 1; i < lines.size(); ++i) {
            auto row = lines[i];
            row.insert(row.begin(), translate(def.label));
            writer->row(row);
        }
    }
    for (const auto& trouble : report.troubles)
        writer->row(std::vector<std::string>{
            translate(msgid("Kept out")), render(trouble.text, translate)});
    writer->finish();
}

} // namespace model

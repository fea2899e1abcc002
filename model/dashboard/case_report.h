#pragma once

#include "model/commands/permission.h"
#include "model/rules/share.h"

#include <optional>
#include <string>
#include <vector>

namespace model {

/// What the counts of a month come to. A rate rests on those records alone that say both of its
/// numbers.
struct CaseFigures {
    std::int64_t received = 0;
    std::int64_t done = 0;
    std::int64_t online = 0;
    std::int64_t overdue = 0;
    Share online_rate;        ///< of the cases received
    Share overdue_rate;       ///< of the cases done
    std::int64_t records = 0; ///< how many `where` lists
    std::string where;        ///< the filter for the records behind it (store/filter.h)

    bool is_empty() const { return records == 0; }
};

/// A unit or a window, or all of them.
struct CaseReportLine {
    std::string name;
    Uuid id; ///< nil: nobody is named, or it is the total
    CaseFigures now;
    CaseFigures last_month;
    CaseFigures last_year; ///< the same month
};

/// Counts that do not add up and are kept out.
struct CaseTrouble {
    Message text;
    std::string where; ///< the filter for them
};

/// The report of a month (办件量月报).
struct CaseReport {
    std::string month; ///< "2026-10"
    std::string last_month;
    std::string last_year;
    std::vector<CaseReportLine> units; ///< by name, those without any count in the month as well
    CaseReportLine all_units;
    std::vector<CaseReportLine> windows; ///< by number
    CaseReportLine all_windows;
    std::vector<CaseTrouble> troubles; ///< of the month
    bool is_part = false;              ///< the account does not see all counts
};

/// The report from the register of case counts. A unit's own row (without window and item) counts
/// before rows of its windows, and these before rows of its items, for they are the same cases
/// told in parts; a window's row counts before rows of its items. Rows that do not add up
/// (adds_up()) are kept out, and so is a unit whose parts come to other than its own row says; both
/// are named. Throws UsageError for what is no month.
CaseReport case_report(RecordStore& store, const Permission& permission, const std::string& month);

/// The month that was last over on that day.
std::string last_whole_month(Date today);

/// "+12.3%", "-4.0%": how much more than before, cut after one place; empty where there was nothing
/// before.
std::string change_text(std::int64_t now, std::int64_t before);

/// What the columns of a report are, and of a line which number stands in each: as tables on the
/// screen, on paper and in sheets have them.
struct CaseColumn {
    const char* head = "";                                ///< msgid
    const CaseFigures& (*of)(const CaseReportLine& line); ///< whose records it is of
    std::string (*text)(const CaseReportLine& line);
    bool is_number = true; ///< or a rate
};
const std::vector<CaseColumn>& case_columns();

/// Heads, lines and the total of the units, or of the windows; the first cell is the name.
enum class CaseReportPart { units, windows };
std::vector<std::vector<std::string>> lines_of(
    const CaseReport& report, CaseReportPart part, const Translate& translate);

} // namespace model

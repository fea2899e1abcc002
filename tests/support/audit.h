#pragma once

#include "model/store/audit.h"
#include "model/store/audit_check.h"

#include <string>
#include <vector>

namespace tests {

using namespace model;

inline std::vector<AuditRow> rows_of(RecordStore& store)
{
    std::vector<AuditRow> rows;
    SQLite::Statement row(
        store.db().handle(), std::string("SELECT ") + audit_columns + "ORDER BY audit.id");
    while (row.executeStep())
        rows.push_back(read_audit(row));
    return rows;
}

inline std::string whats(RecordStore& store)
{
    std::string all;
    for (const auto& row : rows_of(store))
        all += (all.empty() ? "" : " ") + row.what;
    return all;
}

/// "row_changed 3", "rows_missing 2-4" … of the whole log.
inline std::string findings(RecordStore& store, AuditPart part = AuditPart::whole)
{
    std::string all;
    for (const auto& finding : check_audit(store, part).findings) {
        all += (all.empty() ? "" : ", ") + std::string(finding_name(finding.kind)) + ' '
            + std::to_string(finding.first);
        if (finding.last != finding.first)
            all += '-' + std::to_string(finding.last);
    }
    return all;
}

constexpr Instant day = 24LL * 3'600'000;

} // namespace tests

#pragma once

#include "model/assessment/score.h"
#include "model/exchange/sheet.h"

#include <filesystem>
#include <map>
#include <vector>

namespace model {

/// A ledger read from a sheet, to see what a method makes of it.
struct LedgerSheet {
    struct Problem {
        int row = 0;
        Message what;
    };

    std::vector<AssessedObject> objects; ///< every one that is named
    std::vector<PointEntry> entries;
    std::vector<Presence> presence;
    std::vector<CastBallot> ballots;
    std::vector<KnownScore> known;
    std::vector<Problem> problems; ///< rows that were left out
    std::map<Uuid, int> rows;      ///< of entries and ballots

    ScoringInput input() const { return {objects, entries, presence, ballots, known}; }
};

/// Reads a sheet under heads, in Chinese or English: 类型 (记录, 评分, 在岗, 得分; empty is 记录),
/// 日期, 对象, 对象类别, 条款, 次数, 分钟, 分值, 更正行, 原因, 批准人, 依据, 评分方, 评分人, 所在,
/// 起, 止. A row of the ledger needs object, day and rule; one that corrects another names its row.
/// Objects are known by kind and name. Throws SheetError where the file is no sheet or lacks those
/// heads.
LedgerSheet read_ledger_sheet(
    const std::filesystem::path& path, const AssessmentMethod& method, const SheetOptions& options);

} // namespace model

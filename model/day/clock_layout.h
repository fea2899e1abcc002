#pragma once

#include "model/exchange/sheet.h"
#include "model/store/record_store.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace model {

/// How clock programs lay out their files.
enum class ClockForm {
    punches, ///< a row for each time somebody clocked
    days,    ///< a row for each person and day, with columns for coming and going
    months,  ///< a row for each person, a column for each day of the month
    blocks,  ///< a line that names the person, and under it cells for the days of the month
};

template <>
inline constexpr std::array choices_of<ClockForm>{
    Choice{"punches", msgid("A row for each clocking")},
    Choice{"days", msgid("A row for each person and day")},
    Choice{"months", msgid("A column for each day")},
    Choice{"blocks", msgid("A block for each person")},
};

/// What a column holds. The last two are of no use: the hours somebody was to keep, and anything
/// else.
enum class ClockRole {
    number, ///< staff number, or the number of the person in the clock
    name,
    id_number,
    unit,
    when,   ///< a day, a time, or both
    in,     ///< when somebody came
    out,    ///< when he went
    result, ///< a word on it
    day,    ///< all of one day of the month
    planned,
    nothing,
};

template <>
inline constexpr std::array choices_of<ClockRole>{
    Choice{"number", msgid("Staff or clock number")},
    Choice{"name", msgid("Name")},
    Choice{"id_number", msgid("ID number")},
    Choice{"unit", msgid("Unit")},
    Choice{"when", msgid("Day or time of clocking")},
    Choice{"in", msgid("Came at")},
    Choice{"out", msgid("Went at")},
    Choice{"result", msgid("Result")},
    Choice{"day", msgid("A day of the month")},
    Choice{"planned", msgid("Hours to be kept (not read)")},
    Choice{"nothing", msgid("Not read")},
};

/// How a clock file is to be read.
struct ClockOptions {
    std::string encoding; ///< of a text file; empty: to be found out
    std::string sheet;    ///< of a workbook; empty: the first one
    std::string month;    ///< "2026-01", where the file does not say of which month its days are
    std::map<std::string, ClockRole> roles; ///< by head, over what is known or remembered
};

struct ClockColumn {
    std::string head; ///< of a file without heads its number from 1
    ClockRole role = ClockRole::nothing;
    int day = 0; ///< of the month
};

struct ClockLayout {
    ClockForm form = ClockForm::punches;
    std::size_t first = 0; ///< place of the first row under the heads
    std::vector<ClockColumn> columns;
    std::string month;                          ///< "2026-01" of forms whose columns are days
    std::map<std::string, ClockRole> said = {}; ///< what somebody says of columns, now or before
    bool is_remembered = false; ///< what columns mean is as somebody said for such a file

    bool needs_month() const { return form == ClockForm::months || form == ClockForm::blocks; }
    std::optional<std::size_t> column(ClockRole role) const;
};

/// Finds out how the rows are laid out: by their heads (assets/codes/clock_heads.csv), by columns
/// of day numbers, or without heads by what stands in them, as clocks write their own files
/// (attlog.dat). What somebody said about a file with these heads holds, and what the options say
/// before it. `file` is its name, which may tell the month. Throws HeadsError where nothing is
/// found that names people and times, UsageError for a head that the options name and the file has
/// not.
ClockLayout clock_layout(RecordStore& store, const std::vector<SheetRow>& rows,
    const ClockOptions& options, const std::string& file);

/// Keeps in the file what was said about columns, for the next file with the same heads.
void remember_layout(RecordStore& store, const ClockLayout& layout);

/// So many columns of days make a month.
constexpr std::size_t fewest_days = 5;

/// Whether the row is a line of a block that names a person, and what it says of him: number, name,
/// unit.
struct BlockHead {
    std::string number;
    std::string name;
    std::string unit;
};
std::optional<BlockHead> block_head(const SheetRow& row);

/// The days of the month that stand in the row, by column; empty where it is no row of days.
std::vector<int> days_of_row(const SheetRow& row);

} // namespace model

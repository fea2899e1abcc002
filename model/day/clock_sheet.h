#pragma once

#include "model/day/clock_layout.h"
#include "model/entities/attendance_day.h"

#include <filesystem>

namespace model {

/// Whom a clock file means, as it calls him.
struct ClockWho {
    std::string number;
    std::string name;
    std::string id_number;
    std::string unit;

    /// By which the same person is known again in this file and the next.
    std::string key() const;

    /// "12 张伟（县公安局）", as far as it is said.
    std::string text() const;
};

/// What a row, or a cell of a month, says of one person and day.
struct ClockEntry {
    int row = 0;
    std::size_t who = 0; ///< in ClockSheet::people
    Date day;
    std::vector<int> times; ///< minutes of the day
    std::optional<Attendance> word;
};

/// A cell that cannot be taken, and why.
struct ClockTrouble {
    int row = 0;
    std::string column;
    std::string value;
    Message reason;
};

/// A clock file as it was read.
struct ClockSheet {
    std::string name;                ///< of the file
    std::vector<std::string> sheets; ///< of a workbook, where there are several
    std::string encoding;
    std::vector<SheetRow> beginning; ///< its first rows, to be looked at
    ClockLayout layout;
    std::vector<ClockWho> people;
    std::vector<ClockEntry> entries;
    std::vector<ClockTrouble> troubles;
};

/// Reads a clock file whole: .xlsx, .csv, or a text of a clock's own. Throws SheetError where it
/// cannot be read or nothing in it names people and times (HeadsError), and where its days belong
/// to a month that neither it nor the options say.
ClockSheet read_clock_sheet(
    RecordStore& store, const std::filesystem::path& path, const ClockOptions& options = {});

/// The columns of a file whose heads nobody knows, so that somebody can say what they hold: those
/// of the first row of several texts. Throws SheetError where the file cannot be read.
std::vector<ClockColumn> unknown_columns(
    const std::filesystem::path& path, const ClockOptions& options = {});

} // namespace model

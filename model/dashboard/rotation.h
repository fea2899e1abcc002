#pragma once

#include "model/dashboard/figure_table.h"
#include "model/rules/service_term.h"

#include <optional>
#include <string>
#include <vector>

namespace model {

/// Somebody whose term at the window is reached within a year, or was.
struct RotationEntry {
    Uuid posting;
    Uuid person;
    std::string name;
    std::string unit;                 ///< may be empty
    std::vector<std::string> windows; ///< numbers, those the person holds today
    bool is_chief = false;
    ServiceTerm term;
};

/// Who reaches the term at the window when (轮换日历).
struct Rotation {
    Date today;
    std::vector<RotationEntry> entries; ///< by the day on which the term is reached
    std::size_t later = 0;              ///< so many reach it after these twelve months
    std::vector<std::string> months;    ///< "2026-11" and the eleven that follow
};

/// The calendar of the current postings that the account sees and the term binds (service_term()).
Rotation read_rotation(RecordStore& store, const Permission& permission);

/// The month of the calendar in which the entry stands; empty: overdue.
std::string month_of(const RotationEntry& entry, Date today);

/// The same as a table of figures: overdue, then month by month, each with its people under it.
FigureTable read_rotation_table(
    RecordStore& store, const Permission& permission, const Translate& translate);

} // namespace model

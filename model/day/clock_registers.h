#pragma once

#include "model/commands/permission.h"
#include "model/commands/store_lookup.h"
#include "model/day/work_hours.h"
#include "model/entities/leave.h"
#include "model/entities/posting.h"
#include "model/entities/window.h"
#include "model/entities/window_staff.h"

#include <map>
#include <set>

namespace model {

/// What the registers say of the days of a clock file, as far as the account sees them. Each is
/// read once.
class ClockRegisters {
public:
    ClockRegisters(RecordStore& store, const Permission& permission, Date first, Date last);

    /// Who is posted on one of the days.
    const std::set<Uuid>& here() const { return here_; }

    /// Whether he is posted somewhere on the day.
    bool is_posted(const Uuid& person, Date day) const;

    /// Whether any posting of his is known at all.
    bool has_postings(const Uuid& person) const { return postings_.contains(person); }

    /// The window that he holds as A.
    std::optional<Uuid> window_of(const Uuid& person, Date day) const;

    /// Whether the roll was called where he is posted.
    bool was_called(const Uuid& person, Date day) const;

    /// When he is away, by leaves that were agreed to.
    std::vector<Away> away(const Uuid& person, Date day) const;

    /// What his day is measured by.
    const WorkDay& work_day(const Uuid& person, Date day);

    const AttendanceDay* entered(const Uuid& person, Date day) const;

    bool is_working_day(Date day) { return lookup_.calendar().is_working_day(day); }
    bool knows_days_off() { return lookup_.calendar().knows(first_, last_); }

private:
    template <class E>
    std::vector<E> select(const std::string& where, std::vector<Value> arguments);
    void read_postings();
    void read_windows();
    void read_leaves();
    void read_attendance();
    std::vector<Uuid> places_of(const Uuid& person, Date day) const;
    std::vector<Hours> hours_of(const Uuid& person, Date day, bool summer) const;

    RecordStore& store_;
    const Permission& permission_;
    StoreLookup lookup_;
    Date first_;
    Date last_;
    std::set<Uuid> here_;
    std::map<Uuid, std::vector<Posting>> postings_;
    std::map<Uuid, std::vector<WindowStaff>> posts_;
    std::map<Uuid, Window> windows_;
    std::map<Uuid, std::string> opening_hours_; ///< of places
    std::map<Uuid, std::vector<Leave>> leaves_;
    std::map<std::pair<Uuid, Date>, AttendanceDay> entered_;
    std::set<std::pair<Uuid, Date>> calls_;
    std::map<Date, std::pair<WorkDay, bool>> days_; ///< the county's figures, and whether summer
    std::map<std::pair<Date, std::vector<std::pair<int, int>>>, WorkDay> work_days_;
};

} // namespace model

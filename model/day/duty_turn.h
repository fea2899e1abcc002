#pragma once

#include "model/commands/editor.h"
#include "model/entities/roster.h"

#include <optional>
#include <string>
#include <vector>

namespace model {

/// On which days a turn goes round.
enum class TurnDays { working, off, every };

/// A kind of duty at a place that people take in turn.
struct DutyTurn {
    std::optional<Uuid> place;
    RosterKind kind = RosterKind::hall_leader;
    std::vector<Uuid> people; ///< in the order of their turn
    Date from;
    Date to; ///< counts
    TurnDays days = TurnDays::working;
    TimeOfDay from_time = {}; ///< empty: as the last duty of this kind there
    TimeOfDay to_time = {};
};

/// Why somebody is passed over on a day.
struct PassedOver {
    std::string name;
    Message why;
};

/// What becomes of a day.
struct TurnDay {
    Date day;
    std::optional<Uuid> person = {}; ///< none: nobody of the order can
    std::string name = {};
    bool is_there = false; ///< somebody was on duty already, and stays
    std::vector<PassedOver> passed_over = {};
};

struct TurnPlan {
    std::vector<TurnDay> days;
    std::vector<Message> notes; ///< what the plan rests on and may be wrong

    /// How many duties it makes.
    std::int64_t count() const;
};

/// Who would be on duty on each day: the order goes on behind whoever of it had this duty there
/// last, past those who are on leave, have left or have a duty elsewhere at that time, and lose
/// their turn. A day on which somebody stands already stays as it is, and the order goes on behind
/// him. Writes nothing. Throws UsageError for a turn without place, people or days, of somebody who
/// is not there, or of more than a year.
TurnPlan plan_turn(RecordStore& store, const DutyTurn& turn);

/// Enters the duties of the plan as one undoable step, each checked like any entry; where one is
/// refused, none is written and the findings say why.
Outcome fill_by_turn(Editor& editor, const DutyTurn& turn);

/// Whoever had this duty at the place within two months before that day, each once, in the order in
/// which their last turns came: what an order begins with.
std::vector<Uuid> usual_order(
    RecordStore& store, const std::optional<Uuid>& place, RosterKind kind, Date before);

} // namespace model

#pragma once

#include "model/schema/entity.h"

namespace model {

/// From where a task comes.
enum class TaskSource { meeting, leader, finding, complaint, unable, board, upstream, other };

template <>
inline constexpr std::array choices_of<TaskSource>{
    Choice{"meeting", msgid("Decided at a meeting")},
    Choice{"leader", msgid("A leader's instruction")},
    Choice{"finding", msgid("Found in an inspection")},
    Choice{"complaint", msgid("Complaint")},
    Choice{"unable", msgid("Case that could not be done")},
    Choice{"board", msgid("Board")},
    Choice{"upstream", msgid("From above")},
    Choice{"other", msgid("Other")},
};

/// How far a task is.
enum class TaskState { open, under_way, done, closed, dropped };

template <>
inline constexpr std::array choices_of<TaskState>{
    Choice{"open", msgid("To be done")},
    Choice{"under_way", msgid("Under way")},
    Choice{"done", msgid("Done")},
    Choice{"closed", msgid("Written off")},
    Choice{"dropped", msgid("Given up")},
};

/// A task that the office follows up (督办), such as a meeting's resolution: who, by when, how far.
struct Task {
    Uuid id;
    std::string name;
    std::string number;
    std::optional<TaskSource> source;
    std::string meeting;
    std::optional<Uuid> finding;
    std::optional<Uuid> complaint;
    std::optional<Uuid> unable_case;
    std::optional<Uuid> place;
    std::optional<Uuid> unit;
    std::optional<Uuid> window;
    std::optional<Uuid> person;
    std::optional<Uuid> item;
    std::string owner;
    std::optional<Date> set_on;
    std::optional<Date> due;
    std::string progress;
    std::optional<TaskState> state;
    std::optional<Date> done_on;
    std::optional<Date> closed;
    std::string remark;
};

template <>
const EntityDef& def_of<Task>();

template <>
std::span<const Field<Task>> fields_of<Task>();

} // namespace model

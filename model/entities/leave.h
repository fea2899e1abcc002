#pragma once

#include "model/entities/request_state.h"
#include "model/schema/entity.h"

namespace model {

/// Why a person is not at the hall.
enum class LeaveKind {
    annual,
    personal,
    sick,
    marriage,
    maternity,
    bereavement,
    compensation,
    outing,
    survey,
    meeting,
    back,
    study,
    other
};

template <>
inline constexpr std::array choices_of<LeaveKind>{
    Choice{"annual", msgid("Annual leave")},
    Choice{"personal", msgid("Personal leave")},
    Choice{"sick", msgid("Sick leave")},
    Choice{"marriage", msgid("Marriage leave")},
    Choice{"maternity", msgid("Maternity or paternity leave")},
    Choice{"bereavement", msgid("Bereavement leave")},
    Choice{"compensation", msgid("Time off for overtime")},
    Choice{"outing", msgid("Work outside")},
    Choice{"survey", msgid("On-site survey")},
    Choice{"meeting", msgid("Meeting")},
    Choice{"back", msgid("Back at the unit")},
    Choice{"study", msgid("Training away")},
    Choice{"other", msgid("Other")},
};

/// A leave or an outing of one person: what for, from when to when, who covers, who agreed. Three
/// days and more need the unit's stamped consent in most counties; the figure is a setting.
struct Leave {
    Uuid id;
    std::optional<Uuid> person;
    std::optional<LeaveKind> kind;
    std::optional<Date> from;
    TimeOfDay from_time;
    std::optional<Date> to;
    TimeOfDay to_time;
    std::optional<Decimal> days;
    std::string reason;
    std::optional<Uuid> cover;
    std::optional<RequestState> state;
    std::string unit_document;
    std::string approver;
    std::optional<Date> approved;
    std::optional<Date> back;
    std::string remark;
};

template <>
const EntityDef& def_of<Leave>();

template <>
std::span<const Field<Leave>> fields_of<Leave>();

} // namespace model

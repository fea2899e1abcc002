#pragma once

#include "model/schema/entity.h"

namespace model {

/// What a hall keeps running.
enum class EquipmentKind {
    self_service,
    queue,
    rating,
    screen,
    scanner,
    computer,
    printer,
    camera,
    network,
    fire,
    barrier_free,
    other
};

template <>
inline constexpr std::array choices_of<EquipmentKind>{
    Choice{"self_service", msgid("Self-service terminal")},
    Choice{"queue", msgid("Queue machine")},
    Choice{"rating", msgid("Rating terminal")},
    Choice{"screen", msgid("Call screen")},
    Choice{"scanner", msgid("Document scanner")},
    Choice{"computer", msgid("Computer")},
    Choice{"printer", msgid("Printer")},
    Choice{"camera", msgid("Camera")},
    Choice{"network", msgid("Network device")},
    Choice{"fire", msgid("Fire safety")},
    Choice{"barrier_free", msgid("Barrier-free device")},
    Choice{"other", msgid("Other")},
};

/// Whether it works.
enum class EquipmentState { working, faulty, in_repair, idle, scrapped };

template <>
inline constexpr std::array choices_of<EquipmentState>{
    Choice{"working", msgid("Working")},
    Choice{"faulty", msgid("Faulty")},
    Choice{"in_repair", msgid("In repair")},
    Choice{"idle", msgid("Not in use")},
    Choice{"scrapped", msgid("Scrapped")},
};

/// A device of a place with whoever looks after it: machines that nobody is in charge of stay
/// dead.
struct Equipment {
    Uuid id;
    std::string name;
    std::string code;
    std::optional<EquipmentKind> kind;
    std::optional<Uuid> place;
    std::optional<Uuid> window;
    std::optional<Uuid> unit;
    std::optional<Uuid> keeper;
    std::optional<EquipmentState> state;
    std::optional<std::int64_t> patrol_days;
    std::optional<Date> bought;
    std::optional<Date> warranty_until;
    std::string supplier;
    std::string supplier_phone;
    std::optional<Date> scrapped;
    std::string scrapped_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<Equipment>();

template <>
std::span<const Field<Equipment>> fields_of<Equipment>();

} // namespace model

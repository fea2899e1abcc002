#pragma once

#include "model/schema/entity.h"

namespace model {

/// The seven kinds of article 3.
enum class PlaceType {
    hall,
    branch_hall,
    park_centre,
    township_centre,
    village_station,
    business_station,
    self_service
};

template <>
inline constexpr std::array choices_of<PlaceType>{
    Choice{"hall", msgid("Service hall")},
    Choice{"branch_hall", msgid("Branch hall")},
    Choice{"park_centre", msgid("Park service centre")},
    Choice{"township_centre", msgid("Township service centre")},
    Choice{"village_station", msgid("Village service station")},
    Choice{"business_station", msgid("Business-district station")},
    Choice{"self_service", msgid("Self-service point")},
};

/// Whether the unified sign is up.
enum class SignStatus { none, ordered, up };

template <>
inline constexpr std::array choices_of<SignStatus>{
    Choice{"none", msgid("No sign")},
    Choice{"ordered", msgid("Sign ordered")},
    Choice{"up", msgid("Sign is up")},
};

/// Functional zones (36号 chapter 2).
inline constexpr std::array place_zones{
    Choice{"guidance", msgid("Guidance and enquiries")},
    Choice{"form_filling", msgid("Form filling")},
    Choice{"waiting", msgid("Waiting")},
    Choice{"service", msgid("Service counters")},
    Choice{"self_service", msgid("Self-service, 24 hours")},
    Choice{"nursery", msgid("Nursery room")},
    Choice{"barrier_free", msgid("Barrier-free access")},
    Choice{"back_office", msgid("Back-office approval")},
    Choice{"archive", msgid("Archive")},
    Choice{"monitoring", msgid("Monitoring")},
    Choice{"complaints", msgid("Complaints reception")},
    Choice{"open_government", msgid("Open government")},
};

/// From Monday on. Many village stations open on some days only.
inline constexpr std::array weekdays{
    Choice{"mon", msgid("Monday")},
    Choice{"tue", msgid("Tuesday")},
    Choice{"wed", msgid("Wednesday")},
    Choice{"thu", msgid("Thursday")},
    Choice{"fri", msgid("Friday")},
    Choice{"sat", msgid("Saturday")},
    Choice{"sun", msgid("Sunday")},
};

/// A place where service is given: the county's hall, a branch hall, a township centre, a village
/// station … Outlets are places like any other, in one tree (36号 articles 2 and 3).
struct Place {
    Uuid id;
    std::string name;
    std::optional<PlaceType> type;
    std::optional<Uuid> parent;
    std::string region;
    std::string address;
    std::string phone;
    std::string responsible;
    std::optional<Decimal> floor_area;
    std::optional<Decimal> public_area;
    std::optional<std::int64_t> floors;
    std::string opening_hours;
    Set opening_days;
    Set zones;
    std::optional<SignStatus> sign_status;
    std::optional<Date> sign_date;
    std::string basis_document;
    std::optional<Date> basis_date;
    std::optional<Date> opened;
    std::optional<Date> closed;
    std::string closed_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<Place>();

template <>
std::span<const Field<Place>> fields_of<Place>();

} // namespace model

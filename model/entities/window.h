#pragma once

#include "model/schema/entity.h"

namespace model {

enum class WindowStatus { open, closed, adjusting };

template <>
inline constexpr std::array choices_of<WindowStatus>{
    Choice{"open", msgid("In use")},
    Choice{"closed", msgid("Closed")},
    Choice{"adjusting", msgid("Being adjusted")},
};

enum class WindowNetwork { government, dedicated, internet };

template <>
inline constexpr std::array choices_of<WindowNetwork>{
    Choice{"government", msgid("Government network")},
    Choice{"dedicated", msgid("Dedicated network")},
    Choice{"internet", msgid("Internet")},
};

/// The standard kinds of window; an office may add words of its own.
inline constexpr std::array window_types{
    Choice{"general", msgid("General service")},
    Choice{"general_sector", msgid("General service by sector")},
    Choice{"enquiries", msgid("General enquiries")},
    Choice{"one_thing", msgid("One thing at once")},
    Choice{"assistance", msgid("Help and agency")},
    Choice{"cross_province", msgid("Cross-province")},
    Choice{"within_province", msgid("Within the province")},
    Choice{"unresolved", msgid("Unresolved matters")},
    Choice{"policy", msgid("Policy benefits")},
    Choice{"open_government", msgid("Open government")},
    Choice{"delivery", msgid("Delivery of results")},
    Choice{"department", msgid("Department window")},
    Choice{"self_service", msgid("Self-service")},
    Choice{"payment", msgid("Payment")},
    Choice{"complaints", msgid("Complaints")},
    Choice{"convenience", msgid("Banks, post and other convenience")},
};

inline constexpr std::array window_equipment{
    Choice{"scanner", msgid("Document scanner")},
    Choice{"rating", msgid("Rating terminal")},
    Choice{"call_screen", msgid("Call screen")},
    Choice{"printer", msgid("Printer")},
    Choice{"card_reader", msgid("Card reader")},
    Choice{"camera", msgid("Camera")},
};

/// A counter of a place. One desk can be of several kinds; its number is unique among the open
/// windows of its place and may be given anew after it closed; the numbers it had before are kept
/// (window_numbers.h), for call screens, papers and sheets name them. `unit` is the unit that
/// answers for the window; which units serve at it, and when, say the links (window_unit.h).
struct Window {
    Uuid id;
    std::string number;
    std::string former_numbers;
    std::string name;
    std::optional<Uuid> place;
    std::optional<Uuid> unit;
    std::string business;
    Set types;
    std::optional<WindowStatus> status;
    std::string phone;
    std::string floor;
    std::string zone;
    std::string service_hours;
    Set equipment;
    std::optional<WindowNetwork> network;
    std::string assessment_group;
    std::optional<Date> opened;
    std::optional<Date> closed;
    std::string closed_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<Window>();

template <>
std::span<const Field<Window>> fields_of<Window>();

} // namespace model

#pragma once

#include "model/entities/left_for.h"
#include "model/schema/entity.h"

namespace model {

/// By which way it came.
enum class ComplaintChannel { window, phone, hotline, letter, online, box, transferred, other };

template <>
inline constexpr std::array choices_of<ComplaintChannel>{
    Choice{"window", msgid("In person")},
    Choice{"phone", msgid("By phone")},
    Choice{"hotline", msgid("12345 hotline")},
    Choice{"letter", msgid("By letter")},
    Choice{"online", msgid("Through the internet")},
    Choice{"box", msgid("Opinion box")},
    Choice{"transferred", msgid("Transferred")},
    Choice{"other", msgid("Other")},
};

/// How it is dealt with.
enum class ComplaintClass { on_site, transfer, opinion };

template <>
inline constexpr std::array choices_of<ComplaintClass>{
    Choice{"on_site", msgid("Settled on the spot")},
    Choice{"transfer", msgid("Transferred to a unit")},
    Choice{"opinion", msgid("Opinion noted")},
};

/// Why a complaint is not taken.
enum class NotAccepted { no_object, no_evidence, outside, in_review, petition };

template <>
inline constexpr std::array choices_of<NotAccepted>{
    Choice{"no_object", msgid("Names nobody")},
    Choice{"no_evidence", msgid("Cannot be checked")},
    Choice{"outside", msgid("Outside the service")},
    Choice{"in_review", msgid("Before a court or review")},
    Choice{"petition", msgid("A matter for petitions")},
};

/// What the check found.
enum class ComplaintFinding { verified, partly, unfounded, unclear };

template <>
inline constexpr std::array choices_of<ComplaintFinding>{
    Choice{"verified", msgid("True")},
    Choice{"partly", msgid("True in part")},
    Choice{"unfounded", msgid("Not true")},
    Choice{"unclear", msgid("Cannot be cleared up")},
};

/// A complaint about the service, its course and its answer. Who complained stands in a register
/// of its own that named handlers alone see.
struct Complaint {
    Uuid id;
    std::string number;
    std::optional<Date> received;
    std::optional<ComplaintChannel> channel;
    std::string matter;
    std::optional<Uuid> place;
    std::optional<Uuid> window;
    std::optional<Uuid> person;
    std::optional<Uuid> unit;
    std::optional<Uuid> item;
    std::optional<bool> named;
    std::optional<bool> written;
    std::optional<ComplaintClass> way;
    std::optional<NotAccepted> not_accepted;
    std::string handler;
    std::optional<Date> contacted;
    std::optional<Date> due;
    std::optional<LeftFor> left_for;
    std::optional<Date> left;
    std::optional<Date> returned;
    std::optional<ComplaintFinding> finding;
    std::optional<Date> replied;
    std::string reply;
    std::optional<bool> satisfied;
    std::optional<Date> closed;
    std::string remark;
};

template <>
const EntityDef& def_of<Complaint>();

template <>
std::span<const Field<Complaint>> fields_of<Complaint>();

} // namespace model

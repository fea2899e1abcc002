#pragma once

#include "model/schema/entity.h"

namespace model {

/// Where the person comes from.
enum class PostingSource { sent, unified, purchased, township, village, partner };

template <>
inline constexpr std::array choices_of<PostingSource>{
    Choice{"sent", msgid("Sent by a unit")},
    Choice{"unified", msgid("Provided by the hall office")},
    Choice{"purchased", msgid("Purchased service")},
    Choice{"township", msgid("Township staff")},
    Choice{"village", msgid("Village staff")},
    Choice{"partner", msgid("From an enterprise or bank")},
};

/// What a person is employed as; it decides which words an annual grade may use.
enum class Identity {
    civil_servant,
    reference,
    institution,
    worker,
    contract,
    dispatched,
    welfare_post,
    village_cadre,
    purchased
};

template <>
inline constexpr std::array choices_of<Identity>{
    Choice{"civil_servant", msgid("Civil servant")},
    Choice{"reference", msgid("Managed like civil servants")},
    Choice{"institution", msgid("Public institution staff")},
    Choice{"worker", msgid("Government worker")},
    Choice{"contract", msgid("Contract staff")},
    Choice{"dispatched", msgid("Dispatched worker")},
    Choice{"welfare_post", msgid("Public-welfare post")},
    Choice{"village_cadre", msgid("Village cadre")},
    Choice{"purchased", msgid("Purchased service")},
};

/// 专职 or 兼职: an outlet needs somebody who does nothing else.
enum class WorkTime { full, part };

template <>
inline constexpr std::array choices_of<WorkTime>{
    Choice{"full", msgid("Full-time")},
    Choice{"part", msgid("Part-time")},
};

/// The stages of a posting.
enum class PostingStatus {
    proposed,
    trial,
    on_duty,
    on_leave,
    out,
    training,
    seconded,
    rotating,
    left
};

template <>
inline constexpr std::array choices_of<PostingStatus>{
    Choice{"proposed", msgid("Proposed")},
    Choice{"trial", msgid("On trial")},
    Choice{"on_duty", msgid("On duty")},
    Choice{"on_leave", msgid("On leave")},
    Choice{"out", msgid("Out of the hall")},
    Choice{"training", msgid("In training")},
    Choice{"seconded", msgid("Seconded")},
    Choice{"rotating", msgid("Rotation applied for")},
    Choice{"left", msgid("Left")},
};

/// Why a posting ended.
enum class PostingEnd { rotation, transfer, returned, retired, resigned, contract_ended, other };

template <>
inline constexpr std::array choices_of<PostingEnd>{
    Choice{"rotation", msgid("Term ended, rotated")},
    Choice{"transfer", msgid("Transferred by the unit")},
    Choice{"returned", msgid("Returned as unfit")},
    Choice{"retired", msgid("Retired")},
    Choice{"resigned", msgid("Resigned")},
    Choice{"contract_ended", msgid("Contract ended")},
    Choice{"other", msgid("Other")},
};

/// A person at a place of the hall for a time: sent by whom, as what, from when to when. The end of
/// a posting needs a reason; it is never overwritten.
struct Posting {
    Uuid id;
    std::optional<Uuid> person;
    std::optional<Uuid> unit;
    std::optional<Uuid> place;
    std::optional<PostingSource> source;
    std::optional<Identity> identity;
    std::string post;
    std::optional<WorkTime> work_time;
    std::optional<PostingStatus> status;
    std::optional<bool> chief;
    std::optional<Date> from;
    std::optional<Date> trial_until;
    std::optional<Date> to;
    std::optional<PostingEnd> end_kind;
    std::string end_reason;
    std::string document;
    std::string approver;
    std::string remark;
};

template <>
const EntityDef& def_of<Posting>();

template <>
std::span<const Field<Posting>> fields_of<Posting>();

} // namespace model

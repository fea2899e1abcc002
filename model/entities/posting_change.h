#pragma once

#include "model/entities/posting.h"
#include "model/entities/request_state.h"
#include "model/schema/entity.h"

namespace model {

/// How a posting is to change.
enum class ChangeKind { rotation, transfer, returned, secondment, extension, post, status };

template <>
inline constexpr std::array choices_of<ChangeKind>{
    Choice{"rotation", msgid("Rotation")},
    Choice{"transfer", msgid("Transfer by the unit")},
    Choice{"returned", msgid("Return as unfit")},
    Choice{"secondment", msgid("Secondment")},
    Choice{"extension", msgid("Extension")},
    Choice{"post", msgid("Change of post")},
    Choice{"status", msgid("Change of status")},
};

/// Who asks for it.
enum class AskedBy { unit, office, person };

template <>
inline constexpr std::array choices_of<AskedBy>{
    Choice{"unit", msgid("The unit")},
    Choice{"office", msgid("The hall office")},
    Choice{"person", msgid("The person")},
};

/// A request to rotate, return or move somebody at the hall, with the notice given, the successor,
/// both opinions and what came of it. The unit answers a request for return within a set number of
/// working days. Where the status of the posting was changed (rules/posting_moves.h), it says from
/// what to what, and until when.
struct PostingChange {
    Uuid id;
    std::optional<Uuid> posting;
    std::optional<Uuid> person;
    std::optional<ChangeKind> kind;
    std::optional<AskedBy> asked_by;
    std::optional<Date> requested;
    std::optional<Date> wanted;
    std::string reason;
    std::optional<Uuid> successor;
    std::string document;
    std::string unit_opinion;
    std::string office_opinion;
    std::optional<Date> answered;
    std::optional<RequestState> state;
    std::optional<Date> settled;
    std::string remark;
    std::optional<PostingStatus> status_from;
    std::optional<PostingStatus> status_to;
    std::optional<Date> until;
    std::string approver;
};

template <>
const EntityDef& def_of<PostingChange>();

template <>
std::span<const Field<PostingChange>> fields_of<PostingChange>();

} // namespace model

#pragma once

#include "model/schema/entity.h"

namespace model {

/// What a document settles.
enum class BasisSubject { place, staff, item, window, assessment, uniform, supervision, other };

template <>
inline constexpr std::array choices_of<BasisSubject>{
    Choice{"place", msgid("Places")},
    Choice{"staff", msgid("Staff matters")},
    Choice{"item", msgid("Items")},
    Choice{"window", msgid("Windows")},
    Choice{"assessment", msgid("Assessment of work")},
    Choice{"uniform", msgid("Work clothing")},
    Choice{"supervision", msgid("Supervision")},
    Choice{"other", msgid("Other")},
};

/// A document on which the office acts, with the dates between which it binds (依据文件). The rule
/// books of provinces expire and are made anew, so a printed head names the one that binds.
struct BasisDocument {
    Uuid id;
    std::string name;
    std::string document;
    std::string issuer;
    std::optional<BasisSubject> subject;
    std::optional<Uuid> place;
    std::optional<Date> issued;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string end_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<BasisDocument>();

template <>
std::span<const Field<BasisDocument>> fields_of<BasisDocument>();

} // namespace model

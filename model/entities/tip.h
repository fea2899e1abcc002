#pragma once

#include "model/schema/entity.h"

namespace model {

/// The channels of the clean-hall campaign.
enum class TipChannel {
    mailbox,
    box,
    group,
    rating,
    line_12388,
    line_12345,
    local_phone,
    visit,
    other
};

template <>
inline constexpr std::array choices_of<TipChannel>{
    Choice{"mailbox", msgid("Mailbox")},
    Choice{"box", msgid("Tip box")},
    Choice{"group", msgid("WeChat group")},
    Choice{"rating", msgid("Ratings of the service")},
    Choice{"line_12388", msgid("12388")},
    Choice{"line_12345", msgid("12345")},
    Choice{"local_phone", msgid("Local phone")},
    Choice{"visit", msgid("Visit")},
    Choice{"other", msgid("Other")},
};

/// A tip on conduct. Named handlers alone see it; it is in no search and on no device below the
/// office.
struct Tip {
    Uuid id;
    std::string number;
    std::optional<Date> received;
    std::optional<TipChannel> channel;
    std::optional<Uuid> about_unit;
    std::optional<Uuid> about_person;
    std::string content;
    std::string handler;
    std::string handed_to;
    std::optional<Date> handed;
    std::string result;
    std::optional<Date> closed;
    std::string remark;
};

template <>
const EntityDef& def_of<Tip>();

template <>
std::span<const Field<Tip>> fields_of<Tip>();

} // namespace model

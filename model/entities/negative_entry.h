#pragma once

#include "model/entities/change_state.h"
#include "model/entities/item.h"
#include "model/schema/entity.h"

namespace model {

/// An item that the county keeps out of the hall by decision (不进驻负面清单): requested, reviewed,
/// approved with a document, published, in force. What is not on the list is stationed.
struct NegativeEntry {
    Uuid id;
    std::string name;
    std::optional<Uuid> item;
    std::optional<Uuid> unit;
    std::optional<NotStationed> reason;
    std::string explanation;
    std::string edition;
    std::optional<Date> requested;
    std::string request_document;
    std::optional<Date> reviewed;
    std::string review_opinion;
    std::optional<Date> approved;
    std::string approval_document;
    std::optional<Date> published;
    std::optional<Date> effective;
    std::optional<ChangeState> state;
    std::optional<Date> to;
    std::string end_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<NegativeEntry>();

template <>
std::span<const Field<NegativeEntry>> fields_of<NegativeEntry>();

} // namespace model

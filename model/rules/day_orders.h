#pragma once

#include <span>
#include <string_view>

namespace model {

/// Two days of one record of which the second cannot lie before the first.
struct DayOrder {
    std::string_view rule; ///< the code of the rule
    std::string_view entity;
    std::string_view first;         ///< name of the field
    std::string_view last;          ///< the finding stands there
    const char* message;            ///< msgid
    std::string_view or_first = {}; ///< counts where `first` is empty
};

/// All of them. Days that are steps in the course of a case are rules of their own
/// (course_finding), for these may be skipped and only wished for.
std::span<const DayOrder> day_orders();

} // namespace model

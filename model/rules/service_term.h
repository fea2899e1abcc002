#pragma once

#include "model/entities/posting.h"
#include "model/rules/rule.h"

namespace model {

/// How long somebody whom a unit sent has been at the window, and when the term is reached.
struct ServiceTerm {
    Date first;
    std::int64_t served = 0;   ///< whole months up to today, both days counted
    std::int64_t months = 0;   ///< of the term, with what it was extended by
    std::int64_t extended = 0; ///< of these
    Date reached;
    bool is_applied_for = false; ///< rotation, transfer or return is on its way
    std::optional<Source> source = {};
};

/// Whether the term at the window binds postings of that source: only those whom a unit sends.
bool is_bound_to_term(const Posting& posting);

/// The clock of a posting that goes on: the months of the limit `posting_months` from the first
/// day, and those of `extension_months` for each extension that was agreed to. Nothing for one that
/// the term does not bind, that has not begun, or that ends before the term is reached.
std::optional<ServiceTerm> service_term(const Posting& posting, const Context& context);

/// Whether the term is reached within the days of the limit `rotation_notice_days`, or was.
bool is_near_its_end(const ServiceTerm& term, const Context& context);

} // namespace model

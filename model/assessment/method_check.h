#pragma once

#include "model/assessment/method_json.h"

namespace model {

/// Finds what no method can be worked by: sums that are none, numbers used twice, links to nowhere
/// or in circles, quotas nobody can keep. In a partial method what is absent is no problem.
void check_method(const AssessmentMethod& method, MethodProblems& problems);

/// The part of it that is about rule lines, links and vetoes.
void check_lines(const AssessmentMethod& method, MethodProblems& problems);

/// The part of it that is about scorers, tie-breaks, titles and bands.
void check_results(const AssessmentMethod& method, MethodProblems& problems);

} // namespace model

#pragma once

#include "model/assessment/method_json.h"

#include <optional>
#include <string_view>
#include <vector>

namespace model {

struct MethodReading {
    std::optional<AssessmentMethod> method; ///< where nothing is wrong
    std::vector<MethodProblem> problems;
};

/// What a method may have at most.
struct MethodLimits {
    static constexpr std::size_t bytes = 1'000'000;
    static constexpr std::size_t categories = 50;
    static constexpr std::size_t lines = 500;
    static constexpr std::size_t bands = 20;
    static constexpr std::size_t titles = 50;
    static constexpr std::size_t scorers = 20;
};

/// Reads a method file, JSON in UTF-8. All that is wrong is told at once, each with its place: the
/// row where the text is no JSON, the number of the rule or category otherwise.
MethodReading read_method(std::string_view bytes);

} // namespace model

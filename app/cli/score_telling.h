#pragma once

#include "app/cli/call.h"
#include "model/assessment/score.h"

#include <functional>

namespace app {

/// How a score is told: by which method, and what entries are called.
struct ScoreTelling {
    const model::AssessmentMethod& method;
    const char* key;   ///< the JSON member that names an entry
    const char* event; ///< msgid: entry, day, what it is about
    const char* veto;  ///< msgid: period, rule, entry
    std::function<std::string(const model::Uuid& entry)> name;
};

/// A score with every number behind it, down to the events.
boost::json::object to_json(
    Call& call, const ScoreTelling& telling, const model::ObjectScore& score);
void print(Call& call, const ScoreTelling& telling, const model::ObjectScore& score);

} // namespace app

#pragma once

#include "model/assessment/score.h"

#include <map>

namespace model {

/// What is ranked, and composed of shorter periods: a score without its events.
struct PeriodStanding {
    Uuid object;
    AssessedKind kind = AssessedKind::window;
    std::string name;
    std::optional<Points> total;
    Points deducted;
    std::int64_t deductions = 0;
    Points bonus;
    std::map<std::string, Points> categories; ///< by number
    std::map<std::string, Points> scorers;    ///< by code
    int days = 0;
    int period_days = 0;
    std::vector<Veto> vetoes;
};

PeriodStanding standing_of(const ObjectScore& score);

/// The standing of one object in a longer period: its score is the mean of the parts that have one,
/// each by the share of its own days on which the object was there, rounded once as the method
/// says; whoever was always there has the plain mean. Deductions, bonus, days and vetoes add up.
/// `parts` are of that object alone; without any that has a score there is none.
PeriodStanding compose(const AssessmentMethod& method, const std::vector<PeriodStanding>& parts);

} // namespace model

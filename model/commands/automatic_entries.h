#pragma once

#include "model/commands/ledger_steps.h"
#include "model/entities/period.h"

#include <vector>

namespace model {

/// What attendance, leave, complaints, bad ratings and findings say for the ledger of a period, by
/// the rules that take it from there (RuleLine::automatic).
struct AutomaticPlan {
    /// Entries that are not in the ledger yet. The identity of each is computed from the method,
    /// the rule and the record it comes from, so that two computers enter the same one.
    std::vector<Record> entries;

    /// Entries of before that their record bears out no more: it was changed, decided otherwise or
    /// deleted.
    std::vector<LedgerEntry> unfounded;
};

/// Reads the registers of the period's place and its branch halls. Of leave, personal and sick
/// leave count, by their working days in the period. Throws UsageError where the method is not
/// here.
AutomaticPlan plan_entries(RecordStore& store, const Period& period, const std::string& recorder);

/// Enters them, and takes back what is unfounded by adjustments that say so, as one undoable step.
/// `why_unfounded` is the reason that such adjustments give, in the words of the office. Refused
/// (M10) for a period that is locked.
Outcome enter_automatic(Editor& editor, const Uuid& period, const std::string& why_unfounded);

} // namespace model

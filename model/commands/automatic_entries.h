#pragma once

#include "model/commands/ledger_steps.h"
#include "model/entities/period.h"

#include <vector>

namespace model {

/// What attendance, leave, complaints, bad ratings and findings say for the ledger of a period, by
/// the rules that take it from there (RuleLine::automatic), held against what the ledger has.
struct AutomaticPlan {
    /// Entries that are not in the ledger yet, and adjustments of those whose record says something
    /// else by now, or nothing. Ids are computed from the method, the rule and the record, and
    /// nobody's name is in them, so that two computers enter the same. What people adjusted by hand
    /// stays as they decided.
    std::vector<LedgerEntry> entries;

    /// Records of which no entry can be made, and why.
    Findings doubts;
};

/// Reads the registers of the period's place and its branch halls. Of leave, personal and sick
/// leave that was agreed to counts, by its days in the period up to today. `why` is the reason that
/// adjustments give, in the words of the office. Throws UsageError where the method is not here.
AutomaticPlan plan_entries(RecordStore& store, const Period& period, const std::string& why);

/// Enters them as one undoable step. Refused (M10) for a period that is locked; doubts are warnings
/// (M16).
Outcome enter_automatic(Editor& editor, const Uuid& period, const std::string& why);

} // namespace model

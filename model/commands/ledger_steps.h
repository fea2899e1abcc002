#pragma once

#include "model/assessment/method.h"
#include "model/commands/editor.h"
#include "model/entities/ledger_entry.h"

#include <optional>
#include <string>

/// Entries of the assessment ledger: made once and never changed; what was wrong is adjusted by an
/// entry of its own.
namespace model {

/// An event as somebody enters it. What the program knows by itself (points, words of the rule,
/// unit, place, recorder and day of recording) it fills in.
struct LedgerEvent {
    std::string method; ///< its short name; the version that holds on the day counts
    std::string line;   ///< the number of the rule
    AssessedKind kind = AssessedKind::window;
    Uuid object;
    Date day;
    std::int64_t count = 1;
    std::optional<std::int64_t> minutes = {}; ///< where the rule has bands
    std::optional<Points> each = {};          ///< where the rule leaves a choice
    std::optional<Uuid> place = {};           ///< none: where the object is; of a unit, the hall
    std::string evidence = {};
    std::string source = {}; ///< of entries that the program makes: register and record
    std::string remark = {};
};

/// A version of a method, read for many entries.
struct ReadMethod {
    Uuid id;
    AssessmentMethod method;
};

/// The version of the event's method that holds on its day. Throws UsageError where there is none.
ReadMethod method_of(RecordStore& store, const LedgerEvent& event);

/// The record of an event, its points computed, nobody having recorded it yet. Throws UsageError
/// naming what is wrong: no such rule, an object of another kind or that was not at the hall, a
/// count below one, minutes that no band has, points outside the rule's choice.
LedgerEntry ledger_entry(RecordStore& store, const ReadMethod& version, const LedgerEvent& event);

/// Adds the event to the ledger. Refused (rule M10) where its day lies in a period that is locked.
Outcome add_entry(Editor& editor, const LedgerEvent& event);

/// What is put right about an entry: added to its count, minutes or points each. A count of -1
/// takes one back.
struct LedgerAdjustment {
    std::int64_t count = 0;
    std::optional<std::int64_t> minutes = {};
    std::optional<Points> each = {};
    std::string reason;
    std::string approver;
};

/// Adds an entry that adjusts another one, for the day of that one. Refused without a reason and
/// who approved it (M11), of an entry that is itself an adjustment (M12), and where the day lies in
/// a period that is locked (M10).
Outcome adjust_entry(Editor& editor, const Uuid& entry, const LedgerAdjustment& adjustment);

/// What nobody enters by hand: an entry for a period that is locked (M10) or by a rule its method
/// does not have (M15), a period that is locked from the start and scores (M14).
Findings check_entered(RecordStore& store, const Record& record);

/// Changes that nobody makes by hand: of what an entry of the ledger says (M13), of a locked period
/// and its scores (M14), of a version that closed a period (M01). The ledger's remark and evidence
/// may be completed.
Findings check_fixed(RecordStore& store, const Record& before, std::span<const FieldEdit> edits);

/// The same for whoever would delete the record.
Findings check_kept(const Record& record);

} // namespace model

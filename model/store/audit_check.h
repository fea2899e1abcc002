#pragma once

#include "model/store/audit.h"

#include <vector>

namespace model {

/// What somebody did to the log, as far as it can be told from what is left. That a disk is damaged
/// is no finding: reading then throws StoreError, for every page carries a seal of its own.
struct AuditFinding {
    enum Kind {
        changed,   ///< an entry is not what it was when it was written
        missing,   ///< entries are missing in the middle
        cut,       ///< at the end
        cut_front, ///< at the beginning, beyond what age explains
        step,      ///< what a step changed is not in history any more as it was written
        unnoted,   ///< a step has no entry
    };

    Kind kind = changed;
    std::int64_t first = 0; ///< entry, or step where it has no entry
    std::int64_t last = 0;

    /// One sentence for the auditor.
    Message sentence() const;

    bool operator==(const AuditFinding&) const = default;
};

/// "row_changed", "rows_missing", "cut_at_end", "cut_at_front", "step_changed", "step_unnoted": for
/// programs.
std::string_view finding_name(AuditFinding::Kind kind);

struct AuditCheck {
    static constexpr std::size_t most_findings = 100; ///< that are told one by one

    std::int64_t entries = 0; ///< that were looked at
    AuditHead head;           ///< the last one there is
    std::int64_t first = 1;   ///< the first one there is
    std::vector<AuditFinding> findings;

    /// The newest entry that tells of a rescue from a damaged file; 0 for none. What is missing
    /// before it may have been lost then.
    std::int64_t rescued = 0;

    bool is_sound() const { return findings.empty(); }

    /// Whether a rescue may explain all that was found.
    bool is_from_rescue() const;
};

enum class AuditPart {
    whole,  ///< every entry, and what steps wrote
    newest, ///< the last thousand: quick enough for every opening
};

/// Looks whether the log is as it was written. Only reads, in one state of the file; some
/// microseconds an entry. Throws StoreError where the file fails.
AuditCheck check_audit(RecordStore& store, AuditPart part = AuditPart::whole);

/// Notes the findings in the log, once as long as they stay the same, and tells whether they are
/// new. Those of a part do not say that others are gone. Throws as Audit does.
bool note_findings(RecordStore& store, const AuditCheck& check);

/// The chain at that entry as it stands in the log, or before the first that is kept; zero where
/// it is neither.
Hash256 chain_at(RecordStore& store, std::int64_t id);

/// What to tell whoever opens the file: what was found and what to do; none where all is well.
std::optional<Message> warning_of(const AuditCheck& check);

} // namespace model

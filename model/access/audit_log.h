#pragma once

#include "model/store/audit.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace model {

/// An entry of the audit log as people read it. Of a register that named handlers alone see it tells
/// who did what when, and nothing of what is in it: whoever reads the log is none of them.
struct AuditEntry {
    std::int64_t id = 0;
    Instant at = 0;
    std::string user;   ///< empty: nobody known
    std::string device; ///< name of another device; empty for this file's own
    std::string what;   ///< one of audited; of a newer version perhaps none this one knows
    const EntityDef* def = nullptr;
    Uuid record;
    std::int64_t command = 0;
    std::string detail; ///< msgid: what is told besides, or what the step is called
    std::vector<std::string> args;
    bool is_withheld = false; ///< named handlers alone see what it is about
};

/// Which entries; what is not said does not matter.
struct AuditQuery {
    std::optional<Date> from = {}; ///< days in China, both included
    std::optional<Date> to = {};
    std::string user = {}; ///< the whole name
    std::string what = {}; ///< one of audited
    std::int64_t limit = -1;

    bool operator==(const AuditQuery&) const = default;
};

/// Newest first. Throws StoreError where the file fails.
std::vector<AuditEntry> audit_entries(RecordStore& store, const AuditQuery& query = {});

/// The names of all who are in the log, sorted.
std::vector<std::string> audit_users(RecordStore& store);

/// All kinds of entries there are, in the order in which a choice lists them.
struct AuditKind {
    const char* code;
    const char* label; ///< msgid
};
std::span<const AuditKind> audit_kinds();

/// msgid; the code itself where this version does not know it.
const char* label_of_audited(const std::string& what);
const char* label_of_audited(std::string&& what) = delete; // it would name what is gone

/// "Edit 张桂山", "12 rows written to 名单.xlsx": the entry in one sentence.
std::string sentence_of(const AuditEntry& entry, const Translate& translate);

/// One field that a step changed, as history still has it.
struct AuditChange {
    std::string title;               ///< of the record; empty where it is withheld
    const FieldDef* field = nullptr; ///< none: deleted or restored
    bool is_withheld = false;        ///< named handlers alone see what it was; both values are empty
    Value before;
    Value after;
};

/// At most `limit` of them; none where the step only made records, where they have left the file,
/// and for what is no step.
std::vector<AuditChange> changes_of(
    RecordStore& store, const AuditEntry& entry, std::int64_t limit);

/// "Phone 138****1234 → 139****1234; …": the first of them, personal values with their middle
/// hidden, the record's name before each where there are several.
std::string words_of_changes(
    RecordStore& store, const AuditEntry& entry, const Translate& translate);

} // namespace model

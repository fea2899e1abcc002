#pragma once

#include "model/commands/editor.h"

namespace model {

/// Throws Error with the reason where the editor's account may not do this: what concerns no
/// register, to some record of the register, or to this one record. The audit log tells of the
/// refusal.
void require(Editor& editor, Action action);
void require(Editor& editor, Action action, const EntityDef& def);
void require(Editor& editor, Action action, const Meta& record, bool personal = false);

/// Throws Error where the account may neither enter nor confirm anything of this record, and so has
/// no say in when it is dealt with.
void require_say(Editor& editor, const Uuid& record);

/// Throws Error where the account may not do this to each of the records that the query finds: they
/// are printed or exported, be it as figures.
void require_of_all(Editor& editor, Action action, Query records);

/// Throws Error where nobody may sign in with the account: it is locked, has left or has no duties
/// here. The audit log tells of the refused sign-in.
void require_entry(RecordStore& store, const Account& who);

/// Refusals in the audit log: who tried what, at which register and record.
void note_refused(RecordStore& store, const Account& who, const char* tried,
    const EntityDef* def = nullptr, const Uuid& record = {});

} // namespace model

#pragma once

#include "model/commands/permission.h"
#include "model/rules/finding.h"
#include "model/schema/minimising.h"
#include "model/store/record_store.h"

namespace model {

/// Whether the account may enter this field of a record that belongs there. Whoever enters for his
/// own unit alone answers there to what the hall office keeps of it (a problem found, a bad rating,
/// a task): he fills in the fields that are the unit's, and nothing else.
bool may_enter(const Permission& permission, const EntityDef& def, const FieldDef& field,
    const Surroundings& where);

/// Whether records of the register are the hall office's, and only some of their fields a unit's.
bool is_answered_by_units(const EntityDef& def);

/// What the organisation of this file, and the account that works in it, may do to the records in
/// it, and the sentences that say why not.
class Rights {
public:
    explicit Rights(RecordStore& store, Permission permission = {})
        : store_(store)
        , self_(store.self())
        , permission_(std::move(permission))
    {
    }

    const Permission& permission() const { return permission_; }

    const Self& self() const { return self_; }

    Surroundings around(const Meta& meta) const { return {meta.scope, meta.home, self_.county()}; }

    /// Where a record will belong that is not stored yet, or with a change that is not yet made.
    Surroundings around_new(const Record& record);
    Surroundings around_changed(Meta meta, const Record& after);

    bool may(const EntityDef& def, const FieldDef& field, const Surroundings& where) const
    {
        return !is_filled_by_the_program(def, field) && may_write(self_.org, field, where)
            && may_enter(permission_, def, field, where);
    }

    /// One sentence naming whose the field is, or what the account may not.
    Message why_not(const EntityDef& def, const FieldDef& field, const Surroundings& where);

    /// Refuses what may not be written; one finding a field.
    Findings check(
        const EntityDef& def, std::span<const FieldEdit> edits, const Surroundings& where);

    /// The same where anybody of any organisation may enter the record: only the account counts.
    Findings check_account(
        const EntityDef& def, std::span<const FieldEdit> edits, const Surroundings& where);

    /// Refuses what may not be written into a record that is not there yet, and the record itself
    /// where it would be another office's.
    Findings check_new(
        const EntityDef& def, std::span<const FieldEdit> edits, const Surroundings& where);

    /// What speaks against a record being so after the step: of an account, who may give what, and
    /// that somebody stays who may manage accounts. `before` is nullptr for one that is made or
    /// comes back; `others` are accounts that the step changes besides, as they will be.
    Findings check_account_change(
        const Record* before, const Record& after, std::span<const Record> others = {});

    /// Why the record may not be deleted by anybody, or now; nothing where it may.
    std::optional<Message> why_not_gone(const Meta& meta);

    /// Why the record may not come back from the recycle bin, as one sentence that names who
    /// decides it; nothing where this office does.
    std::optional<Message> why_not_back(const Meta& meta);

    /// What an entry of the agency in fields of others needs: a document for a 代录, and otherwise
    /// a reminder for each owner it speaks for.
    Findings on_behalf(std::span<const FieldEdit> edits, const Surroundings& where, bool declared,
        const std::string& document);

    /// The name of the unit, or of the township or village by its centre or station, or else its
    /// code.
    std::string name_of(const Org& owner);

private:
    static bool is_filled_by_the_program(const EntityDef& def, const FieldDef& field)
    {
        return &field == minimised_field(def);
    }

    Message asks_for_document(const Org& owner);

    RecordStore& store_;
    Self self_;
    Permission permission_;
};

} // namespace model

#pragma once

#include "model/commands/identity.h"
#include "model/commands/permission.h"
#include "model/rules/finding.h"
#include "model/store/batch.h"

#include <set>

namespace model {

/// How an entry comes about.
struct EntryOptions {
    bool on_behalf = false;  ///< 代录: entered by the agency from the owner's stamped form
    std::string document;    ///< what a 代录 rests on; required for one
    bool dry_run = false;    ///< checks everything, writes nothing
    bool is_lasting = false; ///< undo leaves it: it comes with what undo cannot take back
    bool may_lack = false;   ///< what a person has to fill in (new_record.h) may be missing
};

/// What became of a step. Nothing was written unless `done`; a dry run that would have been done
/// says so and has written nothing.
struct Outcome {
    bool done = false;
    bool changed = false; ///< false where everything was already so
    Uuid id;
    Findings findings; ///< all of them; one of level refuse keeps the step from being done
    std::int64_t command = 0;

    /// Of a step taken back: what it made and what stays all the same, because others use it.
    std::vector<Uuid> kept = {};

    /// Of several steps taken back, newest first: those of which something was, and those that
    /// stand as they are.
    std::vector<std::int64_t> taken_back = {};
    std::vector<std::int64_t> standing = {};
};

/// The words of a step for the Edit menu and `hallctl undo`: "Undo: Edit 张桂山".
struct StepName {
    Message label; ///< its argument {1} is the record's title; valid while the Editor lives
    std::int64_t command = 0;

    /// Of an edit of one record, what it changed; empty for other steps, and for very many fields.
    std::vector<const FieldDef*> fields = {};
};

/// The same with the fields by name: "Edit 张桂山: Phone".
std::string words_of(const StepName& step, const Translate& translate);

/// A step as the list of steps shows it.
struct PastStep {
    StepName name;
    Instant at = 0;
    std::string user;
    bool is_own = false; ///< of this account, which may take it back
    bool is_undone = false;
};

/// Everything a person can do to records, from the command line and the desktop alike. Each call is
/// one undoable step in one transaction: the record is read anew, checked by the rules with the
/// change in it, and written. Rights by ownership are checked here: what an organisation may not
/// write is refused with the reason (rule "rights"). A refusal that the record had before and the
/// change does not touch is told as a warning, so that what sync or an import once brought stops
/// nobody's work. Throws UsageError for a record that is not there.
class Editor {
public:
    Editor(RecordStore& store, Account account);

    RecordStore& store() { return store_; }
    const Account& account() const { return account_; }

    /// What the account may do, as the file says it now.
    Permission permission() { return {store_, account_.id}; }

    /// A new record with these fields. Its identity is computed where the entity says so; if a live
    /// record has it already, that is a finding of rule "same" at the identity field, and `id`
    /// names that record.
    Outcome create(
        const EntityDef& def, std::span<const FieldEdit> fields, const EntryOptions& options = {});

    Outcome set(
        const Uuid& id, std::span<const FieldEdit> fields, const EntryOptions& options = {});

    /// Fills the end field the entity names, and the reason; from that day on also the choice that
    /// says that it is over, such as the status of a posting. Throws UsageError for an entity
    /// without end.
    Outcome end(const Uuid& id, Date on, const std::string& reason);

    /// Into the recycle bin, and back. A record that others still refer to, with no end yet, is
    /// deleted with a warning naming how many.
    Outcome remove(const Uuid& id);
    Outcome restore(const Uuid& id);

    /// Several out of the recycle bin as one step. Those that may not come back stay there and are
    /// told in findings of level refuse, what has come in the way of the others in warnings; `done`
    /// unless all stay.
    Outcome restore(std::span<const Uuid> ids);

    /// The newest step of this account that is not undone, those of which nothing could be taken
    /// back after all others; the newest undone one that nothing new followed, those of which
    /// nothing could be done again after all others.
    std::optional<StepName> undoable();
    std::optional<StepName> redoable();

    /// Takes back a step, or does it again: only the fields it wrote, and of them only those that
    /// still hold what it left there; the others are told in `findings` (level warn) and kept. A
    /// record that the step made stays where one that stays refers to it. A conflict that it
    /// decided is open again, unless the county was told already. A step of which nothing could be
    /// taken back is not undone, and may be taken back later; one of which nothing could be done
    /// again stays undone. nullopt where there is none.
    std::optional<Outcome> undo();
    std::optional<Outcome> redo();

    /// The same for one given step, such as an import. Throws UsageError if it is no step or is
    /// undone already.
    Outcome undo_step(std::int64_t command);

    /// The newest steps of everybody who works with this file, newest first.
    std::vector<PastStep> steps(std::int64_t limit);

    /// Takes back every step of this account that is not undone, from the newest down to that one,
    /// in one transaction, each as undo() does; redo does them again one by one. Throws UsageError
    /// if it is no step of this account or is undone already.
    Outcome undo_back_to(std::int64_t command);

    /// Whether this file's organisation may change the field of that record, and if not, why: one
    /// sentence naming the owner.
    std::optional<Message> why_locked(const Uuid& id, const FieldDef& field);

private:
    struct Command;

    Outcome edit(const Uuid& id, std::span<const FieldEdit> fields, const EntryOptions& options,
        const char* label, OpType as);
    Outcome set_deleted(const Uuid& id, bool deleted);
    std::optional<StepName> newest(const char* sql);
    Message label_of(const std::string& text, const std::string& arguments);
    std::vector<const FieldDef*> fields_of(const Message& label, std::int64_t command);
    std::optional<Command> command(std::int64_t number);
    std::optional<Outcome> open_again(const Command& step);
    Outcome invert(const Command& step, const Command& last, const char* kind);
    void mark(std::int64_t step, std::optional<std::int64_t> undone);

    RecordStore& store_;
    Account account_;
    std::set<std::string, std::less<>> labels_; ///< what the file calls its steps
};

} // namespace model

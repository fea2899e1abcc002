#pragma once

#include "model/commands/reform.h"
#include "model/commands/rights.h"

#include <string_view>
#include <vector>

namespace model {

/// What a reform says, as msgids, of the units or the places it is about.
struct ReformWords {
    const char* label; ///< of the step: "Reorganise {1}"
    const char* none_chosen;
    const char* one_only;
    const char* no_successor;
    const char* named_twice; ///< "“{1}” is named twice …"
    const char* several;     ///< "There are several … called {1} …"
    const char* follows_itself;
};

/// A reform as one undoable step: what all of them have in common. It plans first (which records
/// are made, change or go), asks the rights of each, writes, and asks the rules with all of it
/// done; one refusal keeps all of it from being done.
class ReformAct {
public:
    virtual ~ReformAct() = default;
    ReformAct(const ReformAct&) = delete;
    ReformAct& operator=(const ReformAct&) = delete;

    ReformOutcome run();

protected:
    ReformAct(Editor& editor, const Reform& reform, const EntityDef& of, const ReformWords& words);

    /// What is asked for must make sense before anything is looked at.
    virtual void check_words();

    /// Fills what a successor that is made has besides its name.
    virtual void fill_new(Record& made) const = 0;

    /// What changes in an old one that goes on under this kind.
    virtual void plan_change(const Record& old) = 0;

    /// The entry in the register of changes that names the successor of that number, if there are
    /// any; its id comes later.
    virtual Record entry(const Record& old, std::size_t successor) const = 0;

    /// What follows from the moves.
    virtual void plan_more() {}

    void refuse(std::string_view field, Message message);
    void warn(std::string_view field, Message message);

    /// Of a record that is made or changed by this step.
    void make(Record record);
    void edit(const Uuid& id, std::vector<FieldEdit> edits);
    void remove(const Uuid& id);

    RecordStore& store() const { return store_; }
    const Reform& reform() const { return reform_; }
    const std::vector<Record>& old() const { return old_; }
    const std::vector<Uuid>& successors() const { return outcome_.successors; }
    bool is_made(const Uuid& successor) const;
    std::string name_of(std::size_t successor) const;
    bool is_refused() const;

private:
    /// A record the step makes, changes or puts into the recycle bin.
    struct Written {
        Record before; ///< empty of one that is made
        Record after;
        std::vector<FieldEdit> edits;
        bool is_new = false;
        bool ends = false;
        bool goes = false;
    };

    void read_old(const Uuid& id);
    void plan();
    void plan_successor(const std::string& name);
    std::optional<Uuid> find_successor(const std::string& name);
    void plan_move(const Reform::Move& move);
    void plan_end(const Record& old);
    void plan_entries(const Record& old);
    std::string reason() const;
    void check_rights();
    Findings denied_new(const Written& each);
    Findings denied_change(const Written& each);
    Findings denied_removal(const Written& each);
    void tell(const Written& each, Findings findings);
    void tell_accounts_left();
    void note_denial();
    bool write();

    Editor& editor_;
    RecordStore& store_;
    const Reform& reform_;
    Rights rights_;
    const EntityDef& of_;
    const ReformWords& words_;
    std::vector<Record> old_;
    std::vector<std::string> successor_names_;
    std::vector<Written> written_;
    ReformOutcome outcome_;
};

} // namespace model

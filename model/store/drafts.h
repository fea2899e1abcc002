#pragma once

#include "model/store/record_store.h"

#include <optional>
#include <string>
#include <vector>

namespace model {

/// A form as it was left: what was typed into it and not saved.
struct Draft {
    struct Entry {
        const FieldDef* field = nullptr;
        std::string text;    ///< the value as to_text() gives it, or the words as they were typed
        bool is_read = true; ///< false: words that could not be read as a value yet
        std::string base;    ///< what the record held, as to_text() gives it

        bool operator==(const Entry&) const = default;
    };

    /// What was typed into a field that the register has no more, because its office ended it, or
    /// not yet.
    struct Ended {
        std::string field;
        std::string label; ///< as it was called; else its name
        std::string text;

        bool operator==(const Ended&) const = default;
    };

    const EntityDef* def = nullptr;
    Uuid record; ///< nil: a new record
    Instant at = 0;
    std::string document; ///< of an entry on behalf of the owner
    std::vector<Entry> entries;
    std::vector<Ended> ended = {};
};

/// The drafts of one account in this file. They are kept in the encrypted file and never travel.
class Drafts {
public:
    Drafts(RecordStore& store, const Account& account) : store_(store), account_(account.id) {}

    /// Writes the draft in the place of the one of the same record; one in which nothing stands is
    /// dropped. Entries of a field that is ended by now are found among `ended` again. False, at
    /// once, where another program is writing: try again.
    bool keep(const Draft& draft);

    void drop(const EntityDef& def, const Uuid& record);

    std::optional<Draft> find(const EntityDef& def, const Uuid& record);

    /// The one written last, of that register or of any. Registers that this version does not know
    /// are passed over.
    std::optional<Draft> newest(const EntityDef* def = nullptr);

private:
    void remove(const EntityDef& def, const Uuid& record);
    std::optional<Draft> read(SQLite::Statement& row);

    RecordStore& store_;
    Uuid account_;
};

} // namespace model

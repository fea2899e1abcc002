#pragma once

#include "model/schema/entity.h"

#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

namespace tests {

/// An invariant (numbered as in the design of sync) that does not hold.
struct Violation : std::runtime_error {
    Violation(const std::string& invariant, const std::string& what)
        : std::runtime_error(invariant + ": " + what)
    {
    }
};

/// A field of a record, by identity and wire id.
using Place = std::pair<model::Uuid, int>;

/// A value a user saved, with what he had before his eyes when he did.
struct Saved {
    int client = 0;
    int event = 0;
    Place place;
    std::string value;
    std::vector<int> seen;     ///< the values this one was put over
    bool sure = true;          ///< the step was confirmed to the user
    bool acknowledged = false; ///< its client had a sync that ended well since
    bool dropped = false; ///< lost with reason: all files that had it went back to older copies
};

/// A record put into the recycle bin, and every value its user had before his eyes.
struct Deletion {
    int client = 0;
    int event = 0;
    model::Uuid record;
    std::vector<int> seen;
    bool sure = true;
    bool acknowledged = false;
    bool dropped = false;
};

/// A word put into a field that holds a set.
struct Word {
    int client = 0;
    int event = 0;
    Place place;
    std::string word;
    bool sure = true;
    bool acknowledged = false;
    bool dropped = false;
};

/// A conflict somebody decided.
struct Decision {
    int client = 0;
    int event = 0;
    model::Uuid record;
    std::string item;
    bool sure = true;
    bool acknowledged = false;
    bool dropped = false;
};

/// What users did, kept apart from the program under test: the simulation's own truth about who had
/// seen what. Values are unique unless their field is noted as ambiguous.
class Ledger {
public:
    /// The saved value a text in this field stands for, or -1.
    int find(const Place& place, const std::string& value) const;

    void save(Saved saved);
    void remove(Deletion deletion) { deletions.push_back(std::move(deletion)); }

    /// All that this client did is on the hub now.
    void acknowledge(int client);

    /// The client's file is as it was at that event: what was not acknowledged since is gone.
    void rewind(int client, int event);

    /// Whether the value is `later`, or was seen by whoever wrote it, or by those before.
    bool is_known_to(int earlier, int later) const;

    std::vector<int> children(int id) const;

    /// Whether the author is done with the value (of a set: the word) that was refused, or somebody
    /// decided against it.
    bool is_put_away(const Place& place, const std::string& value) const;

    std::vector<Saved> values;
    std::vector<Deletion> deletions;
    std::vector<Word> words;
    std::vector<Decision> decisions;
    std::set<std::pair<Place, std::string>> taken_out; ///< words somebody wanted to be rid of
    std::set<Place> ambiguous;
    std::set<model::Uuid> restored; ///< somebody brought it back, or tried to
    std::set<model::Uuid> moved;

    /// The values that were refused, as their authors were told, who are done with them; and those
    /// somebody decided against.
    std::set<std::pair<Place, std::string>> put_away;
    bool rewound = false;     ///< some file went back or was doubled: an edit may be told twice
    int county_went_back = 0; ///< how often it had to hear again what it knew

private:
    std::map<std::pair<Place, std::string>, int> ids_;
};

} // namespace tests

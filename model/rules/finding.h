#pragma once

#include "model/base/working_days.h"
#include "model/schema/ownership.h"

#include <string>
#include <string_view>
#include <vector>

namespace model {

enum class Level { remind, warn, refuse };

std::string_view level_name(Level level); ///< "remind", "warn", "refuse"

/// Where a rule comes from, and from which day on it binds.
struct Source {
    std::string_view document;
    std::string_view article;
    Date in_force_since;

    bool operator==(const Source&) const = default;
};

/// What a rule has to say of one field of a record.
struct Finding {
    std::string_view rule; ///< code of the rule, such as "P01"
    Level level = Level::refuse;
    std::string_view field; ///< empty: the record as a whole
    Message message;
    std::optional<Source> source = {};
    std::optional<Date> due = {}; ///< by when it is to be done, where a day says so

    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

/// What a record is to hold in one of its fields.
struct Condition {
    enum class Is {
        same,
        from,  ///< that day or a later one, or none
        until, ///< that day or an earlier one, or none
    };

    std::string_view field;
    Value value; ///< for `same` none, too: the field is empty
    Is is = Is::same;
};

bool meets(const Record& record, const Condition& condition);

/// What rules may know of other records: those in the recycle bin are not seen.
class Lookup {
public:
    virtual ~Lookup() = default;
    virtual std::optional<Record> find(const EntityDef& def, const Uuid& id) = 0;

    /// Whether find() finds it. Worth overriding where that is told without reading it.
    virtual bool has(const EntityDef& def, const Uuid& id) { return find(def, id).has_value(); }

    virtual std::vector<Record> where(
        const EntityDef& def, std::string_view field, const Value& value) = 0;

    /// Those that meet all the conditions, of which the first is that a field holds a value. Worth
    /// overriding where that is told without reading them.
    virtual std::vector<Record> matching(
        const EntityDef& def, const std::vector<Condition>& conditions);

    /// One record besides `except` whose field holds the value, whichever: how doubles are told.
    /// Worth overriding where many may hold it.
    virtual std::optional<Record> another(
        const EntityDef& def, std::string_view field, const Value& value, const Uuid& except);

    /// Whether a record that is not found may well be there, where this office sees nothing of it.
    virtual bool may_lie_elsewhere(const EntityDef&, const Uuid&) { return false; }

    /// The working days: what the notices say (calendar.h), the office's own entries before it.
    /// Read at the first call and kept, so that a check of a whole register reads them once.
    const WorkCalendar& calendar();

protected:
    /// A rule goes by the calendar, whether it is read for it or was before.
    virtual void goes_by_calendar() {}

private:
    std::optional<WorkCalendar> calendar_;
};

/// What every entity's definition already demands: required fields are filled in, codes are of
/// their list (a code of a newer version only reminds; a set may hold words of its own), references
/// point at something.
Findings check_definition(const Record& record, Lookup& lookup);

/// Everything all rules say of the record as of `today`: the definition, what its values can be at
/// all (value_rules.h), then the entity's rules whose source is in force. The record may be one
/// that is not stored yet.
Findings check(const Record& record, Lookup& lookup, Date today);

/// The areas `hallctl check --area` names: each with the entities it looks at.
struct Area {
    std::string_view name;
    const char* label; ///< msgid
    std::vector<std::string_view> entities;
};
std::span<const Area> areas();

/// The area of that name, or nullptr.
const Area* find_area(std::string_view name);

/// Whether `org` may save the record: no finding refuses, or only in fields that it cannot change,
/// which are for the other side to settle and do not keep it from its work.
bool may_save(
    const Findings& findings, const EntityDef& def, const Org& org, const Surroundings& where);

} // namespace model

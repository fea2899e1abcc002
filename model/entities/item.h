#pragma once

#include "model/schema/entity.h"

namespace model {

/// The national types; only those upon application belong in a hall.
enum class ItemType {
    licence,
    penalty,
    coercion,
    levy,
    payment,
    inspection,
    confirmation,
    reward,
    ruling,
    other_power,
    public_service,
    internal,
    other
};

template <>
inline constexpr std::array choices_of<ItemType>{
    Choice{"01", msgid("Administrative licence")},
    Choice{"02", msgid("Administrative penalty")},
    Choice{"03", msgid("Administrative coercion")},
    Choice{"04", msgid("Administrative levy")},
    Choice{"05", msgid("Administrative payment")},
    Choice{"06", msgid("Administrative inspection")},
    Choice{"07", msgid("Administrative confirmation")},
    Choice{"08", msgid("Administrative reward")},
    Choice{"09", msgid("Administrative ruling")},
    Choice{"10", msgid("Other administrative power")},
    Choice{"20", msgid("Public service")},
    Choice{"30", msgid("Internal approval")},
    Choice{"99", msgid("Other matter")},
};

enum class TimeUnit { working_day, calendar_day, hour, month };

template <>
inline constexpr std::array choices_of<TimeUnit>{
    Choice{"working_day", msgid("Working days")},
    Choice{"calendar_day", msgid("Calendar days")},
    Choice{"hour", msgid("Hours")},
    Choice{"month", msgid("Months")},
};

/// National 办件类型.
enum class Handling { instant, commitment };

template <>
inline constexpr std::array choices_of<Handling>{
    Choice{"instant", msgid("Done at once")},
    Choice{"commitment", msgid("Done by a promised day")},
};

/// Whether the item is handled in the hall.
enum class Stationing { stationed, not_stationed, undecided };

template <>
inline constexpr std::array choices_of<Stationing>{
    Choice{"stationed", msgid("Stationed")},
    Choice{"not_stationed", msgid("Not stationed")},
    Choice{"undecided", msgid("Undecided")},
};

/// The two national reasons, and others.
enum class NotStationed { site, secret, other };

template <>
inline constexpr std::array choices_of<NotStationed>{
    Choice{"site", msgid("Limits of the site")},
    Choice{"secret", msgid("State secret")},
    Choice{"other", msgid("Other")},
};

enum class ItemState { in_force, suspended, cancelled };

template <>
inline constexpr std::array choices_of<ItemState>{
    Choice{"in_force", msgid("In force")},
    Choice{"suspended", msgid("Suspended")},
    Choice{"cancelled", msgid("Cancelled")},
};

/// Where the item can be handled.
enum class ServedArea { nation, cross_province, cross_city, cross_county, none };

template <>
inline constexpr std::array choices_of<ServedArea>{
    Choice{"nation", msgid("Whole country")},
    Choice{"cross_province", msgid("Across provinces")},
    Choice{"cross_city", msgid("Across cities")},
    Choice{"cross_county", msgid("Across counties")},
    Choice{"none", msgid("Own area only")},
};

inline constexpr std::array item_levels{
    Choice{"nation", msgid("Nation")},
    Choice{"province", msgid("Province")},
    Choice{"city", msgid("City")},
    Choice{"county", msgid("County")},
    Choice{"township", msgid("Township")},
    Choice{"village", msgid("Village")},
};

/// Whom the item serves.
inline constexpr std::array item_objects{
    Choice{"natural", msgid("Natural persons")},
    Choice{"enterprise", msgid("Enterprises")},
    Choice{"institution", msgid("Institutions")},
    Choice{"social", msgid("Social organisations")},
    Choice{"unincorporated", msgid("Unincorporated businesses")},
    Choice{"agency", msgid("Agencies")},
    Choice{"other", msgid("Others")},
};

inline constexpr std::array item_forms{
    Choice{"window", msgid("At a window")},
    Choice{"online", msgid("Online")},
    Choice{"integrated", msgid("Integrated")},
    Choice{"courier", msgid("By courier")},
};

/// A service item of the catalog, with the fields of the national list. Codes are kept to the
/// letter: their shapes differ by province and only warn.
struct Item {
    Uuid id;
    std::string code;
    std::string name;
    std::optional<Uuid> unit;
    std::optional<ItemType> type;
    std::string main_item;
    std::string implementer_code;
    std::string region;
    std::string basic_code;
    Set levels;
    std::string basis;
    std::optional<std::int64_t> legal_days;
    std::optional<TimeUnit> legal_unit;
    std::optional<std::int64_t> promised_days;
    std::optional<TimeUnit> promised_unit;
    std::optional<Handling> handling;
    Set forms;
    Set objects;
    std::optional<std::int64_t> visits;
    std::optional<bool> fee;
    std::string fee_basis;
    std::optional<ServedArea> served_area;
    std::optional<bool> online;
    std::optional<Stationing> stationing;
    std::optional<NotStationed> not_stationed_reason;
    std::string approval_document;
    std::optional<Date> approved;
    std::string handled_at;
    std::string handled_time;
    std::string enquiries;
    std::string complaints;
    std::string result_name;
    std::optional<ItemState> state;
    std::string version;
    std::optional<Date> effective;
    std::optional<Date> cancelled;
    std::string cancelled_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<Item>();

template <>
std::span<const Field<Item>> fields_of<Item>();

} // namespace model

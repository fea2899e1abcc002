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

/// 主项, 子项 and 业务办理项: an item is split by level or object, and these by situation.
enum class ItemLayer { main, sub, handling };

template <>
inline constexpr std::array choices_of<ItemLayer>{
    Choice{"main", msgid("Topmost item")},
    Choice{"sub", msgid("Sub-item")},
    Choice{"handling", msgid("Handling item")},
};

/// National 权力来源.
enum class PowerSource {
    own,
    handed_down,
    authorised_above,
    authorised_beside,
    entrusted_above,
    entrusted_beside
};

template <>
inline constexpr std::array choices_of<PowerSource>{
    Choice{"1", msgid("Exercised by law at this level")},
    Choice{"2", msgid("Handed down from above")},
    Choice{"3", msgid("Authorised from above")},
    Choice{"4", msgid("Authorised at this level")},
    Choice{"5", msgid("Entrusted from above")},
    Choice{"6", msgid("Entrusted at this level")},
};

/// National 实施主体性质.
enum class ImplementerKind { agency, authorised, entrusted };

template <>
inline constexpr std::array choices_of<ImplementerKind>{
    Choice{"1", msgid("Statutory agency")},
    Choice{"2", msgid("Authorised organisation")},
    Choice{"3", msgid("Entrusted organisation")},
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
    std::optional<Uuid> part_of;
    std::optional<ItemLayer> layer;
    std::string implementer_code;
    std::optional<ImplementerKind> implementer_kind;
    std::optional<PowerSource> power_source;
    std::string entrusted;
    std::string joint_units;
    std::string region;
    std::string basic_code;
    std::string local_basic_code;
    std::string local_code;
    std::string handling_code;
    Set levels;
    std::string basis;
    std::optional<std::int64_t> legal_days;
    std::optional<TimeUnit> legal_unit;
    std::string legal_note;
    std::optional<std::int64_t> promised_days;
    std::optional<TimeUnit> promised_unit;
    std::string promised_note;
    std::optional<Handling> handling;
    Set forms;
    Set objects;
    std::optional<std::int64_t> visits;
    std::string visit_reason;
    std::optional<bool> fee;
    std::string fee_basis;
    std::optional<ServedArea> served_area;
    std::optional<bool> online;
    std::string online_depth;
    std::optional<bool> booking;
    std::optional<bool> pays_online;
    std::optional<bool> by_courier;
    std::optional<bool> at_terminals;
    std::optional<Stationing> stationing;
    std::optional<NotStationed> not_stationed_reason;
    std::string approval_document;
    std::optional<Date> approved;
    std::string hall_name;
    std::string town_code;
    std::string village_code;
    std::string handled_at;
    std::string handled_time;
    std::string enquiries;
    std::string complaints;
    std::string result_kind;
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

#include "model/rules/day_orders.h"

#include "model/base/message.h"

#include <array>

namespace model {

namespace {

// clang-format off
constexpr std::array orders{
    DayOrder{"A07", "user", "from", "to", msgid("The account ends before it begins: one of the two dates is wrong")},
    DayOrder{"B01", "leave", "from", "to", msgid("The leave ends before it begins: one of the two dates is wrong")},
    DayOrder{"G43", "chain_step", "from", "to", msgid("The step ends before it is in force: one of the two dates is wrong")},
    DayOrder{"H01", "authorisation", "from", "to", msgid("The authorisation ends before it begins: one of the two dates is wrong")},
    DayOrder{"H09", "authorised_item", "from", "to", msgid("The authorisation ends before it begins: one of the two dates is wrong")},
    DayOrder{"H22", "posting_change", "requested", "wanted", msgid("The change is wanted from a day before it was requested: one of the two dates is wrong")},
    DayOrder{"H23", "posting_change", "requested", "answered", msgid("The answer lies before the request: one of the two dates is wrong")},
    DayOrder{"H40", "training", "from", "to", msgid("The training ends before it begins: one of the two dates is wrong")},
    DayOrder{"H43", "certificate", "issued", "valid_until", msgid("The certificate ends before it was issued: one of the two dates is wrong")},
    DayOrder{"H50", "award", "decided", "effect_until", msgid("The effect ends before the decision: one of the two dates is wrong")},
    DayOrder{"I10", "item", "effective", "cancelled", msgid("The item is cancelled before it takes effect: one of the two dates is wrong")},
    DayOrder{"J72", "checklist", "from", "to", msgid("The list ends before it is used: one of the two dates is wrong")},
    DayOrder{"K01", "window_item", "from", "to", msgid("The link ends before it begins: one of the two dates is wrong")},
    DayOrder{"K01", "window_staff", "from", "to", msgid("The link ends before it begins: one of the two dates is wrong")},
    DayOrder{"L05", "place", "opened", "closed", msgid("The place closes before it opened: one of the two dates is wrong")},
    DayOrder{"O01", "outlet_item", "from", "to", msgid("The item ends at the outlet before it begins: one of the two dates is wrong")},
    DayOrder{"O13", "agency_case", "day", "result_on", msgid("The outcome lies before the case: one of the two dates is wrong")},
    DayOrder{"O24", "outlet_patrol", "day", "mended", msgid("It was mended before it was found: one of the two dates is wrong")},
    DayOrder{"P10", "person", "birth", "working_since", msgid("Nobody works before being born: one of the two dates is wrong")},
    DayOrder{"Q12", "equipment_patrol", "reported", "repaired", msgid("The device was repaired before that was asked for: one of the two dates is wrong"), "day"},
    DayOrder{"R01", "basis_document", "from", "to", msgid("The document ends before it begins: one of the two dates is wrong")},
    DayOrder{"R22", "item_fee", "from", "to", msgid("The fee ends before it begins: one of the two dates is wrong")},
    DayOrder{"R31", "bundle", "from", "to", msgid("The bundle ends before it begins: one of the two dates is wrong")},
    DayOrder{"S01", "posting", "from", "to", msgid("The posting ends before it begins: one of the two dates is wrong")},
    DayOrder{"S02", "posting", "from", "trial_until", msgid("The trial ends before the posting begins: one of the two dates is wrong")},
    DayOrder{"S22", "posting_change", "requested", "until", msgid("The status ends before it begins: one of the two dates is wrong")},
    DayOrder{"V08", "provision", "from", "to", msgid("It ends before it begins: one of the two dates is wrong")},
    DayOrder{"W03", "window", "opened", "closed", msgid("The window closes before it opened: one of the two dates is wrong")},
    DayOrder{"W20", "window_unit", "from", "to", msgid("The link ends before it begins: one of the two dates is wrong")},
};
// clang-format on

} // namespace

std::span<const DayOrder> day_orders()
{
    return orders;
}

} // namespace model

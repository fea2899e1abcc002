#include "model/entities/catalog.h"

#include "model/entities/calendar_day.h"
#include "model/entities/credential.h"
#include "model/entities/impact_assessment.h"
#include "model/entities/item.h"
#include "model/entities/person.h"
#include "model/entities/place.h"
#include "model/entities/posting.h"
#include "model/entities/provision.h"
#include "model/entities/retention.h"
#include "model/entities/setting.h"
#include "model/entities/unit.h"
#include "model/entities/user.h"
#include "model/entities/window.h"
#include "model/entities/window_item.h"
#include "model/entities/window_staff.h"

#include <array>

namespace model {

const Catalog& hall_catalog()
{
    static const std::array entities{
        &def_of<Place>(),
        &def_of<Unit>(),
        &def_of<Item>(),
        &def_of<Person>(),
        &def_of<Window>(),
        &def_of<Posting>(),
        &def_of<WindowItem>(),
        &def_of<WindowStaff>(),
        &def_of<User>(),
        &def_of<ImpactAssessment>(),
        &def_of<Provision>(),
        &def_of<Retention>(),
        &def_of<CalendarEntry>(),
        &def_of<Setting>(),
        &def_of<Credential>(),
    };
    static const Catalog catalog{entities};
    return catalog;
}

} // namespace model

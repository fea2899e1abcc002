#include "model/entities/catalog.h"

#include "model/entities/agency_case.h"
#include "model/entities/annual_grade.h"
#include "model/entities/approval.h"
#include "model/entities/attachment.h"
#include "model/entities/attendance_day.h"
#include "model/entities/authorisation.h"
#include "model/entities/authorised_item.h"
#include "model/entities/award.h"
#include "model/entities/bad_rating.h"
#include "model/entities/ballot.h"
#include "model/entities/basis_document.h"
#include "model/entities/bundle.h"
#include "model/entities/bundle_item.h"
#include "model/entities/calendar_day.h"
#include "model/entities/case_count.h"
#include "model/entities/certificate.h"
#include "model/entities/chain_step.h"
#include "model/entities/checklist.h"
#include "model/entities/checklist_line.h"
#include "model/entities/commitment.h"
#include "model/entities/complaint.h"
#include "model/entities/credential.h"
#include "model/entities/equipment.h"
#include "model/entities/equipment_patrol.h"
#include "model/entities/finding.h"
#include "model/entities/handover_check.h"
#include "model/entities/impact_assessment.h"
#include "model/entities/inspection.h"
#include "model/entities/inspection_line.h"
#include "model/entities/item.h"
#include "model/entities/item_change.h"
#include "model/entities/item_fee.h"
#include "model/entities/item_material.h"
#include "model/entities/leave.h"
#include "model/entities/ledger_entry.h"
#include "model/entities/local_field.h"
#include "model/entities/method.h"
#include "model/entities/method_text.h"
#include "model/entities/negative_entry.h"
#include "model/entities/objection.h"
#include "model/entities/outlet_item.h"
#include "model/entities/outlet_patrol.h"
#include "model/entities/period.h"
#include "model/entities/person.h"
#include "model/entities/place.h"
#include "model/entities/place_change.h"
#include "model/entities/posting.h"
#include "model/entities/posting_change.h"
#include "model/entities/provision.h"
#include "model/entities/reporter.h"
#include "model/entities/retention.h"
#include "model/entities/roll_call.h"
#include "model/entities/roster.h"
#include "model/entities/score.h"
#include "model/entities/period_basis.h"
#include "model/entities/setting.h"
#include "model/entities/task.h"
#include "model/entities/tip.h"
#include "model/entities/training.h"
#include "model/entities/type_code.h"
#include "model/entities/unable_case.h"
#include "model/entities/unit.h"
#include "model/entities/unit_change.h"
#include "model/entities/user.h"
#include "model/entities/window.h"
#include "model/entities/window_item.h"
#include "model/entities/window_position.h"
#include "model/entities/window_staff.h"
#include "model/entities/window_unit.h"

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
        &def_of<WindowUnit>(),
        &def_of<WindowItem>(),
        &def_of<WindowStaff>(),
        &def_of<User>(),
        &def_of<ImpactAssessment>(),
        &def_of<Provision>(),
        &def_of<Retention>(),
        &def_of<BasisDocument>(),
        &def_of<Equipment>(),
        &def_of<EquipmentPatrol>(),
        &def_of<Authorisation>(),
        &def_of<AuthorisedItem>(),
        &def_of<Leave>(),
        &def_of<AttendanceDay>(),
        &def_of<Training>(),
        &def_of<Certificate>(),
        &def_of<Award>(),
        &def_of<HandoverCheck>(),
        &def_of<PostingChange>(),
        &def_of<Roster>(),
        &def_of<RollCall>(),
        &def_of<ItemChange>(),
        &def_of<ChainStep>(),
        &def_of<Approval>(),
        &def_of<ItemMaterial>(),
        &def_of<ItemFee>(),
        &def_of<Bundle>(),
        &def_of<BundleItem>(),
        &def_of<NegativeEntry>(),
        &def_of<UnitChange>(),
        &def_of<PlaceChange>(),
        &def_of<OutletItem>(),
        &def_of<AgencyCase>(),
        &def_of<OutletPatrol>(),
        &def_of<Checklist>(),
        &def_of<ChecklistLine>(),
        &def_of<Inspection>(),
        &def_of<InspectionLine>(),
        &def_of<ProblemFound>(),
        &def_of<Complaint>(),
        &def_of<BadRating>(),
        &def_of<UnableCase>(),
        &def_of<Tip>(),
        &def_of<Reporter>(),
        &def_of<Commitment>(),
        &def_of<Task>(),
        &def_of<CaseCount>(),
        &def_of<Method>(),
        &def_of<Period>(),
        &def_of<LedgerEntry>(),
        &def_of<ScoreRecord>(),
        &def_of<Ballot>(),
        &def_of<Objection>(),
        &def_of<GradeRecord>(),
        &def_of<CalendarEntry>(),
        &def_of<Setting>(),
        &def_of<TypeCode>(),
        &def_of<LocalField>(),
        &def_of<WindowPosition>(),
        &def_of<AttachedFile>(),
        &def_of<MethodText>(),
        &def_of<PeriodBasis>(),
        &def_of<Credential>(),
    };
    static const Catalog catalog{entities};
    return catalog;
}

} // namespace model

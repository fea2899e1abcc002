#pragma once

#include "model/schema/entity.h"

namespace model {

/// What a county may set a figure of its own for: the names of assets/codes/limits.csv and
/// deadlines.csv, which say what is usual.
enum class Matter {
    posting_months,
    instant_working_days,
    licence_working_days,
    youngest_staff_years,
    oldest_staff_years,
    left_staff_months,
    assessment_kept_years,
    provision_kept_years,
    complaint_reply,
    rating_contact,
    rating_correction,
    rating_correction_complex,
    unresolved_reply,
    unresolved_special,
    unresolved_told_before,
    unit_adjusts,
    change_notice,
    petition_decision,
    authorisation_notice_days,
    certificate_notice_days,
    document_notice_days,
    leave_without_unit_days,
    absence_row_working_days,
    absence_year_working_days,
    repair_days,
    complaints_per_year,
    chief_is_formal_staff,
    due_notice_days,
    outlet_patrol_days,
    outlet_report_days,
    window_staff_years,
    leaving_list_days,
    attachment_megabytes,
    commitment_months,
    commitment_of_all,
    party_transfer_months,
    clock_grace_minutes,
    half_absent_minutes,
    clocks_a_day,
    morning_from,
    morning_until,
    afternoon_from,
    afternoon_until,
    summer_first_month,
    summer_last_month,
    assessed_here_months,
    excellent_percent,
    excellent_approved_percent,
    assessment_objection,
    trial_months,
    hired_trial_months,
    outlet_trial_months,
    rotation_notice_days,
    extension_months,
};

template <>
inline constexpr std::array choices_of<Matter>{
    Choice{"posting_months", msgid("Least time of a posting")},
    Choice{"instant_working_days", msgid("Items done at once")},
    Choice{"licence_working_days", msgid("Longest time for a licence")},
    Choice{"youngest_staff_years", msgid("Least age of staff")},
    Choice{"oldest_staff_years", msgid("Greatest age of staff")},
    Choice{"left_staff_months", msgid("Keeping of personal information of people who left")},
    Choice{"assessment_kept_years", msgid("Keeping of impact assessments")},
    Choice{"provision_kept_years", msgid("Keeping of provision records")},
    Choice{"complaint_reply", msgid("Reply to a complaint")},
    Choice{"rating_contact", msgid("First contact after a bad rating")},
    Choice{"rating_correction", msgid("Correction after a bad rating")},
    Choice{"rating_correction_complex", msgid("Correction after a bad rating, complex")},
    Choice{"unresolved_reply", msgid("Reply at the window for what cannot be done")},
    Choice{
        "unresolved_special", msgid("Reply at the window for what cannot be done, special cases")},
    Choice{"unresolved_told_before", msgid("Told before the reply expires")},
    Choice{"unit_adjusts", msgid("Unit replaces staff after a request to return them")},
    Choice{"change_notice", msgid("Notice before staff are changed")},
    Choice{"petition_decision", msgid("Petition: decided")},
    Choice{"authorisation_notice_days", msgid("Notice before an authorisation ends")},
    Choice{"certificate_notice_days", msgid("Notice before a certificate ends")},
    Choice{"document_notice_days", msgid("Notice before a document ends")},
    Choice{"leave_without_unit_days", msgid("Leave from which the unit consents")},
    Choice{"absence_row_working_days", msgid("Absence in a row that is told")},
    Choice{"absence_year_working_days", msgid("Absence in a year that is told")},
    Choice{"repair_days", msgid("Time to repair a device")},
    Choice{"complaints_per_year", msgid("True complaints in a year that are told")},
    Choice{"chief_is_formal_staff", msgid("Chief representatives are formal staff (1: yes)")},
    Choice{"due_notice_days", msgid("Notice before something is due")},
    Choice{"outlet_patrol_days", msgid("Time between patrols of an outlet")},
    Choice{"outlet_report_days", msgid("Time within which an outlet reports cases")},
    Choice{"window_staff_years", msgid("Greatest age of whom a unit sends")},
    Choice{"leaving_list_days", msgid("Time to settle the leaving list")},
    Choice{"attachment_megabytes", msgid("Largest attachment, in megabytes")},
    Choice{
        "commitment_months", msgid("Months of a year within which commitment letters are signed")},
    Choice{"commitment_of_all", msgid("All window staff sign commitment letters (1: yes)")},
    Choice{"party_transfer_months",
        msgid("Months after which a party member's relation is transferred")},
    Choice{"clock_grace_minutes", msgid("Minutes late or early that are let pass")},
    Choice{"half_absent_minutes", msgid("Minutes late or early from which half a day is absent")},
    Choice{"clocks_a_day", msgid("Clockings a day (2 or 4)")},
    Choice{"morning_from", msgid("Morning begins (900 is 9:00)")},
    Choice{"morning_until", msgid("Morning ends (1200 is 12:00)")},
    Choice{"afternoon_from", msgid("Afternoon begins (1300 is 13:00)")},
    Choice{"afternoon_until", msgid("Afternoon ends (1700 is 17:00)")},
    Choice{"summer_first_month", msgid("First month of summer hours")},
    Choice{"summer_last_month", msgid("Last month of summer hours")},
    Choice{"assessed_here_months", msgid("Months at the hall from which one is assessed there")},
    Choice{"excellent_percent", msgid("Share of excellent annual grades")},
    Choice{"excellent_approved_percent", msgid("Share of excellent annual grades, with approval")},
    Choice{"assessment_objection", msgid("Objections to a draft of scores")},
    Choice{"trial_months", msgid("Trial of whom a unit sends")},
    Choice{"hired_trial_months", msgid("Trial of staff provided or purchased by the hall office")},
    Choice{"outlet_trial_months", msgid("Trial of staff of townships and villages")},
    Choice{"rotation_notice_days", msgid("Notice before the term at the window is reached")},
    Choice{"extension_months", msgid("Time by which an extension puts off the rotation")},
};

/// What a figure is counted in. The first four are the units of a term (working_days.h).
enum class SettingUnit { day, working_day, month, year, percent, count };

template <>
inline constexpr std::array choices_of<SettingUnit>{
    Choice{"day", msgid("Calendar days")},
    Choice{"working_day", msgid("Working days")},
    Choice{"month", msgid("Months")},
    Choice{"year", msgid("Years")},
    Choice{"percent", msgid("Percent")},
    Choice{"count", msgid("Number")},
};

/// The county's own figure for a limit or a deadline, from a day on. The whole county reads it.
struct Setting {
    Uuid id;
    std::optional<Matter> matter;
    std::optional<std::int64_t> value;
    std::optional<SettingUnit> unit; ///< empty: as is usual for the matter
    std::optional<Date> from;        ///< without it the figure is not in force
    std::string document;
    std::string remark;
};

template <>
const EntityDef& def_of<Setting>();

template <>
std::span<const Field<Setting>> fields_of<Setting>();

} // namespace model

#pragma once

#include "model/exchange/demo_scene.h"

namespace model {

/// A year of work in the demo county, in every register: most of it in order, some of it as it is
/// in practice, so that check lists and boards have something to say. Nothing that a rule refuses.
/// The days lie around the store's today; the people are invented (demo_people.h).
void add_demo_year(DemoWriter& writer, const Uuid& hall, std::uint64_t seed);

/// Figures of the county's own, documents, units' changes and the records of personal information.
void add_demo_office(DemoScene& scene);

/// Chief representatives, leave, attendance, training, awards, duties, changes of staff.
void add_demo_chiefs(DemoScene& scene);
void add_demo_staff(DemoScene& scene);
void add_demo_days(DemoScene& scene);

/// What belongs to items: materials, fees, bundles, changes, the list of what is not stationed; and
/// the case counts of twelve months.
void add_demo_catalog(DemoScene& scene);
void add_demo_item_changes(DemoScene& scene);
void add_demo_counts(DemoScene& scene);

/// An item with its parts, and codes of item types that are of the province's own list.
void add_demo_layers(DemoScene& scene);

/// Which units serve at which windows, since when, and whom the shared ones call.
void add_demo_window_units(DemoScene& scene);

/// Approval chains, the steps of what was asked for so far, and duties that are swapped.
void add_demo_approvals(DemoScene& scene);

/// Items, cases and patrols at the outlets; devices and their patrols.
void add_demo_outlets(DemoScene& scene);
void add_demo_equipment(DemoScene& scene);

/// An assessment method with its months: two closed, one being told, this one being recorded.
void add_demo_assessments(DemoScene& scene);
/// People at townships' centres and at some villages' stations, with what the latter handle.
void add_demo_villages(DemoScene& scene);

/// Most of the hall's windows on its plan.
void add_demo_floor(DemoScene& scene);

/// What people say: complaints, bad ratings, cases that could not be done, tips.
struct DemoVoices {
    std::vector<Uuid> complaints;
    std::vector<Uuid> unable_cases;
};
DemoVoices add_demo_voices(DemoScene& scene);

/// Inspections, problems, commitment letters, tasks.
void add_demo_supervision(DemoScene& scene, const DemoVoices& voices);

} // namespace model

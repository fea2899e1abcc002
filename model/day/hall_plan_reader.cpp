#include "model/commands/reorganise_places.h"
#include "model/commands/rights.h"
#include "model/commands/store_lookup.h"
#include "model/day/hall_plan.h"
#include "model/day/morning.h"
#include "model/entities/authorisation.h"
#include "model/entities/complaint.h"
#include "model/entities/window_item.h"
#include "model/listing/collation.h"
#include "model/rules/media_types.h"
#include "model/rules/station_rules.h"
#include "model/rules/still_open.h"
#include "model/store/contents.h"

#include <algorithm>
#include <set>

namespace model {

namespace {

class PlanReader {
public:
    PlanReader(RecordStore& store, const Permission& permission, HallPlan& plan)
        : store_(store)
        , permission_(permission)
        , plan_(plan)
    {
    }

    void read()
    {
        read_windows();
        read_positions();
        read_picture();
        read_morning();
        read_items();
        read_complaints();
        for (auto& window : plan_.windows)
            std::ranges::sort(window.states);
    }

private:
    template <class E>
    std::vector<E> select(const std::string& where, std::vector<Value> arguments) const
    {
        const auto& def = def_of<E>();
        Query query{.def = &def, .where = '(' + where + ')', .arguments = std::move(arguments)};
        const auto seen = permission_.extent(Action::see, def).condition(def);
        if (!seen.empty())
            query.where += " AND (" + seen + ')';
        std::vector<E> found;
        store_.each(query, [&](const Record& record) { found.push_back(from_record<E>(record)); });
        return found;
    }

    template <class E>
    bool sees() const
    {
        return permission_.may_somewhere(Action::see, def_of<E>());
    }

    void mark(const Uuid& window, PlanState state)
    {
        const auto found = std::ranges::find(plan_.windows, window, &PlanWindow::id);
        if (found != plan_.windows.end()
            && std::ranges::find(found->states, state) == found->states.end())
            found->states.push_back(state);
    }

    void read_windows()
    {
        auto windows = select<Window>("t.\"place\" = ?", {plan_.place});
        std::erase_if(windows, [&](const Window& each) { return is_over(each.closed, plan_.day); });
        std::ranges::stable_sort(
            windows, {}, [](const Window& each) { return sort_key(each.number); });
        for (const auto& window : windows) {
            plan_.windows.push_back({.id = window.id,
                .number = window.number,
                .plate = window.name.empty() ? window.business : window.name});
            if (window.status.value_or(WindowStatus::open) != WindowStatus::open
                || (window.opened && *window.opened > plan_.day))
                mark(window.id, PlanState::shut);
        }
    }

    void read_positions()
    {
        for (const auto& position : select<WindowPosition>(
                 "t.\"window\" IN (SELECT rec.id FROM \"window\" AS w JOIN rec USING (rid) WHERE "
                 "w.\"place\" = ?)",
                 {plan_.place})) {
            const auto window = std::ranges::find(plan_.windows, position.window, &PlanWindow::id);
            if (window == plan_.windows.end() || window->area)
                continue;
            window->position = position.id;
            window->area = PlanArea{position.x.value_or(0), position.y.value_or(0),
                position.width.value_or(PlanArea().width),
                position.height.value_or(PlanArea().height)}
                               .on_the_floor();
        }
    }

    /// Of whoever may see the place.
    void read_picture()
    {
        const auto meta = store_.rows().meta(plan_.place);
        if (!meta || !permission_.may(Action::see, *meta->def, Rights(store_).around(*meta)))
            return;
        for (const auto& record : store_.where(def_of<AttachedFile>(), "record", plan_.place)) {
            const auto file = from_record<AttachedFile>(record);
            const auto media = media_named(file.media);
            const bool is_older = plan_.picture && file.id < plan_.picture->attachment;
            if (file.kind != AttachmentKind::plan || !media || !media->is_image || file.minimised
                || is_older)
                continue;
            plan_.picture = PlanPicture{.attachment = file.id,
                .title = file.title,
                .size = file.size.value_or(0),
                .hash = file.hash,
                .is_here = Contents(store_).has(file.hash)};
        }
    }

    /// Who is there, and who could take over, is what the morning roll-call says of the day.
    void read_morning()
    {
        const MorningSheet sheet(store_, permission_, plan_.place, plan_.day);
        for (const auto& row : sheet.rows()) {
            if (row.is_unmanned)
                mark(row.window, PlanState::unmanned);
            if (row.lacks_b)
                mark(row.window, PlanState::lacks_b);
        }
    }

    void read_items()
    {
        if (!sees<WindowItem>() || !sees<Item>() || !sees<Authorisation>())
            return plan_.unseen.push_back(PlanState::unauthorised);
        StoreLookup lookup(store_);
        std::map<Uuid, bool> known;
        for (const auto& link : select<WindowItem>("t.\"window\" IS NOT NULL", {})) {
            const auto* window = plan_.find(*link.window);
            if (!window || !link.item || !is_current({link.from, link.to}, plan_.day))
                continue;
            const auto [item, is_new] = known.emplace(*link.item, false);
            if (is_new)
                item->second = is_unauthorised(*link.item, lookup);
            if (item->second)
                mark(window->id, PlanState::unauthorised);
        }
    }

    bool is_unauthorised(const Uuid& id, Lookup& lookup) const
    {
        const auto record = lookup.find(def_of<Item>(), id);
        if (!record)
            return false;
        const auto findings = check_stationing(from_record<Item>(*record), {lookup, plan_.day});
        return std::ranges::find(findings, "I16", &Finding::rule) != findings.end();
    }

    void read_complaints()
    {
        if (!sees<Complaint>())
            return plan_.unseen.push_back(PlanState::complained);
        const auto month = to_iso(plan_.day).substr(0, std::string_view("2026-01").size());
        for (const auto& complaint : select<Complaint>(
                 "t.\"window\" IS NOT NULL AND substr(t.\"received\", 1, 7) = ?", {month}))
            mark(*complaint.window, PlanState::complained);
    }

    RecordStore& store_;
    const Permission& permission_;
    HallPlan& plan_;
};

} // namespace

std::vector<Place> plan_places(RecordStore& store, const Permission& permission)
{
    const auto& windows = def_of<Window>();
    const auto seen = permission.extent(Action::see, windows).condition(windows);
    std::set<Uuid> ids;
    store.each({.def = &windows, .where = seen}, [&](const Record& record) {
        if (const auto* place = std::get_if<Uuid>(&record["place"]))
            ids.insert(*place);
    });
    const auto self = store.self();
    std::vector<Place> places;
    for (const auto& id : ids)
        if (const auto record = store.find(def_of<Place>(), id))
            places.push_back(from_record<Place>(*record));
    std::ranges::stable_sort(places, {}, [&](const Place& place) {
        const int rank = place.name == self.office ? 0 : place.region == self.region ? 1 : 2;
        return std::pair{rank, sort_key(place.name)};
    });
    return places;
}

HallPlan read_hall_plan(
    RecordStore& store, const Permission& permission, const Uuid& place, Date day)
{
    HallPlan plan{
        .place = place, .name = place_called_on(store, place, day), .day = day, .windows = {}};
    PlanReader(store, permission, plan).read();
    return plan;
}

} // namespace model

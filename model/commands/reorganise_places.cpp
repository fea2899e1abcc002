#include "model/commands/reorganise_places.h"

#include "model/base/text.h"
#include "model/commands/reform_act.h"
#include "model/commands/require.h"
#include "model/entities/place_change.h"
#include "model/entities/window.h"
#include "model/entities/window_position.h"
#include "model/rules/place_rules.h"
#include "model/rules/still_open.h"

#include <algorithm>
#include <map>
#include <set>

namespace model {

namespace {

constexpr ReformWords words{
    .label = msgid("Change of places: {1}"),
    .none_chosen = msgid("Choose the place that changes"),
    .one_only = msgid("Only when places are merged are there several old ones: choose one"),
    .no_successor = msgid("Which place follows is still missing"),
    .named_twice = msgid("“{1}” is named twice among the places that follow: name it once"),
    .several = msgid("There are several places called “{1}”: choose one from the list, or give its "
                     "id"),
    .follows_itself = msgid("A place does not follow itself: choose another"),
};

constexpr bool has_the_kinds_of_units()
{
    return std::ranges::equal(choices_of<PlaceChangeKind>, choices_of<UnitChangeKind>,
        [](const Choice& place, const Choice& unit) { return place.code == unit.code; });
}
static_assert(has_the_kinds_of_units());

/// The number after that one which nobody has: "A07" after "A06", "综合2" after "综合".
std::string next_free(const std::string& number, const std::set<std::string>& taken)
{
    constexpr std::size_t longest_count = 6;
    auto digits = number.size();
    while (digits > 0 && number.size() - digits < longest_count && number[digits - 1] >= '0'
        && number[digits - 1] <= '9')
        --digits;
    const auto width = number.size() - digits;
    int count = width > 0 ? std::stoi(number.substr(digits)) : 1;
    for (;;) {
        auto text = std::to_string(++count);
        if (text.size() < width)
            text.insert(0, width - text.size(), '0');
        if (auto next = number.substr(0, digits) + text; !taken.contains(next))
            return next;
    }
}

class PlaceAct : public ReformAct {
public:
    PlaceAct(Editor& editor, const Reform& reform, const PlaceSite& site)
        : ReformAct(editor, reform, def_of<Place>(), words)
        , site_(site)
    {
    }

private:
    static const FieldDef& field(std::string_view name) { return *def_of<Place>().find(name); }

    void check_words() override
    {
        ReformAct::check_words();
        if (reform().kind != ReformKind::moved || old().empty())
            return;
        if (moves(old().front()).empty())
            refuse("address",
                {msgid("Say where the place goes: its new address, division code or the place it "
                       "belongs to")});
        check_above(old().front());
        check_region(old().front());
    }

    /// A place below this one cannot be above it.
    void check_above(const Record& place)
    {
        std::set<Uuid> seen;
        for (auto at = site_.parent; at && seen.insert(*at).second;) {
            if (*at == place.id)
                return refuse("parent",
                    {msgid("“{1}” belongs to “{2}” itself: choose a place that does not"),
                        {store().title_of(*site_.parent), place.title()}});
            const auto above = store().find(def_of<Place>(), *at);
            const auto* next = above ? std::get_if<Uuid>(&(*above)["parent"]) : nullptr;
            at = next ? std::optional(*next) : std::nullopt;
        }
    }

    /// A village that goes to another township has another code; those below it too.
    void check_region(const Record& place)
    {
        const auto code = site_.region.empty() ? to_text(place["region"]) : trimmed(site_.region);
        const auto own = Region::of(code);
        if (const auto above =
                site_.parent ? store().find(def_of<Place>(), *site_.parent) : std::nullopt) {
            const auto outer = Region::of(to_text((*above)["region"]));
            if (own && outer && (own->first < outer->first || own->last > outer->last))
                warn("region",
                    {msgid("The division code {1} does not lie in that of “{2}”: look whether the "
                           "place has another code now"),
                        {code, above->title()}});
        }
        const auto below = store().where(def_of<Place>(), "parent", place.id);
        if (code != to_text(place["region"]) && !below.empty())
            warn("region",
                {msgid("The {1} places below keep their division codes: change these too where "
                       "they have others now"),
                    {std::to_string(below.size())}});
    }

    /// What becomes other where the place goes.
    std::vector<FieldEdit> moves(const Record& place) const
    {
        std::vector<FieldEdit> edits;
        const auto add = [&](std::string_view name, Value value) {
            if (!is_empty(value) && value != place[name])
                edits.push_back({&field(name), std::move(value)});
        };
        if (site_.parent)
            add("parent", *site_.parent);
        add("address", text_value(site_.address));
        add("region", text_value(site_.region));
        return edits;
    }

    static Value text_value(const std::string& text)
    {
        auto typed = trimmed(text);
        return typed.empty() ? Value{} : Value{std::move(typed)};
    }

    /// A branch hall that is split off belongs to the hall it comes from.
    void fill_new(Record& made) const override
    {
        const auto& first = old().front();
        const auto place = from_record<Place>(first);
        made["type"] = first["type"];
        if (site_.type)
            made["type"] = std::string(choices_of<PlaceType>.at(std::size_t(*site_.type)).code);
        const auto type = site_.type ? site_.type : place.type;
        const bool is_below =
            !reform().ends && type && place.type && level_of(*type) > level_of(*place.type);
        made["parent"] = is_below ? Value{first.id} : first["parent"];
        for (const auto* name : {"address", "region"})
            made[name] = first[name];
        for (auto& edit : moves(made))
            made[edit.field->name] = edit.value;
        made["opened"] = reform().day;
        made["basis_document"] = text_value(reform().document);
    }

    void plan_change(const Record& place) override
    {
        if (reform().kind == ReformKind::renamed)
            edit(place.id, {{&field("name"), trimmed(reform().new_name)}});
        if (reform().kind == ReformKind::moved)
            edit(place.id, moves(place));
    }

    Record entry(const Record& place, std::size_t successor) const override
    {
        PlaceChange change{.place = place.id, .kind = static_cast<PlaceChangeKind>(reform().kind)};
        change.old_name = place.title();
        change.new_name = trimmed(reform().new_name);
        if (successor < successors().size()) {
            change.successor = successors()[successor];
            change.new_name = name_of(successor);
        }
        if (reform().kind == ReformKind::moved)
            for (const auto& edit : moves(place))
                tell_move(change, place, edit);
        change.day = reform().day;
        change.document = reform().document;
        return to_record(change);
    }

    void tell_move(PlaceChange& change, const Record& place, const FieldEdit& edit) const
    {
        const auto name = edit.field->name;
        if (name == "parent") {
            if (const auto* before = std::get_if<Uuid>(&place["parent"]))
                change.old_parent = store().title_of(*before);
            change.new_parent = store().title_of(std::get<Uuid>(edit.value));
        } else if (name == "address") {
            change.old_address = to_text(place[name]);
            change.new_address = to_text(edit.value);
        } else {
            change.old_region = to_text(place[name]);
            change.new_region = to_text(edit.value);
        }
    }

    void plan_more() override
    {
        std::map<std::size_t, std::vector<ReformReference>> windows;
        for (const auto& move : reform().moves)
            if (move.reference.def->id == def_of<Window>().id)
                windows[move.to].push_back(move.reference);
        for (const auto& [to, going] : windows) {
            renumber(to, going);
            settle_positions(to, going);
        }
    }

    /// Where two windows would have one number, the one that comes later gets another.
    void renumber(std::size_t to, const std::vector<ReformReference>& going)
    {
        std::set<std::string> taken;
        for (const auto& record : store().where(def_of<Window>(), "place", successors().at(to)))
            if (is_open(from_record<Window>(record), store().today()))
                taken.insert(to_text(record["number"]));
        std::vector<Window> doubled;
        for (const auto& reference : going) {
            const auto window =
                from_record<Window>(store().find(def_of<Window>(), reference.record).value());
            if (is_open(window, store().today()) && !taken.insert(window.number).second)
                doubled.push_back(window);
        }
        for (const auto& window : doubled) {
            const auto number = next_free(window.number, taken);
            taken.insert(number);
            edit(window.id, {{def_of<Window>().find("number"), number}});
            warn("number",
                {msgid("Window {1} of “{2}” gets the number {3}, for its own is taken at the place "
                       "it goes to"),
                    {window.number, store().title_of(window.place.value()), number}});
        }
    }

    /// Two floors do not lie on one another.
    void settle_positions(std::size_t to, const std::vector<ReformReference>& going)
    {
        const bool is_one_floor = std::ranges::all_of(
            going, [&](const ReformReference& each) { return each.of == going.front().of; });
        if (is_made(successors().at(to)) && is_one_floor)
            return;
        std::int64_t taken_off = 0;
        for (const auto& reference : going)
            for (const auto& position :
                store().where(def_of<WindowPosition>(), "window", reference.record)) {
                remove(position.id);
                ++taken_off;
            }
        if (taken_off > 0)
            warn("window",
                {msgid("{1} windows are taken off the hall plan: put them on the plan of the place "
                       "they go to"),
                    {std::to_string(taken_off)}});
    }

    PlaceSite site_;
};

} // namespace

ReformOutcome reorganise_places(Editor& editor, const Reform& reform, const PlaceSite& site)
{
    require(editor, Action::enter, def_of<Place>());
    return PlaceAct(editor, reform, site).run();
}

std::string place_called_on(RecordStore& store, const Uuid& place, Date day)
{
    auto name = store.title_of(place);
    std::optional<Date> from;
    for (const auto& record : store.where(def_of<PlaceChange>(), "place", place)) {
        const auto change = from_record<PlaceChange>(record);
        const bool is_later = change.kind == PlaceChangeKind::renamed && change.day
            && *change.day > day && !change.old_name.empty();
        if (!is_later || (from && *from <= *change.day))
            continue;
        from = change.day;
        name = change.old_name;
    }
    return name;
}

} // namespace model

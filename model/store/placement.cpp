#include "model/store/placement.h"

#include "model/schema/extra_field.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace model {

namespace {

// place -> window -> window_staff; a cycle that a sync brought must not go on for ever.
constexpr int deepest = 4;

/// "posting.person" as {"posting", "person"}, "place" as {"", "place"}.
std::pair<std::string_view, std::string_view> parts(Via via)
{
    const auto dot = via.find('.');
    if (dot == Via::npos)
        return {{}, via};
    return {via.substr(0, dot), via.substr(dot + 1)};
}

const Uuid* reference(const Record& record, std::string_view field)
{
    const auto i = record.def->index_of(field);
    return i < record.values.size() ? std::get_if<Uuid>(&record.values[i]) : nullptr;
}

bool is_sent(const Record& record)
{
    const auto& def = *record.def;
    if (def.home_field.empty())
        return true;
    const auto source = to_text(record[def.home_field]);
    return source.empty() || std::ranges::find(def.home_codes, source) != def.home_codes.end();
}

} // namespace

std::optional<Meta> Placement::follow(const Record& record, Via via)
{
    const auto [entity, field] = parts(via);
    if (entity.empty()) {
        const auto* id = reference(record, field);
        return id ? rows_.meta(*id) : std::nullopt;
    }
    const auto* pointing = rows_.catalog().find(entity);
    if (!pointing)
        return std::nullopt;
    // The newest one that has not ended, else the newest at all.
    std::optional<Meta> newest;
    std::tuple<bool, std::string, Uuid> best;
    const auto candidates = rows_.where(*pointing, field, record.id);
    is_doubtful_ = is_doubtful_ || candidates.size() > 1;
    for (const auto& meta : candidates) {
        const auto candidate = rows_.read(meta);
        const auto from = pointing->find("from") ? to_text(candidate["from"]) : std::string();
        const bool is_open = pointing->end.empty() || is_empty(candidate[pointing->end]);
        // Every replica must choose the same one, whatever order it heard of them in.
        const std::tuple rank{is_open, from, meta.id};
        if (!newest || rank > best) {
            best = rank;
            newest = meta;
        }
    }
    return newest;
}

void Placement::place(Meta& meta, const Record& record)
{
    const auto& def = *record.def;
    is_doubtful_ = false;
    std::optional<Meta> neighbour; ///< that scope_via leads to
    if (def.reach == Reach::county) {
        meta.scope = county_wide;
    } else if (def.reach == Reach::restricted) {
        meta.scope = restricted_scope;
    } else if (const auto i = def.index_of(def.scope_via);
               i < def.fields.size() && def.fields[i].type == Type::text) {
        const auto region = Region::of(to_text(record.values[i]));
        meta.scope = region ? region->first : fallback_;
        if (is_for_those_below(def) && !is_below_county(meta.scope))
            meta.scope = county_wide;
    } else if ((neighbour = follow(record, def.scope_via))) {
        meta.scope = neighbour->scope;
    } else if (meta.scope == county_wide) {
        meta.scope = fallback_;
    }

    if (def.home_via == "id") {
        meta.home = record.id;
    } else if (!def.home_via.empty()) {
        const auto [entity, field] = parts(def.home_via);
        const auto* own = entity.empty() ? def.find(field) : nullptr;
        if (own && own->refers_to == "unit") {
            const auto* unit = reference(record, field);
            meta.home = unit && is_sent(record) ? *unit : Uuid{};
        } else {
            const bool goes_with_scope = def.reach == Reach::place && def.home_via == def.scope_via;
            if (const auto other = goes_with_scope ? neighbour : follow(record, def.home_via))
                meta.home = other->home;
        }
    }
}

void Placement::place_new(Meta& meta, const Record& record, const Org& author)
{
    if (author.role == Role::unit)
        meta.home = Uuid::parse(author.id).value_or(Uuid{});
    place(meta, record);
}

void Placement::settle(Meta meta, const Record& record)
{
    settle(std::move(meta), record, 0);
}

void Placement::settle(Meta meta, const Record& record, int depth)
{
    auto now = meta;
    place(now, record);
    if (now.scope == meta.scope && now.home == meta.home) {
        if (is_doubtful_)
            on_doubt(meta);
        if (depth == 0)
            settle_followers(now, record, depth);
        return;
    }
    rows_.uncount(meta);
    on_move(meta, now);
    rows_.write_meta(now);
    rows_.count(now);
    settle_followers(now, record, depth);
}

void Placement::settle_followers(const Meta& meta, const Record& record)
{
    settle_followers(meta, record, 0);
}

void Placement::settle_followers(const Meta& meta, const Record& record, int depth)
{
    if (depth >= deepest)
        return;
    for (const auto& follower : followers_of(*meta.def)) {
        if (follower.points) {
            for (const auto& other : rows_.where(*follower.def, follower.field, meta.id))
                settle(other, rows_.read(other), depth + 1);
        } else if (const auto* id = reference(record, follower.field)) {
            if (const auto other = rows_.meta(*id); other && other->def->id == follower.def->id)
                settle(*other, rows_.read(*other), depth + 1);
        }
    }
}

const std::vector<Placement::Follower>& Placement::followers_of(const EntityDef& def)
{
    const auto found = followers_.find(&def);
    return found != followers_.end() ? found->second
                                     : followers_.emplace(&def, find_followers(def)).first->second;
}

std::vector<Placement::Follower> Placement::find_followers(const EntityDef& def) const
{
    std::vector<Follower> followers;
    const auto add = [&](const EntityDef& follower, Via via) {
        const auto [entity, field] = parts(via);
        if (entity == def.name) {
            // It is placed by records like this one, which point at it.
            followers.push_back({&follower, field, false});
        } else if (entity.empty() && &follower != &def) {
            const auto* link = follower.find(field);
            const bool is_of_any = link && link->type == Type::reference && link->refers_to.empty();
            if (is_of_any || (link && link->refers_to == def.name))
                followers.push_back({&follower, field, true});
        }
    };
    for (const auto* follower : rows_.catalog().every()) {
        add(*follower, follower->scope_via);
        if (follower->home_via != follower->scope_via)
            add(*follower, follower->home_via);
    }
    return followers;
}

} // namespace model

// What the county takes of what a passphrase opens: a newer one of an account's own, or from who
// may give him one. What it does not take goes unsaid: its device gets what the county has, and
// nobody is asked to decide.
#include "model/commands/grants.h"
#include "model/entities/credential.h"
#include "model/sync/hub_apply.h"

namespace model {

void HubApply::take_credential(const Op& op, const std::optional<Meta>& meta)
{
    result_.as_sent = false;
    result_.refused = true;
    const bool is_entry = op.type == OpType::create || op.type == OpType::set;
    if (!is_entry || (meta && (meta->def != op.def || meta->deleted)))
        return;
    const auto before = meta ? rows_.read(*meta) : Record::empty(*op.def, op.record);
    auto after = before;
    for (const auto& field : op.fields)
        if (const auto* def = op.def->find(field.fid))
            after[def->name] = field.value;
    const auto pair = pair_in(after);
    if (!pair || !is_newer(meta, before, *pair)
        || !may_give_passphrase(op, std::get<Uuid>(after["account"])))
        return;
    result_.refused = false;
    if (meta) {
        Target target{*meta, before};
        write(op, target, std::array{FieldEdit{op.def->find("sealed"), after["sealed"]}});
        result_.as_sent = op.type == OpType::set;
        return;
    }
    Meta made{.id = op.record, .kind = op.kind, .def = op.def, .born = op.version};
    placement_.place_new(made, after, device_.org);
    made.gseq = made.entered = ++gseq_;
    rows_.insert(made, after.values);
    rows_.count_new(made);
    result_.as_sent = op.unknown.empty();
}

/// Of two set at once the later one holds; an older one that comes again never does.
bool HubApply::is_newer(
    const std::optional<Meta>& meta, const Record& before, const SealedPair& pair)
{
    const auto known = meta ? pair_in(before) : std::nullopt;
    const auto last = known ? known->number : 0;
    if (pair.number > last)
        return pair.number - last <= SealedPair::farthest_step;
    if (pair.number < last || *known == pair)
        return false;
    const auto standing = standing_of(*meta, before.def->find("sealed")->id, before["sealed"], {});
    return stamp_ > standing.stamp;
}

bool HubApply::may_give_passphrase(const Op& op, const Uuid& account)
{
    const auto found = store_.find_any(account);
    if (!found || found->first.def->id != def_of<User>().id || found->first.deleted)
        return false;
    const auto& [meta, user] = *found;
    if (!lies_within_reach(meta.scope, meta.home)
        || !may_write(device_.org, *meta.def->find("state"), around(meta)))
        return false;
    if (op.again != Version{} && is_believed_)
        return true;
    const bool is_lower = device_.org.role == Role::outlet || device_.org.role == Role::unit;
    if (is_lower && is_empty(user["place"])
        && author_of(meta.born).value_or(Org{}).role == Role::agency)
        return false;
    if (op.account.id == account)
        return from_record<User>(user).state.value_or(UserState::active) == UserState::active;
    // Unlike an op of other registers: whom the county does not know gives nobody a passphrase.
    return store_.find(def_of<User>(), op.account.id)
        && !why_no_passphrase(store_, permission_of(op),
            is_lower ? std::optional(device_.region) : std::nullopt, user);
}

} // namespace model

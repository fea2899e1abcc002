#include "model/sync/hub_apply.h"

#include "model/schema/extra_field.h"
#include "model/schema/minimising.h"
#include "model/store/again.h"
#include "model/store/file_catalog.h"
#include "model/store/forget.h"
#include "model/sync/mutants.h"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace model {

namespace {

/// Whether the op empties the personal fields for good.
bool is_minimising(const Op& op)
{
    const auto* dated = op.def ? minimised_field(*op.def) : nullptr;
    return dated && std::ranges::any_of(op.fields, [&](const OpField& field) {
        return field.fid == dated->id && !is_empty(field.value);
    });
}

/// What an op of a newer version says stands in a field then, as states of records tell it: an edit
/// comes as [value, base].
std::string standing(const Op& op, const std::string& told)
{
    if (op.type == OpType::create)
        return told;
    boost::system::error_code error;
    const auto value = boost::json::parse(told, error);
    const auto* edit = error ? nullptr : value.if_array();
    return edit && edit->size() == 2 ? boost::json::serialize(edit->at(0)) : told;
}

constexpr const char* beyond_duties = msgid("The account that entered this may not, by its duties");

} // namespace

Hash128 inbox_id(const std::string& kind, const Uuid& record, int fid, Version one, Version other)
{
    if (other < one)
        std::swap(one, other);
    return Hash128::of(kind + ' ' + record.text() + ' ' + std::to_string(fid) + ' ' + one.text()
        + ' ' + other.text());
}

HubApply::HubApply(
    RecordStore& store, const Device& device, const std::string& county, bool is_believed)
    : store_(store)
    , rows_(store.rows())
    , device_(device)
    , county_(county)
    , is_believed_(is_believed)
    , placement_(rows_, device.region.first)
    , gseq_(rows_.number("gseq"))
{
    placement_.on_doubt = [this](const Meta& meta) { result_.moved.push_back(meta.id); };
    placement_.on_move = [this](const Meta& before, Meta& now) {
        auto& put = rows_.statements().get("INSERT INTO departure VALUES (?, ?, ?, ?, ?)");
        put.bind(1, ++gseq_);
        bind(put, 2, before.id);
        put.bind(3, before.scope);
        if (!before.home.is_nil())
            bind(put, 4, before.home);
        put.bind(5, mover_.packed());
        put.exec();
        auto& items = rows_.statements().get(
            "UPDATE inbox SET scope = ?, home = ?, gseq = ? WHERE record = ?");
        items.bind(1, now.scope);
        if (!now.home.is_nil())
            bind(items, 2, now.home);
        items.bind(3, ++gseq_);
        bind(items, 4, now.id);
        items.exec();
        now.gseq = now.entered = ++gseq_;
        result_.quiet = false;
        result_.moved.push_back(now.id);
    };
}

HubApply::Result HubApply::apply(const Op& op, Hlc stamp)
{
    result_ = {};
    stamp_ = stamp;
    mover_ = op.version;
    put_stamp(op, stamp);
    if (op.def && op.def->administrative)
        permission_.reset(); // it may be about the very account
    const auto meta = rows_.any_meta(op.record);
    if (meta && op.again != Version{} && has_come_again(op)) {
        result_.as_sent = false; // nothing was lost of it
        note_said_again(rows_, op.version, op.again);
        return result_;
    }
    if (op.again == Version{} || is_believed_) {
        apply_to(meta, op);
        return result_;
    }
    // Who first said it, and where a record lay, is the device's word alone: what it brings counts,
    // as what it would enter today.
    auto own = op;
    own.again = {};
    own.scope = county_wide;
    own.home = {};
    apply_to(meta, own);
    return result_;
}

void HubApply::apply_to(const std::optional<Meta>& meta, const Op& op)
{
    if (op.type == OpType::resolve && op.fields.empty() && op.unknown.empty()) {
        settle_inbox(op); // of a record that need not be here, nor be seen by the device
        if (meta)
            forget(*meta);
        // While the op waited, a record that left its device's sight stayed there.
        result_.as_sent = meta && device_.sees(meta->scope, meta->home);
        return;
    }
    if (op.def && op.def->id == def_of<Credential>().id) {
        take_credential(op, meta);
        return;
    }
    if (meta && op.kind != meta->kind) {
        refuse(op, whole_record, std::string(to_json(op)),
            msgid("The county knows this record as something else"), nullptr);
    } else if (!meta && op.type == OpType::create) {
        create(op);
    } else if (!meta) {
        refuse(op, whole_record, {}, msgid("The county does not have this record"), nullptr);
    } else if (!op.def) {
        if (!may_bring_unknown(*meta)) {
            refuse(op, whole_record, {},
                msgid("The county server does not know this yet: it must be updated first"),
                nullptr);
            return;
        }
        auto known = *meta;
        rows_.uncount(known);
        take_unknown(op, known);
        known.gseq = ++gseq_;
        rows_.write_meta(known);
        rows_.count(known);
    } else {
        Target target{*meta, rows_.read(*meta)};
        if (op.type == OpType::remove || op.type == OpType::restore)
            set_deleted(op, std::move(target), op.type == OpType::remove);
        else
            change(op, std::move(target));
    }
    if (!result_.refused)
        remember_seen(op);
    // The ops behind it may bring values of a field that it defines.
    if (op.def && is_for_those_below(*op.def))
        renew_catalogs(store_.db().handle(), Renewal::writing);
}

void HubApply::create(const Op& op)
{
    Meta meta{.id = op.record, .kind = op.kind, .def = op.def, .born = op.version};
    std::vector<Value> values;
    std::vector<OpField> others; ///< what another organisation alone may fill
    if (op.def) {
        auto record = Record::empty(*op.def, op.record);
        for (const auto& field : op.fields)
            record.values[op.def->index_of(field.fid)] = field.value;
        const bool tells_where = op.again != Version{} && op.scope != county_wide;
        if (tells_where && lies_within_reach(op.scope, op.home)) {
            meta.scope = op.scope;
            meta.home = op.home;
        }
        placement_.place_new(meta, record, device_.org);
        for (const auto& field : op.fields)
            if (!may_fill(op, meta, *op.def->find(field.fid))) {
                record.values[op.def->index_of(field.fid)] = {};
                others.push_back(field);
            }
        const bool may = is_allowed(op, meta) && !reaches_for_others(op)
            && (meta.scope != county_wide || op.def->anyone_creates
                || device_.org.role == Role::agency || device_.org.role == Role::upstream);
        if (may && !(account_keeps(op, meta) && may_grant(op, meta, nullptr, record))) {
            refuse(op, whole_record, std::string(to_json(op)), beyond_duties, nullptr);
            return;
        }
        if (!may) {
            refuse(op, whole_record, std::string(to_json(op)),
                msgid("This record lies outside what this device may enter"), nullptr);
            return;
        }
        values = std::move(record.values);
    } else if (!may_bring_unknown(meta)) {
        refuse(op, whole_record, {},
            msgid("The county server does not know this yet: it must be updated first"), nullptr);
        return;
    }
    meta.gseq = meta.entered = ++gseq_;
    rows_.insert(meta, values);
    for (const auto& [fid, json] : op.unknown)
        rows_.set_unknown_field(meta.rid, fid, standing(op, json));
    rows_.count_new(meta);
    if (op.def)
        placement_.settle_followers(meta, rows_.read(meta));
    for (const auto& field : others)
        refuse(
            op, field.fid, field.value, msgid("This field belongs to another organisation"), &meta);
}

void HubApply::take_unknown(const Op& op, Meta& meta)
{
    for (const auto& [fid, json] : op.unknown) {
        rows_.set_unknown_field(meta.rid, fid, standing(op, json));
        rows_.set_version(meta.rid, {fid, op.version, gseq_ + 1});
    }
}

void HubApply::change(const Op& op, Target target)
{
    if (op.fields.empty() && op.unknown.empty())
        return;
    if (!is_allowed(op, target.meta) || reaches_for_others(op)) {
        if (op.again != Version{} && op.again.device != device_.number) {
            result_.as_sent = false; // whose it is says it himself
            return;
        }
        for (const auto& field : op.fields)
            refuse(op, field.fid, field.value,
                msgid("This record lies outside what this device may change"), &target.meta);
        return;
    }
    if (!may_change_account(op, target)) {
        for (const auto& field : op.fields)
            refuse(op, field.fid, field.value, beyond_duties, &target.meta);
        return;
    }
    if (op.type == OpType::resolve)
        settle_inbox(op);
    // What its author had not seen: that the record was put into the recycle bin.
    const auto gone =
        target.meta.deleted ? rows_.version_of(target.meta, deleted_fid, false) : Version{};
    std::vector<FieldEdit> writes;
    for (const auto& field : op.fields)
        change_field(op, target, field, gone, writes);
    const bool brings_unknown = std::ranges::any_of(
        op.unknown, [&](const auto& each) { return may_bring(op, target.meta, each.first); });
    if (!writes.empty() || brings_unknown)
        write(op, target, writes);
    if (is_minimising(op) || minimised_on(target.record))
        forget(target.meta);
}

void HubApply::forget(const Meta& meta)
{
    const auto before = gseq_;
    forget_values(store_, meta, &gseq_);
    result_.quiet = result_.quiet && gseq_ == before;
}

void HubApply::change_field(const Op& op, Target& target, const OpField& field, const Version& gone,
    std::vector<FieldEdit>& writes)
{
    const auto* def = op.def->find(field.fid);
    if (!def)
        return;
    const bool is_set = def->merges() && op.type != OpType::resolve;
    if (!is_set && op.again != Version{} && is_overwritten(op.record, op.again, field.fid)) {
        result_.as_sent = false;
        return;
    }
    const auto& stands = target.record[def->name];
    const auto wanted = is_set ? merge_set(stands, field.base_value, field.value) : field.value;
    if (wanted != stands && !may_write(device_.org, *def, around(target.meta))) {
        refuse(op, field.fid, wanted, msgid("This field belongs to another organisation"),
            &target.meta);
        return;
    }
    const bool minimises = is_minimising(op)
        && (def == minimised_field(*op.def) || (is_minimised_away(*def) && is_empty(wanted)));
    if (wanted != stands
        && !account_fills(op, target.meta, *def, minimises ? Action::minimise : Action::enter)) {
        refuse(op, field.fid, wanted, beyond_duties, &target.meta);
        return;
    }
    // Nobody edits past his own deletion unknowingly; one said again may be another's.
    const bool is_own_deletion = gone.device == op.version.device
        && gone.incarnation == op.version.incarnation && gone.seq < op.version.seq
        && first_said(rows_, gone) == gone;
    const bool saw_it_go = (is_own_deletion && op.again == Version{})
        || (op.again != Version{}
            && (first_said(rows_, gone).device == op.again.device
                || is_overwritten(op.record, op.again, whole_record)));
    if (gone != Version{} && !saw_it_go && !minimises && !mutant(Mutant::delete_wins))
        put_inbox(op, &target.meta,
            {"after_deletion", field.fid, stands, stands, gone, wanted, op.version});

    auto bases = op.seen;
    bases.push_back(field.base);
    // Whoever goes on from what he entered like somebody else has that one's before his eyes.
    if (const auto same = agreed_.find({op.record, field.fid, field.base}); same != agreed_.end())
        bases.push_back(same->second);
    const auto cell = standing_of(target.meta, field.fid, stands, bases);
    if (is_among(bases, cell.ver))
        bases.push_back(cell.ver);
    const auto owner =
        mutant(Mutant::no_ownership) ? std::nullopt : owner_of(*def, around(target.meta));
    auto verdict = judge(owner, cell, {bases, op.version, wanted, stamp_, author_of(op)});
    const bool knows = is_among(bases, cell.ver) || cell.ver == Version{};
    if (const auto decided = judge_minimising(minimises, target, *def, wanted, knows))
        verdict = *decided;
    if (is_set && (verdict != Verdict::applies || !op.seen.empty() || op.again != Version{})) {
        verdict = wanted == stands ? Verdict::agrees : Verdict::applies;
        result_.as_sent = false; // its device may have other words beside them
    }
    const auto base = [&] {
        return is_minimised_away(*def) && (minimises || minimised_on(target.record)) ? Value{}
            : field.base == Version{}                                                ? Value{}
                                      : value_at(target.meta, *def, field.base);
    };
    if (verdict == Verdict::applies || verdict == Verdict::wins)
        forget_notices(op, field.fid);
    switch (verdict) {
    case Verdict::applies:
        if (op.type != OpType::create && op.type != OpType::resolve && op.again == Version{}
            && !minimises)
            tell_owner(op, target.meta, *def, stands, wanted);
        writes.push_back({def, wanted});
        break;
    case Verdict::agrees:
        agreed_[{op.record, field.fid, op.version}] = cell.ver;
        result_.as_sent = false;
        break;
    case Verdict::wins:
        put_inbox(op, &target.meta,
            {"conflict", field.fid, base(), wanted, op.version, stands, cell.ver});
        writes.push_back({def, wanted});
        break;
    case Verdict::loses:
        put_inbox(op, &target.meta,
            {"conflict", field.fid, base(), stands, cell.ver, wanted, op.version});
        result_.as_sent = false;
        break;
    }
    if (op.type == OpType::create)
        result_.as_sent = false; // the record was born elsewhere
}

/// Whichever comes first: the field ends empty, and what was entered without knowing of it waits
/// for somebody to decide.
std::optional<Verdict> HubApply::judge_minimising(
    bool minimises, const Target& target, const FieldDef& field, const Value& wanted, bool knows)
{
    const auto& stands = target.record[field.name];
    if (!is_minimised_away(field))
        return std::nullopt;
    if (minimises)
        return knows || stands == wanted ? Verdict::applies : Verdict::wins;
    if (knows || stands == wanted || !minimised_on(target.record))
        return std::nullopt;
    return Verdict::loses;
}

void HubApply::write(const Op& op, Target& target, std::span<const FieldEdit> writes)
{
    auto after = target.record;
    rows_.uncount(target.meta);
    target.meta.gseq = ++gseq_;
    for (const auto& edit : writes) {
        put_history(op, target.meta, edit.field->id, target.record[edit.field->name], edit.value);
        rows_.set_version(target.meta.rid, {edit.field->id, op.version, gseq_});
        after[edit.field->name] = edit.value;
    }
    for (const auto& [fid, json] : op.unknown)
        if (may_bring(op, target.meta, fid)) {
            rows_.set_unknown_field(target.meta.rid, fid, standing(op, json));
            rows_.set_version(target.meta.rid, {fid, op.version, gseq_});
        }
    rows_.write(target.meta, writes);
    rows_.write_meta(target.meta);
    rows_.count(target.meta);
    placement_.settle(target.meta, after);
    if (std::ranges::any_of(writes, [](auto& edit) { return edit.field->type == Type::reference; }))
        placement_.settle_followers(target.meta, target.record);
}

void HubApply::set_deleted(const Op& op, Target target, bool deleted)
{
    if (!is_allowed(op, target.meta)
        || !may_write(device_.org, *op.def->find(op.def->title), around(target.meta))) {
        refuse(op, deleted_fid, deleted,
            msgid("This record is another organisation's to delete or restore"), &target.meta);
        return;
    }
    const bool keeps_accounts =
        !op.def->administrative || (!deleted && may_grant(op, target.meta, nullptr, target.record));
    if (!account_keeps(op, target.meta) || !keeps_accounts) {
        refuse(op, deleted_fid, deleted, beyond_duties, &target.meta);
        return;
    }
    const auto now = rows_.version_of(target.meta, deleted_fid, false);
    const bool is_old = op.again != Version{}
        && (is_overwritten(op.record, op.again, deleted_fid)
            || (now != Version{} && !is_among(op.seen, now)));
    if (target.meta.deleted == deleted || is_old) {
        result_.as_sent = false;
        return;
    }
    if (deleted && !mutant(Mutant::delete_wins))
        tell_of_unseen(op, target);
    rows_.uncount(target.meta);
    put_history(op, target.meta, deleted_fid, !deleted, deleted);
    target.meta.deleted = deleted;
    target.meta.gseq = ++gseq_;
    rows_.set_version(target.meta.rid, {deleted_fid, op.version, gseq_});
    rows_.write_meta(target.meta);
    rows_.count(target.meta);
    placement_.settle_followers(target.meta, target.record);
}

void HubApply::tell_of_unseen(const Op& op, const Target& target)
{
    for (std::size_t i = 0; i < target.record.values.size(); ++i) {
        const auto& value = target.record.values[i];
        const auto fid = op.def->fields[i].id;
        const auto version = rows_.version_of(target.meta, fid, !is_empty(value));
        if (version != Version{} && !is_among(op.seen, version))
            put_inbox(op, &target.meta,
                {"after_deletion", fid, value, value, op.version, value, version});
    }
}

Standing HubApply::standing_of(
    const Meta& meta, int fid, const Value& value, std::span<const Version> seen)
{
    Standing cell{.ver = rows_.version_of(meta, fid, !is_empty(value)), .value = value};
    if (std::ranges::find(seen, cell.ver) != seen.end())
        return cell; // who made it, and when, orders only what is concurrent
    auto& stamp = rows_.statements().get("SELECT hlc FROM stamp WHERE ver = ?");
    stamp.bind(1, cell.ver.packed());
    if (stamp.executeStep())
        cell.stamp = stamp.getColumn(0).getInt64();
    stamp.reset();
    cell.author = author_of(first_said(rows_, cell.ver)).value_or(Org{});
    return cell;
}

} // namespace model

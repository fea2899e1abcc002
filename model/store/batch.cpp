#include "model/store/batch.h"

#include "model/schema/extra_field.h"
#include "model/store/again.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <stdexcept>
#include <tuple>
#include <utility>

namespace model {

namespace {

/// As bind_text() writes it.
std::optional<std::string> text_in_history(const Value& value)
{
    return is_empty(value) ? std::nullopt : std::optional(to_text(value));
}

} // namespace

Batch::Batch(RecordStore& store, Step step)
    : store_(store)
    , rows_(store.rows())
    , step_(std::move(step))
    , transaction_(store.db())
    , self_(store.self())
    , outbox_(store)
    , placement_(rows_, self_.scope())
    , group_(Uuid::make(store.clock(), store.random()))
    , now_(store.clock().now())
    , hlc_(guarded(store.db(), [&] { return rows_.number("hlc"); }))
    , seq_(guarded(store.db(), [&] { return rows_.number("op_seq"); }))
    , account_(guarded(store.db(), [&] { return store.account_number(step_.account); }))
    , created_(rows_, {group_, account_, now_, step_.document})
{
}

Batch::~Batch()
{
    if (!committed_)
        rows_.drop_digest();
}

Version Batch::next_version()
{
    hlc_ = next_hlc(hlc_, now_);
    return {self_.device, self_.incarnation, static_cast<std::uint64_t>(++seq_)};
}

std::int64_t Batch::command()
{
    if (command_)
        return command_;
    auto& put = rows_.statements().get("INSERT INTO command (grp, label, args, account, at, kind, "
                                       "target) VALUES (?, ?, ?, ?, ?, ?, ?)");
    bind(put, 1, group_);
    put.bind(2, step_.label.id);
    put.bind(3, arguments_of(step_.label));
    put.bind(4, account_);
    put.bind(5, now_);
    put.bind(6, step_.kind);
    if (step_.target)
        put.bind(7, step_.target);
    put.exec();
    command_ = store_.db().handle().getLastInsertRowid();
    return command_;
}

Meta Batch::meta_of(const Uuid& id)
{
    const auto meta = rows_.meta(id);
    if (!meta)
        throw StoreError({msgid("There is no such record: {1}"), {id.text()}});
    return *meta;
}

void Batch::create(const Record& given)
{
    // Extra fields may have come or gone since it was filled in.
    const auto* def = store_.catalog().find(given.def->id);
    const auto other = def && def != given.def ? std::optional(fitted(*def, given)) : std::nullopt;
    const auto& record = other ? *other : given;
    guarded(store_.db(), [&] {
        const std::pair unused(hlc_, seq_);
        Meta meta{.id = record.id, .def = record.def, .born = next_version()};
        placement_.place_new(meta, record, self_.org);
        if (!rows_.insert_new(meta, record.values)) {
            std::tie(hlc_, seq_) = unused;
            return bring_back(record);
        }
        rows_.count_new(meta);
        created_.create(meta.rid, meta.born, hlc_);
        command();
        if (!first_rid_)
            first_rid_ = meta.rid;
        last_rid_ = meta.rid;
        touched_.push_back(record.id);
        note_touched(meta, audited::add);
        placement_.settle_followers(meta, record);
    });
}

/// Out of the recycle bin, with these values.
void Batch::bring_back(const Record& record)
{
    if (!meta_of(record.id).deleted)
        throw std::logic_error("A live record has this identity");
    set_deleted(record.id, false);
    std::vector<FieldEdit> edits;
    for (std::size_t i = 0; i < record.values.size(); ++i)
        edits.push_back({&record.def->fields[i], record.values[i]});
    set(record.id, edits);
}

bool Batch::set(const Uuid& id, std::span<const FieldEdit> edits, OpType as)
{
    return guarded(store_.db(), [&] {
        created_.flush();
        const auto meta = meta_of(id);
        const auto before = rows_.read(meta);
        auto after = before;
        std::vector<FieldEdit> changed;
        bool moves_link = false;
        for (const auto& edit : edits) {
            auto& value = after.values.at(meta.def->index_of(edit.field->id));
            if (value == edit.value)
                continue;
            value = edit.value;
            changed.push_back(edit);
            moves_link = moves_link || edit.field->type == Type::reference;
        }
        if (changed.empty())
            return false;

        command();
        const auto extended = op_to_extend(meta);
        const auto seq = extended ? *extended : open_op(meta, as);
        rows_.uncount(meta);
        for (const auto& edit : changed)
            put_field(meta, seq, *edit.field, before[edit.field->name], edit.value);
        if (extended)
            drop_emptied_ops();
        rows_.write(meta, changed);
        rows_.count(meta);
        touched_.push_back(id);
        placement_.settle(meta, after);
        if (moves_link)
            placement_.settle_followers(meta, before);
        return true;
    });
}

void Batch::put_history(
    const Meta& meta, int fid, const Value& before, const Value& after, Version ver)
{
    auto& put = rows_.statements().get(
        "INSERT INTO history (rid, fid, old, new, ver, at, account, document, command, old_ver) "
        "VALUES (?1, ?2, ?, ?, ?, ?, ?, ?, ?, "
        "(SELECT ver FROM fver WHERE rid = ?1 AND fid = ?2))");
    put.bind(1, meta.rid);
    put.bind(2, fid);
    bind_text(put, 3, before);
    bind_text(put, 4, after);
    put.bind(5, ver.packed());
    put.bind(6, now_);
    put.bind(7, account_);
    if (!step_.document.empty())
        put.bind(8, step_.document);
    put.bind(9, command());
    put.exec();
    steps_.add({.id = store_.db().handle().getLastInsertRowid(),
        .rid = meta.rid,
        .fid = fid,
        .before = text_in_history(before),
        .after = text_in_history(after),
        .at = now_,
        .account = account_,
        .document = step_.document.empty() ? std::nullopt : std::optional(step_.document)});
    const bool is_in_or_out = fid == deleted_fid;
    note_touched(meta,
        !is_in_or_out              ? audited::edit
            : after == Value{true} ? audited::remove
                                   : audited::restore);
}

/// The log names the record where there is one alone, and what was done where that was all.
void Batch::note_touched(const Meta& meta, const char* how)
{
    if (!told_.what) {
        told_ = {.what = how, .kind = meta.kind, .record = meta.id};
        return;
    }
    const std::string_view before = told_.what;
    if (how != before)
        told_.what =
            before == audited::add || before == audited::restore ? told_.what : audited::edit;
    if (meta.id != told_.record)
        told_.record = {};
    if (meta.kind != told_.kind)
        told_.kind = 0;
}

void Batch::note_step()
{
    const std::string_view kind = step_.kind;
    if (step_.what)
        told_.what = step_.what;
    else if (kind == "undo")
        told_.what = audited::undo;
    else if (kind == "redo")
        told_.what = audited::redo;
    else if (!told_.what) // what changes no record settles an entry of the inbox
        told_.what = audited::settle;
    told_.who = step_.account;
    told_.at = now_;
    told_.device = self_.device;
    Audit(store_).note_step(told_, account_, command_, steps_);
}

void Batch::remove(const Uuid& id)
{
    guarded(store_.db(), [&] { set_deleted(id, true); });
}

void Batch::restore(const Uuid& id)
{
    guarded(store_.db(), [&] { set_deleted(id, false); });
}

void Batch::set_deleted(const Uuid& id, bool deleted)
{
    created_.flush();
    auto meta = meta_of(id);
    if (meta.deleted == deleted)
        return;
    command();
    const auto seen = with_first_said(rows_, rows_.known_versions(meta));
    const auto base = rows_.version_of(meta, deleted_fid, false);
    const auto seq = open_op(meta, deleted ? OpType::remove : OpType::restore, seen_extra(seen));
    const Version version{self_.device, self_.incarnation, static_cast<std::uint64_t>(seq)};

    auto& put = rows_.statements().get(
        "INSERT INTO op_field (seq, fid, base, base_value, value) VALUES (?, 0, ?, ?, ?)");
    put.bind(1, seq);
    put.bind(2, base.packed());
    put.bind(3, deleted ? "0" : "1");
    put.bind(4, deleted ? "1" : "0");
    put.exec();
    put_history(meta, deleted_fid, !deleted, deleted, version);
    rows_.uncount(meta);
    meta.deleted = deleted;
    rows_.set_version(meta.rid, {deleted_fid, version});
    rows_.write_meta(meta);
    rows_.count(meta);
    touched_.push_back(id);
    placement_.settle_followers(meta, rows_.read(meta));
}

void Batch::resolve(const Uuid& id, const FieldDef& field, const Value& value,
    std::vector<Version> seen, const Hash128& inbox)
{
    guarded(store_.db(), [&] {
        created_.flush();
        const auto meta = meta_of(id);
        const auto record = rows_.read(meta);
        const auto before = record[field.name];
        command();
        const auto seq = open_op(meta, OpType::resolve,
            inbox.hex() + seen_extra(with_first_said(rows_, std::move(seen))));
        rows_.uncount(meta);
        put_field(meta, seq, field, before, value);
        const FieldEdit edit{&field, value};
        rows_.write(meta, {&edit, 1});
        rows_.count(meta);
        touched_.push_back(id);
        auto after = record;
        after[field.name] = value;
        placement_.settle(meta, after);
    });
}

void Batch::acknowledge(const Uuid& id, const Hash128& inbox)
{
    guarded(store_.db(), [&] {
        created_.flush();
        command();
        open_op(
            rows_.meta(id).value_or(Meta{.id = id}), OpType::resolve, settling_extra(inbox, id));
    });
}

std::int64_t Batch::commit()
{
    return guarded(store_.db(), [&] {
        created_.flush();
        if (command_ && first_rid_) {
            auto& put = rows_.statements().get(
                "UPDATE command SET first_rid = ?, last_rid = ? WHERE id = ?");
            put.bind(1, first_rid_);
            put.bind(2, last_rid_);
            put.bind(3, command_);
            put.exec();
        }
        if (forgot_)
            Audit(store_).note_forgotten();
        if (command_)
            note_step();
        rows_.set_number("op_seq", seq_);
        rows_.set_number("hlc", hlc_);
        rows_.flush_digest();
        transaction_.commit();
        committed_ = true;
        return command_;
    });
}

} // namespace model

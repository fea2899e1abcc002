#include "model/sync/inbox.h"

#include "model/commands/attachments.h"
#include "model/commands/edit_check.h"
#include "model/commands/require.h"
#include "model/commands/rights.h"
#include "model/commands/store_lookup.h"
#include "model/rules/normal.h"
#include "model/schema/extra_field.h"
#include "model/schema/ownership.h"
#include "model/store/again.h"
#include "model/sync/messages.h"

#include <boost/json/parse.hpp>

#include <cstring>

namespace model {

namespace {

constexpr const char* select_items =
    "SELECT id, kind, state, record, entity, fid, base, stands, stands_ver, waits, waits_ver, "
    "reason FROM inbox ";

Hash128 inbox_hash(const SQLite::Column& column)
{
    Hash128 hash;
    if (column.getBytes() == 16)
        std::memcpy(hash.bytes.data(), column.getBlob(), 16);
    return hash;
}

Value text_value(const SQLite::Column& column, const FieldDef* field)
{
    if (field)
        return column_text_value(column, *field);
    return column.isNull() ? Value{} : Value{column.getString()};
}

} // namespace

/// A refused record may have left the file. Then the refused step itself tells what it was about:
/// the county sends back whole what it did not let in, and of a field our own step knows the name.
void Inbox::name_record(InboxItem& item, const Version& refused)
{
    if (item.kind == "refused" && item.fid == deleted_fid)
        item.step = to_text(item.mine) == "1" ? OpType::remove : OpType::restore;
    if (store_.rows().meta(item.record)) {
        item.title = store_.title_of(item.record);
        return;
    }
    boost::system::error_code error;
    const auto told = boost::json::parse(to_text(item.mine), error);
    if (item.fid >= 0 || error || !told.is_object()) {
        item.title = title_at_step(refused);
        return;
    }
    try {
        const auto op = read_op(told, store_.catalog(), refused.device, refused.incarnation);
        item.step = op.type;
        const auto* title = op.def ? op.def->find(op.def->title) : nullptr;
        for (const auto& field : op.fields)
            if (title && field.fid == title->id) {
                const auto* other = std::get_if<Uuid>(&field.value);
                item.title = other ? store_.title_of(*other) : to_text(field.value);
            }
        item.mine_by = op.account.name;
        item.mine_at = op.at;
    } catch (const Problem&) {
        item.title.clear(); // of a newer version
    }
}

/// What the record of a step of this file was called by that step; empty for an import.
std::string Inbox::title_at_step(const Version& version)
{
    auto& row = store_.rows().statements().get(
        "SELECT args FROM command JOIN stamp ON stamp.at = command.at AND stamp.account = "
        "command.account WHERE ver = ? AND label IN ('Add {1}', 'Edit {1}', 'End {1}', "
        "'Delete {1}', 'Restore {1}', 'Settle {1}') ORDER BY command.id DESC LIMIT 1");
    row.bind(1, version.packed());
    const auto args = row.executeStep() ? row.getColumn(0).getString() : std::string();
    row.reset();
    boost::system::error_code error;
    const auto list = boost::json::parse(args, error);
    const auto* words = error ? nullptr : list.if_array();
    return words && !words->empty() ? scalar_text(words->front()) : std::string();
}

const char* step_label(const InboxItem& item)
{
    if (!item.step)
        return nullptr;
    switch (*item.step) {
    case OpType::create:
        return msgid("Added");
    case OpType::remove:
        return msgid("Deleted");
    case OpType::restore:
        return msgid("Brought back");
    default:
        return nullptr;
    }
}

void Inbox::name_side(const Version& version, std::string& by, Instant& at)
{
    auto& row = store_.rows().statements().get("SELECT account, at FROM stamp WHERE ver = ?");
    row.bind(1, version.packed());
    std::int64_t account = 0;
    if (row.executeStep()) {
        account = row.getColumn(0).getInt64();
        at = row.getColumn(1).getInt64();
    }
    row.reset();
    by = store_.account(account).name;
    const auto filled_by = first_said(store_.rows(), version).device;
    if (const auto device = store_.device_name(filled_by); !device.empty())
        by = by.empty() ? device : device + ' ' + by;
}

/// What differs in an extra field that is not in use waits until it is again: nobody could say what
/// the two values are.
static bool is_of_ended_field(const EntityDef* def, int fid)
{
    return fid >= first_extra_field && def && !def->find(fid);
}

InboxItem Inbox::read(SQLite::Statement& row, const Self& self)
{
    InboxItem item;
    item.id = inbox_hash(row.getColumn(0));
    item.kind = row.getColumn(1).getString();
    item.state = row.getColumn(2).getString();
    item.record = column_id(row.getColumn(3));
    item.def = store_.catalog().find(row.getColumn(4).getInt());
    item.fid = row.getColumn(5).getInt();
    item.field = item.def ? item.def->find(item.fid) : nullptr;
    item.base = text_value(row.getColumn(6), item.field);
    const auto stands = text_value(row.getColumn(7), item.field);
    const auto stands_ver = Version::unpacked(row.getColumn(8).getInt64());
    const auto waits = text_value(row.getColumn(9), item.field);
    const auto waits_ver = Version::unpacked(row.getColumn(10).getInt64());
    item.reason = row.getColumn(11).getString();
    item.versions = {stands_ver, waits_ver};
    // Whose eyes: this device's own value is "mine"; for anyone else the one that stands. What was
    // entered on somebody's behalf is told to him, though he may never have entered anything.
    const auto filled_by = first_said(store_.rows(), waits_ver).device;
    item.mine_stands = item.kind == "on_behalf"
        ? self.device != 0 && first_said(store_.rows(), stands_ver).device == self.device
        : self.device == 0 || filled_by != self.device;
    item.mine = item.mine_stands ? stands : waits;
    item.theirs = item.mine_stands ? waits : stands;
    name_side(item.mine_stands ? stands_ver : waits_ver, item.mine_by, item.mine_at);
    name_side(item.mine_stands ? waits_ver : stands_ver, item.theirs_by, item.theirs_at);
    name_record(item, waits_ver);
    return item;
}

std::vector<InboxItem> Inbox::read_all(SQLite::Statement& rows)
{
    const auto self = store_.self();
    std::vector<InboxItem> items;
    while (rows.executeStep()) {
        items.push_back(read(rows, self));
        if (is_of_ended_field(items.back().def, items.back().fid)) {
            items.pop_back();
            continue;
        }
        // Who entered something on another's behalf need not be told that he did.
        if (items.back().kind == "on_behalf" && self.device != 0
            && items.back().versions.front().device == self.device)
            items.pop_back();
    }
    return items;
}

std::vector<InboxItem> Inbox::open(bool settled)
{
    return guarded(store_.db(), [&] {
        SQLite::Statement rows(store_.db().handle(),
            std::string(select_items) + (settled ? "" : "WHERE state = 'open' ")
                + "ORDER BY waits_ver, id");
        return read_all(rows);
    });
}

std::vector<InboxItem> Inbox::open_of(const Uuid& record)
{
    return guarded(store_.db(), [&] {
        SQLite::Statement rows(store_.db().handle(),
            std::string(select_items)
                + "WHERE record = ? AND state = 'open' ORDER BY waits_ver, id");
        bind(rows, 1, record);
        return read_all(rows);
    });
}

std::optional<InboxItem> Inbox::find(const Hash128& id)
{
    return guarded(store_.db(), [&]() -> std::optional<InboxItem> {
        SQLite::Statement row(store_.db().handle(), std::string(select_items) + "WHERE id = ?");
        bind(row, 1, id);
        if (!row.executeStep())
            return std::nullopt;
        return read(row, store_.self());
    });
}

std::int64_t Inbox::count_open()
{
    return guarded(store_.db(), [&] {
        SQLite::Statement rows(store_.db().handle(),
            "SELECT entity, fid FROM inbox WHERE state = 'open' AND kind <> 'on_behalf'");
        std::int64_t count = 0;
        while (rows.executeStep()) {
            const auto* def = store_.catalog().find(rows.getColumn(0).getInt());
            if (!is_of_ended_field(def, rows.getColumn(1).getInt()))
                ++count;
        }
        return count;
    });
}

bool is_deletion(const InboxItem& item, Take take)
{
    return item.kind == "after_deletion" && take == (item.mine_stands ? Take::mine : Take::theirs);
}

namespace {

/// By which register and record it is judged who sees the item: of a file that is kept with a
/// record, by that.
std::pair<const EntityDef*, Uuid> meant(RecordStore& store, const InboxItem& item)
{
    if (!belongs_to_any(*item.def))
        return {item.def, item.record};
    const auto found = store.find_any(item.record);
    const auto record =
        found ? from_record<AttachedFile>(found->second).record : std::optional<Uuid>{};
    const auto meta = guarded(
        store.db(), [&] { return record ? store.rows().meta(*record) : std::optional<Meta>{}; });
    return meta ? std::pair(meta->def, meta->id) : std::pair(item.def, item.record);
}

bool holds(RecordStore& store, const Extent& extent, const Uuid& record)
{
    const auto meta = guarded(store.db(), [&] { return store.rows().meta(record); });
    return meta ? extent.holds(meta->scope, meta->home) : extent.is_everything();
}

} // namespace

bool may_see(RecordStore& store, const Permission& permission, const InboxItem& item)
{
    if (!item.def)
        return permission.may_everything();
    const auto [def, record] = meant(store, item);
    return holds(store, permission.extent(Action::see, *def), record);
}

bool may_read_whole(RecordStore& store, const Permission& permission, const InboxItem& item)
{
    if (!item.def)
        return permission.may_everything();
    const auto [def, record] = meant(store, item);
    const bool is_of_open = belongs_to_any(*item.def) && !holds_personal(*def);
    return holds(store,
        is_of_open ? permission.extent(Action::see, *def)
                   : permission.extent(Action::reveal, *def, true),
        record);
}

void Inbox::resolve(const Hash128& id, Take take, const Account& account)
{
    const auto item = find(id);
    if (!item)
        throw UsageError({msgid("There is no such item in the inbox: {1}"), {id.hex()}});
    if (is_deletion(*item, take))
        must_decide(*item, account);
    if (!item->asks() || is_deletion(*item, take)) {
        put_away(*item, account);
        return;
    }
    settle(*item,
        take == Take::base       ? item->base
            : take == Take::mine ? item->mine
                                 : item->theirs,
        account);
}

Outcome Inbox::resolve(const Hash128& id, const Value& value, const Account& account)
{
    const auto item = find(id);
    if (!item)
        throw UsageError({msgid("There is no such item in the inbox: {1}"), {id.hex()}});
    const auto found = guarded(store_.db(), [&] { return store_.find_any(item->record); });
    Outcome outcome{.id = item->record};
    must_decide(*item, account, true);
    if (!found || !item->field) {
        settle(*item, value, account);
        outcome.done = true;
        return outcome;
    }
    const auto& [meta, before] = *found;
    const FieldEdit edit{item->field, normalised(*item->field, value)};
    auto after = before;
    after[item->field->name] = edit.value;
    StoreLookup lookup(store_);
    const auto self = store_.self();
    outcome.findings = check_edit(before, after, {&edit, 1}, lookup, store_.today());
    outcome.done =
        may_save(outcome.findings, *meta.def, self.org, {meta.scope, meta.home, self.county()});
    if (outcome.done)
        settle(*item, edit.value, account);
    outcome.changed = outcome.done;
    return outcome;
}

void Inbox::settle(const InboxItem& item, const Value& value, const Account& account)
{
    if (item.state != "open")
        throw UsageError({msgid("This conflict is settled already")});
    const auto meta = guarded(store_.db(), [&] { return store_.rows().meta(item.record); });
    if (!meta || !item.field) {
        put_away(item, account);
        return;
    }
    must_decide(item, account);
    must_grant(item, value, account);
    guarded(store_.db(), [&] {
        Batch batch(store_,
            {.label = {msgid("Settle {1}"), {store_.title_of(item.record)}},
                .account = account,
                .what = audited::settle});
        if (meta->deleted && item.kind == "after_deletion")
            batch.restore(item.record);
        batch.resolve(item.record, *item.field, value, item.versions, item.id);
        auto& put =
            store_.rows().statements().get("UPDATE inbox SET state = 'settled' WHERE id = ?");
        bind(put, 1, item.id);
        put.exec();
        batch.commit();
    });
}

/// Who may confirm what others entered decides between them; a value of his own he enters.
void Inbox::must_decide(const InboxItem& item, const Account& account, bool is_own_value)
{
    const auto self = store_.self();
    const auto meta = guarded(store_.db(), [&] { return store_.rows().meta(item.record); });
    if (!meta || !item.field)
        return;
    const Surroundings where{meta->scope, meta->home, self.county()};
    if (!may_write(self.org, *item.field, where))
        throw UsageError({msgid("This field belongs to another organisation, which decides")});
    const Permission permission(store_, account.id);
    const bool is_personal = item.field->personal;
    const bool may = may_enter(permission, *meta->def, *item.field, where)
        || (!is_own_value && permission.may(Action::confirm, *meta->def, where, is_personal));
    if (may)
        return;
    note_refused(store_, account, msgid("Had no right to decide this"), meta->def, item.record);
    throw UsageError(permission.why_not(is_own_value ? Action::enter : Action::confirm));
}

/// A notice is put away for all offices, by somebody whose work it is.
void Inbox::must_have_work(const InboxItem& item, const Account& account)
{
    if (!item.def)
        return;
    const Permission permission(store_, account.id);
    const auto [def, record] = meant(store_, item);
    if (holds(store_, permission.extent(Action::enter, *def), record)
        || holds(store_, permission.extent(Action::confirm, *def), record))
        return;
    note_refused(store_, account, msgid("Had no right to decide this"), item.def, item.record);
    throw UsageError(permission.why_not(Action::confirm));
}

/// Of an account's record: a decision gives as an edit does.
void Inbox::must_grant(const InboxItem& item, const Value& value, const Account& account)
{
    const auto found = guarded(store_.db(), [&] { return store_.find_any(item.record); });
    if (!found || !found->first.def->administrative)
        return;
    const auto& before = found->second;
    auto after = before;
    after[item.field->name] = value;
    Rights rights(store_, {store_, account.id});
    for (const auto& finding : rights.check_account_change(&before, after))
        throw UsageError(finding.message);
}

void Inbox::put_away(const InboxItem& item, const Account& account)
{
    if (item.state != "open")
        throw UsageError({msgid("This conflict is settled already")});
    must_have_work(item, account);
    // Only the county settles it for all, and it hears of it with the record.
    if (item.asks() && !guarded(store_.db(), [&] { return store_.rows().meta(item.record); }))
        throw UsageError({msgid("There is no such record: {1}"), {item.record.text()}});
    guarded(store_.db(), [&] {
        Batch batch(store_,
            {.label = {msgid("Put away {1}"), {store_.title_of(item.record)}},
                .account = account,
                .kind = "seen"});
        batch.acknowledge(item.record, item.id);
        auto& put =
            store_.rows().statements().get("UPDATE inbox SET state = 'settled' WHERE id = ?");
        bind(put, 1, item.id);
        put.exec();
        batch.commit();
    });
}

} // namespace model

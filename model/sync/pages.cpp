#include "model/sync/pages.h"

#include "model/store/again.h"
#include "model/sync/mutants.h"

#include <set>

namespace model {

PageWriter::PageWriter(RecordStore& store, const Device& device)
    : store_(store)
    , rows_(store.rows())
    , device_(device)
    , any_unknown_(rows_.any_unknown_fields())
    , records_(records_text_)
    , leaves_(leaves_text_)
    , inbox_(inbox_text_)
{
}

bool PageWriter::is_own(const Version& version) const
{
    return version.device == device_.number && version.incarnation == device_.incarnation;
}

bool PageWriter::was_moved_by_others(const Uuid& record, std::int64_t after)
{
    auto& rows = rows_.statements().get("SELECT ver FROM departure WHERE record = ? AND gseq > ?");
    bind(rows, 1, record);
    rows.bind(2, after);
    bool was = false;
    while (!was && rows.executeStep())
        was = !is_own(Version::unpacked(rows.getColumn(0).getInt64()));
    rows.reset();
    return was;
}

ToldState PageWriter::told_of(
    const Meta& meta, bool whole, const std::vector<FieldVersion>& versions)
{
    ToldState told;
    JsonText out(told.json);
    out.open('{').key("r").text(meta.id.text()).key("k").number(meta.kind);
    out.key("b").text(meta.born.text()).key("s").number(meta.scope);
    if (!meta.home.is_nil())
        out.key("h").text(meta.home.text());
    if (meta.deleted)
        out.key("d").number(1);
    if (whole)
        out.key("w").number(1);
    write_fields(out, meta, whole, versions);
    if (!versions.empty()) {
        out.key("v").open('{');
        for (const auto& version : versions)
            out.key(version.fid).text(version.ver.text());
        out.close('}');
    }
    out.close('}');

    const auto name = [&](const Version& version) {
        if (told.versions.empty() || told.versions.back().first != version)
            told.versions.emplace_back(version, maker_of(version));
    };
    if (whole)
        name(meta.born);
    for (const auto& version : versions)
        name(version.ver);
    return told;
}

void PageWriter::write_fields(
    JsonText& out, const Meta& meta, bool whole, const std::vector<FieldVersion>& versions)
{
    const auto is_told = [&](int fid) {
        return whole || std::ranges::find(versions, fid, &FieldVersion::fid) != versions.end();
    };
    out.key("f").open('{');
    if (meta.def && whole) {
        const auto record = rows_.read(meta);
        for (std::size_t i = 0; i < record.values.size(); ++i)
            if (!is_empty(record.values[i]))
                out.key(meta.def->fields[i].id).value(record.values[i]);
    } else if (meta.def) {
        for (const auto& version : versions)
            if (const auto* field = meta.def->find(version.fid))
                if (const auto value = rows_.read_field(meta, *field); !is_empty(value))
                    out.key(field->id).value(value);
    }
    if (any_unknown_)
        for (const auto& [fid, json] : rows_.unknown_fields(meta.rid))
            if (is_told(fid) && !(meta.def && meta.def->find(fid)))
                out.key(fid).raw(json);
    out.close('}');
}

void PageWriter::write(const ToldState& told)
{
    records_.raw(told.json);
    for (const auto& [version, maker] : told.versions)
        makers_.try_emplace(version.packed(), maker);
}

bool PageWriter::write_state(const Meta& meta, std::int64_t since)
{
    const bool whole = meta.entered > since;
    auto versions = rows_.versions(meta.rid);
    if (since > 0 || whole) {
        bool foreign = whole && !is_own(meta.born);
        for (const auto& version : versions)
            foreign = foreign || (!is_own(version.ver) && (whole || version.gseq > since));
        if (!foreign && !(whole && was_moved_by_others(meta.id, since)))
            return false; // its own doing from end to end
    }
    if (!whole)
        std::erase_if(versions, [&](auto& v) { return v.gseq <= since || is_own(v.ver); });
    write(told_of(meta, whole, versions));
    return true;
}

bool PageWriter::write_change(
    std::int64_t rid, std::int64_t gseq, std::int64_t since, RecentStates& recent)
{
    if (const auto kept = recent.find(rid, gseq);
        kept && kept->is_for(device_.number, device_.incarnation, since)) {
        const bool sees = device_.sees(kept->scope, kept->home);
        if (sees)
            write(*kept);
        return sees;
    }
    const auto found = rows_.any_meta(rid);
    if (!found || !device_.sees(found->scope, found->home))
        return false;
    const auto& meta = *found;
    auto versions = rows_.versions(meta.rid);
    const bool whole = meta.entered > since;
    // Whoever wrote none of it and knows the county from one of these numbers on lacks the same.
    auto from = whole ? 1 : meta.entered;
    auto until = whole ? meta.entered : meta.gseq + 1;
    if (!whole) {
        for (const auto& v : versions)
            if (v.gseq > since)
                until = std::min(until, v.gseq);
            else
                from = std::max(from, v.gseq);
        std::erase_if(versions, [&](auto& v) { return v.gseq <= since; });
    }
    const bool any_own = (whole && is_own(meta.born))
        || std::ranges::any_of(versions, [&](auto& v) { return is_own(v.ver); });
    if (any_own || (!whole && versions.empty()))
        return write_state(meta, since);
    auto told = told_of(meta, whole, versions);
    told.scope = meta.scope;
    told.home = meta.home;
    told.from = from;
    told.until = until;
    write(told);
    recent.keep(meta.rid, meta.gseq, std::move(told));
    return true;
}

std::int64_t PageWriter::write_changes(const Pull& pull, std::int64_t limit, std::size_t bytes,
    std::int64_t head, RecentStates& recent)
{
    auto upto = head;
    std::int64_t written = 0;
    const auto is_over = [&](std::int64_t gseq) {
        if (gseq <= head && (written >= limit || records_text_.size() >= bytes))
            upto = gseq - 1;
        return gseq > upto;
    };
    if (pull.since == 0) // a new device, for which nothing is kept: there are few of them
        rows_.each_changed(pull.cursor, [&](const Meta& meta) {
            if (is_over(meta.gseq))
                return false;
            if (device_.sees(meta.scope, meta.home) && write_state(meta, 0))
                ++written;
            return true;
        });
    else {
        // The index alone, without the rows that this does not have to read.
        auto& changes =
            rows_.statements().get("SELECT rid, gseq FROM rec WHERE gseq > ? ORDER BY gseq");
        changes.bind(1, pull.cursor);
        while (changes.executeStep() && !is_over(changes.getColumn(1).getInt64()))
            // A record made before an earlier page and changed after it is only in this one, so it
            // is told as to somebody who knows nothing of any of these pages.
            if (write_change(changes.getColumn(0).getInt64(), changes.getColumn(1).getInt64(),
                    pull.since, recent))
                ++written;
        changes.reset();
    }
    write_leaves(pull.cursor, upto);
    write_inbox(pull.cursor, upto);
    return upto;
}

void PageWriter::write_leaves(std::int64_t after, std::int64_t upto)
{
    if (mutant(Mutant::drop_leave))
        return;
    std::set<Uuid> gone;
    auto& rows = rows_.statements().get("SELECT record, scope, home FROM departure "
                                        "WHERE gseq > ? AND gseq <= ?");
    rows.bind(1, after);
    rows.bind(2, upto);
    while (rows.executeStep())
        if (device_.sees(rows.getColumn(1).getInt64(), column_id(rows.getColumn(2))))
            gone.insert(column_id(rows.getColumn(0)));
    rows.reset();
    for (const auto& id : gone) {
        const auto meta = rows_.any_meta(id);
        if (!meta || !device_.sees(meta->scope, meta->home))
            leaves_.text(id.text());
    }
}

namespace {

constexpr const char* select_inbox =
    "SELECT id, kind, state, record, entity, fid, base, stands, stands_ver, waits, waits_ver, "
    "reason, settled_ver, scope, home FROM inbox WHERE ";

} // namespace

void PageWriter::write_inbox(std::int64_t after, std::int64_t upto)
{
    auto& rows =
        rows_.statements().get(std::string(select_inbox) + "gseq > ? AND gseq <= ? ORDER BY gseq");
    rows.bind(1, after);
    rows.bind(2, upto);
    write_items(rows);
}

void PageWriter::write_inbox_of(const Uuid& record)
{
    auto& rows = rows_.statements().get(std::string(select_inbox) + "record = ? ORDER BY gseq");
    bind(rows, 1, record);
    write_items(rows);
}

void PageWriter::write_items(SQLite::Statement& rows)
{
    while (rows.executeStep()) {
        const auto waits = Version::unpacked(rows.getColumn(10).getInt64());
        const auto kind = rows.getColumn(1).getString();
        const auto scope = rows.getColumn(13).getInt64();
        const auto home = column_id(rows.getColumn(14));
        const bool seen =
            kind == "refused" ? waits.device == device_.number : device_.sees(scope, home);
        if (!seen)
            continue;
        const auto text = [&](const char* key, int column) {
            if (!rows.getColumn(column).isNull())
                inbox_.key(key).text(rows.getColumn(column).getString());
        };
        const auto stands = Version::unpacked(rows.getColumn(8).getInt64());
        inbox_.open('{').key("id").text(
            to_hex({static_cast<const char*>(rows.getColumn(0).getBlob()), 16}));
        inbox_.key("kind").text(kind).key("state").text(rows.getColumn(2).getString());
        inbox_.key("r").text(column_id(rows.getColumn(3)).text());
        inbox_.key("k").number(rows.getColumn(4).getInt64());
        inbox_.key("f").number(rows.getColumn(5).getInt64());
        text("base", 6);
        text("stands", 7);
        inbox_.key("stands_v").text(stands.text());
        text("waits", 9);
        inbox_.key("waits_v").text(waits.text());
        text("reason", 11);
        note(stands);
        note(waits);
        if (!rows.getColumn(12).isNull()) {
            const auto settled = Version::unpacked(rows.getColumn(12).getInt64());
            inbox_.key("settled").text(settled.text());
            note(settled);
        }
        inbox_.key("s").number(scope);
        if (!home.is_nil())
            inbox_.key("h").text(home.text());
        inbox_.close('}');
    }
    rows.reset();
}

void PageWriter::write_whole(const Uuid& id)
{
    const auto meta = rows_.any_meta(id);
    if (meta && device_.sees(meta->scope, meta->home)) {
        auto whole = *meta;
        whole.entered = 1;
        // Cursor 0 and incarnation 0: whole, whoever made it.
        const Device anyone{.region = device_.region};
        PageWriter all(store_, anyone);
        all.write_state(whole, 0);
        if (!all.records_text_.empty())
            records_.raw(all.records_text_);
        makers_.merge(all.makers_);
    } else {
        leaves_.text(id.text());
    }
}

void PageWriter::remember(std::int64_t seq, const Uuid& record)
{
    auto& put = rows_.statements().get("INSERT OR REPLACE INTO hub_outcome VALUES (?, ?, ?)");
    put.bind(1, static_cast<std::int64_t>(device_.number));
    put.bind(2, seq);
    bind(put, 3, record);
    put.exec();
}

void PageWriter::write_outcomes(std::int64_t first, std::int64_t last)
{
    // What lies before this batch the device has heard.
    auto& heard = rows_.statements().get("DELETE FROM hub_outcome WHERE device = ? AND seq < ?");
    heard.bind(1, static_cast<std::int64_t>(device_.number));
    heard.bind(2, first);
    heard.exec();

    auto& rows = rows_.statements().get(
        "SELECT DISTINCT record FROM hub_outcome WHERE device = ? AND seq BETWEEN ? AND ?");
    rows.bind(1, static_cast<std::int64_t>(device_.number));
    rows.bind(2, first);
    rows.bind(3, last);
    std::vector<Uuid> records;
    while (rows.executeStep())
        records.push_back(column_id(rows.getColumn(0)));
    rows.reset();
    for (const auto& id : records) {
        write_whole(id);
        // A value that did not win must be in two places before its device lets go of it.
        write_inbox_of(id);
    }
}

std::string PageWriter::finish(std::int64_t cursor, std::int64_t head)
{
    std::string page;
    page.reserve(records_text_.size() + inbox_text_.size() + 4096);
    JsonText out(page);
    out.open('{');
    out.key("records").open('[');
    if (!records_text_.empty())
        out.raw(records_text_);
    out.close(']').key("leaves").open('[');
    if (!leaves_text_.empty())
        out.raw(leaves_text_);
    out.close(']').key("inbox").open('[');
    if (!inbox_text_.empty())
        out.raw(inbox_text_);
    out.close(']');
    write_stamps(out);
    write_again(out);
    out.key("cursor").number(cursor).key("head").number(head);
    if (mark_ != Mark{})
        out.key("mark").text(mark_.text());
    if (digest_)
        out.key("digest").text(digest_->hex());
    out.close('}');
    return page;
}

} // namespace model

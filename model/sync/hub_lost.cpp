// What devices bring back to a county that lost its newest changes.

#include "model/store/again.h"
#include "model/sync/hub_apply.h"
#include "model/sync/mutants.h"

#include <algorithm>

namespace model {

namespace {

Version version_at(const boost::json::object& item, std::string_view key)
{
    return Version::parse(text_at(item, key)).value_or(Version{});
}

Hash128 item_id(const boost::json::object& item)
{
    return Hash128::from_hex(text_at(item, "id"));
}

} // namespace

bool HubApply::has_come(const Version& version)
{
    auto& row = rows_.statements().get("SELECT 1 FROM stamp WHERE ver = ?");
    row.bind(1, version.packed());
    const bool has = row.executeStep();
    row.reset();
    return has;
}

bool HubApply::brings_words(const Op& op)
{
    const auto* field =
        op.def && op.fields.size() == 1 ? op.def->find(op.fields.front().fid) : nullptr;
    const auto meta = rows_.any_meta(op.record);
    return meta && meta->kind == op.kind && field && field->merges() && op.type == OpType::set
        && op.fields.front().base != Version{}
    && rows_.version_of(*meta, field->id, true) == op.fields.front().base;
}

bool HubApply::has_come_again(const Op& op)
{
    if (brings_words(op))
        return false;
    const auto said = op.fields.empty() ? Version{} : op.fields.front().base;
    return has_come(op.again) || (said != Version{} && has_come(said));
}

bool HubApply::is_overwritten(const Uuid& record, const Version& version, int fid)
{
    auto& row =
        rows_.statements().get("SELECT 1 FROM hub_seen WHERE record = ? AND ver = ? AND fid = ?");
    bind(row, 1, record);
    row.bind(2, version.packed());
    row.bind(3, fid);
    const bool is = row.executeStep();
    row.reset();
    return is;
}

void HubApply::note_seen(const Uuid& record, const Version& version, int fid)
{
    auto& put = rows_.statements().get("INSERT OR IGNORE INTO hub_seen VALUES (?, ?, ?)");
    bind(put, 1, record);
    put.bind(2, version.packed());
    put.bind(3, fid);
    put.exec();
}

void HubApply::remember_seen(const Op& op)
{
    if (mutant(Mutant::seen_is_forgotten) || !op.def || (op.seen.empty() && op.again == Version{}))
        return;
    const auto meta = rows_.any_meta(op.record);
    if (!meta)
        return;
    auto seen = op.seen;
    if (op.again != Version{})
        seen.push_back(op.again);
    for (const auto& version : seen) {
        if (has_come(version))
            continue;
        for (const auto& field : op.fields) {
            const auto* def = op.def->find(
                field.fid == deleted_fid ? op.def->find(op.def->title)->id : field.fid);
            // Only who could have overwritten it is believed to have.
            if (!def || !may_write(device_.org, *def, around(*meta)))
                continue;
            note_seen(op.record, version, field.fid);
            if (op.type == OpType::remove)
                note_seen(op.record, version, whole_record);
        }
    }
    if (op.again != Version{})
        note_said_again(rows_, op.version, op.again);
}

bool HubApply::is_among(const std::vector<Version>& seen, Version version)
{
    if (std::ranges::find(seen, version) != seen.end())
        return true;
    if (!any_said_again(rows_))
        return false;
    const auto first = first_said(rows_, version);
    return std::ranges::any_of(
        seen, [&](const Version& other) { return first_said(rows_, other) == first; });
}

std::optional<Org> HubApply::author_of(const Version& version)
{
    auto& row = rows_.statements().get("SELECT role, org FROM device WHERE no = ?");
    row.bind(1, static_cast<std::int64_t>(version.device));
    std::optional<Org> org;
    if (row.executeStep())
        org = Org{parse_role(row.getColumn(0).getString()).value_or(Role::unit),
            row.getColumn(1).getString()};
    row.reset();
    return org;
}

bool HubApply::is_mine_to_settle(const Hash128& item)
{
    auto& row = rows_.statements().get(
        "SELECT kind, scope, home, waits_ver, record, fid FROM inbox WHERE id = ?");
    bind(row, 1, item);
    if (!row.executeStep()) {
        row.reset();
        return false;
    }
    const auto kind = row.getColumn(0).getString();
    const auto waits = Version::unpacked(row.getColumn(3).getInt64());
    const bool sees = device_.sees(row.getColumn(1).getInt64(), column_id(row.getColumn(2)));
    const auto record = column_id(row.getColumn(4));
    const auto fid = row.getColumn(5).getInt();
    row.reset();
    if (kind == "refused")
        return waits.device == device_.number;
    const auto meta = sees && kind != "on_behalf" ? rows_.meta(record) : std::nullopt;
    const auto* field = meta ? meta->def->find(fid) : nullptr;
    return sees && (!field || may_write(device_.org, *field, around(*meta)));
}

bool HubApply::put_back(const boost::json::object& item)
{
    const auto kind = text_at(item, "kind");
    const auto fid = static_cast<int>(number_at(item, "f"));
    const auto record = uuid_at(item, "r");
    const auto waits = text_at(item, "waits", "");
    const auto waits_ver = version_at(item, "waits_v");
    const bool is_refusal = kind == "refused";
    if (kind != "conflict" && kind != "after_deletion" && !is_refusal)
        throw Problem(400, "malformed",
            {msgid("The message is malformed: \"{1}\" is missing or wrong"), {"kind"}});

    // Only the office that manages the county speaks for others, and is believed which item it is:
    // one that was put back before has its name from what stood then.
    const bool is_own = waits_ver.device == device_.number;
    const bool is_agency = device_.org.role == Role::agency && !is_refusal && is_believed_;
    if (!(is_own || is_agency) || has_come(waits_ver))
        return false;
    const auto id = is_agency
        ? item_id(item)
        : inbox_id(kind, record, fid, version_at(item, "stands_v"), waits_ver);

    const auto meta = rows_.any_meta(record);
    const bool sees = meta && device_.sees(meta->scope, meta->home);
    const auto* field = sees && meta->def ? meta->def->find(fid) : nullptr;
    if (!is_refusal && !field)
        return false;
    std::string stands;
    auto stands_ver = version_at(item, "stands_v");
    if (field) {
        const auto value = rows_.read(*meta)[field->name];
        stands = to_text(value);
        stands_ver = rows_.version_of(*meta, fid, !is_empty(value));
        // Decided since, by somebody who had it before his eyes, or never again a question.
        const bool is_done =
            kind == "conflict" && (stands == waits || is_overwritten(record, waits_ver, fid));
        if (!is_refusal && (is_done || !parse_value(field->type, waits, field->scale)))
            return false;
    }
    if (is_waiting(id, is_refusal, record, fid, waits))
        return false;

    auto& put = rows_.statements().get(
        "INSERT INTO inbox (id, kind, state, record, entity, fid, base, stands, stands_ver, waits, "
        "waits_ver, reason, scope, home, gseq) "
        "VALUES (?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bind(put, 1, id);
    put.bind(2, kind);
    bind(put, 3, record);
    put.bind(4, meta ? std::int64_t{meta->kind} : number_at(item, "k"));
    put.bind(5, fid);
    const auto text = [&put](int index, const std::string& value) {
        if (!value.empty())
            put.bind(index, value);
    };
    text(6, text_at(item, "base", ""));
    text(7, stands);
    put.bind(8, stands_ver.packed());
    text(9, waits);
    put.bind(10, waits_ver.packed());
    text(11, text_at(item, "reason", ""));
    put.bind(12, sees ? meta->scope : device_.region.first);
    if (sees && !meta->home.is_nil())
        bind(put, 13, meta->home);
    put.bind(14, ++gseq_);
    put.exec();
    return true;
}

bool HubApply::is_waiting(
    const Hash128& id, bool is_refusal, const Uuid& record, int fid, const std::string& waits)
{
    // The same value may wait under another name, put back by another device; a refusal is told to
    // one device alone.
    auto& same = rows_.statements().get(
        "SELECT 1 FROM inbox WHERE id = ?1 OR (?2 = 0 AND kind <> 'refused' AND record = ?3 AND "
        "fid = ?4 AND state = 'open' AND coalesce(waits, '') = ?5) LIMIT 1");
    bind(same, 1, id);
    same.bind(2, is_refusal ? 1 : 0);
    bind(same, 3, record);
    same.bind(4, fid);
    same.bind(5, waits);
    const bool is = same.executeStep();
    same.reset();
    return is;
}

} // namespace model

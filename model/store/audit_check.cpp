#include "model/store/audit_check.h"

#include "model/base/text.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <unordered_set>

namespace model {

namespace {

constexpr std::int64_t newest_entries = 1000;
constexpr const char* noted_setting = "audit_findings";

/// One walk over the log.
class Walk {
public:
    Walk(RecordStore& store, AuditPart part) : rows_(store.rows()), audit_(store), part_(part) {}

    AuditCheck run()
    {
        front_ = audit_.front();
        kept_ = audit_.head();
        const auto from = part_ == AuditPart::whole
            ? 0
            : std::max(front_.count, kept_.count - newest_entries) - 1;
        start_after(from);
        static const std::string sql =
            std::string("SELECT ") + audit_columns + "WHERE audit.id > ? ORDER BY audit.id";
        auto& rows = rows_.statements().get(sql);
        rows.bind(1, from);
        while (rows.executeStep())
            take(read_audit(rows));
        rows.reset();
        end();
        return std::move(check_);
    }

private:
    void found(AuditFinding::Kind kind, std::int64_t first, std::int64_t last)
    {
        if (check_.findings.size() < AuditCheck::most_findings)
            check_.findings.push_back({kind, first, last});
    }

    /// Where a walk over a part begins, what stands there is believed.
    void start_after(std::int64_t id)
    {
        next_ = front_.count;
        chain_ = front_.chain;
        if (id < front_.count)
            return;
        static const std::string sql =
            std::string("SELECT ") + audit_columns + "WHERE audit.id = ?";
        auto& row = rows_.statements().get(sql);
        row.bind(1, id);
        next_ = id + 1;
        if (row.executeStep())
            chain_ = read_audit(row).chain;
        row.reset();
    }

    void take(const AuditRow& row)
    {
        const bool is_first = check_.entries++ == 0;
        if (is_first)
            check_.first = row.id;
        if (row.id > next_)
            found(is_first && next_ == front_.count && next_ > 1 ? AuditFinding::cut_front
                                                                 : AuditFinding::missing,
                next_, row.id - 1);
        else if (row.chained_to(chain_) != row.chain)
            found(AuditFinding::changed, row.id, row.id);
        if (row.what == audited::retention)
            retention_ = row.args;
        if (row.what == audited::rescued)
            check_.rescued = row.id;
        if (part_ == AuditPart::whole)
            look_at_step(row);
        next_ = row.id + 1;
        chain_ = row.chain;
    }

    void look_at_step(const AuditRow& row)
    {
        if (row.what == audited::records_left) {
            if (hash_of_left(row.id) != row.steps)
                found(AuditFinding::step, row.id, row.id);
            return;
        }
        if (row.command == 0)
            return;
        commands_.insert(row.command);
        if (hash_of_step(row.command) != row.steps)
            found(AuditFinding::step, row.id, row.id);
    }

    Hash256 hash_of_left(std::int64_t note)
    {
        auto& left = rows_.statements().get("SELECT command, history, hash FROM audit_left "
                                            "WHERE note = ? ORDER BY command, history");
        left.bind(1, note);
        HashParts parts;
        while (left.executeStep())
            parts.add(left.getColumn(0).getInt64())
                .add(left.getColumn(1).getInt64())
                .add(column_hash(left.getColumn(2)));
        left.reset();
        return parts.hash();
    }

    /// From what is in history and from the hashes of what has left it.
    Hash256 hash_of_step(std::int64_t command)
    {
        auto& changes = rows_.statements().get(
            "SELECT id, rid, fid, old, new, at, account, document, NULL FROM history "
            "WHERE command = ?1 UNION ALL SELECT history, 0, 0, NULL, NULL, 0, 0, NULL, hash "
            "FROM audit_left WHERE command = ?1 AND note > 0 ORDER BY 1");
        changes.bind(1, command);
        AuditSteps steps;
        while (changes.executeStep())
            if (changes.getColumn(8).isNull())
                steps.add(read_change(changes));
            else
                steps.add(column_hash(changes.getColumn(8)));
        changes.reset();
        return steps.hash(hash_of_command(rows_, command));
    }

    void end()
    {
        check_.head = {next_ - 1, chain_};
        if (check_.head.count < kept_.count)
            found(AuditFinding::cut, next_, kept_.count);
        else if (check_.head != kept_) // what is kept beside it was written with the last entry
            found(AuditFinding::changed, check_.head.count, check_.head.count);
        if (part_ == AuditPart::newest)
            return;
        if (front_.count > 1 && !is_told(front_))
            found(AuditFinding::cut_front, 1, front_.count - 1);
        look_for_unnoted();
    }

    /// Whether the newest entry on what was dropped by age says that the log begins there.
    bool is_told(const AuditHead& front) const
    {
        boost::system::error_code error;
        const auto args = boost::json::parse(retention_, error);
        constexpr std::size_t first_at = 2;
        constexpr std::size_t chain_at = 3;
        return !error && args.is_array() && args.get_array().size() > chain_at
            && args.at(first_at) == boost::json::value(std::to_string(front.count))
            && args.at(chain_at) == boost::json::value(front.chain.hex());
    }

    void look_for_unnoted()
    {
        auto& steps = rows_.statements().get("SELECT id FROM command WHERE id > ? ORDER BY id");
        steps.bind(1, rows_.number("audit_steps_from"));
        while (steps.executeStep())
            if (const auto id = steps.getColumn(0).getInt64(); !commands_.contains(id))
                found(AuditFinding::unnoted, id, id);
        steps.reset();
    }

    Rows& rows_;
    Audit audit_;
    AuditPart part_;
    AuditCheck check_;
    AuditHead front_;
    AuditHead kept_;
    std::int64_t next_ = 1;
    Hash256 chain_;
    std::string retention_ = "[]";
    std::unordered_set<std::int64_t> commands_;
};

/// Behind a log whose end is gone or was changed others are written, and then the same is seen in
/// the middle of it.
std::string key_of(const AuditFinding& finding, const AuditCheck& check)
{
    const bool is_last = finding.kind == AuditFinding::changed && finding.first == check.head.count;
    const auto kind = finding.kind == AuditFinding::cut ? AuditFinding::missing : finding.kind;
    return std::to_string(kind) + '.' + std::to_string(finding.first + (is_last ? 1 : 0)) + '.'
        + std::to_string(finding.last + (is_last ? 1 : 0));
}

} // namespace

bool AuditCheck::is_from_rescue() const
{
    return rescued > 0 && std::ranges::all_of(findings, [this](const auto& finding) {
        return finding.kind == AuditFinding::unnoted || finding.last <= rescued;
    });
}

std::string_view finding_name(AuditFinding::Kind kind)
{
    switch (kind) {
    case AuditFinding::changed:
        return "row_changed";
    case AuditFinding::missing:
        return "rows_missing";
    case AuditFinding::cut:
        return "cut_at_end";
    case AuditFinding::cut_front:
        return "cut_at_front";
    case AuditFinding::step:
        return "step_changed";
    case AuditFinding::unnoted:
        break;
    }
    return "step_unnoted";
}

Message AuditFinding::sentence() const
{
    const auto from = std::to_string(first);
    const auto to = std::to_string(last);
    switch (kind) {
    case changed:
        return {msgid("Entry {1} of the audit log, or the one before it, was changed afterwards"),
            {from}};
    case missing:
        return {msgid("Entries {1} to {2} of the audit log were taken out"), {from, to}};
    case cut:
        return {msgid("The end of the audit log was cut off: entries {1} to {2} are missing"),
            {from, to}};
    case cut_front:
        return {msgid("The beginning of the audit log was cut off: entries {1} to {2} are missing "
                      "and were not dropped by age"),
            {from, to}};
    case step:
        return {msgid("What entry {1} of the audit log tells of was changed in the history of "
                      "records afterwards"),
            {from}};
    case unnoted:
        break;
    }
    return {msgid("Step {1} is in the file, but the audit log has no entry of it"), {from}};
}

AuditCheck check_audit(RecordStore& store, AuditPart part)
{
    return guarded(store.db(), [&] {
        Transaction transaction(store.db(), TransactionKind::reading);
        return Walk(store, part).run();
    });
}

bool note_findings(RecordStore& store, const AuditCheck& check)
{
    if (check.is_sound())
        return false;
    return guarded(store.db(), [&] {
        Transaction transaction(store.db());
        const auto noted = store.rows().setting(noted_setting);
        auto keys = noted.empty() ? std::vector<std::string>{} : split(noted, ' ');
        const auto* fresh = static_cast<const AuditFinding*>(nullptr);
        for (const auto& finding : check.findings)
            if (const auto key = key_of(finding, check);
                std::ranges::find(keys, key) == keys.end()) {
                keys.push_back(key);
                fresh = fresh ? fresh : &finding;
            }
        if (!fresh)
            return false;
        if (check.is_from_rescue())
            Audit(store).note({.what = audited::rescued, .detail = warning_of(check).value()});
        else
            Audit(store).note({.what = audited::log_broken, .detail = fresh->sentence()});
        store.rows().set_setting(noted_setting, join(keys, " "));
        transaction.commit();
        return true;
    });
}

Hash256 chain_at(RecordStore& store, std::int64_t id)
{
    const auto front = Audit(store).front();
    if (id == front.count - 1)
        return front.chain;
    auto& row = store.rows().statements().get("SELECT chain FROM audit WHERE id = ?");
    row.bind(1, id);
    const auto chain = row.executeStep() ? column_hash(row.getColumn(0)) : Hash256{};
    row.reset();
    return chain;
}

std::optional<Message> warning_of(const AuditCheck& check)
{
    if (check.is_sound())
        return std::nullopt;
    if (check.is_from_rescue())
        return Message{msgid("{1} entries of the audit log do not fit together. The file was "
                             "rescued from a damaged one since, which explains it; the damaged "
                             "file was kept"),
            {std::to_string(check.findings.size())}};
    return Message{
        msgid("The audit log of this file was tampered with, which no damaged disk does. "
              "Keep the file as it is, make a copy of it and tell your auditor; hallctl "
              "verify lists what was found ({1})"),
        {std::to_string(check.findings.size())}};
}

} // namespace model

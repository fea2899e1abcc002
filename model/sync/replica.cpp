#include "model/sync/replica.h"

#include "model/base/text.h"
#include "model/store/said_ops.h"
#include "model/sync/mutants.h"

#include <cstring>

namespace model {

namespace {

std::string hash_setting(const Hash128& hash)
{
    return hash.hex();
}

} // namespace

Replica::Replica(RecordStore& store, const MessageSizes& sizes)
    : store_(store)
    , rows_(store.rows())
    , outbox_(store)
    , sizes_(sizes)
{
}

bool Replica::is_enrolled()
{
    return guarded(store_.db(), [&] { return rows_.number("device") != 0; });
}

void Replica::join(const Membership& membership)
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        if (store_.self().device)
            throw UsageError(
                {msgid("This file belongs to a county already: {1}"), {rows_.setting("server")}});
        keep(membership);
        rows_.flush_digest();
        transaction.commit();
    });
}

void Replica::join_again(const Membership& membership)
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        keep(membership);
        rows_.set_setting("lost", membership.lost.text());
        begin_comparing();
        rows_.flush_digest();
        transaction.commit();
    });
}

void Replica::keep(const Membership& membership)
{
    move_to(membership.self);
    rows_.set_setting("secret", to_hex(membership.secret));
    rows_.set_setting("server", membership.address);
    rows_.set_setting("pin", membership.pin);
}

void Replica::move_to(const Self& now)
{
    const auto before = store_.self();
    store_.set_self(now);
    rows_.set_number("acked", 0);
    rows_.set_setting("chain", hash_setting({}));
    renumber(before, now);
}

Replica::Membership Replica::membership()
{
    return guarded(store_.db(), [&] {
        Membership membership{
            .self = store_.self(), .address = rows_.setting("server"), .pin = rows_.setting("pin")};
        const auto hex = rows_.setting("secret");
        for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
            membership.secret += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
        return membership;
    });
}

std::int64_t Replica::greatest_device()
{
    return guarded(store_.db(), [&] {
        auto& row = rows_.statements().get("SELECT coalesce(max(no), 0) FROM device");
        row.executeStep();
        const auto number = row.getColumn(0).getInt64();
        row.reset();
        return number;
    });
}

Hello Replica::hello()
{
    return guarded(store_.db(), [&] {
        return Hello{.program = "hallkeeper",
            .incarnation = static_cast<std::uint32_t>(rows_.number("incarnation")),
            .acked = rows_.number("acked"),
            .chain = Hash128::from_hex(rows_.setting("chain")),
            .epoch = rows_.setting("epoch"),
            .cursor = rows_.number("cursor"),
            .mark = Mark::parse(rows_.setting("mark"))};
    });
}

bool Replica::take_hello(const HelloReply& reply)
{
    return guarded(store_.db(), [&] {
        const auto acked = rows_.number("acked");
        if (rows_.number("incarnation") != reply.incarnation || reply.last_seq < acked)
            return true;
        // The county may have applied what we sent and never heard to be applied.
        auto chain = Hash128::from_hex(rows_.setting("chain"));
        auto seq = acked;
        auto& sent = rows_.statements().get("SELECT payload FROM op WHERE seq > ? AND seq <= ? AND "
                                            "payload IS NOT NULL ORDER BY seq");
        sent.bind(1, acked);
        sent.bind(2, reply.last_seq);
        while (sent.executeStep()) {
            ++seq;
            chain = next_chain(chain, sent.getColumn(0).getString());
        }
        sent.reset();
        if (seq != reply.last_seq || chain != reply.chain)
            return true;

        const bool nothing_new = reply.time <= rows_.number("server_time") + 60'000
            && reply.epoch == rows_.setting("epoch");
        if (nothing_new && !reply.restored)
            return false; // nothing worth a write
        Transaction transaction(store_.db());
        if (reply.restored) // what comes next gives new numbers to all that waits
            outbox_.erase_through(seq);
        rows_.set_number("server_time", reply.time);
        rows_.set_setting("epoch", reply.epoch);
        rows_.set_number("hlc", std::max(rows_.number("hlc"), hlc_of(reply.time)));
        transaction.commit();
        return reply.restored;
    });
}

void Replica::rejoin(const HelloReply& reply)
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        auto now = store_.self();
        now.incarnation = reply.incarnation;
        move_to(now);
        if (reply.restored) // by this mark the county knows, too, that it was
            rows_.set_setting("lost", rows_.setting("mark"));
        if (reply.restored || comparing() == Comparing::pulling)
            begin_comparing();
        rows_.set_setting("epoch", reply.epoch);
        rows_.set_number("server_time", reply.time);
        rows_.flush_digest();
        transaction.commit();
    });
}

void Replica::renumber(const Self& from, const Self& to, std::int64_t above)
{
    std::vector<Renumbered> ops;
    auto& list = rows_.statements().get("SELECT seq, rid FROM op ORDER BY seq");
    while (list.executeStep())
        ops.push_back({.rid = list.getColumn(1).getInt64(), .seq = list.getColumn(0).getInt64()});
    list.reset();
    // By way of numbers that nothing has, so that none is taken twice.
    constexpr std::int64_t aside = 1LL << 34;
    for (std::size_t i = 0; i < ops.size(); ++i)
        ops[i].next = aside + static_cast<std::int64_t>(i) + 1;
    rename(ops, from, to);
    for (std::size_t i = 0; i < ops.size(); ++i) {
        ops[i].seq = ops[i].next;
        ops[i].next = above + static_cast<std::int64_t>(i) + 1;
    }
    rename(ops, to, to);
    rows_.set_number("op_seq", above + static_cast<std::int64_t>(ops.size()));
}

void Replica::rename(const std::vector<Renumbered>& ops, const Self& from, const Self& to)
{
    // Whatever named an op's version follows. Digests of the records concerned are taken anew.
    const auto version = [](const Self& self, std::int64_t seq) {
        return Version{self.device, self.incarnation, static_cast<std::uint64_t>(seq)};
    };
    std::map<std::string, std::string> words;
    for (const auto& op : ops) {
        const auto before = version(from, op.seq);
        const auto after = version(to, op.next);
        words[before.text()] = after.text();
        const auto meta = rows_.any_meta(op.rid);
        if (meta)
            rows_.uncount(*meta);
        for (const auto* sql : {"UPDATE rec SET born = ?2 WHERE rid = ?3 AND born = ?1",
                 "UPDATE fver SET ver = ?2 WHERE rid = ?3 AND ver = ?1",
                 "UPDATE history SET ver = ?2 WHERE rid = ?3 AND ver = ?1",
                 "UPDATE history SET old_ver = ?2 WHERE rid = ?3 AND old_ver = ?1",
                 "UPDATE shadow SET ver = ?2 WHERE rid = ?3 AND ver = ?1",
                 "UPDATE op_field SET base = ?2 WHERE base = ?1 AND seq IN "
                 "(SELECT seq FROM op WHERE rid = ?3)",
                 "UPDATE OR REPLACE hub_again SET ver = ?2 WHERE ver = ?1 AND ?3 = ?3",
                 "UPDATE OR REPLACE stamp SET ver = ?2 WHERE ver = ?1 AND ?3 = ?3"}) {
            auto& update = rows_.statements().get(sql);
            update.bind(1, before.packed());
            update.bind(2, after.packed());
            update.bind(3, op.rid);
            update.exec();
        }
        for (const auto* sql : {"UPDATE op_field SET seq = ?1 WHERE seq = ?2",
                 "UPDATE op SET seq = ?1, payload = NULL WHERE seq = ?2"}) {
            auto& update = rows_.statements().get(sql);
            update.bind(1, op.next);
            update.bind(2, op.seq);
            update.exec();
        }
        rows_.versions_changed();
        if (const auto now = rows_.any_meta(op.rid))
            rows_.count(*now);
    }
    rename_seen(words);
}

void Replica::rename_seen(const std::map<std::string, std::string>& names)
{
    std::vector<std::pair<std::int64_t, std::string>> changed;
    auto& extras = rows_.statements().get("SELECT seq, extra FROM op WHERE extra IS NOT NULL");
    while (extras.executeStep()) {
        std::string text;
        bool is_other = false;
        for (const auto& word : split(extras.getColumn(1).getString(), ' ')) {
            const auto renamed = names.find(word);
            is_other = is_other || renamed != names.end();
            text += (text.empty() ? "" : " ") + (renamed == names.end() ? word : renamed->second);
        }
        if (is_other)
            changed.emplace_back(extras.getColumn(0).getInt64(), text);
    }
    extras.reset();
    for (const auto& [seq, text] : changed) {
        auto& put = rows_.statements().get("UPDATE op SET extra = ? WHERE seq = ?");
        put.bind(1, text);
        put.bind(2, seq);
        put.exec();
    }
}

void Replica::count_said(Push& push)
{
    static const std::string sql =
        "SELECT ifnull(rec.kind, 0), count(*) FROM op LEFT JOIN rec ON rec.rid = op.rid "
        "WHERE op.seq BETWEEN ? AND ? AND "
        + std::string(op_says_something) + " GROUP BY 1";
    auto& rows = rows_.statements().get(sql);
    rows.bind(1, push.first);
    rows.bind(2, push.first + static_cast<std::int64_t>(push.ops.size()) - 1);
    while (rows.executeStep()) {
        const auto* def = store_.catalog().find(rows.getColumn(0).getInt());
        const auto ops = rows.getColumn(1).getInt64();
        push.said += ops;
        if (!def || !def->hidden)
            push.seen += ops;
    }
    rows.reset();
}

std::optional<Push> Replica::next_push()
{
    return guarded(store_.db(), [&]() -> std::optional<Push> {
        Transaction transaction(store_.db());
        const auto acked = rows_.number("acked");
        Push push{.first = acked + 1,
            .incarnation = static_cast<std::uint32_t>(rows_.number("incarnation")),
            .chain = Hash128::from_hex(rows_.setting("chain")),
            .lost = Mark::parse(rows_.setting("lost"))};
        std::size_t bytes = 0;
        auto& frozen = rows_.statements().get(
            "SELECT payload FROM op WHERE seq > ? AND payload IS NOT NULL ORDER BY seq LIMIT ?");
        frozen.bind(1, acked);
        frozen.bind(2, sizes_.ops);
        while (bytes < sizes_.bytes && frozen.executeStep()) {
            push.ops.push_back(frozen.getColumn(0).getString());
            bytes += push.ops.back().size();
        }
        frozen.reset();

        // Only when nothing sent is open may new ops be frozen: a repeat must be the same batch.
        if (push.ops.empty()) {
            const auto self = store_.self();
            for (const auto& op : outbox_.read(acked + 1, sizes_.ops, self)) {
                if (bytes >= sizes_.bytes)
                    break;
                push.ops.push_back(to_json(op));
                bytes += push.ops.back().size();
                auto& keep = rows_.statements().get("UPDATE op SET payload = ? WHERE seq = ?");
                keep.bind(1, push.ops.back().data(), static_cast<int>(push.ops.back().size()));
                keep.bind(2, static_cast<std::int64_t>(op.version.seq));
                keep.exec();
            }
            transaction.commit();
        }
        if (push.ops.empty())
            return std::nullopt;
        for (const auto& op : push.ops)
            push.chain = next_chain(push.chain, op);
        count_said(push);
        if (mutant(Mutant::forget_outbox_ack)) {
            Transaction early(store_.db());
            const auto last = push.first + static_cast<std::int64_t>(push.ops.size()) - 1;
            outbox_.erase_through(last);
            rows_.set_number("acked", last);
            early.commit();
        }
        return push;
    });
}

Replica::Taken Replica::take_push_reply(const boost::json::object& json)
{
    return guarded(store_.db(), [&] {
        const auto reply = read_push_reply(json);
        Transaction transaction(store_.db());
        stage_ = comparing();
        const auto acked = rows_.number("acked");
        if (reply.last_seq > acked) {
            auto chain = Hash128::from_hex(rows_.setting("chain"));
            auto& sent = rows_.statements().get(
                "SELECT payload FROM op WHERE seq > ? AND seq <= ? ORDER BY seq");
            sent.bind(1, acked);
            sent.bind(2, reply.last_seq);
            while (sent.executeStep())
                chain = next_chain(chain, sent.getColumn(0).getString());
            sent.reset();
            outbox_.erase_through(reply.last_seq);
            rows_.set_number("acked", reply.last_seq);
            rows_.set_setting("chain", hash_setting(chain));
        }
        if (reply.mark != Mark{})
            rows_.set_setting("mark", reply.mark.text());
        Taken taken;
        if (const auto* changes = json.if_contains("changes"); changes && changes->is_object()) {
            take_stamps(changes->get_object());
            take_records(changes->get_object(), taken);
            take_items(changes->get_object(), taken);
        }
        // Nothing but our own ops lies between: no need to pull them.
        if (reply.plain && rows_.number("cursor") == reply.head_before
            && rows_.number("since") == reply.head_before) {
            rows_.set_number("cursor", reply.head);
            rows_.set_number("since", reply.head);
        }
        rows_.flush_digest();
        transaction.commit();
        return taken;
    });
}

Pull Replica::next_pull()
{
    return guarded(store_.db(), [&] {
        // Only whole records can be compared, also after a cut between the last page and the end.
        const bool compares = comparing() == Comparing::pulling;
        return Pull{.cursor = rows_.number("cursor"),
            .since = compares ? 0 : rows_.number("since"),
            .records = sizes_.records};
    });
}

/// What named handlers alone may see the county does not have, and does not miss.
static bool is_shared_with_county(Scope scope, const Uuid&)
{
    return scope != restricted_scope;
}

Hash128 Replica::digest()
{
    return guarded(
        store_.db(), [&] { return rows_.digest(is_shared_with_county); });
}

Replica::Hashes Replica::hashes(int byte)
{
    return guarded(store_.db(), [&] { return rows_.hashes(byte, is_shared_with_county); });
}

std::array<Hash128, 256> Replica::sums_of_hashes()
{
    return guarded(
        store_.db(), [&] { return rows_.sums_of_hashes(is_shared_with_county); });
}

std::vector<Uuid> Replica::differing(const Hashes& mine, const boost::json::object& listed)
{
    std::map<Uuid, Hash128> theirs;
    if (const auto* list = listed.if_contains("records"); list && list->is_array())
        for (const auto& entry : list->get_array())
            if (const auto id = Uuid::parse(scalar_text(entry.as_array().at(0))))
                theirs[*id] = Hash128::from_hex(scalar_text(entry.as_array().at(1)));
    std::vector<Uuid> ids;
    for (const auto& [id, hash] : mine) {
        const auto found = theirs.find(id);
        if (found == theirs.end() || found->second != hash)
            ids.push_back(id);
        if (found != theirs.end())
            theirs.erase(found);
    }
    for (const auto& [id, hash] : theirs)
        ids.push_back(id);
    return ids;
}

void Replica::take_repair(const boost::json::object& page)
{
    guarded(store_.db(), [&] {
        Taken taken;
        Transaction transaction(store_.db());
        stage_ = Comparing::no;
        take_stamps(page);
        take_records(page, taken);
        rows_.flush_digest();
        transaction.commit();
    });
}

void Replica::finish()
{
    guarded(store_.db(), [&] {
        const auto now = store_.clock().now();
        Transaction transaction(store_.db());
        rows_.set_number("synced_at", now);
        transaction.commit();
    });
}

} // namespace model

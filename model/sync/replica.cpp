#include "model/sync/replica.h"

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
    return rows_.number("device") != 0;
}

void Replica::join(const Membership& membership)
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        const auto before = store_.self();
        if (before.device)
            throw UsageError(
                {msgid("This file belongs to a county already: {1}"), {rows_.setting("server")}});
        store_.set_self(membership.self);
        rows_.set_setting("secret", to_hex(membership.secret));
        rows_.set_setting("server", membership.address);
        rows_.set_setting("pin", membership.pin);
        rows_.set_number("acked", 0);
        rows_.set_setting("chain", hash_setting({}));
        renumber(before, membership.self);
        rows_.flush_digest();
        transaction.commit();
    });
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

Hello Replica::hello()
{
    return guarded(store_.db(), [&] {
        return Hello{.program = "hallkeeper",
            .incarnation = static_cast<std::uint32_t>(rows_.number("incarnation")),
            .acked = rows_.number("acked"),
            .chain = Hash128::from_hex(rows_.setting("chain")),
            .epoch = rows_.setting("epoch"),
            .cursor = rows_.number("cursor")};
    });
}

bool Replica::take_hello(const HelloReply& reply)
{
    return guarded(store_.db(), [&] {
        const auto acked = rows_.number("acked");
        auto chain = Hash128::from_hex(rows_.setting("chain"));
        if (rows_.number("incarnation") != reply.incarnation || reply.last_seq < acked)
            return true;
        // The county may have applied what we sent and never heard to be applied.
        auto& sent = rows_.statements().get("SELECT payload FROM op WHERE seq > ? AND seq <= ? AND "
                                            "payload IS NOT NULL ORDER BY seq");
        sent.bind(1, acked);
        sent.bind(2, reply.last_seq);
        auto seq = acked;
        while (sent.executeStep()) {
            ++seq;
            chain = next_chain(chain, sent.getColumn(0).getString());
        }
        sent.reset();
        if (seq != reply.last_seq || chain != reply.chain)
            return true;

        if (reply.time <= rows_.number("server_time") + 60'000
            && reply.epoch == rows_.setting("epoch"))
            return false; // nothing worth a write
        Transaction transaction(store_.db());
        rows_.set_number("server_time", reply.time);
        rows_.set_setting("epoch", reply.epoch);
        rows_.set_number("hlc", std::max(rows_.number("hlc"), hlc_of(reply.time)));
        transaction.commit();
        return false;
    });
}

void Replica::rejoin(const HelloReply& reply)
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        const auto before = store_.self();
        auto now = before;
        now.incarnation = reply.incarnation;
        store_.set_self(now);
        rows_.set_number("acked", 0);
        rows_.set_setting("chain", hash_setting({}));
        rows_.set_setting("epoch", reply.epoch);
        rows_.set_number("server_time", reply.time);
        renumber(before, now);
        rows_.flush_digest();
        transaction.commit();
    });
}

void Replica::renumber(const Self& from, const Self& to)
{
    // Every unsent op gets the next number of the new incarnation; whatever named its version
    // follows. Digests of the records concerned are taken anew.
    auto& statements = rows_.statements();
    std::vector<std::pair<std::int64_t, std::int64_t>> ops; // seq, rid
    auto& list = statements.get("SELECT seq, rid FROM op ORDER BY seq");
    while (list.executeStep())
        ops.emplace_back(list.getColumn(0).getInt64(), list.getColumn(1).getInt64());
    list.reset();

    const auto packed = [](const Self& self, std::int64_t seq) {
        return Version{self.device, self.incarnation, static_cast<std::uint64_t>(seq)}.packed();
    };
    std::int64_t next = 0;
    for (const auto& [seq, rid] : ops) {
        const auto old_version = packed(from, seq);
        const auto new_seq = ++next;
        const auto new_version = packed(to, new_seq);
        const auto meta = rows_.any_meta(rid);
        if (meta)
            rows_.uncount(*meta);
        for (const auto* sql : {"UPDATE rec SET born = ?2 WHERE rid = ?3 AND born = ?1",
                 "UPDATE fver SET ver = ?2 WHERE rid = ?3 AND ver = ?1",
                 "UPDATE history SET ver = ?2 WHERE rid = ?3 AND ver = ?1",
                 "UPDATE shadow SET ver = ?2 WHERE rid = ?3 AND ver = ?1",
                 "UPDATE op_field SET base = ?2 WHERE base = ?1 AND seq IN "
                 "(SELECT seq FROM op WHERE rid = ?3)",
                 "UPDATE OR REPLACE stamp SET ver = ?2 WHERE ver = ?1 AND ?3 = ?3"}) {
            auto& update = statements.get(sql);
            update.bind(1, old_version);
            update.bind(2, new_version);
            update.bind(3, rid);
            update.exec();
        }
        if (const auto now = rows_.any_meta(rid))
            rows_.count(*now);
    }
    // Numbers only shrink, in order, so that none is taken twice.
    next = 0;
    for (const auto& [seq, rid] : ops) {
        ++next;
        for (const auto* sql : {"UPDATE op_field SET seq = ?1 WHERE seq = ?2",
                 "UPDATE op SET seq = ?1, payload = NULL WHERE seq = ?2"}) {
            auto& update = statements.get(sql);
            update.bind(1, next);
            update.bind(2, seq);
            update.exec();
        }
    }
    rows_.set_number("op_seq", next);
}

std::optional<Push> Replica::next_push()
{
    return guarded(store_.db(), [&]() -> std::optional<Push> {
        Transaction transaction(store_.db());
        const auto acked = rows_.number("acked");
        Push push{.first = acked + 1,
            .incarnation = static_cast<std::uint32_t>(rows_.number("incarnation")),
            .chain = Hash128::from_hex(rows_.setting("chain"))};
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

void Replica::take_push_reply(const boost::json::object& json)
{
    guarded(store_.db(), [&] {
        const auto reply = read_push_reply(json);
        Transaction transaction(store_.db());
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
        Taken taken;
        if (const auto* changes = json.if_contains("changes"); changes && changes->is_object()) {
            take_stamps(changes->get_object());
            take_records(changes->get_object(), taken);
        }
        // Nothing but our own ops lies between: no need to pull them.
        if (reply.plain && rows_.number("cursor") == reply.head_before
            && rows_.number("since") == reply.head_before) {
            rows_.set_number("cursor", reply.head);
            rows_.set_number("since", reply.head);
        }
        rows_.flush_digest();
        transaction.commit();
    });
}

Pull Replica::next_pull()
{
    return guarded(store_.db(), [&] {
        return Pull{.cursor = rows_.number("cursor"),
            .since = rows_.number("since"),
            .records = sizes_.records};
    });
}

Hash128 Replica::digest()
{
    return guarded(
        store_.db(), [&] { return rows_.digest([](Scope, const Uuid&) { return true; }); });
}

Replica::Hashes Replica::hashes(int byte)
{
    return guarded(store_.db(), [&] { return rows_.hashes(byte, [](auto&&...) { return true; }); });
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

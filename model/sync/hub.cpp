#include "model/sync/hub.h"

#include "model/store/forget.h"
#include "model/sync/hub_apply.h"
#include "model/sync/log_told.h"
#include "model/sync/mutants.h"
#include "model/sync/pages.h"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace model {

namespace {

/// How far ahead of the server's own clock a device's stamp is believed.
constexpr Instant believed_ahead = 2 * 60 * 1000;

/// What a wrong clock may say of the time of an edit, which history shows and nothing obeys.
constexpr Instant shown_ahead = Instant{20} * 366 * 24 * 3'600'000;

/// A stamp that orders: never before what the device last sent or last synced, never far in the
/// future, so that neither a clock of 2009 nor one of 2099 decides anything.
Hlc clamped(const Device& device, Hlc claimed, Instant now)
{
    if (mutant(Mutant::no_clamp))
        return std::max(claimed, device.last_hlc + 1);
    const auto earliest = std::max(device.last_hlc + 1, hlc_of(device.hello_before));
    return std::max(earliest, std::min(claimed, hlc_of(now + believed_ahead)));
}

} // namespace

Hub::Hub(RecordStore& store, const std::string& county, std::shared_ptr<RecentStates> recent)
    : store_(store)
    , rows_(store.rows())
    , recent_(std::move(recent))
{
    guarded(store.db(), [&] {
        Transaction transaction(store.db());
        if (rows_.setting("epoch").empty()) {
            rows_.set_setting("epoch", Uuid::make(store.clock(), store.random()).text());
            keep_numbers_apart(); // of those whom a later state of this data knew
        }
        if (rows_.setting("mark_key").empty())
            draw_mark_key();
        if (rows_.setting("county").empty() && !county.empty())
            rows_.set_setting("county", county);
        transaction.commit();
    });
}

std::string Hub::county()
{
    return rows_.setting("county");
}

std::string Hub::epoch()
{
    return rows_.setting("epoch");
}

std::int64_t Hub::head()
{
    return rows_.number("gseq");
}

Hash128 Hub::digest_of(const Device& device)
{
    return rows_.digest([&](Scope scope, const Uuid& home) { return device.sees(scope, home); });
}

HelloReply Hub::hello(const Device& caller, const Hello& hello)
{
    if (hello.protocol_to < oldest_protocol || hello.protocol_from > protocol)
        throw Problem(426, "protocol",
            {msgid("This program and the county server are too far apart: update the older one")});
    return guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        auto device = this->device(caller.number).value();
        const bool restored =
            hello.mark != Mark{} && !knows(hello.mark) && !mutant(Mutant::county_is_right);
        if (restored)
            keep_numbers_apart();
        if (hello.rejoin) {
            // A later state of this data may have given it newer ones than this one knows of.
            const bool is_likely = hello.incarnation < (1U << Version::incarnation_bits) - 100;
            device.incarnation =
                std::max(device.incarnation, is_likely ? hello.incarnation : 0) + 1;
            device.last_seq = 0;
            device.chain = {};
        }
        const bool idle = !hello.rejoin && !restored && hello.cursor == head()
            && hello.acked == device.last_seq && store_.clock().now() - device.hello_at < 60'000;
        if (!idle) { // a sync that finds nothing costs the disk nothing
            device.hello_before = device.hello_at;
            device.hello_at = store_.clock().now();
            save(device);
        }
        HelloReply reply{.protocol = std::min(protocol, hello.protocol_to),
            .time = store_.clock().now(),
            .epoch = epoch(),
            .county = county(),
            .incarnation = device.incarnation,
            .last_seq = device.last_seq,
            .chain = device.chain,
            .head = head(),
            .digest = digest_of(device),
            .restored = restored};
        if (idle)
            return reply;
        transaction.commit();
        return reply;
    });
}

std::int64_t Hub::take_log(const Device& device, const LogTold& told)
{
    return model::take_log(store_, device.number, device.name, told);
}

void Hub::miss_log(const Device& device)
{
    model::miss_log(store_, device.number, device.name);
}

PushReply Hub::push(const Device& caller, const boost::json::object& body)
{
    const auto first = number_at(body, "first");
    const auto incarnation = number_at(body, "incarnation");
    const auto chain = Hash128::from_hex(text_at(body, "chain"));
    const auto* ops = body.if_contains("ops");
    if (!ops || !ops->is_array())
        throw Problem(400, "malformed",
            {msgid("The message is malformed: \"{1}\" is missing or wrong"), {"ops"}});

    auto told = guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        auto device = this->device(caller.number).value();
        if (device.revoked)
            throw Problem(403, "revoked", {msgid("The county has revoked this device")});
        if (incarnation != device.incarnation)
            throw Problem(409, "rejoin", {msgid("This device must join again")});
        if (first > device.last_seq + 1)
            throw Problem(409, "gap", {msgid("The county lacks earlier edits of this device")});

        PushReply reply{.head_before = head()};
        PageWriter page(store_, device);
        HubApply hub(store_, device, county(), names_lost_mark(device, body));
        auto seq = first - 1;
        for (const auto& text : ops->get_array()) {
            auto op = read_op(text, store_.catalog(), device.number, device.incarnation);
            if (static_cast<std::int64_t>(op.version.seq) != ++seq)
                throw Problem(
                    400, "malformed", {msgid("The edits of this device are out of order")});
            if (seq <= device.last_seq && !mutant(Mutant::forget_last_seq))
                continue;
            device.last_hlc = clamped(device, op.hlc, store_.clock().now());
            op.at = std::clamp(op.at, Instant{0}, store_.clock().now() + shown_ahead);
            const auto result = hub.apply(op, device.last_hlc);
            reply.plain = reply.plain && result.as_sent && result.quiet;
            device.last_seq = std::max(device.last_seq, seq);
            device.chain = next_chain(device.chain, boost::json::serialize(text));
            if (!result.as_sent)
                page.remember(seq, op.record);
            for (const auto& record : result.moved)
                page.remember(seq, record);
        }
        rows_.set_number("gseq", hub.head());
        reply.mark = hub.head() == reply.head_before ? newest_mark() : draw_mark();
        // What a repeat of this batch must hear again.
        page.write_outcomes(first, device.last_seq);
        if (device.last_seq == seq && device.chain != chain && !ops->get_array().empty())
            throw Problem(409, "rejoin", {msgid("This device must join again")});
        save(device);
        rows_.flush_digest();
        reply.last_seq = device.last_seq;
        reply.chain = device.chain;
        reply.head = head();
        reply.records = page.finish(reply.head, reply.head);
        if (reply.head != reply.head_before)
            Audit(store_).note({.what = audited::pushed,
                .detail = {msgid("{1} edits of the device {2}"),
                    {std::to_string(ops->get_array().size()), device.name}},
                .device = device.number});
        if (!mutant(Mutant::ack_before_commit))
            transaction.commit();
        return reply;
    });
    clear_residue(store_);
    return told;
}

std::string Hub::pull(const Device& device, const Pull& pull)
{
    return guarded(store_.db(), [&] {
        Transaction transaction(store_.db(), TransactionKind::reading);
        PageWriter page(store_, device);
        const auto limit = pull.records > 0 ? std::min(pull.records, most_records) : most_records;
        const auto newest = head();
        auto cursor = page.write_changes(pull, limit, most_bytes, newest, *recent_);
        if (mutant(Mutant::cursor_too_far))
            cursor = newest;
        if (cursor == newest)
            page.put_digest(digest_of(device));
        page.put_mark(newest_mark());
        return page.finish(cursor, newest);
    });
}

std::string Hub::digest(const Device& device, std::optional<int> byte)
{
    return guarded(store_.db(), [&] {
        Transaction transaction(store_.db(), TransactionKind::reading);
        const auto sees = [&](Scope scope, const Uuid& home) { return device.sees(scope, home); };
        std::string text;
        JsonText out(text);
        out.open('{');
        if (byte) {
            out.key("records").open('[');
            for (const auto& [id, hash] : rows_.hashes(*byte, sees))
                out.open('[').text(id.text()).text(hash.hex()).close(']');
            out.close(']');
        } else {
            const auto sums = rows_.sums_of_hashes(sees);
            for (std::size_t last = 0; last < sums.size(); ++last)
                if (sums[last] != Hash128{})
                    out.key(static_cast<int>(last)).text(sums[last].hex());
        }
        out.close('}');
        return text;
    });
}

std::string Hub::records(const Device& device, std::span<const Uuid> ids)
{
    return guarded(store_.db(), [&] {
        Transaction transaction(store_.db(), TransactionKind::reading);
        PageWriter page(store_, device);
        for (const auto& id : ids)
            page.write_whole(id);
        return page.finish(head(), head());
    });
}

std::int64_t Hub::take_items(const Device& device, const boost::json::object& body)
{
    return guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        const auto before = head();
        HubApply hub(store_, device, county(), names_lost_mark(device, body));
        std::int64_t taken = 0;
        const auto* items = body.if_contains("items");
        if (items && items->is_array())
            for (const auto& item : items->get_array())
                if (item.is_object() && hub.put_back(item.get_object()))
                    ++taken;
        rows_.set_number("gseq", hub.head());
        if (head() != before)
            draw_mark();
        transaction.commit();
        return taken;
    });
}

} // namespace model
